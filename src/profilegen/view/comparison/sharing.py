"""How rows are shared: their groups, and what the sentence says of each."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.view.comparison.wording import SAY, Counted, nouns, number

OPPOSITE = ("in:complainant", "in:respondent")
"""Tokens of cells whose economies stand on opposite sides of a dispute."""


@dataclass(frozen=True, slots=True)
class ShareGroup:
    """Rows in which so many columns have a part, from `low` to `high`."""

    low: int
    high: int
    title: str
    """What their group is called: `In two or three`."""
    said: Counted | None = None
    """How the sentence counts them, if it does."""

    def __contains__(self, share: object) -> bool:
        return isinstance(share, int) and self.low <= share <= self.high


def share_groups(wide: int, noun: str) -> tuple[ShareGroup, ...]:
    """All groups of rows, where so many columns are compared: in all, in some, in one, in none."""
    by_all, title = ("both", "In both") if wide == 2 else ("all", f"In all {number(wide)}")
    out = [ShareGroup(wide, wide, title, nouns(noun, f" shared by {by_all}"))]
    if wide == 3:
        out.append(ShareGroup(2, 2, "In two", _plain("by two")))
    elif wide > 3:
        some = "two or three" if wide == 4 else f"two to {number(wide - 1)}"
        out.append(ShareGroup(2, wide - 1, f"In {some}", _plain("by some")))
    if wide > 1:
        out.append(ShareGroup(1, 1, "In one only", _plain("in one only")))
    return (*out, ShareGroup(0, 0, "In none for certain"))


def _plain(tail: str) -> Counted:
    """`none by two`, `1 by two`, `6 by two`."""
    return Counted(f"none {tail}", f"{{n}} {tail}", f"{{n}} {tail}")


def between_them(noun: str) -> Counted:
    """`2 disputes between them`."""
    return nouns(noun, SAY["between"])
