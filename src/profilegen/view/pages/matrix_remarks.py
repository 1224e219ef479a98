"""What stands under a matrix: how its short words are meant, and where its facts were seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profilegen.core.typography import curly, joined
from profilegen.view.comparison.cell import UNKNOWN
from profilegen.view.comparison.column import Column
from profilegen.view.pages.matrix_cell import NO_DATE, MatrixCell
from profilegen.view.wording.en.general import the


def remarks(marks: Sequence[MatrixCell], columns: Sequence[Column], source: str) -> Iterator[str]:
    """Only of what the matrix shows."""
    if any(mark.year == NO_DATE for mark in marks):
        yield f"{NO_DATE}: in it, and no source gives this economy’s own date."
    if any(mark.unsure for mark in marks):
        yield "*: the date rests on no source that could be checked."
    yield from _unions(marks, columns)
    if any(mark.state == UNKNOWN for mark in marks):
        yield "Where a roster is incomplete, absence proves nothing, and the cell says unknown."
    if source:
        yield f"Where no other place is named, facts were seen in {curly(source)}."


def _unions(marks: Sequence[MatrixCell], columns: Sequence[Column]) -> Iterator[str]:
    members: dict[str, list[Column]] = {}
    unions = {union.code: union for column in columns for union in column.unions}
    for column in columns:
        for union in column.unions:
            members.setdefault(union.code, []).append(column)
    for code, of_union in members.items():
        short = f"via {unions[code].short}"
        if any(mark.below.endswith(short) for mark in marks):
            names = joined([column.article for column in of_union])
            yield f"{short}: {names} through {the(unions[code])}."
