"""Where the words of a chart stand: beside their marks, on no other words, mark, line or edge."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

SIGN = 5.8
"""Mean width of a sign at 12 px; too wide rather than too narrow."""
WIDE = 12.0
"""Width of a sign that fills a square, as those of East Asia do."""


def width(words: str) -> float:
    """Width of words at 12 px; marks upon a letter take none."""
    return sum(
        WIDE if unicodedata.east_asian_width(sign) in "WF" else SIGN
        for sign in words
        if unicodedata.category(sign) not in ("Mn", "Cf")
    )


ASCENT, DESCENT = 9, 3
"""What a line of words reaches above and below its baseline."""
MARK = 5.5
"""Half the side of a mark, with the air about it."""


class Box(NamedTuple):
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def within(self, other: Box) -> bool:
        """Whether the box stands wholly in another."""
        level = other.top <= self.top and self.bottom <= other.bottom
        return level and other.left <= self.left and self.right <= other.right


class Segment(NamedTuple):
    """A line of the chart."""

    x1: float
    y1: float
    x2: float
    y2: float

    def crosses(self, box: Box) -> bool:
        """Whether the line touches a box; told from points two pixels apart."""
        steps = max(1, int(max(abs(self.x2 - self.x1), abs(self.y2 - self.y1)) / 2))
        for at in range(steps + 1):
            x = self.x1 + (self.x2 - self.x1) * at / steps
            y = self.y1 + (self.y2 - self.y1) * at / steps
            if box.left < x < box.right and box.top < y < box.bottom:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Label:
    """Words with the place of their baseline's start."""

    x: float
    y: float
    words: str

    @property
    def box(self) -> Box:
        """What the words cover."""
        right = self.x + width(self.words)
        return Box(self.x, self.y - ASCENT, right, self.y + DESCENT)

    @property
    def middle(self) -> float:
        """Where the middle of the words stands, whatever their true width."""
        return self.x + width(self.words) / 2


def placed(
    marks: Sequence[tuple[float, float, str]], lines: Sequence[Segment], frame: Box
) -> list[Label]:
    """A label for each mark, in their order; the nearest free place, above before below.

    What is in the frame and on no mark or label comes before what is on no line.
    """
    spots = [Box(x - MARK, y - MARK, x + MARK, y + MARK) for x, y, _ in marks]
    out: list[Label] = []
    for x, y, words in marks:
        taken = [*spots, *(label.box for label in out)]

        def cost(label: Label, taken: list[Box] = taken) -> tuple[bool, int, int]:
            box = label.box
            met = sum(box.meets(other) for other in taken)
            return not box.within(frame), met, sum(line.crosses(box) for line in lines)

        out.append(min(_places(x, y, words), key=cost))
    return out


def _places(x: float, y: float, words: str) -> Iterator[Label]:
    """Places about a mark, from the best to the worst."""
    wide = width(words)
    middle, right, left = x - wide / 2, x + 8, x - 8 - wide
    for away in range(0, 40, 4):
        yield Label(middle, y - 9 - away, words)
        yield Label(middle, y + 16 + away, words)
        for side in (right, left):
            yield Label(side, y + 4 - away, words)
            yield Label(side, y + 4 + away, words)
