"""compare.html in headless Chromium, opened from disk: the browser shows what Python computed."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests import japan
from tests.as_text import words
from tests.comparisons import codes, collection, compared
from tests.known import edition, topic_names
from tests.pdf_tools import bare, page_texts
from tests.quiet import quiet
from tests.site_tools import barriers, invalid, npm, too_wide, until

from profilegen.app.build import Plan, build
from profilegen.core.model.kinds.goal import Goal
from profilegen.core.model.profile import entries
from profilegen.core.registry import Registry
from profilegen.output import compare_html, compare_page_data, data_scripts
from profilegen.output.site_page import page_html
from profilegen.view.comparison.all_columns_and_rows import comparison_basis
from profilegen.view.comparison.cell import LEGEND
from profilegen.view.comparison.chooser import board
from profilegen.view.comparison.model import ComparedSection
from profilegen.view.pages import PAGES, compare
from profilegen.view.site.record_links import place
from profilegen.view.site.site_map import Site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(whole_site: Path) -> Path:
    return whole_site


def shown(page: Page) -> str:
    """Wait until the page shows what its address says; the fragment of it."""
    until(page, "document.body.dataset.shown === written(chosen())")
    return str(page.evaluate("document.body.dataset.shown"))


def opened(chromium: Browser, site: Path, fragment: str, width: int = 1280, **more: Any) -> Page:
    page = chromium.new_page(viewport={"width": width, "height": 900}, **more)
    page.set_default_timeout(20_000)
    page.goto(f"{(site / 'compare.html').as_uri()}{fragment}")
    if "," in fragment:
        shown(page)
    return page


def table(page: Page) -> list[str]:
    """The words of each row that is shown."""
    return [text.strip() for text in page.locator("#table tr.row").all_inner_texts()]


def test_the_scripts_are_well_typed() -> None:
    compiler = npm("typescript/bin/tsc")
    result = subprocess.run(
        ["node", compiler, "-p", japan.ROOT], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (0, "")


@quiet
def test_rows_and_states_equal_pythons_for_pairs_of_all_economies(
    site: Path, chromium: Browser
) -> None:
    """Each economy beside the next, on either side once."""
    equal_pythons(site, chromium, [*itertools.pairwise(codes()), (codes()[-1], codes()[0])])


@pytest.mark.soak
def test_rows_and_states_equal_pythons_for_all_pairs(site: Path, chromium: Browser) -> None:
    equal_pythons(site, chromium, list(itertools.combinations(codes(), 2)))


def equal_pythons(site: Path, chromium: Browser, pairs: list[tuple[str, str]]) -> None:
    """In every section."""
    page = opened(chromium, site, "")
    again = quiet(compared)
    for pair in pairs:
        view = again(*pair)
        for section in view.sections:
            choice = {"economies": pair, "section": section.number, "topic": ""}
            told = json.loads(
                page.evaluate(
                    """async choice => {
                    await fetched(choice);
                    const joined = join(choice);
                    return JSON.stringify({
                        sentence: sentence(choice, joined).join(" "),
                        rows: joined.rows.map(row => [row.key, row.share, row.different,
                            ...row.cells.map(cell => [cell.state, cell.token])]),
                        words: joined.rows.map(row => row.cells.map(cell => cell.html)),
                        figures: joined.figures.map(row => [row.key, row.share, row.different,
                            ...row.cells.map(cell => [cell.state, cell.html])]),
                    })
                }""",
                    choice,
                )
            )
            assert told["rows"] == [
                [row.head.key, row.share, row.different]
                + [[cell.state, cell.token] for cell in row.cells]
                for row in section.rows
            ], (pair, section.number)
            assert_figures_equal(section, told["figures"])
            own = again(*pair, sections=(section.number,))
            assert told["sentence"] == words(own.summary)
            for row, cells in zip(section.rows, told["words"], strict=True):
                for cell, html in zip(row.cells, cells, strict=True):
                    assert plain(words(cell.words)) in plain(html)
                    for item in cell.items:
                        assert item.entry.number in html
                        assert bool(item.under) == pointer(html, item.entry.anchor)
    page.close()


def assert_figures_equal(section: ComparedSection, told: list[list[Any]]) -> None:
    """The rows of indicators say the same in the browser: figures, marks and gaps."""
    assert [row[:3] for row in told] == [
        [row.head.key, row.share, row.different] for row in section.figures
    ]
    for row, (_, _, _, *cells) in zip(section.figures, told, strict=True):
        for cell, (state, html) in zip(row.cells, cells, strict=True):
            assert state == cell.state
            lines = html.split("<li ")[1:]
            assert len(lines) == len(cell.figures)
            assert cell.figures or plain(words(cell.words)) == plain(html)
            for shown, line in zip(cell.figures, lines, strict=True):
                assert all(
                    bare(str(part)) in plain(line)
                    for part in (shown.label, shown.figure.words, shown.figure.period, shown.more)
                )
                mark = re.search('class="unlike">(.*?)</p>', line)
                assert (mark[1] if mark else "") == shown.unlike


@pytest.mark.parametrize("economies", [("JPN", "USA", "DEU"), ("DEU", "KOR", "JPN", "USA")])
def test_figures_of_three_and_four_economies_equal_pythons(
    site: Path, chromium: Browser, economies: tuple[str, ...]
) -> None:
    page = opened(chromium, site, "")
    for section in compared(*economies).sections:
        choice = {"economies": economies, "section": section.number, "topic": ""}
        told = page.evaluate(
            """async choice => {
                await fetched(choice);
                return join(choice).figures.map(row => [row.key, row.share, row.different,
                    ...row.cells.map(cell => [cell.state, cell.html])]);
            }""",
            choice,
        )
        assert_figures_equal(section, told)
    page.close()


def test_the_page_marks_what_is_unlike_and_notes_follow_the_sections(
    site: Path, chromium: Browser
) -> None:
    page = opened(chromium, site, "#c=JPN,USA&s=1&t=semiconductors")
    row = page.locator('tr.row[data-key="chip-support-gdp"]')
    assert "0.71 per cent of GDP" in row.locator("td").nth(0).inner_text()
    assert "period: five years, not three years" in row.locator("td").nth(1).inner_text()
    link = row.locator("th a")
    assert link.get_attribute("href") == "figures.html#indicator-chip-support-gdp"
    labels = page.locator("#table .call a").all_inner_texts()
    notes = page.locator(".column-notes .n").all_inner_texts()
    assert set(labels) == set(notes) and len(notes) == len(set(notes))
    told = page.locator(f"#fn-{row.locator('.call a').first.inner_text()}").inner_text()
    assert "Armstrong" in told
    page.close()


def test_every_row_leads_to_a_place_that_is_there(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site, "")
    page.evaluate("['rows-5', 'rows-6', 'rows-7', 'indicators'].map(load)")
    until(page, "profilegen.measures && [5, 6, 7].every(n => profilegen.rows[n])")
    titles = page.evaluate(
        """[...[5, 6, 7].flatMap(n => profilegen.rows[n].rows), ...profilegen.measures.rows]
            .map(row => row[1])"""
    )
    topics = page.evaluate(
        """async choices => (await Promise.all(choices.map(async choice => {
            await fetched(choice);
            return join(choice).rows.map(row => row.title);
        }))).flat()""",
        [{"economies": codes(), "section": n, "topic": ""} for n in (1, 2, 3, 4)],
    )
    page.close()
    found = [re.findall("href=([^ >]+)", title.replace('"', "")) for title in (*titles, *topics)]
    links = {link for own in found for link in own}
    pages = {link.partition("#")[0] for link in links}
    assert pages == {
        f"{n}.html" for n in ("treaties", "initiatives", "disputes", "figures", "topics")
    }
    ids = {name: (site / name).read_text(encoding="utf-8") for name in pages}
    dead = [
        link
        for link in links
        if f'id="{link.partition("#")[2]}"' not in ids[link.partition("#")[0]]
    ]
    assert dead == []
    without = [title for title, own in zip((*titles, *topics), found, strict=True) if not own]
    assert not any("CPTPP" in title for title in without)
    assert {title for title in topics if title in without} <= {"Without a topic"}


def test_topics_lead_into_their_comparison(site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((site / "topics.html").as_uri())
    page.locator("#supply-chains a", has_text="Industrial strategy").click()
    page.wait_for_url("**/compare.html*")
    shown(page)
    choice = page.evaluate("chosen()")
    assert (choice["section"], choice["topic"]) == (1, "supply-chains")
    assert len(choice["economies"]) == 4
    assert page.locator("#table tr.row").count() > 1
    page.goto((site / "JPN.html").as_uri())
    page.locator("#section-4 .side a", has_text="semiconductors").click()
    page.wait_for_url("**/compare.html*")
    until(page, "typeof chosen === 'function' && chosen().topic === 'semiconductors'")
    assert page.evaluate("[chosen().section, chosen().economies]") == [4, ["JPN"]]
    page.close()


def test_every_entry_of_a_profile_leads_to_its_place(site: Path) -> None:
    for code in codes():
        text = (site / f"{code}.html").read_text(encoding="utf-8")
        profile = next(i.profile for i in collection().profiles if i.profile.economy == code)
        for placed in entries(profile):
            start = text.index(f'id="{placed.anchor}"')
            item = text[start : text.index("</li>", start)]
            there = place(collection().resolver.subject(placed.entry))
            assert not there or f'href="{there.page}.html#{there.fragment}"' in item, placed.anchor
            topics = topic_names(placed.entry, collection().registry)
            if isinstance(placed.entry, Goal):
                item = text[text.index('<div class="side">', start) :]
            for topic in topics:
                assert f">{topic}</a>" in item, (placed.anchor, topic)


def plain(text: str) -> str:
    """Words without tags and spaces."""
    return bare(re.sub("<[^>]*>", "", text).replace("&amp;", "&").replace("&#39;", "'"))


def pointer(html: str, anchor: str) -> bool:
    """Whether the item of an entry only points to it."""
    start = html.rindex("<li", 0, html.index(f"#{anchor}>"))
    return "pointer" in html[start : html.index(">", start)]


@pytest.mark.parametrize("topic", ["semiconductors", "subsidies", "trade"])
def test_a_topic_selects_what_it_selects_in_python(
    site: Path, chromium: Browser, topic: str
) -> None:
    economies = ("JPN", "KOR", "USA", "EUU")
    page = opened(chromium, site, "")
    for section in compared(*economies, topic=topic).sections:
        choice = {"economies": economies, "section": section.number, "topic": topic}
        told = page.evaluate(
            """async c => {
                await fetched(c);
                return [...join(c).rows, ...join(c).figures]
                    .map(r => [r.key, ...r.cells.map(x => x.state)]);
            }""",
            choice,
        )
        rows = (*section.rows, *section.figures)
        assert told == [[row.head.key, *(cell.state for cell in row.cells)] for row in rows]
    page.close()


def test_the_whole_choice_survives_reload_back_and_a_mailed_link(
    site: Path, chromium: Browser
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((site / "compare.html").as_uri())
    for name in ("jap", "대한", "USA"):
        page.locator("#add").click()
        page.locator("#pick-field").fill(name)
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
    shown(page)
    page.locator("#section").select_option("4")
    until(page, "chosen().section === 4")
    shown(page)
    until(page, "!!document.querySelector('#topic option[value=semiconductors]')")
    whole = table(page)
    page.locator("#topic").select_option("semiconductors")
    until(page, "chosen().topic === 'semiconductors'")
    shown(page)
    page.locator("#topic").select_option("")
    until(page, "chosen().topic === ''")
    page.locator('#show input[value="different"]').check(force=True)
    until(page, "chosen().show === 'different'")
    fragment = shown(page)
    assert "c=JPN,KOR,USA" in fragment and "s=4" in fragment and "e=" in fragment
    different = table(page)
    assert 0 < len(different) < len(whole)
    page.reload()
    assert shown(page) == fragment and table(page) == different
    page.go_back()
    until(page, "chosen().show === 'all'")
    shown(page)
    assert table(page) == whole
    page.go_forward()
    until(page, "chosen().show === 'different'")
    address = page.evaluate("link()")
    context.close()
    fresh = chromium.new_context(viewport={"width": 1280, "height": 900})
    other = fresh.new_page()
    other.goto(address)
    assert shown(other) == fragment and table(other) == different
    assert other.locator('#show input[value="different"]').is_checked()
    fresh.close()


def test_a_link_of_another_edition_says_so(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site, "#c=JPN,KOR&s=5&e=00000000")
    assert "edition 00000000" in page.locator("#notice").inner_text()
    page.close()
    page = opened(chromium, site, "#c=JPN,KOR,XYZ&s=5")
    assert "XYZ" in page.locator("#notice").inner_text()
    page.close()


def test_the_base_is_swapped_and_an_economy_removed_by_keyboard(
    site: Path, chromium: Browser
) -> None:
    page = opened(chromium, site, "#c=JPN,KOR,USA&s=6")
    page.locator("#chips .base-button").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    until(page, "chosen().economies[0] === 'KOR'")
    assert shown(page).startswith("#c=KOR,JPN,USA")
    assert page.locator("#sentence").inner_text().startswith("Korea, Japan and the United States")
    page.locator("#chips .base-button").nth(2).focus()
    page.keyboard.press("Delete")
    until(page, "chosen().economies.length === 2")
    shown(page)
    assert page.evaluate("document.activeElement.id") == "add"
    page.close()


def test_everything_is_reached_by_the_tab_key_alone(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site, "#c=JPN,KOR&s=5")
    page.evaluate("document.activeElement.blur()")
    reached = []
    for _ in range(60):  # the menu's pages come first
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.id || document.activeElement.className")
        )
        if page.evaluate("document.activeElement.closest('#table') !== null"):
            break
    assert [name for name in reached if name in ("add", "section", "topic", "find")] == [
        "add", "section", "topic", "find",
    ]  # fmt: skip
    assert page.evaluate("document.activeElement.closest('#table') !== null")
    page.close()


def reach(page: Page, spot: str) -> None:
    """Press the Tab key until something has the focus."""
    for _ in range(80):
        if page.evaluate("spot => document.activeElement.matches(spot)", spot):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{spot} is not reached")


def test_a_comparison_is_made_copied_and_cited_by_keyboard_alone(
    site: Path, chromium: Browser
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((site / "compare.html").as_uri())
    reach(page, "#add")
    page.keyboard.press("Enter")
    for name in ("jap", "kor", "united st"):
        page.keyboard.press("Control+A")
        page.keyboard.type(name)
        page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    shown(page)
    reach(page, "#section")
    page.keyboard.press("ArrowUp")
    page.wait_for_selector("#topic option[value=semiconductors]", state="attached")
    reach(page, "#topic")
    page.keyboard.type("semi")
    page.wait_for_selector("body[data-shown*='t=semiconductors']")
    reach(page, "#show input")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("body[data-shown*='show=different']")
    fragment = shown(page)
    assert fragment.startswith("#c=JPN,KOR,USA&s=4&t=semiconductors&show=different&e=")
    page.evaluate("document.activeElement.blur()")
    reach(page, '#tools [data-does="copy"]')
    page.keyboard.press("Enter")
    page.wait_for_selector("#status:text('copied')", state="attached")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{(site / 'compare.html').as_uri()}{fragment}"
    reach(page, '#tools [data-does="cite"]')
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "cite-title"
    reach(page, '[data-does="copy-citation"]')
    page.keyboard.press("Enter")
    page.wait_for_selector("#status:text('citation is copied')", state="attached")
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited == page.inner_text("#cite") and "file:" not in cited and cited.endswith(".")
    edition = fragment.rpartition("e=")[2]
    assert "section 4 compared, on semiconductors" in cited and f"edition {edition}" in cited
    for item in collection().profiles:
        if item.profile.economy in ("JPN", "KOR", "USA"):
            assert f"{item.profile.status} of {item.profile.updated}" in cited
    assert all(name in cited for name in ("Japan", "Korea", "United States"))
    context.close()


def test_a_note_opens_beside_its_call_and_gives_the_focus_back(
    site: Path, chromium: Browser
) -> None:
    page = opened(chromium, site, "#c=JPN,KOR,USA&s=5")
    call = page.locator("#table .call a").first
    label = call.inner_text()
    call.focus()
    page.keyboard.press("Enter")
    note = page.locator("#note")
    assert note.is_visible()
    told = bare(page.locator(f"#fn-{label}").inner_text()).removeprefix(label)
    assert bare(page.locator("#note-text").inner_text()) == told and len(told) > 20
    at, under = call.bounding_box(), note.bounding_box()
    assert at and under and under["y"] >= at["y"] + at["height"] - 4
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert page.evaluate("document.activeElement.textContent") == label
    assert "c=JPN,KOR,USA" in page.evaluate("location.hash")
    page.close()


def test_rows_are_found_in_any_script(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site, "#c=JPN,KOR,USA&s=4")
    for wanted in ("半導体", "반도체", "CHIPS act"):
        page.locator("#find").fill(wanted)
        until(page, "wanted => chosen().find === wanted", arg=wanted)
        shown(page)
        rows = table(page)
        assert rows and all(wanted.casefold() in row.casefold() for row in rows), wanted
    page.close()


def test_the_saved_file_shows_the_same_without_scripts_or_network(
    site: Path, chromium: Browser, tmp_path: Path
) -> None:
    fragment = "#c=JPN,KOR,USA&s=5&t=trade&show=shared"
    page = opened(chromium, site, fragment, accept_downloads=True)
    rows = table(page)
    assert rows
    with page.expect_download() as download:
        page.locator('#tools [data-does="save"]').click()
    assert download.value.suggested_filename == "JPN-KOR-USA-section-5-trade.html"
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    page.close()
    text = saved.read_text(encoding="utf-8")
    assert "<script" not in text and 'src="' not in text and "url(" not in text
    assert "file:" not in text and str(site) not in text and "Made from" not in text
    other = chromium.new_context(java_script_enabled=False, offline=True).new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(saved.as_uri())
    found = [row.strip() for row in other.locator("tr.row").all_inner_texts()]
    assert [bare(row) for row in found] == [bare(row) for row in rows]
    assert asked == [saved.as_uri()]
    assert other.locator(".column-notes li").count() > 0
    other.close()


def test_what_is_handed_on_has_the_address_of_its_series(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site, "#c=JPN,KOR&s=5")
    cited, saved, fragment = page.evaluate(
        """() => {
          profilegen.data.address = "https://example.org/profiles/";
          return [citation(chosen()), oneFile(), written(chosen())];
        }"""
    )
    address = f"https://example.org/profiles/compare.html{fragment}"
    assert cited.endswith(f" <{address}>.")
    assert f"Made from {address}" in unescape(saved)
    page.close()


def test_no_key_and_no_text_is_taken_for_something_else(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site, "#c=JPN,KOR&s=5")
    assert page.evaluate("""escaped('"a" < b & c')""") == "&quot;a&quot; &lt; b &amp; c"
    keys = page.evaluate(
        """() => {
          profilegen.rows[5].rows.push(["constructor", "A", "", 0, [], []]);
          return join(chosen()).rows.map(row => row.key);
        }"""
    )
    assert keys and "constructor" not in keys
    page.close()


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (
            "<p>\n  <strong>WTO</strong>\n <em>DS1</em> </p> <p>x",
            "<strong>WTO</strong> <em>DS1</em>",
        ),
        ("<li> a\u00a0b\u3000c </li>", "<li>a\u00a0b\u3000c</li>"),
        ("<p>a</p> <svg> <path/>", "<p>a</p><svg> <path/>"),
    ],
)
def test_only_spaces_that_nobody_sees_are_left_out(html: str, told: str) -> None:
    assert told in data_scripts.tight(html)


def test_print_shows_all_that_is_seen_and_no_control(site: Path, chromium: Browser) -> None:
    page = opened(chromium, site, "#c=JPN,KOR,USA&s=5")
    rows = table(page)
    whole = bare("".join(page_texts(page.pdf(landscape=True, format="A4"))))
    for row in page.locator("#table tr.row .title").all_inner_texts():
        assert bare(row) in whole
    assert len(rows) > 50 and bare("Find in rows") not in whole and "Copylink" not in whole
    page.close()


def test_none_found_and_not_researched_look_different(small_site: Path, chromium: Browser) -> None:
    page = opened(chromium, small_site / "build", "#c=JPN,KOR&s=4")
    unknown = page.locator("#table tr.row td:nth-child(3)").first
    assert unknown.inner_text().strip().endswith("Not researched")
    assert unknown.locator("use").get_attribute("href") == "#sign-unknown"
    page.evaluate("choose({economies: ['KOR', 'JPN'], section: 3})")
    until(page, "chosen().section === 3")
    shown(page)
    found = page.locator("#table tr.row td:nth-child(3)").first
    assert found.inner_text().strip().endswith("None found")
    assert found.locator("use").get_attribute("href") == "#sign-none_found"
    page.close()


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.soak)])
def test_axe_finds_nothing_with_the_picker_open_and_closed(
    three_site: Path, chromium: Browser, width: int
) -> None:
    page = opened(chromium, three_site, "#c=JPN,KOR,USA&s=6", width, bypass_csp=True)
    for step in ("closed", "#add", ".call a", "empty"):
        if step == "empty":
            page.evaluate("location.hash = '#c=JPN&s=6'")
            until(page, "document.getElementById('result').hidden")
        elif step != "closed":
            page.locator(step).first.click()
        found = barriers(page)
        assert found == [], step
        page.keyboard.press("Escape")
    page.close()


@pytest.mark.parametrize("section", [1, 4, 5, 7])
def test_the_page_does_not_scroll_sideways(site: Path, chromium: Browser, section: int) -> None:
    page = opened(chromium, site, f"#c=JPN,KOR,USA,EUU&s={section}")
    assert too_wide(page) == []
    page.close()


def test_without_a_script_the_page_leads_to_the_profiles(site: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "compare.html").as_uri())
    assert page.locator("#plain a").count() == len(codes()) + 7, "profiles and sections"
    assert not page.locator("#compare").is_visible()
    links = page.locator("#plain a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    own = [href for href in links if not href.startswith("section-")]
    assert own == [f"{code}.html" for code in sorted_by_name()]
    page.locator(f'#plain a[href="{own[0]}"]').click()
    assert page.url == (site / own[0]).as_uri()
    context.close()


def sorted_by_name() -> list[str]:
    """The economies' codes in the order of their names."""
    economies = collection().registry.economies.records
    return sorted(codes(), key=lambda code: economies[code].name)


