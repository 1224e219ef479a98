"""Numbers in words, and phrases about a number."""

from __future__ import annotations

from typing import NamedTuple

from profilegen.core.reader_text_type import Words

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> Words:
    """A small number in words."""
    return Words(_NUMBERS[count] if count < len(_NUMBERS) else str(count))


class Counted(NamedTuple):
    """What is said of none, of one and of more; `{n}` is their number."""

    none: str
    one: str
    many: str

    def of(self, count: int, **values: object) -> Words:
        """The words for a number; nothing where none are not worth a word."""
        pattern = (self.none, self.one, self.many)[min(count, 2)]
        return Words(pattern.format(n=count, **values))


def nouns(one: Words | str, tail: str = "", none: str = "no") -> Counted:
    """`no agreement shared by both`, `1 agreement shared by both`, `2 agreements ...`."""
    return Counted(f"{none} {one}{tail}", f"{{n}} {one}{tail}", f"{{n}} {one}s{tail}")
