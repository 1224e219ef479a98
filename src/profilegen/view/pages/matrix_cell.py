"""A cell of a matrix: a shape, a year and a word, short enough for twelve side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.edition.economies import Economy
from profilegen.edition.participation import OUTSIDE, SIGNED_ONLY, Participation, State
from profilegen.view.comparison.cell import INSIDE, KNOWN, LISTED, UNKNOWN, ComparedCell
from profilegen.view.comparison.record_cells import PLAIN
from profilegen.view.text.nodes import words

NO_DATE = "n.d."


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell of the matrix: a shape, a year, a word below it, and all of it in words."""

    state: str
    year: str
    """The year since when, or of signature; `n.d.` where there is one and nobody gives it."""
    unsure: bool
    """Whether the date rests on no source that could be checked."""
    below: str
    """What the shape does not say: `via EU`, `co-convenor`, `signed`, `left`."""
    told: str
    number: str = ""
    """The entry in which the profile lists it: `JPN 5.3`."""
    anchor: str = ""

    @property
    def weight(self) -> int:
        """How much the economy is in it: bound, or only by signature."""
        return (self.state in (LISTED, KNOWN)) + (self.state in INSIDE)


def mark_of(cell: ComparedCell, unions: Mapping[str, Economy]) -> MatrixCell:
    """Shorten a cell; who has no part in the record gets a shape alone."""
    part = cell.participation
    listed = [f"listed, {cell.number}"] if cell.number else []
    date = part.date if part and cell.state != UNKNOWN else None
    return MatrixCell(
        state=cell.state,
        year=str(date.year) if isinstance(date, Date) else NO_DATE if date else "",
        unsure=bool(part and part.doubts),
        below=_below(part, listed=bool(cell.number), unions=unions) if part else "",
        told="; ".join([words(cell.words), *listed, *map(words, cell.facts)]),
        number=cell.number,
        anchor=cell.anchor,
    )


def _below(part: Participation, unions: Mapping[str, Economy], *, listed: bool) -> str:
    """One or two words under the sign."""
    word = (
        part.state.split()[0] if part.state in OUTSIDE
        else f"withdrew {part.left.year}" if isinstance(part.left, Date)
        else "signed" if part.state in SIGNED_ONLY
        else "provisional" if part.state is State.PROVISIONAL
        else part.role if part.role not in PLAIN
        else ""
    )  # fmt: skip
    via = "" if listed or not part.through else f"via {unions[part.through].short}"
    return " ".join(filter(None, (word, via)))
