"""Cells of agreements, initiatives and disputes: what an economy is to each, in words."""

from __future__ import annotations

from collections.abc import Collection

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.model.base import NotStated
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Text
from profilegen.edition.economies import Economy
from profilegen.edition.edition import Known
from profilegen.edition.entry_to_record import Subject
from profilegen.edition.participation import BOUND, SIGNED_ONLY, Participation, State
from profilegen.edition.parties_without_record import NamedPart
from profilegen.edition.record_facts import beyond
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.view.comparison.cell import (
    KNOWN,
    LISTED,
    NO,
    SIGNED,
    UNKNOWN,
    WRITTEN,
    ComparedCell,
    phrase,
)
from profilegen.view.entries.entry import entry_view
from profilegen.view.text.nodes import Run
from profilegen.view.text.running_text import note
from profilegen.view.wording.en import compared_cells as wording
from profilegen.view.wording.en.general import the
from profilegen.view.wording.en.registry import unverified
from profilegen.view.wording.entry_view import EntryView
from profilegen.view.wording.wording_by_kind import of_record

PLAIN = frozenset({"", "participant", NOT_STATED})
"""Roles that are no news."""


def listed(resolved: ResolvedEntry, of: ResolvedProfile) -> ComparedCell:
    """The cell of an entry that the profile lists; what the registry says too is left out."""
    entry, part = resolved.entry, resolved.part
    assert part
    assert resolved.facts
    assert resolved.registered
    view = entry_view(resolved, of)
    added = beyond(resolved.facts, resolved.registered)
    state, token = _state(part)
    said = entry.said_by
    before = wording.said_by(said.by) if said else ""
    return ComparedCell(
        LISTED if state == KNOWN else state,
        words=(Text(str(_words(entry, part, view))),),
        notes=note(entry.note, entry.source or resolved.placed.listing.source, before),
        facts=(*of_record(entry, added, of.economy).facts, *_unsure(part)),
        number=view.number,
        anchor=view.anchor,
        token=token,
        topics=tuple(topic.key for topic in resolved.topics),
        native=(view.native,) if view.native else (),
        participation=part,
    )


def unlisted(known: Known, section: str = WRITTEN) -> ComparedCell:
    """What the registry knows of an economy in a record that its profile does not list.

    `section` is the state of the section that could have listed it.
    """
    part = known.part
    view = of_record(known.subject.named, known.facts, known.economy)
    state, token = _state(part)
    silent = section != WRITTEN
    goes_on = known.union is not None or (silent and bool(part.doubts))
    facts = [wording.through(the(known.union))] if known.union else []
    facts.append(wording.from_registry(section, goes_on=goes_on))
    return ComparedCell(
        state,
        words=(Text(str(_words(known.subject.named, part, view))),),
        facts=(*_unsure(part), *((Text(str(fact)),) for fact in facts)),
        token=token,
        registered=not silent,
        participation=part,
    )


def _unsure(part: Participation) -> tuple[Run, ...]:
    """What is not verified; beside the fact, for a reader who quotes a date looks at no note."""
    return ((Text(str(wording.unverified(unverified(part.doubts)))),),) if part.doubts else ()


def absent(about: Subject, named: Collection[str] = ()) -> ComparedCell:
    """The cell of every economy that neither a profile nor the registry names in a row.

    `named` are the parties that profiles write out where no registry has the record.
    """
    record = about.record
    if record is None and not named:
        return _unknown("not_registered")
    if isinstance(about.named, Dispute):
        silent = record is not None and not getattr(record, "third_parties", ())
        facts = ((Text(str(wording.SAY["thirds_unrecorded"])),),) if silent else ()
        return _outside("neither_side", facts)
    if record is not None and any(d.field in ("parties", "participants") for d in record.doubts):
        return _unknown("roster_unverified")
    if isinstance(about.named, Initiative):
        if record is not None and not getattr(record, "complete", False):
            return _unknown("roster_incomplete")
        return _outside("not_participant")
    return _outside("not_party")


def _outside(what: str, facts: tuple[Run, ...] = ()) -> ComparedCell:
    return ComparedCell(NO, (Text(str(wording.SAY[what])),), facts=facts, token="out")


def _unknown(why: str) -> ComparedCell:
    words, facts = (Text(str(wording.SAY["unknown"])),), ((Text(str(wording.SAY[why])),),)
    return ComparedCell(UNKNOWN, words, facts=facts, token="unknown")


def written_out(named: NamedPart, union: Economy | None) -> ComparedCell:
    """The cell of an economy that another profile names as a party of an unregistered record."""
    role = wording.SAY[named.role]
    words = wording.through_union(role, the(union)) if union else role
    facts = ((Text(str(wording.named_by(named.by))),),)
    return ComparedCell(KNOWN, (Text(str(words)),), facts=facts, token=_TOKENS[named.role])


_TOKENS = {
    "parties": "in",
    "complainant": "in:complainant",
    "respondent": "in:respondent",
    "third_parties": "in:third party",
}


def _state(part: Participation) -> tuple[str, str]:
    """State and token; `known` stands for listed as well."""
    if part.state in BOUND or part.state is State.TAKING_PART:
        return KNOWN, f"in:{part.role}" if part.role not in PLAIN else "in"
    if part.state in SIGNED_ONLY:
        return SIGNED, "signed"
    return (UNKNOWN, "unknown") if part.state is State.NOT_STATED else (NO, "out")


def _words(entry: Entry, part: Participation, view: EntryView) -> Words:
    """The fact of a cell in words."""
    if isinstance(part.left, Date) and part.state is not State.LEFT:
        return wording.withdrew(phrase(view), part.left)
    bound = isinstance(entry, Initiative) and part.state is State.IN_FORCE
    if bound and isinstance(part.since, NotStated):
        return wording.undated(view.side)
    return Words(phrase(view))
