"""Where the site tells of a record, a topic or an indicator: page and anchor of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from profilegen.core.model.entries import Agreement, Dispute, Entry, Initiative
from profilegen.core.registry import Registry
from profilegen.core.slug import MAX_LENGTH, slug

_PAGES: dict[type[Entry], tuple[str, str]] = {
    Agreement: ("treaties", "treaty"),
    Initiative: ("initiatives", "initiative"),
    Dispute: ("disputes", "dispute"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the site, by name, and the anchor on it."""

    page: str
    fragment: str


_UNKNOWN = "own "
"""Keeps names that no registry knows apart from its ids."""


def row_key(entry: Entry, registry: Registry) -> str:
    """The id of the registry, or the folded name of what it does not know."""
    book = registry.book(entry)
    known = book.key(entry.name_text) if book else None
    return known or _UNKNOWN + " ".join(entry.name_text.casefold().split())


def anchor(kind: str, key: str) -> str:
    """The anchor of a record by its row key; `kind` is treaty, initiative, dispute or indicator."""
    name = key.removeprefix(_UNKNOWN)
    short = slug(name)
    if len(name) > MAX_LENGTH:  # two long names may begin alike
        short += f"-{hashlib.blake2s(name.encode(), digest_size=2).hexdigest()}"
    return f"{kind}-{short}"


def topic_place(name: str) -> Place:
    """Where the entries of all economies on a topic stand; the name as the vocabulary has it."""
    return Place("topics", slug(name))


def indicator_place(key: str) -> Place:
    """Where the figures of all economies of an indicator stand."""
    return Place("figures", anchor("indicator", key))


def family(keys: Collection[str], registry: Registry) -> set[str]:
    """Initiatives that are, or have as a pillar, or share a whole with one of these."""
    whole = {key: registry.initiatives.key(record.part_of) if record.part_of else key
             for key, record in registry.initiatives.records.items()}  # fmt: skip
    wholes = {whole.get(key) for key in keys}
    return {key for key, top in whole.items() if top in wholes}


def place(entry: Entry, registry: Registry) -> Place | None:
    """Where an entry's record stands beside those of all economies, if its kind has a page."""
    target = _PAGES.get(type(entry))
    return Place(target[0], anchor(target[1], row_key(entry, registry))) if target else None
