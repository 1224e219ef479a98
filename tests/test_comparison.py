"""A comparison says what the profiles and the registries say: all of it, and nothing else."""

from __future__ import annotations

import itertools
import re
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import comparisons
from tests.as_text import as_text, words
from tests.comparisons import codes, collection
from tests.known import edition
from tests.quiet import heard_first, quiet
from tests.small import KOREA

from profilegen.check.model_validation import validate
from profilegen.core import placed_observations as observed_figures
from profilegen.core.dates import Date
from profilegen.core.model.entries import Entry
from profilegen.core.model.profile import PlacedEntry, Profile, entries
from profilegen.core.reader_text_type import Words
from profilegen.core.typography import curly
from profilegen.core.yaml_source import SourceTree, read
from profilegen.edition.record_facts import InitiativeFacts, beyond
from profilegen.view.comparison.all_columns_and_rows import ComparisonBasis, comparison_basis
from profilegen.view.comparison.cell import INSIDE, KNOWN, LISTED, NO, SIGNED, UNKNOWN, ComparedCell
from profilegen.view.comparison.comparability import (
    ComparedFigure,
    Shown,
    Trait,
    figure_said,
    period_known,
)
from profilegen.view.comparison.comparison import comparison
from profilegen.view.comparison.figures import Bundle, Strand, side_by_side
from profilegen.view.comparison.model import Choice, ComparedSection
from profilegen.view.profile.section_view import ListView
from profilegen.view.site.record_links import Place
from profilegen.view.text.footnotes import mapped
from profilegen.view.text.nodes import Call

compared = quiet(comparisons.compared)

TOPICS = tuple(collection().registry.topics.records)
CHOICES = st.lists(st.sampled_from(codes()), min_size=2, max_size=5, unique=True)
SECTIONS = st.lists(st.integers(1, 7), min_size=1, max_size=7, unique=True)


@cache
def placed(code: str) -> tuple[PlacedEntry, ...]:
    item = next(i for i in collection().profiles if i.profile.economy == code)
    return tuple(entries(item.profile))


def topics(entry: Entry) -> set[str]:
    known = collection().registry.topics
    return {known.key(topic) or topic for topic in entry.topics}


def numbers(cell: ComparedCell) -> list[str]:
    """Entries that a cell shows in full."""
    own = [cell.number] if cell.number else []
    return own + [item.entry.number for item in cell.items if not item.under]


@given(CHOICES, SECTIONS, st.sampled_from(("", *TOPICS)))
@settings(max_examples=60)
def test_nothing_selected_is_missing_and_nothing_stands_twice(
    economies: list[str], sections: list[int], topic: str
) -> None:
    view = compared(*economies, sections=tuple(sorted(sections)), topic=topic)
    for at, code in enumerate(economies):
        for section in view.sections:
            wanted = [
                f"{code} {p.number}"
                for p in placed(code)
                if p.kind.number == section.number
                and (not topic or topic in topics(p.entry))
                and p.list_name != "remedies"
            ]
            found = [number for row in section.rows for number in numbers(row.cells[at])]
            if topic and section.number > 4:  # a row is about a topic if any column says so
                assert set(wanted) <= set(found)
            else:
                assert sorted(found) == sorted(wanted)


@given(CHOICES)
@settings(max_examples=40)
@quiet
def test_every_agreement_stands_as_the_registry_has_it(economies: list[str]) -> None:
    registry = collection().registry
    (section,) = compared(*economies, sections=(5,)).sections
    rows = {row.head.key: row for row in section.rows}
    for key, record in registry.agreements.records.items():
        parties = [code for code in economies if acts(code, record.parties)]
        if not parties:
            assert key not in rows or any(numbers(cell) for cell in rows[key].cells)
            continue
        for at, code in enumerate(economies):
            cell = rows[key].cells[at]
            if code not in parties:
                assert numbers(cell) or cell.state == NO, (key, code)
            elif cell.number:
                assert cell.state in (LISTED, SIGNED, NO), (key, code)
            else:
                assert cell.state in (KNOWN, SIGNED, NO), (key, code)
                party = code if code in record.parties else "EUU"
                date = record.in_force_for.get(party, record.in_force)
                told = words(cell.words)
                if cell.state == KNOWN and isinstance(date, Date):
                    assert str(date) in told, (key, code)
                by_union = any("European Union" in words(fact) for fact in cell.facts)
                assert by_union == (party != code), (key, code)


