"""Who brought cases against whom, counted in the registry of disputes up to its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from profilegen.core.dates import Date
from profilegen.core.model.registry import DisputeRecord, EconomyRecord
from profilegen.core.registry import Book


@dataclass(frozen=True, slots=True)
class Versus:
    """The WTO cases of one economy against another, by number, in order."""

    complainant: str
    respondent: str
    own: tuple[str, ...]
    """Cases in which both are parties; one against a member State is its union's too."""
    through: tuple[str, ...]
    """Cases in which one of them, or both, had a part through a union only."""


def versus(
    codes: Sequence[str], disputes: Book[DisputeRecord], economies: Book[EconomyRecord]
) -> tuple[tuple[Versus, ...], ...]:
    """The cases of each economy, row by row, against each; of itself against itself none."""
    unions = {code: record for code, record in economies.records.items() if record.members}
    direct_cases: dict[tuple[str, str], list[str]] = {}
    through: dict[tuple[str, str], list[str]] = {}
    for key, record, on in _counted(disputes):
        by, against = set(record.complainant), set(record.respondent)
        named = against | {code for code, union in unions.items() if _members(union, against, on)}
        acting = (_acting(codes, by, on, unions), _acting(codes, against, on, unions))
        for pair in product(*acting):
            if pair[0] != pair[1]:
                direct = pair[0] in by and pair[1] in named
                (direct_cases if direct else through).setdefault(pair, []).append(key)
        for pair in product(by.intersection(codes), (named - against).intersection(codes)):
            direct_cases.setdefault(pair, []).append(key)
    return tuple(
        tuple(
            Versus(
                one,
                other,
                tuple(direct_cases.get((one, other), ())),
                tuple(through.get((one, other), ())),
            )
            for other in codes
        )
        for one in codes
    )


def _counted(disputes: Book[DisputeRecord]) -> Iterator[tuple[str, DisputeRecord, Date | None]]:
    """The WTO's cases up to the registry's date, as profiles count them."""
    until = disputes.as_of
    for key, record in disputes.records.items():
        on = record.requested if isinstance(record.requested, Date) else None
        late = until is not None and (on is None or on.first > until.last)
        if record.forum == "WTO" and not late:
            yield key, record, on


def _members(union: EconomyRecord, codes: Iterable[str], on: Date | None) -> set[str]:
    """Those of some economies that were members of a union on a day."""
    return {code for code in codes if union.has_member(code, on)}


def _acting(
    codes: Sequence[str], parties: set[str], on: Date | None, unions: Mapping[str, EconomyRecord]
) -> list[str]:
    """Those of some economies that are parties, or for which a party acted on a day."""
    involved = set(parties)
    for union in parties.intersection(unions):
        involved |= _members(unions[union], codes, on)
    return [code for code in codes if code in involved]
