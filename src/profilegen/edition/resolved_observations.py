"""The figures of a profile with their indicators, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from profilegen.core.model.data import Figure
from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import IndicatorRecord
from profilegen.core.placed_observations import PlacedObservation, observed
from profilegen.core.registry import Book, fold
from profilegen.edition.economies import Economies, Economy


@dataclass(frozen=True, slots=True)
class ResolvedObservation:
    """An observation at its place, with the indicator that it is one of."""

    placed: PlacedObservation
    indicator: str
    """The indicator's id, or its name where the registry lacks it."""
    record: IndicatorRecord | None
    economy: Economy
    """Whose it is, by the economies alone."""
    whose: Economy
    """Whose it is: an economy or a group."""

    @property
    def identity(self) -> tuple[str, ...]:
        """What it measures: indicator, part and period, however they are written."""
        observation = self.placed.observation
        name = self.indicator if self.record else fold(self.indicator)
        return name, fold(observation.scope or ""), str(observation.period)


def observations(
    profile: Profile, indicators: Book[IndicatorRecord], economies: Economies
) -> Iterator[ResolvedObservation]:
    """Every observation of a profile, in the order of the file."""
    for placed in observed(profile):
        name = placed.observation.indicator
        key = indicators.key(name)
        yield ResolvedObservation(
            placed,
            key or name,
            indicators.records[key] if key else None,
            economies.of(placed.economy),
            economies.whose(placed.economy),
        )


@dataclass(frozen=True, slots=True)
class ResolvedFigure:
    """A chart with what it draws."""

    figure: Figure
    indicators: tuple[tuple[str, IndicatorRecord | None], ...]
    """Id and record of each, in the chart's order."""
    drawn: tuple[ResolvedObservation, ...]
    """In the order of the file."""


def drawn_figure(
    figure: Figure,
    section: Iterable[ResolvedObservation],
    home: str,
    indicators: Book[IndicatorRecord],
) -> ResolvedFigure:
    """A section's chart, and the observations of the section that it shows."""
    named = tuple(
        (indicators.key(name) or name, indicators.get(name)) for name in figure.indicators
    )
    wanted, whose = {key for key, _ in named}, figure.economies or (home,)
    drawn = tuple(
        item
        for item in section
        if item.indicator in wanted
        and item.placed.economy in whose
        and (not figure.scopes or item.placed.observation.scope in figure.scopes)
    )
    return ResolvedFigure(figure, named, drawn)
