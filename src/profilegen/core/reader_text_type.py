"""Text for readers, which decides nothing: a type of its own, so that a checker sees to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from typing import final

    @final
    class Words:
        """Words in a reader's language: they are composed and printed, never looked into.

        To a type checker they are no `str`: they equal none, contain and start with nothing. Who
        prints or sorts them, or looks where a stop stands, asks for `str(words)`.
        """

        def __new__(cls, text: object) -> Words: ...  # noqa: D102
        def __bool__(self) -> bool: ...
        def __len__(self) -> int: ...
        def __add__(self, more: Words | str) -> Words: ...
        def __radd__(self, before: str) -> Words: ...
        def format(self, **values: object) -> Words:
            """The words with what is filled in."""

        def lower(self) -> Words:
            """The words in small letters."""

        def upper(self) -> Words:
            """The words in capitals."""

        def capitalize(self) -> Words:
            """The words with a capital."""


else:
    Words = str

UNSAID = Words("")
"""Nothing to say."""

K = TypeVar("K")
W = TypeVar("W", bound="Words | str")


def table(said: Mapping[K, Words | str]) -> dict[K, Words]:
    """Words by what they are asked for with."""
    return cast("dict[K, Words]", said)


def strung(mark: str, parts: Iterable[object]) -> Words:
    """The parts that say something, with a mark between them."""
    return Words(mark.join([str(part) for part in parts if part]))
