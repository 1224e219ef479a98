"""How a comparison is laid on pages: four columns side by side at most, the base repeated."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.view.cell import INSIDE, UNKNOWN
from profilegen.view.comparison import ComparedSection, Comparison
from profilegen.view.nodes import Note
from profilegen.view.rows import Row
from profilegen.view.tally import Group

WIDE = 4
"""Columns that stand side by side."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: some columns of a section, with all rows in which one of them has a part."""

    columns: tuple[int, ...]
    groups: tuple[Group, ...]
    figures: tuple[Row, ...]
    """Indicators of which one of these columns has figures; the base's stand in the first table."""
    left_out: int
    """Rows in which none of these columns has a part."""
    notes: tuple[tuple[Note, ...], ...]
    """The notes of each column; the base's stand under the first table."""
    first: bool


def spread(count: int) -> tuple[tuple[int, ...], ...]:
    """Columns table by table: all in one up to four, else the base with even shares of the rest."""
    if count <= WIDE:
        return (tuple(range(count)),)
    tables = -(-(count - 1) // (WIDE - 1))
    small, more = divmod(count - 1, tables)
    out, start = [], 1
    for at in range(tables):
        end = start + small + (at < more)
        out.append((0, *range(start, end)))
        start = end
    return tuple(out)


def sheets(view: Comparison, section: ComparedSection) -> tuple[Sheet, ...]:
    """The tables of one section."""
    out = []
    for at, columns in enumerate(spread(len(view.columns))):
        groups = []
        kept = 0
        for group in section.groups:
            rows = tuple(row for row in group.rows if _tells(row, columns))
            kept += len(rows)
            if rows:
                groups.append(Group(group.title, rows, len(group.rows)))
        notes = tuple(section.notes[c] if c or not at else () for c in columns)
        left_out = len(section.rows) - kept
        figures = tuple(
            row for row in section.figures if _measures(row, columns[1:] if at else columns)
        )
        out.append(Sheet(columns, tuple(groups), figures, left_out, notes, not at))
    return tuple(out)


def _tells(row: Row, columns: tuple[int, ...]) -> bool:
    """Whether a row says more of these columns than that they have no part in it."""
    cells = [row.cells[column] for column in columns]
    return any(cell.state in INSIDE or cell.state == UNKNOWN or cell.number for cell in cells)


def _measures(row: Row, columns: tuple[int, ...]) -> bool:
    """Whether one of these columns has figures in a row."""
    return any(row.cells[column].inside for column in columns)
