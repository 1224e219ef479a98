"""Where the site tells of a record, a topic or an indicator: page and anchor of its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from profilegen.core.model.kinds import kind_of
from profilegen.core.slug import MAX_LENGTH, slug
from profilegen.edition.entry_to_record import Subject


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the site, by name, and the anchor on it."""

    page: str
    fragment: str


def anchor(kind: str, key: str) -> str:
    """The anchor of a record by its row key; `kind` is treaty, initiative, dispute or indicator."""
    short = slug(key)
    if len(key) > MAX_LENGTH:  # two long names may begin alike
        short += f"-{hashlib.blake2s(key.encode(), digest_size=2).hexdigest()}"
    return f"{kind}-{short}"


def topic_place(name: str) -> Place:
    """Where the entries of all economies on a topic stand; the name as the vocabulary has it."""
    return Place("topics", slug(name))


def indicator_place(key: str) -> Place:
    """Where the figures of all economies of an indicator stand."""
    return Place("figures", anchor("indicator", key))


def place(about: Subject | None) -> Place | None:
    """Where an agreement, initiative or dispute stands with the parts of all economies in it."""
    if about is None:
        return None
    records = kind_of(about.named).records
    return Place(records.page, anchor(records.anchor, about.key)) if records else None
