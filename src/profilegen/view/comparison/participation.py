"""How an economy stands in an agreement, an initiative or a dispute, by profile and registry."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from profilegen.core.dates import Date
from profilegen.core.locale import economy_name
from profilegen.core.model.base import NotStated
from profilegen.core.model.entries import Agreement, Dispute, Entry, Initiative
from profilegen.core.model.profile import PlacedEntry, Profile
from profilegen.core.registry import Registry
from profilegen.core.resolve import When, acting, agreement_facts, dispute_facts, side_of
from profilegen.core.richtext import Text
from profilegen.core.typography import curly
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
from profilegen.view.entries.registry_notes import doubt
from profilegen.view.text.drafting import note
from profilegen.view.text.nodes import Run

FROM_REGISTRY = "Not listed, from the registry"
PLAIN = frozenset({"participant", "not stated", ""})
"""Parts in an initiative that are no news."""


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
    state, token = _state(entry, view, economy, registry)
    said = entry.said_by
    before = f"As said by {said.by}." if said else ""
    return ComparedCell(
        LISTED if state == KNOWN else state,
        words=(Text(_told(entry, view, economy, registry)),),
        notes=note(entry.note, entry.source or placed.listing.source, before),
        facts=(
            *(fact for fact in view.facts if fact not in known),
            *_unsure(entry, economy, registry),
        ),
        number=view.number,
        anchor=view.anchor,
        token=token,
        topics=tuple(registry.topics.key(t) or t for t in entry.topics),
        native=(view.native,) if view.native else (),
    )  # fmt: skip


def unlisted(entry: Entry, economy: str, registry: Registry) -> ComparedCell | None:
    """What the registry knows of an economy in a record that its profile does not list, or None.

    Where a union is the party, the economy stands in it through the union.
    """
    party, through = _party(entry, economy, registry)
    if not party:
        return None
    view = registered_view(entry, party, registry)
    state, token = _state(entry, view, party, registry)
    facts = [FROM_REGISTRY]
    if through:
        union = economy_name(through, registry, article=True)
        facts = [f"Through {union}", FROM_REGISTRY[0].lower() + FROM_REGISTRY[1:]]
    return ComparedCell(
        state,
        words=(Text(_told(entry, view, party, registry)),),
        facts=(*_unsure(entry, party, registry), *((Text(curly(fact)),) for fact in facts)),
        token=token,
        registered=True,
    )


def _unsure(entry: Entry, economy: str, registry: Registry) -> tuple[Run, ...]:
    """What is not verified; beside the fact, for a reader who quotes a date looks at no note."""
    unsure = doubt(entry, registry, economy).rstrip(".")
    return ((Text(unsure),),) if unsure else ()


def absent(entry: Entry, registry: Registry, named: Collection[str] = ()) -> ComparedCell:
    """The cell of every economy that neither a profile nor the registry names in a row.

    `named` are the parties that profiles write out where no registry has the record.
    """
    book = registry.book(entry)
    record = book.get(entry.name_text) if book else None
    if record is None and not named:
        return _unknown("Not in the registry")
    if isinstance(entry, Dispute):
        silent = record is not None and not record.third_parties
        facts = ((Text("Third parties not recorded"),),) if silent else ()
        return ComparedCell(NO, (Text("Neither side"),), facts=facts, token="out")
    if any(field in ("parties", "participants") for field in getattr(record, "unverified", ())):
        return _unknown("The roster is not verified")
    if isinstance(entry, Initiative):
        if record is not None and not record.complete:
            return _unknown("The roster is incomplete")
        return ComparedCell(NO, (Text("Not a participant"),), token="out")
    return ComparedCell(NO, (Text("Not a party"),), token="out")


def _unknown(why: str) -> ComparedCell:
    return ComparedCell(UNKNOWN, (Text("Unknown"),), facts=((Text(why),),), token="unknown")


def written_out(part: str, by: str, through: str) -> ComparedCell:
    """The cell of an economy that another profile names as a party of an unregistered record."""
    facts = ((Text(f"Not listed, named by {by}"),),)
    token = "in" if part == "Party" else f"in:{part.lower()}"
    return ComparedCell(
        KNOWN, (Text(", ".join(filter(None, (part, through)))),), facts=facts, token=token
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


def _party(entry: Entry, economy: str, registry: Registry) -> tuple[str, str]:
    """For whom a record's facts are told to an economy, and the union by which it has a part."""
    book = registry.book(entry)
    record = book.get(entry.name_text) if book else None
    if record is None:
        return "", ""
    if isinstance(entry, Dispute):
        facts = dispute_facts(entry, registry)
        acting_as = acting(facts, economy, registry)
        mains = {*facts.complainant, *facts.respondent}
        if acting_as & {*mains, *facts.third_parties} == set():
            return "", ""
        silent = economy not in facts.third_parties and not acting_as & mains
        return economy, min(acting_as & set(facts.third_parties)) if silent else ""
    parties = set(getattr(record, "parties", ())) | set(getattr(record, "participants", ()))
    parties |= set(getattr(record, "roles", {}))
    if economy in parties:
        return economy, ""
    unions = [union for union in registry.unions(economy) if union in parties]
    return (unions[0], unions[0]) if unions else ("", "")


