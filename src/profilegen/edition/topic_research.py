"""What is known of a topic in a section: recorded, mentioned, searched in vain, not researched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from profilegen.core.dates import Date
from profilegen.core.entry_facts_with_registry import When
from profilegen.core.model.base import NotStated
from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import TopicRecord
from profilegen.core.model.sections import Section, SectionKind
from profilegen.core.registry import Book
from profilegen.core.richtext import Paragraph
from profilegen.edition.economies import Economy
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.edition.topic_mentions import first_mention


class ResearchState(Enum):
    """What a cell of a topic and a section says at the most; a blank would be read as a no."""

    RECORDED = auto()
    """Entries of the section bear the topic."""
    MENTIONED = auto()
    """None does, and a sentence of the section's text speaks of it."""
    SEARCHED = auto()
    """It was looked for, and none was found."""
    UNION_ACTS = auto()
    """A union acts for the economy here; what it does stands in its own profile."""
    NOT_APPLICABLE = auto()
    """The section cannot hold anything."""
    NOT_RESEARCHED = auto()
    """Nobody has looked: the rest is silence."""


@dataclass(frozen=True, slots=True)
class Researched:
    """What a profile has on a topic in a section, and how far it was looked for."""

    state: ResearchState
    entries: tuple[ResolvedEntry, ...] = ()
    """Those that bear the topic, or whose agreement, initiative or dispute does."""
    sentence: Paragraph | None = None
    """The first sentence of the text that speaks of it, with its notes, whatever the state."""
    date: When = None
    """The newest day to which all there is on the topic was looked for, whatever the state;
    `not stated` where the profile does not say when; None where it was not."""
    by: str = ""
    """Who looked for it on that day, where the profile says so."""
    union: Economy | None = None
    """The union that acts for the economy in the section, whatever the state."""


def research(
    of: ResolvedProfile, kind: SectionKind, topic_key: str, topics: Book[TopicRecord]
) -> Researched:
    """What a profile has on a topic of the vocabulary in a section; KeyError for no such topic."""
    section: Section | None = getattr(of.profile, kind.key)
    record = topics.records[topic_key]
    found = tuple(item for item in of.of(kind) if topic_key in _borne(item))
    sentence = _mention(of, section, record)
    acting = of.acting.get(kind.key)
    date, by = max(_searches(of.profile, kind, topic_key, topics), key=_newest, default=(None, ""))
    if section and section.not_applicable:
        state = ResearchState.NOT_APPLICABLE
    elif found:
        state = ResearchState.RECORDED
    elif sentence:
        state = ResearchState.MENTIONED
    elif date:
        state = ResearchState.SEARCHED
    else:
        state = ResearchState.UNION_ACTS if acting else ResearchState.NOT_RESEARCHED
    return Researched(state, found, sentence, date, by, acting.union if acting else None)


def _borne(item: ResolvedEntry) -> set[str]:
    """The topics of an entry, and those of what it is about."""
    about = item.subject.topics if item.subject else ()
    return {topic.key for topic in (*item.topics, *about)}


def _mention(of: ResolvedProfile, section: Section | None, topic: TopicRecord) -> Paragraph | None:
    if section is None or section.text is None:
        return None
    languages = (of.profile.language, of.economy.language.partition("-")[0])
    return first_mention(section.text.blocks, topic, languages)


def _searches(
    profile: Profile, kind: SectionKind, topic_key: str, topics: Book[TopicRecord]
) -> Iterator[tuple[Date | NotStated, str]]:
    """When, and by whom, a section was looked through for a topic, or for all of them."""
    section: Section | None = getattr(profile, kind.key)
    if section and section.none_found:
        yield section.none_found.searched, ""
    if section and section.complete_to:
        yield section.complete_to, ""
    for search in profile.searched:
        if search.covers(kind) and topics.key(search.topic) == topic_key:
            yield search.date, search.by or ""


def _newest(search: tuple[Date | NotStated, str]) -> tuple[int, ...]:
    """What is not stated comes before any date."""
    return search[0].last if isinstance(search[0], Date) else ()
