"""What a section shows: its head, and paragraphs, lists, entries, tables and charts below it."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.reader_text_type import Words
from profilegen.view.blocks.chart import ChartView
from profilegen.view.blocks.table import TableView
from profilegen.view.text.nodes import TextNode, words
from profilegen.view.wording.entry_view import EntryView


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph; all but a run's first are indented in print."""

    words: tuple[TextNode, ...]
    first: bool = True
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class ListItem:
    """A point of a list, with its anchor and letter where it is an entry."""

    words: tuple[TextNode, ...]
    anchor: str = ""
    label: str = ""
    """Its letter, or its number with the point or bracket that was typed."""
    topics: tuple[str, ...] = ()
    inner: tuple[ListView, ...] = ()


@dataclass(frozen=True, slots=True)
class ListView:
    """A list with its lead-in; `mark` is dash, number or letter."""

    lead_in: tuple[TextNode, ...]
    items: tuple[ListItem, ...]
    mark: str = "dash"
    kind: str = "list"

    @property
    def wide(self) -> bool:
        """Whether a mark is so long that the points stand further in: `(aa)`, `1986.`."""
        return any(len(item.label) > (1 if self.mark == "letter" else 3) for item in self.items)

    @property
    def short(self) -> bool:
        """Whether the points are so short that two columns hold them (four or more, 30 signs)."""
        return len(self.items) >= 4 and all(
            len(words(item.words)) <= 34 and not item.inner for item in self.items
        )


@dataclass(frozen=True, slots=True)
class EntriesView:
    """A list of numbered entries with its lead-in."""

    lead_in: tuple[TextNode, ...]
    entries: tuple[EntryView, ...]
    kind: str = "entries"


@dataclass(frozen=True, slots=True)
class SilenceView:
    """A section that holds nothing, and why."""

    state: str
    head: Words
    words: tuple[TextNode, ...]
    searched: Words
    kind: str = "silence"


BlockView = ParagraphView | ListView | EntriesView | SilenceView | TableView | ChartView


@dataclass(frozen=True, slots=True)
class SectionView:
    """One of the seven sections."""

    number: int
    key: str
    label: str
    title: str
    dated: Words
    """When it was checked: `checked 14 July 2025`; nothing where the page's head says it once."""
    checked: Words
    """When and by whom: `checked 14 July 2025 by Ada Nkosi`."""
    registry: Words
    """Date of the registry from which facts of the section come, in words, or nothing."""
    state: str
    """written, none_found, not_applicable, not_researched or missing."""
    blocks: tuple[BlockView, ...]

    @property
    def anchor(self) -> str:
        """The section's fragment."""
        return f"section-{self.number}"

    @property
    def full_title(self) -> str:
        """The template's title where it says more than the label."""
        return "" if self.title == self.label else self.title

    @property
    def by_topic(self) -> tuple[tuple[str, tuple[ListItem | EntryView, ...]], ...]:
        """The entries that bear each topic, the topics in alphabetical order."""
        found: dict[str, list[ListItem | EntryView]] = {}
        for block in self.blocks:
            if isinstance(block, ListView | EntriesView):
                for item in block.items if isinstance(block, ListView) else block.entries:
                    for topic in item.topics:
                        found.setdefault(topic, []).append(item)
        return tuple((topic, tuple(found[topic])) for topic in sorted(found, key=str.lower))


def told_state(state: str) -> str:
    """The state that a reader is told: nobody cares whether a key is missing or says so."""
    return "not_researched" if state == "missing" else state
