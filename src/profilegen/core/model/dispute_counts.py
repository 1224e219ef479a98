"""How often an economy was a party before one forum."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from profilegen.core.model.base import Model, PlainText
from profilegen.core.model.entries import no_switch
from profilegen.core.model.text_fields import Line, SourceField, Sourcing
from profilegen.core.model.value_fields import StatedDate

Number = Annotated[int, BeforeValidator(no_switch), Field(ge=0, le=100_000)]
"""How many cases."""


class Count(Model):
    """How often the economy stood on each side before one forum, as of a date.

    `- WTO` alone takes the numbers that the registry of disputes gives.
    """

    shorthand = "forum"

    forum: PlainText
    complainant: Number | None = None
    respondent: Number | None = None
    third_party: Number | None = None
    as_of: StatedDate | None = None
    source: SourceField = Sourcing()
    note: Line | None = None

    @property
    def numbered(self) -> bool:
        """Whether the profile gives numbers of its own."""
        return (self.complainant, self.respondent, self.third_party) != (None, None, None)

    @model_validator(mode="after")
    def _some(self) -> Count:
        if not self.numbered and self.forum.casefold() != "wto":
            raise PydanticCustomError(
                "count_without_number", "{message}", {"forum": self.forum, "message": ""}
            )
        return self
