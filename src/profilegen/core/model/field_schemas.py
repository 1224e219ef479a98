"""JSON Schemas of what is written as a text and is none: dates, figures, periods, sources.

An author may type such a value in several forms; the program, which reads it and writes it again,
has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler

from profilegen.core.dates import NOT_STATED

Schema = dict[str, Any]


@dataclass(frozen=True, eq=False)  # an annotation is hashed, which a schema cannot be
class Forms:
    """An annotation of a field: the schema of what may be typed, and of what is written."""

    typed: Schema
    written: Schema

    def __get_pydantic_json_schema__(self, _core: object, handler: GetJsonSchemaHandler) -> Schema:
        return dict(self.written if handler.mode == "serialization" else self.typed)


def _text(other: str, *examples: str) -> Forms:
    """What is written as a text, and may be typed as a number too."""
    told = {"examples": list(examples)}
    return Forms({"type": ["string", other], **told}, {"type": "string", **told})


_DATES = ["18 July 2025", "June 2025", "2025", "2025-07-18"]
_ISO = {
    "type": "string",
    "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    "examples": ["2025-07-18", "2025-07", "2025"],
}
DATE = Forms({"type": ["string", "integer"], "examples": _DATES}, _ISO)
STATED_DATE = Forms(
    {"type": ["string", "integer"], "examples": [*_DATES, NOT_STATED]},
    {"anyOf": [_ISO, {"const": NOT_STATED}]},
)
PERIOD = _text("integer", "2023", "2017 to 2022", "five years to 2024")
FIGURE = _text("number", "0.71", "about 260", "up to JPY 476 billion")

IN_TEXT = "in text"
"""What stands for the source where a cited sentence already carries the evidence."""

_TEXTS = {"type": "array", "items": {"type": "string"}}
SOURCE = Forms(
    {
        "anyOf": [{"type": "string"}, _TEXTS],
        "examples": ["meti-2025", "meti-2025, p 3", IN_TEXT],
    },
    {
        "anyOf": [{"const": IN_TEXT}, _TEXTS],
        "examples": [["meti-2025, p 3"], IN_TEXT],
    },
)
