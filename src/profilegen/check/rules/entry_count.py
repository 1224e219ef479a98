"""The measure of a profile: no fewer and no more entries than a reader expects."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.model.sections import SECTIONS

LEAST, MOST = 15, 40
"""Entries of a finished profile; goals and trade remedies stand beside them and do not count."""


def few_entries(context: RuleContext) -> Iterator[Diagnostic]:
    """PG250: a profile of which every section was researched has fifteen entries or more."""
    number = len(_counted(context))
    if number < LEAST and _researched(context):
        message = f"All sections were researched, and the profile has {number} entries."
        yield context.find_key("PG250", ("economy",), message, place="entries")


def many_entries(context: RuleContext) -> Iterator[Diagnostic]:
    """PG251: a profile of more than forty entries is read by nobody."""
    counted = _counted(context)
    if len(counted) > MOST:
        message = f"The profile has {len(counted)} entries; here begin those after the {MOST}th."
        yield context.find("PG251", counted[MOST].path, message, place="entries")


def _counted(context: RuleContext) -> list[PlacedEntry]:
    return [placed for placed in context.entries if kind_of(placed.entry).measured]


def _researched(context: RuleContext) -> bool:
    """Whether no section is left to research."""
    sections = [getattr(context.profile, kind.key) for kind in SECTIONS]
    return all(s is not None and s.not_researched is None for s in sections)
