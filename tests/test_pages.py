"""Pages across all economies: sections, topics, timeline, and the first page that leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.as_text import as_text, words
from tests.comparisons import collection
from tests.known import content, edition, resolved, topic_names
from tests.pdf_tools import bare, page_texts
from tests.quiet import quiet
from tests.site_tools import barriers, opened, read, too_wide, until

from profilegen.check.all_profiles import load, profile_files
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.profile import Profile, entries
from profilegen.core.model.sections import SECTIONS
from profilegen.edition.act_year import year_of
from profilegen.edition.bilateral_disputes import versus
from profilegen.output.curly_marks import printed
from profilegen.output.site_page import page_html, page_paper
from profilegen.view.pages import PAGES
from profilegen.view.pages.search_index import hits
from profilegen.view.pages.section_page import SECTION_PAGES, SectionPage, section_page
from profilegen.view.pages.timeline import timeline_view
from profilegen.view.pages.topics_page import topics_view
from profilegen.view.profile.section import section_view
from profilegen.view.site.site_map import Site
from profilegen.view.text.footnotes import mapped
from profilegen.view.text.nodes import Call, Draft

NAMES = ("index", "section-1", "section-4", "topics", "timeline", "figures")


def profiles() -> list[Profile]:
    return [item.profile for item in collection().profiles]


@cache
def pages() -> tuple[SectionPage, ...]:
    known = content(profiles(), collection().registry)
    return tuple(section_page(kind, known) for kind in SECTIONS)


@pytest.fixture(scope="module")
def two(small_site: Path) -> Path:
    """Japan of the first seed beside a short Korea, with all their PDFs."""
    return small_site / "build"


@pytest.fixture(scope="module")
def real(whole_site: Path) -> Path:
    """The pages of the real profiles, without PDFs."""
    return whole_site


# ------------------------------------------------------------------ sections


def test_a_section_page_lists_every_entry_of_every_profile() -> None:
    for page, kind, declared in zip(pages(), SECTIONS, SECTION_PAGES, strict=True):
        text = page_html(declared, page, Site())
        ids = re.findall(r'id="([^"]+)"', text)
        wanted = [p.anchor for who in profiles() for p in entries(who) if p.kind is kind]
        assert [len(wanted)] == [sum(part.entries for part in page.parts)], page.number
        assert set(wanted) <= set(ids)
        assert len(ids) == len(set(ids)), page.number


def drafts(view: object) -> list[Draft]:
    found: list[Draft] = []

    def look(draft: Draft) -> Draft:
        found.append(draft)
        return draft

    mapped(view, look)
    return found


def calls(node: Any) -> Iterator[Call]:
    if isinstance(node, Call):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from calls(item)
    elif hasattr(node, "__dataclass_fields__"):
        for name in node.__dataclass_fields__:
            yield from calls(getattr(node, name))


@quiet
def test_a_section_page_holds_every_note_of_the_profiles_sections_once() -> None:
    registry = collection().registry
    for page, kind in zip(pages(), SECTIONS, strict=True):
        wanted = 0
        for profile in profiles():
            own = drafts(section_view(kind, resolved(profile, registry)))
            part = next(part for part in page.parts if part.code == profile.economy)
            assert len(list(calls(part.section))) == len(own), (kind.number, profile.economy)
            wanted += len(own)
        assert [note.label for note in page.notes] == [str(n) for n in range(1, wanted + 1)]
        called = [call.note.label for call in calls(page.parts)]
        assert called == [note.label for note in page.notes]


ONE_KEY = """\
economy: {code}
status: draft
updated: 21 November 2026
industrial_strategy: {{text: "Chips come first. [@same]"}}
sources:
  same: {{type: webpage, title: {title}, issued: 2024}}
