"""The first page's head: facts about the document, and five lines at a glance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.locale import counted, economy_name
from profilegen.core.model.entries import (
    POLICY_KINDS,
    Agreement,
    Initiative,
    Instrument,
    Strategy,
)
from profilegen.core.model.profile import PlacedEntry, Profile
from profilegen.core.model.sections import Proceedings, Section
from profilegen.core.registry import Registry
from profilegen.core.resolve import agreement_facts, count_facts
from profilegen.core.typography import joined, unbroken
from profilegen.edition.participation import ENDED, State, state_of, stated
from profilegen.view.profile.section_view import SILENCE


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class GlanceLine:
    """One computed line: figure, noun, qualifier, the sections that it counts."""

    figure: str
    noun: str
    detail: str
    sections: tuple[int, ...]


def facts(profile: Profile, registry: Registry) -> tuple[Fact, ...]:
    """Basis, authors, status, how far the law was checked, the registries' date."""
    by = (
        f" by {joined([unbroken(name) for name in profile.reviewers])}" if profile.reviewers else ""
    )
    status = profile.status.capitalize()
    if profile.status == "reviewed":
        status += by
    elif by or profile.status == "draft":
        status += f"; reviewed{by}" if by else "; not yet reviewed"
    rows = [
        Fact("Based on", profile.based_on or ""),
        Fact(
            "Authors" if len(profile.authors) > 1 else "Author",
            joined([unbroken(name) for name in profile.authors]),
        ),
        Fact("Status", status),
        Fact("Law checked to", _checked(profile)),
        Fact("Registry as of", str(registry.as_of or NOT_STATED)),
    ]
    return tuple(row for row in rows if row.value)


def _checked(profile: Profile) -> str:
    """The oldest date of a check, if every section has one: no section is fresher than that."""
    dates = [section.checked for _, section in profile.sections()]
    known = [date for date in dates if isinstance(date, Date)]
    if not known:
        return NOT_STATED
    some = ", not all sections" if len(known) < len(dates) else ""
    return f"{min(known, key=lambda date: date.first)}{some}"


def glance(
    profile: Profile, placed: tuple[PlacedEntry, ...], registry: Registry
) -> tuple[GlanceLine, ...]:
    """Five lines, computed from the entries and the registries."""
    return (
        _strategies(profile, placed, registry),
        _instruments(profile, placed, registry),
        _treaties(profile, placed, registry),
        _initiatives(profile, placed, registry),
        _disputes(profile, placed, registry),
    )


def _silence(profile: Profile, key: str, registry: Registry) -> str:
    section = getattr(profile, key)
    if through := _union(section, registry):
        return f"through {through}"
    state = section.absence if section else "missing"
    return SILENCE[state].lower() if state else "none listed"


def _union(section: Section | None, registry: Registry) -> str:
    """The union that acts for the economy in a section, or nothing."""
    code = section.through if section else None
    return economy_name(code, registry, article=True) if code else ""


_STRATEGIC = ("industrial_strategy", "digital_strategy")


def _line(
    figure: int, listed: int, noun: str, detail: str, sections: tuple[int, ...]
) -> GlanceLine:
    """A counted line; where nothing is listed there is a dash, for missing is not zero."""
    return GlanceLine(str(figure) if listed else "\u2013", noun, detail, sections)


def _strategies(
    profile: Profile, placed: tuple[PlacedEntry, ...], registry: Registry
) -> GlanceLine:
    strategies = [p.entry for p in placed if isinstance(p.entry, Strategy)]
    dated = [(d, word) for e in strategies for d, word in ((e.updated, "revised"), (e.date, "of"))
             if isinstance(d, Date)]  # fmt: skip
    detail = ""
    if dated:
        date, word = max(dated, key=lambda pair: pair[0].last)
        which = "the newest " if len(strategies) > 1 else ""
        preposition = "in " if word == "revised" else ""
        detail = f"{which}{word} {preposition}{date}"
    noun = "strategy" if len(strategies) == 1 else "strategies"
    silence = ", ".join(dict.fromkeys(_silence(profile, key, registry) for key in _STRATEGIC))
    return _line(
        len(strategies), len(strategies), noun, detail or ("" if strategies else silence), (1, 2)
    )


