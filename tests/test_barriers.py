"""What keeps people from using a page: that it is found, and that no page of the site has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.site_tools import barriers, opened

pytestmark = pytest.mark.browser

TIGHT = """<!doctype html><html lang="en"><title>Tight</title>
<style>p { color: #595959 } ul { font: 10px/11px serif }
@media (prefers-color-scheme: dark) { body { background: #131619; color: #fff } a { color: #fff } }
</style><main><h1>Words</h1><p>Grey that only light paper bears.</p>
<ul><li><a href="#a">a</a><li><a href="#b">b</a></ul></main></html>"""


def test_small_targets_and_faint_words_are_found(tmp_path: Path, chromium: Browser) -> None:
    path = tmp_path / "tight.html"
    path.write_text(TIGHT, encoding="utf-8")
    page = opened(chromium, path, 390, bypass_csp=True)
    found = [(scheme, rule) for scheme, rule, _ in barriers(page)]
    page.close()
    assert found == [("light", "target-size"), ("dark", "color-contrast")]


@pytest.mark.soak
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_of_the_site_has_any(whole_site: Path, chromium: Browser, width: int) -> None:
    found = {}
    for path in sorted(whole_site.glob("*.html")):
        page = opened(chromium, path, width, bypass_csp=True)
        found[path.name] = barriers(page)
        page.close()
    assert len(found) > 25
    assert {name: barred for name, barred in found.items() if barred} == {}
