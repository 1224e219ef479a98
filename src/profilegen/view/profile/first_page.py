"""The first page's head: facts about the document, and five lines at a glance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.kinds.instrument import POLICY_KINDS, Instrument
from profilegen.core.model.kinds.strategy import Strategy
from profilegen.core.model.profile import Profile
from profilegen.core.model.sections import SECTIONS, Section, SectionKind, section_of
from profilegen.core.reader_text_type import UNSAID, Words, strung
from profilegen.core.typography import joined, unbroken
from profilegen.edition.participation import ENDED, State
from profilegen.edition.record_facts import TreatyFacts
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.wording.en import profile as wording


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value."""

    key: str
    value: Words

    @property
    def label(self) -> Words:
        """What the fact is called."""
        return wording.FACTS[self.key]


@dataclass(frozen=True, slots=True)
class GlanceLine:
    """One computed line: figure, noun, qualifier, the sections that it counts."""

    figure: str
    noun: Words
    detail: Words
    sections: tuple[int, ...]


def facts(profile: Profile, registry_as_of: Date | None) -> tuple[Fact, ...]:
    """Basis, authors, status, how far the law was checked, the registries' date."""
    authors = [unbroken(name) for name in profile.authors]
    reviewers = [unbroken(name) for name in profile.reviewers]
    values = {
        "based_on": profile.based_on or "",
        "authors" if len(authors) > 1 else "author": joined(authors),
        "status": wording.status_reviewed(profile.status, reviewers),
        "checked": _checked(profile),
        "registry": str(registry_as_of or NOT_STATED),
    }
    return tuple(Fact(key, Words(value)) for key, value in values.items() if value)


def _checked(profile: Profile) -> Words:
    """The oldest date of a check, if every section has one: no section is fresher than that."""
    dates = [section.checked for _, section in profile.sections()]
    known = [date for date in dates if isinstance(date, Date)]
    oldest = min(known, key=lambda date: date.first, default=None)
    return wording.checked_to(oldest, every=len(known) == len(dates))


def glance(of: ResolvedProfile) -> tuple[GlanceLine, ...]:
    """Five lines, computed from the entries and the registries."""
    return _strategies(of), _instruments(of), _treaties(of), _initiatives(of), _disputes(of)


def _silence(of: ResolvedProfile, *kinds: SectionKind) -> Words:
    """Why sections list nothing, each reason once."""
    reasons: dict[str, Words] = {}
    for kind in kinds:
        section: Section | None = getattr(of.profile, kind.key)
        if acting := of.acting.get(kind.key):
            reasons[acting.union.code] = wording.through(acting.union)
        else:
            state = section.absence if section else "not_researched"
            reasons[state] = wording.SILENT[state]
    return strung(", ", reasons.values())


_STRATEGIES = tuple(section for section in SECTIONS if kind_of(Strategy) in section.kinds)
_REGULATION, _TREATIES = section_of(Instrument), section_of(Agreement)
_INITIATIVES, _DISPUTES = section_of(Initiative), section_of(Dispute)


_INSTRUMENT_STATES = (
    "in force", "amended", "enacted", "draft", "repealed", "expired", NOT_STATED, "policy",
)  # fmt: skip
"""States of an instrument as they are counted; a policy without a status has none to state."""


def _line(figure: int, listed: int, kind: str, detail: Words, *sections: SectionKind) -> GlanceLine:
    """A counted line; where nothing is listed there is a dash, for missing is not zero."""
    numbers = tuple(section.number for section in sections)
    noun = wording.noun(kind, figure)
    return GlanceLine(str(figure) if listed else "\u2013", noun, detail, numbers)


def _strategies(of: ResolvedProfile) -> GlanceLine:
    strategies = [e.entry for e in of.entries if isinstance(e.entry, Strategy)]
    number = len(strategies)
    dated = [(date, revised) for e in strategies for date, revised in ((e.updated, True),
             (e.date, False)) if isinstance(date, Date)]  # fmt: skip
    detail = UNSAID if strategies else _silence(of, *_STRATEGIES)
    if dated:
        date, revised = max(dated, key=lambda pair: pair[0].last)
        detail = wording.latest_strategy(date, revised=revised, several=number > 1)
    return _line(number, number, "strategy", detail, *_STRATEGIES)


def _instruments(of: ResolvedProfile) -> GlanceLine:
    states = [_instrument_state(e.entry) for e in of.entries if isinstance(e.entry, Instrument)]
    tally = Counter(states)
    parts = [wording.instruments(s, tally[s]) for s in _INSTRUMENT_STATES if tally[s]]
    detail = strung(", ", parts) or _silence(of, _REGULATION)
    return _line(len(states), len(states), "instrument", detail, _REGULATION)


def _instrument_state(entry: Instrument) -> str:
    if entry.status and entry.status != NOT_STATED:
        return entry.status
    return "policy" if entry.kind in POLICY_KINDS else NOT_STATED


def _treaties(of: ResolvedProfile) -> GlanceLine:
    treaties = [e.facts for e in of.entries if isinstance(e.facts, TreatyFacts)]
    alive = sum(facts.state is State.IN_FORCE for facts in treaties)
    never = [f.abbreviation or f.name for f in treaties if f.state is State.NEVER_IN_FORCE]
    ended = sum(facts.state in ENDED for facts in treaties)
    acting = of.acting.get(_TREATIES.key)
    detail = wording.treaties(
        len(treaties) - alive - len(never) - ended, never, ended, acting.union if acting else None
    )
    detail = detail if treaties else _silence(of, _TREATIES)
    return _line(alive, len(treaties), "treaty", detail, _TREATIES)


def _initiatives(of: ResolvedProfile) -> GlanceLine:
    initiatives = [e.part for e in of.entries if isinstance(e.entry, Initiative) and e.part]
    number = len(initiatives)
    roles = Counter(part.role for part in initiatives)
    said = ("chair", "co-convenor", "convenor", "observer")
    detail = strung(", ", (wording.with_role(roles[role], role) for role in said if roles[role]))
    detail = detail if initiatives else _silence(of, _INITIATIVES)
    return _line(number, number, "initiative", detail, _INITIATIVES)


def _disputes(of: ResolvedProfile) -> GlanceLine:
    listed = sum(placed.kind is _DISPUTES for placed in of.placed)
    if not of.counts:
        detail = wording.LISTED if listed else _silence(of, _DISPUTES)
        return _line(listed, listed, "dispute", detail, _DISPUTES)
    count = of.counts[0].count
    numbers = {side: getattr(count, side) for side in ("complainant", "respondent", "third_party")}
    known = [side for side, number in numbers.items() if number is not None]
    figure = " / ".join(str(numbers[side]) for side in known)
    noun = wording.DISPUTES_OF.format(forum=count.forum)
    return GlanceLine(figure, noun, wording.sides(known, count.as_of), (_DISPUTES.number,))
