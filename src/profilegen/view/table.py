"""Tables as they print: written out, filled by the registry of provisions, or made of rounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from profilegen.core.dates import Date
from profilegen.core.locale import economy_name, stated
from profilegen.core.model.base import Sourcing
from profilegen.core.model.data import Cell, ProvisionTable, Row, Table
from profilegen.core.model.entries import Programme, Recipient, Round
from profilegen.core.model.registry import ProvisionText
from profilegen.core.model.sources import Source
from profilegen.core.registry import Registry
from profilegen.core.richtext import Text
from profilegen.core.table import grid, words
from profilegen.core.typography import curly, joined, sentence
from profilegen.view import citation
from profilegen.view.nodes import Draft, Span
from profilegen.view.nodes import words as spoken
from profilegen.view.text import line

Run = tuple[Span, ...]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; `scope` is col, colgroup, row, rowgroup or nothing for a cell of the body."""

    words: Run = ()
    points: tuple[Run, ...] = ()
    scope: str = ""
    columns: int = 1
    rows: int = 1
    numeric: bool = False
    """Whether its column holds numbers, which stand at the right."""
    letter: str = ""
    """The remark that hangs on the cell."""
    quiet: bool = False
    """Whether it says that there is nothing: not covered, not stated."""

    @property
    def held(self) -> bool:
        """Whether its words are so few, a date say, that they stay on one line."""
        return len(spoken(self.words)) <= 14


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its caption, the remarks on its cells, and where it comes from."""

    caption: str
    unit: str
    head: tuple[tuple[CellView, ...], ...]
    rows: tuple[tuple[CellView, ...], ...]
    total: tuple[CellView, ...] = ()
    remarks: tuple[tuple[str, Run], ...] = ()
    foot: Run = ()
    even: bool = False
    """Whether all columns but the first are of one width, as in a matrix."""
    label: str = ""
    """`Table 1`, counted through the document."""
    kind: str = "table"

    @property
    def wide(self) -> bool:
        """Whether the table needs the whole frame."""
        columns = sum(cell.columns for cell in self.head[0])
        return columns > 5 or (columns > 3 and any(c.points for r in self.rows for c in r[1:]))


def table_view(table: Table, sources: Mapping[str, Source]) -> TableView:
    """A table as written."""
    remarks: list[tuple[str, Run]] = []
    numeric = _numeric(table.rows)
    head = tuple(
        tuple(_cell(cell, remarks, scope="colgroup" if cell.columns > 1 else "col",
                    numeric=cell.columns == 1 and column in numeric)
              for at, column, cell in grid(table.head) if at == row)
        for row in range(len(table.head))
    )  # fmt: skip
    body = [
        [_cell(cell, remarks, scope=_scope(table, column, cell), numeric=column in numeric)
         for at, column, cell in grid(table.rows) if at == row]
        for row in range(len(table.rows))
    ]  # fmt: skip
    total = tuple(
        _cell(cell, remarks, scope=_scope(table, column, cell), numeric=column in numeric)
        for _, column, cell in grid((table.total,))
    )
    if table.note:
        remarks.append(("", line(table.note)))
    as_of = f"As of {table.as_of}. " if isinstance(table.as_of, Date) else ""
    return TableView(
        curly(table.caption),
        curly(table.unit or ""),
        head,
        tuple(map(tuple, body)),
        total,
        tuple(remarks),
        from_sources(as_of, table.source, sources),
    )


def _scope(table: Table, column: int, cell: Cell) -> str:
    if cell.head or (table.row_heads and column == 0):
        return "rowgroup" if cell.rows > 1 else "row"
    return ""


def _cell(cell: Cell, remarks: list[tuple[str, Run]], *, scope: str, numeric: bool) -> CellView:
    letter = ""
    if cell.note:
        letter = LETTERS[sum(bool(mark) for mark, _ in remarks) % len(LETTERS)]
        remarks.append((letter, line(cell.note)))
    run = line(cell.text)
    if cell.article:
        run = (*run, Text(f" ({cell.article})")) if run else (Text(curly(cell.article)),)
    if cell.state:
        run = (Text(sentence(cell.state)),)
    note = (Draft(cell.source.citations),) if cell.source.citations else ()
    return CellView(
        (*run, *note),
        tuple(line(point) for point in cell.points),
        scope,
        cell.columns,
        cell.rows,
        numeric,
        letter,
        bool(cell.state),
    )


_FIGURES = re.compile(r"[\d\s.,%/\u2013-]+|")


def _numeric(rows: tuple[Row, ...]) -> set[int]:
    """Columns of the body that hold nothing but figures."""
    texts: dict[int, list[str]] = {}
    for _, column, cell in grid(rows):
        texts.setdefault(column, []).append("" if cell.state else words(cell))
    return {
        column
        for column, found in texts.items()
        if any(found) and all(_FIGURES.fullmatch(text) for text in found)
    }


def from_sources(before: str, source: Sourcing, sources: Mapping[str, Source]) -> Run:
    """`As of ...` and `Source: METI`, with the note that gives it in full."""
    if not source.citations:
        return (Text(before.strip()),) if before else ()
    told = dict.fromkeys(citation.names(sources[cited.key]) for cited in source.citations)
    word = "Source" if len(told) == 1 else "Sources"
    end = f"{before}{word}: {'; '.join(told)}."
    return (Text(end), Draft(source.citations))


def provision_table(table: ProvisionTable, registry: Registry) -> TableView:
    """Provisions by agreements, as the registry of provisions has them."""
    keys = [registry.agreements.key(name) or name for name in table.agreements]
    treaties = [registry.agreements.records[key] for key in keys]
    wanted = [registry.provisions.key(name) or name for name in table.provisions]
    book = registry.provisions.records
    chosen = wanted or [k for k, r in book.items() if set(keys) & r.agreements.keys()]
    head = [CellView((Text("Provision"),), scope="col")]
    for treaty in treaties:
        since = f"in force {treaty.in_force}" if isinstance(treaty.in_force, Date) else ""
        head.append(
            CellView(
                (Text(curly(treaty.abbreviation or treaty.name)),),
                ((Text(since),),) if since else (),
                scope="col",
            )
        )
    rows = []
    seen: dict[str, None] = {}
    for name in chosen:
        record = book[name]
        row = [CellView((Text(curly(record.name)),), scope="row")]
        for key in keys:
            text = record.agreements.get(key)
            row.append(provision_cell(text))
            if source := (text and text.source) or record.source:
                seen.setdefault(source)
        rows.append(tuple(row))
    as_of = f"As of {registry.provisions.as_of}. " if registry.provisions.as_of else ""
    told = f"{as_of}Source: {'; '.join(seen)}." if seen else as_of
    remarks = (("", line(table.note)),) if table.note else ()
    foot = (Text(curly(told.strip())),)
    return TableView(
        curly(table.caption), "", (tuple(head),), tuple(rows), (), remarks, foot, even=True
    )


def provision_cell(text: ProvisionText | None) -> CellView:
    """What an agreement says on a provision; silence of the registry is not `not covered`."""
    if text is None:
        return CellView((Text("Not recorded"),), quiet=True)
    if not text.covered:
        return CellView((Text("Not covered"),), quiet=True)
    points = tuple(line(point) for point in text.points)
    return CellView((Text(text.article or "Covered"),), points)


def programme_tables(
    programmes: Iterable[Programme], registry: Registry, sources: Mapping[str, Source]
) -> Iterator[tuple[str, TableView]]:
    """The rounds of all programmes in one table (`rounds`), and all `recipients` in one."""
    found = tuple(programmes)
    for key, caption in (("rounds", "Programmes by round"), ("recipients", "Recipients")):
        having = [programme for programme in found if getattr(programme, key)]
        if not having:
            continue
        tables = [
            _rounds(p.rounds, registry) if key == "rounds" else _recipients(p.recipients)
            for p in having
        ]
        names = [curly(programme.short_name or programme.title) for programme in having]
        view = _beside(names, tables) if len(tables) > 1 else tables[0]
        told = caption if len(tables) > 1 else f"{names[0]}: {key}"
        yield key, replace(view, caption=told, foot=_foot(having, sources))


def _foot(programmes: list[Programme], sources: Mapping[str, Source]) -> Run:
    dates = dict.fromkeys(p.as_of for p in programmes if isinstance(p.as_of, Date))
    cited = dict.fromkeys(c for p in programmes for c in p.source.citations)
    as_of = f"As of {joined(list(map(str, dates)))}. " if dates else ""
    return from_sources(as_of, Sourcing(tuple(cited)), sources)


def _beside(names: list[str], tables: list[TableView]) -> TableView:
    """Tables side by side under group heads; a shorter one leaves blanks."""
    groups = tuple(
        CellView((Text(name),), scope="colgroup", columns=len(table.head[0]))
        for name, table in zip(names, tables, strict=True)
    )
    heads = tuple(cell for table in tables for cell in table.head[0])
    remarks: list[tuple[str, Run]] = []
    rows: list[tuple[CellView, ...]] = [()] * max(len(table.rows) for table in tables)
    for table in tables:
        letters = {}
        for mark, told in table.remarks:
            letters[mark] = LETTERS[len(remarks) % len(LETTERS)]
            remarks.append((letters[mark], told))
        for at, row in enumerate(rows):
            own = table.rows[at] if at < len(table.rows) else (CellView(),) * len(table.head[0])
            rows[at] = (*row, *(replace(c, letter=letters.get(c.letter, "")) for c in own))
    return TableView("", "", (groups, heads), tuple(rows), remarks=tuple(remarks))


def _rounds(rounds: tuple[Round, ...], registry: Registry) -> TableView:
    def places(item: Round) -> str:
        told = [f"{economy_name(c, registry)} {n}" for c, n in item.destinations.items()]
        return joined(told)

    def projects(item: Round) -> str:
        return "" if item.projects is None else f"{item.projects:,}"

    columns = (
        _Column("Round", tuple(_run(stated(item.date)) for item in rounds)),
        _Column("Rate", tuple(_run(item.rate) for item in rounds)),
        _Column("Projects", tuple(_run(projects(item)) for item in rounds), numeric=True),
        _Column("Amount", tuple(_run(item.amount) for item in rounds), numeric=True),
        _Column("Destinations", tuple(_run(places(item)) for item in rounds)),
    )
    return _listed(columns, [line(item.note) for item in rounds])


def _recipients(recipients: tuple[Recipient, ...]) -> TableView:
    columns = (
        _Column("Recipient", tuple(_run(item.name) for item in recipients)),
        _Column("Approved", tuple(_run(item.approved) for item in recipients)),
        _Column("Start", tuple(_run(item.operation) for item in recipients)),
        _Column("Support", tuple(_run(item.amount) for item in recipients), numeric=True),
    )
    view = _listed(columns, [line(item.note) for item in recipients])
    rows = tuple(
        (replace(first, points=(line(item.plan),) if item.plan else ()), *rest)
        for item, (first, *rest) in zip(recipients, view.rows, strict=True)
    )
    return replace(view, rows=rows)


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    cells: tuple[Run, ...]
    numeric: bool = False


def _run(value: object) -> Run:
    return () if value in (None, "") else (Text(curly(str(value))),)


def _listed(columns: tuple[_Column, ...], notes: list[Run]) -> TableView:
    """A plain table of the columns that hold anything; the first names the rows."""
    used = [column for column in columns if any(column.cells)]
    head = tuple(
        CellView((Text(column.name),), scope="col", numeric=column.numeric) for column in used
    )
    remarks: list[tuple[str, Run]] = []
    rows = []
    for at, note in enumerate(notes):
        letter = LETTERS[len(remarks) % len(LETTERS)] if note else ""
        if note:
            remarks.append((letter, note))
        first, *rest = (CellView(column.cells[at], numeric=column.numeric) for column in used)
        rows.append((replace(first, scope="row", letter=letter), *rest))
    return TableView("", "", (head,), tuple(rows), remarks=tuple(remarks))