def acts(code: str, parties: tuple[str, ...]) -> bool:
    return bool(collection().resolver.economies.acting_for(code) & set(parties))


@given(CHOICES)
@settings(max_examples=40)
def test_every_initiative_stands_as_the_registry_has_it(economies: list[str]) -> None:
    registry = collection().registry
    (section,) = compared(*economies, sections=(6,)).sections
    rows = {row.head.key: row for row in section.rows}
    for key, record in registry.initiatives.records.items():
        members = (*record.participants, *record.roles)
        if not any(acts(code, members) for code in economies):
            assert key not in rows or any(numbers(cell) for cell in rows[key].cells)
            continue
        for at, code in enumerate(economies):
            cell = rows[key].cells[at]
            if acts(code, members):
                assert cell.state == (LISTED if cell.number else KNOWN)
                role = record.role(code if code in members else "EUU")
                assert cell.number or str(role).casefold() in words(cell.words).casefold()
            elif not cell.number:
                assert cell.state == (NO if record.complete else UNKNOWN), (key, code)


@given(CHOICES)
@settings(max_examples=40)
@quiet
def test_disputes_are_those_listed_and_those_between_the_economies(economies: list[str]) -> None:
    registry = collection().registry
    (section,) = compared(*economies, sections=(7,)).sections
    found = {row.head.key: row for row in section.rows}
    for key, record in registry.disputes.records.items():
        on = record.requested if isinstance(record.requested, Date) else None
        acting = {code: collection().resolver.economies.acting_for(code, on) for code in economies}
        by = {code for code, own in acting.items() if own & set(record.complainant)}
        against = {code for code, own in acting.items() if own & set(record.respondent)} - by
        is_listed = any(
            registry.disputes.key(p.entry.name_text) == key
            for code in economies
            for p in placed(code)
            if p.kind.number == 7
        )
        assert (key in found) == (is_listed or bool(by and against)), key
        if key in found:
            tokens = dict(zip(economies, (c.token for c in found[key].cells), strict=True))
            for code in by:
                assert tokens[code] == "in:complainant"
            for code in against:
                assert tokens[code] == "in:respondent"


@given(CHOICES)
@settings(max_examples=30)
def test_rows_are_grouped_and_counted_by_who_shares_them(economies: list[str]) -> None:
    for section in compared(*economies).sections:
        assert [row for group in section.groups for row in group.rows] == list(section.rows)
        shares = [sum(cell.state in INSIDE for cell in row.cells) for row in section.rows]
        assert shares == sorted(shares, reverse=True)
        assert (
            section.counts.shared
            == tuple(shares.count(share) for share in range(len(economies) + 1))[
                : len(section.counts.shared)
            ]
        )
        assert section.counts.unknown == sum(
            cell.state == UNKNOWN for row in section.rows for cell in row.cells
        )


def called(section: ComparedSection, at: int) -> list[Call]:
    found: list[Call] = []

    def heard(call: Call) -> Call:
        found.append(call)
        return call

    rows = (*section.rows, *section.figures)
    mapped((section.text[at : at + 1], tuple(row.cells[at] for row in rows)), heard, Call)
    return found


@given(CHOICES, st.sampled_from(("", *TOPICS)))
@settings(max_examples=50)
def test_notes_run_on_down_each_column_and_each_stands_once(
    economies: list[str], topic: str
) -> None:
    view = compared(*economies, topic=topic)
    for at, letter in enumerate("ABCDE"[: len(economies)]):
        notes = [note for section in view.sections for note in section.notes[at]]
        assert [note.label for note in notes] == [f"{letter}{n}" for n in range(1, len(notes) + 1)]
        for section in view.sections:
            calls = called(section, at)
            assert [c.note for c in calls if not c.again] == list(section.notes[at])
            known = {note.label for note in notes}
            assert all(call.note.label in known for call in calls)
        assert not any("ibid" in words(note.words) for note in notes)


