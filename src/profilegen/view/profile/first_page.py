"""The first page's head: facts about the document, and five lines at a glance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.locale import counted
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.kinds.instrument import POLICY_KINDS, Instrument
from profilegen.core.model.kinds.strategy import Strategy
from profilegen.core.model.profile import Profile
from profilegen.core.model.sections import SECTIONS, Section, SectionKind, section_of
from profilegen.core.typography import joined, unbroken
from profilegen.edition.participation import ENDED, State
from profilegen.edition.record_facts import TreatyFacts
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.profile.section_view import SILENCE
from profilegen.view.wording.en.general import the


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


def facts(profile: Profile, registry_as_of: Date | None) -> tuple[Fact, ...]:
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
        Fact("Registry as of", str(registry_as_of or NOT_STATED)),
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


def glance(of: ResolvedProfile) -> tuple[GlanceLine, ...]:
    """Five lines, computed from the entries and the registries."""
    return _strategies(of), _instruments(of), _treaties(of), _initiatives(of), _disputes(of)


def _silence(of: ResolvedProfile, kind: SectionKind) -> str:
    if acting := of.acting.get(kind.key):
        return f"through {the(acting.union)}"
    section: Section | None = getattr(of.profile, kind.key)
    state = section.absence if section else "missing"
    return SILENCE[state].lower() if state else "none listed"


_STRATEGIES = tuple(section for section in SECTIONS if kind_of(Strategy) in section.kinds)
_REGULATION, _TREATIES = section_of(Instrument), section_of(Agreement)
_INITIATIVES, _DISPUTES = section_of(Initiative), section_of(Dispute)


def _line(
    figure: int, listed: int, noun: str, detail: str, sections: tuple[SectionKind, ...]
) -> GlanceLine:
    """A counted line; where nothing is listed there is a dash, for missing is not zero."""
    numbers = tuple(section.number for section in sections)
    return GlanceLine(str(figure) if listed else "\u2013", noun, detail, numbers)


def _strategies(of: ResolvedProfile) -> GlanceLine:
    strategies = [e.entry for e in of.entries if isinstance(e.entry, Strategy)]
    dated = [(d, word) for e in strategies for d, word in ((e.updated, "revised"), (e.date, "of"))
             if isinstance(d, Date)]  # fmt: skip
    detail = ""
    if dated:
        date, word = max(dated, key=lambda pair: pair[0].last)
        which = "the newest " if len(strategies) > 1 else ""
        preposition = "in " if word == "revised" else ""
        detail = f"{which}{word} {preposition}{date}"
    noun = "strategy" if len(strategies) == 1 else "strategies"
    silence = ", ".join(dict.fromkeys(_silence(of, section) for section in _STRATEGIES))
    detail = detail or ("" if strategies else silence)
    return _line(len(strategies), len(strategies), noun, detail, _STRATEGIES)


def _instruments(of: ResolvedProfile) -> GlanceLine:
    instruments = [e.entry for e in of.entries if isinstance(e.entry, Instrument)]
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
    detail = ", ".join(parts) or _silence(of, _REGULATION)
    return _line(len(instruments), len(instruments), noun, detail, (_REGULATION,))


def _instrument_state(entry: Instrument) -> str:
    if entry.status and entry.status != NOT_STATED:
        return entry.status
    return "policy" if entry.kind in POLICY_KINDS else "other"


def _treaties(of: ResolvedProfile) -> GlanceLine:
    treaties = [e.facts for e in of.entries if isinstance(e.facts, TreatyFacts)]
    states = [facts.state for facts in treaties]
    alive = [state for state in states if state is State.IN_FORCE]
    never = [f.abbreviation or f.name for f in treaties if f.state is State.NEVER_IN_FORCE]
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
        detail = _silence(of, _TREATIES)
    elif acting := of.acting.get(_TREATIES.key):
        detail = joined([*filter(None, (detail,)), f"more through {the(acting.union)}"])
    noun = "treaty in force" if len(alive) == 1 else "treaties in force"
    return _line(len(alive), len(treaties), noun, detail, (_TREATIES,))


def _initiatives(of: ResolvedProfile) -> GlanceLine:
    initiatives = [e.part for e in of.entries if isinstance(e.entry, Initiative) and e.part]
    roles: Counter[str] = Counter()
    for role in (part.role for part in initiatives):
        if role in ("convenor", "co-convenor", "chair", "observer"):
            roles[role] += 1
    detail = ", ".join(f"{n} of them as {role}" for role, n in sorted(roles.items()))
    if not initiatives:
        detail = _silence(of, _INITIATIVES)
    noun = "initiative" if len(initiatives) == 1 else "initiatives"
    return _line(len(initiatives), len(initiatives), noun, detail, (_INITIATIVES,))


def _disputes(of: ResolvedProfile) -> GlanceLine:
    listed = sum(placed.kind is _DISPUTES for placed in of.placed)
    if not of.counts:
        detail = "listed; no count" if listed else _silence(of, _DISPUTES)
        noun = "dispute" if listed == 1 else "disputes"
        return _line(listed, listed, noun, detail, (_DISPUTES,))
    count = of.counts[0].count
    sides = [(count.complainant, "as complainant"), (count.respondent, "as respondent"),
             (count.third_party, "as third party")]  # fmt: skip
    known = [(number, side) for number, side in sides if number is not None]
    date = f"as of {count.as_of}" if isinstance(count.as_of, Date) else "date of count not stated"
    figure = " / ".join(str(number) for number, _ in known)
    detail = f"{' / '.join(side for _, side in known)}; {date}"
    return GlanceLine(figure, f"{count.forum} disputes", detail, (_DISPUTES.number,))
