"""A profile: one economy, seven sections, its sources and its own history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from profilegen.core.model.base import Model, PlainText, Texts
from profilegen.core.model.entries import Entry, EntryList, no_switch
from profilegen.core.model.kinds import kinds_in
from profilegen.core.model.kinds.kind_declaration import OWN, Kind
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
from profilegen.core.tree import KeyPath
from profilegen.core.typography import letter


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


SectionNumber = Annotated[int, BeforeValidator(no_switch), Field(ge=1, le=len(SECTIONS))]


class Search(Model):
    """A topic was looked for in sections; what there is of it stands among their entries."""

    topic: PlainText
    sections: tuple[SectionNumber, ...] = Field(default=(), examples=[[4, 5]])
    """Numbers of the template's sections; all seven where it is left out."""
    date: DateField
    by: PlainText | None = None

    def covers(self, kind: SectionKind) -> bool:
        """Whether a section was looked through."""
        return not self.sections or kind.number in self.sections


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

    searched: tuple[Search, ...] = ()
    """Topics that were looked for, so that what is not here can be told from what is not there."""
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


def lists(section: Section) -> Iterator[tuple[Kind, KeyPath, EntryList[Entry]]]:
    """The section's lists of entries in print order: kind of entry, path and list."""
    for kind in kinds_in(section.key):
        if listing := section.listing(kind.model):
            own = kind.list_name == OWN
            yield kind, (section.key,) if own else (section.key, kind.list_name), listing


def entries(profile: Profile) -> Iterator[PlacedEntry]:
    """Every entry in print order, numbered within its section.

    Entries print a running number (JPN 4.3); goals, which are points of one list, a letter
    (JPN 1(a)). The anchor is made of the entry's name, so that it survives a new order.
    """
    for section_kind, section in profile.sections():
        count, letters = 0, 0
        taken: dict[str, int] = {}
        for kind, path, listing in lists(section):
            for index, entry in enumerate(listing.list):
                if kind.lettered:
                    number = f"{section_kind.number}({letter(letters)})"
                    letters += 1
                else:
                    count += 1
                    number = f"{section_kind.number}.{count}"
                base = f"{profile.economy}-{section_kind.number}-{slug(entry.name_text)}"
                taken[base] = taken.get(base, 0) + 1
                anchor = base if taken[base] == 1 else f"{base}-{taken[base]}"
                here = (*path, "list", index)
                name = kind.list_name
                yield PlacedEntry(section_kind, name, here, entry, number, anchor, listing)
