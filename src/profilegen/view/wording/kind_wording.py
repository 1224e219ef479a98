"""The words for a kind of entry, and what they are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from profilegen.core.model.profile import PlacedEntry
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.edition.economies import Economy
from profilegen.edition.entry_to_record import Subject
from profilegen.view.text.nodes import Run
from profilegen.view.wording.entry_view import EntryView

ANY_ECONOMY = "XXX"
"""What stands in an example for the code of the profile's own economy."""


@dataclass(frozen=True, slots=True)
class EntryContext:
    """What an entry is told with: whose it is, and what stands beside it."""

    economy: Economy
    others: tuple[PlacedEntry, ...] = ()
    """All entries of the section, of any kind."""
    economies: Mapping[str, tuple[Economy, ...]] = field(default_factory=dict)
    """Those that it names, by the field that names them."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What is said of a record to whoever looks at it: the head of its row in comparisons."""

    title: Run
    facts: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class EntryWording:
    """A kind of entry in a language."""

    one: Words
    """`Treaty`"""
    many: Words
    """`Treaties`"""
    compose: Callable[[Any, EntryContext], EntryView]
    """What an entry shows, of its fields, before it has its number, notes and topics.

    Where the kind has records it is given their facts for the economy.
    """
    record: Callable[[Any, Subject], RecordWords] | None = None
    """What a record says to whoever looks, of its facts, where the kind has records."""
    elsewhere: Words = UNSAID
    """The link to where all economies' part in the same record is told: `all parties`."""
    example: str = ""
    """How an author writes one, in YAML; a new profile shows it in the kind's home section."""
