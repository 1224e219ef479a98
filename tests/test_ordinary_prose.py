"""No false alarms on ordinary prose, and no abbreviation lost that nobody spells out."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests import prose
from tests.quiet import quiet
from tests.test_rules import registry

from profilegen.check.profile import check
from profilegen.core.abbreviation_finder import short_forms, spelled_out, surnames
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.richtext import Paragraph, Text
from profilegen.core.sentences import sentences
from profilegen.core.yaml_source import parse
from profilegen.edition.resolving import Resolver

MARKED = Path(__file__).parent / "fixtures" / "abbreviations.txt"


def examined(text: str) -> tuple[Diagnostic, ...]:
    opened = parse(text.encode(), "JPN.yaml")
    assert opened.value is not None, opened.diagnostics
    return check(opened.value, Resolver(registry())).diagnostics


def test_prose_in_every_section_of_24_profiles_raises_no_false_alarm() -> None:
    told: Counter[str] = Counter()
    for first in range(len(prose.TEXTS)):
        text = prose.profile(first)
        assert len(text.split()) > 900  # two pages and more
        told.update(d.message for d in examined(text) if d.severity != "note")
    assert len(prose.TEXTS) == 24
    assert told == Counter()


def test_no_abbreviation_marked_by_hand_is_lost() -> None:
    lines = MARKED.read_text(encoding="utf-8").splitlines()
    marked: set[str] = set()
    found: set[str] = set()
    for part in (lines[:50], lines[50:]):  # a hundred findings of a kind are told of a file
        for mark in re.findall(r"\[([^]]+)\]", "\n".join(part)):
            whole = mark.index("-") == 1 if "-" in mark else True
            marked |= {re.sub("s$", "", word) for word in ([mark] if whole else mark.split("-"))}
        text = "\n".join(part).replace("[", "").replace("]", "").replace(".\n", ". [@a]\n")
        told = examined(prose.of_one_text(f"{text} [@a]"))
        found |= {d.place for d in told if d.code == "PG215"}
        assert {d.code for d in told if d.severity != "note"} == {"PG215"}
    assert len(marked) >= 100
    assert found == marked


@quiet
def test_no_text_takes_time_as_its_square() -> None:
    """It ends at once, or not within the patience of anybody."""
    for part in ("A", "(", "A. ", "AB, ", "AA-", "\u201e", "Aa AA ", "and AB", "a. "):
        text = (part * 40_000)[:40_000]
        assert len(list(short_forms(text, surnames(text)))) <= 20_000
        assert len(spelled_out(text)) < 20
        assert len(list(sentences((Paragraph((Text(text),)),)))) <= 1


def test_what_is_spelled_out_anywhere_is_known() -> None:
    for words in (
        "Broad-Based Black Economic Empowerment (B-BBEE) and B-BBEE levels",
        "the Programme (APDP) and its second phase, APDP2",
        "the fund (the \u201cNPF\u201d) and the NPF; the bank (hereinafter XDB) and XDB",
        "the National Pin Fund, or NPF, and the NPF",
        "NPF stands for National Pin Fund",
        "NPF: the National Pin Fund",
        "ITU-T (International Telecommunication Union) and ITU",
    ):
        told = examined(prose.of_one_text(f"It is {words}. [@a]"))
        assert [d.message for d in told] == [], words


def test_one_hint_ends_the_matter() -> None:
    text = prose.of_one_text("The NPF and its APDP2 phase, a B-XNE level. [@a]")
    told = {d.place: d.hint for d in examined(text)}
    assert told == {
        short: f"Write its words at first use, with ({short}) after them; or add a line "
        f"`{short}: ...` under `abbreviations`."
        for short in ("NPF", "B-XNE")
    }
    listed = "abbreviations: {NPF: National Pin Fund, B-XNE: Broad Nail Entry, APDP2: A phase}\n"
    assert examined(text + listed) == ()
