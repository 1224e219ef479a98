"""What all models share: frozen, closed to unknown keys; and lines of text as they are."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from profilegen.core.dates import NOT_STATED
from profilegen.core.tree import PlainFloat, PlainInt


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


def spelled(value: Any) -> Any:
    """A line as it was spelled: numbers with their own digits, words with single spaces."""
    if isinstance(value, PlainInt | PlainFloat):
        return value.raw
    return " ".join(value.split()) if isinstance(value, str) else value


PlainText = Annotated[str, BeforeValidator(spelled), Field(min_length=1)]
"""A text of one line, printed as it is; unquoted numbers keep their spelling."""


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str | dict | int) else value


Texts = Annotated[tuple[PlainText, ...], BeforeValidator(_one_or_many)]
"""One text or a list of texts."""