def test_an_entry_stands_under_its_first_topic_and_the_others_point_there() -> None:
    (section,) = compared("JPN", "KOR", sections=(1,)).sections
    rows = {row.head.key: row.cells[0] for row in section.rows}
    strategy = "New Direction of Economic and Industrial Policies"
    shown = {
        key: [item.under for item in cell.items if words(item.entry.title) == strategy]
        for key, cell in rows.items()
    }
    assert as_text(shown["carbon"]) == [""]
    assert as_text(shown["digital"]) == as_text(shown["economic-security"]) == ["Clean energy"]


def test_a_chosen_topic_shows_its_entries_in_full() -> None:
    (section,) = compared("JPN", "KOR", sections=(1,), topic="digital").sections
    assert [row.head.key for row in section.rows] == ["digital"]
    assert all(not item.under for item in section.rows[0].cells[0].items)
    assert section.text == ()


def test_a_member_is_a_party_through_its_union() -> None:
    (section,) = compared("DEU", "JPN", sections=(5,)).sections
    row = next(row for row in section.rows if row.head.key == "EU-JPN-EPA")
    assert words(row.cells[0].words) == "In force since 1 February 2019"
    assert words(row.cells[0].facts[0]) == "Through the European Union"


def test_the_sentence_counts_what_is_shared() -> None:
    view = compared("JPN", "KOR", "USA", sections=(5,))
    counts = view.sections[0].counts
    assert words(view.summary) == (
        "Japan, Korea and the United States: no agreement shared by all, "
        f"{counts.shared[2]} by two, {counts.shared[1]} in one only."
    )


def test_the_same_choice_has_the_same_digest_and_another_one_another() -> None:
    comparisons.compared.cache_clear()
    first = compared("JPN", "KOR", sections=(5,)).digest
    comparisons.compared.cache_clear()
    assert compared("JPN", "KOR", sections=(5,)).digest == first
    assert compared("KOR", "JPN", sections=(5,)).digest != first


@heard_first(2)
def short(**own: str) -> ComparisonBasis:
    """Japan, Germany and the Korea of the tests, with some of its sections written otherwise."""
    text = KOREA
    for key, value in own.items():
        text = re.sub(f"^{key}:.*\n(?:  .*\n)*", f"{key}: {value}\n", text, flags=re.MULTILINE)
    tree = parse_yaml(text)
    profile = validate(tree, Profile).value
    assert profile is not None
    real = [i.profile for i in collection().profiles if i.profile.economy in ("JPN", "DEU")]
    return comparison_basis(edition([*real, profile], collection().registry))


def parse_yaml(text: str) -> SourceTree:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "KOR.yaml"
        path.write_text(text, encoding="utf-8")
        tree = read(path).value
    assert tree is not None
    return tree


def section(own: ComparisonBasis, number: int, *economies: str) -> ComparedSection:
    view = comparison(own, Choice(economies, (number,)))
    return view.sections[0]


def test_trade_remedies_stand_in_the_text_with_their_numbers() -> None:
    blocks = compared("JPN", "KOR", sections=(7,)).sections[0].text[0].blocks
    told = [words(item.words) for b in blocks if isinstance(b, ListView) for item in b.items]
    assert "Anti-dumping cases: 9 cases, 1995\u20132021; as of 6 September 2021 (JPN 7.5)" in told
    assert any(": 1 measure, January 2006; " in line and "(JPN 7.6)" in line for line in told)
    assert sum("according to" in line for line in told) == 2


def test_silent_sections_tell_why_they_are_silent() -> None:
    own = short()
    assert {row.cells[1].state for row in section(own, 4, "JPN", "KOR").rows} == {"unknown"}
    told = section(own, 2, "JPN", "KOR")
    assert (
        told.text[1].state == "unknown" and words(told.rows[0].cells[1].words) == "Not researched"
    )
    found = section(short(constitutional_provisions="{none_found: Nothing.}"), 3, "JPN", "KOR")
    assert {row.cells[1].state for row in found.rows} == {"none_found"}
    assert words(found.rows[0].cells[1].words) == "None found"


def test_what_the_registry_knows_is_told_of_an_unresearched_section_too() -> None:
    own = short(economic_treaties="{not_researched: Nobody has looked yet.}")
    rows = {row.head.key: row.cells[1] for row in section(own, 5, "JPN", "KOR").rows}
    assert rows["RCEP"].state == "known"
    assert [words(fact) for fact in rows["RCEP"].facts] == [
        "Not verified: the entry into force",
        "section not researched; from the registry",
    ]
    assert rows["CPTPP"].state == "no"


