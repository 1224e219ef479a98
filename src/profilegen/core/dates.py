"""Dates as people write them, each with its own precision: a day, a month or a year."""

from __future__ import annotations

import calendar
import difflib
import re
from dataclasses import dataclass

MONTHS = tuple(calendar.month_name)[1:]
_MONTH_NUMBERS = {
    name.lower(): number
    for number, month in enumerate(MONTHS, 1)
    for name in (month, month[:3], "Sept" if month == "September" else month)
}
NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month (day is None) or a year (month is None) of the Gregorian calendar."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> tuple[int, int, int]:
        """Earliest day that the date can mean."""
        return (self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """Latest day that the date can mean."""
        month = self.month or 12
        return (self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def surely_before(self, other: Date) -> bool:
        """Tell whether every day of this date lies before every day of the other."""
        return self.last < other.first

    def months_to(self, later: Date) -> int:
        """Whole months from the last day that this date can mean to that of a later one."""
        return (later.last[0] - self.last[0]) * 12 + later.last[1] - self.last[1]

    @property
    def iso(self) -> str:
        """Form of ISO 8601 with reduced precision: 2025, 2025-07, 2025-07-18."""
        parts = (f"{self.year:04}", *(f"{p:02}" for p in (self.month, self.day) if p))
        return "-".join(parts)

    def __str__(self) -> str:
        parts = (self.day, MONTHS[self.month - 1] if self.month else None, self.year)
        return " ".join(str(part) for part in parts if part)


class DateError(ValueError):
    """A text that is no date; `kind` is impossible, ambiguous or form, `hint` what to write.

    `instead` is a date in its place, where there is one; `safe` tells whether it says the same.
    """

    def __init__(
        self, kind: str, message: str, hint: str = "", *, instead: str = "", safe: bool = True
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.hint = hint
        self.instead = instead
        self.safe = safe


_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{2}|\d{4})")


def parse_date(text: str) -> Date:
    """Read `18 July 2025`, `July 18, 2025`, `June 2025`, `2025`, `2025-07-18` or `2025-07`.

    Raises DateError: ambiguous for 03/04/2025, impossible for 31 June 2025, form for the rest.
    """
    text = " ".join(text.split())
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) if part else None for part in match.groups())
        if month and month > max(12, (year or 0) % 100) and day is None:  # 2019-20
            raise _otherwise(text)
        return _checked(text, year or 0, month, day)
    if match := _MONTH_FIRST.fullmatch(text):
        return _checked(text, int(match[3]), _month(match[1], text), int(match[2]))
    if match := _DAY_FIRST.fullmatch(text):
        month = _month(match[2], text)
        return _checked(text, int(match[3]), month, int(match[1]) if match[1] else None)
    if match := _NUMERIC.fullmatch(text):
        raise _numeric(match)
    raise _otherwise(text)


def _month(word: str, text: str) -> int:
    number = _MONTH_NUMBERS.get(word.lower())
    if number is None:
        near = difflib.get_close_matches(word.title(), MONTHS, n=1)
        if not near:
            raise _otherwise(text)
        message = f'"{text}" is not a date: no month is called "{word}".'
        instead = text.replace(word, near[0], 1)
        raise DateError("form", message, f"Did you mean {near[0]}?", instead=instead)
    return number


def _checked(text: str, year: int, month: int | None, day: int | None) -> Date:
    if not 1000 <= year <= 2999:
        raise DateError("impossible", f'The year in "{text}" is not between 1000 and 2999.')
    if month is not None and not 1 <= month <= 12:
        raise DateError("impossible", f'"{text}" has no such month.')
    if day is not None and not 1 <= day <= calendar.monthrange(year, month or 1)[1]:
        raise DateError("impossible", f'"{text}" is no day of the calendar.')
    return Date(year, month, day)


_LAST_CENTURY = 40
"""Years of two digits from here on are those of 1940 and later."""


def _numeric(match: re.Match[str]) -> DateError:
    """Explain a date of numbers alone, offering its possible readings."""
    first, second = int(match[1]), int(match[2])
    short = len(match[3]) == 2
    year = int(match[3]) + (0 if not short else 2000 if int(match[3]) < _LAST_CENTURY else 1900)
    readings = []
    for day, month in dict.fromkeys(((first, second), (second, first))):
        try:
            readings.append(str(_checked(match[0], year, month, day)))
        except DateError:
            continue
    if not readings:
        return DateError("impossible", f'"{match[0]}" is no day of the calendar.')
    if len(readings) == 1:
        message = f'"{match[0]}" is easily misread.'
        hint = f"Write {readings[0]}."
        return DateError("ambiguous", message, hint, instead=readings[0], safe=not short)
    message = f'"{match[0]}" can mean two days.'
    return DateError("ambiguous", message, f"Write {readings[0]} or {readings[1]}.")


