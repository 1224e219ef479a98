"""What an entry is about: a record of a registry, or what a profile alone writes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from profilegen.core.dates import Date
from profilegen.core.diagnostic import Span
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.registry import Doubt, Record, TopicRecord
from profilegen.core.registry import Book


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic by its id in the vocabulary, and by its name; both are the word where it has none."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Subject:
    """An agreement, an initiative or a dispute, in which any economy may have a part."""

    key: str
    """The record's id; the folded name of what no registry knows."""
    named: Entry
    """An entry that names the record and says no more; or the one that writes it out."""
    record: Record | None
    topics: tuple[Topic, ...]
    """The record's own."""
    as_of: Date | None
    """The day for which the registry stands."""
    seen: str
    """Where the facts of records were seen that name no source of their own."""
    place: Span | None = None
    """Where the record is written."""

    def doubts(self, economy: str = "") -> tuple[Doubt, ...]:
        """What is not verified of the record, or of one economy's part in it."""
        doubts = self.record.doubts if self.record else ()
        if economy:
            return tuple(d for d in doubts if d.of_one and d.of == economy)
        return tuple(d for d in doubts if not d.of_one)


def topic(name: str, topics: Book[TopicRecord]) -> Topic:
    """A topic by any of its names."""
    key = topics.key(name)
    return Topic(key, topics.records[key].name) if key else Topic(name, name)


def subject(entry: Entry, book: Book[Any] | None, topics: Book[TopicRecord]) -> Subject | None:
    """What an entry is about, by the book of its kind; None for what none could have: an act."""
    if book is None:
        return None
    key = book.key(entry.name_text)
    record = book.records[key] if key else None
    return Subject(
        # No id of a record: by that it would have been found.
        key or " ".join(entry.name_text.casefold().split()),
        kind_of(entry).naming(key) if key else entry,
        record,
        tuple(topic(name, topics) for name in getattr(record, "topics", ())),
        book.as_of,
        book.source,
        book.places.get(key) if key else None,
    )