"""


def test_one_key_for_two_documents_cites_both(tmp_path: Path) -> None:
    for code, title in (("JPN", "Of Japan"), ("KOR", "Of Korea")):
        text = ONE_KEY.format(code=code, title=title)
        (tmp_path / f"{code}.yaml").write_text(text, encoding="utf-8")
    value = load(profile_files(tmp_path), tmp_path).value
    assert value is not None
    page = section_page(SECTIONS[0], content([i.profile for i in value.profiles], value.registry))
    assert [words(note.words) for note in page.notes] == [
        "\u2018Of Japan\u2019 (2024).",
        "\u2018Of Korea\u2019 (2024).",
    ]


def test_what_was_searched_and_what_nobody_looked_for_look_different(two: Path) -> None:
    def silence(number: int, code: str) -> tuple[str, str]:
        text = (two / f"section-{number}.html").read_text(encoding="utf-8")
        part = text.split(f'<section class="section economy" id="{code}"')[1].split("</section>")[0]
        found = re.search(r'<div class="silence">\s*(<svg.*?</svg>)\s*<p class="state">(.*?)</p>',
                          part, re.DOTALL)  # fmt: skip
        assert found, (number, code)
        return found[1], found[2]

    none_found, unknown = silence(7, "KOR"), silence(4, "KOR")
    assert none_found[1] == "None found" and unknown[1] == "Not researched"
    assert none_found[0] != unknown[0]
    heads = {part: (two / f"section-{part}.html").read_text(encoding="utf-8") for part in (4, 7)}
    assert "and 1 not researched." in heads[4] and "and 1 none found." in heads[7]


def test_section_pages_lead_on_and_back(two: Path) -> None:
    for number in range(1, 8):
        links = read(two / f"section-{number}.html")
        assert {f"section-{other}.html" for other in range(1, 8)} <= set(links.hrefs)
        assert f"JPN.html#section-{number}" in links.hrefs
        assert f"pdf/section-{number}.pdf" in links.hrefs
        assert {"JPN", "KOR"} <= set(links.ids)


def test_section_pdfs_hold_every_note_and_economy(two: Path) -> None:
    small = load(profile_files(two.parent / "profiles"), two.parent / "profiles").value
    assert small is not None
    known = content([item.profile for item in small.profiles], small.registry)
    for kind in SECTIONS:
        page = section_page(kind, known)
        file = two / "pdf" / f"section-{page.number}.pdf"
        whole = bare("".join(page_texts(file.read_bytes())))
        for note in page.notes:
            assert bare(printed(note.words)) in whole, (page.number, note.label)
        for part in page.parts:
            assert bare(f"{part.code} {part.name}") in whole
        assert bare(f"{len(small.profiles)} profiles") in whole


def test_a_section_pdf_expects_every_note_and_every_economy() -> None:
    for page, declared in zip(pages(), SECTION_PAGES, strict=True):
        paper = page_paper(declared, page)
        assert paper
        assert len(paper.expected.notes) == len(page.notes)
        assert set(paper.expected.headings) == {profile.economy for profile in profiles()}
        for note in page.notes:
            assert paper.source.count(f'id="fn-{note.label}"') == 1


# -------------------------------------------------------------------- topics


def test_the_page_of_topics_lists_every_tagged_entry() -> None:
    registry = collection().registry
    view = topics_view(content(profiles(), registry))
    listed = [
        (topic.name, line.anchor) for topic in view.topics for g in topic.groups for line in g.lines
    ]
    tagged = {
        (name, placed.anchor)
        for profile in profiles()
        for placed in entries(profile)
        for name in topic_names(placed.entry, registry)
    }
    assert set(listed) == tagged and len(listed) == len(tagged)
    every = sum(bool(p.entry.topics) for profile in profiles() for p in entries(profile))
    assert f"under which {every} entries" in as_text(view.lead)
    assert not set(view.unused) & {topic.name for topic in view.topics}


def test_the_index_of_a_section_has_each_tagged_entry_under_its_topics() -> None:
    registry = collection().registry
    for page, kind in zip(pages(), SECTIONS, strict=True):
        for profile in profiles():
            part = next(part for part in page.parts if part.code == profile.economy)
            index = dict(part.section.by_topic)
            assert list(index) == sorted(index, key=str.lower)
            listed = [(topic, item.anchor) for topic, items in index.items() for item in items]
            wanted = [(topic, placed.anchor) for placed in entries(profile) if placed.kind is kind
                      for topic in topic_names(placed.entry, registry)]  # fmt: skip
            assert sorted(listed) == sorted(wanted)


def test_topics_of_a_profile_lead_to_the_page_of_topics(two: Path) -> None:
    topics = {f"topics.html#{anchor}" for anchor in read(two / "topics.html").ids}
    leading = {href for href in read(two / "JPN.html").hrefs if href.startswith("topics.html#")}
    assert leading and leading <= topics


# ------------------------------------------------------------------ timeline


def instrument(**values: object) -> Instrument:
    return Instrument.model_validate({"title": "An act", **values})


@pytest.mark.parametrize(
    ("values", "year"),
    [
        ({"number": "Act No. 98 of 2013"}, 2013),
        ({"number": "Act No. 98 of 2013", "year": "2024"}, 2024),
        ({"number": "Act No. 2011 of 1998"}, 1998),
        ({"number": "Law 14.902 of 27 June 2024"}, 2024),
        ({"number": "Regulation (EU) 2021/821"}, 2021),
        ({"number": "2002 c. 28"}, 2002),
        ({"number": "Guo Fa (2020) No. 8"}, 2020),
        ({"number": "Pub. L. 117-169, 136 Stat. 1818", "title": "Reduction Act of 2022"}, 2022),
        ({"number": "BGBl I p 2013"}, None),
        ({"number": "not stated", "title": "Vision 2030"}, None),
        ({}, None),
    ],
)
def test_the_year_of_an_act_is_what_its_number_or_title_says(
    values: dict[str, object], year: int | None
) -> None:
    assert year_of(instrument(**values), 2026) == year


def test_the_timeline_holds_every_law_treaty_and_dispute() -> None:
    registry = collection().registry
    view = timeline_view(content(profiles(), registry))
    for profile in profiles():
        lane = next(lane for lane in view.lanes if lane.code == profile.economy)
        wanted = [p.anchor for p in entries(profile)
                  if isinstance(p.entry, Instrument | Agreement | Dispute)]  # fmt: skip
        assert sorted(mark.anchor for mark in lane.marks) == sorted(wanted)
        assert all(mark.year is None or mark.year <= view.last for mark in lane.marks)
    japan_ = next(lane for lane in view.lanes if lane.code == "JPN")
    known = {(str(m.title).rpartition("(")[2].rstrip(")"), m.year, m.shape) for m in japan_.marks}
    assert {("CPTPP", 2018, "bound"), ("RCEP", 2022, "bound")} <= known
    assert next(m for m in japan_.marks if "(TPP)" in as_text(m.title)).year is None


def test_every_mark_of_the_lanes_stands_in_the_table_too(real: Path, chromium: Browser) -> None:
    page = opened(chromium, real / "timeline.html", 1280)
    for code in ("JPN", "USA"):
        drawn = page.locator(f"#{code} svg.lanes > svg").count()
        page.locator(f"#{code} details > summary").click()
        dated = page.locator(f"#{code} table tbody tr td:first-child").all_inner_texts()
        assert drawn == sum(bool(re.search(r"\d{4}$", text)) for text in dated)
        assert page.locator(f"#{code} svg.lanes > text").all_inner_texts() != []
    page.close()


# ---------------------------------------------------------------- first page


def test_the_first_page_leads_to_all_that_is_there(two: Path) -> None:
    hrefs = {href.partition("#")[0] for href in read(two / "index.html").hrefs}
    there = {path.name for path in two.glob("*.html")} - {"index.html"}
    assert there <= hrefs
    assert {f"{page.name}.html" for page in PAGES} - {"index.html"} <= there
    printed = {f"pdf/{path.name}" for path in (two / "pdf").glob("*.pdf")}
    assert {name for name in printed if re.search("JPN|KOR|section", name)} <= hrefs


def test_comparisons_lead_side_by_side_only_where_that_page_is(two: Path) -> None:
    text = (two / "index.html").read_text(encoding="utf-8")
    assert ("compare.html" in text) == (two / "compare.html").exists()
    site = Site(frozenset(("compare",)))
    assert site.compare(("JPN", "KOR"), 4) == "compare.html#c=JPN,KOR&s=4"
    assert Site().compare(("JPN",), 4) == ""


@quiet
def test_every_find_of_the_search_leads_somewhere(real: Path) -> None:
    ids = {path.name: set(read(path).ids) for path in real.glob("*.html")}
    found = list(hits(edition(profiles(), collection().registry)))
    assert len(found) > sum(1 for profile in profiles() for _ in entries(profile))
    for hit in found:
        file, _, fragment = hit.href.partition("#")
        assert file in ids and (not fragment or fragment in ids[file]), hit


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("korea", "Korea"),
        ("대한", "Korea"),
        ("日本", "Japan"),
        ("semicond", "Semiconductors"),
        ("rcep", "Regional Comprehensive Economic Partnership Agreement (RCEP)"),
        ("産業競争力", "Act on Strengthening Industrial Competitiveness"),
        ("brasil", "Brazil"),
        ("DS336", "DS336, Japan"),
        ("DS495", "DS495, Korea"),
        ("korea radionuclides", "DS495, Korea"),
        ("chip support gdp", "Semiconductor support as share of GDP"),
        ("cptpp japan", "Comprehensive and Progressive Agreement"),
    ],
)
def test_search_finds_in_every_script(
    real: Path, chromium: Browser, typed: str, title: str
) -> None:
    page = opened(chromium, real / "index.html", 1280)
    page.fill("#search-field", typed)
    page.wait_for_selector("#search-found li")
    titles = page.locator("#search-found a").all_inner_texts()
    assert any(found.startswith(title) for found in titles), titles
    page.close()


def test_search_finds_a_treaty_by_its_parties_and_by_no_others() -> None:
    found = list(hits(edition(profiles(), collection().registry)))
    by = {
        str(h.where).rpartition(" ")[0]: f"{h.also} {h.where}"
        for h in found
        if "(CPTPP)" in h.title
    }
    assert "Japan" in by and len(by) > 1
    assert all("Japan" in told and "Korea" not in told for told in by.values())


def test_search_finds_every_case_between_the_economies_once() -> None:
    registry = collection().registry
    found = [h for h in hits(edition(profiles(), registry)) if as_text(h.kind) == "Dispute"]
    rows = versus([p.economy for p in profiles()], registry.disputes, registry.economies)
    counted = {key for row in rows for pair in row for key in (*pair.own, *pair.through)}
    for key in counted:
        own = [h for h in found if h.title.startswith(f"{key},")]
        assert own and (len(own) == 1 or not any(h.href.startswith("disputes") for h in own)), key
    (case,) = (h for h in found if h.title.startswith("DS495,"))
    assert as_text((case.href, case.where)) == ("disputes.html#by-JPN-KOR", "Japan against Korea")


def test_search_is_done_by_keyboard_and_says_when_nothing_is_found(
    real: Path, chromium: Browser
) -> None:
    page = opened(chromium, real / "index.html", 390)
    page.focus("#search-field")
    page.keyboard.type("zzzz")
    until(page, "document.getElementById('search-told').textContent")
    assert page.inner_text("#search-told") == "Nothing found"
    page.keyboard.press("Escape")
    page.keyboard.type("semicond")
    page.wait_for_selector("#search-found li")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Semiconductors"
    page.keyboard.press("Enter")
    page.wait_for_url("**/topics.html#semiconductors")
    page.close()


def test_without_script_the_first_page_shows_no_dead_field(real: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((real / "index.html").as_uri())
    assert not page.is_visible("#search-field")
    assert page.is_visible("text=One section, all economies")
    context.close()


# ----------------------------------------------------------------- all pages


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(two: Path, chromium: Browser, name: str, width: int) -> None:
    page = opened(chromium, two / f"{name}.html", width, bypass_csp=True)
    if name == "index":
        page.fill("#search-field", "act")
        page.wait_for_selector("#search-found li")
    found = barriers(page)
    page.close()
    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways(real: Path, chromium: Browser, name: str) -> None:
    page = opened(chromium, real / f"{name}.html", 1280)
    assert too_wide(page) == []
    page.close()


def test_on_a_phone_the_places_open_without_script(real: Path, chromium: Browser) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto((real / "topics.html").as_uri())
    assert not page.is_visible(".masthead .places a")
    page.click(".menu summary")
    assert page.is_visible(".menu a[href='timeline.html']")
    context.close()
