"""By which means a measure intervenes, by the registry's ids."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.model.registry import MeansGroup


@dataclass(frozen=True, slots=True)
class Means:
    """A means of intervention: its id, its name, and what it has in common with others."""

    key: str
    name: str
    """The registry's word, whichever of its names an author chose; a word that it does not have."""
    group: MeansGroup | None = None
