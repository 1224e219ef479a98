"""A cell of a matrix: a shape, a year and a word, short enough for twelve side by side."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.model.entries import Agreement, Entry
from profilegen.core.registry import Registry
from profilegen.view.comparison.cell import INSIDE, KNOWN, LISTED, NO, SIGNED, UNKNOWN, ComparedCell
from profilegen.view.comparison.participation import since, through
from profilegen.view.entries.registry_notes import doubt
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


def mark_of(
    cell: ComparedCell, absent: bool, entry: Entry, code: str, registry: Registry
) -> MatrixCell:
    """Shorten a cell; `entry` is the profile's own, or one that names the record."""
    said = words(cell.words)
    facts = [words(fact) for fact in cell.facts]
    unsure = doubt(entry, registry, code)
    listed = [f"listed, {cell.number}"] if cell.number else []
    date = None if absent or cell.state == UNKNOWN else since(entry, cell, code, registry)
    return MatrixCell(
        state=cell.state,
        year=str(date.year) if isinstance(date, Date) else NO_DATE if date else "",
        unsure=bool(unsure),
        below="" if absent else _below(cell, said, entry, code, registry),
        told="; ".join([said, *listed, *facts]),
        number=cell.number,
        anchor=cell.anchor,
    )


def _below(cell: ComparedCell, said: str, entry: Entry, code: str, registry: Registry) -> str:
    """One or two words under the sign."""
    union = "" if cell.number else through(entry, code, registry)
    record = registry.agreements.get(entry.name_text) if isinstance(entry, Agreement) else None
    left = record.left.get(code) if record else None
    part = cell.token.partition(":")[2]
    word = (
        f"withdrew {left.year}" if left and cell.state != NO
        else "signed" if cell.state == SIGNED
        else said.split(maxsplit=1)[0].rstrip(",").lower() if cell.state == NO
        else "provisional" if said.startswith("Provisionally")
        else part
    )  # fmt: skip
    return " ".join(filter(None, (word, f"via {short_name(union, registry)}" if union else "")))


def short_name(code: str, registry: Registry) -> str:
    """The shortest name of a union: `EU`."""
    return min((code, *registry.economies.records[code].names), key=len)
