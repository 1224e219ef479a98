"""What a new profile begins with: its sections, and what the registries know of the economy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.locale import economy_name
from profilegen.core.model.entries import Agreement, Dispute
from profilegen.core.model.registry import AgreementRecord, DisputeRecord, InitiativeRecord
from profilegen.core.model.sections import SECTIONS, SectionKind
from profilegen.core.registry import Registry
from profilegen.core.resolve import agreement_facts, dispute_facts, side_of, tally


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line that an author may take over: its YAML, and what it stands for."""

    line: str
    remark: str


@dataclass(frozen=True, slots=True)
class ScaffoldView:
    """A new profile of an economy."""

    code: str
    name: str
    today: str
    sections: tuple[SectionKind, ...]
    topics: tuple[str, ...]
    union: str
    """The union that acts for the economy, or nothing."""
    union_name: str
    agreements: tuple[Proposal, ...]
    agreements_as_of: str
    initiatives: tuple[Proposal, ...]
    initiatives_as_of: str
    disputes: tuple[Proposal, ...]
    disputes_as_of: str
    counted: str


def scaffold_view(code: str, registry: Registry, today: str) -> ScaffoldView:
    """Gather what the registries propose for an economy."""
    union = next(iter(registry.unions(code)), "")
    count = tally(registry, code, registry.disputes.as_of)
    return ScaffoldView(
        code=code,
        name=economy_name(code, registry),
        today=today,
        sections=SECTIONS,
        topics=tuple(sorted(record.name for record in registry.topics.records.values())),
        union=union,
        union_name=economy_name(union, registry, article=True) if union else "",
        agreements=tuple(_agreements(code, registry)),
        agreements_as_of=str(registry.agreements.as_of or ""),
        initiatives=tuple(_initiatives(code, registry)),
        initiatives_as_of=str(registry.initiatives.as_of or ""),
        disputes=tuple(_disputes(code, registry)),
        disputes_as_of=str(registry.disputes.as_of or ""),
        counted=f"complainant in {count.complainant}, respondent in {count.respondent}",
    )


def _agreements(code: str, registry: Registry) -> Iterator[Proposal]:
    """Those of more parties first, for regional treaties bind most; then the newest."""
    known = [(k, r) for k, r in registry.agreements.records.items() if code in r.parties]

    def rank(pair: tuple[str, AgreementRecord]) -> tuple[int, int]:
        signed = pair[1].signed
        return -len(pair[1].parties), -(signed.year if isinstance(signed, Date) else 0)

    for key, record in sorted(known, key=rank):
        facts = agreement_facts(Agreement(name=key), registry, code)
        details = [
            facts.status if facts.status != "in force" else "",
            _dated("signed", facts.signed),
        ]
        details.append(_dated("in force", facts.in_force))
        details.append(_dated("left", facts.left))
        yield Proposal(key, _said(record.name, details))


def _initiatives(code: str, registry: Registry) -> Iterator[Proposal]:
    def rank(pair: tuple[str, InitiativeRecord]) -> bool:
        return code not in pair[1].roles

    known = [
        (key, record)
        for key, record in registry.initiatives.records.items()
        if code in record.participants or code in record.roles
    ]
    for key, record in sorted(known, key=rank):
        details = [
            record.roles.get(code, ""),
            _dated("since", record.joined.get(code, record.since)),
        ]
        yield Proposal(key, _said(record.name, details))


UNTAGGED = 24
"""Disputes without a topic that are proposed; a great trader has hundreds."""


def _disputes(code: str, registry: Registry) -> Iterator[Proposal]:
    """Those with topics first, as these were cited for industrial policy; then the newest."""
    known = [
        (key, record)
        for key, record in registry.disputes.records.items()
        if code in (*record.complainant, *record.respondent)
    ]

    def rank(pair: tuple[str, DisputeRecord]) -> tuple[bool, int]:
        asked = pair[1].requested
        return not pair[1].topics, -(asked.year if isinstance(asked, Date) else 0)

    tagged = sum(bool(record.topics) for _, record in known)
    for key, record in sorted(known, key=rank)[: tagged + UNTAGGED]:
        side = side_of(dispute_facts(Dispute(case=key), registry), (code,))
        topics = ", ".join(record.topics)
        name = record.short_title or record.name
        yield Proposal(key, _said(name, [side, _dated("", record.requested), topics]))


def _dated(word: str, date: object) -> str:
    return f"{word} {date}".strip() if isinstance(date, Date) else ""


def _said(name: str, parts: list[str]) -> str:
    return "; ".join(filter(None, (name, *parts)))
