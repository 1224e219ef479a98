"""The view of one numbered entry: a row of three cells in print, a block on screen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.locale import economy_name, when
from profilegen.core.model.base import says_nothing
from profilegen.core.model.entries import (
    POLICY_KINDS,
    Agreement,
    Dispute,
    Entry,
    Initiative,
    Instrument,
    Programme,
    Provision,
    Strategy,
    TradeRemedy,
)
from profilegen.core.model.profile import Placed, Profile
from profilegen.core.registry import Registry, fold
from profilegen.core.resolve import (
    acting,
    agreement_facts,
    dispute_facts,
    initiative_record,
    side_of,
)
from profilegen.core.richtext import Emph, Text
from profilegen.core.typography import curly, joined, sentence
from profilegen.view.nodes import Draft, Native, Ref, Span
from profilegen.view.place import Place, place
from profilegen.view.registered import remark
from profilegen.view.text import line, note

Run = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry as printed. `facts` are joined by semicolons in print and dots on screen."""

    number: str
    anchor: str
    title: Run
    short_name: str = ""
    notes: tuple[Draft, ...] = ()
    facts: tuple[Run, ...] = ()
    native: Native | None = None
    gist: Run = ()
    points: tuple[Run, ...] = ()
    side: str = ""
    """One word of status or role."""
    strong: bool = False
    """Whether the word departs from the rule (Draft, Signed only, Co-convenor)."""
    detail: str = ""
    """The date or reason under the word."""
    sign: str = ""
    """State of the entry for a shape: in_force, signed or nothing."""
    topics: tuple[str, ...] = ()
    place: Place | None = None
    """Where all economies' part in the same record is told."""


def entry_view(
    placed: Placed, others: tuple[Placed, ...], profile: Profile, registry: Registry
) -> EntryView:
    """Compose the view of an entry."""
    entry = placed.entry
    match entry:
        case Strategy():
            view = _strategy(entry)
        case Programme():
            view = _programme(entry)
        case Provision():
            view = _provision(entry)
        case Instrument():
            view = _instrument(placed, entry, others)
        case Agreement():
            view = _agreement(entry, profile.economy, registry)
        case Initiative():
            view = _initiative(entry, profile.economy, registry)
        case Dispute():
            view = _dispute(entry, profile.economy, registry)
        case TradeRemedy():
            view = _remedy(entry, registry)
        case _:  # pragma: no cover
            raise TypeError(type(entry))
    language = registry.economies.records[profile.economy].language
    native = view.native
    if entry.native_title:
        native = Native(entry.native_title, entry.language or language or "und")
    return replace(
        view,
        number=f"{profile.economy} {placed.number}",
        anchor=placed.anchor,
        notes=entry_note(entry, registry, profile.economy),
        native=native,
        topics=topic_names(entry, registry),
        place=place(entry, registry),
    )


def topic_names(entry: Entry, registry: Registry) -> tuple[str, ...]:
    """The entry's topics by the names that the vocabulary gives them."""
    records = [(registry.topics.get(topic), topic) for topic in entry.topics]
    return tuple(record.name if record else topic for record, topic in records)


def entry_note(entry: Entry, registry: Registry, economy: str) -> tuple[Draft, ...]:
    """The entry's note: who said it, what the registry remarks, its own words, its sources."""
    said = entry.said_by
    before = [remark(entry, registry, economy)]
    if said:
        post = f" ({said.post})" if said.post else ""
        before.insert(0, f"As said by {said.by}{post}, {when(said.on)}.")
    return note(entry.note, entry.source, " ".join(filter(None, before)))


def _facts(*parts: str | Run) -> tuple[Run, ...]:
    return tuple((Text(p),) if isinstance(p, str) else p for p in parts if p)


def _blank(title: Run, **values: object) -> EntryView:
    return EntryView("", "", title, **values)  # type: ignore[arg-type]


def _strategy(entry: Strategy) -> EntryView:
    dates = [
        str(entry.date) if entry.date else "",
        f"updated {entry.updated}" if entry.updated else "",
    ]
    body = curly(entry.issuing_body or "")
    return _blank(
        (Text(curly(entry.title)),),
        short_name=curly(entry.short_name or ""),
        facts=_facts(", ".join(filter(None, (body, *dates)))),
        points=tuple(line(pillar) for pillar in entry.pillars),
        side=sentence(entry.status) if entry.status else "Strategy",
        strong=entry.status in ("draft", "repealed"),
    )