def test_a_section_of_a_profile_leads_to_its_comparison(site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((site / "JPN.html").as_uri())
    page.locator("#section-5 a", has_text="Compare this section").click()
    page.wait_for_url("**/compare.html*")
    until(page, "typeof chosen === 'function' && chosen().section === 5")
    assert page.evaluate("chosen().economies") == ["JPN"]
    assert "add an economy" in page.locator("#sentence").inner_text()
    page.close()


@quiet
def test_all_pages_and_the_file_of_a_comparison_are_valid_html(
    whole_site: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file.html"
    file.write_text(compare_html.comparison_page(compared("JPN", "KOR", "USA")), encoding="utf-8")
    assert invalid([*whole_site.glob("*.html"), file]) == []


@pytest.mark.parametrize(
    "number", [12, *(pytest.param(number, marks=pytest.mark.soak) for number in (40, 200))]
)
@quiet
def test_many_economies_stay_small(number: int) -> None:
    """The first comparison takes 300 KiB of page, style and script, and 60 KiB an economy."""
    profiles, registry = many(number)
    basis = comparison_basis(edition(profiles, registry))
    view = board(basis, basis.columns)
    page = page_html(compare.PAGE, view, Site(listed=PAGES)).encode()
    data = {
        name: text.encode() for name, text in compare_page_data.scripts(basis, view, Site()).items()
    }
    first = [page, data["board.js"], data["rows-5.js"], data["indicators.js"]]
    first += [text.encode() for text in compare_html.assets().values()]
    assert sum(map(len, first)) <= 300 * 1024
    sizes = {  # an economy, with its figures of the section that is shown first
        name: len(text) + len(data.get(f"{name[:3]}-5.js", b""))
        for name, text in data.items()
        if len(name) == 6
    }
    assert len(sizes) == number and max(sizes.values()) <= 60 * 1024, max(
        sizes, key=sizes.__getitem__
    )


def many(number: int) -> tuple[list[Any], Registry]:
    """So many economies of the registry, each with the profile of a real one."""
    own = collection()
    real = [item.profile for item in own.profiles]
    known = [p.economy for p in real]
    others = [code for code in own.registry.economies.records if code not in known]
    made = [
        real[at % len(real)].model_copy(update={"economy": code})
        for at, code in enumerate(others[: number - len(real)])
    ]
    return [*real, *made], own.registry


def test_text_from_yaml_cannot_run_in_the_page(tmp_path: Path, chromium: Browser) -> None:
    from tests.small import KOREA

    evil = "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>"
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    shutil.copy(japan.BASIS, profiles)
    text = KOREA.replace("article: Article 119", f'article: "{evil}"')
    text = text.replace("A page of the ministry", f'"{evil}"')
    (profiles / "KOR.yaml").write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    result = build(Plan(profiles, out, ("html",)), lambda line: None)
    assert not [d for d in result.diagnostics if d.severity == "error"], result.diagnostics
    page = opened(chromium, out, "#c=JPN,KOR&s=3", bypass_csp=True)
    assert "owned" not in page.title()
    assert page.evaluate("document.querySelectorAll('img, main script:not([src])').length") == 0
    assert "</script><script>document.title=" in page.locator("#table").inner_text()
    page.close()


def test_every_state_has_its_sign(site: Path) -> None:
    page = (site / "compare.html").read_text(encoding="utf-8")
    for state in LEGEND:
        assert f'id="sign-{state}"' in page
