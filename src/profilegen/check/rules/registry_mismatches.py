"""Against the registries: sides, roles, dates, counts, and what belongs to a union."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.entry_facts import acting, agreement_facts, dispute_facts, side_of, tally
from profilegen.core.model.counts import Count
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.model.sections import Proceedings, section_of
from profilegen.core.registry import fold
from profilegen.core.trade_preferences import granted_by


def other_side(context: RuleContext) -> Iterator[Diagnostic]:
    """PG304: who complains and who responds is a fact of the case, not of the profile."""
    disputes, economies = context.registry.disputes, context.registry.economies
    for placed in context.entries:
        entry = placed.entry
        record = disputes.get(entry.case) if isinstance(entry, Dispute) else None
        if not isinstance(entry, Dispute) or record is None:
            continue
        where = disputes.where(entry.case)
        facts = dispute_facts(Dispute(case=entry.case), context.registry)
        side = side_of(facts, acting(facts, context.profile.economy, context.registry))
        if entry.role and side and entry.role != side:
            message = f"{context.profile.economy} is {side} in {entry.case} ({where})."
            path = (*placed.path, "role")
            yield context.find("PG304", path, message, place=placed.place)
        for field in ("complainant", "respondent"):
            known = getattr(record, field)
            for index, name in enumerate(getattr(entry, field)):
                code = economies.key(name)
                if code and code not in known:
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
    for placed in context.entries:
        entry = placed.entry
        record = context.registry.agreements.get(entry.name_text)
        if not isinstance(entry, Agreement):
            continue
        if record is None and entry.written_out and (granted := preference(entry.name_text)):
            path = (*placed.path, entry.heading)
            yield context.find("PG305", path, *granted, place=placed.place)
        if record is None or entry.note:
            continue
        where = context.registry.agreements.where(entry.name)
        if economy in record.left and not entry.left:
            told = f"left {entry.name} on {record.left[economy]}"
        elif economy in record.signed_only:
            told = f"signed {entry.name} and is not bound by it"
        else:
            continue
        message = f"{economy} {told} ({where}), and no note says so."
        yield context.find("PG305", placed.path, message, place=placed.place)


def other_role(context: RuleContext) -> Iterator[Diagnostic]:
    """PG306: the role in an initiative is the registry's; a complete roster holds all members."""
    economy = context.profile.economy
    if economy not in context.registry.economies.records:
        return
    for placed in context.entries:
        entry = placed.entry
        record = context.registry.initiatives.get(entry.name_text)
        if not isinstance(entry, Initiative) or record is None:
            continue
        where = context.registry.initiatives.where(entry.name)
        known = record.role(economy)
        if known and entry.role and entry.role != known:
            message = f"{economy} is {known} in {entry.name} ({where})."
            path, hint = (*placed.path, "role"), f"Write `role: {known}`. {_WAIVE}"
            fix = context.instead(path, entry.role, known)
            yield context.find("PG306", path, message, hint, place=placed.place, fix=fix)
        elif not known and (record.complete or not (entry.role and entry.source)):
            bound = context.registry.acting_for(economy) & {*record.participants, *record.roles}
            if not bound:
                gap = "" if record.complete else "; its list may have gaps"
                message = f"{economy} is not among the participants of {entry.name} ({where}){gap}."
                shown = _WAIVE if record.complete else "If a source names it, give role and source."
                path, hint = (*placed.path, entry.heading), f"Remove the entry. {shown}"
                yield context.find("PG306", path, message, hint, place=placed.place)


_WAIVE = "If a source says otherwise, waive this with that as the reason."


def other_count(context: RuleContext) -> Iterator[Diagnostic]:
    """PG307: a count of WTO cases equals the registry's at its date (seed 000: 28 and 16)."""
    section = context.profile.proceedings
    for index, count in enumerate(section.counts if section else ()):
        if not reaches(context, count) or not isinstance(count.as_of, Date):
            continue
        found = tally(context.registry, context.profile.economy, count.as_of)
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


def reaches(context: RuleContext, count: Count) -> bool:
    """Whether the registry can count what a profile counts: WTO cases, up to a day it covers."""
    known, told = context.registry.disputes.as_of, count.as_of
    if known is None or not isinstance(told, Date) or fold(count.forum) != "wto":
        return False
    return told.first <= known.last


def other_fact(context: RuleContext) -> Iterator[Diagnostic]:
    """PG308: what a profile writes out agrees with the record that it refers to."""
    for placed in context.entries:
        for field, told, known, where in _facts(context, placed):
            if told is None or known is None or _agree(told, known):
                continue
            name = placed.entry.name_text
            message = f"`{field}` is {told}; for {name} the registry has {known} ({where})."
            path = (*placed.path, field)
            yield context.find("PG308", path, message, place=placed.place)


def _facts(context: RuleContext, placed: PlacedEntry) -> Iterator[tuple[str, object, object, str]]:
    """Field, the profile's value, the registry's value for this economy, its place."""
    entry, registry = placed.entry, context.registry
    book = registry.book(entry)
    if book is None or book.get(entry.name_text) is None:
        return
    where = book.where(entry.name_text)
    if isinstance(entry, Agreement):
        known = agreement_facts(Agreement(name=entry.name), registry, context.profile.economy)
        for field in ("signed", "in_force", "left", "status"):
            yield field, getattr(entry, field), getattr(known, field), where
    elif isinstance(entry, Dispute):
        facts = dispute_facts(Dispute(case=entry.case), registry)
        yield "requested", entry.requested, facts.requested, where


def _agree(told: object, known: object) -> bool:
    if isinstance(told, Date) and isinstance(known, Date):
        return not (told.surely_before(known) or known.surely_before(told))
    return not isinstance(told, str) or not isinstance(known, str) or told == known


def of_the_union(context: RuleContext) -> Iterator[Diagnostic]:
    """PG311: what binds an economy only through its union stands in the union's profile."""
    economy = context.profile.economy
    unions = set(context.registry.unions(economy))
    for placed in context.entries if unions else ():
        entry = placed.entry
        if isinstance(entry, Agreement):
            record = context.registry.agreements.get(entry.name)
            parties = set(record.parties) if record else set()
        elif isinstance(entry, Dispute):
            facts = dispute_facts(entry, context.registry)
            parties = {*facts.complainant, *facts.respondent, *facts.third_parties}
        else:
            continue
        acts = sorted(unions & parties)
        if acts and economy not in parties and not entry.note:
            book = context.registry.book(entry)
            where = f" ({book.where(entry.name_text)})" if book else ""
            message = f"In {entry.name_text} {acts[0]} acts for {economy}{where}."
            path = (*placed.path, entry.heading)
            yield context.find("PG311", path, message, place=placed.place)


def union_of_others(context: RuleContext) -> Iterator[Diagnostic]:
    """PG230: a section may say `through` only of a union to which the economy belongs."""
    economy = context.profile.economy
    unions = context.registry.unions(economy)
    for kind, section in context.profile.sections():
        if section.through and section.through not in unions:
            known = f"It is a member of {', '.join(unions)}." if unions else ""
            message = f"{economy} is no member of a union {section.through}."
            yield context.find("PG230", (kind.key, "through"), message, known)