def _instruments(
    profile: Profile, placed: tuple[PlacedEntry, ...], registry: Registry
) -> GlanceLine:
    instruments = [p.entry for p in placed if isinstance(p.entry, Instrument)]
    tally = Counter(_instrument_state(entry) for entry in instruments)
    words = {
        "in force": "in force", "amended": "amended", "enacted": "not yet in force",
        "draft": "draft", "repealed": "repealed", "expired": "expired",
    }  # fmt: skip
    parts = [f"{tally[state]} {word}" for state, word in words.items() if tally[state]]
    if tally["other"]:
        parts.append(f"{tally['other']} of unstated status")
    if tally["policy"]:
        parts.append(counted(tally["policy"], "policy document"))
    noun = "legal instrument" if len(instruments) == 1 else "legal instruments"
    detail = ", ".join(parts) or _silence(profile, "regulatory_provisions", registry)
    return _line(len(instruments), len(instruments), noun, detail, (4,))


def _instrument_state(entry: Instrument) -> str:
    if entry.status and entry.status != NOT_STATED:
        return entry.status
    return "policy" if entry.kind in POLICY_KINDS else "other"


def _treaties(profile: Profile, placed: tuple[PlacedEntry, ...], registry: Registry) -> GlanceLine:
    treaties = [
        agreement_facts(p.entry, registry, profile.economy)
        for p in placed
        if isinstance(p.entry, Agreement)
    ]
    states = [state_of(facts) for facts in treaties]
    alive = [state for state in states if state is State.IN_FORCE]
    never = [f.abbreviation or f.name for f in treaties if state_of(f) is State.NEVER_IN_FORCE]
    ended = [state for state in states if state in ENDED]
    signed = len(treaties) - len(alive) - len(never) - len(ended)
    parts = [
        f"{signed} signed or under negotiation" if signed else "",
        f"{len(never)} signed that never took effect ({', '.join(never)})" if never else "",
        f"{len(ended)} ended" if ended else "",
    ]
    details = ", ".join(filter(None, parts))
    detail = f"and {details}" if details else ""
    if not treaties:
        detail = _silence(profile, "economic_treaties", registry)
    elif through := _union(profile.economic_treaties, registry):
        detail = joined([*filter(None, (detail,)), f"more through {through}"])
    noun = "treaty in force" if len(alive) == 1 else "treaties in force"
    return _line(len(alive), len(treaties), noun, detail, (5,))


def _initiatives(
    profile: Profile, placed: tuple[PlacedEntry, ...], registry: Registry
) -> GlanceLine:
    initiatives = [p.entry for p in placed if isinstance(p.entry, Initiative)]
    roles: Counter[str] = Counter()
    for entry in initiatives:
        role = stated(entry, profile.economy, registry).role
        if role in ("convenor", "co-convenor", "chair", "observer"):
            roles[role] += 1
    detail = ", ".join(f"{n} of them as {role}" for role, n in sorted(roles.items()))
    if not initiatives:
        detail = _silence(profile, "plurilaterals", registry)
    noun = "initiative" if len(initiatives) == 1 else "initiatives"
    return _line(len(initiatives), len(initiatives), noun, detail, (6,))


def _disputes(profile: Profile, placed: tuple[PlacedEntry, ...], registry: Registry) -> GlanceLine:
    section = profile.proceedings or Proceedings()
    listed = sum(p.kind.number == 7 for p in placed)
    if not section.counts:
        detail = "listed; no count" if listed else _silence(profile, "proceedings", registry)
        noun = "dispute" if listed == 1 else "disputes"
        return _line(listed, listed, noun, detail, (7,))
    count = count_facts(section.counts[0], registry, profile.economy)
    sides = [(count.complainant, "as complainant"), (count.respondent, "as respondent"),
             (count.third_party, "as third party")]  # fmt: skip
    known = [(number, side) for number, side in sides if number is not None]
    date = f"as of {count.as_of}" if isinstance(count.as_of, Date) else "date of count not stated"
    figure = " / ".join(str(number) for number, _ in known)
    detail = f"{' / '.join(side for _, side in known)}; {date}"
    return GlanceLine(figure, f"{count.forum} disputes", detail, (7,))
