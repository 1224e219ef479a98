"""English words of the pages: names that take an article, plurals, dates that are not stated."""

from __future__ import annotations

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.resolve import When

_WITH_ARTICLE = frozenset("ARE BHS CAF COD COG COM DOM EUU GBR GMB MDV MHL NLD PHL SLB USA".split())
"""Economies whose names take `the` in running text."""


def with_article(code: str, name: str) -> str:
    """An economy's name as running text has it."""
    return f"the {name}" if code in _WITH_ARTICLE else name


def counted(number: int, one: str, many: str = "") -> str:
    """`1 act`, `2 acts`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def status_dated(status: str, updated: object) -> str:
    """How far a profile is, and when it was last brought up to date: nothing is `reviewed of`."""
    link = " of" if status.casefold() == "draft" else ", updated"
    return f"{status}{link} {updated}"


def when(date: When, silent: str = "date not stated") -> str:
    """A date in words; what is not stated is said."""
    return str(date) if isinstance(date, Date) else silent


def stated(date: When) -> str:
    """A date in words, or `not stated`."""
    return when(date, NOT_STATED)


def state_since(status: str, since: str) -> tuple[str, str]:
    """Since when a thing is, and what it is: one phrase where they say one thing."""
    if since and status in ("in force", "in effect"):
        return "", f"{status} since {since}"
    return f"since {since}" if since else "", status
