"""Marks of notes that came along from a word processor, and what only looks like one."""

from __future__ import annotations

from profilegen.check.rules import pasted_note_marks
from profilegen.core.richtext_parser import parse
from profilegen.core.sentences import sentences
from profilegen.core.typography import ADDRESS

MARKS = {
    "a new industry.¹ It": "¹", "“so”² and": "²", "its policy¹ and": "¹", "the EU² has": "²",
    "industry.12 The": "12", "chips,3 and": "3", "the end.4": "4", "in 2024.³ So": "³",
    "(METI)¹ has": "¹", "a word ¹ next": "¹", "so.^1^ It": "^1^", "a “new policy.”7 The": "7",
}  # fmt: skip
NO_MARKS = (
    "m², km² and cm³, 10⁻³, 10³, x² + y², (a+b)², CO², R², χ², mol², 5 m³. Then",
    "Article 3.1 It, v2.0 The, art.5 It, No.5 The, Sec.3 It, Fig.2 The, 1,3 and 4, 3.5 The",
    "para.12 The, [@smith.2024 p] and https://a.org/report.12 The",
)  # fmt: skip


def found(text: str) -> list[str]:
    bare = ADDRESS.sub(
        pasted_note_marks._blank, pasted_note_marks._CITED.sub(pasted_note_marks._blank, text)
    )
    return [match["mark"] for match in pasted_note_marks._surely(bare)]


def test_the_marks_of_notes_are_told_from_powers_and_numbers() -> None:
    for text, mark in MARKS.items():
        assert found(text) == [mark], text
    for text in NO_MARKS:
        assert found(text) == [], text


def test_a_number_that_opens_or_a_day_ends_no_sentence() -> None:
    for text in ("3. Third point.", "The law of\n1. January 2024 applies."):
        blocks = parse(f"{text}[@a]").blocks
        assert [sentence.noted for sentence in sentences(blocks)] == [True], text
