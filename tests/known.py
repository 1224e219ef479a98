"""What is known of profiles and registries that a test makes, as views take it."""

from __future__ import annotations

from collections.abc import Iterable

from profilegen.core.model.entries import Entry
from profilegen.core.model.profile import Profile
from profilegen.core.registry import Registry
from profilegen.edition.edition import Edition
from profilegen.edition.resolved import ResolvedProfile
from profilegen.edition.resolving import Resolver
from profilegen.view.pages.page import SiteContent


def edition(profiles: Iterable[Profile], registry: Registry) -> Edition:
    """The edition of some profiles."""
    resolver = Resolver(registry)
    return Edition(tuple(map(resolver.resolved, profiles)), resolver)


def content(profiles: Iterable[Profile], registry: Registry) -> SiteContent:
    """What the pages beside some profiles are made of."""
    return SiteContent(edition(profiles, registry))


def resolved(profile: Profile, registry: Registry) -> ResolvedProfile:
    """A profile with everything that it names looked up."""
    return Resolver(registry).resolved(profile)


def row_key(entry: Entry, registry: Registry) -> str:
    """The key of the agreement, initiative or dispute that an entry is about."""
    about = Resolver(registry).subject(entry)
    assert about is not None
    return about.key


def topic_names(entry: Entry, registry: Registry) -> tuple[str, ...]:
    """The entry's topics by the names that the vocabulary gives them."""
    return tuple(Resolver(registry).topic(name).name for name in entry.topics)
