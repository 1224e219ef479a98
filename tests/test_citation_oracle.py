"""The forms and positions of notes against pandoc's OSCOLA style, recorded in tests/oracle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from profilegen.core.model.sources import Source
from profilegen.core.pandoc_citations import parse_citation
from profilegen.core.richtext import Emph
from profilegen.core.typography import curly
from profilegen.output.curly_marks import printed
from profilegen.view.text.footnotes import number_notes
from profilegen.view.text.nodes import Draft

ORACLE = Path(__file__).parent / "oracle"


def load(name: str) -> Any:
    return yaml.safe_load((ORACLE / name).read_text(encoding="utf-8"))


def cases() -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """Each case with the notes that it should give: the correction, else the oracle's answer."""
    corrections = load("corrections.yaml")
    for path in sorted((ORACLE / "cases").glob("*.yaml")):
        if path.stem == "pinpoints_raw":  # records pandoc's own parsing, not OSCOLA
            continue
        answers = load(f"answers/{path.name}")
        for case in load(f"cases/{path.name}"):
            notes = list(answers[case["name"]])
            for number, note in corrections.get(case["name"], {}).items():
                notes[number - 1] = note
            yield case["name"], case, notes


CASES = list(cases())
HOUSE: dict[str, dict[int, str]] = load("house.yaml")


def marked(node: object) -> str:
    """The words of a note with its italics as `*...*`."""
    if isinstance(node, tuple):
        return "".join(map(marked, node))
    return f"*{printed(node)}*" if isinstance(node, Emph) else printed(node)


def ours(case: dict[str, Any]) -> list[str]:
    sources = {key: Source.model_validate(value) for key, value in case["sources"].items()}
    drafts = tuple(
        Draft(tuple(map(parse_citation, note.strip("[]").split("; ")))) for note in case["notes"]
    )
    _, notes = number_notes(drafts, sources)
    return [marked(note.words) for note in notes]


def comparable(note: str, case: dict[str, Any]) -> str:
    """Without what is a matter of house style, told in tests/oracle/README.md: H1, H2, H9."""
    note = note.replace("\u00a0", " ").casefold()  # H2: titles as typed, not in title case
    for source in case["sources"].values():
        if source["type"] == "report":  # H1: reports stand in italics, as in the first seed
            for title in filter(None, (source["title"], source.get("title_short"))):
                inner = curly(title, inside_quotes=True).casefold()
                note = note.replace(f"\u2018{inner}\u2019", f"*{curly(title).casefold()}*")
    return re.sub(r"\*([\u2e80-\uffef]+)\*", r"\1", note)  # H9: no italics in such scripts


@pytest.mark.parametrize(("name", "case", "wanted"), CASES, ids=[name for name, _, _ in CASES])
def test_notes_equal_the_oracle(name: str, case: dict[str, Any], wanted: list[str]) -> None:
    house = HOUSE.get(name, {})
    wanted = [house.get(number, note) for number, note in enumerate(wanted, 1)]
    found = [comparable(note, case) for note in ours(case)]
    assert found == [comparable(note, case) for note in wanted]


def test_every_difference_is_a_real_one() -> None:
    """A house form that equals the oracle's would be a forgotten exception."""
    by_name = {name: (case, wanted) for name, case, wanted in CASES}
    for name, notes in HOUSE.items():
        case, wanted = by_name[name]
        for number, note in notes.items():
            assert comparable(note, case) != comparable(wanted[number - 1], case), (name, number)


def test_at_least_forty_sequences_are_compared_as_they_are() -> None:
    assert sum(name not in HOUSE for name, _, _ in CASES) >= 40
    assert len(re.findall(r"^# H\d", (ORACLE / "house.yaml").read_text(), re.MULTILINE)) >= 1
