"""The view of an entry that names a record: a treaty, an initiative or a dispute."""

from __future__ import annotations

import re

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.locale import economy_name, state_since, when
from profilegen.core.model.entries import Agreement, Dispute, Entry, Initiative
from profilegen.core.registry import Registry
from profilegen.core.resolve import (
    AgreementFacts,
    acting,
    agreement_facts,
    dispute_facts,
    initiative_record,
    side_of,
)
from profilegen.core.richtext import Emph, Text
from profilegen.core.typography import curly, joined, sentence
from profilegen.edition.participation import BOUND, State, state_of
from profilegen.view.entries.entry_view import EntryView, facts, unplaced
from profilegen.view.text.nodes import Native

MANY = 4
"""Third parties that are named; more, where the registry knows them, are counted."""


def registered_view(entry: Entry, economy: str, registry: Registry) -> EntryView:
    """What an entry that only names a record shows: the registry's own facts for an economy."""
    match entry:
        case Agreement():
            return _agreement(entry, economy, registry)
        case Initiative():
            return _initiative(entry, economy, registry)
        case Dispute():
            return _dispute(entry, economy, registry)
    raise TypeError(type(entry))


def _agreement(entry: Agreement, economy: str, registry: Registry) -> EntryView:
    known = agreement_facts(entry, registry, economy)
    short = f" ({known.abbreviation})" if known.abbreviation else ""
    short = "" if known.abbreviation and known.abbreviation in known.name else short
    key = registry.agreements.key(known.succeeded_by) if known.succeeded_by else None
    successor = registry.agreements.records[key].abbreviation or key if key else known.succeeded_by
    signed = f"signed {when(known.signed, 'on a date not stated')}" if known.signed else ""
    parties = joined([economy_name(code, registry, article=True) for code in entry.parties])
    record = registry.agreements.get(entry.name)
    language = registry.economies.records[economy].language
    titles = record.native_titles if record else {}
    native = Native(titles[language], language) if language and language in titles else None
    state = state_of(known)
    side, detail = _state_words(state, known)
    return unplaced(
        (Text(curly(known.name + short)),),
        facts=facts(
            signed,
            f"between {parties}" if parties else "",
            f"the {successor} took its place" if successor else "",
        ),
        native=native,
        side=side,
        strong=state not in BOUND and state is not State.NOT_STATED,
        detail=detail,
        runs_on=state in (*BOUND, State.LEFT, State.NOT_STATED) and side != "In force",
        sign=_SIGNS[state],
    )


def _state_words(state: State, known: AgreementFacts) -> tuple[str, str]:
    """The word for a treaty's state, and the date or reason under it."""
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


def _initiative(entry: Initiative, economy: str, registry: Registry) -> EntryView:
    record = initiative_record(entry, registry)
    role = entry.role
    if role is None and record:
        role = record.role(economy)
    same = [
        economy_name(code, registry, article=True)
        for code, part in (record.roles if record else {}).items()
        if part == role and code != economy
    ]
    name = record.name if record else entry.name
    short = entry.abbreviation or (record.abbreviation if record else None)
    status = entry.status or (record.status if record else None)
    since = entry.since or (record.since if record else None)
    kind = entry.kind or ""
    joined_on = record.joined.get(economy) if record else None
    return unplaced(
        (Text(curly(name + (f" ({short})" if short and short not in name else ""))),),
        facts=facts(
            kind,
            f"with {joined(same)}" if same else "",
            *state_since(
                status or "", "" if re.search("[0-9]", status or "") else str(since or "")
            ),
        ),
        side=sentence(role) if role and role != NOT_STATED else "Role not stated",
        strong=role in ("convenor", "co-convenor", "chair"),
        detail=f"since {joined_on}" if isinstance(joined_on, Date) else "",
    )


def _dispute(entry: Dispute, economy: str, registry: Registry) -> EntryView:
    known = dispute_facts(entry, registry)
    acting_as = acting(known, economy, registry)
    side = side_of(known, acting_as)

    def names(codes: tuple[str, ...]) -> str:
        return joined([curly(economy_name(c, registry, article=True)) for c in codes])

    by, against = names(known.complainant), names(known.respondent)
    complaint = f"complaint by {by}" if by and side != "complainant" else ""
    if against and (side == "complainant" or not acting_as.intersection(known.respondent)):
        complaint = (
            f"{complaint} against {against}".strip()
            if complaint
            else f"complaint against {against}"
        )
    union = acting_as - {economy}
    through = union.intersection((*known.complainant, *known.respondent))
    via = economy not in (*known.complainant, *known.respondent, *known.third_parties)
    many = len(known.third_parties) > MANY and not entry.third_parties
    thirds = f"{len(known.third_parties)}" if many else names(known.third_parties)
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
        detail=f"through {names(tuple(sorted(through)))}" if via and through else "",
    )
