"""English of all pages: names with their article, dates, how far a profile is."""

from __future__ import annotations

from collections.abc import Iterable

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.entry_facts_with_registry import When
from profilegen.core.model.data import Attribution, Claim
from profilegen.core.reader_text_type import UNSAID, Words, table
from profilegen.core.typography import joined, sentence
from profilegen.edition.economies import Economy

_WITH_ARTICLE = frozenset("ARE BHS CAF COD COG COM DOM EUU GBR GMB MDV MHL NLD PHL SLB USA".split())
"""Economies whose names take `the` in running text."""

STATUS = table({"draft": "draft", "reviewed": "reviewed", "published": "published"})
"""How far a profile is."""

STATUS_IN_PRINT = STATUS | {"draft": STATUS["draft"].upper()}
"""The same where a draft must not be overlooked."""

SAY = table(
    {
        "note": "Note {label}",
        "terms": "Terms",
        "of_pages": " of ",
    }
)
"""What templates of all pages say."""


def the(economy: Economy) -> Words:
    """The name with its article, where it takes one: `the United States`."""
    with_article = economy.record and economy.code in _WITH_ARTICLE
    return Words(f"the {economy.name}" if with_article else economy.name)


def all_of(economies: Iterable[Economy]) -> Words:
    """`Japan, Korea and the United States`."""
    return joined([the(economy) for economy in economies])


def status_dated(status: str, updated: object) -> Words:
    """How far a profile is, and when it was last brought up to date: nothing is `reviewed of`."""
    return Words(f"{STATUS[status]}{_updated(status, updated)}")


def standing(status: str, updated: object) -> Words:
    """The same as the foot of every printed page has it."""
    return Words(f"{sentence(STATUS_IN_PRINT[status])}{_updated(status, updated)}")


def _updated(status: str, updated: object) -> Words:
    return Words(f" of {updated}" if status == "draft" else f", updated {updated}")


def when(date: When, silent: Words | str = "date not stated") -> Words:
    """A date in words; what is not stated is said."""
    return Words(str(date) if isinstance(date, Date) else silent)


def stated(date: When) -> Words:
    """A date in words, or `not stated`."""
    return when(date, NOT_STATED)


def as_of(*dates: When) -> Words:
    """`As of 27 April 2026. `, which a source follows; nothing where no day is stated."""
    days = [str(date) for date in dates if isinstance(date, Date)]
    return Words(f"As of {joined(days)}. " if days else "")


def state_since(status: str, since: str) -> tuple[Words, Words]:
    """Since when a thing is, and what it is: one phrase where they say one thing."""
    if since and status in ("in force", "in effect"):
        return UNSAID, Words(f"{status} since {since}")
    return Words(f"since {since}" if since else ""), Words(status)


def said_by(said: Attribution) -> Words:
    """Whose words an entry rests on, as a sentence of its note."""
    return Words(f"According to {said.by}{_post(said.post)}, {when(said.on)}.")


def claimed_by(claim: Claim) -> Words:
    """The same behind a statement."""
    on = f", {claim.on}" if isinstance(claim.on, Date) else " (date not stated)"
    return Words(f", according to {claim.by}{_post(claim.post)}{on}")


def _post(post: str | None) -> Words:
    return Words(f" ({post})" if post else "")
