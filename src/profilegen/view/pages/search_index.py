"""What the search on the first page finds: economies, topics, entries, what stands in tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from profilegen.core.locale import counted, economy_name, name_order
from profilegen.core.model.entries import Agreement, Dispute, Entry, Goal, Instrument
from profilegen.core.model.profile import PlacedEntry, Profile, entries
from profilegen.core.model.sections import SECTIONS
from profilegen.core.observations import observed
from profilegen.core.registry import Registry
from profilegen.core.slug import slug
from profilegen.core.typography import curly, sentence
from profilegen.view.entries.entry import entry_view, topic_names
from profilegen.view.pages.bilateral_disputes import versus
from profilegen.view.pages.topics_page import KINDS
from profilegen.view.site.anchors import indicator_place
from profilegen.view.text.nodes import words


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
    ordered = sorted(profiles, key=lambda p: name_order(p, registry))
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
    yield from _indicators(ordered, registry)
    for profile in ordered:
        placed = tuple(entries(profile))
        for item in placed:
            parties = _parties(item.entry, ordered, registry)
            yield _entry(item, placed, profile, registry, parties)
    yield from _cases(ordered, registry)


def _indicators(profiles: Sequence[Profile], registry: Registry) -> Iterator[Hit]:
    """The indicators that have figures."""
    economies: dict[str, dict[str, None]] = {}
    for profile in profiles:
        for item in observed(profile):
            if key := registry.indicators.key(item.observation.indicator):
                economies.setdefault(key, {})[economy_name(item.economy, registry)] = None
    for key, record in registry.indicators.records.items():
        if whose := economies.get(key):
            names = " ".join(whose)
            one = len(whose) == 1
            where = names if one else counted(len(whose), "economy", "economies")
            also = " ".join((*record.aliases, *(() if one else (names,))))
            there = indicator_place(key)
            href = f"{there.page}.html#{there.fragment}"
            yield Hit(sentence(curly(record.name)), "", also, "Indicator", where, href)


def _parties(entry: Entry, profiles: Sequence[Profile], registry: Registry) -> tuple[str, ...]:
    """The names of the profiled economies that are in a treaty."""
    if not isinstance(entry, Agreement):
        return ()
    record = registry.agreements.get(entry.name_text)
    if record:
        codes = {code for code in record.parties if code not in record.left}
    else:
        codes = {registry.economies.key(name) or name for name in entry.parties}
    return tuple(economy_name(p.economy, registry) for p in profiles if p.economy in codes)


def _cases(profiles: Sequence[Profile], registry: Registry) -> Iterator[Hit]:
    """The registry's cases between profiled economies that no profile lists."""
    listed = {
        registry.disputes.key(placed.entry.name_text)
        for profile in profiles
        for placed in entries(profile)
        if isinstance(placed.entry, Dispute)
    }
    pairs = [pair for row in versus([p.economy for p in profiles], registry) for pair in row]
    first = {key: pair for pair in reversed(pairs) for key in pair.through}
    first |= {key: pair for pair in reversed(pairs) for key in pair.own}
    for key, record in registry.disputes.records.items():
        if key in listed or key not in first:
            continue
        by, against = first[key].complainant, first[key].respondent
        sides = [economy_name(code, registry) for code in (by, against)]
        others = {*record.complainant, *record.respondent} - {by, against}
        also = (economy_name(p.economy, registry) for p in profiles if p.economy in others)
        title = f"{key}, {curly(record.name)}"
        where = " against ".join(sides)
        yield Hit(title, "", " ".join(also), "Dispute", where, f"disputes.html#by-{by}-{against}")


def _entry(
    item: PlacedEntry,
    placed: tuple[PlacedEntry, ...],
    profile: Profile,
    registry: Registry,
    parties: tuple[str, ...],
) -> Hit:
    entry = item.entry
    name = profile.title or economy_name(profile.economy, registry)
    number = entry.number or "" if isinstance(entry, Instrument) else ""
    also = [*entry.known_as, profile.economy, number, *topic_names(entry, registry), *parties]
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