def _state(entry: Entry, view: EntryView, economy: str, registry: Registry) -> tuple[str, str]:
    """State and token; `known` stands for listed as well."""
    if isinstance(entry, Dispute):
        facts = dispute_facts(entry, registry)
        side = side_of(facts, acting(facts, economy, registry))
        return KNOWN, f"in:{side or 'not stated'}"
    if isinstance(entry, Initiative):
        part = view.side.lower()
        return KNOWN, "in" if part in PLAIN or part == "role not stated" else f"in:{part}"
    facts_ = agreement_facts(entry, registry, economy) if isinstance(entry, Agreement) else None
    assert facts_ is not None
    if view.sign == "in_force":
        return KNOWN, "in"
    if facts_.status == "negotiating" or view.sign == "left":
        return NO, "out"
    return (SIGNED, "signed") if view.sign == "signed" else (UNKNOWN, "unknown")


def _told(entry: Entry, view: EntryView, economy: str, registry: Registry) -> str:
    """The fact of a cell in words."""
    if isinstance(entry, Agreement):
        facts = agreement_facts(entry, registry, economy)
        gone = isinstance(facts.left, Date) and view.side != "Left"
        return phrase(view) + (f"; withdrew {facts.left}" if gone else "")
    if isinstance(entry, Initiative) and not view.detail:
        record = registry.initiatives.get(entry.name)
        if record and record.in_force and record.joined:
            return f"{view.side}, own date not stated"
    return phrase(view)


def with_silence(cell: ComparedCell, silence: str) -> ComparedCell:
    """The cell of an unlisted record in a section that holds nothing, and why."""
    *before, _ = cell.facts
    reason = silence[0].lower() + silence[1:] if before else silence
    return replace(cell, facts=(*before, (Text(reason),)), registered=False)


SILENT = NotStated.NOT_STATED


def since(entry: Entry, cell: ComparedCell, economy: str, registry: Registry) -> When:
    """The date that a cell stands for: bound since, joined, signed or left; a union's for members.

    None where the record tells of no dates of its parties.
    """
    party = _party(entry, economy, registry)[0] or economy
    if isinstance(entry, Initiative):
        record = registry.initiatives.get(entry.name)
        return record.joined.get(party, SILENT) if record and record.joined else None
    if not isinstance(entry, Agreement):
        return None
    facts = agreement_facts(entry, registry, party)
    if cell.state == NO:
        return facts.left
    return (facts.signed if cell.state == SIGNED else facts.in_force) or SILENT


def through(entry: Entry, economy: str, registry: Registry) -> str:
    """The union by which an economy has a part in a record, or nothing."""
    return _party(entry, economy, registry)[1]
