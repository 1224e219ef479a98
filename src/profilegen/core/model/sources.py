"""Sources, with the field names of CSL 1.0.2 (docs.citationstyles.org) in snake case."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from profilegen.core.model.base import Model, PlainText
from profilegen.core.model.text_fields import WebAddress
from profilegen.core.model.value_fields import DateField

SourceType = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "pamphlet",
    "paper-conference",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]
"""CSL's item types, as far as they can stand in a country profile."""


class Name(Model):
    """An author: a person (`family`, `given`) or an institution (`name`, `short`)."""

    shorthand = "name"

    name: PlainText | None = None
    """The whole name as printed; a plain line fills this."""
    short: PlainText | None = Field(default=None, examples=["RIETI"])
    """The institution's acronym, printed in brackets and used alone in later notes."""
    family: PlainText | None = None
    given: PlainText | None = None

    @model_validator(mode="after")
    def _either(self) -> Name:
        if bool(self.name) == bool(self.family):
            raise ValueError("a name is either `name`, or `family` with `given`")
        return self


def _names(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Names = Annotated[tuple[Name, ...], BeforeValidator(_names)]
"""One name or a list of names."""


def _hyphens(value: Any) -> Any:
    """Take CSL's own spelling too: `container-title`, `URL`, `DOI`."""
    if not isinstance(value, dict):
        return value
    result: dict[Any, Any] = {}
    for key, item in value.items():
        known = str(key).lower() if key in ("URL", "DOI") else str(key).replace("-", "_")
        result[key if known in value and known != key else known] = item
    return result


class Source(Model):
    """A document that a profile rests on."""

    type: SourceType
    author: Names = ()
    editor: Names = ()
    title: PlainText
    title_short: PlainText | None = None
    native_title: PlainText | None = None
    language: PlainText | None = Field(default=None, examples=["ja"])
    container_title: PlainText | None = None
    """Journal, newspaper, web site, law report or edited book that holds the document."""
    collection_title: PlainText | None = None
    volume: PlainText | None = None
    issue: PlainText | None = None
    page: PlainText | None = None
    publisher: PlainText | None = None
    publisher_place: PlainText | None = None
    edition: PlainText | None = None
    number: PlainText | None = None
    genre: PlainText | None = Field(default=None, examples=["press release"])
    authority: PlainText | None = None
    """Court or body that gave a case, an act or a standard."""
    issued: DateField | None = None
    accessed: DateField | None = None
    url: WebAddress | None = None
    doi: PlainText | None = None

    _csl = model_validator(mode="before")(_hyphens)
