"""The comparisons that people want first, proposed from what the profiles hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.sections import section_of
from profilegen.core.reader_text_type import Words
from profilegen.core.typography import sentence
from profilegen.edition.participation import State
from profilegen.edition.record_facts import TreatyFacts
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.comparison.all_columns_and_rows import ComparisonBasis
from profilegen.view.comparison.comparison import comparison
from profilegen.view.comparison.model import Choice
from profilegen.view.comparison.summary import said
from profilegen.view.wording.en import home as wording
from profilegen.view.wording.en.general import all_of

TREATIES = section_of(Agreement).number
LEADING, MANY = 3, 4
"""Economies compared by treaty, and by topic."""
FEW = 3
"""Treaties asked about at most, and economies that one of them binds at least."""


@dataclass(frozen=True, slots=True)
class Door:
    """A comparison by its headline; a page says where it leads."""

    title: Words
    words: Words
    section: int
    economies: tuple[str, ...] = ()
    topic: str = ""
    matrix: str = ""
    """The page that answers the question, where it is made."""


def doors(profiles: Sequence[ResolvedProfile], basis: ComparisonBasis) -> Iterator[Door]:
    """Treaties and one topic of the first economies of the series, and who is in which treaty."""
    if len(profiles) < 2:
        return
    yield _treaties(profiles[:LEADING], basis)
    yield from _topic(profiles[:MANY])
    yield from _members(profiles)


def _treaties(profiles: Sequence[ResolvedProfile], basis: ComparisonBasis) -> Door:
    """What the comparison itself says in its sentence."""
    names = all_of(of.economy for of in profiles)
    codes = tuple(of.code for of in profiles)
    (section,) = comparison(basis, Choice(codes, (TREATIES,))).sections
    words = f"{sentence(said(section, len(codes)))}."
    return Door(wording.by_treaty(names), Words(words), TREATIES, codes)


def _topic(profiles: Sequence[ResolvedProfile]) -> Iterator[Door]:
    """The topic on which all of them list instruments, and most of them together."""
    by_topic: dict[str, list[str]] = {}
    for of in profiles:
        for item in of.entries:
            if isinstance(item.entry, Instrument):
                for name in dict.fromkeys(topic.name for topic in item.topics):
                    by_topic.setdefault(name, []).append(of.code)
    shared = [name for name, codes in by_topic.items() if len(set(codes)) == len(profiles)]
    if not shared:
        return
    name = max(shared, key=lambda topic: (len(by_topic[topic]), topic))
    names = all_of(of.economy for of in profiles)
    codes = tuple(of.code for of in profiles)
    words = wording.instruments(len(by_topic[name]), names)
    yield Door(wording.by_topic(name), words, section_of(Instrument).number, codes, name)


def _members(profiles: Sequence[ResolvedProfile]) -> Iterator[Door]:
    """The treaties that bind most of the economies, by the profiles that list them."""
    bound: dict[str, int] = {}
    for of in profiles:
        for item in of.entries:
            facts = item.facts
            if isinstance(facts, TreatyFacts) and facts.state is State.IN_FORCE:
                name = facts.abbreviation or facts.name
                bound[name] = bound.get(name, 0) + 1
    top = sorted((-number, name) for name, number in bound.items() if number >= FEW)[:FEW]
    if top:
        names = [name for _, name in top]
        words = wording.bound(len(profiles))
        yield Door(wording.members(names), words, TREATIES, matrix="treaties")
