"""Fields that hold a text with its notes, a source, or a web address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from profilegen.core.leftover_footnotes_and_comments import footnotes, without_footnotes
from profilegen.core.model import field_schemas
from profilegen.core.model.base import spelled
from profilegen.core.model.field_schemas import IN_TEXT
from profilegen.core.pandoc_citations import Citation, RichTextError, parse_citation
from profilegen.core.richtext import RichText
from profilegen.core.richtext_parser import parse, parse_inline
from profilegen.core.tree import PlainFloat, PlainInt
from profilegen.core.web_address import is_web_address


def _rich(reader: Any) -> Any:
    def read(value: Any) -> RichText:
        if isinstance(value, RichText):
            return value
        text = value.raw if isinstance(value, PlainInt | PlainFloat) else value
        if not isinstance(text, str):
            raise PydanticCustomError("string_type", "This is not a text.")
        if not text.strip():
            raise PydanticCustomError("string_too_short", "This text is empty.")
        try:
            result: RichText = reader(text)
        except RichTextError as error:
            raise _refused([error, *_other_faults(reader, text, error)]) from None
        return result

    return read


def _refused(faults: list[RichTextError]) -> PydanticCustomError:
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


def _other_faults(reader: Any, text: str, error: RichTextError) -> Iterator[RichTextError]:
    """What else is wrong with the citations of a text: read it again without each faulty one."""
    if notes := footnotes(text):  # all of them: a page that is pasted may have thirty
        yield from notes[1:]
        text = without_footnotes(text)
        try:
            reader(text)
        except RichTextError as other:
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
        except RichTextError as other:
            yield other
            error = other
        else:
            return


MOST_TOLD = 9
"""Faults told of one text besides the first."""


_RAW = PlainSerializer(lambda value: value.raw, return_type=str)
_STRING = WithJsonSchema({"type": "string"})

Prose = Annotated[RichText, PlainValidator(_rich(parse)), _RAW, _STRING]
"""A text of paragraphs and lists with citations."""

Line = Annotated[RichText, PlainValidator(_rich(parse_inline)), _RAW, _STRING]
"""A text of one paragraph with emphasis and citations."""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What an entry or a list rests on: citations, or a cited sentence of the section's text."""

    citations: tuple[Citation, ...] = ()
    in_text: bool = False

    def __bool__(self) -> bool:
        return self.in_text or bool(self.citations)


_WORD_GAP = re.compile(r"[\s_-]+")


def _sourcing(value: Any) -> Sourcing:
    if isinstance(value, Sourcing):
        return value
    if isinstance(value, str) and _WORD_GAP.sub(" ", value.strip().casefold()) == IN_TEXT:
        return Sourcing(in_text=True)
    items = [spelled(item) for item in (value if isinstance(value, list) else [value])]
    if not items or not all(isinstance(item, str) and item for item in items):
        raise PydanticCustomError("source_type", "A source is a key, or a key and a pinpoint.")
    cited, faults = [], []
    for part in [part for item in items for part in item.split(";")]:
        try:
            cited.append(parse_citation(part))
        except RichTextError as error:
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
    field_schemas.SOURCE,
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
        return match[1] if is_web_address(match[1]) else ""
    spaced = text.replace(" ", "%20")
    return spaced if is_web_address(spaced) else ""


def _address(value: Any) -> str:
    text = spelled(value)
    if not isinstance(text, str):
        raise PydanticCustomError("string_type", "This is not a text.")
    if not is_web_address(text):
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
