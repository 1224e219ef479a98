"""A profile: one economy, seven sections, its sources and its own history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from profilegen.core.model.base import Model, PlainText, Texts
from profilegen.core.model.entries import Entry, EntryList
from profilegen.core.model.sections import (
    SECTIONS,
    ConstitutionalProvisions,
    DigitalStrategy,
    EconomicTreaties,
    IndustrialStrategy,
    Plurilaterals,
    Proceedings,
    RegulatoryProvisions,
    Section,
    SectionKind,
)
from profilegen.core.model.sources import Source
from profilegen.core.model.text_fields import Line
from profilegen.core.model.value_fields import DateField
from profilegen.core.slug import slug
from profilegen.core.typography import letter
from profilegen.core.yaml_source import KeyPath


class Waiver(Model):
    """A finding that is accepted, with the reason, in the open."""

    finding: Annotated[str, Field(pattern="^PG[0-9]{3}$")]
    at: PlainText
    """The finding's place, as `validate` names it: `economic_treaties TPP`."""
    reason: PlainText


class Change(Model):
    """One step in the profile's history."""

    date: DateField
    by: PlainText
    what: PlainText


SourceKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9](?:[\w:.+/-]*[A-Za-z0-9])?$")]


FORMAT: Final = 1
"""Edition of the form of a profile that this program reads."""


class Profile(Model):
    """One economy's country profile."""

    format: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    """Edition of the form that the file is written in."""
    economy: PlainText = Field(examples=["JPN"])
    """Three-letter code of the economies registry (ISO 3166-1 alpha-3, and EUU)."""
    status: Literal["draft", "reviewed", "published"]
    number: Annotated[int, Field(ge=1, le=9999)] | None = None
    """Number in the series."""
    title: PlainText | None = None
    based_on: PlainText | None = None
    authors: Texts = ()
    reviewers: Texts = ()
    updated: DateField
    """Date up to which the profile was brought."""
    language: Literal["en"] = "en"

    industrial_strategy: IndustrialStrategy | None = None
    digital_strategy: DigitalStrategy | None = None
    constitutional_provisions: ConstitutionalProvisions | None = None
    regulatory_provisions: RegulatoryProvisions | None = None
    economic_treaties: EconomicTreaties | None = None
    plurilaterals: Plurilaterals | None = None
    proceedings: Proceedings | None = None

    sources: dict[SourceKey, Source] = Field(default_factory=dict)
    abbreviations: dict[PlainText, PlainText] = Field(default_factory=dict)
    open_points: tuple[Line, ...] = ()
    """What the sources leave open, said to the reader at the end."""
    waivers: tuple[Waiver, ...] = ()
    history: tuple[Change, ...] = ()

    def sections(self) -> Iterator[tuple[SectionKind, Section]]:
        """The sections that are there, in the template's order."""
        for kind in SECTIONS:
            section = getattr(self, kind.key)
            if section is not None:
                yield kind, section


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry at its place: where it stands in the file, its printed number, its anchor."""

    kind: SectionKind
    list_name: str
    path: KeyPath
    entry: Entry
    number: str
    anchor: str
    listing: EntryList[Entry]

    @property
    def place(self) -> str:
        """The place as waivers name it."""
        return f"{self.kind.key} {self.entry.name_text}"


def lists(kind: SectionKind, section: Section) -> Iterator[tuple[str, KeyPath, EntryList[Entry]]]:
    """The section's lists of entries in print order: name, path and list."""
    for name in section.lists:
        attribute = "entries" if name == "list" else name
        value = getattr(section, attribute)
        if isinstance(value, EntryList):
            path = (kind.key,) if name == "list" else (kind.key, name)
            yield name, path, value


def entries(profile: Profile) -> Iterator[PlacedEntry]:
    """Every entry in print order, numbered within its section.

    Entries print a running number (JPN 4.3); goals, which are points of one list, a letter
    (JPN 1(a)). The anchor is made of the entry's name, so that it survives a new order.
    """
    for kind, section in profile.sections():
        count, letters = 0, 0
        taken: dict[str, int] = {}
        for name, path, listing in lists(kind, section):
            for index, entry in enumerate(listing.list):
                if name == "goals":
                    number = f"{kind.number}({letter(letters)})"
                    letters += 1
                else:
                    count += 1
                    number = f"{kind.number}.{count}"
                base = f"{profile.economy}-{kind.number}-{slug(entry.name_text)}"
                taken[base] = taken.get(base, 0) + 1
                anchor = base if taken[base] == 1 else f"{base}-{taken[base]}"
                here = (*path, "list", index)
                yield PlacedEntry(kind, name, here, entry, number, anchor, listing)
