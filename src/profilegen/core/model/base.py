"""What all models share: frozen, closed to unknown keys, with a profile's own kinds of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from profilegen.core import richtext
from profilegen.core.dates import NOT_STATED, Date, DateError, parse_date
from profilegen.core.leftovers import footnotes, without_footnotes
from profilegen.core.model import forms
from profilegen.core.model.forms import IN_TEXT
from profilegen.core.period import Period, parse_period
from profilegen.core.quantity import Quantity, figure_meant, parse_quantity
from profilegen.core.yaml_source import PlainFloat, PlainInt


class Model(BaseModel):
    """A frozen record that refuses keys it does not know."""

    # Deferred: a model is built when it is first validated, not once for every model around it.
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    shorthand: ClassVar[str] = ""
    """The field that a plain line fills: `- RCEP` is `- {name: RCEP}`."""

    @model_validator(mode="before")
    @classmethod
    def _spell_out(cls, value: Any) -> Any:
        plain = isinstance(value, str | int | float | list) and not isinstance(value, bool)
        if cls.shorthand and plain:
            return {cls.shorthand: value}
        return value


class NotStated(StrEnum):
    """What the source does not say; printed as such."""

    NOT_STATED = NOT_STATED


def says_nothing(value: object) -> bool:
    """Tell whether a value is the words `not stated`."""
    return isinstance(value, str) and value.casefold() == NOT_STATED


def _spelled(value: Any) -> Any:
    if isinstance(value, PlainInt | PlainFloat):
        return value.raw
    return " ".join(value.split()) if isinstance(value, str) else value


PlainText = Annotated[str, BeforeValidator(_spelled), Field(min_length=1)]
"""A text of one line, printed as it is; unquoted numbers keep their spelling."""


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str | dict | int) else value


Texts = Annotated[tuple[PlainText, ...], BeforeValidator(_one_or_many)]
"""One text or a list of texts."""


def _date(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    text = _spelled(value)
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
    return NotStated.NOT_STATED if says_nothing(_spelled(value)) else _date(value)


_AS_TEXT = PlainSerializer(str, return_type=str)
_AS_ISO = PlainSerializer(
    lambda value: value.iso if isinstance(value, Date) else str(value), return_type=str
)

DateField = Annotated[Date, PlainValidator(_date), _AS_ISO, forms.DATE]
"""A date with its own precision."""

StatedDate = Annotated[
    Date | NotStated, PlainValidator(_date_or_silence), _AS_ISO, forms.STATED_DATE
]
"""A date, or `not stated` where the source gives none."""


def _period(value: Any) -> Period | NotStated:
    if isinstance(value, Period):
        return value
    text = _spelled(value)
    if says_nothing(text):
        return NotStated.NOT_STATED
    if not isinstance(text, str) or not text:
        raise PydanticCustomError("date_form", "This is not a period.")
    try:
        return parse_period(text)
    except DateError as error:
        raise _no_date(error, _PERIODS) from None


_PERIODS = "Write 2023, June 2022, 2017 to 2022, three years to April 2024, since 2014 or to 2020."

StatedPeriod = Annotated[Period | NotStated, PlainValidator(_period), _AS_TEXT, forms.PERIOD]
"""The span that a figure covers, or `not stated`."""


def _quantity(value: Any) -> Quantity:
    if isinstance(value, Quantity):
        return value
    text = _spelled(value)
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
    return NotStated.NOT_STATED if says_nothing(_spelled(value)) else _quantity(value)


_FIGURES = "Write 0.71, 1,406, about 260, 16 to 20, JPY 3.9 trillion or up to USD 25 billion."

QuantityField = Annotated[Quantity, PlainValidator(_quantity), _AS_TEXT, forms.FIGURE]
"""A figure with its bound, currency and scale."""

StatedQuantity = Annotated[
    Quantity | NotStated, PlainValidator(_quantity_or_silence), _AS_TEXT, forms.FIGURE
]
"""A figure, or `not stated` where the source has a gap."""


def _rich(reader: Any) -> Any:
    def read(value: Any) -> richtext.RichText:
        if isinstance(value, richtext.RichText):
            return value
        text = value.raw if isinstance(value, PlainInt | PlainFloat) else value
        if not isinstance(text, str):
            raise PydanticCustomError("string_type", "This is not a text.")
        if not text.strip():
            raise PydanticCustomError("string_too_short", "This text is empty.")
        try:
            result: richtext.RichText = reader(text)
        except richtext.RichTextError as error:
            raise _refused([error, *_other_faults(reader, text, error)]) from None
        return result

    return read


def _refused(faults: list[richtext.RichTextError]) -> PydanticCustomError:
    """All faults of one text as one error, the others beside the first."""
    told = [
        {
            "message": str(fault),
            "snippet": fault.snippet,
            "hint": fault.hint,
            "kind": fault.kind,
            "instead": fault.instead,
            "safe": fault.safe,
        }
        for fault in faults
    ]
    return PydanticCustomError(
        f"text_{faults[0].kind}", "{message}", {**told[0], "others": told[1:]}
    )


def _other_faults(
    reader: Any, text: str, error: richtext.RichTextError
) -> Iterator[richtext.RichTextError]:
    """What else is wrong with the citations of a text: read it again without each faulty one."""
    if notes := footnotes(text):  # all of them: a page that is pasted may have thirty
        yield from notes[1:]
        text = without_footnotes(text)
        try:
            reader(text)
        except richtext.RichTextError as other:
            if not text.strip():
                return
            yield other
            error = other
        else:
            return
    for _ in range(MOST_TOLD):
        if error.kind != "citation" or not error.snippet:
            return
        around = re.compile(rf"\[[^\[\]]*{re.escape(error.snippet)}[^\[\]]*\]")
        shorter = around.sub("", text) if around.search(text) else text.replace(error.snippet, "")
        if shorter == text or not shorter.strip():
            return
        text = shorter
        try:
            reader(text)
        except richtext.RichTextError as other:
            yield other
            error = other
        else:
            return


MOST_TOLD = 9
"""Faults told of one text besides the first."""


_RAW = PlainSerializer(lambda value: value.raw, return_type=str)
_STRING = WithJsonSchema({"type": "string"})

Prose = Annotated[richtext.RichText, PlainValidator(_rich(richtext.parse)), _RAW, _STRING]
"""A text of paragraphs and lists with citations."""

Line = Annotated[richtext.RichText, PlainValidator(_rich(richtext.parse_inline)), _RAW, _STRING]
"""A text of one paragraph with emphasis and citations."""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What an entry or a list rests on: citations, or a cited sentence of the section's text."""

    citations: tuple[richtext.Citation, ...] = ()
    in_text: bool = False

    def __bool__(self) -> bool:
        return self.in_text or bool(self.citations)


