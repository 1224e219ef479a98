"""The view of a profile that holds one of each kind of thing; nothing of it is lost."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from tests import japan
from tests.as_text import as_text, words
from tests.known import edition, resolved
from tests.pdf_tools import bare, page_texts

from profilegen.check.all_profiles import load_registry
from profilegen.check.profile import check
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.profile import Profile
from profilegen.core.model.text_fields import Sourcing
from profilegen.core.pandoc_citations import Citation
from profilegen.core.richtext import RichText
from profilegen.core.richtext_parser import parse
from profilegen.core.typography import curly, runs
from profilegen.core.walk import values
from profilegen.core.yaml_source import read
from profilegen.edition.resolving import Resolver
from profilegen.output import html, inline, pdf
from profilegen.view.pages.home import index_view
from profilegen.view.profile.profile import ProfileView, profile_view
from profilegen.view.site.site_map import Site
from profilegen.view.text.footnotes import Policy, number_notes
from profilegen.view.text.nodes import Draft
from profilegen.view.text.running_text import note

FIXTURE = Path(__file__).parent / "fixtures" / "everything.yaml"


@cache
def registry():  # type: ignore[no-untyped-def]
    return load_registry(japan.PROFILES).value


@cache
def profile() -> Profile:
    tree = read(FIXTURE).value
    assert tree is not None
    checked = check(tree, Resolver(registry()))
    assert checked.value is not None, checked.diagnostics
    return checked.value.profile


@cache
def view() -> ProfileView:
    return profile_view(resolved(profile(), registry()))


def rows(number: int) -> dict[str, tuple[str, str, str]]:
    """Name of each entry of a section with its word, detail and facts."""
    blocks = view().sections[number - 1].blocks
    entries = [row for b in blocks if b.kind == "entries" for row in b.entries]  # type: ignore[union-attr]
    return {
        words(row.title): (str(row.side), str(row.detail), "; ".join(map(words, row.facts)))
        for row in entries
    }


def test_blocks_stand_in_the_order_of_the_text() -> None:
    kinds = [block.kind for block in view().sections[0].blocks]
    assert kinds == ["paragraph", "list", "entries", "paragraph", "list", "list", "list"]


def test_paragraphs_after_a_block_are_flush() -> None:
    firsts = [b.first for b in view().sections[0].blocks if b.kind == "paragraph"]  # type: ignore[union-attr]
    assert firsts == [True, True]


def test_lists_keep_numbers_dashes_letters_and_nesting() -> None:
    numbered, dashed, goals, claims = (b for b in view().sections[0].blocks if b.kind == "list")
    assert [x.mark for x in (numbered, dashed, goals, claims)] == [  # type: ignore[union-attr]
        "number", "dash", "letter", "dash",
    ]  # fmt: skip
    nested = numbered.items[1].inner[0]  # type: ignore[union-attr]
    assert [words(item.words) for item in nested.items] == ["nested one", "nested two"]
    assert words(dashed.items[1].words) == "another dash, with two paragraphs of its own"  # type: ignore[union-attr]
    assert words(goals.lead_in) == "Goals:"  # type: ignore[union-attr]
    assert [words(item.words) for item in claims.items] == [  # type: ignore[union-attr]
        "Support has paid for itself, according to D. Minister (minister), 3 May 2024",
        "It has not, according to E. Critic (date not stated)",
    ]


def test_an_entry_note_holds_who_said_it_its_words_and_its_sources() -> None:
    notes = [words(note.words) for note in view().notes]
    (said,) = [note for note in notes if str(note).startswith("According to")]
    assert said == (
        "According to D. Minister (minister), 3 May 2024. A word on its standing, see Jo Weber, "
        "\u2018Aid\u2019 (2025) 3 Journal 1, 3; Miller (n\u00a01)."
    )


def test_instruments_say_what_departs_from_the_rule() -> None:
    found = rows(4)
    del found["Chips Act"]  # tests/test_means.py
    assert found == {
        "Old Act": ("Repealed", "as of 2020", "Act No. 1 of 1950; superseded by 4.2"),
        "New Act": (
            "In force", "as of May 2026",
            "2020; supersedes 4.1; amended by 4.4; implemented by 4.5",
        ),
        "Third Act": (
            "Amended", "", "Parliament, number not stated; amended by 4.4; implemented by 4.5",
        ),
        "Amending Act": ("Amending act", "status not stated", "2024; amends 4.3 and 4.2"),
        "Order on it": ("Draft", "as of June 2026", "implements 4.2 and 4.3"),
        "Plan": ("Plan", "not a legal act", "not stated"),
        "A paper without a kind": ("", "", ""),
    }  # fmt: skip


def test_treaties_say_how_they_stand_for_the_economy() -> None:
    found = {name: row[:2] for name, row in rows(5).items()}
    assert found == {
        "Treaty in force": ("In force since", "1 May 2004"),
        "Treaty signed": ("Signed", "not in force"),
        "Treaty left": ("Left", "2010"),
        "Treaty ended": ("Terminated", ""),
        "Treaty of unknown state": ("Status", "not stated"),
        "Treaty with a silent date": ("In force", "date not stated"),
        "Talks": ("Negotiating", "not in force"),
        "Comprehensive and Progressive Agreement for Trans-Pacific Partnership (CPTPP)": (
            "In force since", "30 December 2018",
        ),
    }  # fmt: skip
    assert "between Germany and the United States" in rows(5)["Treaty signed"][2]
    assert "the RCEP took its place" in rows(5)["Talks"][2]


def test_initiatives_and_disputes_say_the_part_played() -> None:
    assert rows(6)["Club (CLB)"] == ("Chair", "", "forum; since 2020")
    assert rows(6)["Circle"] == ("Role not stated", "", "forum; resting")
    assert rows(6)["Information Technology Agreement (ITA)"][0] == "Observer"
    disputes = rows(7)
    assert disputes["DS1001, X \u2014 Measures"] == (
        "Third party", "",
        "complaint by the United States against China, date not stated; "
        "third parties Germany and Japan",
    )  # fmt: skip
    assert disputes["ICSID 1, A v B"] == ("Respondent", "", "complaint by A Ltd; pending")
    assert disputes["DS1002, Y \u2014 Measures"] == (
        "Complainant", "through the European Union", "complaint against China, 2 May 2023",
    )  # fmt: skip


def test_glance_counts_what_is_listed_and_never_prints_zero_for_silence() -> None:
    lines = [(line.figure, line.noun, line.detail) for line in view().glance]
    assert as_text(lines) == [
        ("1", "strategy", "revised in 2025"),
        ("8", "legal instruments",
         "2 in force, 1 amended, 1 draft, 1 repealed, 2 of unstated status, 1 policy document"),
        ("3", "treaties in force", "and 3 signed or under negotiation, 2 ended"),
        ("3", "initiatives", "1 of them as chair, 1 of them as observer"),
        ("3", "disputes", "listed; no count"),
    ]  # fmt: skip
    empty = profile().model_copy(
        update=dict.fromkeys(
            ("industrial_strategy", "digital_strategy", "regulatory_provisions",
             "economic_treaties", "plurilaterals", "proceedings")
        )
    )  # fmt: skip
    bare_view = profile_view(resolved(empty, registry()))
    assert [line.figure for line in bare_view.glance] == ["\u2013"] * 5
    assert all(as_text(line.detail) == "not researched" for line in bare_view.glance)


def test_facts_name_authors_reviewers_and_the_oldest_check() -> None:
    facts = {str(fact.label): fact.value for fact in view().facts}
    assert as_text(facts["Authors"]) == "A.\u00a0Author and B.\u00a0Writer"
    for status, reviewers, told in (
        ("draft", (), "Draft; not yet reviewed"),
        ("draft", ("C. Reader",), "Draft; reviewed by C.\u00a0Reader"),
        ("reviewed", (), "Reviewed"),
        ("reviewed", ("C. Reader", "D. Other"), "Reviewed by C.\u00a0Reader and D.\u00a0Other"),
        ("published", (), "Published"),
        ("published", ("C. Reader",), "Published; reviewed by C.\u00a0Reader"),
    ):
        one = profile().model_copy(update={"status": status, "reviewers": reviewers})
        of = " of" if status == "draft" else ", updated"
        whole = profile_view(resolved(one, registry()))
        assert as_text({str(fact.label): fact.value for fact in whole.facts}["Status"]) == told
        assert str(whole.standing).casefold() == f"{status}{of} {one.updated}".casefold()
    assert as_text(facts["Law checked to"]) == "1 May 2026, not all sections"
    dated = profile().model_copy(
        update={
            kind: getattr(profile(), kind).model_copy(update={"checked": profile().updated})
            for kind in ("digital_strategy", "constitutional_provisions", "regulatory_provisions",
                         "economic_treaties", "plurilaterals", "proceedings")
        }
    )  # fmt: skip
    checked = {str(f.label): f.value for f in profile_view(resolved(dated, registry())).facts}
    assert as_text(checked["Law checked to"]) == "20 November 2026"


def test_every_text_of_the_file_stands_in_print_and_on_screen() -> None:
    """Whole words of each leaf; topics, keys and words with a computed form apart."""
    printed = pdf.profile_pdf(view(), japan.press(), "everything")
    assert printed.value is not None, printed.diagnostics
    paper = bare("".join(page_texts(printed.value.data)))
    page = html.profile_page(view(), site=Site())
    screen = bare(unescape(re.sub(r"<[^>]*>", "", page)))
    silent = {"topics", "status", "kind", "role", "language", "finding", "at", "type", "economy",
              "amends", "implements", "supersedes", "complainant", "respondent", "third_parties",
              "parties", "succeeded_by", "source", "page", "title_short", "name"}  # fmt: skip
    for path, value in values(profile()):
        if silent & {part for part in path if isinstance(part, str)}:
            continue
        if isinstance(value, RichText):
            texts = re.split(r"(?<=[.:])\s+|\n", value.plain())  # a call may follow a stop
        elif isinstance(value, str):
            texts = [value]
        else:
            continue
        for text in texts:
            for form in (curly(text), curly(text, inside_quotes=True)):
                if bare(form) in paper and bare(form) in screen:
                    break
            else:
                pytest.fail(f"{path}: {text!r} is lost")


def test_notes_by_policy() -> None:
    drafts = tuple(Draft((Citation("book", pin),)) for pin in ("", "12", ""))
    sources = profile().sources
    _, notes = number_notes(drafts, sources, Policy(prefix="A", ibid=False))
    assert [note.label for note in notes] == ["A1", "A2", "A3"]
    assert [words(note.words) for note in notes[1:]] == [
        "Miller (n\u00a0A1) 12.",
        "Miller (n\u00a0A1).",
    ]


def test_a_note_of_words_alone_breaks_ibid() -> None:
    text = parse("x").blocks[0].children[0]  # type: ignore[union-attr]
    book = Draft((Citation("book"),))
    _, notes = number_notes((book, Draft((text,)), book), profile().sources)
    assert [words(note.words) for note in notes[1:]] == ["x.", "Miller (n\u00a01)."]


def test_an_unnumbered_note_cannot_be_rendered() -> None:
    with pytest.raises(TypeError):
        inline.screen((Draft((Citation("book"),)),))


def test_the_index_names_runs_of_silent_sections() -> None:
    bare_profile = profile().model_copy(
        update=dict.fromkeys(("industrial_strategy", "plurilaterals", "proceedings"))
    )
    listed = index_view(
        [view(), profile_view(resolved(bare_profile, registry()))], edition([], registry())
    )
    assert str(listed.lead).count("2 economies")
    assert as_text({row.summary for row in listed.rows}) == {
        "6 written, section 2 not applicable",
        "3 written, sections 1, 6 and 7 not researched, section 2 not applicable",
    }
    assert runs([2, 3, 4]) == "2 to 4"


def test_a_source_that_the_notes_words_cite_is_not_cited_twice() -> None:
    book = Citation("book")
    (draft,) = note(parse("Later [@book, p 9]."), Sourcing((book,)))
    _, (first,) = number_notes((draft,), profile().sources)
    assert words(first.words).endswith("(Press\u00a02024) 9.")
    (draft,) = note(parse("Later."), Sourcing((book,)))
    _, (second,) = number_notes((draft,), profile().sources)
    assert words(second.words).startswith("Later. Ann Miller, ")


def test_an_expired_law_is_set_apart_and_counted_as_such() -> None:
    changed = profile()
    section = changed.regulatory_provisions
    assert section is not None
    law = Instrument.model_validate({"title": "A", "kind": "ordinance", "status": "expired"})
    section = section.model_copy(update={"list": (law,)})
    told = profile_view(
        resolved(changed.model_copy(update={"regulatory_provisions": section}), registry())
    )
    assert as_text(
        [line.detail for line in told.glance if as_text(line.noun) == "legal instrument"]
    ) == ["1 expired"]
    (entry,) = [
        row
        for block in told.sections[3].blocks
        if block.kind == "entries"
        for row in block.entries  # type: ignore[union-attr]
    ]
    assert (entry.side, entry.strong) == ("Expired", True)