def _programme(entry: Programme) -> EntryView:
    projects = f"{entry.projects:,} projects" if entry.projects is not None else ""
    granted = f"{entry.total} granted" if entry.total else ""
    return _blank(
        (Text(curly(entry.title)),),
        short_name=curly(entry.short_name or ""),
        facts=_facts(
            curly(entry.issuing_body or ""),
            f"budget {entry.budget}" if entry.budget else "",
            curly(entry.rate or ""),
            ", ".join(filter(None, (granted, projects and f"for {projects}"))),
        ),
        gist=line(entry.gist),
        side="Support since" if entry.since else "Support programme",
        detail=when(entry.since) if entry.since else "",
    )


def _remedy(entry: TradeRemedy, registry: Registry) -> EntryView:
    against = joined([economy_name(code, registry, article=True) for code in entry.against])
    kind = "Safeguard measures" if entry.measure == "safeguard" else (
        f"{sentence(entry.measure)} {'duties' if entry.unit == 'measures' else entry.unit}"
    )  # fmt: skip
    words = ", ".join(filter(None, (kind, entry.product, f"against {against}" if against else "")))
    on = f"as of {entry.as_of}" if isinstance(entry.as_of, Date) else ""
    unit = entry.unit.removesuffix("s") if entry.count == 1 else entry.unit
    number = "number not stated" if entry.count is None else f"{entry.count:,} {unit}"
    return _blank(
        (Text(curly(words)),),
        facts=_facts(f"{number}, {entry.period}", on),
        gist=line(entry.gist),
        side="Trade remedy",
    )


def _provision(entry: Provision) -> EntryView:
    return _blank((Text(curly(entry.article)),), gist=line(entry.gist))


def _instrument(placed: Placed, entry: Instrument, others: tuple[Placed, ...]) -> EntryView:
    number = entry.number or ""
    if says_nothing(number):
        number = "number not stated"
    year = f"{entry.year}" if entry.year else ""
    dated = ", ".join(filter(None, (year if year not in number else "", number)))
    updated = f"updated {entry.updated}" if entry.updated else ""
    body = curly(entry.issuing_body or "")
    relations = [
        _relation(word, names, placed, others)
        for word, names in (
            ("amends", entry.amends),
            ("implements", entry.implements),
            ("supersedes", entry.supersedes),
        )
    ]
    side, strong, detail = _standing(entry)
    return _blank(
        (Text(curly(entry.title)),),
        short_name=curly(entry.short_name or ""),
        facts=_facts(
            ", ".join(filter(None, (body, curly(dated), updated))),
            *relations,
            *_amended_by(placed, others),
        ),
        gist=line(entry.gist),
        side=side,
        strong=strong,
        detail=detail,
    )


def _standing(entry: Instrument) -> tuple[str, bool, str]:
    """Word, whether it departs from the rule, and the line below it."""
    status = entry.status
    on = f"as of {entry.as_of}" if isinstance(entry.as_of, Date) else ""
    kind = sentence(entry.kind or "")
    if status in ("draft", "repealed"):
        return sentence(status), True, on or "date not stated"
    if status == "enacted":
        return "Enacted", False, on or "not in force yet"
    if status in ("in force", "amended"):
        return sentence(status), False, on
    if entry.kind in POLICY_KINDS:
        return kind, False, "not a legal act"
    return kind, False, "status not stated" if status == NOT_STATED else on


def _relation(word: str, names: tuple[str, ...], placed: Placed, others: tuple[Placed, ...]) -> Run:
    """`amends JPN 4.5`: what is listed is linked by number, the rest stands by name."""
    run: list[Span] = []
    for at, name in enumerate(names):
        run.append(Text(f"{word} " if not at else " and " if at == len(names) - 1 else ", "))
        found = next((o for o in others if o.kind is placed.kind and _is(o, name)), None)
        run.append(Text(curly(name)) if found is None else reference(found))
    return tuple(run)


def _amended_by(placed: Placed, others: tuple[Placed, ...]) -> list[Run]:
    """The other end of each relation, computed: `amended by JPN 4.2`."""
    runs: list[Run] = []
    for field, words in (
        ("amends", "amended by"),
        ("implements", "implemented by"),
        ("supersedes", "superseded by"),
    ):
        found = [
            other
            for other in others
            if isinstance(other.entry, Instrument) and other.kind is placed.kind
            and any(_is(placed, name) for name in getattr(other.entry, field))
        ]  # fmt: skip
        run: list[Span] = []
        for at, other in enumerate(found):
            joint = f"{words} " if not at else " and " if at == len(found) - 1 else ", "
            run += [Text(joint), reference(other)]
        runs.append(tuple(run))
    return runs


