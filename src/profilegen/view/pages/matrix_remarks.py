"""What stands under a matrix: how its short words are meant, and where its facts were seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profilegen.core.reader_text_type import Words
from profilegen.view.comparison.cell import UNKNOWN
from profilegen.view.comparison.column import Column
from profilegen.view.pages.matrix_cell import MatrixCell
from profilegen.view.wording.en.general import the
from profilegen.view.wording.en.matrices import REMARKS, seen, through


def remarks(marks: Sequence[MatrixCell], columns: Sequence[Column], source: str) -> Iterator[Words]:
    """Only of what the matrix shows."""
    if any(mark.undated for mark in marks):
        yield REMARKS["no_date"]
    if any(mark.unsure for mark in marks):
        yield REMARKS["unsure"]
    yield from _unions(marks, columns)
    if any(mark.state == UNKNOWN for mark in marks):
        yield REMARKS["unknown"]
    if source:
        yield seen(source)


def _unions(marks: Sequence[MatrixCell], columns: Sequence[Column]) -> Iterator[Words]:
    members: dict[str, list[Column]] = {}
    unions = {union.code: union for column in columns for union in column.unions}
    for column in columns:
        for union in column.unions:
            members.setdefault(union.code, []).append(column)
    for code, of_union in members.items():
        if any(mark.through == code for mark in marks):
            names = [column.article for column in of_union]
            yield through(unions[code].short, the(unions[code]), names)
