"""What entries of every kind share, and the list in which they stand."""

from __future__ import annotations

from typing import Annotated, ClassVar, Generic, Literal, TypeVar

from pydantic import BeforeValidator, Field

from profilegen.core.model.base import Model, PlainText, Texts, says_nothing
from profilegen.core.model.data import Attribution
from profilegen.core.model.text_fields import Line, SourceField, Sourcing

Status = Literal["draft", "enacted", "in force", "amended", "repealed", "expired", "not stated"]
"""`enacted`: passed, and not in force yet."""


def no_switch(value: object) -> object:
    """Keep `true` from counting as 1."""
    return str(value).lower() if isinstance(value, bool) else value


Amount = Annotated[int, BeforeValidator(no_switch), Field(ge=0, le=10_000_000)]
"""How many of anything."""


class Entry(Model):
    """What every entry may carry besides its own facts."""

    heading: ClassVar[str] = "title"
    """The field that names the entry."""

    native_title: PlainText | None = None
    language: PlainText | None = Field(default=None, examples=["ja", "ko", "zh-Hans"])
    """Language of the native title; the economy's own where it is left out."""
    topics: Texts = ()
    source: SourceField = Sourcing()
    note: Line | None = None
    """Printed as a note on the entry, before its sources."""
    said_by: Attribution | None = None

    @property
    def name_text(self) -> str:
        """The words that name the entry."""
        value = getattr(self, self.heading)
        return str(getattr(value, "raw", value))

    @property
    def written_out(self) -> bool:
        """Whether the profile itself gives the facts, and no registry has to."""
        return True

    @property
    def known_as(self) -> tuple[str, ...]:
        """Every name by which another line may refer to this entry."""
        names = (self.name_text, *(getattr(self, f, None) for f in ("short_name", "number")))
        return tuple(
            name for name in names if isinstance(name, str) and name and not says_nothing(name)
        )


E = TypeVar("E", bound=Entry)
MOST = 500
"""Entries of a list; what has more is a database, and no profile that is read."""


class EntryList(Model, Generic[E]):
    """A list with the sentence that leads into it and one note for all of it."""

    shorthand = "list"

    lead_in: Line | None = None
    source: SourceField = Sourcing()
    list: tuple[E, ...] = Field(min_length=1, max_length=MOST)
