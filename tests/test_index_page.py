"""The first page as a door: boxes beside the economies, and a tray that leads to the comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.as_text import as_text, words
from tests.comparisons import codes, collection, compared
from tests.known import edition, resolved
from tests.site_tools import barriers, opened

from profilegen.core.registry import Registry
from profilegen.view.pages.home import index_view
from profilegen.view.profile.profile import profile_view

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(whole_site: Path) -> Path:
    return whole_site


@pytest.fixture
def page(site: Path, chromium: Browser) -> Iterator[Page]:
    made = opened(chromium, site / "index.html", 1280)
    made.set_default_timeout(20_000)
    yield made
    made.close()


def tick(page: Page, *economies: str) -> None:
    """Choose economies in this order, with the keyboard."""
    for code in economies:
        page.focus(f'.pick input[value="{code}"]')
        page.keyboard.press("Space")


def test_two_economies_raise_the_tray_and_the_first_is_the_base(page: Page) -> None:
    tray = page.locator("#tray")
    tick(page, "KOR")
    assert not tray.is_visible()
    assert (
        page.inner_text("#tray-told") == "Korea (base) chosen. Choose another to compare it with."
    )
    tick(page, "JPN")
    assert tray.is_visible()
    assert page.inner_text("#tray-chosen") == "2 chosen: Korea (base), Japan"
    assert page.inner_text("#tray-told").startswith("2 chosen: Korea (base), Japan")
    assert page.get_attribute("#tray-told", "role") == "status"
    tick(page, "KOR")
    assert not tray.is_visible()
    tick(page, "USA")
    assert page.inner_text("#tray-chosen") == "2 chosen: Japan (base), United States"


def test_enter_opens_the_comparison_of_what_is_chosen_and_back_finds_it(page: Page) -> None:
    tick(page, "USA", "JPN", "KOR")
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-shown]")
    assert page.evaluate("chosen().economies") == ["USA", "JPN", "KOR"]
    assert page.inner_text("#sentence").startswith("The United States, Japan and Korea:")
    page.go_back()
    page.wait_for_selector("#tray")
    page.reload()
    assert page.inner_text("#tray-chosen") == "3 chosen: United States (base), Japan, Korea"
    assert page.locator(".pick input:checked").count() == 3


def test_the_tray_is_reached_by_tab_and_leads_by_its_link(page: Page) -> None:
    tick(page, "GBR", "USA")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "tray-compare":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-shown]")
    assert page.evaluate("chosen().economies") == ["GBR", "USA"]


def test_no_more_are_chosen_than_stand_side_by_side(page: Page) -> None:
    tick(page, "JPN", "KOR", "USA", "EUU")
    assert "Four stand side by side" in page.inner_text("#tray-chosen")
    assert page.locator(".pick input:disabled").count() == len(codes()) - 4
    tick(page, "KOR")
    assert page.locator(".pick input:disabled").count() == 0
    page.click("#tray-clear")
    assert not page.locator("#tray").is_visible()
    assert page.locator(".pick input:checked").count() == 0
    assert page.evaluate("document.activeElement.value") == "JPN"


def test_what_has_the_focus_is_never_under_the_tray(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 600})
    tick(page, "AUS", "BRA")
    for _ in range(30):
        page.keyboard.press("Tab")
        low, edge, within = page.evaluate(
            """() => {
                const own = document.activeElement, tray = document.getElementById("tray");
                return [own.getBoundingClientRect().bottom, tray.getBoundingClientRect().top,
                    tray.contains(own)];
            }"""
        )
        assert within or low <= edge


def test_without_script_there_are_neither_boxes_nor_tray(site: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto((site / "index.html").as_uri())
    assert not bare.is_visible(".pick") and not bare.is_visible("#tray")
    assert bare.locator(".economies tbody tr").count() == len(codes())
    context.close()


def test_the_first_comparison_is_announced_by_its_own_sentence(page: Page) -> None:
    door = page.locator(".doors li").first
    found = re.search("c=([A-Z,]+)&s=5", door.locator("a").get_attribute("href") or "")
    assert found
    whole = words(compared(*found[1].split(","), sections=(5,)).summary)
    assert str(whole).partition(": ")[2].lower() == door.locator("p").inner_text().lower()


def test_every_example_in_the_field_is_found(page: Page) -> None:
    examples = (page.get_attribute("#search-field", "placeholder") or "").split(", ")
    assert len(examples) == 3
    for example in examples:
        page.fill("#search-field", example)
        page.wait_for_selector("#search-found li")
        assert page.locator("#search-found li").count() > 0


def test_statuses_are_counted_with_their_plural() -> None:
    registry: Registry = collection().registry
    views = [profile_view(resolved(item.profile, registry)) for item in collection().profiles]
    one = index_view(views[:1], edition([], registry))
    assert as_text(one.counts) == "1 profile: 1 draft" and one.examples == ""
    assert str(index_view(views, edition([], registry)).counts).startswith(
        f"{len(views)} profiles: "
    )
    drafts = sum(view.status == "draft" for view in views)
    assert f"{drafts} draft" in as_text(index_view(views, edition([], registry)).counts)


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_with_the_tray_raised(site: Path, chromium: Browser, width: int) -> None:
    made = opened(chromium, site / "index.html", width, bypass_csp=True)
    tick(made, "JPN", "KOR", "USA", "EUU")
    found = barriers(made)
    wide = made.evaluate("document.documentElement.scrollWidth")
    made.close()
    assert found == []
    assert wide <= width