_WORD_GAP = re.compile(r"[\s_-]+")


def _sourcing(value: Any) -> Sourcing:
    if isinstance(value, Sourcing):
        return value
    if isinstance(value, str) and _WORD_GAP.sub(" ", value.strip().casefold()) == IN_TEXT:
        return Sourcing(in_text=True)
    items = [_spelled(item) for item in (value if isinstance(value, list) else [value])]
    if not items or not all(isinstance(item, str) and item for item in items):
        raise PydanticCustomError("source_type", "A source is a key, or a key and a pinpoint.")
    cited, faults = [], []
    for part in [part for item in items for part in item.split(";")]:
        try:
            cited.append(richtext.parse_citation(part))
        except richtext.RichTextError as error:
            faults.append(error)
    if faults:
        raise _refused(faults[: MOST_TOLD + 1])
    return Sourcing(tuple(cited))


def _dump_sourcing(value: Sourcing) -> str | list[str]:
    if value.in_text:
        return IN_TEXT
    return [str(citation).removeprefix("@") for citation in value.citations]


SourceField = Annotated[
    Sourcing,
    PlainValidator(_sourcing),
    PlainSerializer(_dump_sourcing),
    forms.SOURCE,
]
"""`key`, `key, p 3`, a list of them, or `in text`."""


_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s<>\"]*)?", re.ASCII)


_DRESSED = re.compile(
    r"(?:<|\[[^\[\]]*\]\(|url:?\s*)?(https?://[^\s<>]+?)[>)]?[,.;]?", re.IGNORECASE
)


def _address_in(text: str) -> str:
    """The address that is meant by one with something around it, or without its beginning."""
    if _HOST.fullmatch(text):
        return f"https://{text}"
    if match := _DRESSED.fullmatch(text):
        return match[1] if richtext.is_web_address(match[1]) else ""
    spaced = text.replace(" ", "%20")
    return spaced if richtext.is_web_address(spaced) else ""


def _address(value: Any) -> str:
    text = _spelled(value)
    if not isinstance(text, str):
        raise PydanticCustomError("string_type", "This is not a text.")
    if not richtext.is_web_address(text):
        raise PydanticCustomError(
            "text_address",
            "{message}",
            {
                "message": f'"{text}" is no web address.',
                "snippet": "",
                "instead": _address_in(text),
                "safe": text[:1] in "<[",
            },
        )
    return text


WebAddress = Annotated[
    str, PlainValidator(_address), WithJsonSchema({"type": "string", "format": "uri"})
]
"""A full http(s) address."""
