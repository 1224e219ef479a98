"""Support programmes as tables: the rounds of all in one, all recipients in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from profilegen.core.model.kinds.programme import Programme, Recipient, Round
from profilegen.core.model.sources import Source
from profilegen.core.model.text_fields import Sourcing
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.core.richtext import Text
from profilegen.core.typography import joined, letter
from profilegen.edition.economies import Economy
from profilegen.view.blocks.table import CellView, TableView, from_sources
from profilegen.view.text.nodes import Run
from profilegen.view.text.running_text import line
from profilegen.view.wording.en import blocks as wording
from profilegen.view.wording.en.general import as_of, stated


def programme_tables(
    programmes: Iterable[Programme],
    destinations: Mapping[str, Economy],
    sources: Mapping[str, Source],
) -> Iterator[tuple[str, TableView]]:
    """The rounds of all programmes in one table (`rounds`), and all `recipients` in one."""
    known = tuple(programmes)
    for key in ("rounds", "recipients"):
        having = [programme for programme in known if getattr(programme, key)]
        if not having:
            continue
        tables = [
            _rounds(p.rounds, destinations) if key == "rounds" else _recipients(p.recipients)
            for p in having
        ]
        names = [(programme.short_name or programme.title) for programme in having]
        view = _beside(names, tables) if len(tables) > 1 else tables[0]
        of_several, of_one = wording.PROGRAMMES[key]
        caption = of_several if len(tables) > 1 else of_one.format(name=names[0])
        yield key, replace(view, caption=Words(caption), foot=_foot(having, sources))


def _foot(programmes: list[Programme], sources: Mapping[str, Source]) -> Run:
    dates = dict.fromkeys(p.as_of for p in programmes)
    cited = dict.fromkeys(c for p in programmes for c in p.source.citations)
    return from_sources(as_of(*dates), Sourcing(tuple(cited)), sources)


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
        for mark, remark in table.remarks:
            letters[mark] = letter(len(remarks))
            remarks.append((letters[mark], remark))
        for at, row in enumerate(rows):
            cells = table.rows[at] if at < len(table.rows) else (CellView(),) * len(table.head[0])
            rows[at] = (*row, *(replace(c, letter=letters.get(c.letter, "")) for c in cells))
    return TableView(UNSAID, "", (groups, heads), tuple(rows), remarks=tuple(remarks))


def _rounds(rounds: tuple[Round, ...], destinations: Mapping[str, Economy]) -> TableView:
    def places(item: Round) -> str:
        counts = [f"{destinations[c].name} {n}" for c, n in item.destinations.items()]
        return joined(counts)

    def projects(item: Round) -> str:
        return "" if item.projects is None else f"{item.projects:,}"

    columns = (
        _Column("round", tuple(_run(stated(item.date)) for item in rounds)),
        _Column("rate", tuple(_run(item.rate) for item in rounds)),
        _Column("projects", tuple(_run(projects(item)) for item in rounds), numeric=True),
        _Column("amount", tuple(_run(item.amount) for item in rounds), numeric=True),
        _Column("destinations", tuple(_run(places(item)) for item in rounds)),
    )
    return _listed(columns, [line(item.note) for item in rounds])


def _recipients(recipients: tuple[Recipient, ...]) -> TableView:
    columns = (
        _Column("recipient", tuple(_run(item.name) for item in recipients)),
        _Column("approved", tuple(_run(item.approved) for item in recipients)),
        _Column("start", tuple(_run(item.operation) for item in recipients)),
        _Column("support", tuple(_run(item.amount) for item in recipients), numeric=True),
    )
    view = _listed(columns, [line(item.note) for item in recipients])
    rows = tuple(
        (replace(first, points=(line(item.plan),) if item.plan else ()), *rest)
        for item, (first, *rest) in zip(recipients, view.rows, strict=True)
    )
    return replace(view, rows=rows)


@dataclass(frozen=True, slots=True)
class _Column:
    key: str
    """Of the words in its head."""
    cells: tuple[Run, ...]
    numeric: bool = False


def _run(value: object) -> Run:
    return () if value in (None, "") else (Text(str(value)),)


def _listed(columns: tuple[_Column, ...], notes: list[Run]) -> TableView:
    """A plain table of the columns that hold anything; the first names the rows."""
    used = [column for column in columns if any(column.cells)]
    head = tuple(
        CellView((Text(str(wording.SAY[column.key])),), scope="col", numeric=column.numeric)
        for column in used
    )
    remarks: list[tuple[str, Run]] = []
    rows = []
    for at, note in enumerate(notes):
        mark = letter(len(remarks)) if note else ""
        if note:
            remarks.append((mark, note))
        first, *rest = (CellView(column.cells[at], numeric=column.numeric) for column in used)
        rows.append((replace(first, scope="row", letter=mark), *rest))
    return TableView(UNSAID, "", (head,), tuple(rows), remarks=tuple(remarks))
