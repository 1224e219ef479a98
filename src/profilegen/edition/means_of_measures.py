"""By which means a measure intervenes, by the registry's ids."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.model.registry import MeansGroup, MeansRecord
from profilegen.core.registry import Book


@dataclass(frozen=True, slots=True)
class Means:
    """A means of intervention: its id, its name, and what it has in common with others."""

    key: str
    name: str
    """The registry's word, whichever of its names an author chose; a word that it does not have."""
    group: MeansGroup | None = None


def means(name: str, book: Book[MeansRecord]) -> Means:
    """A means by any of its names; a word that the registry does not have stands as it is."""
    key = book.key(name)
    if key is None:
        return Means(name, name)
    record = book.records[key]
    return Means(key, record.name, record.group)
