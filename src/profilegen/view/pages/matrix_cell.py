"""A cell of a matrix: a shape, a year and a word, short enough for twelve side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.reader_text_type import Words, strung
from profilegen.edition.economies import Economy
from profilegen.edition.participation import Participation
from profilegen.view.comparison.cell import INSIDE, KNOWN, LISTED, UNKNOWN, ComparedCell
from profilegen.view.comparison.record_cells import PLAIN
from profilegen.view.text.nodes import words
from profilegen.view.wording.en.matrices import SAY, below


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell of the matrix: a shape, a year, a word below it, and all of it in words."""

    state: str
    year: Words
    """The year since when, or of signature; where nobody gives it, that there is one."""
    undated: bool
    """Whether nobody gives it."""
    unsure: bool
    """Whether the date rests on no source that could be checked."""
    below: Words
    """What the shape does not say: `via EU`, `co-convenor`, `signed`, `left`."""
    told: Words
    through: str = ""
    """The union that is named below the shape, by code."""
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
    listed: list[object] = [SAY["listed"].format(number=cell.number)] if cell.number else []
    date = part.date if part and cell.state != UNKNOWN else None
    undated = date is not None and not isinstance(date, Date)
    through = part.through if part and not cell.number else ""
    via = SAY["via"].format(union=unions[through].short) if through else ""
    return MatrixCell(
        state=cell.state,
        year=Words(str(date.year) if isinstance(date, Date) else SAY["no_date"] if undated else ""),
        undated=undated,
        unsure=bool(part and part.doubts),
        below=strung(" ", (_below(part), via) if part else ()),
        told=strung("; ", (words(cell.words), *listed, *map(words, cell.facts))),
        through=through,
        number=cell.number,
        anchor=cell.anchor,
    )


def _below(part: Participation) -> Words:
    """One or two words under the sign."""
    left = part.left.year if isinstance(part.left, Date) else None
    return below(part.state, part.role if part.role not in PLAIN else "", left)