def test_an_agreement_that_no_registry_knows_is_known_by_who_names_whom() -> None:
    own = short(
        economic_treaties="{list: [{name: Chip Pact, parties: [KOR, DEU], signed: 2024},"
        " {name: Pact of Unknown Parties, signed: 2024}]}"
    )
    rows = {
        words(row.head.title): row for row in section(own, 5, "KOR", "DEU", "JPN").rows
    }  # fmt: skip
    pact, other = rows["Chip Pact"], rows["Pact of Unknown Parties"]
    assert [cell.state for cell in pact.cells] == ["signed", "known", "no"]
    assert words(pact.cells[1].facts) == "Not listed, named by KOR 5.1"
    assert [cell.state for cell in other.cells] == ["signed", "unknown", "unknown"]
    assert words(other.cells[1].facts) == "Not in the registry"


def test_an_older_column_says_how_much_older_it_is() -> None:
    registry = collection().registry
    real = [i.profile for i in collection().profiles if i.profile.economy in ("JPN", "KOR", "USA")]
    old = [
        p.model_copy(update={"updated": Date(2025, 7, 18)}) if p.economy == "JPN" else p
        for p in real
    ]
    heads = comparison(
        comparison_basis(edition(old, registry)), Choice(("JPN", "KOR", "USA"))
    ).columns
    assert as_text([head.age for head in heads]) == ["16 months older than columns B and C", "", ""]
    fresh = [
        p.model_copy(update={"updated": Date(2026, 6, 30)}) if p.economy == "JPN" else p
        for p in real
    ]
    heads = comparison(comparison_basis(edition(fresh, registry)), Choice(("JPN", "KOR"))).columns
    assert as_text([head.age for head in heads]) == ["", ""]


def test_a_comparison_says_how_to_cite_it() -> None:
    view = compared("JPN", "KOR", sections=(4, 5))
    told = words(view.cite_as)
    assert "Japan, Korea: sections 4 and 5 compared" in told
    for head in view.columns:
        assert f"{head.name}, {head.status} of {head.updated}" in told
    assert view.digest[:12] in told and len(view.digest) == 64


def short_of_figures(observations: str, part: str = "industrial_strategy") -> ComparisonBasis:
    """Japan and the Korea of the tests with figures in one section."""
    told = f'{{text: "Chips. [@msit]", observations: {observations}}}'.replace(
        "source: a", "source: msit"
    )
    return short(**{part: told})


def figure_rows(number: int, *economies: str) -> dict[str, list[ComparedCell]]:
    rows = compared(*economies, sections=(number,)).sections[0].figures
    return {row.head.key: list(row.cells) for row in rows}


def recorded(code: str, number: int) -> dict[str, list[observed_figures.PlacedObservation]]:
    """What a profile records in a section, by indicator."""
    item = next(i for i in collection().profiles if i.profile.economy == code)
    found: dict[str, list[observed_figures.PlacedObservation]] = {}
    for placed_figure in observed_figures.observed(item.profile):
        if placed_figure.kind.number == number:
            key = collection().registry.indicators.key(placed_figure.observation.indicator)
            assert key
            found.setdefault(key, []).append(placed_figure)
    return found


@given(CHOICES, SECTIONS, st.sampled_from(("", *TOPICS)))
@settings(max_examples=40)
def test_each_figure_equals_its_profiles_and_no_indicator_is_missing(
    economies: list[str], sections: list[int], topic: str
) -> None:
    registry = collection().registry
    for part in compared(*economies, sections=tuple(sorted(sections)), topic=topic).sections:
        own = [recorded(code, part.number) for code in economies]
        wanted = {
            key
            for mine in own
            for key in mine
            if not topic
            or topic in map(registry.topics.key, registry.indicators.records[key].topics)
        }
        assert {row.head.key for row in part.figures} == wanted
        for row in part.figures:
            for cell, mine in zip(row.cells, own, strict=True):
                items = mine.get(row.head.key, [])
                assert bool(cell.figures) == bool(items), row.head.key
                assert not items or cell.state == LISTED
                parts = {(item.economy, item.observation.scope) for item in items}
                lines = [shown for shown in cell.figures if shown.figure.traits]
                for shown in lines:
                    assert any(
                        shown.figure.when == period_known(item)
                        and f"{shown.figure.words} ".startswith(f"{curly(figure_said(item))} ")
                        for item in items
                    )
                told = len(lines) + sum(
                    int(found[1])
                    for shown in cell.figures
                    for words_ in (shown.more, "" if shown.figure.traits else shown.figure.words)
                    if (found := re.match(r"(?:and )?(\d+) (?:other )?part", str(words_)))
                )
                assert told == len(parts), "a part is shown or counted, never left out"


