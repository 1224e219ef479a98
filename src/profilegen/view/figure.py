"""A figure as it is read beside others, and in what two figures differ besides their value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from profilegen.core.locale import economy_name
from profilegen.core.numbers import Placed
from profilegen.core.period import Period
from profilegen.core.quantity import Quantity
from profilegen.core.registry import Registry
from profilegen.core.typography import curly, sentence
from profilegen.view.chart import figure_words
from profilegen.view.nodes import Draft, Span


@dataclass(frozen=True, slots=True)
class Trait:
    """One respect in which figures are alike or unlike."""

    name: str
    """What a difference in it is called: `period`."""
    value: str | None
    """What is compared; None where this figure has no such respect."""
    told: str = ""
    """The value in words, where they say more than that there is a difference."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of an indicator, or some parts summed up; fields stand in print order."""

    words: str
    """`0.71 per cent of GDP`."""
    notes: tuple[Draft, ...] = ()
    period: str = ""
    facts: tuple[Span, ...] = ()
    """When it was known, the figures of other periods, and what the profile remarks."""
    traits: tuple[Trait, ...] = ()
    """Nothing where parts are summed up: such a line is not set beside another."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in a cell: whose and of which part, and in what it is unlike the column before."""

    label: str
    figure: Figure
    unlike: str = ""
    """`Unlike A in period: five years, not three years; source`."""
    more: str = ""
    """`and 3 other parts`."""


def whose(economy: str, registry: Registry) -> str:
    """The name of an economy or of a group that has figures."""
    record = registry.groups.get(economy)
    return curly(record.name if record else sentence(economy_name(economy, registry)))


def figure_said(item: Placed) -> str:
    """A figure with the one it is converted to."""
    observation = item.observation
    words = figure_words(observation) if isinstance(observation.value, Quantity) else "not stated"
    converted = observation.converted
    if converted is None:
        return words
    known = converted.rate and converted.rate != "not stated"
    rate = f", at {converted.rate}" if known else ", rate not stated"
    return f"{words} ({converted.value}{rate})"


def period_said(item: Placed) -> str:
    """The period, or that no source states it."""
    period = item.observation.period
    return str(period) if isinstance(period, Period) else "not stated"


def traits(item: Placed) -> tuple[Trait, ...]:
    """All in which a figure may be unlike another; always the same respects in the same order."""
    observation = item.observation
    period, value = observation.period, observation.value
    length = period.length if isinstance(period, Period) else None
    number = value if isinstance(value, Quantity) else None
    currency = number.currency if number else None
    bound = str(bool(number.bound)) if number else None
    sources = sorted({c.key for c in item.source.citations})
    return (
        Trait("period", str(period), _years(length) if length else ""),
        Trait("a gap", str(number is None)),
        Trait("currency", currency, currency or ""),
        Trait("exactness", bound),
        Trait("source", " ".join(sources)),
        Trait("date", str(observation.as_of or "")),
        Trait("estimate" if observation.estimate else "no estimate", str(observation.estimate)),
        Trait("aim" if observation.aim else "no aim", str(observation.aim)),
    )


def unlike(base: Sequence[Trait], other: Sequence[Trait]) -> tuple[str, ...]:
    """In what a figure differs from the one it is set beside, besides its value."""
    marks = []
    for one, two in zip(base, other, strict=True):
        if one.value == two.value or one.value is None or two.value is None:
            continue
        said = one.told and two.told and one.told != two.told
        marks.append(f"{two.name}: {two.told}, not {one.told}" if said else two.name)
    return tuple(marks)


_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _years(length: int) -> str:
    word = _WORDS[length] if length < len(_WORDS) else str(length)
    return f"{word} year" if length == 1 else f"{word} years"
