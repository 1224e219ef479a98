"""Numbers, tables and claims: typed now, drawn in print by later versions."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from profilegen.core.model.base import (
    DateField,
    Line,
    Model,
    SourceField,
    Sourcing,
    StatedDate,
    Text,
)


class Attribution(Model):
    """Who said something, in what post, and when."""

    shorthand = "by"

    by: Text
    post: Text | None = None
    on: StatedDate | None = None


class Claim(Model):
    """A statement that stands as somebody's, not as the profile's own."""

    claim: Line
    by: Text
    post: Text | None = None
    on: StatedDate
    source: SourceField = Sourcing()


class Period(Model):
    """The span that a figure covers: one date, or from one to another."""

    shorthand = "start"

    start: DateField
    end: DateField | None = None

    @model_validator(mode="after")
    def _forward(self) -> Period:
        if self.end and self.end.surely_before(self.start):
            raise ValueError("the period ends before it begins")
        return self


class Money(Model):
    """A conversion: the figure in another currency, with rate and date."""

    value: float
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    rate: float | None = None
    rate_date: DateField | None = None


class Observation(Model):
    """One figure: an indicator for an economy or group in a period."""

    indicator: Text
    economy: Text
    """A code of the economies registry, or a group's name ("G7")."""
    period: Period
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Literal["about", "up to", "at least", "more than", "less than"] | None = None
    unit: Text
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    converted: Money | None = None
    estimate: bool = False
    as_of: StatedDate | None = None
    said_by: Attribution | None = None
    source: SourceField = Sourcing()
    note: Line | None = None

    @model_validator(mode="after")
    def _one_figure(self) -> Observation:
        if (self.value is None) == (self.low is None and self.high is None):
            raise ValueError("an observation has either `value`, or `low` and `high`")
        return self


class Cell(Model):
    """A cell of a table, with what hangs on it."""

    shorthand = "text"

    text: Line | None = None
    article: Text | None = Field(default=None, examples=["Art 14.4"])
    """The article that a treaty-provision cell names."""
    points: tuple[Line, ...] = ()
    """Qualifiers below the cell's text, one a line."""
    state: Literal["not covered", "not stated", "not applicable"] | None = None
    columns: int = Field(default=1, ge=1, le=40)
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
    return [{} if cell is None or cell == "" else cell for cell in value]


Row = Annotated[tuple[Cell, ...], BeforeValidator(_cells)]


class Table(Model):
    """A table as printed: head rows, body rows, cells that may span, notes and source."""

    caption: Text
    unit: Text | None = None
    as_of: StatedDate | None = None
    head: tuple[Row, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = Field(min_length=1)
    row_heads: bool = True
    """Whether the first column names the rows."""
    source: SourceField = Sourcing()
    note: Line | None = None
