"""Typewriter marks as print has them: each sign stays one sign in its place, and no word changes.

House style is two things (docs/reference/texts-and-figures.md): straight quotation marks in pairs
become curly (single outside, double inside: OSCOLA 1.5), as does a straight apostrophe; in titles
and names a hyphen between two years becomes a dash. Everything else stands as typed:
inch and foot marks, the marks of other languages, dots, hyphens, addresses.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import cast

from profilegen.core.reader_text_type import W

Marks = tuple[str, str]
SINGLE: Marks = ("\u2018", "\u2019")
DOUBLE: Marks = ("\u201c", "\u201d")
APOSTROPHE = "\u2019"
NO_BREAK = "\u00a0"

LONGEST_NAME = 28
"""Letters up to which a name stands on one line: a narrow column has no room for more."""


def unbroken(name: str) -> str:
    """A person's name, which does not break at the end of a line."""
    return name.replace(" ", NO_BREAK) if len(name) <= LONGEST_NAME else name


ADDRESS = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?'\u2019\u201d)\]]", re.IGNORECASE
)
"""A web address as it stands in a text, without the punctuation behind it."""

CHAIN = re.compile(
    rf"{ADDRESS.pattern}|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|(?<![^\s(\[\u2018\u201c])(?=\S*\w[_./@\\]\w)[^\s<>\"]{20,}(?<=\w)|(?<!\S)\S{41,}",
    re.IGNORECASE,
)
"""What breaks at its marks and is never hyphenated: addresses of all kinds, names with dots, and
what is longer than any word: each place for a hyphen would be tried on each line.
"""
CHANCES = re.compile(r"(?<=[/._?=&@,;:+#%\\-])(?=[^/])")
"""Where a chain may break; elsewhere only where a piece of it is wider than the line."""

_YEAR = r"(?:1[5-9]|2[01])\d\d"
_YEARS = re.compile(rf"(?<![\w/.-])({_YEAR})-({_YEAR})(?![\w/-])")
_TYPED = re.compile(r"['\"]|\d-\d")
"""What `curly` may change: most texts have none of it."""
_INNER = re.compile("\u2018([^\u2018\u2019]*)\u2019")
_ELISION = re.compile(
    r"'(?:\d\ds?|n|t|s-|tis|twas|twere|twill|em|till?|cause|cos|bout|round|neath)(?!\w)",
    re.IGNORECASE,
)
"""What begins with an apostrophe: '90s, rock 'n' roll, 'tis, 's-Hertogenbosch."""
_MEASURE = re.compile(r"(?<!\d)\d{1,3}$|[\u00bc-\u00be\u2150-\u215e]$")
"""What an inch or foot mark stands behind; a year is none."""
_BEFORE_QUOTE = frozenset("([{<\u2018\u201c\u00ab\u2013\u2014-/'\"")


def curly(words: W, *, inside_quotes: bool = False) -> W:
    """A title or name with curly marks, and dashes between years; as long as it was typed.

    A title that stands in single marks itself (`inside_quotes`) has double ones within it.
    What is printed passes here once, in the room that prints it.
    """
    text = str(words)
    if not inside_quotes and not _TYPED.search(text):
        return words
    if inside_quotes:
        text = _INNER.sub("\u201c\\1\u201d", text)
        text = quoted(text, DOUBLE, SINGLE)
    else:
        text = quoted(text)
    out: list[str] = []
    done = 0
    for start, end in _outside(text):
        out += [text[done:start], _YEARS.sub(_dashed, text[start:end])]
        done = end
    return cast("W", "".join(out))


def _dashed(years: re.Match[str]) -> str:
    return f"{years[1]}\u2013{years[2]}" if years[1] < years[2] else years[0]


@dataclass(slots=True)
class _Mark:
    """A straight mark of a text; `end` is the place of the mark that closes it."""

    at: int
    sign: str
    end: int = -1


