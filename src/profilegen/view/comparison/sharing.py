"""How rows are shared: their groups, and what the sentence says of each."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.reader_text_type import Words
from profilegen.view.wording.en.comparison import group_counted, group_title
from profilegen.view.wording.en.numbers import Counted

OPPOSITE = ("in:complainant", "in:respondent")
"""Tokens of cells whose economies stand on opposite sides of a dispute."""


@dataclass(frozen=True, slots=True)
class ShareGroup:
    """Rows in which so many columns have a part, from `low` to `high`."""

    low: int
    high: int
    title: Words
    """What their group is called: `In two or three`."""
    said: Counted | None = None
    """How the sentence counts them, if it does."""

    def __contains__(self, share: object) -> bool:
        return isinstance(share, int) and self.low <= share <= self.high


def share_groups(wide: int, rows: str) -> tuple[ShareGroup, ...]:
    """All groups of rows, where so many columns are compared: in all, in some, in one, in none."""
    spans = dict.fromkeys(((wide, wide), (2, wide - 1), (1, 1), (0, 0)))
    return tuple(
        ShareGroup(low, high, group_title(low, high, wide), group_counted(rows, low, high, wide))
        for low, high in spans
        if low <= high
    )