def test_unlike_periods_are_marked_beside_the_figure() -> None:
    japan, korea, america = figure_rows(1, "JPN", "KOR", "USA")["chip-support-gdp"]
    assert as_text(japan.figures[0].figure.words) == "0.71 per cent of GDP"
    assert as_text(japan.figures[0].unlike) == ""
    assert as_text(america.figures[0].figure.words) == "0.21 per cent of GDP"
    assert as_text(america.figures[0].unlike) == "Unlike A in period: five years, not three years"
    assert korea.state == "none" and words(korea.words) == "None recorded"
    turned = figure_rows(1, "USA", "JPN")["chip-support-gdp"]
    assert str(turned[1].figures[0].unlike) == "Unlike A in period: three years, not five years"


def test_figures_of_one_period_are_set_side_by_side_where_there_are_such() -> None:
    own = short_of_figures(
        "[{indicator: dram-share, period: 1986, value: 1, source: a},"
        " {indicator: dram-share, period: 1990, value: 2, source: a}]"
    )
    rows = {row.head.key: row.cells for row in section(own, 1, "KOR", "JPN").figures}
    assert as_text([cell.figures[0].figure.period for cell in rows["dram-share"]]) == [
        "1986",
        "1986",
    ]
    assert words(rows["dram-share"][0].figures[0].figure.facts) == "Also 2 (1990)"


def test_parts_that_one_economy_has_alone_are_summed_up() -> None:
    (japan, america) = figure_rows(1, "JPN", "USA")["china-dependence"]
    (brief,) = japan.figures
    assert as_text(brief.figure.words) == "4 parts, 66.1 (lithium-ion battery) to 99.4 (laptop PCs)"
    assert brief.figure.notes and not america.figures


def test_a_figure_of_another_part_is_marked_as_such() -> None:
    japan, america = figure_rows(1, "JPN", "USA")["china-exports"]
    assert as_text(japan.figures[0].unlike) == ""
    assert america.figures[0].label == "And of imports"
    assert as_text(america.figures[0].unlike) == "Not comparable with A: another part"


def test_aims_without_a_period_hide_no_dated_figure() -> None:
    union, britain = figure_rows(1, "EUU", "GBR")["research-intensity"]
    assert as_text((union.figures[0].figure.period, britain.figures[0].figure.period)) == (
        "2024",
        "2020",
    )
    assert str(britain.figures[0].unlike).startswith("Unlike A in period; ")
    japan, america = figure_rows(1, "JPN", "USA")["china-half"]
    assert as_text({japan.figures[0].figure.period, america.figures[0].figure.period}) == {
        "period not stated"
    }
    assert str(america.figures[0].unlike).startswith("Unlike A in period (not stated)")


def bundled(*figures: tuple[str, str, bool]) -> tuple[Bundle, ...]:
    """The figures of one part: words, period, and whether it is a gap."""
    told = tuple(
        ComparedFigure(
            Words(said), (), Words(period), (), (Trait("period", period), Trait("gap", str(gap)))
        )
        for said, period, gap in figures
    )
    return (Bundle("", (Strand("", told),), None),)


def test_one_period_is_chosen_for_all_columns_whatever_their_order() -> None:
    one = bundled(("4", "2022", False), ("5", "2020", False), ("x", "2023", True))
    two = bundled(("6", "2023", False), ("7", "2020", False), ("x", "2022", True))
    three = bundled(("8", "2023", False), ("9", "2020", False), ("10", "2022", False))
    for own in itertools.permutations((one, two, three)):
        cells = side_by_side(own, "ABC")
        assert as_text([cell and cell.figures[0].figure.period for cell in cells]) == ["2020"] * 3
        assert not any(shown.unlike for cell in cells if cell for shown in cell.figures)


