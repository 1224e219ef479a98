"""Dates: drafts and counts say as of when; nothing is older than the set age."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.check.impossible_facts import in_order
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.base import says_nothing
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.kinds.strategy import Strategy
from profilegen.core.model.profile import Profile
from profilegen.core.model.sections import Proceedings
from profilegen.core.registry import where
from profilegen.core.tree import KeyPath
from profilegen.edition.resolved import ResolvedEntry


def undated_draft(context: RuleContext) -> Iterator[Diagnostic]:
    """PG206: a draft does not stay one; a reader needs the day for which it was."""
    for placed in context.entries:
        entry = placed.entry
        if isinstance(entry, Instrument) and entry.status == "draft":
            if isinstance(entry.as_of, Date):
                continue
            message = f'The draft "{entry.title}" has no date (`as_of`).'
            field = "status" if entry.as_of is None else "as_of"
            yield context.find("PG206", (*placed.path, field), message, place=placed.place)


def undated_count(context: RuleContext) -> Iterator[Diagnostic]:
    """PG207: a number of cases grows; without a date it says little."""
    section = context.profile.proceedings or Proceedings()
    for index, count in enumerate(section.counts):
        if count.numbered and not isinstance(count.as_of, Date):
            path = (Proceedings.key, "counts", index)
            message = f"The {count.forum} count has no date (`as_of`)."
            place = f"{Proceedings.key} counts {count.forum}"
            yield context.find("PG207", (*path, "as_of"), message, place=place)


def stale(context: RuleContext) -> Iterator[Diagnostic]:
    """PG216: measured from `updated` to the day of the run, in months."""
    limit, today = context.resolved.series.stale_after, context.as_of
    if today is None:
        return
    updated = context.profile.updated
    months = updated.months_to(today)
    if months > limit:
        message = f"Updated {updated}, {months} months before {today}; the limit is {limit}."
        yield context.find("PG216", ("updated",), message)


def checked_later(context: RuleContext) -> Iterator[Diagnostic]:
    """PG228: a profile is up to date no earlier than it was checked, searched and completed."""
    updated = context.profile.updated
    for path, said, date in _looked(context.profile):
        if isinstance(date, Date) and updated.surely_before(date):
            message = f"{said} {date}, after the profile's update of {updated}."
            yield context.find("PG228", path, message)


def _looked(profile: Profile) -> Iterator[tuple[KeyPath, str, object]]:
    """When somebody looked, or says to have found all: path, what was done, and the date."""
    for kind, section in profile.sections():
        yield (kind.key, "checked"), "Checked", section.checked
        yield (kind.key, "complete_to"), "Complete to", section.complete_to
    for index, search in enumerate(profile.searched):
        yield ("searched", index, "date"), "Searched", search.date


_STEPS: dict[type[Entry], tuple[str, ...]] = {
    Agreement: ("signed", "in_force", "left"),
    Strategy: ("date", "updated"),
    Instrument: ("year", "updated"),
}
"""What an entry's dates tell of, in the order in which it happens."""


def impossible_order(context: RuleContext) -> Iterator[Diagnostic]:
    """PG229: a treaty is signed before it binds, and binds before it is left."""
    for item in context.resolved.entries:
        placed, entry = item.placed, item.entry
        facts = item.facts if isinstance(entry, Agreement) else entry
        steps = [(step, getattr(facts, step)) for step in _STEPS.get(type(entry), ())]
        for first, before, then, after in in_order(steps):
            given = [step for step in (first, then) if getattr(entry, step)]
            if given:  # else the registry's own dates; WTO counts provisional application
                told = [
                    f"`{step}` is {date} ({_where(context, item, step)})"
                    for step, date in ((first, before), (then, after))
                ]
                path = (*placed.path, given[-1])
                message = f"{told[0]}, {told[1]}."
                yield context.find("PG229", path, message, place=placed.place)


def _where(context: RuleContext, item: ResolvedEntry, step: str) -> str:
    """Where a date of an entry stands: its line, or the registry's."""
    if getattr(item.entry, step):
        return f"line {context.tree.span((*item.placed.path, step)).line}"
    return where(item.subject.place if item.subject else None)


def not_stated(context: RuleContext) -> Iterator[Diagnostic]:
    """PG222: what the sources do not say is printed as such, and told."""
    for path, value in context.values:
        if says_nothing(value):
            key = next(part for part in reversed(path) if isinstance(part, str))
            yield context.find("PG222", path, f"`{key}` is not stated.")
