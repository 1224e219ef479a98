"""The words of each kind of entry, found by the name that the kind declares."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import kind_of
from profilegen.edition.economies import Economy
from profilegen.edition.record_facts import RecordFacts
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.view.wording.entry_view import EntryView
from profilegen.view.wording.kind_wording import EntryContext, EntryWording


@cache
def wording(kind: str) -> EntryWording:
    """The words of a kind, by its name."""
    found: EntryWording = import_module(f"profilegen.view.wording.en.{kind}").WORDING
    return found


def composed(resolved: ResolvedEntry, of: ResolvedProfile) -> EntryView:
    """What an entry shows, before it has its number, notes and topics."""
    if resolved.facts:
        return of_record(resolved.entry, resolved.facts, of.economy)
    beside = tuple(other for other in of.placed if other.kind is resolved.placed.kind)
    context = EntryContext(of.economy, beside, resolved.economies)
    return wording(kind_of(resolved.entry).one).compose(resolved.entry, context)


def of_record(entry: Entry, facts: RecordFacts, economy: Economy) -> EntryView:
    """The same of an entry that only names a record, whose facts these are for an economy."""
    return wording(kind_of(entry).one).compose(facts, EntryContext(economy))
