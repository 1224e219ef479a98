"""A comparison: columns joined into rows, what is shared and what differs, notes by column."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from profilegen.core.locale import status_dated
from profilegen.core.model.sections import SECTIONS, SectionKind
from profilegen.core.registry import Registry
from profilegen.core.typography import curly, joined
from profilegen.view.comparison.cell import SAID, UNKNOWN, Cell, Run
from profilegen.view.comparison.column import IDENTITY, Column
from profilegen.view.comparison.column_notes import column_letter, numbered
from profilegen.view.comparison.columns import Material
from profilegen.view.comparison.row_heads import topic_head
from profilegen.view.comparison.rows import Row, figure_rows, identity_rows, topic_rows
from profilegen.view.comparison.summary import Counts, Group, cite, counts, grouped, named, summary
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.text.nodes import Native, Note, words

AGE = 6
"""Months from which a column's age is marked."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is compared: economies, the base first; sections; topics, or all of them."""

    economies: tuple[str, ...]
    sections: tuple[int, ...] = tuple(kind.number for kind in SECTIONS)
    topics: tuple[str, ...] = ()


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
        told = checked.partition(" by ")[0]
        if told == f"checked {self.updated}":
            return f"{self.status.capitalize()}, updated and checked {self.updated}"
        return f"{status_dated(self.status.capitalize(), self.updated)}{', ' if told else ''}{told}"


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
    text: tuple[Cell, ...]
    """The running text of each column; none where topics are chosen."""
    rows: tuple[Row, ...]
    counts: Counts
    registry: str
    """The registry from which facts come, with the places where they were seen."""
    figures: tuple[Row, ...] = ()
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
            own = [at for at, cell in enumerate(row.cells) if _doubtful(cell)]
            if own or any(detail.startswith("not verified") for detail in row.head.details):
                own = own or [at for at, cell in enumerate(row.cells) if cell.inside]
                where = (
                    f", column{'s' if len(own) > 1 else ''} {', '.join(map(column_letter, own))}"
                )
                out.append(words(row.head.title) + (where if own else ""))
        return tuple(out)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The rows by how many columns share them."""
        return grouped(self.rows, len(self.states))

    @property
    def legend(self) -> tuple[str, ...]:
        """The states that stand in the section's cells, in the legend's order."""
        cells = [cell for row in self.rows for cell in row.cells]
        cells += [c for row in self.figures for c in row.cells if not c.figures]
        items = [item for cell in cells for item in cell.items]
        found = {"pointer" if cell.elsewhere else cell.state for cell in cells}
        found |= {"draft" for item in items if item.draft and not item.under}
        found |= {"pointer" for item in items if item.under}
        return tuple(state for state in SAID if state in found)


def _doubtful(cell: Cell) -> bool:
    """Whether a cell is unknown, says that it is not verified, or lacks its date."""
    told = [words(cell.words), *map(words, cell.facts)]
    return cell.state == UNKNOWN or any("ot verified" in t or "not stated" in t for t in told)


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


def comparison(stuff: Material, choice: Choice, registry: Registry) -> Comparison:
    """Join the chosen columns. Raises KeyError for an economy without a column."""
    columns = [stuff.columns[code] for code in choice.economies]
    sections = tuple(
        _section(kind, columns, stuff, choice, registry)
        for kind in SECTIONS
        if kind.number in choice.sections
    )
    sections = numbered(sections, columns)
    heads = _heads(columns)
    view = Comparison(
        frame=frame(registry),
        title=curly(", ".join(head.name for head in heads)),
        columns=heads,
        topics=tuple(words(topic_head(topic, registry).title) for topic in choice.topics),
        sections=sections,
        summary=summary(heads, sections),
        cite_as=(),
        updated_iso=max((column.updated for column in columns), key=lambda date: date.last).iso,
    )
    digest = hashlib.sha256(repr(view).encode()).hexdigest()
    return replace(view, digest=digest, cite_as=cite(view, digest))


def _heads(columns: Sequence[Column]) -> tuple[ColumnHead, ...]:
    heads: list[ColumnHead] = []
    for column in columns:
        newer = [
            (column_letter(at), months)
            for at, other in enumerate(columns)
            if (months := column.updated.months_to(other.updated)) >= AGE
        ]
        age = ""
        if newer:
            most = max(months for _, months in newer)
            plural = "s" if len(newer) > 1 else ""
            spread = "up to " if len({months for _, months in newer}) > 1 else ""
            age = f"{spread}{most} months older than column{plural} {joined([a for a, _ in newer])}"
        heads.append(
            ColumnHead(
                column_letter(len(heads)), column.code, curly(column.name), column.article,
                column.native, column.status, str(column.updated), age,
            )
        )  # fmt: skip
    return tuple(heads)


def _section(
    kind: SectionKind,
    columns: Sequence[Column],
    stuff: Material,
    choice: Choice,
    registry: Registry,
) -> ComparedSection:
    own = [column.section(kind.number) for column in columns]
    if kind.key in IDENTITY:
        rows = identity_rows(kind, columns, stuff.heads[kind.number], choice.topics)
        book = getattr(registry, IDENTITY[kind.key])
        source = _registry(IDENTITY[kind.key], str(book.as_of or ""), rows)
    else:
        rows, source = topic_rows(kind, columns, choice.topics, registry), ""
    return ComparedSection(
        number=kind.number,
        label=kind.label,
        title="" if kind.title == kind.label else curly(kind.title),
        noun=IDENTITY.get(kind.key, "topics").removesuffix("s"),
        checked=tuple(section.checked for section in own),
        states=tuple(section.state for section in own),
        text=() if choice.topics else tuple(section.text for section in own),
        rows=rows,
        counts=counts(kind, rows),
        registry=source,
        figures=figure_rows(kind.number, columns, stuff.indicators, choice.topics),
    )


def _registry(name: str, as_of: str, rows: Sequence[Row]) -> str:
    """Where the registry's facts of these rows were seen."""
    places = list(dict.fromkeys(place for row in rows for place in row.head.sources))
    if not places:
        return ""
    word = {"agreements": "treaties"}.get(name, name)
    dated = f" as of {as_of}" if as_of else ""
    return curly(f"Registry of {word}{dated}: {'; '.join(places)}.")