def quoted(text: str, outer: Marks = SINGLE, inner: Marks = DOUBLE) -> str:
    """The text with its pairs of straight marks curly, and its straight apostrophes.

    A double mark without a partner stands as typed: it may mean inches.
    """
    out = list(text)
    apostrophes: list[int] = []
    pairs = _pairs(text, apostrophes)
    for at in apostrophes:
        out[at] = APOSTROPHE
    open_until: list[int] = []
    for mark in pairs:
        while open_until and open_until[-1] < mark.at:
            open_until.pop()
        opening, closing = inner if len(open_until) % 2 else outer
        out[mark.at], out[mark.end] = opening, closing
        open_until.append(mark.end)
    return "".join(out)


def _pairs(text: str, apostrophes: list[int]) -> list[_Mark]:
    """The marks that open a quotation, first to last; other single ones are apostrophes."""
    places = _straight_marks(text)
    waiting: list[_Mark] = []
    open_now = Counter[str]()
    paired: list[_Mark] = []
    for number, at in enumerate(places):
        sign = text[at]
        before, behind = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        if sign == "'" and before.isalnum() and behind.isalnum():
            if not (before.isdigit() and behind.isdigit()):  # 6'2" is a height
                apostrophes.append(at)
            continue
        if sign == "'" and not before.isalnum() and _ELISION.match(text, at):
            apostrophes.append(at)
            continue
        closes = bool(open_now[sign]) and not before.isspace() and before != sign
        measure = _MEASURE.search(text[max(0, at - 4) : at])
        if measure and not (closes and _closes_here(text, places, number)):
            continue
        if closes:
            while (gone := waiting.pop()).sign != sign:
                open_now[gone.sign] -= 1
                apostrophes += [gone.at] if gone.sign == "'" else []
            open_now[sign] -= 1
            gone.end = at
            paired.append(gone)
        elif not behind.isspace() and (before.isspace() or before in _BEFORE_QUOTE):
            waiting.append(_Mark(at, sign))
            open_now[sign] += 1
        elif sign == "'":
            apostrophes.append(at)
    apostrophes += [mark.at for mark in waiting if mark.sign == "'"]
    return sorted(paired, key=lambda mark: mark.at)


def _straight_marks(text: str) -> list[int]:
    """The places of straight marks outside addresses."""
    found = (re.finditer("['\"]", text[at:end]) for at, end in _outside(text))
    starts = (at for at, _ in _outside(text))
    return [at + match.start() for at, matches in zip(starts, found, strict=True)
            for match in matches]  # fmt: skip


def _outside(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that are no address."""
    ends = [0]
    for match in ADDRESS.finditer(text):
        ends += match.span()
    ends.append(len(text))
    return list(zip(ends[::2], ends[1::2], strict=True))


_NEAR = 40
"""Marks to look ahead."""


def _closes_here(text: str, places: list[int], number: int) -> bool:
    """Whether a mark behind a measure ends a quotation: no later mark of its kind could."""
    sign = text[places[number]]
    for at in places[number + 1 : number + _NEAR]:
        if text[at] == sign:
            before, behind = text[at - 1], text[at + 1 : at + 2] or " "
            return before.isspace() or behind.isalnum()
    return True


def joined(words: list[W]) -> W:
    """Join as English does: `A`, `A and B`, `A, B and C`."""
    texts = list(map(str, words))
    whole = " and ".join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))
    return cast("W", whole)


def runs(numbers: list[int]) -> str:
    """Numbers in words, three or more in a row as `2 to 7`."""
    whole = len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1))
    return f"{numbers[0]} to {numbers[-1]}" if whole else joined([str(n) for n in numbers])


def sentence(words: W) -> W:
    """The words with a capital first letter."""
    text = str(words)
    return cast("W", text[:1].upper() + text[1:])


def letter(place: int) -> str:
    """The letter of a place counted from nought: a, b, and after z come aa, ab."""
    whole, rest = divmod(place, 26)
    return (letter(whole - 1) if whole else "") + chr(ord("a") + rest)
