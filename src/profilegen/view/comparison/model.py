"""What a comparison is made of: its choice, heads of columns, rows, groups and sections."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.sections import SECTIONS, Proceedings, SectionKind, section_of
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.core.typography import letter
from profilegen.view.comparison.cell import DRAFT, LEGEND, POINTER, UNKNOWN, ComparedCell
from profilegen.view.comparison.row_heads import Head
from profilegen.view.comparison.sharing import share_groups
from profilegen.view.site.imprint import Frame
from profilegen.view.text.nodes import Native, Note, Run, words
from profilegen.view.wording.en import comparison as wording

TOPIC = "topic"
"""The rows of a section that has no records."""

DOUBTS = 8
"""Rows in doubt that are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is compared: economies, the base first; sections; topics, or all of them."""

    economies: tuple[str, ...]
    sections: tuple[int, ...] = tuple(kind.number for kind in SECTIONS)
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One agreement, initiative, dispute, topic or indicator, with a cell of each column."""

    head: Head
    cells: tuple[ComparedCell, ...]

    @property
    def share(self) -> int:
        """In how many columns the row is for certain."""
        return sum(cell.inside for cell in self.cells)

    @property
    def different(self) -> bool:
        """Whether the columns are not all alike."""
        return len({cell.token for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Counts:
    """How the rows of a section are shared."""

    rows: int
    shared: tuple[int, ...]
    """Rows by the number of columns that are in them: none, one, two and so on."""
    unknown: int
    """Cells that are unknown."""
    between: int
    """Disputes in which columns stand on opposite sides."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that as many columns share."""

    title: Words
    rows: tuple[ComparedRow, ...]
    count: int
    """Rows of the whole group, where a table shows some of its columns only."""
    below: int = 0
    """Rows of it that stand below, in the lists of what one column alone has."""


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A column's head: letter, name, standing, and how much older it is than the newest."""

    letter: str
    code: str
    name: str
    article: Words
    native: Native | None
    status: str
    updated: str
    age: Words
    """`16 months older than columns B and C`, or nothing."""


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """One section of a comparison."""

    number: int
    label: str
    title: str
    row_kind: str
    """What its rows are: TOPIC, or the kind whose records they are."""
    stood: tuple[Words, ...]
    """Standing and dates of each column: `Draft of 18 July 2025, checked 14 July 2025`."""
    states: tuple[str, ...]
    """The section's state in each column."""
    text: tuple[ComparedCell, ...]
    """The running text of each column; none where topics are chosen."""
    rows: tuple[ComparedRow, ...]
    counts: Counts
    registry: Words
    """The registry from which facts come, with the places where they were seen."""
    figures: tuple[ComparedRow, ...] = ()
    """The indicators of which a column has figures here."""
    notes: tuple[tuple[Note, ...], ...] = ()
    """The notes of each column that are first called here."""

    @property
    def spoken(self) -> bool:
        """Whether any column has running text."""
        return any(cell.blocks for cell in self.text)

    @property
    def doubts(self) -> tuple[Words, ...]:
        """What is not known for certain: title of each such row, with the columns in doubt."""
        out = []
        for row in self.rows:
            doubtful = [at for at, cell in enumerate(row.cells) if _doubtful(cell)]
            if doubtful or row.head.unsure:
                doubtful = doubtful or [at for at, cell in enumerate(row.cells) if cell.inside]
                letters = [column_letter(at) for at in doubtful]
                out.append(wording.doubt(words(row.head.title), letters))
        return tuple(out)

    @property
    def in_doubt(self) -> Words:
        """The same as a sentence, or nothing."""
        doubts = self.doubts
        return wording.in_doubt(doubts[:DOUBTS], len(doubts)) if doubts else UNSAID

    @property
    def groups(self) -> tuple[RowGroup, ...]:
        """The rows by how many columns share them; no group is empty."""
        candidates = (
            (group.title, tuple(row for row in self.rows if row.share in group))
            for group in share_groups(len(self.states), self.row_kind)
        )
        return tuple(RowGroup(title, rows, len(rows)) for title, rows in candidates if rows)

    @property
    def by_topic(self) -> bool:
        """Whether its rows are topics."""
        return self.row_kind == TOPIC

    @property
    def row_title(self) -> Words:
        """What its rows are, in a word."""
        return wording.row_title(self.row_kind)

    @property
    def nothing(self) -> Words:
        """What is said where it has none."""
        return wording.nothing(self.row_kind)

    @property
    def text_label(self) -> Words:
        """What the row of its running text is called."""
        return text_label(SECTIONS[self.number - 1])

    @property
    def beside(self) -> Words:
        """Where other sections have what might be looked for here."""
        return beside(SECTIONS[self.number - 1], signed=True)

    @property
    def alone_by_registry(self) -> Words:
        """What is said of records that one column alone has, by the registry."""
        return wording.alone_by_registry(treaties=self.number == section_of(Agreement).number)

    @property
    def legend(self) -> tuple[str, ...]:
        """The states that stand in the section's cells, in the legend's order."""
        cells = [cell for row in self.rows for cell in row.cells]
        cells += [c for row in self.figures for c in row.cells if not c.figures]
        items = [item for cell in cells for item in cell.items]
        states = {POINTER if cell.elsewhere else cell.state for cell in cells}
        states |= {DRAFT for item in items if item.draft and not item.under}
        states |= {POINTER for item in items if item.under}
        return tuple(state for state in LEGEND if state in states)


def _doubtful(cell: ComparedCell) -> bool:
    """Whether a cell is unknown, not verified, or lacks its role or date."""
    part = cell.participation
    return cell.state == UNKNOWN or (part is not None and bool(part.doubts or part.incomplete))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Economies side by side, as they are read."""

    frame: Frame
    title: str
    columns: tuple[ColumnHead, ...]
    topics: tuple[Words, ...]
    """Names of the topics that were chosen; none are all."""
    sections: tuple[ComparedSection, ...]
    summary: Run
    cite_as: Run
    updated_iso: str
    """Date of the newest column."""
    digest: str = ""
    """SHA-256 of all that is compared: two copies with the same one say the same."""

    @property
    def codes(self) -> str:
        """`JPN KOR USA`."""
        return " ".join(column.code for column in self.columns)

    @property
    def numbers(self) -> Words:
        """`section 5`, `sections 4 and 5`."""
        return wording.sections_named([section.number for section in self.sections])

    @property
    def topics_named(self) -> Words:
        """The chosen topics within a sentence."""
        return wording.topics_named(self.topics)


def column_letter(at: int) -> str:
    """The letter of a column: A for the base."""
    return letter(at).upper()


def row_kind(kind: SectionKind) -> str:
    """What the rows of a section are: TOPIC, or the kind whose records they are."""
    return kind.recorded.one if kind.recorded else TOPIC


def text_label(kind: SectionKind) -> Words:
    """What the row of a section's running text is called."""
    return wording.text_label(counts=kind.model is Proceedings)


def beside(kind: SectionKind, *, signed: bool = False) -> Words:
    """Where a reader finds what might be looked for among the rows of a section."""
    return wording.initiatives_beside(signed=signed) if kind is section_of(Agreement) else UNSAID
