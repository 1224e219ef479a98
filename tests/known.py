"""What is known of profiles and registries that a test makes, as views take it."""

from __future__ import annotations

from collections.abc import Iterable

from profilegen.core.model.entries import Entry
from profilegen.core.model.profile import Profile
from profilegen.core.registry import Registry
from profilegen.edition.edition import Edition
from profilegen.edition.entry_to_record import subject, topic
from profilegen.edition.resolved import ResolvedProfile


def edition(profiles: Iterable[Profile], registry: Registry) -> Edition:
    """The edition of some profiles."""
    return Edition(tuple(profiles), registry)


def resolved(profile: Profile, registry: Registry) -> ResolvedProfile:
    """A profile with everything that it names looked up."""
    return edition([profile], registry).resolved(profile)


def row_key(entry: Entry, registry: Registry) -> str:
    """The key of the agreement, initiative or dispute that an entry is about."""
    about = subject(entry, registry)
    assert about is not None
    return about.key


def topic_names(entry: Entry, registry: Registry) -> tuple[str, ...]:
    """The entry's topics by the names that the vocabulary gives them."""
    return tuple(topic(name, registry).name for name in entry.topics)