UNDATED = frozenset(("n.d.", "n.d", "nd", "n. d.", "s.d.", "no date", "undated", "unknown", "none",
                     "n/a", "?", "-", "tbc", "tbd"))  # fmt: skip
"""What people write where a document bears no date."""

_YEAR_FIRST = re.compile(
    r"(\d{4})(?:[./](\d{1,2})[./](\d{1,2})\.?|(\d{2})(\d{2})|\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?"
    r"|-(\d{2})-(\d{2})T.*)"
)
_WORD_BETWEEN = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*(?:of |de |d')?\s*([A-Za-z]{3,})"
    r"[.,]?[\s-]*(?:of |de )?(\d{4})"
)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[/.\-]\s?(\d{4})|(\d{4})\s?[/.]\s?(0\d)")
_FISCAL = re.compile(
    r"(?:fy|financial year|fiscal year|year)\s?(\d{4})(?:\s?[/\-\u2013]\s?(\d{2}|\d{4}))?",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"(?:[^\W\d_][^\d]*,\s+)(?:on\s+)?(\S.*)|(.*\d{4})\s*(?:,\s+[^\W\d_][^\d,]*|\([^()\d]+\))"
)
"""`Nairobi, 14 January 2025` and `14 January 2025, Nairobi`: where a treaty was signed."""
_FROM_TO = re.compile(r"(\d{4})\s*(?:[-\u2013/]|to|and)\s*(\d{2}|\d{4})")
_PART = re.compile(
    r"(?P<part>in|since|from|by|before|after|spring|summer|autumn|fall|winter|q[1-4]|[1-4]q|h[12]|(?:early|mid|late)-?|"
    r"(?:end|beginning|start) of|c\.?|ca\.?|circa|about|around|fy|revised|updated)"
    r"[\s-]*(?P<year>\d{4})|[\[(\u00a9]?\s?(?P<unsure>\d{4})\s?[\])?]*",
    re.IGNORECASE,
)


def _otherwise(text: str) -> DateError:
    """What to write for a date in a form that is not read."""
    message = f'"{text}" is not a date.'
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, *day = (int(part) for part in match.groups() if part)
        return _said_so(text, year, month, *day)
    if match := _MONTH_YEAR.fullmatch(text):
        numbers = (match[2], match[1]) if match[1] else (match[3], match[4])
        return _said_so(text, int(numbers[0]), int(numbers[1]))
    if match := _PLACED.fullmatch(text):
        return _placed(text, match[1] or match[2])
    if (match := _FISCAL.fullmatch(text)) and match[2]:
        end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        hint = f"Write {end}, in which the year ended; the span may stand in the title or a note."
        return DateError("form", message, hint, instead=end, safe=False)
    if match := _WORD_BETWEEN.fullmatch(text):
        near = difflib.get_close_matches(match[2].title(), MONTHS, n=1)
        if month_number := _MONTH_NUMBERS.get((near or [match[2]])[0].lower()):
            return _said_so(text, int(match[3]), month_number, int(match[1]))
    if match := _FROM_TO.fullmatch(text):
        end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        hint = f"Write {end}, the last of the years; the span may stand in the title or a note."
        return DateError("form", message, hint, instead=end, safe=False)
    if match := _PART.fullmatch(text):
        named = match["year"] or match["unsure"]
        hint = f"Write {named}, or the month that is meant: a date is a year, a month or a day."
        return DateError("form", message, hint, instead=named, safe=False)
    return DateError("form", message)


def _placed(text: str, words: str) -> DateError:
    """What to write for a date with a place beside it."""
    try:
        date = parse_date(words)
    except DateError as error:
        return DateError(error.kind, f'"{text}" is not a date.', error.hint)
    hint = f"Write {date}; the place may stand in a note."
    return DateError("form", f'"{text}" is not a date.', hint, instead=str(date), safe=False)


def _said_so(text: str, year: int, month: int, day: int | None = None) -> DateError:
    try:
        date = str(_checked(text, year, month, day))
    except DateError as error:
        return error
    return DateError("form", f'"{text}" is not a date.', f"Write {date}.", instead=date)
