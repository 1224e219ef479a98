"""How a comparison is laid on pages: four columns side by side at most, the base repeated.

Rows that one column alone has, with nothing to tell of the others, are lists over the whole width:
three economies have 60 treaties apart, and a row each would be six pages of "not a party".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from profilegen.core.reader_text_type import Words
from profilegen.edition.comparison_limits import WIDE
from profilegen.view.comparison.cell import INSIDE, NO, NONE, UNKNOWN, ComparedCell
from profilegen.view.comparison.model import (
    ComparedRow,
    ComparedSection,
    Comparison,
    RowGroup,
    column_letter,
)
from profilegen.view.text.nodes import Note
from profilegen.view.wording.en import comparison as wording


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: some columns of a section, with all rows in which one of them has a part."""

    columns: tuple[int, ...]
    groups: tuple[RowGroup, ...]
    apart: tuple[tuple[ComparedRow, ...], ...]
    """For each column, the records that it alone has and does not list, by the registry."""
    figures: tuple[ComparedRow, ...]
    """Indicators of which one of these columns has figures, and not one column alone."""
    figures_apart: tuple[tuple[ComparedRow, ...], ...]
    """For each column, the indicators of which it alone has figures."""
    remarks: tuple[Words, ...]
    """How many rows have nothing to tell of these columns, and how many indicators."""
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
    """The tables of one section; what the base alone has stands in the first."""
    out = []
    for at, columns in enumerate(spread(len(view.columns))):
        first_shown = columns[1:] if at else columns
        groups = []
        left_out = 0
        for group in section.groups:
            telling = [row for row in group.rows if _tells(row, columns)]
            rows = tuple(row for row in telling if _alone(row) is None)
            left_out += len(group.rows) - len(telling)
            if rows:
                groups.append(
                    RowGroup(group.title, rows, len(group.rows), len(telling) - len(rows))
                )
        notes = tuple(section.notes[c] if c or not at else () for c in columns)
        figures = tuple(
            row
            for row in section.figures
            if _figured(row) is None and any(row.cells[c].inside for c in first_shown)
        )
        out.append(
            Sheet(
                columns,
                tuple(groups),
                _lists(section.rows, _alone, columns, first_shown),
                figures,
                _lists(section.figures, _figured, columns, first_shown),
                tuple(_left_out(section, left_out, first_shown)),
                notes,
                not at,
            )
        )
    return tuple(out)


def _left_out(section: ComparedSection, rows: int, first_shown: tuple[int, ...]) -> Iterator[Words]:
    """Rows and indicators that stand in another table only; a base is repeated without its own."""
    figures = sum(not any(row.cells[c].inside for c in first_shown) for row in section.figures)
    if rows:
        yield wording.rows_left_out(section.row_kind, rows)
    if figures:
        base = "" if 0 in first_shown else column_letter(0)
        yield wording.figures_left_out(figures, base)


def _lists(
    rows: Sequence[ComparedRow],
    alone: Callable[[ComparedRow], int | None],
    columns: tuple[int, ...],
    first_shown: tuple[int, ...],
) -> tuple[tuple[ComparedRow, ...], ...]:
    """The rows that each column alone has; nothing for a base that is repeated."""
    return tuple(
        tuple(row for row in rows if c in first_shown and alone(row) == c) for c in columns
    )


def _tells(row: ComparedRow, columns: tuple[int, ...]) -> bool:
    """Whether a row says more of these columns than that they have no part in it."""
    cells = [row.cells[column] for column in columns]
    return any(
        cell.state in INSIDE or cell.state == UNKNOWN or cell.number or _leaves(cell)
        for cell in cells
    )


def _leaves(cell: ComparedCell) -> bool:
    """Whether an economy that has no part is told of all the same: it left, or negotiates."""
    return cell.state == NO and cell.participation is not None


def _alone(row: ComparedRow) -> int | None:
    """The one column that has a part in a record of the registry that its profile does not list."""
    at = _only(row, NO)
    return at if at is not None and row.cells[at].registered else None


def _figured(row: ComparedRow) -> int | None:
    """The one column that has figures of an indicator."""
    return _only(row, NONE)


def _only(row: ComparedRow, without: str) -> int | None:
    """The one column that has a part in a row, where the others say only that they have none."""
    inside = [at for at, cell in enumerate(row.cells) if cell.inside]
    rest = [cell for cell in row.cells if not cell.inside]
    return inside[0] if len(inside) == 1 and all(_bare(cell, without) for cell in rest) else None


def _bare(cell: ComparedCell, state: str) -> bool:
    says_more = cell.number or cell.notes or _leaves(cell)
    return cell.state == state and not says_more
