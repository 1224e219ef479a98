"""The view of one numbered entry, of any kind, with its number, notes and topics."""

from __future__ import annotations

from dataclasses import replace

from profilegen.core.model.kinds import kind_of
from profilegen.core.reader_text_type import strung
from profilegen.core.remembered import remembered
from profilegen.edition.participation import State
from profilegen.edition.record_facts import TreatyFacts
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.view.entries.registry_evidence import remark
from profilegen.view.site.record_links import place
from profilegen.view.text.nodes import Draft, Native
from profilegen.view.text.running_text import note
from profilegen.view.wording.en.general import said_by
from profilegen.view.wording.en.measure import measure_facts
from profilegen.view.wording.entry_view import EntryView
from profilegen.view.wording.wording_by_kind import composed, wording


@remembered
def entry_view(resolved: ResolvedEntry, of: ResolvedProfile) -> EntryView:
    """Compose the view of an entry of a profile."""
    entry, placed, kind = resolved.entry, resolved.placed, kind_of(resolved.entry).one
    view = composed(resolved, of)
    native = view.native
    if entry.native_title:
        native = Native(entry.native_title, entry.language or of.economy.language or "und")
    return replace(
        view,
        number=f"{of.code} {placed.number}",
        anchor=placed.anchor,
        notes=entry_note(resolved, of.code),
        native=native,
        facts=(*view.facts, *measure_facts(entry, resolved.means)),
        topics=tuple(topic.name for topic in resolved.topics),
        place=place(resolved.subject),
        elsewhere=wording(kind).elsewhere,
        sign=_SIGNS[resolved.facts.state] if isinstance(resolved.facts, TreatyFacts) else "",
        kind=kind,
    )


_SIGNS = {
    State.IN_FORCE: "in_force",
    State.PROVISIONAL: "in_force",
    State.SIGNED: "signed",
    State.NEVER_IN_FORCE: "signed",
    State.NEGOTIATING: "signed",
    State.LEFT: "left",
    State.SUPERSEDED: "left",
    State.TERMINATED: "left",
    State.NOT_STATED: "",
}
"""The shape of each state of a treaty."""


def entry_note(resolved: ResolvedEntry, economy: str) -> tuple[Draft, ...]:
    """The entry's note: who said it, what the registry remarks, its own words, its sources."""
    entry = resolved.entry
    before: list[object] = [remark(resolved.subject, economy)]
    if entry.said_by:
        before.insert(0, said_by(entry.said_by))
    return note(entry.note, entry.source, strung(" ", before))
