"""Treaties, initiatives and disputes by economy: equal to the registry, legible, linked."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests import comparisons
from tests.as_text import as_text
from tests.known import content, row_key
from tests.pdf_tools import bare, page_texts
from tests.quiet import quiet
from tests.site_tools import barriers, lost_links, opened, read

from profilegen.core.dates import Date
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.profile import Profile, entries
from profilegen.core.model.registry import AgreementRecord
from profilegen.core.typography import curly
from profilegen.edition.resolving import Resolver
from profilegen.output import pdf
from profilegen.output.site_page import page_paper
from profilegen.view.comparison.cell import KNOWN, LISTED, NO, SIGNED, UNKNOWN
from profilegen.view.pages import PAGES
from profilegen.view.pages.disputes_page import DisputesView, disputes_view
from profilegen.view.pages.matrix_cell import MatrixCell
from profilegen.view.pages.membership_matrix import (
    INITIATIVES,
    TREATIES,
    WIDE,
    MatrixRow,
    MatrixView,
    matrix_view,
)
from profilegen.view.site.record_links import anchor

FIVE = ("JPN", "KOR", "USA", "AUS", "SGP")
NAMES = ("treaties", "initiatives", "disputes")
REGISTRY = comparisons.collection().registry


@cache
def profiles(*codes: str) -> tuple[Profile, ...]:
    known = [item.profile for item in comparisons.collection().profiles]
    return tuple(p for p in known if not codes or p.economy in codes)


@cache
def treaties(*codes: str) -> MatrixView:
    return matrix_view(TREATIES, content(profiles(*codes), REGISTRY))


@cache
def initiatives(*codes: str) -> MatrixView:
    return matrix_view(INITIATIVES, content(profiles(*codes), REGISTRY))


@cache
def disputes() -> DisputesView:
    return disputes_view(content(profiles(), REGISTRY))


def row(view: MatrixView, key: str) -> MatrixRow:
    kind = "treaty" if view.page == "treaties" else "initiative"
    return next(row for row in view.rows if row.anchor == anchor(kind, key))


def marks(view: MatrixView, key: str) -> dict[str, MatrixCell]:
    codes = [code for code, _ in view.columns]
    return dict(zip(codes, row(view, key).marks, strict=True))


def roster(found: MatrixRow) -> dict[str, str]:
    """What a record says of each economy by name, without doubts."""
    return {
        str(name).removesuffix(" (not verified)"): str(part.words)
        for part in found.parts
        for name in part.economies
    }


def name(code: str) -> str:
    return REGISTRY.economies.records[code].name


# == the five economies of the issue


def test_the_five_stand_in_the_cptpp_as_the_registry_has_it() -> None:
    found = marks(treaties(*FIVE), "CPTPP")
    assert {code: mark.state for code, mark in found.items()} == {
        "AUS": LISTED, "JPN": LISTED, "SGP": LISTED, "KOR": NO, "USA": NO,
    }  # fmt: skip
    assert as_text({found[code].year for code in ("AUS", "JPN", "SGP")}) == {"2018"}
    told = roster(row(treaties(*FIVE), "CPTPP"))
    assert told["Japan"] == "In force since 30 December 2018"
    assert told["United Kingdom"] == "In force since 15 December 2024"
    assert "Korea" not in told and len(told) == 12


def test_the_five_stand_in_rcep_as_the_registry_has_it() -> None:
    found = marks(treaties(*FIVE), "RCEP")
    assert found["USA"].state == NO
    assert {code for code, mark in found.items() if mark.state == LISTED} == {
        "AUS", "JPN", "KOR", "SGP",
    }  # fmt: skip
    assert found["KOR"].unsure and not found["JPN"].unsure
    told = roster(row(treaties(*FIVE), "RCEP"))
    assert told["Korea"] == "In force since 1 February 2022"
    assert told["Japan"] == "In force since 1 January 2022"


def test_the_ipef_stands_by_pillar_with_each_economys_own_date() -> None:
    view = initiatives(*FIVE)
    pillars = [r.title for r in view.rows if r.pillar]
    assert pillars == ["IPEF Pillar I (Trade)", *(f"IPEF Pillar {n}" for n in ("II", "III", "IV"))]
    whole = next(at for at, r in enumerate(view.rows) if r.title == "IPEF")
    assert [r.title for r in view.rows[whole + 1 : whole + 5]] == pillars
    chain = marks(view, "IPEF-P2")
    years = {code: mark.year for code, mark in chain.items()}
    assert as_text(years) == {
        "AUS": "n.d.",
        "JPN": "2024",
        "KOR": "2024",
        "SGP": "2024",
        "USA": "2024",
    }
    told = roster(row(view, "IPEF-P2"))
    assert told["Korea"] == "Participant, since 17 April 2024"
    assert told["Japan"] == "Participant, since 24 February 2024"
    assert told["Australia"] == "Participant, own date not stated"
    assert treaties(*FIVE).frameworks[0][0] == "IPEF"


# == all economies


def acting(code: str, parties: tuple[str, ...]) -> str:
    """The economy or the union that is the party for it, or nothing."""
    return next(
        (c for c in (code, *Resolver(REGISTRY).economies.unions_of(code)) if c in parties), ""
    )


@quiet
def test_every_cell_of_a_treaty_equals_the_registry() -> None:
    seen = set()
    for key, record in REGISTRY.agreements.records.items():
        listed = {
            p.economy: e.entry
            for p in profiles()
            for e in entries(p)
            if isinstance(e.entry, Agreement) and row_key(e.entry, REGISTRY) == key
        }
        if not listed:
            assert anchor("treaty", key) not in {r.anchor for r in treaties().rows}
            continue
        seen.add(key)
        for code, mark in marks(treaties(), key).items():
            check_treaty(key, record, code, mark, listed.get(code))
    assert len(seen) > 40


def check_treaty(
    key: str, record: AgreementRecord, code: str, mark: MatrixCell, listed: Agreement | None
) -> None:
    party = acting(code, record.parties)
    assert bool(mark.number) == (listed is not None), (key, code)
    if listed is None and not party:
        assert as_text((mark.state, mark.year, mark.below)) == (NO, "", ""), (key, code)
    elif listed is None or not listed.written_out:
        date = record.in_force_for.get(party, record.in_force)
        if record.status in ("in force", "provisionally applied"):
            assert mark.state == (LISTED if listed else KNOWN), (key, code)
            assert as_text(mark.year) == (str(date.year) if isinstance(date, Date) else "n.d."), (
                key,
                code,
            )
        elif record.status in ("signed", "never in force"):
            assert mark.state == SIGNED, (key, code)
        assert str(mark.below).endswith("via EU") == (party != code), (key, code)


@quiet
def test_every_participant_of_an_initiative_is_told_with_its_date() -> None:
    for found in initiatives().rows:
        key, record = next(
            pair
            for pair in REGISTRY.initiatives.records.items()
            if anchor("initiative", pair[0]) == found.anchor
        )
        told = roster(found)
        assert set(told) == {name(c) for c in {*record.participants, *record.roles}}, key
        for code, date in record.joined.items():
            if isinstance(date, Date):
                assert str(date) in told[name(code)], (key, code)
        for code, role in record.roles.items():
            if role != "not stated":
                assert told[name(code)].lower().startswith(role), (key, code)
        for code, mark in marks(initiatives(), key).items():
            if not acting(code, (*record.participants, *record.roles)) and not mark.number:
                assert mark.state == (NO if record.complete else UNKNOWN), (key, code)


def test_every_party_of_a_treaty_is_told_with_its_date() -> None:
    for found in treaties().rows:
        key = next(
            (k for k in REGISTRY.agreements.records if anchor("treaty", k) == found.anchor), ""
        )
        if not key:
            assert "not in the registry" in as_text(found.line.lower())
            assert found.parts
            continue
        record = REGISTRY.agreements.records[key]
        told = roster(found)
        assert set(told) == {name(code) for code in record.parties}, key
        if record.status == "in force":
            for code in set(record.parties) - {*record.left, *record.signed_only}:
                date = record.in_force_for.get(code, record.in_force)
                assert (str(date) if isinstance(date, Date) else "not stated") in told[name(code)]


def test_what_nobody_registered_is_unknown_and_a_blank_is_not() -> None:
    found = marks(treaties(), "energy charter treaty")
    assert found["DEU"].state == NO and as_text(found["DEU"].year) == "2023"
    assert found["JPN"].state == UNKNOWN and "Not in the registry" in as_text(found["JPN"].told)
    assert {state for state, _ in treaties().legend} == {LISTED, KNOWN, SIGNED, NO, UNKNOWN}


def test_a_treaty_beside_the_registry_tells_the_parties_that_its_profile_names() -> None:
    (found,) = (r for r in treaties().rows if "Taiwan" in r.title)
    assert as_text([(part.words, part.economies) for part in found.parts]) == [
        ("Signed, not in force", ("United States",)),
        ("Named as a party", (name("TWN"),)),
    ]


def test_anchors_are_unique_and_columns_fit_a_page() -> None:
    for view in (treaties(), initiatives()):
        assert len({r.anchor for r in view.rows}) == len(view.rows)
        columns = [at for sheet in view.sheets for at in sheet]
        assert columns == list(range(len(view.columns)))
        assert all(len(sheet) <= WIDE for sheet in view.sheets)
    one = "a treaty on the mutual recognition of very long names, between this one and "
    assert anchor("treaty", f"{one} a") != anchor("treaty", f"{one} b")


# == disputes


def test_each_count_of_disputes_is_the_registrys() -> None:
    until = REGISTRY.disputes.as_of
    assert until is not None
    union = REGISTRY.economies.records["EUU"]
    cases = {
        key: record
        for key, record in REGISTRY.disputes.records.items()
        if record.forum == "WTO"
        and isinstance(record.requested, Date)
        and record.requested.first <= until.last
    }
    for pairs in disputes().rows:
        for pair in pairs:
            one, other = pair.complainant, pair.respondent
            own = [
                key
                for key, record in cases.items()
                if one != other
                and one in record.complainant
                and (
                    other in record.respondent
                    or (
                        other == "EUU"
                        and any(union.has_member(c, record.requested) for c in record.respondent)  # type: ignore[arg-type]
                    )
                )
            ]
            assert list(pair.own) == own, (one, other)
            assert not set(pair.own) & set(pair.through)
            if pair.through:
                assert {one, other} & set(union.members), (one, other)
    at = [code for code, _ in disputes().columns].index
    japan_korea = disputes().rows[at("KOR")][at("JPN")]
    assert japan_korea.own == ("DS323", "DS336", "DS590")
    airbus = disputes().rows[at("USA")][at("DEU")]
    assert "DS316" in airbus.own and "DS316" not in airbus.through


def test_the_united_kingdom_has_cases_through_the_union_only_as_its_member() -> None:
    at = [code for code, _ in disputes().columns].index
    through = disputes().rows[at("CHN")][at("GBR")].through
    assert through
    left = REGISTRY.economies.records["EUU"].left["GBR"]
    for key in through:
        date = REGISTRY.disputes.records[key].requested
        assert isinstance(date, Date) and not left.surely_before(date), key


def test_every_dispute_that_a_profile_lists_stands_once_by_topic_and_year() -> None:
    listed = sorted(
        f"{p.economy} {e.number}"
        for p in profiles()
        for e in entries(p)
        if e.kind.number == 7 and e.list_name == "disputes"
    )
    shown = [case for theme in disputes().themes for case in theme.cases]
    assert sorted(item.number for case in shown for item in case.listings) == listed
    assert len({case.anchor for case in shown}) == len(shown)
    for theme in disputes().themes:
        years = [str(case.year) for case in theme.cases]
        assert years == sorted(years)
        assert {case.anchor for case in theme.others} <= {case.anchor for case in shown}


def test_every_counted_case_has_its_title() -> None:
    view = disputes()
    for row in view.rows:
        for pair in row:
            for key in (*pair.own, *pair.through):
                assert view.titles[key] == REGISTRY.disputes.records[key].name


# == paper


@pytest.mark.parametrize(
    ("view", "economies"),
    [
        (treaties, FIVE),
        (initiatives, FIVE),
        pytest.param(treaties, (), marks=pytest.mark.soak),
        pytest.param(initiatives, (), marks=pytest.mark.soak),
    ],
)
def test_a_matrix_is_printed_whole(view, economies) -> None:  # type: ignore[no-untyped-def]
    made: MatrixView = view(*economies)
    declared = next(page for page in PAGES if page.name == made.page)
    paper = page_paper(declared, made)
    assert paper
    press = pdf.Press(None, paper.sheet)
    checked = pdf.print_pages(paper.source, paper.expected, press, made.page)
    assert checked.value is not None and checked.diagnostics == ()
    pages = [bare(text) for text in page_texts(checked.value.data)]
    for _, column in made.columns:
        assert bare(column) in pages[0] and bare(column) in pages[1]
    for found in made.rows:
        assert any(bare(found.name or found.title) in page for page in pages)
        for part in found.parts:
            assert any(bare(str(part.words)) in page for page in pages)


# == the site


@pytest.fixture(scope="module")
def site(whole_site: Path) -> Path:
    return whole_site


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page_name", NAMES)
def test_axe_finds_nothing(three_site: Path, chromium: Browser, page_name: str, width: int) -> None:
    path = three_site / f"{page_name}.html"
    page = opened(chromium, path, width, bypass_csp=True)
    found = barriers(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert found == []
    assert wide <= width


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_heads_and_names_stay_in_sight(site: Path, chromium: Browser, width: int) -> None:
    page = opened(chromium, site / "treaties.html", width)
    distance, left = page.evaluate(
        """() => {
          const region = document.querySelector('.matrix-region');
          const row = document.querySelector('.matrix tbody:nth-of-type(2) tr:last-child th');
          row.scrollIntoView({block: 'center'});
          region.scrollLeft = 200;
          const head = document.querySelector('.matrix thead th:nth-child(3)');
          const scrolls = getComputedStyle(region).overflowY === 'auto';
          const edge = scrolls ? region.getBoundingClientRect().top : 0;
          const first = row.getBoundingClientRect();
          return [head.getBoundingClientRect().top - edge, first.left];
        }"""
    )
    page.close()
    assert abs(distance) <= 1 and left >= 0


@pytest.mark.browser
@pytest.mark.parametrize("page_name", NAMES)
def test_a_page_prints_whole(site: Path, chromium: Browser, page_name: str) -> None:
    page = opened(chromium, site / f"{page_name}.html", 1280)
    sheets = [bare(text) for text in page_texts(page.pdf(prefer_css_page_size=True))]
    title = bare(page.inner_text("h1"))
    page.close()
    assert title in sheets[0]
    printed = "".join(sheets)
    if page_name == "disputes":
        wanted = [bare(curly(case.name)) for theme in disputes().themes for case in theme.cases]
        wanted += [bare(curly(f"{key} {title}")) for key, title in disputes().titles.items()]
    else:
        view = treaties() if page_name == "treaties" else initiatives()
        wanted = [bare(curly(found.title)) for found in view.rows]
    assert [title for title in wanted if printed.count(title) < 1] == []


@quiet
def test_every_link_and_fragment_of_the_whole_site_resolves(site: Path) -> None:
    pages = {path.name for path in site.glob("*.html")}
    assert {f"{name}.html" for name in (*NAMES, "index", "JPN", "compare")} <= pages
    assert lost_links(site) == []


def test_every_entry_on_a_profile_leads_to_its_place(site: Path) -> None:
    for profile in profiles():
        hrefs = set(read(site / f"{profile.economy}.html").hrefs)
        for placed in entries(profile):
            kind = {5: "treaty", 6: "initiative", 7: "dispute"}.get(placed.kind.number)
            if kind and REGISTRY.book(placed.entry):
                page = NAMES[placed.kind.number - 5]
                assert f"{page}.html#{anchor(kind, row_key(placed.entry, REGISTRY))}" in hrefs