OBSERVED = "{{indicator: chip-support, {}, value: {}, source: a}}"


def briefs(*observations: tuple[str, str]) -> list[Shown]:
    told = ", ".join(OBSERVED.format(*pair) for pair in observations)
    rows = {row.head.key: row for row in section(short_of_figures(f"[{told}]"), 1, "KOR").figures}
    return list(rows["chip-support"].cells[0].figures)


def test_the_total_stands_alone_before_its_parts() -> None:
    total, parts = briefs(
        ("scope: one, period: 2020", "USD 2 billion"),
        ("period: 2020", "USD 5 billion"),
        ("scope: two, period: 2020", "USD 3 billion"),
    )
    assert as_text((total.figure.words, total.figure.period)) == ("USD 5 billion", "2020")
    assert as_text(parts.figure.words) == "2 parts, USD 2 billion (one) to USD 3 billion (two)"


@pytest.mark.parametrize(
    "other", ["period: 2021", "period: 2020, aim: true", "period: 2020, estimate: true"]
)
def test_unlike_parts_have_no_range(other: str) -> None:
    (only,) = briefs(
        ("scope: one, period: 2020", "USD 2 billion"), (f"scope: two, {other}", "USD 3 billion")
    )
    assert as_text(only.figure.words) == "2 parts"


def test_what_a_profile_records_of_others_says_of_whom() -> None:
    (japan, _) = figure_rows(5, "JPN", "KOR")["tariff-elimination"]
    assert [shown.label for shown in japan.figures] == ["", "Mexico", "Peru"]
    (_, turned) = figure_rows(5, "KOR", "JPN")["tariff-elimination"]
    assert as_text({shown.unlike for shown in turned.figures}) == {""}, (
        "the first that has any is the base"
    )
    whole = [cell for cell in figure_rows(7, "JPN", "USA")["cvd-measures"] if cell.figures]
    assert as_text(whole[1].figures[0].unlike) == "The figures of A are of another economy or group"
    turned = figure_rows(7, "USA", "JPN")["cvd-measures"][1]
    assert as_text(turned.figures[0].unlike) == "Of another economy or group"


def test_a_gap_among_figures_says_whether_anybody_looked() -> None:
    own = short(industrial_strategy="{not_researched: Nobody has looked yet.}")
    row = next(r for r in section(own, 1, "JPN", "KOR").figures if r.head.key == "debt")
    assert (row.cells[1].state, words(row.cells[1].words)) == ("unknown", "Not researched")


def test_figures_in_another_section_are_pointed_to() -> None:
    own = short_of_figures(
        "[{indicator: debt, period: 2020, value: 40, source: a}]", "digital_strategy"
    )
    row = next(r for r in section(own, 1, "JPN", "KOR").figures if r.head.key == "debt")
    assert words(row.cells[1].words) == "Recorded in section 2"


def test_row_heads_know_where_the_site_tells_of_them() -> None:
    found = {
        row.head.key: row.head.place
        for part in compared("JPN", "USA").sections
        for row in (*part.rows, *part.figures)
    }
    assert found["CPTPP"] == Place("treaties", "treaty-cptpp")
    assert found["semiconductors"] == Place("topics", "semiconductors")
    assert found["debt"] == Place("figures", "indicator-debt")
    assert found["DS184"] in (Place("disputes", "dispute-ds184"), Place("disputes", "by-JPN-USA"))


def test_doubts_are_named_with_their_columns() -> None:
    (told,) = compared("JPN", "KOR", "USA", sections=(5,)).sections
    assert "Regional Comprehensive Economic Partnership Agreement (RCEP), column B" in as_text(
        told.doubts
    )
    assert all(", column" in as_text(doubt) for doubt in told.doubts)
    titles = [words(row.head.title) for row in told.rows]
    assert {str(doubt).rpartition(", column")[0] for doubt in told.doubts} <= set(titles)


def test_what_a_profile_adds_to_the_registry_is_what_differs() -> None:
    known = InitiativeFacts("A pact", "", "", "in force", Date(2020), "", (), None, None)
    assert beyond(known, known) == replace(known, status="", since=None)
    later = replace(known, kind="joint statement", since=Date(2021))
    assert beyond(later, known) == later, "state and date are told in one phrase"
