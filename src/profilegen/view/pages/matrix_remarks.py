"""What stands under a matrix: how its short words are meant, and where its facts were seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profilegen.core.locale import economy_name
from profilegen.core.registry import Registry
from profilegen.core.typography import curly, joined
from profilegen.view.comparison.cell import UNKNOWN
from profilegen.view.comparison.column import Column
from profilegen.view.pages.matrix_cell import NO_DATE, MatrixCell, short_name


def remarks(
    marks: Sequence[MatrixCell], columns: Sequence[Column], source: str, registry: Registry
) -> Iterator[str]:
    """Only of what the matrix shows."""
    if any(mark.year == NO_DATE for mark in marks):
        yield f"{NO_DATE}: in it, and no source gives this economy’s own date."
    if any(mark.unsure for mark in marks):
        yield "*: the date rests on no source that could be checked."
    yield from _unions(marks, columns, registry)
    if any(mark.state == UNKNOWN for mark in marks):
        yield "Where a roster is incomplete, absence proves nothing, and the cell says unknown."
    if source:
        yield f"Where no other place is named, facts were seen in {curly(source)}."


def _unions(
    marks: Sequence[MatrixCell], columns: Sequence[Column], registry: Registry
) -> Iterator[str]:
    members: dict[str, list[str]] = {}
    for column in columns:
        for union in registry.unions(column.code):
            members.setdefault(union, []).append(column.article)
    for union, names in members.items():
        short = f"via {short_name(union, registry)}"
        if any(mark.below.endswith(short) for mark in marks):
            yield f"{short}: {joined(names)} through {economy_name(union, registry, article=True)}."
