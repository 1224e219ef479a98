"""The page of topics: under each, what every economy lists on it, kind by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from profilegen.core.model.kinds import KINDS, kind_of
from profilegen.core.model.sections import SECTIONS
from profilegen.core.reader_text_type import Words
from profilegen.edition.comparison_limits import WIDE
from profilegen.edition.economies import Economy
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.view.entries.entry import entry_view
from profilegen.view.pages.page import Page, SiteContent
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.site.record_links import topic_place
from profilegen.view.text.nodes import Draft, TextNode
from profilegen.view.wording.en.general import all_of
from profilegen.view.wording.en.pages import ABOUT, LINKS
from profilegen.view.wording.en.topics_page import borne, lead
from profilegen.view.wording.wording_by_kind import wording


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as a line that leads to its place in the profile."""

    economy: str
    """Code, which is the page's name."""
    number: str
    anchor: str
    title: tuple[TextNode, ...]
    section: int
    standing: Words
    """What departs from the rule: `Draft`, `Signed only`."""


@dataclass(frozen=True, slots=True)
class KindEntries:
    """The entries of one kind, economy by economy."""

    label: Words
    lines: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class ComparableSection:
    """A section in which several economies have entries on a topic, to compare them."""

    section: int
    label: str
    economies: tuple[str, ...]
    """Codes of those with most entries, as many as stand side by side."""
    names: Words


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
    def told(self) -> Words:
        """`12 entries of 5 economies`."""
        economies = {line.economy for group in self.groups for line in group.lines}
        return borne(self.count, len(economies))


@dataclass(frozen=True, slots=True)
class TopicsView:
    """All topics that an entry bears, by name; then the words that none bears."""

    frame: Frame
    lead: Words
    topics: tuple[TopicView, ...]
    unused: tuple[str, ...]


def topics_view(content: SiteContent) -> TopicsView:
    """Compose the page; economies stand in the order of their names."""
    edition = content.edition
    ordered = edition.by_name
    by_topic: dict[str, dict[str, list[Listed]]] = {}
    tagged = 0
    economies = {of.code: of.economy for of in ordered}
    for of in ordered:
        for item in of.entries:
            names = dict.fromkeys(topic.name for topic in item.topics)
            tagged += bool(names)
            for name in names:
                lines = by_topic.setdefault(name, {}).setdefault(kind_of(item.entry).one, [])
                lines.append(_listed(item, of))
    known = {record.name: record for record in edition.vocabulary.values()}
    topics = tuple(
        TopicView(
            name,
            known[name].aliases if name in known else (),
            tuple(
                KindEntries(wording(kind.one).many, tuple(by_topic[name][kind.one]))
                for kind in KINDS
                if kind.one in by_topic[name]
            ),
            tuple(_sides([line for lines in by_topic[name].values() for line in lines], economies)),
        )
        for name in sorted(by_topic, key=str.casefold)
    )
    said = lead(len(topics), tagged, len(ordered))
    unused = tuple(sorted(set(known) - set(by_topic), key=str.casefold))
    return TopicsView(frame(edition.series, edition.as_of), said, topics, unused)


def _sides(
    lines: Sequence[Listed], economies: Mapping[str, Economy]
) -> Iterator[ComparableSection]:
    for kind in SECTIONS:
        most = Counter(line.economy for line in lines if line.section == kind.number)
        codes = tuple(code for code, _ in most.most_common(WIDE))
        if len(codes) > 1:
            names = all_of(economies[code] for code in codes)
            yield ComparableSection(kind.number, kind.label, codes, names)


def _listed(item: ResolvedEntry, of: ResolvedProfile) -> Listed:
    placed, number = item.placed, f"{of.code} {item.placed.number}"
    view = entry_view(item, of)
    standing = view.side if view.strong else ""
    title = tuple(span for span in view.title if not isinstance(span, Draft))
    return Listed(of.code, number, placed.anchor, title, placed.kind.number, Words(standing))


PAGE = Page(
    "topics",
    LINKS["topics"],
    summary=ABOUT["topics"],
    view=topics_view,
    template="screen/topics.html",
)
