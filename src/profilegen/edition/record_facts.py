"""The facts of a treaty, an initiative or a proceeding, as they stand for one economy.

What the profile writes out is filled up by what the registry knows; codes are looked up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from profilegen.core.entry_facts import (
    When,
    acting,
    agreement_facts,
    dispute_facts,
    initiative_record,
    side_of,
)
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.registry import InitiativeRecord
from profilegen.core.registry import Registry
from profilegen.edition.economies import Economy, economy
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


def record_facts(entry: Entry, code: str, registry: Registry) -> RecordFacts | None:
    """The facts of an entry for one economy; none for what no registry could have."""
    match entry:
        case Agreement():
            return _treaty(entry, code, registry)
        case Initiative():
            return _initiative(entry, code, registry)
        case Dispute():
            return _proceeding(entry, code, registry)
    return None


def _treaty(entry: Agreement, code: str, registry: Registry) -> TreatyFacts:
    known = agreement_facts(entry, registry, code)
    record = registry.agreements.get(entry.name)
    key = registry.agreements.key(known.succeeded_by) if known.succeeded_by else None
    successor = registry.agreements.records[key].abbreviation or key if key else known.succeeded_by
    language = economy(code, registry).language
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
        tuple(economy(name, registry) for name in entry.parties),
        len(record.parties) if record else len(entry.parties),
        record.native_titles.get(language, "") if record and language else "",
    )


def _initiative(entry: Initiative, code: str, registry: Registry) -> InitiativeFacts:
    record = initiative_record(entry, registry)
    role = entry.role or (record.role(code) if record else None)
    alike = [
        economy(other, registry)
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
        registry.initiatives.get(record.part_of) if record and record.part_of else None,
    )


def _proceeding(entry: Dispute, code: str, registry: Registry) -> ProceedingFacts:
    known = dispute_facts(entry, registry)
    actors = acting(known, code, registry)
    mains = (*known.complainant, *known.respondent)

    def parties(codes: tuple[str, ...]) -> tuple[Economy, ...]:
        return tuple(economy(name, registry) for name in codes)

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
