"""Marks of notes that came along from a word processor: they print as typed, and no note does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.typography import ADDRESS

_RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_WORD = r"(?P<word>[^\W\d_]+)"
_BEFORE_ROUND = (
    r"(?<!\w)(?!(?:(?:sub)?(?:section|article|paragraph|clause|rule|regulation)s?|items?|points?|"
    r"parts?|pillars?|goals?|numbers?|group|category|phase|table|figure|chapter|annex|list|option|"
    r"class|level|tier|type|step|letter|equation|formula|and|or|to|under|in|of|no|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|\w+t(?:een|y))\b)[a-z]{3,}"
)
"""A word before "(1)." that no number in brackets follows in a law or an enumeration."""
_MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[.,;:!?\"'\u201d\u2019\u00bb](?P<mark>[{_RAISED}]+)(?!\w)",  # "policy.1", raised
        rf"[)\]](?P<mark>\u00b9|[{_RAISED}]{{2,}})(?!\w)",  # (x)\u00b2 is a square
        rf"(?<!\S)(?P<mark>[{_RAISED}]+)(?=[\s.,;:!?]|$)",  # alone between blanks
        rf"{_WORD}(?P<mark>[{_RAISED}]+)(?!\w)",
        (
            rf"{_WORD}(?:[.;:!?][\"'\u201d\u2019)]*|,)(?P<mark>\d{{1,3}})"
            r"(?=\s+[A-Z\u201c\u2018\"(\[]|\s*$|(?<=,\d)\s|(?<=,\d\d)\s)"
        ),
        r"[.,;:!?](?P<mark>\^\d{1,3}\^?)(?!\w)",
        rf"{_BEFORE_ROUND} (?P<mark>\([1-9]\d?\))(?=\.(?:\s+[A-Z\u201c\[]|\s*$))",
    )
)
_UNITS = frozenset(
    "mol bar rad ppm inch inches foot feet yard yards mile miles acre acres metre metres meter "
    "meters kilometre kilometres kilometer kilometers centimetre centimetres millimetre "
    "millimetres micron microns pixel pixels log sin cos tan exp".split()
)
"""Words of three letters and more that may be raised to a power."""
_SHORT = frozenset("EU UK US UN AI it is of to on at by".split())
"""Shorter words that are no unit: of the others, m\u00b2 or km\u00b3, none is a note's."""
_ABBREVIATED = frozenset(
    "art arts para paras sec secs fig figs tab vol vols nos nrs chap chaps sch reg regs ann app "
    "cls ver rev prop approx cap caps lit rec recs ref refs eds".split()
)
_CITED = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")


def pasted_marks(context: RuleContext) -> Iterator[Diagnostic]:
    """PG123: a note's mark from a word processor hides that a sentence is not cited."""
    for path, text in context.texts:
        for message, hint, snippet in told_marks(text.raw):
            yield context.find("PG123", path, message, hint, snippet=snippet)


def told_marks(raw: str, cite: str = "[@key]") -> Iterator[tuple[str, str, str]]:
    """Message, hint and place of each mark in a text."""
    bare = ADDRESS.sub(_blank, _CITED.sub(_blank, raw))
    for match in sorted(_surely(bare), key=lambda match: match.start("mark")):
        mark = match["mark"]
        message = f'"{mark}" after "{_before(bare, match.start("mark"))}" is a note\'s mark.'
        no = "name what it numbers" if mark[0] == "(" else "a space before it"
        hint = f'Write {cite} for "{mark}"; if it is a number of the text, {no}.'
        yield message, hint, match[0]


def _surely(text: str) -> Iterator[re.Match[str]]:
    for pattern in _MARKS:
        for match in pattern.finditer(text):
            word = match.groupdict().get("word")
            if word is None or _no_unit(word, raised=not match["mark"].isascii()):
                yield match


def _no_unit(word: str, *, raised: bool) -> bool:
    if raised:
        return word in _SHORT or (len(word) > 2 and word.casefold() not in _UNITS)
    return len(word) > 2 and word[-1].islower() and word.casefold() not in _ABBREVIATED


def _before(text: str, at: int) -> str:
    return "".join(text[:at].rsplit(maxsplit=1)[-1:])[-24:]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
