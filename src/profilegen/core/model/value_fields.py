"""Fields that hold a value: a date, a period, a figure; or `not stated`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from profilegen.core.dates import Date, DateError, parse_date
from profilegen.core.model import field_schemas
from profilegen.core.model.base import NotStated, says_nothing, spelled
from profilegen.core.period import Period, parse_period
from profilegen.core.quantity import Quantity, figure_meant, parse_quantity


def _date(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    text = spelled(value)
    if not isinstance(text, str) or not text:
        raise PydanticCustomError("date_form", "This is not a date.")
    try:
        return parse_date(text)
    except DateError as error:
        raise _no_date(error) from None


def _no_date(error: DateError, otherwise: str = "") -> PydanticCustomError:
    context: dict[str, Any] = {"hint": error.hint or otherwise, "message": str(error)}
    context |= {"instead": error.instead, "safe": error.safe}
    return PydanticCustomError(f"date_{error.kind}", "{message}", context)


def _date_or_silence(value: Any) -> Date | NotStated:
    return NotStated.NOT_STATED if says_nothing(spelled(value)) else _date(value)


_AS_TEXT = PlainSerializer(str, return_type=str)
_AS_ISO = PlainSerializer(
    lambda value: value.iso if isinstance(value, Date) else str(value), return_type=str
)

DateField = Annotated[Date, PlainValidator(_date), _AS_ISO, field_schemas.DATE]
"""A date with its own precision."""

StatedDate = Annotated[
    Date | NotStated, PlainValidator(_date_or_silence), _AS_ISO, field_schemas.STATED_DATE
]
"""A date, or `not stated` where the source gives none."""


def _period(value: Any) -> Period | NotStated:
    if isinstance(value, Period):
        return value
    text = spelled(value)
    if says_nothing(text):
        return NotStated.NOT_STATED
    if not isinstance(text, str) or not text:
        raise PydanticCustomError("date_form", "This is not a period.")
    try:
        return parse_period(text)
    except DateError as error:
        raise _no_date(error, _PERIODS) from None


_PERIODS = "Write 2023, June 2022, 2017 to 2022, three years to April 2024, since 2014 or to 2020."

StatedPeriod = Annotated[
    Period | NotStated, PlainValidator(_period), _AS_TEXT, field_schemas.PERIOD
]
"""The span that a figure covers, or `not stated`."""


def _quantity(value: Any) -> Quantity:
    if isinstance(value, Quantity):
        return value
    text = spelled(value)
    try:
        if not isinstance(text, str):
            raise ValueError("this is not a figure")
        return parse_quantity(text)
    except ValueError as error:
        instead = figure_meant(str(text))
        hint = f"Write {instead}." if instead else _FIGURES
        context = {"message": f"{error}.", "snippet": "", "hint": hint, "instead": instead}
        raise PydanticCustomError("text_figure", "{message}", context) from None


def _quantity_or_silence(value: Any) -> Quantity | NotStated:
    return NotStated.NOT_STATED if says_nothing(spelled(value)) else _quantity(value)


_FIGURES = "Write 0.71, 1,406, about 260, 16 to 20, JPY 3.9 trillion or up to USD 25 billion."

QuantityField = Annotated[Quantity, PlainValidator(_quantity), _AS_TEXT, field_schemas.FIGURE]
"""A figure with its bound, currency and scale."""

StatedQuantity = Annotated[
    Quantity | NotStated, PlainValidator(_quantity_or_silence), _AS_TEXT, field_schemas.FIGURE
]
"""A figure, or `not stated` where the source has a gap."""
