"""What a comparison is made of: its choice, heads of columns, rows, groups and sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from profilegen.core.model.sections import SECTIONS
from profilegen.core.typography import letter, runs
from profilegen.view.comparison.cell import SAID, UNKNOWN, ComparedCell
from profilegen.view.comparison.row_heads import Head
from profilegen.view.comparison.sharing import share_groups
from profilegen.view.comparison.wording import SAY, beside, stood, text_label
from profilegen.view.site.imprint import Frame
from profilegen.view.text.nodes import Native, Note, Run, words


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

    title: str
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
    article: str
    native: Native | None
    status: str
    updated: str
    age: str
    """`16 months older than columns B and C`, or nothing."""

    def stood(self, checked: str) -> str:
        """Standing and dates in a section: `Draft of 18 July 2025, checked 14 July 2025`."""
        return stood(self.status, self.updated, checked)


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """One section of a comparison."""

    number: int
    label: str
    title: str
    noun: str
    """What its rows are: topic, agreement, initiative, dispute."""
    checked: tuple[str, ...]
    states: tuple[str, ...]
    """The section's state in each column."""
    text: tuple[ComparedCell, ...]
    """The running text of each column; none where topics are chosen."""
    rows: tuple[ComparedRow, ...]
    counts: Counts
    registry: str
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
    def doubts(self) -> tuple[str, ...]:
        """What is not known for certain: title of each such row, with the columns in doubt."""
        out = []
        for row in self.rows:
            doubtful = [at for at, cell in enumerate(row.cells) if _doubtful(cell)]
            if doubtful or row.head.unsure:
                doubtful = doubtful or [at for at, cell in enumerate(row.cells) if cell.inside]
                letters = ", ".join(map(column_letter, doubtful))
                where = f", column{'s' if len(doubtful) > 1 else ''} {letters}"
                out.append(words(row.head.title) + (where if doubtful else ""))
        return tuple(out)

    @property
    def groups(self) -> tuple[RowGroup, ...]:
        """The rows by how many columns share them; no group is empty."""
        candidates = (
            (group.title, tuple(row for row in self.rows if row.share in group))
            for group in share_groups(len(self.states), self.noun)
        )
        return tuple(RowGroup(title, rows, len(rows)) for title, rows in candidates if rows)

    @property
    def text_label(self) -> str:
        """What the row of its running text is called."""
        return text_label(self.number)

    @property
    def beside(self) -> str:
        """Where other sections have what might be looked for here."""
        return beside(self.noun, SAY["beside_detail"])

    @property
    def legend(self) -> tuple[str, ...]:
        """The states that stand in the section's cells, in the legend's order."""
        cells = [cell for row in self.rows for cell in row.cells]
        cells += [c for row in self.figures for c in row.cells if not c.figures]
        items = [item for cell in cells for item in cell.items]
        states = {"pointer" if cell.elsewhere else cell.state for cell in cells}
        states |= {"draft" for item in items if item.draft and not item.under}
        states |= {"pointer" for item in items if item.under}
        return tuple(state for state in SAID if state in states)


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
    topics: tuple[str, ...]
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
    def numbers(self) -> str:
        """`section 5`, `sections 4 and 5`."""
        return named(tuple(section.number for section in self.sections))


def column_letter(at: int) -> str:
    """The letter of a column: A for the base."""
    return letter(at).upper()


def named(numbers: Sequence[int]) -> str:
    """`section 5`, `sections 4 and 5`, `sections 1 to 7`."""
    return f"section{'s' if len(numbers) > 1 else ''} {runs(list(numbers))}"
