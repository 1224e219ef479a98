"""The page of topics: under each, what every economy lists on it, kind by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from profilegen.core.locale import counted, economy_name, name_order
from profilegen.core.model.entries import (
    Agreement,
    Dispute,
    Entry,
    Goal,
    Initiative,
    Instrument,
    Programme,
    Provision,
    Strategy,
    TradeRemedy,
)
from profilegen.core.model.profile import PlacedEntry, Profile, entries
from profilegen.core.model.sections import SECTIONS
from profilegen.core.registry import Registry
from profilegen.core.typography import curly, joined
from profilegen.view.comparison.print_tables import WIDE
from profilegen.view.entries.entry import entry_view, topic_names
from profilegen.view.pages.page import Page
from profilegen.view.site.anchors import topic_place
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.text.drafting import line
from profilegen.view.text.nodes import Draft, TextNode

KINDS: tuple[tuple[type[Entry], str], ...] = (
    (Goal, "Goals"),
    (Strategy, "Strategies"),
    (Programme, "Programmes"),
    (Provision, "Constitution"),
    (Instrument, "Instruments"),
    (Agreement, "Treaties"),
    (Initiative, "Initiatives"),
    (Dispute, "Disputes"),
    (TradeRemedy, "Trade remedies"),
)
"""Kinds of entry in the order of the sections."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as a line that leads to its place in the profile."""

    economy: str
    """Code, which is the page's name."""
    number: str
    anchor: str
    title: tuple[TextNode, ...]
    section: int
    standing: str
    """What departs from the rule: `Draft`, `Signed only`."""


@dataclass(frozen=True, slots=True)
class KindEntries:
    """The entries of one kind, economy by economy."""

    label: str
    lines: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class ComparableSection:
    """A section in which several economies have entries on a topic, to compare them."""

    section: int
    label: str
    economies: tuple[str, ...]
    """Codes of those with most entries, as many as stand side by side."""
    names: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic with all that bears it."""

    name: str
    aliases: tuple[str, ...]
    groups: tuple[KindEntries, ...]
    sides: tuple[ComparableSection, ...]

    @property
    def anchor(self) -> str:
        """The topic's fragment."""
        return topic_place(self.name).fragment

    @property
    def count(self) -> int:
        """How many entries bear it."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def told(self) -> str:
        """`12 entries of 5 economies`."""
        economies = {line.economy for group in self.groups for line in group.lines}
        entries_ = counted(self.count, "entry", "entries")
        return f"{entries_} of {counted(len(economies), 'economy', 'economies')}"


@dataclass(frozen=True, slots=True)
class TopicsView:
    """All topics that an entry bears, by name; then the words that none bears."""

    frame: Frame
    lead: str
    topics: tuple[TopicView, ...]
    unused: tuple[str, ...]


def topics_view(profiles: Sequence[Profile], registry: Registry) -> TopicsView:
    """Compose the page; economies stand in the order of their names."""
    ordered = sorted(profiles, key=lambda p: name_order(p, registry))
    by_topic: dict[str, dict[type[Entry], list[Listed]]] = {}
    tagged = 0
    for profile in ordered:
        placed = tuple(entries(profile))
        for item in placed:
            names = dict.fromkeys(topic_names(item.entry, registry))
            tagged += bool(names)
            for name in names:
                lines = by_topic.setdefault(name, {}).setdefault(type(item.entry), [])
                lines.append(_listed(item, placed, profile, registry))
    known = {record.name: record for record in registry.topics.records.values()}
    topics = tuple(
        TopicView(
            name,
            known[name].aliases if name in known else (),
            tuple(
                KindEntries(label, tuple(by_topic[name][kind]))
                for kind, label in KINDS
                if kind in by_topic[name]
            ),
            tuple(_sides([line for lines in by_topic[name].values() for line in lines], registry)),
        )
        for name in sorted(by_topic, key=str.casefold)
    )
    lead = (
        f"{counted(len(topics), 'topic')}, under which {counted(tagged, 'entry', 'entries')} of "
        f"{counted(len(ordered), 'economy', 'economies')} stand. An entry may stand under several."
    )
    unused = tuple(sorted(set(known) - set(by_topic), key=str.casefold))
    return TopicsView(frame(registry), lead, topics, unused)


def _sides(lines: Sequence[Listed], registry: Registry) -> Iterator[ComparableSection]:
    for kind in SECTIONS:
        most = Counter(line.economy for line in lines if line.section == kind.number)
        codes = tuple(code for code, _ in most.most_common(WIDE))
        if len(codes) > 1:
            names = joined([curly(economy_name(code, registry, article=True)) for code in codes])
            yield ComparableSection(kind.number, kind.label, codes, names)


def _listed(
    item: PlacedEntry, placed: tuple[PlacedEntry, ...], profile: Profile, registry: Registry
) -> Listed:
    number = f"{profile.economy} {item.number}"
    if isinstance(item.entry, Goal):
        bare = tuple(span for span in line(item.entry.goal) if not isinstance(span, Draft))
        return Listed(profile.economy, number, item.anchor, bare, item.kind.number, "")
    view = entry_view(item, placed, profile, registry)
    standing = view.side if view.strong else ""
    return Listed(profile.economy, number, item.anchor, view.title, item.kind.number, standing)


PAGE = Page(
    "topics",
    "Topics",
    summary="What all economies list on each topic.",
    view=lambda of: topics_view(of.profiles, of.registry),
    template="screen/topics.html",
)
