"""The figures of a profile with their indicators, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from profilegen.core.model.data import Figure
from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import IndicatorRecord
from profilegen.core.model.sections import SectionKind
from profilegen.core.placed_observations import PlacedObservation, drawn_by, observed
from profilegen.core.registry import Registry
from profilegen.edition.economies import Economy, economy, whose


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


def observations(profile: Profile, registry: Registry) -> Iterator[ResolvedObservation]:
    """Every observation of a profile, in the order of the file."""
    for placed in observed(profile):
        name = placed.observation.indicator
        key = registry.indicators.key(name)
        yield ResolvedObservation(
            placed,
            key or name,
            registry.indicators.records[key] if key else None,
            economy(placed.economy, registry),
            whose(placed.economy, registry),
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
    kind: SectionKind,
    home: str,
    known: tuple[ResolvedObservation, ...],
    registry: Registry,
) -> ResolvedFigure:
    """A section's chart, and the observations of the section that it shows."""
    book = registry.indicators
    indicators = tuple((book.key(name) or name, book.get(name)) for name in figure.indicators)
    here = [item for item in known if item.placed.kind is kind]
    drawn = drawn_by(figure, (item.placed.observation for item in here), home, registry)
    chosen = set(map(id, drawn))
    return ResolvedFigure(
        figure, indicators, tuple(i for i in here if id(i.placed.observation) in chosen)
    )
