"""Typewriter marks as print has them; words are never changed."""

from __future__ import annotations

import re

_OPENS = re.compile(r"(^|[\s(\[\u2013\u2014/])(['\"])")
_YEARS = re.compile(r"(?<!\d)(\d{4})-(\d{4})(?!\d)")
_INNER = re.compile("\u2018([^\u2018\u2019]*)\u2019")
NO_BREAK = "\u00a0"


def curly(text: str, *, inside_quotes: bool = False) -> str:
    """Turn straight quotation marks into curly ones and hyphens between years into dashes.

    OSCOLA 1.5: single marks outside, double marks within a title that is itself in single ones.
    """
    double = ("\u201c", "\u201d") if inside_quotes else ("\u2018", "\u2019")
    text = text.replace("\u201c", '"').replace("\u201d", '"')
    text = _OPENS.sub(lambda m: m[1] + ("\u2018" if m[2] == "'" else double[0]), text)
    text = text.replace("'", "\u2019").replace('"', double[1])
    if inside_quotes:
        text = _INNER.sub("\u201c\\1\u201d", text)
    return _YEARS.sub("\\1\u2013\\2", text)


def joined(words: list[str]) -> str:
    """Join as English does: `A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def runs(numbers: list[int]) -> str:
    """Numbers in words, three or more in a row as `2 to 7`."""
    whole = len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1))
    return f"{numbers[0]} to {numbers[-1]}" if whole else joined([str(n) for n in numbers])


def sentence(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def letter(place: int) -> str:
    """The letter of a place counted from nought: a, b, and after z come aa, ab."""
    whole, rest = divmod(place, 26)
    return (letter(whole - 1) if whole else "") + chr(ord("a") + rest)
