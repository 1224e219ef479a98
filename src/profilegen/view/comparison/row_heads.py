"""The rows of a comparison: what a row is about, and how an economy stands that nobody names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from profilegen.core.dates import Date
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.registry import TopicRecord
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Text
from profilegen.core.typography import sentence
from profilegen.edition.entry_to_record import Subject
from profilegen.edition.record_facts import RecordFacts
from profilegen.view.comparison.cell import ComparedCell
from profilegen.view.comparison.record_cells import absent
from profilegen.view.site.record_links import Place, topic_place
from profilegen.view.text.nodes import Run
from profilegen.view.wording.en.compared_cells import SAY
from profilegen.view.wording.en.registry import unverified
from profilegen.view.wording.wording_by_kind import wording

OTHER = "other"
"""The topic of an entry that has none."""


_NOTHING = ComparedCell("none")


@dataclass(frozen=True, slots=True)
class Head:
    """What a row is about: one agreement, initiative or dispute, one topic or indicator."""

    key: str
    title: Run
    facts: tuple[Words, ...] = ()
    remarks: tuple[Words, ...] = ()
    """What a reader of the record has to know, in sentences."""
    caveats: tuple[Words, ...] = ()
    """`not in the registry`, `not verified: the date of signature`."""
    rest: ComparedCell = _NOTHING
    """The cell of whoever has none; a topic's is that of the economy's section."""
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Where the registry's facts were seen."""
    order: tuple[object, ...] = field(default=(), repr=False)
    """How it stands among others, by facts: what has no date, or is no topic, comes last."""
    place: Place | None = None
    """Where the site tells of it, if it has such a place."""
    date: Date | None = None
    """The day by which the row stands among others."""
    unsure: bool = False
    """Whether a fact of the record is not verified."""

    @property
    def details(self) -> tuple[Words, ...]:
        """All that is said below the title."""
        return (*self.facts, *self.remarks, *self.caveats)


def topic_head(key: str, vocabulary: Mapping[str, TopicRecord]) -> Head:
    """The row of a topic; the vocabulary gives name and order."""
    if key == OTHER:
        return Head(key, (Text(str(SAY["no_topic"])),), order=(len(vocabulary) + 1, key))
    at = list(vocabulary).index(key) if key in vocabulary else len(vocabulary)
    name = vocabulary[key].name if key in vocabulary else key
    return Head(key, (Text(sentence(name)),), order=(at, sentence(name)), place=topic_place(name))


def identity_head(about: Subject, facts: RecordFacts, named: Collection[str] = ()) -> Head:
    """The row of an agreement, an initiative or a dispute, by the registry where it knows it."""
    record = about.record
    said = wording(kind_of(about.named).one).record
    assert said  # only what has records is a subject
    words = said(facts, about)
    doubts = about.doubts()
    caveats: list[Words] = (
        [SAY["head_unverified"].format(facts=unverified(doubts))] if doubts else []
    )
    date = facts.date if isinstance(facts.date, Date) else None
    return Head(
        key=about.key,
        title=words.title,
        facts=tuple(fact for fact in words.facts if fact),
        remarks=(Words(record.note.plain()),) if record and record.note else (),
        caveats=tuple(caveats if record else [SAY["head_unregistered"]]),
        rest=absent(about, named),
        topics=tuple(topic.key for topic in about.topics),
        sources=tuple((record.source or "").split("; ")) if record and record.source else (),
        order=((date is None, date.iso if date else ""), *facts.names),
        date=date,
        unsure=bool(doubts),
    )  # fmt: skip
