"""What an economy is to an agreement, an initiative or a dispute: state, role, dates, doubts.

A profile's entry and the registry's record are joined by `core.entry_facts_with_registry`; here it
is decided what follows for one economy, also where a union acts for it. Pages put this into words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.entry_facts_with_registry import (
    AgreementFacts,
    When,
    agreement_facts,
    dispute_facts,
    side_of,
)
from profilegen.core.model.base import NotStated
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.registry import Doubt, Record
from profilegen.core.registry import Book
from profilegen.edition.economies import Economies


class State(StrEnum):
    """How far an economy is in; a treaty's words, and `taking part` where there is no treaty."""

    IN_FORCE = "in force"
    PROVISIONAL = "provisionally applied"
    SIGNED = "signed"
    NEVER_IN_FORCE = "never in force"
    """Signed, and overtaken before it bound anybody."""
    NEGOTIATING = "negotiating"
    LEFT = "left"
    SUPERSEDED = "superseded"
    TERMINATED = "terminated"
    NOT_STATED = "not stated"
    TAKING_PART = "taking part"
    """In an initiative, or on a side of a dispute."""


BOUND = frozenset({State.IN_FORCE, State.PROVISIONAL})
"""States in which an agreement applies to an economy."""
SIGNED_ONLY = frozenset({State.SIGNED, State.NEVER_IN_FORCE})
ENDED = frozenset({State.LEFT, State.SUPERSEDED, State.TERMINATED})
OUTSIDE = ENDED | {State.NEGOTIATING}
"""States in which an economy has no part: no longer, or not yet."""


@dataclass(frozen=True, slots=True)
class Participation:
    """What an economy is to one record, or to what a profile alone writes out."""

    state: State
    role: str = ""
    """`participant`, `co-convenor`, `respondent`, `not stated`; nothing for a party to a treaty."""
    signed: When = None
    since: When = None
    """The day from which it binds this economy, or on which it joined; None where no day of any
    party is recorded, `not stated` where only its own is missing."""
    left: When = None
    through: str = ""
    """The union that is the party, for one of its members."""
    doubts: tuple[Doubt, ...] = ()
    """What the record does not know for certain of this economy."""

    @property
    def date(self) -> When:
        """The day that stands for the whole: left, signed or since, by the state."""
        if self.state in OUTSIDE:
            return self.left
        return (self.signed or NotStated.NOT_STATED) if self.state in SIGNED_ONLY else self.since

    @property
    def incomplete(self) -> bool:
        """Whether its state, its role or the day from which it binds is not stated."""
        undated = self.state in BOUND and isinstance(self.since, NotStated)
        return self.state is State.NOT_STATED or self.role == NOT_STATED or undated


def participation(
    entry: Entry, economy: str, book: Book[Any], economies: Economies
) -> Participation | None:
    """What an economy is to a record, by the registry alone; None where it has no part in it.

    The book is that of the entry's kind. Where a union is the party, the union's dates are its
    members'.
    """
    party, through = party_for(entry, economy, book, economies)
    return _joined(entry, (party, party, through), book, economies) if party else None


def stated(entry: Entry, economy: str, book: Book[Any], economies: Economies) -> Participation:
    """What an economy is to an entry of its own profile, which says so itself."""
    party, through = party_for(entry, economy, book, economies)
    return _joined(entry, (economy, party or economy, through), book, economies)


def party_for(entry: Entry, economy: str, book: Book[Any], economies: Economies) -> tuple[str, str]:
    """Who is a party to a record for an economy, and the union if it is one; or nothing twice."""
    record = book.get(entry.name_text)
    if record is None:
        return "", ""
    if isinstance(entry, Dispute):
        facts = dispute_facts(entry, book, economies.book)
        actors = economies.acting_for(economy, facts.requested)
        mains = {*facts.complainant, *facts.respondent}
        if not actors & {*mains, *facts.third_parties}:
            return "", ""
        silent = economy not in facts.third_parties and not actors & mains
        return economy, min(actors & set(facts.third_parties)) if silent else ""
    parties = parties_of(record)
    if economy in parties:
        return economy, ""
    unions = [union for union in economies.unions_of(economy) if union in parties]
    return (unions[0], unions[0]) if unions else ("", "")


def parties_of(record: Record | None) -> tuple[str, ...]:
    """Whoever has a part in a record, as it lists them."""
    return tuple(code for field in _PARTIES for code in getattr(record, field, ()))


_PARTIES = ("parties", "participants", "roles", "complainant", "respondent", "third_parties")
"""Fields of records that name who has a part."""


def _joined(
    entry: Entry, who: tuple[str, str, str], book: Book[Any], economies: Economies
) -> Participation:
    """Of an economy, the party and the union: the state is the economy's, dates are the party's."""
    economy, party, through = who
    record = book.get(entry.name_text)
    doubts = tuple(d for d in record.doubts if d.of_one and d.of == economy) if record else ()
    match entry:
        case Dispute():
            facts = dispute_facts(entry, book, economies.book)
            side = side_of(facts, economies.acting_for(economy, facts.requested))
            return Participation(
                State.TAKING_PART, side or NOT_STATED, through=through, doubts=doubts
            )
        case Initiative():
            role = entry.role or (record.role(economy) if record else None)
            dated = record is not None and bool(record.joined)
            return Participation(
                State.IN_FORCE if record and record.in_force else State.TAKING_PART,
                role or NOT_STATED,
                since=record.joined.get(party, NotStated.NOT_STATED) if record and dated else None,
                through=through,
                doubts=doubts,
            )
        case Agreement():
            treaty = agreement_facts(entry, book, economy)
            dates = agreement_facts(entry, book, party)
            return Participation(
                state_of(treaty),
                signed=dates.signed,
                since=dates.in_force or NotStated.NOT_STATED,
                left=dates.left,
                through=through,
                doubts=doubts,
            )
    raise TypeError(type(entry))


def state_of(facts: AgreementFacts) -> State:
    """The state of a treaty for the economy whose facts these are.

    What never took effect was not left; who left one that ended later had left it before.
    """
    if facts.status == State.NEVER_IN_FORCE:
        return State.NEVER_IN_FORCE
    return State.LEFT if isinstance(facts.left, Date) else State(facts.status)
