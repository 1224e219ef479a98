"""The matrix of treaties or initiatives: every record that a profile lists, by economy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from profilegen.core.dates import Date
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.kinds.kind_declaration import Kind, Records
from profilegen.core.model.registry import InitiativeRecord, Record
from profilegen.core.model.sections import section_of
from profilegen.core.name_matching import plain_letters
from profilegen.core.reader_text_type import UNSAID, Words, strung
from profilegen.core.typography import sentence
from profilegen.edition.economies import Economy
from profilegen.edition.entry_to_record import Subject
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile, ResolvedProvisions
from profilegen.view.blocks.table import TableView, provision_table
from profilegen.view.comparison.cell import INSIDE, LEGEND
from profilegen.view.comparison.column import Column
from profilegen.view.comparison.row_heads import Head
from profilegen.view.pages.matrix_cell import MatrixCell, mark_of
from profilegen.view.pages.matrix_remarks import remarks
from profilegen.view.pages.membership_list import RosterLine, claimed, roster
from profilegen.view.pages.page import PdfForm, SiteContent
from profilegen.view.site.imprint import Frame
from profilegen.view.site.record_links import Place, anchor
from profilegen.view.wording.en import matrices as wording
from profilegen.view.wording.en.compared_cells import SIGNS
from profilegen.view.wording.en.general import the

WIDE = 13
"""Economies that stand side by side on a printed page."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One agreement or initiative: its cells, and who is in it since when."""

    anchor: str
    title: str
    """The name by which it is known: `CPTPP`."""
    name: str
    """The whole name, where the title is not it."""
    dated: Words
    pillar: bool
    """Whether it is a part of the one above it."""
    line: Words
    """What is said of the record itself."""
    marks: tuple[MatrixCell, ...]
    parts: tuple[RosterLine, ...]
    through: tuple[RosterLine, ...]
    """Economies that are in it through a union."""
    sources: tuple[str, ...]

    @property
    def listed(self) -> tuple[MatrixCell, ...]:
        """The cells that a profile lists."""
        return tuple(mark for mark in self.marks if mark.number)


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """Rows of one kind."""

    key: str
    """Its name in an address."""
    title: Words
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The page: a table of all, then each record in words."""

    frame: Frame
    page: str
    title: Words
    say: Mapping[str, Words]
    """What stands on this page only."""
    lead: Words
    columns: tuple[tuple[str, str], ...]
    """Code and name of each economy, by name."""
    groups: tuple[MatrixGroup, ...]
    legend: tuple[tuple[str, Words], ...]
    """State and its words."""
    remarks: tuple[Words, ...]
    as_of: str
    frameworks: tuple[tuple[str, Place], ...] = ()
    """Initiatives whose pillars are agreements, for the page of treaties: where they stand."""
    provisions: TableView | None = None
    """What agreements say, provision by provision, where the registry knows it."""

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """All rows in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def kinds(self) -> tuple[tuple[str, Words], ...]:
        """Name in an address and title of each group that has one."""
        return tuple((group.key, group.title) for group in self.groups if group.title)

    @property
    def counts(self) -> tuple[int, ...]:
        """In how many rows each economy has a part."""
        columns = range(len(self.columns))
        return tuple(sum(row.marks[c].state in INSIDE for row in self.rows) for c in columns)

    @property
    def sheets(self) -> tuple[tuple[int, ...], ...]:
        """Columns table by table, as they go on a printed page."""
        count = len(self.columns)
        tables = -(-count // WIDE) or 1
        ends = [count * at // tables for at in range(tables + 1)]
        return tuple(tuple(range(a, b)) for a, b in pairwise(ends))


@dataclass(frozen=True, slots=True)
class _Kind:
    entry: type[Entry]
    say: Mapping[str, Words]
    """What the page says ..."""
    lead: Callable[[int, int, int], Words]
    """... and how many of its records, of how many economies and of how many known."""

    @property
    def of(self) -> Kind:
        """The kind of entry of which it has the records."""
        return kind_of(self.entry)

    @property
    def records(self) -> Records:
        """Where the registry and the site have them."""
        assert self.of.records
        return self.of.records

    @property
    def section(self) -> int:
        """Number of the section that lists them."""
        return section_of(self.entry).number


TREATIES = _Kind(Agreement, wording.TREATIES, wording.treaties_lead)
INITIATIVES = _Kind(Initiative, wording.INITIATIVES, wording.initiatives_lead)


def matrix_view(kind: _Kind, content: SiteContent) -> MatrixView:
    """Compose the matrix of the profiles' economies."""
    edition, basis = content.edition, content.basis
    columns = sorted(basis.columns.values(), key=lambda column: plain_letters(column.name))
    listed = _listed(kind, edition.all)
    heads = basis.heads[kind.section]
    keys = {key for _, key in listed}
    if kind is INITIATIVES:
        keys |= edition.family(keys)
    registered = {about.key: about for about in edition.subjects(kind.entry)}
    groups: dict[str, list[tuple[Head, MatrixRow]]] = {}
    for key, head in heads.items():
        if key in keys:
            entries = tuple(e for (_, row), e in listed.items() if row == key)
            about = registered.get(key)
            lines = roster(edition.roster(about)) if about else ()
            record = _matrix_record(head, about, entries, lines)
            row = _row(kind, record, columns, edition.unions)
            groups.setdefault(_group(kind, record), []).append((head, row))
    made = tuple(
        MatrixGroup(key, _TITLES[key], _in_order(kind, groups[key]))
        for key in _TITLES
        if key in groups
    )
    marks = [mark for group in made for row in group.rows for mark in row.marks]
    initiatives = {key for _, key in _listed(INITIATIVES, edition.all)}
    return MatrixView(
        frame=basis.frame,
        page=kind.records.page,
        title=kind.say["title"],
        say=kind.say,
        lead=strung(" ", (kind.lead(len(keys), len(columns), len(registered)), kind.say["year"])),
        columns=tuple((column.code, column.name) for column in columns),
        groups=made,
        legend=tuple(
            (state, SIGNS[state]) for state in LEGEND if state in {mark.state for mark in marks}
        ),
        remarks=tuple(remarks(marks, columns, edition.seen(kind.entry))),
        as_of=str(edition.as_of_subjects(kind.entry) or ""),
        frameworks=_frameworks(edition.wholes(initiatives)) if kind is TREATIES else (),
        provisions=_provisions(edition.all_provisions()) if kind is TREATIES else None,
    )


def _provisions(provisions: ResolvedProvisions | None) -> TableView | None:
    """All provisions by all agreements that the registry of provisions has."""
    if provisions is None:
        return None
    return provision_table(wording.TREATIES["provisions_title"], provisions)


_EntriesListed = Mapping[tuple[str, str], ResolvedEntry]
"""The entries of a section by economy and row."""


def _listed(kind: _Kind, profiles: Iterable[ResolvedProfile]) -> _EntriesListed:
    listed: dict[tuple[str, str], ResolvedEntry] = {}
    for of in profiles:
        for entry in of.entries:
            if entry.placed.kind.number == kind.section and entry.subject:
                listed.setdefault((of.code, entry.subject.key), entry)
    return listed


def _frameworks(wholes: Mapping[str, InitiativeRecord]) -> tuple[tuple[str, Place], ...]:
    """Frameworks with pillars among the initiatives that profiles list."""
    home = INITIATIVES.records
    return tuple(
        (record.abbreviation or record.name, Place(home.page, anchor(home.anchor, key)))
        for key, record in wholes.items()
    )


_MANY, _TWO = "more-than-two-parties", "two-parties"
_OPEN, _ALL = "parties-not-recorded", "all"
_TITLES = {
    _MANY: wording.TREATIES["many"],
    _TWO: wording.TREATIES["two"],
    _OPEN: wording.TREATIES["open"],
    _ALL: UNSAID,
}
"""The groups by their names in an address, in their order."""


@dataclass(frozen=True, slots=True)
class _MatrixRecord:
    """What has a row: an agreement or initiative that a profile lists."""

    head: Head
    record: Record | None
    entries: tuple[Entry, ...]
    """As profiles list it."""
    roster: tuple[RosterLine, ...]
    """Its parties, as the registry has them."""
    named: tuple[Economy, ...]
    """The parties that the entries name."""
    sources: tuple[str, ...]
    """Where it was seen, beside what the registry names for all."""


def _matrix_record(
    head: Head,
    about: Subject | None,
    entries: Sequence[ResolvedEntry],
    parties: tuple[RosterLine, ...],
) -> _MatrixRecord:
    named = {who.code: who for e in entries for who in e.economies.get("parties", ())}
    seen = about.seen if about else ""
    return _MatrixRecord(
        head,
        about.record if about else None,
        tuple(e.entry for e in entries),
        parties,
        tuple(named.values()),
        tuple(source for source in head.sources if source not in seen),
    )


def _group(kind: _Kind, listed: _MatrixRecord) -> str:
    if kind is INITIATIVES:
        return _ALL
    count = max(len(getattr(known, "parties", ())) for known in (listed.record, *listed.entries))
    return _MANY if count > 2 else _TWO if count == 2 else _OPEN


def _in_order(kind: _Kind, rows: Sequence[tuple[Head, MatrixRow]]) -> tuple[MatrixRow, ...]:
    """Treaties with most of the economies first; initiatives by date, each with its pillars."""

    def order(pair: tuple[Head, MatrixRow]) -> tuple[object, ...]:
        head, row = pair
        if kind is INITIATIVES:
            return (*head.order[:2], row.pillar, row.title)
        return (-sum(mark.weight for mark in row.marks), *head.order)

    return tuple(row for _, row in sorted(rows, key=order))


def _row(
    kind: _Kind, listed: _MatrixRecord, columns: Sequence[Column], unions: Mapping[str, Economy]
) -> MatrixRow:
    head, record = listed.head, listed.record
    known: Any = record or listed.entries[0]
    short, name = known.abbreviation, known.name
    cells = [column.section(kind.section).cells.get(head.key) for column in columns]
    marks = [mark_of(cell or head.rest, unions) for cell in cells]
    through: dict[str, list[str]] = {}
    for column, cell in zip(columns, cells, strict=True):
        part = cell.participation if cell and not cell.number else None
        if part and part.through:
            through.setdefault(part.through, []).append(column.name)
    date = getattr(record, "signed", None) if kind is TREATIES else known.since
    return MatrixRow(
        anchor=anchor(kind.records.anchor, head.key),
        title=short or name,
        name=name.replace(f" ({short})", "") if short and short != name else "",
        dated=kind.say["dated"].format(year=date.year) if isinstance(date, Date) else UNSAID,
        pillar=bool(record and getattr(record, "part_of", None)),
        line=_line(head),
        marks=tuple(marks),
        parts=listed.roster or claimed(columns, cells, listed.named),
        through=tuple(
            RosterLine(
                wording.SAY["through"].format(union=the(unions[union])), tuple(map(Words, names))
            )
            for union, names in through.items()
        ),
        sources=listed.sources,
    )


def _line(head: Head) -> Words:
    """Facts in one phrase, then the remarks, which are sentences."""
    facts = strung("; ", (*head.facts, *head.caveats))
    return strung(" ", (f"{sentence(facts)}." if facts else "", *head.remarks))


def _headings(view: MatrixView) -> dict[str, tuple[str, ...]]:
    """The name of every record."""
    return {row.anchor: (row.title, row.name) for row in view.rows}


MATRIX_PDF = PdfForm("print/matrix.html", _headings, "print/matrix.css")
"""How a matrix is printed."""
