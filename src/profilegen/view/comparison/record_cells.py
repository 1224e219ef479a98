"""Cells of agreements, initiatives and disputes: what an economy is to each, in words."""

from __future__ import annotations

from collections.abc import Collection

from profilegen.core.dates import Date
from profilegen.core.model.base import NotStated
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.richtext import Text
from profilegen.core.typography import curly
from profilegen.edition.economies import Economy
from profilegen.edition.edition import Known
from profilegen.edition.named_parties import NamedPart
from profilegen.edition.participation import BOUND, SIGNED_ONLY, Participation, State
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.edition.subjects import Subject
from profilegen.view.comparison.cell import (
    KNOWN,
    LISTED,
    NO,
    SIGNED,
    UNKNOWN,
    ComparedCell,
    phrase,
)
from profilegen.view.entries.entry import entry_view
from profilegen.view.text.drafting import note
from profilegen.view.text.nodes import Run
from profilegen.view.wording.en.general import the
from profilegen.view.wording.en.registry import unverified
from profilegen.view.wording.entry_view import EntryView
from profilegen.view.wording.kind_wording import of_record

FROM_REGISTRY = "Not listed, from the registry"
PLAIN = frozenset({"", "participant", "not stated"})
"""Roles that are no news."""


def listed(resolved: ResolvedEntry, of: ResolvedProfile) -> ComparedCell:
    """The cell of an entry that the profile lists; what the row's head says is left out."""
    entry, part = resolved.entry, resolved.part
    assert part
    assert resolved.registered
    view = entry_view(resolved, of)
    known = of_record(entry, resolved.registered, of.economy).facts
    state, token = _state(part)
    said = entry.said_by
    before = f"As said by {said.by}." if said else ""
    return ComparedCell(
        LISTED if state == KNOWN else state,
        words=(Text(_words(entry, part, view)),),
        notes=note(entry.note, entry.source or resolved.placed.listing.source, before),
        facts=(*(fact for fact in view.facts if fact not in known), *_unsure(part)),
        number=view.number,
        anchor=view.anchor,
        token=token,
        topics=tuple(topic.key for topic in resolved.topics),
        native=(view.native,) if view.native else (),
        participation=part,
    )


def unlisted(known: Known, silence: str = "") -> ComparedCell:
    """What the registry knows of an economy in a record that its profile does not list.

    `silence` says why the section lists nothing, where it lists nothing at all.
    """
    part = known.part
    view = of_record(known.subject.named, known.facts, known.economy)
    state, token = _state(part)
    facts = [silence or FROM_REGISTRY]
    if known.union or (silence and part.doubts):  # then it goes on after other words
        facts[0] = facts[0][0].lower() + facts[0][1:]
    if known.union:
        facts.insert(0, f"Through {the(known.union)}")
    return ComparedCell(
        state,
        words=(Text(_words(known.subject.named, part, view)),),
        facts=(*_unsure(part), *((Text(curly(fact)),) for fact in facts)),
        token=token,
        registered=not silence,
        participation=part,
    )


def _unsure(part: Participation) -> tuple[Run, ...]:
    """What is not verified; beside the fact, for a reader who quotes a date looks at no note."""
    return ((Text(f"Not verified: {unverified(part.doubts)}"),),) if part.doubts else ()


def absent(about: Subject, named: Collection[str] = ()) -> ComparedCell:
    """The cell of every economy that neither a profile nor the registry names in a row.

    `named` are the parties that profiles write out where no registry has the record.
    """
    record = about.record
    if record is None and not named:
        return _unknown("Not in the registry")
    if isinstance(about.named, Dispute):
        silent = record is not None and not getattr(record, "third_parties", ())
        facts = ((Text("Third parties not recorded"),),) if silent else ()
        return ComparedCell(NO, (Text("Neither side"),), facts=facts, token="out")
    if record is not None and any(d.field in ("parties", "participants") for d in record.doubts):
        return _unknown("The roster is not verified")
    if isinstance(about.named, Initiative):
        if record is not None and not getattr(record, "complete", False):
            return _unknown("The roster is incomplete")
        return ComparedCell(NO, (Text("Not a participant"),), token="out")
    return ComparedCell(NO, (Text("Not a party"),), token="out")


def _unknown(why: str) -> ComparedCell:
    return ComparedCell(UNKNOWN, (Text("Unknown"),), facts=((Text(why),),), token="unknown")


def written_out(named: NamedPart, union: Economy | None) -> ComparedCell:
    """The cell of an economy that another profile names as a party of an unregistered record."""
    role = _ROLES[named.role]
    facts = ((Text(f"Not listed, named by {named.by}"),),)
    token = "in" if named.role == "parties" else f"in:{role.lower()}"
    words = f"{role}, through {the(union)}" if union else role
    return ComparedCell(KNOWN, (Text(words),), facts=facts, token=token)


_ROLES = {
    "parties": "Party",
    "complainant": "Complainant",
    "respondent": "Respondent",
    "third_parties": "Third party",
}


def _state(part: Participation) -> tuple[str, str]:
    """State and token; `known` stands for listed as well."""
    if part.state in BOUND or part.state is State.TAKING_PART:
        return KNOWN, f"in:{part.role}" if part.role not in PLAIN else "in"
    if part.state in SIGNED_ONLY:
        return SIGNED, "signed"
    return (UNKNOWN, "unknown") if part.state is State.NOT_STATED else (NO, "out")


def _words(entry: Entry, part: Participation, view: EntryView) -> str:
    """The fact of a cell in words."""
    if isinstance(part.left, Date) and part.state is not State.LEFT:
        return f"{phrase(view)}; withdrew {part.left}"
    bound = isinstance(entry, Initiative) and part.state is State.IN_FORCE
    if bound and isinstance(part.since, NotStated):
        return f"{view.side}, own date not stated"
    return phrase(view)
