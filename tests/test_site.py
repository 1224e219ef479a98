"""The real pages: valid, accessible, linked, narrow enough, without script, from disk."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests import japan
from tests.pdf_tools import bare, page_texts
from tests.site_tools import barriers, invalid, lost_links, opened, read, too_wide
from tests.small import KOREA

from profilegen.app.build import Plan, build
from profilegen.core.typography import curly

pytestmark = pytest.mark.browser
PAGES = ("index", "JPN", "KOR")


@pytest.fixture(scope="module")
def site(small_site: Path) -> Path:
    """Japan beside a short Korea, built with their PDFs."""
    return small_site / "build"


def test_every_page_is_valid_html(site: Path) -> None:
    files = list(site.glob("*.html"))
    assert invalid(files) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(site: Path, chromium: Browser, name: str, width: int) -> None:
    page = opened(chromium, site / f"{name}.html", width, bypass_csp=True)
    found = barriers(page)
    page.close()
    assert found == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(site: Path, chromium: Browser, name: str) -> None:
    page = opened(chromium, site / f"{name}.html", 1280)
    assert too_wide(page) == []
    page.close()


def test_pages_hold_no_script_but_the_sites_own_and_ask_for_nothing_outside(
    site: Path, chromium: Browser
) -> None:
    page = chromium.new_page(java_script_enabled=False)
    asked: list[str] = []
    failed: list[tuple[str, str | None]] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append((request.url, request.failure)))
    for name in PAGES:
        page.goto((site / f"{name}.html").as_uri())
        text = (site / f"{name}.html").read_text(encoding="utf-8")
        assert "javascript:" not in text.lower()
        scripts = re.findall(r"<script[^>]*>.*?</script>", text, re.DOTALL)
        own = re.compile(
            r"""<script src="assets/[a-z-]+\.js" defer( data-says='[^'<]*')?></script>"""
        )
        assert scripts and all(own.fullmatch(script) for script in scripts)
        assert not re.search(r"\son[a-z]+=", text)
    page.close()
    assert asked and all(url.startswith(site.as_uri()) for url in asked)
    # A page that is left while a face still loads gives that up; that is no fault of the page.
    assert [url for url, why in failed if why != "net::ERR_ABORTED"] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_a_note_opens_beside_its_call(site: Path, chromium: Browser, width: int) -> None:
    page = opened(chromium, site / "JPN.html", width, bypass_csp=True)
    call = page.locator("#section-1 .call a").nth(1)
    label = call.inner_text()
    call.focus()
    page.keyboard.press("Enter")
    box = page.locator("#note")
    assert page.evaluate("document.activeElement.textContent") == f"Note {label}"
    told = bare(page.locator(f"#fn-{label}").inner_text()).removeprefix(label)
    assert bare(page.locator("#note-text").inner_text()) == told and len(told) > 20
    at, under = call.bounding_box(), box.bounding_box()
    assert at and under and under["y"] >= at["y"] + at["height"] - 1
    assert under["x"] >= 0 and under["x"] + under["width"] <= width
    assert barriers(page) == []
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert page.evaluate("document.activeElement.textContent") == label
    call.click()
    page.locator("#note-links a", has_text="All notes").click()
    assert not box.is_visible() and page.url.endswith(f"#fn-{label}")
    page.close()


def test_without_a_script_a_call_leads_to_its_note(site: Path, chromium: Browser) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto((site / "JPN.html").as_uri())
    call = page.locator("#section-1 .call a").first
    label = call.inner_text()
    call.click()
    assert page.url.endswith(f"#fn-{label}")
    page.close()


def test_the_faces_of_print_are_used_on_screen(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site / "JPN.html", 1280)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    page.close()
    assert {name.strip('"') for name in loaded} >= {"Source Serif Pro", "Source Sans Pro"}


def test_prose_has_a_readable_measure(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site / "JPN.html", 1280)
    width, size = page.evaluate(
        "(() => { const p = document.querySelector('#section-1 p');"
        "return [p.getBoundingClientRect().width, parseFloat(getComputedStyle(p).fontSize)] })()"
    )
    page.close()
    assert 55 <= width / (size * 0.45) <= 80


def test_every_internal_link_and_fragment_resolves(site: Path) -> None:
    assert (site / "compare.html").exists()
    assert lost_links(site) == []


def test_notes_lead_there_and_back(site: Path) -> None:
    links = read(site / "JPN.html")
    for note in japan.view().notes:
        assert {f"fn-{note.label}", f"ref-{note.label}"} <= set(links.ids)
        assert f"#fn-{note.label}" in links.hrefs
        assert f"#ref-{note.label}" in links.hrefs


def test_headings_step_down_one_by_one(site: Path) -> None:
    for name in PAGES:
        levels = read(site / f"{name}.html").levels
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_a_page_prints_whole(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site / "JPN.html", 1280)
    data = page.pdf(format="A4")
    page.close()
    whole = bare("".join(page_texts(data)))
    for section in japan.view().sections:
        assert bare(curly(section.full_title or section.label)) in whole
    assert bare("Fourth Report of the Committee") in whole


def test_text_from_yaml_cannot_run_in_a_page(tmp_path: Path, chromium: Browser) -> None:
    evil = "<script>document.title='owned'</script><img src=x onerror=alert(1)>\\\"'>{{ 7*7 }}"
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    hostile = KOREA.replace("A page of the ministry", "X").replace(
        "title: X", f'title: "{evil}"'
    ).replace("not_applicable: A test.", 'not_applicable: "a & b {{ 7*7 }} test"')  # fmt: skip
    (profiles / "KOR.yaml").write_text(hostile, encoding="utf-8")
    result = build(Plan(profiles, tmp_path / "build", ("html",)), lambda line: None)
    assert not [d for d in result.diagnostics if d.severity == "error"], result.diagnostics
    page = opened(chromium, tmp_path / "build" / "KOR.html", 1280, bypass_csp=True)
    assert page.title() != "owned"
    strange = page.locator('script:not([src^="assets/"]), img[onerror]')
    assert strange.count() == 0 and page.locator("script").count() > 0
    body = page.inner_text("body")
    page.close()
    assert "<script>" in body and "{{ 7*7 }}" in body
