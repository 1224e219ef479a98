"""Notes stand on the page of their call: a page where one does not is made again, a line shorter.

WeasyPrint can lose, cut or delay a footnote without a word. So each page is looked at as soon as
it is made. Where a note called on it is not whole on it, the page gives up one line at its foot
and is made again, and only then the next one begins: a document is laid out once.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

LINE = 15
"""Pixels that a page gives up for each repair: one line of a note."""
MAX_REPAIRS = 24
"""How often one page is made again before its notes are given up."""


@dataclass(slots=True)
class Feet:
    """The pixels that pages of one document give up at their feet."""

    notes: Collection[str]
    """Labels of the notes that stand at the foot of the page of their call."""
    raised: dict[int, int] = field(default_factory=dict)
    """The pixels by page, the first being 0."""
    repairs: int = 0
    """How often a page was made again."""
    _called: dict[str, int] = field(default_factory=dict)
    """The first page on which each note is called: a table's head calls it on every page."""

    def raise_for(self, index: int, page: Any) -> bool:
        """Whether a page has to be made again, with its foot a line higher."""
        called = [label for label in self._calls(page) if self._called.get(label, index) >= index]
        given = self.raised.get(index, 0)
        if given >= MAX_REPAIRS * LINE or all(whole(page, label) for label in called):
            self._called.update(dict.fromkeys(called, index))
            return False
        self.raised[index] = given + LINE
        self.repairs += 1
        return True

    def _calls(self, page: Any) -> list[str]:
        labels = (name.removeprefix("ref-") for name in page.anchors if name.startswith("ref-"))
        return [label for label in labels if label in self.notes]


def whole(page: Any, label: str) -> bool:
    """Whether a note begins and ends on a page, by its anchors `fn-N` and `fnend-N`."""
    end = page.anchors.get(f"fnend-{label}")
    return f"fn-{label}" in page.anchors and end is not None and end[3] <= page.height - 1
