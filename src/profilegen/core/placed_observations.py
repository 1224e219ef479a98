"""The figures of a profile with their places: observations, and those within entries and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from profilegen.core.model.data import Observation
from profilegen.core.model.profile import Profile
from profilegen.core.model.sections import SectionKind
from profilegen.core.model.text_fields import Sourcing
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
