"""The view of an entry that names a record: a treaty, an initiative or a dispute."""

from __future__ import annotations

import re

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.locale import state_since, when
from profilegen.core.richtext import Emph, Text
from profilegen.core.typography import curly, sentence
from profilegen.edition.economies import Economy
from profilegen.edition.participation import BOUND, State
from profilegen.edition.record_facts import (
    InitiativeFacts,
    ProceedingFacts,
    RecordFacts,
    TreatyFacts,
)
from profilegen.view.entries.entry_view import EntryView, facts, unplaced
from profilegen.view.text.economy_names import all_of
from profilegen.view.text.nodes import Native

MANY = 4
"""Third parties that are named; more, where the registry knows them, are counted."""


def registered_view(known: RecordFacts, economy: Economy) -> EntryView:
    """What an entry shows of the record that it names, as it stands for an economy."""
    match known:
        case TreatyFacts():
            return _treaty(known, economy)
        case InitiativeFacts():
            return _initiative(known)
        case ProceedingFacts():
            return _proceeding(known)


def _treaty(known: TreatyFacts, economy: Economy) -> EntryView:
    short = f" ({known.abbreviation})" if known.abbreviation else ""
    short = "" if known.abbreviation and known.abbreviation in known.name else short
    signed = f"signed {when(known.signed, 'on a date not stated')}" if known.signed else ""
    title = known.native_title
    state = known.state
    side, detail = _state_words(known)
    return unplaced(
        (Text(curly(known.name + short)),),
        facts=facts(
            signed,
            f"between {all_of(known.parties)}" if known.parties else "",
            f"the {known.successor} took its place" if known.successor else "",
        ),
        native=Native(title, economy.language) if title else None,
        side=side,
        strong=state not in BOUND and state is not State.NOT_STATED,
        detail=detail,
        runs_on=state in (*BOUND, State.LEFT, State.NOT_STATED) and side != "In force",
        sign=_SIGNS[state],
    )


def _state_words(known: TreatyFacts) -> tuple[str, str]:
    """The word for a treaty's state, and the date or reason under it."""
    state = known.state
    match state:
        case State.IN_FORCE if not isinstance(known.in_force, Date):
            return "In force", when(known.in_force)
        case State.IN_FORCE | State.PROVISIONAL:
            return f"{sentence(state)} since", when(known.in_force)
        case State.NEVER_IN_FORCE:
            return "Signed only", "never in force"
        case State.SIGNED | State.NEGOTIATING:
            return sentence(state), "not in force"
        case State.NOT_STATED:
            return "Status", NOT_STATED
        case State.LEFT:
            return "Left", str(known.left)
    return sentence(state), ""


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


def _initiative(known: InitiativeFacts) -> EntryView:
    name, short, role = known.name, known.abbreviation, known.role
    since = "" if re.search("[0-9]", known.status) else str(known.since or "")
    return unplaced(
        (Text(curly(name + (f" ({short})" if short and short not in name else ""))),),
        facts=facts(
            known.kind,
            f"with {all_of(known.alike)}" if known.alike else "",
            *state_since(known.status, since),
        ),
        side=sentence(role) if role and role != NOT_STATED else "Role not stated",
        strong=role in ("convenor", "co-convenor", "chair"),
        detail=f"since {known.joined}" if isinstance(known.joined, Date) else "",
    )


def _proceeding(known: ProceedingFacts) -> EntryView:
    side = known.side
    by, against = curly(all_of(known.complainant)), curly(all_of(known.respondent))
    complaint = f"complaint by {by}" if by and side != "complainant" else ""
    responding = known.acting.intersection(party.code for party in known.respondent)
    if against and (side == "complainant" or not responding):
        complaint = f"{complaint or 'complaint'} against {against}"
    count = len(known.third_parties)
    many = count > MANY and not known.thirds_written
    thirds = str(count) if many else curly(all_of(known.third_parties))
    date = str(known.requested) if isinstance(known.requested, Date) else ""
    silent = "date not stated" if known.requested and not date else ""
    forum = "" if known.forum == "WTO" or known.forum in known.case else f"{known.forum}, "
    return unplaced(
        (Text(f"{forum}{known.case}, "), Emph((Text(curly(known.title)),))),
        facts=facts(
            ", ".join(filter(None, (complaint, date, silent))),
            (f"{thirds} third parties" if many else f"third parties {thirds}") if thirds else "",
            known.stage,
        ),
        side=sentence(side) if side else "Role not stated",
        detail=f"through {curly(all_of(known.through))}" if known.through else "",
    )
