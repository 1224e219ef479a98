"""The figures of a profile with their places: observations, and those within entries and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from profilegen.core.model.data import Figure, Observation
from profilegen.core.model.profile import Profile
from profilegen.core.model.sections import SectionKind
from profilegen.core.model.text_fields import Sourcing
from profilegen.core.registry import Registry, fold
from profilegen.core.yaml_source import KeyPath


@dataclass(frozen=True, slots=True)
class PlacedObservation:
    """An observation at its place: whose, in which section, resting on what."""

    kind: SectionKind
    path: KeyPath
    observation: Observation
    economy: str
    source: Sourcing

    @property
    def place(self) -> str:
        """The place as waivers name it."""
        scope = f" {self.observation.scope}" if self.observation.scope else ""
        return f"{self.kind.key} {self.observation.indicator}{scope}"

    def identity(self, registry: Registry) -> tuple[str, ...]:
        """What it measures: indicator, part and period, however they are written."""
        key = registry.indicators.key(self.observation.indicator)
        name = key or fold(self.observation.indicator)
        return name, fold(self.observation.scope or ""), str(self.observation.period)


def observed(profile: Profile) -> Iterator[PlacedObservation]:
    """Every observation, in the order of the file."""
    for kind, section in profile.sections():
        listing = section.observations
        for at, observation in enumerate(listing.list):
            path = (kind.key, "observations", "list", at)
            economy = observation.economy or profile.economy
            yield PlacedObservation(
                kind, path, observation, economy, observation.source or listing.source
            )


def indicator_of(observation: Observation, registry: Registry) -> str:
    """The id of an observation's indicator, or its name where the registry lacks it."""
    return registry.indicators.key(observation.indicator) or observation.indicator


def drawn_by(
    figure: Figure, observations: Iterable[Observation], own: str, registry: Registry
) -> list[Observation]:
    """The observations of a section that a chart draws, in their order."""
    book = registry.indicators
    wanted = {book.key(name) or name for name in figure.indicators}
    whose = figure.economies or (own,)
    return [
        observation
        for observation in observations
        if indicator_of(observation, registry) in wanted
        and (observation.economy or own) in whose
        and (not figure.scopes or observation.scope in figure.scopes)
    ]
