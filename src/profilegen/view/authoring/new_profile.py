"""What a new profile begins with: its sections, and what the registries know of the economy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.registry import AgreementRecord, DisputeRecord, InitiativeRecord
from profilegen.core.model.sections import SECTIONS, SectionKind, section_of
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.edition.edition import Edition, Known
from profilegen.edition.record_facts import RecordFacts, TreatyFacts
from profilegen.view.wording.en.general import the
from profilegen.view.wording.kind_wording import ANY_ECONOMY
from profilegen.view.wording.wording_by_kind import wording


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line that an author may take over: its YAML, and what it stands for."""

    line: str
    remark: str


@dataclass(frozen=True, slots=True)
class NewSection:
    """A section of a new profile: its key and title, and how its entries are written."""

    number: int
    key: str
    title: str
    examples: tuple[str, ...]
    """Lines of YAML: an example of each kind of entry that is at home here ..."""
    unregistered: tuple[str, ...]
    """... and of the kind that has a registry, for an economy of which it has nothing."""


@dataclass(frozen=True, slots=True)
class ScaffoldView:
    """A new profile of an economy."""

    code: str
    name: str
    today: str
    sections: tuple[NewSection, ...]
    topics: tuple[str, ...]
    union: str
    """The union that acts for the economy, or nothing."""
    union_name: Words
    agreements: tuple[Proposal, ...]
    agreements_as_of: str
    initiatives: tuple[Proposal, ...]
    initiatives_as_of: str
    disputes: tuple[Proposal, ...]
    disputes_as_of: str
    counted: str


def scaffold_view(code: str, edition: Edition, today: str) -> ScaffoldView:
    """Gather what the registries propose for an economy."""
    union = next(iter(edition.unions_of(code)), None)
    count = edition.tally(code)
    return ScaffoldView(
        code=code,
        name=edition.economy(code).name,
        today=today,
        sections=tuple(_section(kind, code) for kind in SECTIONS),
        topics=tuple(sorted(record.name for record in edition.vocabulary.values())),
        union=union.code if union else "",
        union_name=the(union) if union else UNSAID,
        agreements=tuple(_agreements(code, edition.parts(code, Agreement))),
        agreements_as_of=str(edition.as_of_subjects(Agreement) or ""),
        initiatives=tuple(_initiatives(code, edition.parts(code, Initiative))),
        initiatives_as_of=str(edition.as_of_subjects(Initiative) or ""),
        disputes=tuple(_disputes(code, edition.parts(code, Dispute))),
        disputes_as_of=str(edition.as_of_subjects(Dispute) or ""),
        counted=f"complainant in {count.complainant}, respondent in {count.respondent}",
    )


def _section(kind: SectionKind, code: str) -> NewSection:
    lines: dict[bool, list[str]] = {True: [], False: []}
    for of in kind.kinds:
        if section_of(of.model) is kind:
            example = wording(of.one).example.replace(ANY_ECONOMY, code)
            lines[of.records is not None] += example.splitlines()
    return NewSection(kind.number, kind.key, kind.title, tuple(lines[False]), tuple(lines[True]))


def _agreements(code: str, parts: Iterable[Known]) -> Iterator[Proposal]:
    """Those of more parties first, for regional treaties bind most; then the newest."""
    known = [
        (part.subject.key, part.subject.record, part.facts)
        for part in parts
        if isinstance(part.subject.record, AgreementRecord) and code in part.subject.record.parties
    ]

    def rank(of: tuple[str, AgreementRecord, RecordFacts]) -> tuple[int, int]:
        signed = of[1].signed
        return -len(of[1].parties), -(signed.year if isinstance(signed, Date) else 0)

    for key, record, facts in sorted(known, key=rank):
        assert isinstance(facts, TreatyFacts)
        details = [
            facts.status if facts.status != "in force" else "",
            _dated("signed", facts.signed),
        ]
        details.append(_dated("in force", facts.in_force))
        details.append(_dated("left", facts.left))
        yield Proposal(key, _said(record.name, details))


def _initiatives(code: str, parts: Iterable[Known]) -> Iterator[Proposal]:
    known = [
        (part.subject.key, part.subject.record)
        for part in parts
        if isinstance(part.subject.record, InitiativeRecord) and not part.union
    ]
    for key, record in sorted(known, key=lambda pair: code not in pair[1].roles):
        details = [
            record.roles.get(code, ""),
            _dated("since", record.joined.get(code, record.since)),
        ]
        yield Proposal(key, _said(record.name, details))


UNTAGGED = 24
"""Disputes without a topic that are proposed; a great trader has hundreds."""


def _disputes(code: str, parts: Iterable[Known]) -> Iterator[Proposal]:
    """Those with topics first, as these were cited for industrial policy; then the newest."""
    known = [
        (part.subject.key, record)
        for part in parts
        if isinstance(record := part.subject.record, DisputeRecord)
        and code in (*record.complainant, *record.respondent)
    ]

    def rank(of: tuple[str, DisputeRecord]) -> tuple[bool, int]:
        asked = of[1].requested
        return not of[1].topics, -(asked.year if isinstance(asked, Date) else 0)

    tagged = sum(bool(record.topics) for _, record in known)
    for key, record in sorted(known, key=rank)[: tagged + UNTAGGED]:
        side = "complainant" if code in record.complainant else "respondent"
        topics = ", ".join(record.topics)
        name = record.short_title or record.name
        yield Proposal(key, _said(name, [side, _dated("", record.requested), topics]))


def _dated(word: str, date: object) -> str:
    return f"{word} {date}".strip() if isinstance(date, Date) else ""


def _said(name: str, parts: list[str]) -> str:
    return "; ".join(filter(None, (name, *parts)))
