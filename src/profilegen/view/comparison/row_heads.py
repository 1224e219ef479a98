"""The rows of a comparison: what a row is about, and how an economy stands that nobody names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.locale import counted, economy_name, state_since, when
from profilegen.core.model.entries import Agreement, Dispute, Entry, Initiative
from profilegen.core.model.registry import AgreementRecord, InitiativeRecord
from profilegen.core.registry import Registry
from profilegen.core.resolve import When, agreement_facts, dispute_facts
from profilegen.core.richtext import Emph, Text
from profilegen.core.typography import curly, joined, sentence
from profilegen.edition.participation import record_of
from profilegen.view.comparison.cell import ComparedCell
from profilegen.view.comparison.record_cells import absent
from profilegen.view.entries.registry_notes import unverified
from profilegen.view.site.anchors import Place, row_key, topic_place
from profilegen.view.text.nodes import Run

OTHER = "other"
"""The topic of an entry that has none."""


_NOTHING = ComparedCell("none")


@dataclass(frozen=True, slots=True)
class Head:
    """What a row is about: one agreement, initiative or dispute, one topic or indicator."""

    key: str
    title: Run
    facts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What a reader of the record has to know, in sentences."""
    caveats: tuple[str, ...] = ()
    """`not in the registry`, `not verified: the date of signature`."""
    rest: ComparedCell = _NOTHING
    """The cell of whoever has none; a topic's is that of the economy's section."""
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Where the registry's facts were seen."""
    order: tuple[str, ...] = ()
    place: Place | None = None
    """Where the site tells of it, if it has such a place."""
    date: Date | None = None
    """The day by which the row stands among others."""
    unsure: bool = False
    """Whether a fact of the record is not verified."""

    @property
    def details(self) -> tuple[str, ...]:
        """All that is said below the title."""
        return (*self.facts, *self.remarks, *self.caveats)


def topic_head(key: str, registry: Registry) -> Head:
    """The row of a topic; the vocabulary gives name and order."""
    record = registry.topics.records.get(key)
    known = list(registry.topics.records)
    order = f"{known.index(key):04}" if record else "8" if key != OTHER else "9"
    name = "Without a topic" if key == OTHER else sentence(record.name if record else key)
    there = topic_place(record.name if record else key) if key != OTHER else None
    return Head(key, (Text(name),), order=(order, name), place=there)


def identity_head(entry: Entry, registry: Registry, named: Collection[str] = ()) -> Head:
    """The row of an agreement, an initiative or a dispute, by the registry where it knows it."""
    rest = absent(entry, registry, named)
    match entry:
        case Agreement():
            title, facts, date, names = _agreement(entry, registry)
        case Initiative():
            title, facts, date, names = _initiative(entry, registry)
        case Dispute():
            title, facts, date, names = _dispute(entry, registry)
        case _:  # pragma: no cover
            raise TypeError(type(entry))
    record = record_of(entry, registry)
    doubts = [doubt for doubt in record.doubts if not doubt.of_one] if record else []
    caveats = [f"not verified: {unverified(doubts)}"] if doubts else []
    return Head(
        key=row_key(entry, registry),
        title=title,
        facts=tuple(filter(None, facts)),
        remarks=(curly(record.note.plain()),) if record and record.note else (),
        caveats=tuple(caveats if record else ["not in the registry"]),
        rest=rest,
        topics=tuple(registry.topics.key(t) or t for t in getattr(record, "topics", ())),
        sources=tuple((record.source or "").split("; ")) if record and record.source else (),
        order=(date.iso if isinstance(date, Date) else _LAST, *names),
        date=date if isinstance(date, Date) else None,
        unsure=bool(doubts),
    )  # fmt: skip


_LAST = "9999"
"""Where what has no date stands among years."""

_About = tuple[Run, tuple[str, ...], When, tuple[str, ...]]
"""Title, facts, the date by which it is ordered, and names that order what is of one date."""


def _agreement(entry: Agreement, registry: Registry) -> _About:
    facts = agreement_facts(entry, registry, "")
    record: AgreementRecord | None = registry.agreements.get(entry.name)
    short = facts.abbreviation
    name = curly(facts.name + (f" ({short})" if short and short not in facts.name else ""))
    key = registry.agreements.key(facts.succeeded_by) if facts.succeeded_by else None
    successor = registry.agreements.records[key].abbreviation or key if key else facts.succeeded_by
    ended = facts.status if facts.status not in ("in force", "signed", "not stated") else ""
    parties = len(record.parties) if record else len(entry.parties)
    details = (
        f"signed {when(facts.signed, 'on a date not stated')}" if facts.signed else "",
        counted(parties, "party", "parties") if parties else "",
        ended,
        f"the {successor} took its place" if successor else "",
    )
    return (Text(name),), details, facts.signed, (name,)


def _initiative(entry: Initiative, registry: Registry) -> _About:
    record: InitiativeRecord | None = registry.initiatives.get(entry.name)
    short = (record and record.abbreviation) or entry.abbreviation
    name = record.name if record else entry.name
    title = curly(name + (f" ({short})" if short and short not in name else ""))
    since = record.since if record else entry.since
    roster = f"roster of {record.roster}" if record and isinstance(record.roster, Date) else ""
    details = (
        (record.kind if record else entry.kind) or "",
        *state_since(
            (record.status if record else entry.status) or "",
            str(since) if isinstance(since, Date) else "",
        ),
        roster,
    )
    whole = registry.initiatives.get(record.part_of) if record and record.part_of else None
    if whole:  # a pillar stands below what it is a part of
        return (Text(title),), details, whole.since, (whole.name, title)
    return (Text(title),), details, since, (name, "")


def _dispute(entry: Dispute, registry: Registry) -> _About:
    facts = dispute_facts(entry, registry)

    def names(codes: tuple[str, ...]) -> str:
        return joined([curly(economy_name(code, registry, article=True)) for code in codes])

    forum = "" if facts.forum == "WTO" or facts.forum in facts.case else f"{facts.forum}, "
    title = (Text(f"{forum}{facts.case}, "), Emph((Text(curly(facts.title)),)))
    sides = f"{names(facts.complainant)} against {names(facts.respondent)}"
    dated = when(facts.requested) if facts.requested else ""
    number = facts.case.removeprefix("DS").rjust(6, "0")
    return title, (sides if facts.complainant else "", dated), facts.requested, (number,)
