"""The rows of a comparison: what a row is about, and how an economy stands that nobody names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.locale import counted, state_since, when
from profilegen.core.model.registry import InitiativeRecord, TopicRecord
from profilegen.core.resolve import When
from profilegen.core.richtext import Emph, Text
from profilegen.core.typography import curly, sentence
from profilegen.edition.record_facts import (
    InitiativeFacts,
    ProceedingFacts,
    RecordFacts,
    TreatyFacts,
)
from profilegen.edition.subjects import Subject
from profilegen.view.comparison.cell import ComparedCell
from profilegen.view.comparison.record_cells import absent
from profilegen.view.entries.registry_notes import unverified
from profilegen.view.site.anchors import Place, topic_place
from profilegen.view.text.economy_names import all_of
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


def topic_head(key: str, vocabulary: Mapping[str, TopicRecord]) -> Head:
    """The row of a topic; the vocabulary gives name and order."""
    record = vocabulary.get(key)
    order = f"{list(vocabulary).index(key):04}" if record else "8" if key != OTHER else "9"
    name = "Without a topic" if key == OTHER else sentence(record.name if record else key)
    there = topic_place(record.name if record else key) if key != OTHER else None
    return Head(key, (Text(name),), order=(order, name), place=there)


def identity_head(about: Subject, facts: RecordFacts, named: Collection[str] = ()) -> Head:
    """The row of an agreement, an initiative or a dispute, by the registry where it knows it."""
    record = about.record
    match facts:
        case TreatyFacts():
            title, details, date, names = _treaty(facts)
        case InitiativeFacts():
            title, details, date, names = _initiative(facts, about)
        case ProceedingFacts():
            title, details, date, names = _proceeding(facts)
    doubts = about.doubts()
    caveats = [f"not verified: {unverified(doubts)}"] if doubts else []
    return Head(
        key=about.key,
        title=title,
        facts=tuple(filter(None, details)),
        remarks=(curly(record.note.plain()),) if record and record.note else (),
        caveats=tuple(caveats if record else ["not in the registry"]),
        rest=absent(about, named),
        topics=tuple(topic.key for topic in about.topics),
        sources=tuple((record.source or "").split("; ")) if record and record.source else (),
        order=(date.iso if isinstance(date, Date) else _LAST, *names),
        date=date if isinstance(date, Date) else None,
        unsure=bool(doubts),
    )  # fmt: skip


_LAST = "9999"
"""Where what has no date stands among years."""

_About = tuple[Run, tuple[str, ...], When, tuple[str, ...]]
"""Title, facts, the date by which it is ordered, and names that order what is of one date."""


def _treaty(facts: TreatyFacts) -> _About:
    short = facts.abbreviation
    name = curly(facts.name + (f" ({short})" if short and short not in facts.name else ""))
    ended = facts.status if facts.status not in ("in force", "signed", "not stated") else ""
    parties = facts.party_count
    details = (
        f"signed {when(facts.signed, 'on a date not stated')}" if facts.signed else "",
        counted(parties, "party", "parties") if parties else "",
        ended,
        f"the {facts.successor} took its place" if facts.successor else "",
    )
    return (Text(name),), details, facts.signed, (name,)


def _initiative(facts: InitiativeFacts, about: Subject) -> _About:
    record = about.record
    assert record is None or isinstance(record, InitiativeRecord)
    short = (record and record.abbreviation) or facts.abbreviation
    title = curly(facts.name + (f" ({short})" if short and short not in facts.name else ""))
    roster = f"roster of {record.roster}" if record and isinstance(record.roster, Date) else ""
    details = (
        (record.kind if record else facts.kind) or "",
        *state_since(facts.status, str(facts.since) if isinstance(facts.since, Date) else ""),
        roster,
    )
    if whole := facts.whole:  # a pillar stands below what it is a part of
        return (Text(title),), details, whole.since, (whole.name, title)
    return (Text(title),), details, facts.since, (facts.name, "")


def _proceeding(facts: ProceedingFacts) -> _About:
    forum = "" if facts.forum == "WTO" or facts.forum in facts.case else f"{facts.forum}, "
    title = (Text(f"{forum}{facts.case}, "), Emph((Text(curly(facts.title)),)))
    sides = f"{curly(all_of(facts.complainant))} against {curly(all_of(facts.respondent))}"
    dated = when(facts.requested) if facts.requested else ""
    number = facts.case.removeprefix("DS").rjust(6, "0")
    return title, (sides if facts.complainant else "", dated), facts.requested, (number,)
