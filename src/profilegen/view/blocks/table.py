"""Tables as they print: written out, or filled by the registry of provisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from profilegen.core.model.data import Cell, Row, Table
from profilegen.core.model.registry import ProvisionText
from profilegen.core.model.sources import Source
from profilegen.core.model.text_fields import Sourcing
from profilegen.core.reader_text_type import UNSAID, Words, strung
from profilegen.core.richtext import RichText, Text
from profilegen.core.table_grid import grid, words
from profilegen.core.typography import CHAIN, CHANCES, letter, sentence
from profilegen.edition.resolved import ResolvedProvisions
from profilegen.view.text.nodes import Call, Draft, Run
from profilegen.view.text.nodes import words as spoken
from profilegen.view.text.oscola_people import names_in_short
from profilegen.view.text.running_text import line
from profilegen.view.wording.en import blocks as wording
from profilegen.view.wording.en.general import as_of

FRAME, SIGN, GAP = 642, 5.8, 10
"""Pixels of an upright page's frame, of a sign of a table, and between columns."""
CROWD = 1456
"""Pixels of content that a turned page of 971 holds where heads wrap and are hyphenated."""
LINE = 16
"""Signs that a line of a cell's text should hold at the least."""
LONGEST = 40
"""Signs of the longest word that a column is made wide for; a longer one is broken."""
COLUMN, TURNED = 440, 971
"""Pixels of the text column, and of a turned page's frame."""


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
        """Whether its words are so few, a date or an amount say, that they stay on one line."""
        return len(spoken(self.words)) <= (24 if self.numeric else 14)

    @property
    def called(self) -> bool:
        """Whether its words end with a note's call, from which a remark's letter is parted."""
        return isinstance(self.words[-1] if self.words else None, Call | Draft)

    @property
    def signs(self) -> int:
        """How many signs a line of the cell has to hold, so that it is no ladder of words."""
        if self.held:
            return len(spoken(self.words)) + len(self.letter)
        return min(LONGEST, max(LINE, self._longest))

    @property
    def least(self) -> int:
        """Signs of its narrowest line where no word is broken."""
        return self.signs if self.held else min(LONGEST, self._longest)

    @property
    def long(self) -> bool:
        """Whether a word of it is so long that it is broken wherever its column ends."""
        return self._longest > LONGEST

    @property
    def _longest(self) -> int:
        """Signs of the longest piece that cannot be broken."""
        words = str(strung(" ", map(spoken, (self.words, *self.points)))).split()
        return max((len(part) for word in words for part in _parts(word)), default=0)


