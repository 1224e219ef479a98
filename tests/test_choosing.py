"""What is chosen on the pages of years and treaties; a matrix by keyboard; pages on paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.comparisons import codes
from tests.pdf_tools import bare, page_texts
from tests.site_tools import barriers, opened, until

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(whole_site: Path) -> Path:
    return whole_site


def at(chromium: Browser, site: Path, address: str, width: int = 1280, **more: Any) -> Page:
    name, _, fragment = address.partition("#")
    page = chromium.new_page(viewport={"width": width, "height": 900}, **more)
    page.set_default_timeout(20_000)
    page.goto((site / f"{name}.html").as_uri() + (f"#{fragment}" if fragment else ""))
    return page


def lanes(page: Page) -> list[str]:
    """The economies whose lanes are shown."""
    return [lane.get_attribute("id") or "" for lane in page.locator(".lane:visible").all()]


def pictures(page: Page) -> set[str]:
    """The kinds whose lanes are shown."""
    return {lane.get_attribute("data-k") or "" for lane in page.locator(".lanes:visible").all()}


# ------------------------------------------------------------------ timeline


def test_a_link_cut_within_a_letter_breaks_nothing(site: Path, chromium: Browser) -> None:
    page = at(chromium, site, "timeline")
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    for cut in ("#%", "#%E6%97"):
        page.evaluate("cut => { location.hash = cut }", cut)
        page.evaluate("location.hash = '#c=JPN'")
        until(page, "!document.getElementById('choose-clear').hidden")
        assert lanes(page) == ["JPN"]
        page.evaluate("location.hash = ''")
        until(page, "document.getElementById('choose-clear').hidden")
    assert thrown == []
    page.close()


def test_a_timeline_of_chosen_economies_and_kinds_survives_reload_back_and_a_link(
    site: Path, chromium: Browser
) -> None:
    page = at(chromium, site, "timeline")
    assert len(lanes(page)) == len(codes())
    page.focus("#choose summary")
    page.keyboard.press("Enter")
    for name in ("Japan", "Korea"):
        page.get_by_label(name, exact=True).focus()
        page.keyboard.press("Space")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.localName") == "summary"
    assert not page.get_by_label("Korea", exact=True).is_visible()
    assert lanes(page) == ["JPN", "KOR"]
    page.locator("#choose summary").nth(1).press("Enter")
    page.get_by_label("Disputes", exact=True).press("Space")
    assert pictures(page) == {"disputes", ""}, "and the years"
    assert page.url.endswith("timeline.html#c=JPN,KOR&k=disputes")
    told = page.inner_text("#choose-told")
    rows = page.locator("#JPN tr[data-k=disputes], #KOR tr[data-k=disputes]").count()
    assert told.startswith(f"Japan, Korea; Disputes: {rows} of ")
    page.reload()
    assert lanes(page) == ["JPN", "KOR"] and pictures(page) == {"disputes", ""}
    address = page.url
    page.go_back()
    assert lanes(page) == ["JPN", "KOR"] and "treaties" in pictures(page)
    page.close()
    context = chromium.new_context()
    fresh = context.new_page()
    fresh.goto(address)
    assert lanes(fresh) == ["JPN", "KOR"] and pictures(fresh) == {"disputes", ""}
    fresh.click("#choose-clear")
    assert len(lanes(fresh)) == len(codes()) and "#" not in fresh.url
    context.close()


def test_an_economy_of_the_page_is_no_choice_and_unknown_codes_are_left_out(
    site: Path, chromium: Browser
) -> None:
    page = at(chromium, site, "timeline#JPN")
    assert len(lanes(page)) == len(codes())
    page.close()
    page = at(chromium, site, "timeline#c=JPN,XYZ")
    assert lanes(page) == ["JPN"]
    page.close()


def test_without_script_the_timeline_shows_all(site: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "timeline.html").as_uri() + "#c=JPN")
    assert len(lanes(page)) == len(codes()) and not page.is_visible("#choose")
    context.close()


def test_the_words_of_the_lanes_are_text(site: Path, chromium: Browser) -> None:
    page = at(chromium, site, "timeline#c=JPN")
    shown = page.locator("#JPN svg.lanes > text").all_text_contents()
    assert {"Laws and policies", "Treaties, by entry into force", "2010"} <= set(shown)
    page.close()


# ------------------------------------------------------------------ matrices


def test_a_matrix_of_chosen_economies_shows_what_they_may_have_a_part_in(
    site: Path, chromium: Browser
) -> None:
    page = at(chromium, site, "treaties#c=JPN,KOR")
    heads = page.locator(".matrix thead th:visible").all_inner_texts()
    assert [head.split()[0] for head in heads] == ["Agreement", "Japan", "Korea"]
    rows = page.locator(".matrix tbody tr[data-row]").all()
    for row in rows:
        states = {
            row.locator(f"td[data-c={code}]").get_attribute("class") for code in ("JPN", "KOR")
        }
        assert row.is_visible() == (states != {"no"})
        record = page.locator(f"#{row.get_attribute('data-row')}")
        assert record.is_visible() == row.is_visible()
    shown = sum(row.is_visible() for row in rows)
    assert 0 < shown < len(rows)
    assert page.inner_text("#choose-told") == f"Japan, Korea: {shown} of {len(rows)} agreements"
    counts = [re.findall(r"\d+", text) for text in page.locator(".group:visible").all_inner_texts()]
    assert sum(int(numbers[0]) for numbers in counts) == shown
    page.fill("#choose-find", "rcep")
    assert page.locator(".matrix tr[data-row]:visible").count() == 1
    assert page.locator(".group:visible").count() == 1
    assert page.url.endswith("#c=JPN,KOR&q=rcep")
    page.reload()
    assert page.input_value("#choose-find") == "rcep"
    assert page.locator(".matrix tr[data-row]:visible").count() == 1
    page.evaluate("location.hash = '#treaty-cptpp'")
    page.wait_for_selector("#treaty-cptpp")
    page.close()


def focused(page: Page) -> tuple[str, str]:
    """Row and column of the cell that has the focus."""
    row, column = page.evaluate(
        """() => {
            const cell = document.activeElement.closest("th, td"), row = cell.parentElement;
            const head = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
            return [row.cells[0].querySelector("a")?.textContent ?? row.cells[0].textContent,
                head.dataset.c ?? ""];
        }"""
    )
    return row.strip(), column


@pytest.mark.parametrize("name", ["treaties", "initiatives", "disputes"])
def test_a_matrix_is_one_stop_of_the_tab_key(site: Path, chromium: Browser, name: str) -> None:
    page = at(chromium, site, name)
    assert page.locator(".matrix").first.get_attribute("role") == "grid"
    page.focus(".matrix [tabindex='0']")
    assert page.locator(".matrix").first.locator("[tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.matrix')")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('.matrix') !== null")
    page.close()


def test_arrows_home_and_end_move_in_a_matrix_and_enter_follows(
    site: Path, chromium: Browser
) -> None:
    page = at(chromium, site, "treaties#c=AUS,JPN,KOR")
    page.focus(".matrix [tabindex='0']")
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowDown")
    assert focused(page) == ("CPTPP", "")
    for key, place in (
        ("ArrowRight", ("CPTPP", "AUS")), ("End", ("CPTPP", "KOR")),
        ("ArrowRight", ("CPTPP", "KOR")), ("ArrowDown", ("RCEP", "KOR")),
        ("Home", ("RCEP", "")), ("ArrowLeft", ("RCEP", "")),
        ("ArrowRight", ("RCEP", "AUS")), ("ArrowRight", ("RCEP", "JPN")),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert focused(page) == place, key
    tint = page.evaluate("getComputedStyle(document.querySelector('.lit')).backgroundColor")
    for spot in (".matrix thead th[data-c=JPN]", ".matrix tfoot td[data-c=JPN]",
                 ".matrix tr:has(:focus) td[data-c=KOR]"):  # fmt: skip
        assert page.evaluate(
            "spot => getComputedStyle(document.querySelector(spot)).backgroundColor", spot
        ) == tint  # fmt: skip
    page.keyboard.press("Control+End")
    assert focused(page)[1] == "KOR" and focused(page)[0].startswith("In or signed")
    page.keyboard.press("Control+Home")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**/JPN.html#*")
    page.close()


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.soak)])
def test_the_cell_in_focus_is_in_sight(site: Path, chromium: Browser, width: int) -> None:
    page = at(chromium, site, "treaties", width)
    page.focus(".matrix [tabindex='0']")
    for key in ["End", *["ArrowDown"] * 40, "Home", "ArrowRight", *["ArrowUp"] * 15]:
        page.keyboard.press(key)
        seen = page.evaluate(
            """() => {
                const own = document.activeElement, box = own.getBoundingClientRect();
                const top = document.elementFromPoint(
                    (box.left + Math.min(box.right, innerWidth)) / 2, (box.top + box.bottom) / 2);
                return own.contains(top);
            }"""
        )
        assert seen, (key, focused(page))
    page.close()


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("timeline", 390),
        ("treaties", 1280),
        ("initiatives", 390),
        pytest.param("timeline", 1280, marks=pytest.mark.soak),
        pytest.param("treaties", 390, marks=pytest.mark.soak),
        pytest.param("initiatives", 1280, marks=pytest.mark.soak),
    ],
)
def test_axe_finds_nothing_with_a_choice_and_the_list_open(
    three_site: Path, chromium: Browser, name: str, width: int
) -> None:
    page = at(
        chromium, three_site, f"{name}#c=JPN,KOR", width, bypass_csp=True
    )  # fmt: skip
    for step in ("open", "focus"):
        if step == "open":
            page.locator("#choose summary").first.click()
        elif name == "timeline":
            page.keyboard.press("Escape")
            page.locator(".same:visible summary").first.click()
        else:
            page.focus(".matrix [tabindex='0']")
            page.keyboard.press("ArrowRight")
        found = barriers(page)
        assert found == [], step
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


# --------------------------------------------------------------------- paper

PRINTED = {
    "index": 658, "timeline": 658, "figures": 658, "topics": 658, "section-4": 658, "JPN": 658,
    "treaties": 1017, "initiatives": 1017, "disputes": 1017,
}  # fmt: skip
"""Each kind of page with the width of its sheet between the margins, in px."""
CONTROLS = (
    ".masthead", ".tools", "#search", "#tray", ".pick", "#choose details", "#choose-clear",
    ".neighbours", ".contents", ".seven", ".skip",
)  # fmt: skip


@pytest.mark.parametrize("name", PRINTED)
def test_on_paper_nothing_is_cut_and_no_control_is_left(
    site: Path, chromium: Browser, name: str
) -> None:
    page = opened(chromium, site / f"{name}.html", PRINTED[name])
    page.emulate_media(media="print")
    wide = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll("main *")]
            .filter(one => one.checkVisibility() && !one.closest(".hidden, svg svg, symbol"))
            .map(one => one.getBoundingClientRect().right))"""
    )
    left = [one for one in CONTROLS if page.locator(f"{one}:visible").count()]
    ink, paper = page.evaluate(
        "(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))"
    )
    page.close()
    assert left == []
    assert wide <= PRINTED[name] + 1
    assert (ink, paper) == ("rgb(20, 24, 28)", "rgb(255, 255, 255)")


def test_a_printed_timeline_names_its_marks_and_only_the_chosen(
    site: Path, chromium: Browser
) -> None:
    page = at(chromium, site, "timeline#c=JPN&k=treaties", color_scheme="dark")
    titles = page.locator("#JPN tr[data-k=treaties] th").all_text_contents()
    others = page.locator("#KOR tr[data-k=treaties] th").all_text_contents()
    whole = bare("".join(page_texts(page.pdf(format="A4", prefer_css_page_size=True))))
    page.close()
    assert titles and [title for title in titles if bare(title) not in whole] == []
    assert [title for title in others if title not in titles and bare(title) in whole] == []
    assert bare("Japan; Treaties:") in whole


def test_heads_repeat_on_each_sheet_of_a_matrix(site: Path, chromium: Browser) -> None:
    page = at(chromium, site, "treaties")
    sheets = [bare(text) for text in page_texts(page.pdf(prefer_css_page_size=True))]
    page.close()
    with_rows = [text for text in sheets if bare("Agreement by agreement") not in text][:3]
    assert all(bare("United Kingdom GBR") in text for text in with_rows) and len(with_rows) == 3
