"""Who is in an agreement or an initiative, as what and since when, as the registry has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.name_matching import plain_letters
from profilegen.core.reader_text_type import Words
from profilegen.edition.economies import Economy
from profilegen.edition.edition import Known
from profilegen.edition.participation import OUTSIDE, SIGNED_ONLY, Participation, State
from profilegen.view.comparison.cell import ComparedCell
from profilegen.view.comparison.column import Column
from profilegen.view.comparison.record_cells import PLAIN, unlisted
from profilegen.view.text.nodes import words
from profilegen.view.wording.en.matrices import SAY


@dataclass(frozen=True, slots=True)
class RosterLine:
    """What one or more economies are in a record: `In force since 1 January 2022`."""

    words: Words
    economies: tuple[Words, ...]
    """Their names, in order; one that rests on no checked source says so."""


def roster(parts: Iterable[Known]) -> tuple[RosterLine, ...]:
    """Every party of a record by its part in it, the earliest first."""
    by_words: dict[Words, tuple[_Order, list[Words]]] = {}
    for known in parts:
        name = Words(known.economy.name)
        if known.part.doubts:
            name = SAY["unsure"].format(name=name)
        said = words(unlisted(known).words)
        by_words.setdefault(said, (_order(known.part), []))[1].append(name)
    ordered = sorted(by_words.items(), key=lambda pair: pair[1][0])
    return tuple(
        RosterLine(said, tuple(sorted(names, key=lambda name: plain_letters(str(name)))))
        for said, (_, names) in ordered
    )


def claimed(
    columns: Sequence[Column],
    cells: Sequence[ComparedCell | None],
    parties: Iterable[Economy],
) -> tuple[RosterLine, ...]:
    """The roster of what no registry knows: what the profiles say of themselves and of others."""
    by_words: dict[Words, list[str]] = {}
    for column, cell in zip(columns, cells, strict=True):
        if cell:
            by_words.setdefault(words(cell.words), []).append(column.name)
    here = {column.code for column in columns}
    lines = [RosterLine(said, tuple(map(Words, names))) for said, names in by_words.items()]
    if away := [party.name for party in parties if party.code not in here]:
        lines.append(RosterLine(SAY["named"], tuple(map(Words, away))))
    return tuple(lines)


_RANK = ("convenor", "co-convenor", "chair")
_STATES = tuple(State)
_Order = tuple[int, bool, str, int, bool, str]


def _order(part: Participation) -> _Order:
    """Conveners first, then participants and parties by date, then who signed, then who left.

    Those without a date, or of one day, stand by state and role.
    """
    rank = _RANK.index(part.role) if part.role in _RANK else len(_RANK)
    rank += part.role not in (*_RANK, *PLAIN)
    if part.state in SIGNED_ONLY:
        rank = len(_RANK) + 1
    elif part.state in OUTSIDE:
        rank = len(_RANK) + 2
    elif part.state is State.NOT_STATED:
        rank = len(_RANK) + 3
    day = part.date.iso if isinstance(part.date, Date) else ""
    return rank, not day, day, _STATES.index(part.state), part.role == NOT_STATED, part.role
