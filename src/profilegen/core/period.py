"""The span that a figure covers: a date, from one to another, or so many years to a date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from profilegen.core.dates import Date, DateError, parse_date

_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Period:
    """A span with its own precision; an end that is open or not told is None."""

    text: str
    start: Date | None
    end: Date | None
    years: int | None = None
    """Length in years, where the source gives that and not both ends."""

    @property
    def length(self) -> int | None:
        """Length in whole years, or None where an end is open."""
        if self.years is not None:
            return self.years
        if self.start is None or self.end is None:
            return None
        (y0, m0, _), (y1, m1, _) = self.start.first, self.end.last
        return max(1, round(((y1 - y0) * 12 + m1 - m0 + 1) / 12))

    @property
    def year(self) -> float | None:
        """Where a time axis shows the figure: its year, of a span the end's."""
        point = self.end or self.start
        return None if point is None else point.year + ((point.month or 6.5) - 0.5) / 12

    def __str__(self) -> str:
        return self.text


_SPAN = re.compile(r"(?P<start>.+?)\s*(?:\bto\b|\u2013)\s*(?P<end>.+)")
_YEARS = re.compile(rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)}) years(?: to (?P<end>.+))?")
_OPEN = re.compile(r"(?P<word>from|since|to|until)\s+(?P<date>.+)")


def parse_period(text: str) -> Period:
    """Read `2023`, `2017 to 2022`, `three years to April 2024`, `since 2014` or `to June 2020`.

    Raises DateError where a date in it is none, or where it ends before it begins.
    """
    text = " ".join(text.split())
    if match := _YEARS.fullmatch(text):
        count = match["count"]
        years = int(count) if count.isdigit() else _COUNTS.index(count) + 2
        return Period(text, None, parse_date(match["end"]) if match["end"] else None, years)
    if match := _OPEN.fullmatch(text):
        date = parse_date(match["date"])
        opens = match["word"] in ("from", "since")
        return Period(text, date if opens else None, None if opens else date)
    if match := _SPAN.fullmatch(text):
        start, end = parse_date(match["start"]), parse_date(match["end"])
        if end.surely_before(start):
            raise DateError("impossible", f'The period "{text}" ends before it begins.')
        short = f"{start}\u2013{end}" if start.month is None and end.month is None else text
        return Period(short, start, end)
    date = parse_date(text)
    return Period(str(date), date, date)
