"""Where a table's cells stand, and what its numbers come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Protocol, TypeVar

from profilegen.core.model.data import Cell, Row, Table
from profilegen.core.quantity import to_decimal
from profilegen.core.richtext import plain


class Spanning(Protocol):
    """What may reach over several columns and rows."""

    @property
    def columns(self) -> int:
        """How many columns it fills."""

    @property
    def rows(self) -> int:
        """How many rows it fills."""


S = TypeVar("S", bound=Spanning)


def grid(rows: Iterable[Iterable[S]]) -> Iterator[tuple[int, int, S]]:
    """Every cell with its row and its first column; a span above pushes cells to the right."""
    free: dict[int, int] = {}  # by column the first row that no span above reaches
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while free.get(column, 0) > at:
                column += 1
            yield at, column, cell
            for filled in range(column, column + cell.columns):
                free[filled] = max(free.get(filled, 0), at + cell.rows)
            column += cell.columns


def width(rows: tuple[Row, ...]) -> list[int]:
    """Columns that each row fills, with what reaches down into it."""
    filled = [0] * len(rows)
    for at, _, cell in grid(rows):
        for down in range(min(cell.rows, len(rows) - at)):
            filled[at + down] += cell.columns
    return filled


def words(cell: Cell) -> str:
    """A cell's text as plain words."""
    return " ".join(map(plain, cell.text.blocks)) if cell.text else ""


def heads(table: Table) -> list[str]:
    """What stands over each column, from the uppermost head down: `Sum, large firms`."""
    found: dict[int, list[str]] = {}
    for _, column, cell in grid(table.head):
        for right in range(cell.columns):
            found.setdefault(column + right, []).append(words(cell))
    return [", ".join(filter(None, found.get(at, ()))) for at in range(max(found, default=-1) + 1)]


_NUMBER = re.compile(r"[-\u2212]?\d[\d,]*(?:\.\d+)?")


def number(cell: Cell) -> Decimal | None:
    """A cell's number, or None where it holds none or more than one."""
    found = words(cell).strip()
    return to_decimal(found) if _NUMBER.fullmatch(found) else None


def sums(table: Table) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Columns whose total is a number: the cell of the total row, what it says, what it should."""
    body = list(grid(table.rows))
    for place, (_, column, cell) in enumerate(grid((table.total,))):
        said = number(cell)
        parts = [number(part) for _, at, part in body if at == column and words(part)]
        known = [part for part in parts if part is not None]
        if said is not None and known and len(known) == len(parts) and cell.columns == 1:
            yield place, said, sum(known, Decimal())
