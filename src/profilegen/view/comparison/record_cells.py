"""Cells of agreements, initiatives and disputes: what an economy is to each, in words."""

from __future__ import annotations

from collections.abc import Collection

from profilegen.core.dates import Date
from profilegen.core.locale import economy_name
from profilegen.core.model.base import NotStated
from profilegen.core.model.entries import Agreement, Dispute, Entry, Initiative
from profilegen.core.model.profile import PlacedEntry, Profile
from profilegen.core.registry import Registry
from profilegen.core.richtext import Text
from profilegen.core.typography import curly
from profilegen.edition.participation import (
    BOUND,
    SIGNED_ONLY,
    Participation,
    State,
    participation,
    party_for,
    record_of,
    stated,
)
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
from profilegen.view.entries.entry_view import EntryView
from profilegen.view.entries.registry_entry import registered_view
from profilegen.view.entries.registry_notes import unverified
from profilegen.view.text.drafting import note
from profilegen.view.text.nodes import Run

FROM_REGISTRY = "Not listed, from the registry"
PLAIN = frozenset({"", "participant", "not stated"})
"""Roles that are no news."""


def listed(
    placed: PlacedEntry, others: tuple[PlacedEntry, ...], profile: Profile, registry: Registry
) -> ComparedCell:
    """The cell of an entry that the profile lists; what the row's head says is left out."""
    entry, economy = placed.entry, profile.economy
    view = entry_view(placed, others, profile, registry)
    book = registry.book(entry)
    key = book.key(entry.name_text) if book else None
    bare = _named(entry, key) if key else _said_by_head(entry)
    known = registered_view(bare, economy, registry).facts
    part = stated(entry, economy, registry)
    state, token = _state(part)
    said = entry.said_by
    before = f"As said by {said.by}." if said else ""
    return ComparedCell(
        LISTED if state == KNOWN else state,
        words=(Text(_words(entry, part, view)),),
        notes=note(entry.note, entry.source or placed.listing.source, before),
        facts=(*(fact for fact in view.facts if fact not in known), *_unsure(part)),
        number=view.number,
        anchor=view.anchor,
        token=token,
        topics=tuple(registry.topics.key(t) or t for t in entry.topics),
        native=(view.native,) if view.native else (),
        participation=part,
    )


def unlisted(
    entry: Entry, economy: str, registry: Registry, silence: str = ""
) -> ComparedCell | None:
    """What the registry knows of an economy in a record that its profile does not list, or None.

    `silence` says why the section lists nothing, where it lists nothing at all.
    """
    part = participation(entry, economy, registry)
    if part is None:
        return None
    view = registered_view(entry, party_for(entry, economy, registry)[0], registry)
    state, token = _state(part)
    facts = [silence or FROM_REGISTRY]
    if part.through or (silence and part.doubts):  # then it goes on after other words
        facts[0] = facts[0][0].lower() + facts[0][1:]
    if part.through:
        facts.insert(0, f"Through {economy_name(part.through, registry, article=True)}")
    return ComparedCell(
        state,
        words=(Text(_words(entry, part, view)),),
        facts=(*_unsure(part), *((Text(curly(fact)),) for fact in facts)),
        token=token,
        registered=not silence,
        participation=part,
    )


def _unsure(part: Participation) -> tuple[Run, ...]:
    """What is not verified; beside the fact, for a reader who quotes a date looks at no note."""
    return ((Text(f"Not verified: {unverified(part.doubts)}"),),) if part.doubts else ()


def absent(entry: Entry, registry: Registry, named: Collection[str] = ()) -> ComparedCell:
    """The cell of every economy that neither a profile nor the registry names in a row.

    `named` are the parties that profiles write out where no registry has the record.
    """
    record = record_of(entry, registry)
    if record is None and not named:
        return _unknown("Not in the registry")
    if isinstance(entry, Dispute):
        silent = record is not None and not getattr(record, "third_parties", ())
        facts = ((Text("Third parties not recorded"),),) if silent else ()
        return ComparedCell(NO, (Text("Neither side"),), facts=facts, token="out")
    if record is not None and any(d.field in ("parties", "participants") for d in record.doubts):
        return _unknown("The roster is not verified")
    if isinstance(entry, Initiative):
        if record is not None and not getattr(record, "complete", False):
            return _unknown("The roster is incomplete")
        return ComparedCell(NO, (Text("Not a participant"),), token="out")
    return ComparedCell(NO, (Text("Not a party"),), token="out")


def _unknown(why: str) -> ComparedCell:
    return ComparedCell(UNKNOWN, (Text("Unknown"),), facts=((Text(why),),), token="unknown")


def written_out(role: str, by: str, through: str) -> ComparedCell:
    """The cell of an economy that another profile names as a party of an unregistered record."""
    facts = ((Text(f"Not listed, named by {by}"),),)
    token = "in" if role == "Party" else f"in:{role.lower()}"
    return ComparedCell(
        KNOWN, (Text(", ".join(filter(None, (role, through)))),), facts=facts, token=token
    )


def _said_by_head(entry: Entry) -> Entry:
    """What the head of a row says of an entry that no registry knows."""
    if isinstance(entry, Dispute):
        return entry.model_copy(update={"stage": None})
    return Agreement(name="-", signed=entry.signed) if isinstance(entry, Agreement) else entry


def _named(entry: Entry, key: str) -> Entry:
    """An entry of the same kind that names a record and says nothing more."""
    if isinstance(entry, Dispute):
        return Dispute(case=key)
    return Initiative(name=key) if isinstance(entry, Initiative) else Agreement(name=key)


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
