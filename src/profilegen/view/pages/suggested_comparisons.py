"""The comparisons that people want first, proposed from what the profiles hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from profilegen.core.locale import counted, economy_name
from profilegen.core.model.entries import Agreement, Instrument
from profilegen.core.model.profile import Profile, entries
from profilegen.core.registry import Registry
from profilegen.core.resolve import agreement_facts
from profilegen.core.typography import joined, sentence
from profilegen.edition.participation import State, state_of
from profilegen.view.comparison.columns import ComparisonBasis
from profilegen.view.comparison.comparison import comparison
from profilegen.view.comparison.model import Choice
from profilegen.view.comparison.summary import said
from profilegen.view.entries.entry import topic_names

LEADING, MANY = 3, 4
"""Economies compared by treaty, and by topic."""
FEW = 3
"""Treaties asked about at most, and economies that one of them binds at least."""


@dataclass(frozen=True, slots=True)
class Door:
    """A comparison by its headline; a page says where it leads."""

    title: str
    words: str
    section: int
    economies: tuple[str, ...] = ()
    topic: str = ""
    matrix: str = ""
    """The page that answers the question, where it is made."""


def leading(profiles: Sequence[Profile]) -> list[Profile]:
    """The economies in the order of the series; those without a number come last."""
    return sorted(profiles, key=lambda p: (p.number is None, p.number or 0, p.economy))


def doors(
    profiles: Sequence[Profile], basis: ComparisonBasis, registry: Registry
) -> Iterator[Door]:
    """Treaties and one topic of the first economies of the series, and who is in which treaty."""
    first = leading(profiles)
    if len(first) < 2:
        return
    yield _treaties(first[:LEADING], basis, registry)
    yield from _topic(first[:MANY], registry)
    yield from _members(first, registry)


def _treaties(profiles: Sequence[Profile], basis: ComparisonBasis, registry: Registry) -> Door:
    """What the comparison itself says in its sentence."""
    names = joined([economy_name(p.economy, registry, article=True) for p in profiles])
    codes = tuple(profile.economy for profile in profiles)
    (section,) = comparison(basis, Choice(codes, (5,)), registry).sections
    words = f"{sentence(said(section, len(codes)))}."
    return Door(f"{sentence(names)}: treaties", words, 5, codes)


def _topic(profiles: Sequence[Profile], registry: Registry) -> Iterator[Door]:
    """The topic on which all of them list instruments, and most of them together."""
    by_topic: dict[str, list[str]] = {}
    for profile in profiles:
        for placed in entries(profile):
            if isinstance(placed.entry, Instrument):
                for name in dict.fromkeys(topic_names(placed.entry, registry)):
                    by_topic.setdefault(name, []).append(profile.economy)
    shared = [name for name, codes in by_topic.items() if len(set(codes)) == len(profiles)]
    if not shared:
        return
    name = max(shared, key=lambda topic: (len(by_topic[topic]), topic))
    names = joined([economy_name(p.economy, registry, article=True) for p in profiles])
    codes = tuple(profile.economy for profile in profiles)
    words = f"{counted(len(by_topic[name]), 'law and policy', 'laws and policies')} of {names}."
    yield Door(f"What the law says on {name}", words, 4, codes, name)


def _members(profiles: Sequence[Profile], registry: Registry) -> Iterator[Door]:
    """The treaties that bind most of the economies, by the profiles that list them."""
    bound: dict[str, int] = {}
    for profile in profiles:
        for placed in entries(profile):
            if isinstance(placed.entry, Agreement):
                facts = agreement_facts(placed.entry, registry, profile.economy)
                if state_of(facts) is State.IN_FORCE:
                    name = facts.abbreviation or facts.name
                    bound[name] = bound.get(name, 0) + 1
    top = sorted((-number, name) for name, number in bound.items() if number >= FEW)[:FEW]
    if top:
        names = [name for _, name in top]
        words = f"Since when each of {counted(len(profiles), 'economy', 'economies')} is bound."
        yield Door(f"Who is in {joined(names)}", words, 5, matrix="treaties")
