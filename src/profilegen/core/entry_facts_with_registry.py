"""An entry's facts: what the profile writes out, filled up by what the registry knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.model.base import NotStated
from profilegen.core.model.dispute_counts import Count
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute, Side
from profilegen.core.model.registry import AgreementRecord, DisputeRecord, EconomyRecord
from profilegen.core.registry import Book, fold

When = Date | NotStated | None


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """A treaty as it stands for one economy."""

    key: str
    name: str
    abbreviation: str
    status: str
    signed: When
    in_force: When
    """Entry into force for this economy."""
    left: When
    succeeded_by: str
    registered: bool


def agreement_facts(entry: Agreement, book: Book[AgreementRecord], economy: str) -> AgreementFacts:
    """Join an agreement entry with its record."""
    key = book.key(entry.name)
    record = book.records[key] if key else None
    in_force = record.in_force_for.get(economy, record.in_force) if record else None
    left = record.left.get(economy) if record else None
    status = entry.status or (record.status if record else None)
    if record and economy in record.signed_only and not entry.status:
        status, in_force = "signed", None
    if entry.in_force and not entry.status and status in ("signed", "negotiating"):
        status = "in force"  # the profile knows more than the registry; PG308 tells of it
    if status is None:
        status = "in force" if isinstance(entry.in_force, Date) else "signed"
    return AgreementFacts(
        key=key or "",
        name=record.name if record else entry.name,
        abbreviation=entry.abbreviation or (record and record.abbreviation) or "",
        status=status,
        signed=entry.signed or (record.signed if record else None),
        in_force=entry.in_force or in_force,
        left=entry.left or left,
        succeeded_by=entry.succeeded_by or (record and record.succeeded_by) or "",
        registered=record is not None,
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How often an economy was a party to the registry's disputes."""

    complainant: int
    respondent: int


@dataclass(frozen=True, slots=True)
class DisputeFacts:
    """A proceeding: parties are economy codes where the registry knows them, else names."""

    forum: str
    case: str
    title: str
    complainant: tuple[str, ...]
    respondent: tuple[str, ...]
    third_parties: tuple[str, ...]
    requested: When
    role: Side | None
    stage: str
    registered: bool


def dispute_facts(
    entry: Dispute, book: Book[DisputeRecord], economies: Book[EconomyRecord]
) -> DisputeFacts:
    """Join a dispute entry with its record."""
    record = book.get(entry.case)

    def codes(own: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(economies.key(name) or name for name in own) or known

    return DisputeFacts(
        forum=entry.forum or (record.forum if record else "WTO"),
        case=entry.case,
        title=entry.title or (record.name if record else ""),
        complainant=codes(entry.complainant, record.complainant if record else ()),
        respondent=codes(entry.respondent, record.respondent if record else ()),
        third_parties=codes(entry.third_parties, record.third_parties if record else ()),
        requested=entry.requested or (record.requested if record else None),
        role=entry.role,
        stage=entry.stage or "",
        registered=record is not None,
    )


def tally(
    disputes: Book[DisputeRecord],
    economies: Book[EconomyRecord],
    economy: str,
    until: Date | None = None,
) -> Tally:
    """Count the registry's disputes in which an economy is a party, up to a day.

    A case against a member State counts for the union too, as the WTO's own table has it
    (disputes by member, 27 February 2013: 88 against the EU, 15 of them against one State).
    """
    sides: Counter[str] = Counter()
    record = economies.records.get(economy)
    union = record if record and record.members else None
    for dispute in disputes.records.values():
        on = dispute.requested if isinstance(dispute.requested, Date) else None
        if dispute.forum != "WTO" or (until and (on is None or on.first > until.last)):
            continue
        of_member = union and any(union.has_member(party, on) for party in dispute.respondent)
        sides["complainant"] += economy in dispute.complainant
        sides["respondent"] += economy in dispute.respondent or bool(of_member)
    return Tally(sides["complainant"], sides["respondent"])


def count_facts(
    count: Count, disputes: Book[DisputeRecord], economies: Book[EconomyRecord], economy: str
) -> Count:
    """A count as it prints: one without numbers takes the registry's, at its own date."""
    if count.numbered or fold(count.forum) != "wto":
        return count
    until = count.as_of if isinstance(count.as_of, Date) else disputes.as_of
    found = tally(disputes, economies, economy, until)
    return count.model_copy(
        update={
            "complainant": found.complainant,
            "respondent": found.respondent,
            "as_of": until or count.as_of,
        }
    )


def side_of(facts: DisputeFacts, acting: Collection[str]) -> str:
    """The side on which an economy (or who acts for it) stands: a word, or nothing."""
    if facts.role:
        return facts.role
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (
        ("complainant", facts.complainant),
        ("respondent", facts.respondent),
        ("third party", facts.third_parties),
    )
    return next((side for side, parties in sides if set(acting) & set(parties)), "")
