"""One mistake in a real profile: the first finding stands where the mistake was made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from tests import japan
from tests.quiet import quiet

from profilegen.check.all_profiles import load_registry
from profilegen.check.profile import check
from profilegen.core.diagnostic import Diagnostic, Severity, ordered
from profilegen.core.registry import Registry
from profilegen.core.yaml_source import parse
from profilegen.edition.resolving import Resolver

PROFILES = Path(__file__).parent.parent / "profiles"
TEXT = japan.BASIS.read_text(encoding="utf-8")
LINES = TEXT.split("\n")

ELSEWHERE = {
    "status: draft": "a missing key is looked for where the form has it, behind `economy`",
    "  DX: digital transformation": "the abbreviation stands without its words where it is used",
    "  OT: operational technology": "the abbreviation stands without its words where it is used",
    "      source: in text": "an entry without a source is told at its first line",
    "      number: Act No. 98 of 2013": "another act amends it, and that act's line is told",
    "      status: draft": "the waiver is told that accepted the draft without a date",
    "    - Trans-Pacific Partnership (TPP) Agreement": "the waiver is told that was about it",
}
"""Removed lines whose first finding stands elsewhere, with the reason.

Besides these, a removed line of a text may take a citation or a name along: then the source that
nothing cites, or the entry that the text no longer names, is told.
"""
IN_TEXTS = frozenset(("PG202", "PG215", "PG221"))


@dataclass(frozen=True)
class Mutation:
    """One mistake: what was done, in which line, and the file with it."""

    what: str
    line: int
    text: str


def removals() -> list[Mutation]:
    return [
        Mutation(line, number, "\n".join(LINES[: number - 1] + LINES[number:]))
        for number, line in enumerate(LINES, 1)
    ]


def misspellings() -> list[Mutation]:
    tree = parse(TEXT.encode(), "JPN.yaml").value
    assert tree is not None
    made = []
    for path, span in tree.keys.items():
        key = str(path[-1])
        wrong = misspelt(key)
        lines = LINES.copy()
        line, start = lines[span.line - 1], span.column - 1
        lines[span.line - 1] = line[:start] + wrong + line[start + len(key) :]
        made.append(Mutation(f"{key} -> {wrong}", span.line, "\n".join(lines)))
    return made


def misspelt(key: str) -> str:
    """Two letters in each other's place; a letter more where the key is short."""
    if len(key) < 4:
        return key + "x"
    return key[:2] + key[3] + key[2] + key[4:] if key[2] != key[3] else key[:-1]


@cache
def registry() -> Registry:
    loaded = load_registry(PROFILES).value
    assert loaded is not None
    return loaded


def findings(text: str) -> list[Diagnostic]:
    """What a reader has to mend: no notes, nothing that is waived."""
    opened = parse(text.encode(), "JPN.yaml")
    found = opened.diagnostics
    if opened.value is not None:
        found = (*found, *check(opened.value, Resolver(registry())).diagnostics)
    return [d for d in ordered(found) if not d.waived and d.severity is not Severity.NOTE]


def test_the_profile_itself_has_nothing_to_mend() -> None:
    assert findings(TEXT) == []


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.soak)])
@quiet
def test_the_first_finding_stands_at_the_mistake_and_a_misspelt_key_is_one(step: int) -> None:
    """In every third line, and by every third key; in each when it soaks."""
    failing, elsewhere, counts = 0, [], []
    misspelt_keys = misspellings()[::step]
    again = quiet(findings)
    for mutation in (*removals()[::step], *misspelt_keys):
        told = again(mutation.text)
        counts.append(len(told))
        failing += bool(told)
        if told and not mutation.line - 1 <= told[0].span.line <= mutation.line + 1:
            elsewhere.append((mutation, told[0]))
    listed = [f"{m.line}: {m.what!r}: {d.code} in line {d.span.line}" for m, d in elsewhere]
    print("\n".join(listed))
    unexplained = [
        m.what for m, d in elsewhere if m.what not in ELSEWHERE and d.code not in IN_TEXTS
    ]
    assert unexplained == []
    assert 1 - len(elsewhere) / failing >= 0.95, listed
    assert len(misspelt_keys) > 150 // step
    assert max(counts[-len(misspelt_keys) :]) == 1
