"""The facts of a treaty, an initiative or a proceeding, as they stand for one economy.

What the profile writes out is filled up by what the registry knows; codes are looked up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from profilegen.core.entry_facts_with_registry import When, agreement_facts, dispute_facts, side_of
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.registry import AgreementRecord, DisputeRecord, InitiativeRecord
from profilegen.core.registry import Book
from profilegen.edition.economies import Economies, Economy
from profilegen.edition.participation import State, state_of


@dataclass(frozen=True, slots=True)
class TreatyFacts:
    """A treaty as it stands for one economy."""

    name: str
    abbreviation: str
    status: str
    """The treaty's own, whatever the economy did."""
    state: State
    signed: When
    in_force: When
    """Entry into force for this economy."""
    left: When
    succeeded_by: str
    """What took its place, as it is written, or nothing."""
    successor: str
    """The same, as it is called in short."""
    parties: tuple[Economy, ...]
    """Those that the profile writes out."""
    party_count: int
    native_title: str
    """The title in the economy's language, or nothing."""

    @property
    def date(self) -> When:
        """The day by which it stands among others."""
        return self.signed

    @property
    def names(self) -> tuple[str, ...]:
        """What orders those of one day."""
        return self.name, self.abbreviation


@dataclass(frozen=True, slots=True)
class InitiativeFacts:
    """An initiative, and what one economy is in it."""

    name: str
    abbreviation: str
    kind: str
    """As the profile writes it."""
    status: str
    since: When
    role: str
    """Nothing where nobody states it."""
    alike: tuple[Economy, ...]
    """The others that play no plain participant's part, and the same one."""
    joined: When
    whole: InitiativeRecord | None
    """The initiative of which this one is a pillar."""

    @property
    def date(self) -> When:
        """The day by which it stands among others: a pillar with what it is a part of."""
        return self.whole.since if self.whole else self.since

    @property
    def names(self) -> tuple[str, ...]:
        """What orders those of one day."""
        return (self.whole.name, self.name) if self.whole else (self.name, "")


@dataclass(frozen=True, slots=True)
class ProceedingFacts:
    """A proceeding, and where one economy stands in it."""

    forum: str
    case: str
    title: str
    complainant: tuple[Economy, ...]
    respondent: tuple[Economy, ...]
    third_parties: tuple[Economy, ...]
    requested: When
    stage: str
    side: str
    """complainant, respondent, third party or nothing."""
    acting: frozenset[str]
    """Codes of the economy, and of the unions that acted for it when the case was brought."""
    through: tuple[Economy, ...]
    """The unions through which alone the economy has a part."""
    thirds_written: bool
    """Whether the profile itself names the third parties."""

    def side_of(self, code: str) -> str:
        """The side on which an economy itself stands, or nothing."""
        sides = ("complainant", self.complainant), ("respondent", self.respondent)
        by_side = (*sides, ("third party", self.third_parties))
        return next((side for side, who in by_side if code in {w.code for w in who}), "")

    @property
    def parties(self) -> set[str]:
        """Codes of all parties, third parties among them."""
        return {who.code for who in (*self.complainant, *self.respondent, *self.third_parties)}

    @property
    def date(self) -> When:
        """The day by which it stands among others."""
        return self.requested

    @property
    def names(self) -> tuple[str, ...]:
        """What orders those of one day."""
        return (self.case.removeprefix("DS").rjust(6, "0"),)


RecordFacts = TreatyFacts | InitiativeFacts | ProceedingFacts

_TOLD: dict[type, tuple[dict[str, Any], ...]] = {
    TreatyFacts: ({"signed": None}, {"parties": ()}, {"successor": ""}),
    InitiativeFacts: ({"kind": ""}, {"alike": ()}, {"status": "", "since": None}),
    ProceedingFacts: (
        {"complainant": (), "respondent": (), "requested": None},
        {"third_parties": (), "thirds_written": False},
        {"stage": ""},
    ),
}
"""Fields that are told together, each with its blank."""


def beyond(facts: RecordFacts, known: RecordFacts) -> RecordFacts:
    """The facts without what is told of `known` alike: what a profile adds to the registry."""
    blanks: dict[str, Any] = {}
    for together in _TOLD[type(facts)]:
        if all(getattr(facts, field) == getattr(known, field) for field in together):
            blanks |= together
    return replace(facts, **blanks)


def record_facts(
    entry: Entry, code: str, book: Book[Any], economies: Economies
) -> RecordFacts | None:
    """The facts of an entry for one economy, by the book of its kind."""
    match entry:
        case Agreement():
            return _treaty(entry, code, book, economies)
        case Initiative():
            return _initiative(entry, code, book, economies)
        case Dispute():
            return _proceeding(entry, code, book, economies)
    return None


def _treaty(
    entry: Agreement, code: str, book: Book[AgreementRecord], economies: Economies
) -> TreatyFacts:
    known = agreement_facts(entry, book, code)
    record = book.get(entry.name)
    key = book.key(known.succeeded_by) if known.succeeded_by else None
    successor = book.records[key].abbreviation or key if key else known.succeeded_by
    language = economies.of(code).language
    return TreatyFacts(
        known.name,
        known.abbreviation,
        known.status,
        state_of(known),
        known.signed,
        known.in_force,
        known.left,
        known.succeeded_by,
        successor,
        tuple(economies.of(name) for name in entry.parties),
        len(record.parties) if record else len(entry.parties),
        record.native_titles.get(language, "") if record and language else "",
    )


def _initiative(
    entry: Initiative, code: str, book: Book[InitiativeRecord], economies: Economies
) -> InitiativeFacts:
    record = book.get(entry.name)
    role = entry.role or (record.role(code) if record else None)
    alike = [
        economies.of(other)
        for other, part in (record.roles if record else {}).items()
        if part == role and other != code
    ]
    return InitiativeFacts(
        record.name if record else entry.name,
        entry.abbreviation or (record and record.abbreviation) or "",
        entry.kind or "",
        entry.status or (record and record.status) or "",
        entry.since or (record.since if record else None),
        role or "",
        tuple(alike),
        record.joined.get(code) if record else None,
        book.get(record.part_of) if record and record.part_of else None,
    )


def _proceeding(
    entry: Dispute, code: str, book: Book[DisputeRecord], economies: Economies
) -> ProceedingFacts:
    known = dispute_facts(entry, book, economies.book)
    actors = economies.acting_for(code, known.requested)
    mains = (*known.complainant, *known.respondent)

    def parties(codes: tuple[str, ...]) -> tuple[Economy, ...]:
        return tuple(economies.of(name) for name in codes)

    silent = code not in (*mains, *known.third_parties)
    through = sorted((actors - {code}).intersection(mains)) if silent else []
    return ProceedingFacts(
        known.forum,
        known.case,
        known.title,
        parties(known.complainant),
        parties(known.respondent),
        parties(known.third_parties),
        known.requested,
        known.stage,
        side_of(known, actors),
        actors,
        parties(tuple(through)),
        bool(entry.third_parties),
    )
