"""Who is in an agreement or an initiative, as what and since when, as the registry has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.locale import economy_name
from profilegen.core.model.entries import Entry
from profilegen.core.names import plain_letters
from profilegen.core.registry import Registry
from profilegen.core.typography import curly
from profilegen.edition.participation import OUTSIDE, SIGNED_ONLY, Participation, State, record_of
from profilegen.view.comparison.cell import ComparedCell
from profilegen.view.comparison.column import Column
from profilegen.view.comparison.record_cells import PLAIN, unlisted
from profilegen.view.text.nodes import words


@dataclass(frozen=True, slots=True)
class RosterLine:
    """What one or more economies are in a record: `In force since 1 January 2022`."""

    words: str
    economies: tuple[str, ...]
    """Their names, in order; one that rests on no checked source says so."""


def roster(entry: Entry, registry: Registry) -> tuple[RosterLine, ...]:
    """Every party of a record by its part in it, the earliest first; nothing without a record."""
    record = record_of(entry, registry)
    codes = (
        *getattr(record, "parties", ()),
        *getattr(record, "participants", ()),
        *getattr(record, "roles", {}),
    )
    by_words: dict[str, tuple[tuple[int, bool, str], list[str]]] = {}
    for code in dict.fromkeys(codes):
        cell = unlisted(entry, code, registry)
        assert cell is not None  # a party of the record
        assert cell.participation is not None
        name = curly(economy_name(code, registry))
        if cell.participation.doubts:
            name += " (not verified)"
        said = words(cell.words)
        by_words.setdefault(said, (_order(cell.participation, said), []))[1].append(name)
    ordered = sorted(by_words.items(), key=lambda pair: pair[1][0])
    return tuple(
        RosterLine(said, tuple(sorted(names, key=plain_letters))) for said, (_, names) in ordered
    )


def claimed(
    columns: Sequence[Column],
    cells: Sequence[ComparedCell | None],
    listed: Sequence[Entry],
    registry: Registry,
) -> tuple[RosterLine, ...]:
    """The roster of what no registry knows: what the profiles say of themselves and of others."""
    by_words: dict[str, list[str]] = {}
    for column, cell in zip(columns, cells, strict=True):
        if cell:
            by_words.setdefault(words(cell.words), []).append(curly(column.name))
    here = {column.code for column in columns}
    named = dict.fromkeys(name for entry in listed for name in getattr(entry, "parties", ()))
    others = [registry.economies.key(name) or name for name in named]
    if away := [curly(economy_name(code, registry)) for code in others if code not in here]:
        by_words["Named as a party"] = away
    return tuple(RosterLine(said, tuple(names)) for said, names in by_words.items())


_RANK = ("convenor", "co-convenor", "chair")


def _order(part: Participation, said: str) -> tuple[int, bool, str]:
    """Conveners first, then participants and parties by date, then who signed, then who left."""
    rank = _RANK.index(part.role) if part.role in _RANK else len(_RANK)
    rank += part.role not in (*_RANK, *PLAIN)
    if part.state in SIGNED_ONLY:
        rank = len(_RANK) + 1
    elif part.state in OUTSIDE:
        rank = len(_RANK) + 2
    elif part.state is State.NOT_STATED:
        rank = len(_RANK) + 3
    date = part.date
    return rank, not isinstance(date, Date), date.iso if isinstance(date, Date) else said
