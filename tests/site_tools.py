"""The built site and a browser to look at it, for tests; what is missing is named in the skip."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright
from tests.japan import ROOT

# A closed network: without these Chromium's own connections are refused by the dozen.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def found_chromium() -> str:
    """Path of the system's Chromium, rather the one without windows; skips where there is none."""
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    pytest.skip("Chromium is not installed")


_running: list[Browser] = []


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium with a fresh profile: the one of this process, where it runs already."""
    if _running:
        yield _running[0]
        return
    with sync_playwright() as playwright:
        _running[:] = [playwright.chromium.launch(executable_path=found_chromium(), args=FLAGS)]
        yield _running[0]
        _running.pop().close()


def npm(path: str) -> Path:
    """A file of an npm package; skips where it is not installed."""
    found = ROOT / "node_modules" / path
    if not found.exists():
        pytest.skip(f"{path} is not installed (npm ci)")
    return found


def opened(chromium: Browser, path: Path, width: int, **options: Any) -> Page:
    """A page of a built site, open in a window of that width."""
    page = chromium.new_page(viewport={"width": width, "height": 900}, **options)
    page.goto(path.as_uri())
    return page


_AXE = """options => axe.run(document, {...options, resultTypes: ["violations"]})
    .then(report => report.violations
    .map(found => [found.id, found.nodes.slice(0, 3).map(node => node.target)]))"""


_SCHEMES: dict[Literal["light", "dark"], dict[str, Any]] = {
    "light": {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        "rules": {"target-size": {"enabled": True}},  # axe leaves it out unasked
    },
    "dark": {"runOnly": ["color-contrast"]},
}
"""What axe-core is asked in each: in the dark only colours are others."""


def barriers(page: Page) -> list[tuple[str, str, list[Any]]]:
    """What axe-core finds wrong, in the light and in the dark: scheme, rule and places.

    The page was opened with `bypass_csp=True`.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(npm("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: list[tuple[str, str, list[Any]]] = []
    for scheme, rules in _SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        found += [(scheme, rule, places) for rule, places in page.evaluate(_AXE, rules)]
    return found


WIDTHS = (360, 390, 768, 1280, 1920)


def too_wide(page: Page) -> list[int]:
    """The widths of window in which a page scrolls sideways."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(width)
    return found


_SHORT = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
"""For a run of seconds: no time goes into compiling what is over before it pays."""


def invalid(files: Iterable[Path]) -> list[tuple[str, int | None, str]]:
    """What the Nu checker finds wrong: file, line and message."""
    if not shutil.which("java"):
        pytest.skip("Java is not installed")
    jar = npm("vnu-jar/build/dist/vnu.jar")
    result = subprocess.run(
        ["java", *_SHORT, "-jar", jar, "--errors-only", "--format", "json", *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = json.loads(result.stderr or '{"messages": []}')["messages"]
    return [(m["url"].rsplit("/", 1)[-1], m.get("lastLine"), m["message"]) for m in messages]


def until(page: Page, condition: str, arg: object = None) -> None:
    """Wait until a condition holds. Playwright's own wait is an `eval`, which our pages forbid."""
    for _ in range(400):
        with suppress(Error):  # a page that is being left has no scripts
            if page.evaluate(condition, arg):
                return
        page.wait_for_timeout(50)
    raise AssertionError(f"not after 20 seconds: {condition}")


class Links(HTMLParser):
    """Collects ids, links and headings of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.levels: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        for name in ("href", "src"):
            if values.get(name):
                self.hrefs.append(str(values[name]))
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))


def read(path: Path) -> Links:
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def lost_links(site: Path) -> list[tuple[str, str]]:
    """The links between files of a built site that lead nowhere: page and address."""
    pages = {path.name: read(path) for path in site.glob("*.html")}
    lost = []
    for file, links in pages.items():
        assert len(links.ids) == len(set(links.ids)), file
        for href in links.hrefs:
            if href.startswith(("http://", "https://", "data:")):
                continue
            target, _, fragment = href.partition("#")
            target = target or file
            if not (site / target).is_file() or not _leads(target, fragment, pages):
                lost.append((file, href))
    return lost


def _leads(target: str, fragment: str, pages: dict[str, Links]) -> bool:
    """Whether a fragment is an anchor of its page, or a choice that compare.html can show."""
    if not fragment or target != "compare.html" or "=" not in fragment:
        return not fragment or fragment in pages[target].ids
    choice = parse_qs(fragment)
    codes = [code for value in choice.get("c", []) for code in value.split(",")]
    known = choice.keys() <= {"c", "s", "t"} and all(f"{code}.html" in pages for code in codes)
    return known and all(value in "1234567" for value in choice.get("s", []))
