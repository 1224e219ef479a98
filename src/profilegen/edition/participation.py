"""What an economy is to an agreement, an initiative or a dispute: state, role, dates, doubts.

A profile's entry and the registry's record are joined by `core.entry_facts`; here it is decided
what follows for one economy, also where a union acts for it. Pages put this into words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.entry_facts import (
    AgreementFacts,
    When,
    acting,
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
from profilegen.core.registry import Registry


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


def record_of(entry: Entry, registry: Registry) -> Record | None:
    """The record that an entry names, or None."""
    book = registry.book(entry)
    return book.get(entry.name_text) if book else None


def participation(entry: Entry, economy: str, registry: Registry) -> Participation | None:
    """What an economy is to a record, by the registry alone; None where it has no part in it.

    Where a union is the party, the union's dates are its members'.
    """
    party, through = party_for(entry, economy, registry)
    return _joined(entry, party, party, through, registry) if party else None


def stated(entry: Entry, economy: str, registry: Registry) -> Participation:
    """What an economy is to an entry of its own profile, which says so itself."""
    party, through = party_for(entry, economy, registry)
    return _joined(entry, economy, party or economy, through, registry)


def party_for(entry: Entry, economy: str, registry: Registry) -> tuple[str, str]:
    """Who is a party to a record for an economy, and the union if it is one; or nothing twice."""
    record = record_of(entry, registry)
    if record is None:
        return "", ""
    if isinstance(entry, Dispute):
        facts = dispute_facts(entry, registry)
        actors = acting(facts, economy, registry)
        mains = {*facts.complainant, *facts.respondent}
        if not actors & {*mains, *facts.third_parties}:
            return "", ""
        silent = economy not in facts.third_parties and not actors & mains
        return economy, min(actors & set(facts.third_parties)) if silent else ""
    parties = set(getattr(record, "parties", ())) | set(getattr(record, "participants", ()))
    parties |= set(getattr(record, "roles", {}))
    if economy in parties:
        return economy, ""
    unions = [union for union in registry.unions(economy) if union in parties]
    return (unions[0], unions[0]) if unions else ("", "")


def _joined(
    entry: Entry, economy: str, party: str, through: str, registry: Registry
) -> Participation:
    """The state is the economy's own; dates are those of the party."""
    doubts = doubts_of(entry, economy, registry)
    match entry:
        case Dispute():
            facts = dispute_facts(entry, registry)
            side = side_of(facts, acting(facts, economy, registry))
            return Participation(
                State.TAKING_PART, side or NOT_STATED, through=through, doubts=doubts
            )
        case Initiative():
            record = registry.initiatives.get(entry.name)
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
            treaty = agreement_facts(entry, registry, economy)
            dates = agreement_facts(entry, registry, party)
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


def doubts_of(entry: Entry, economy: str, registry: Registry) -> tuple[Doubt, ...]:
    """What a record does not know for certain of one economy's part in it."""
    record = record_of(entry, registry)
    return tuple(d for d in record.doubts if d.of_one and d.of == economy) if record else ()
