"""Against the registries: sides, roles, dates, counts, and what belongs to a union."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.registry import AgreementRecord, InitiativeRecord
from profilegen.core.model.sections import Proceedings, section_of
from profilegen.core.registry import where as where_written
from profilegen.core.unilateral_preferences import granted_by
from profilegen.edition.participation import parties_of
from profilegen.edition.record_facts import ProceedingFacts, TreatyFacts
from profilegen.edition.resolved import ResolvedEntry


def other_side(context: RuleContext) -> Iterator[Diagnostic]:
    """PG304: who complains and who responds is a fact of the case, not of the profile."""
    for item in context.resolved.entries:
        placed, entry, known_facts = item.placed, item.entry, item.registered
        if not (
            isinstance(entry, Dispute) and item.record and isinstance(known_facts, ProceedingFacts)
        ):
            continue
        side, where = known_facts.side, _where(item)
        if entry.role and side and entry.role != side:
            message = f"{context.profile.economy} is {side} in {entry.case} ({where})."
            path = (*placed.path, "role")
            yield context.find("PG304", path, message, place=placed.place)
        for field in ("complainant", "respondent"):
            known = getattr(item.record, field)
            for index, who in enumerate(item.economies[field]):
                if who.record and who.code not in known:
                    message = f"{entry.case} has {', '.join(known)} as {field} ({where})."
                    path = (*placed.path, field, index)
                    yield context.find("PG304", path, message, place=placed.place)


def preference(name: str) -> tuple[str, str] | None:
    """What is told of a preference among treaties: it is the law of whoever grants it."""
    who = granted_by(name)
    if not who:
        return None
    message = f'"{name}" is no treaty: {who} grants the preference by a law of its own.'
    home = section_of(Instrument)
    hint = (
        f"List it in section {home.number} (`{home.key}`), with `issuing_body`, or name it in a "
        "text."
    )
    return message, hint


def not_binding(context: RuleContext) -> Iterator[Diagnostic]:
    """PG305: signing, being bound and having left are three things; a note says which."""
    economy = context.profile.economy
    for item in context.resolved.entries:
        placed, entry, record = item.placed, item.entry, item.record
        if not isinstance(entry, Agreement):
            continue
        if record is None and entry.written_out and (granted := preference(entry.name_text)):
            path = (*placed.path, entry.heading)
            yield context.find("PG305", path, *granted, place=placed.place)
        if not isinstance(record, AgreementRecord) or entry.note:
            continue
        if economy in record.left and not entry.left:
            told = f"left {entry.name} on {record.left[economy]}"
        elif economy in record.signed_only:
            told = f"signed {entry.name} and is not bound by it"
        else:
            continue
        message = f"{economy} {told} ({_where(item)}), and no note says so."
        yield context.find("PG305", placed.path, message, place=placed.place)


def other_role(context: RuleContext) -> Iterator[Diagnostic]:
    """PG306: the role in an initiative is the registry's; a complete roster holds all members."""
    economy = context.profile.economy
    if context.resolved.economy.record is None:
        return
    for item in context.resolved.entries:
        placed, entry, record = item.placed, item.entry, item.record
        if not isinstance(entry, Initiative) or not isinstance(record, InitiativeRecord):
            continue
        where = _where(item)
        known = record.role(economy)
        if known and entry.role and entry.role != known:
            message = f"{economy} is {known} in {entry.name} ({where})."
            path, hint = (*placed.path, "role"), f"Write `role: {known}`. {_WAIVE}"
            fix = context.instead(path, entry.role, known)
            yield context.find("PG306", path, message, hint, place=placed.place, fix=fix)
        elif not known and (record.complete or not (entry.role and entry.source)):
            bound = context.acting & {*record.participants, *record.roles}
            if not bound:
                gap = "" if record.complete else "; its list may have gaps"
                message = f"{economy} is not among the participants of {entry.name} ({where}){gap}."
                shown = _WAIVE if record.complete else "If a source names it, give role and source."
                path, hint = (*placed.path, entry.heading), f"Remove the entry. {shown}"
                yield context.find("PG306", path, message, hint, place=placed.place)


_WAIVE = "If a source says otherwise, waive this with that as the reason."


def other_count(context: RuleContext) -> Iterator[Diagnostic]:
    """PG307: a count of WTO cases equals the registry's at its date (seed 000: 28 and 16)."""
    for index, item in enumerate(context.resolved.counts):
        count, found = item.written, item.registered
        if found is None:
            continue
        for side in ("complainant", "respondent"):
            told, known = getattr(count, side), getattr(found, side)
            if told is not None and told != known:
                message = (
                    f"{told} WTO cases as {side}; the registry (disputes.yaml) has {known} "
                    f"as of {count.as_of}."
                )
                path = (Proceedings.key, "counts", index, side)
                place = f"{Proceedings.key} counts {count.forum}"
                yield context.find("PG307", path, message, place=place)


def other_fact(context: RuleContext) -> Iterator[Diagnostic]:
    """PG308: what a profile writes out agrees with the record that it refers to."""
    for item in context.resolved.entries:
        known_facts = item.registered if item.record else None
        for field in _FACTS.get(type(item.entry), ()) if known_facts else ():
            told, known = getattr(item.entry, field), getattr(known_facts, field)
            if told is None or known is None or _agree(told, known):
                continue
            name = item.entry.name_text
            message = f"`{field}` is {told}; for {name} the registry has {known} ({_where(item)})."
            path = (*item.placed.path, field)
            yield context.find("PG308", path, message, place=item.placed.place)


_FACTS: dict[type[Entry], tuple[str, ...]] = {
    Agreement: ("signed", "in_force", "left", "status"),
    Dispute: ("requested",),
}
"""What entries may write out that their records have."""


def _where(item: ResolvedEntry) -> str:
    """Where the record of an entry is written."""
    return where_written(item.subject.place if item.subject else None)


def _agree(told: object, known: object) -> bool:
    if isinstance(told, Date) and isinstance(known, Date):
        return not (told.surely_before(known) or known.surely_before(told))
    return not isinstance(told, str) or not isinstance(known, str) or told == known


def of_the_union(context: RuleContext) -> Iterator[Diagnostic]:
    """PG311: what binds an economy only through its union stands in the union's profile."""
    economy = context.profile.economy
    unions = context.acting - {economy}
    for item in context.resolved.entries if unions else ():
        placed, entry, facts = item.placed, item.entry, item.facts
        if isinstance(facts, TreatyFacts):
            parties = set(parties_of(item.record))
        elif isinstance(facts, ProceedingFacts):
            parties = facts.parties
        else:
            continue
        acts = sorted(unions & parties)
        if acts and economy not in parties and not entry.note:
            message = f"In {entry.name_text} {acts[0]} acts for {economy} ({_where(item)})."
            path = (*placed.path, entry.heading)
            yield context.find("PG311", path, message, place=placed.place)


def union_of_others(context: RuleContext) -> Iterator[Diagnostic]:
    """PG230: a section may say `through` only of a union to which the economy belongs."""
    economy = context.profile.economy
    unions = [union.code for union in context.resolved.unions]
    for kind, section in context.profile.sections():
        if section.through and section.through not in unions:
            known = f"It is a member of {', '.join(unions)}." if unions else ""
            message = f"{economy} is no member of a union {section.through}."
            yield context.find("PG230", (kind.key, "through"), message, known)
