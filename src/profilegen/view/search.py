"""What the search on the first page finds: economies, sections, topics and every entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from profilegen.core.locale import economy_name
from profilegen.core.model.entries import Entry, Goal, Instrument
from profilegen.core.model.profile import Placed, Profile, entries
from profilegen.core.model.sections import SECTIONS
from profilegen.core.registry import Registry
from profilegen.core.slug import slug
from profilegen.core.typography import curly, sentence
from profilegen.view.entry import entry_view, topic_names
from profilegen.view.nodes import words
from profilegen.view.topics import KINDS


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that can be found, and where it stands."""

    title: str
    native: str
    """The title in its own language."""
    also: str
    """Other words by which it is found; they are not shown."""
    kind: str
    where: str
    """Whose it is and its number: `Japan 4.3`."""
    href: str


_ONE = {
    "Goals": "Goal", "Strategies": "Strategy", "Programmes": "Programme",
    "Constitution": "Constitution", "Instruments": "Instrument", "Treaties": "Treaty",
    "Initiatives": "Initiative", "Disputes": "Dispute", "Trade remedies": "Trade remedy",
}  # fmt: skip


def hits(profiles: Sequence[Profile], registry: Registry) -> Iterator[Hit]:
    """Everything that can be found, the broadest first."""
    ordered = sorted(profiles, key=lambda p: p.title or economy_name(p.economy, registry))
    for profile in ordered:
        record = registry.economies.records[profile.economy]
        also = " ".join((profile.economy, record.name, *record.aliases))
        name = profile.title or record.name
        yield Hit(name, record.native_name or "", also, "Economy", "", f"{profile.economy}.html")
    for kind in SECTIONS:
        title = curly(kind.title)
        yield Hit(kind.label, "", title, "Section", "", f"section-{kind.number}.html")
    used = {
        name
        for profile in ordered
        for placed in entries(profile)
        for name in topic_names(placed.entry, registry)
    }
    for name in sorted(used, key=str.casefold):
        topic = registry.topics.get(name)
        also = " ".join(topic.aliases) if topic else ""
        yield Hit(sentence(name), "", also, "Topic", "", f"topics.html#{slug(name)}")
    for profile in ordered:
        placed = tuple(entries(profile))
        for item in placed:
            yield _entry(item, placed, profile, registry)


def _entry(item: Placed, placed: tuple[Placed, ...], profile: Profile, registry: Registry) -> Hit:
    entry = item.entry
    name = profile.title or economy_name(profile.economy, registry)
    number = entry.number or "" if isinstance(entry, Instrument) else ""
    also = [*entry.known_as, profile.economy, number, *topic_names(entry, registry)]
    native = entry.native_title or ""
    if isinstance(entry, Goal):
        title = sentence(entry.goal.plain())
        also = also[len(entry.known_as) :]
    else:
        view = entry_view(item, placed, profile, registry)
        short = f" ({view.short_name})" if view.short_name else ""
        title = words(view.title) + short
        native = native or (view.native.text if view.native else "")
    return Hit(
        title,
        native,
        " ".join(dict.fromkeys(word for word in also if word and word not in title)),
        _ONE[_label(entry)],
        f"{name} {item.number}",
        f"{profile.economy}.html#{item.anchor}",
    )


def _label(entry: Entry) -> str:
    return next(label for kind, label in KINDS if isinstance(entry, kind))
