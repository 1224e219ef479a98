"""What is made of a piece of something larger, kept as long as the larger thing lives."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

P = TypeVar("P", bound=Hashable)
W = TypeVar("W")
V = TypeVar("V")


def remembered(make: Callable[[P, W], V]) -> Callable[[P, W], V]:
    """Make a value of each piece of a whole once; the whole compares by identity (`eq=False`).

    No value may hold the whole, or it is never let go.
    """
    made: WeakKeyDictionary[W, dict[P, V]] = WeakKeyDictionary()

    @wraps(make)
    def of(piece: P, whole: W) -> V:
        values = made.setdefault(whole, {})
        if piece not in values:
            values[piece] = make(piece, whole)
        return values[piece]

    return of
