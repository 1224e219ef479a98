"""Text as it was laid out on a page: what is known of it without the library that laid it out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece of text of a laid-out page, on one line."""

    page: int
    """From 1."""
    note: str
    """The label of the note that it stands in, or nothing."""
    aside: bool
    """Whether it stands outside the text: in a margin, a call, a table's head printed again."""
    text: str
