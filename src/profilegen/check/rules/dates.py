"""Dates: drafts and counts say as of when; nothing is older than the set age."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from profilegen.check.case import Case
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.base import says_nothing
from profilegen.core.model.entries import Agreement, Instrument
from profilegen.core.model.sections import Proceedings
from profilegen.core.resolve import agreement_facts


def undated_draft(case: Case) -> Iterator[Diagnostic]:
    """PG206: a draft does not stay one; a reader needs the day for which it was."""
    for placed in case.entries:
        entry = placed.entry
        if isinstance(entry, Instrument) and entry.status == "draft":
            if isinstance(entry.as_of, Date):
                continue
            message = f'The draft "{entry.title}" has no date for which it is one (`as_of`).'
            field = "status" if entry.as_of is None else "as_of"
            yield case.find("PG206", (*placed.path, field), message, place=placed.place)


def undated_count(case: Case) -> Iterator[Diagnostic]:
    """PG207: a number of cases grows; without a date it says little."""
    section = case.profile.proceedings or Proceedings()
    for index, count in enumerate(section.counts):
        if count.numbered and not isinstance(count.as_of, Date):
            path = ("proceedings", "counts", index)
            message = f"The {count.forum} count has no date (`as_of`)."
            place = f"proceedings counts {count.forum}"
            yield case.find("PG207", (*path, "as_of"), message, place=place)


def stale(case: Case) -> Iterator[Diagnostic]:
    """PG216: measured from `updated` to the day of the run, in months."""
    limit, today = case.registry.series.stale_after, case.as_of
    if today is None:
        return
    updated = case.profile.updated
    months = updated.months_to(today)
    if months > limit:
        message = f"Updated {updated}, {months} months before {today}; the limit is {limit}."
        yield case.find("PG216", ("updated",), message)


def checked_later(case: Case) -> Iterator[Diagnostic]:
    """PG228: a profile is up to date no earlier than its sections were checked."""
    updated = case.profile.updated
    for kind, section in case.profile.sections():
        if isinstance(section.checked, Date) and updated.surely_before(section.checked):
            message = f"Checked {section.checked}, after the profile's update of {updated}."
            yield case.find("PG228", (kind.key, "checked"), message)


def impossible_order(case: Case) -> Iterator[Diagnostic]:
    """PG229: a treaty is signed before it binds, and binds before it is left."""
    for placed in case.entries:
        entry = placed.entry
        if not isinstance(entry, Agreement):
            continue
        facts = agreement_facts(entry, case.registry, case.profile.economy)
        steps = ("signed", "in_force", "left")
        for first, then in pairwise(steps):
            before, after = getattr(facts, first), getattr(facts, then)
            if not (getattr(entry, first) or getattr(entry, then)):
                continue  # the registry's own dates; WTO counts provisional application
            if isinstance(before, Date) and isinstance(after, Date) and after.surely_before(before):
                field = then if getattr(entry, then) else first
                message = f"`{first}` is {before}, `{then}` is {after}."
                yield case.find("PG229", (*placed.path, field), message, place=placed.place)


def not_stated(case: Case) -> Iterator[Diagnostic]:
    """PG222: what the sources do not say is printed as such, and told."""
    for path, value in case.values:
        if says_nothing(value):
            key = next(part for part in reversed(path) if isinstance(part, str))
            yield case.find("PG222", path, f"`{key}` is not stated.")