def _is(placed: Placed, name: str) -> bool:
    return fold(name) in {fold(known) for known in placed.entry.known_as}


def reference(placed: Placed) -> Ref:
    """A link to an entry by its number, without the economy's code."""
    return Ref(placed.anchor, placed.number)


def _agreement(entry: Agreement, economy: str, registry: Registry) -> EntryView:
    facts = agreement_facts(entry, registry, economy)
    short = f" ({facts.abbreviation})" if facts.abbreviation else ""
    short = "" if facts.abbreviation and facts.abbreviation in facts.name else short
    key = registry.agreements.key(facts.succeeded_by) if facts.succeeded_by else None
    successor = registry.agreements.records[key].abbreviation or key if key else facts.succeeded_by
    signed = f"signed {when(facts.signed, 'on a date not stated')}" if facts.signed else ""
    parties = joined([economy_name(code, registry, article=True) for code in entry.parties])
    record = registry.agreements.get(entry.name)
    language = registry.economies.records[economy].language
    titles = record.native_titles if record else {}
    native = Native(titles[language], language) if language and language in titles else None
    side, strong, detail, sign = "In force since", False, when(facts.in_force), "in_force"
    if facts.status == "never in force":
        side, strong, detail, sign = "Signed only", True, "never in force", "signed"
    elif isinstance(facts.left, Date):
        side, strong, detail, sign = "Left", True, str(facts.left), "left"
    elif facts.status in ("superseded", "terminated"):
        side, strong, detail, sign = sentence(facts.status), True, "", "left"
    elif facts.status == "provisionally applied":
        side = "Provisionally applied since"
    elif facts.status in ("signed", "negotiating"):
        side, strong, detail, sign = sentence(facts.status), True, "not in force", "signed"
    elif facts.status == NOT_STATED:
        side, detail, sign = "Status", NOT_STATED, ""
    elif not isinstance(facts.in_force, Date):
        side = "In force"
    return _blank(
        (Text(curly(facts.name + short)),),
        facts=_facts(
            signed,
            f"between {parties}" if parties else "",
            f"the {successor} took its place" if successor else "",
        ),
        native=native,
        side=side,
        strong=strong,
        detail=detail,
        sign=sign,
    )


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
    return _blank(
        (Text(curly(name + (f" ({short})" if short and short not in name else ""))),),
        facts=_facts(
            kind,
            f"with {joined(same)}" if same else "",
            f"since {since}" if since and not re.search("[0-9]", status or "") else "",
            status or "",
        ),
        side=sentence(role) if role and role != NOT_STATED else "Role not stated",
        strong=role in ("convenor", "co-convenor", "chair"),
        detail=f"since {joined_on}" if isinstance(joined_on, Date) else "",
    )


MANY = 4
"""Third parties that are named; more, where the registry knows them, are counted."""


def _dispute(entry: Dispute, economy: str, registry: Registry) -> EntryView:
    facts = dispute_facts(entry, registry)
    own = acting(facts, economy, registry)
    side = side_of(facts, own)

    def names(codes: tuple[str, ...]) -> str:
        return joined([curly(economy_name(c, registry, article=True)) for c in codes])

    by, against = names(facts.complainant), names(facts.respondent)
    told = f"complaint by {by}" if by and side != "complainant" else ""
    if against and (side == "complainant" or not own.intersection(facts.respondent)):
        told = f"{told} against {against}".strip() if told else f"complaint against {against}"
    union = own - {economy}
    through = union.intersection((*facts.complainant, *facts.respondent))
    via = economy not in (*facts.complainant, *facts.respondent, *facts.third_parties)
    many = len(facts.third_parties) > MANY and not entry.third_parties
    thirds = f"{len(facts.third_parties)}" if many else names(facts.third_parties)
    date = str(facts.requested) if isinstance(facts.requested, Date) else ""
    silent = "date not stated" if facts.requested and not date else ""
    forum = "" if facts.forum == "WTO" or facts.forum in facts.case else f"{facts.forum}, "
    return _blank(
        (Text(f"{forum}{facts.case}, "), Emph((Text(curly(facts.title)),))),
        facts=_facts(
            ", ".join(filter(None, (told, date, silent))),
            (f"{thirds} third parties" if many else f"third parties {thirds}") if thirds else "",
            facts.stage,
        ),
        side=sentence(side) if side else "Role not stated",
        detail=f"through {names(tuple(sorted(through)))}" if via and through else "",
    )


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
