"""What cannot be: languages that are none, dates to come, circles, a party against itself."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.check.impossible_facts import circle, foreign_language, on_both_sides, told_circle
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.registry import fold
from profilegen.core.yaml_source import KeyPath


def no_language(context: RuleContext) -> Iterator[Diagnostic]:
    """PG133: a language stands as its code, which browsers and screen readers know."""
    for path, value in context.values:
        named = path[-1] == "language" and path != ("language",) and isinstance(value, str)
        if named and (told := foreign_language(value)):
            yield context.find("PG133", path, *told)


_HAPPENED = frozenset(
    ("signed", "requested", "date", "year", "issued", "approved", "searched", "updated")
)
"""Keys of dates that tell of what has happened; a treaty may enter into force tomorrow."""


def still_to_come(context: RuleContext) -> Iterator[Diagnostic]:
    """PG134: what has happened lies before the profile's update, or the day of the run."""
    now = context.profile.updated
    if context.as_of and context.as_of.last > now.last:
        now = context.as_of
    for path, value in context.values:
        told = path[-1] in _HAPPENED and path[0] not in ("updated", "history", "searched")
        if not told or not isinstance(value, Date):
            continue
        if now.surely_before(value):
            message = f"`{path[-1]}` is {value}, and this is a profile of {now}."
            yield context.find("PG134", path, message, place=_place(context, path))


def _place(context: RuleContext, path: KeyPath) -> str:
    return next((p.place for p in context.entries if path[: len(p.path)] == p.path), "")


def circles(context: RuleContext) -> Iterator[Diagnostic]:
    """PG135: nothing amends, supersedes or succeeds itself, nor what does so in turn."""
    known: dict[str, PlacedEntry] = {}
    for placed in context.entries:
        if isinstance(placed.entry, Instrument | Agreement):
            for name in placed.entry.known_as:
                known.setdefault(fold(name), placed)
    for relation in ("amends", "implements", "supersedes", "succeeded_by"):
        following = {
            placed.entry.name_text: [
                known[fold(name)].entry.name_text
                for name in _names(getattr(placed.entry, relation, None))
                if fold(name) in known
            ]
            for placed in known.values()
        }
        lines = {p.entry.name_text: context.tree.span(p.path).line for p in known.values()}
        told: set[str] = set()
        for placed in known.values():
            name = placed.entry.name_text
            way = circle(name, following)
            if way and not told & set(way):
                told |= set(way)
                message = told_circle(way, lines, relation)
                path = (*placed.path, relation)
                yield context.find("PG135", path, message, place=placed.place)


def _names(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()


def against_itself(context: RuleContext) -> Iterator[Diagnostic]:
    """PG136: nobody brings a case against themselves."""
    for placed in context.entries:
        entry = placed.entry
        if isinstance(entry, Dispute) and (
            who := on_both_sides(entry.complainant, entry.respondent)
        ):
            line = context.tree.find((*placed.path, "complainant"), who).line
            message = f"{who} is respondent in {entry.case}, and complainant too (line {line})."
            path = (*placed.path, "respondent")
            yield context.find("PG136", path, message, place=placed.place)