def _parts(word: str) -> list[str]:
    return CHANCES.split(word) if CHAIN.fullmatch(word) else [word]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its caption, the remarks on its cells, and where it comes from."""

    caption: Words
    unit: str
    head: tuple[tuple[CellView, ...], ...]
    rows: tuple[tuple[CellView, ...], ...]
    total: tuple[CellView, ...] = ()
    remarks: tuple[tuple[str, Run], ...] = ()
    foot: Run = ()
    even: bool = False
    """Whether all columns but the first are of one width, as in a matrix."""
    label: Words = UNSAID
    """`Table 1`, counted through the document."""
    kind: str = "table"

    @property
    def wide(self) -> bool:
        """Whether the table needs the whole frame."""
        columns = sum(cell.columns for cell in self.head[0])
        pointed = columns > 3 and any(c.points for r in self.rows for c in r[1:])
        return columns > 5 or pointed or sum(self._widths()) > COLUMN

    @property
    def turned(self) -> bool:
        """Whether the frame of an upright page is too narrow, so that the page turns."""
        return self.wide and sum(self._widths()) > FRAME

    @property
    def crowded(self) -> bool:
        """Whether even a turned page holds it in small type only, with words broken."""
        return self.turned and (sum(self._widths()) > CROWD or sum(self._least()) > TURNED)

    @property
    def broken(self) -> bool:
        """Whether a word is wider than a column may be: then all columns have one width."""
        return any(cell.long for row in (*self.head, *self.rows, self.total) for cell in row)

    def _widths(self) -> Iterable[float]:
        """Pixels that each column needs to be read: its longest word, some words of its texts."""
        return self._columns(self.head, lambda cell: cell.signs)

    def _least(self) -> Iterable[float]:
        """Pixels that each column needs where no word of it is broken; a head may wrap."""
        return self._columns((), lambda cell: cell.least)

    def _columns(
        self, head: tuple[tuple[CellView, ...], ...], measure: Callable[[CellView], int]
    ) -> Iterable[float]:
        signs: dict[int, int] = {}
        for rows in (head, (*self.rows, self.total)):
            for _, column, cell in grid(rows):
                if cell.columns == 1:
                    signs[column] = max(signs.get(column, 0), measure(cell))
        return (count * SIGN + GAP for count in signs.values())


def table_view(table: Table, sources: Mapping[str, Source]) -> TableView:
    """A table as written."""
    remarks: list[tuple[str, Run]] = []
    numeric = _numeric(table.rows)
    head: list[list[CellView]] = [[] for _ in table.head]
    for at, column, cell in grid(table.head):
        scope, single = ("colgroup", False) if cell.columns > 1 else ("col", True)
        numbered = single and column in numeric
        head[at].append(_cell(cell, remarks, scope=scope, numeric=numbered))
    body: list[list[CellView]] = [[] for _ in table.rows]
    for at, column, cell in grid(table.rows):
        scope = _scope(table, column, cell)
        body[at].append(_cell(cell, remarks, scope=scope, numeric=column in numeric))
    total = tuple(
        _cell(cell, remarks, scope=_scope(table, column, cell), numeric=column in numeric)
        for _, column, cell in grid((table.total,))
    )
    if table.note:
        remarks.append(("", line(table.note)))
    return TableView(
        Words(table.caption),
        table.unit or "",
        tuple(map(tuple, head)),
        tuple(map(tuple, body)),
        total,
        tuple(remarks),
        from_sources(as_of(table.as_of), table.source, sources),
    )


def _scope(table: Table, column: int, cell: Cell) -> str:
    if cell.head or (table.row_heads and column == 0):
        return "rowgroup" if cell.rows > 1 else "row"
    return ""


def _cell(cell: Cell, remarks: list[tuple[str, Run]], *, scope: str, numeric: bool) -> CellView:
    mark = ""
    if cell.note:
        mark = letter(len(remarks))
        remarks.append((mark, line(cell.note)))
    run = line(cell.text)
    if cell.article:
        run = (*run, Text(f" ({cell.article})")) if run else (Text(cell.article),)
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
        mark,
        bool(cell.state),
    )


_FIGURES = re.compile(r"[\d\s.,%/\u2013\u2212+-]+|")


def _numeric(rows: tuple[Row, ...]) -> set[int]:
    """Columns of the body that hold nothing but figures."""
    texts: dict[int, list[str]] = {}
    for _, column, cell in grid(rows):
        texts.setdefault(column, []).append("" if cell.state else words(cell))
    return {
        column
        for column, column_texts in texts.items()
        if any(column_texts) and all(_FIGURES.fullmatch(text) for text in column_texts)
    }


def from_sources(before: Words | str, source: Sourcing, sources: Mapping[str, Source]) -> Run:
    """`As of ...` and `Source: METI`, with the note that gives it in full."""
    if not source.citations:
        return (Text(str(before).strip()),) if before else ()
    names = dict.fromkeys(names_in_short(sources[cited.key]) for cited in source.citations)
    return (Text(str(before + wording.sources(list(names)))), Draft(source.citations))


def provision_table(
    caption: Words | str, provisions: ResolvedProvisions, note: RichText | None = None
) -> TableView:
    """Provisions by agreements, as the registry of provisions has them."""
    head = [CellView((Text(str(wording.SAY["provision"])),), scope="col")]
    for treaty in provisions.treaties:
        since = wording.in_force(treaty.in_force)
        head.append(
            CellView(
                (Text(treaty.abbreviation or treaty.name),),
                ((Text(str(since)),),) if since else (),
                scope="col",
            )
        )
    rows = []
    seen: dict[str, None] = {}
    for record, texts in provisions.rows:
        row = [CellView((Text(record.name),), scope="row")]
        for text in texts:
            row.append(provision_cell(text))
            if source := (text and text.source) or record.source:
                seen.setdefault(source)
        rows.append(tuple(row))
    source_line = as_of(provisions.as_of) + (wording.sources(["; ".join(seen)]) if seen else "")
    remarks = (("", line(note)),) if note else ()
    foot = (Text(str(source_line).strip()),)
    return TableView(Words(caption), "", (tuple(head),), tuple(rows), (), remarks, foot, even=True)


def provision_cell(text: ProvisionText | None) -> CellView:
    """What an agreement says on a provision; silence of the registry is not `not covered`."""
    if text is None:
        return CellView((Text(str(wording.SAY["not_recorded"])),), quiet=True)
    if not text.covered:
        return CellView((Text(str(wording.SAY["not_covered"])),), quiet=True)
    points = tuple(line(point) for point in text.points)
    return CellView((Text(str(text.article or wording.SAY["covered"])),), points)
