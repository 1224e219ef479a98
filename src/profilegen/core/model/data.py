"""Numbers, tables, charts and claims."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from profilegen.core.model.base import Model, PlainText, Texts
from profilegen.core.model.text_fields import Line, SourceField, Sourcing
from profilegen.core.model.value_fields import (
    QuantityField,
    StatedDate,
    StatedPeriod,
    StatedQuantity,
)


class Attribution(Model):
    """Who said something, in what post, and when."""

    shorthand = "by"

    by: PlainText
    post: PlainText | None = None
    on: StatedDate | None = None


class Claim(Model):
    """A statement that stands as somebody's, not as the profile's own."""

    claim: Line
    by: PlainText
    post: PlainText | None = None
    on: StatedDate
    source: SourceField = Sourcing()


class Conversion(Model):
    """The figure in another currency, as a source converts it."""

    shorthand = "value"

    value: QuantityField
    rate: PlainText | None = None
    """The rate with its currencies: `JPY 153 a dollar`."""
    date: StatedDate | None = None
    """The day of the rate."""


class Observation(Model):
    """One figure: an indicator for an economy or group in a period."""

    indicator: PlainText
    """A name of the indicators registry; it gives the unit."""
    scope: PlainText | None = Field(default=None, examples=["rechargeable batteries"])
    """The part of what the indicator measures: a product, a group of firms, an answer."""
    economy: PlainText | None = None
    """A code of the economies registry or a group's name; the profile's own where left out."""
    period: StatedPeriod
    value: StatedQuantity
    converted: Conversion | None = None
    estimate: bool = False
    aim: bool = False
    """Whether it is aimed at, planned or allowed for, and nothing that was measured."""
    as_of: StatedDate | None = None
    """Date for which the figure is known; an older one stays, with its date."""
    part_of: PlainText | None = None
    """The indicator whose figure, for the same economy, holds this one as a part."""
    said_by: Attribution | None = None
    source: SourceField = Sourcing()
    note: Line | None = None


class Observations(Model):
    """Figures with the source of all that name none."""

    shorthand = "list"

    source: SourceField = Sourcing()
    list: tuple[Observation, ...] = Field(default=(), max_length=500)


ChartKind = Literal["bar", "dot", "line", "cumulative"]


class Figure(Model):
    """A chart of the section's observations of one or more indicators.

    A profile prints it where its text has [[figure name]]; the page of figures shows it always.
    """

    caption: PlainText
    chart: ChartKind = "bar"
    indicators: Texts = Field(min_length=1, max_length=40)
    economies: Texts = Field(default=(), max_length=200)
    """Whose figures; the profile's own where left out."""
    scopes: Texts = Field(default=(), max_length=200)
    """Which parts, in this order; all where left out."""
    note: Line | None = None
    """How to read it, and what it lacks."""


MAX_COLUMNS = 40
"""Columns of a table; a page holds fewer that can be read."""


_TOO_WIDE = f"a row fills at most {MAX_COLUMNS} columns"


class Cell(Model):
    """A cell of a table, with what hangs on it."""

    shorthand = "text"

    text: Line | None = None
    article: PlainText | None = Field(default=None, examples=["Art 14.4"])
    """The article that a treaty-provision cell names."""
    points: tuple[Line, ...] = ()
    """Qualifiers below the cell's text, one a line."""
    state: Literal["not covered", "not stated", "not applicable"] | None = None
    columns: int = Field(default=1, ge=1, le=MAX_COLUMNS)
    """How many columns the cell spans."""
    rows: int = Field(default=1, ge=1, le=200)
    """How many rows the cell spans."""
    head: bool = False
    note: Line | None = None
    source: SourceField = Sourcing()


def _cells(value: Any) -> Any:
    """Let a blank cell be written as nothing at all."""
    if not isinstance(value, list):
        return value
    if len(value) > MAX_COLUMNS:  # before a text of any of them is read
        raise ValueError(_TOO_WIDE)
    return [{} if cell is None or cell == "" else cell for cell in value]


def _one_row(value: Any) -> Any:
    """Let a head of one row be written without a second pair of brackets."""
    flat = isinstance(value, list) and not any(isinstance(row, list) for row in value)
    return [value] if flat and value else value


def _within(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Refuse a row that is wider than a table may be, spans counted."""
    if sum(cell.columns for cell in row) > MAX_COLUMNS:
        raise ValueError(_TOO_WIDE)
    return row


Row = Annotated[tuple[Cell, ...], BeforeValidator(_cells), AfterValidator(_within)]


class Table(Model):
    """A table as printed: head rows, body rows, cells that may span, notes and source."""

    caption: PlainText
    unit: PlainText | None = None
    as_of: StatedDate | None = None
    head: Annotated[tuple[Row, ...], BeforeValidator(_one_row)] = Field(min_length=1, max_length=10)
    """The rows of column heads; a cell may span `columns` and `rows`."""
    rows: tuple[Row, ...] = Field(min_length=1, max_length=300)
    total: Row = ()
    """The last row, which sums up the rows above it."""
    row_heads: bool = True
    """Whether the first column names the rows."""
    source: SourceField = Sourcing()
    note: Line | None = None


class ProvisionTable(Model):
    """A table that the registry of provisions fills: provisions by agreements."""

    caption: PlainText
    agreements: Texts = Field(min_length=1, max_length=40)
    provisions: Texts = Field(default=(), max_length=300)
    """Which provisions, in this order; all that an agreement has where left out."""
    note: Line | None = None
