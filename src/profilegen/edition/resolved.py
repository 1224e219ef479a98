"""A profile with everything that it names looked up: what views of one economy are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.entry_facts_with_registry import Tally, When
from profilegen.core.model.dispute_counts import Count
from profilegen.core.model.entries import Entry
from profilegen.core.model.profile import PlacedEntry, Profile
from profilegen.core.model.publication_series import Series
from profilegen.core.model.registry import AgreementRecord, ProvisionRecord, ProvisionText, Record
from profilegen.core.model.sections import SectionKind
from profilegen.edition.economies import Economy
from profilegen.edition.entry_to_record import Subject, Topic
from profilegen.edition.means_of_measures import Means
from profilegen.edition.participation import Participation
from profilegen.edition.record_facts import RecordFacts
from profilegen.edition.resolved_observations import ResolvedFigure, ResolvedObservation


@dataclass(frozen=True, slots=True, eq=False)
class ResolvedEntry:
    """A numbered entry, with what the registries know of what it names.

    It equals itself alone, so that what is made of it can be remembered.
    """

    placed: PlacedEntry
    topics: tuple[Topic, ...]
    economies: Mapping[str, tuple[Economy, ...]]
    """Those that it names, by the field that names them."""
    subject: Subject | None = None
    """The agreement, initiative or dispute that it is about."""
    facts: RecordFacts | None = None
    """The facts of its subject, as the profile has them."""
    registered: RecordFacts | None = None
    """The facts of its subject, as the registry alone has them."""
    part: Participation | None = None
    """What the economy is to its subject, as its profile says."""
    in_registry: bool = False
    """Whether the registry answers for it."""
    means: tuple[Means, ...] = ()
    """By which means it intervenes."""

    @property
    def entry(self) -> Entry:
        """The entry as it is written."""
        return self.placed.entry

    @property
    def record(self) -> Record | None:
        """The registry's record of its subject, or None."""
        return self.subject.record if self.subject else None


@dataclass(frozen=True, slots=True)
class CountBasis:
    """What a count of disputes rests on that the registry gives."""

    seen: str
    """Where the registry's disputes were seen."""
    missing: tuple[int, ...]
    """The WTO's numbers (DS...) of which no source was seen."""
    of_members: bool
    """Whether cases against member States are included."""


@dataclass(frozen=True, slots=True)
class ResolvedCount:
    """How often the economy stood on each side before one forum."""

    written: Count
    """As the profile has it."""
    count: Count
    """With the registry's numbers where the profile gives none."""
    basis: CountBasis | None
    """What it rests on, where the registry gives the numbers."""
    registered: Tally | None = None
    """The registry's own count on that day; None where it does not reach so far."""


@dataclass(frozen=True, slots=True)
class ActingUnion:
    """What a union does that acts for an economy in a section, by the registries."""

    union: Economy
    since: When
    """When the economy became a member."""
    bound: int = 0
    """Treaties in force for the union, or initiatives in which it takes part."""
    tally: Tally | None = None
    """Its disputes."""
    as_of: Date | None = None
    """The day for which the registry stands."""


@dataclass(frozen=True, slots=True)
class ResolvedProvisions:
    """A table of provisions by agreements, filled."""

    treaties: tuple[AgreementRecord, ...]
    rows: tuple[tuple[ProvisionRecord, tuple[ProvisionText | None, ...]], ...]
    as_of: Date | None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ResolvedProfile:
    """One economy's profile, with everything that it names looked up.

    It equals itself alone, so that what is made of it can be remembered.
    """

    profile: Profile
    economy: Economy
    unions: tuple[Economy, ...]
    """The unions that act for the economy."""
    entries: tuple[ResolvedEntry, ...]
    observations: tuple[ResolvedObservation, ...]
    figures: Mapping[tuple[str, str], ResolvedFigure]
    """Charts by section and name."""
    provisions: Mapping[tuple[str, str], ResolvedProvisions]
    """Tables of provisions by section and name."""
    destinations: Mapping[str, Economy]
    """The economies that rounds of programmes name, by code."""
    counts: tuple[ResolvedCount, ...]
    tally: Tally
    """The registry's count of the economy's disputes."""
    tally_as_of: Date | None
    acting: Mapping[str, ActingUnion]
    """The unions that act for the economy, by section."""
    series: Series
    registry_as_of: Date | None
    """The newest date for which a registry of treaties, initiatives or disputes stands."""

    @property
    def code(self) -> str:
        """The economy's code."""
        return self.profile.economy

    @property
    def name(self) -> str:
        """The name that its page bears."""
        return self.profile.title or self.economy.name

    @property
    def placed(self) -> tuple[PlacedEntry, ...]:
        """The entries at their places, in print order."""
        return tuple(entry.placed for entry in self.entries)

    def of(self, kind: SectionKind, list_name: str = "") -> tuple[ResolvedEntry, ...]:
        """The entries of a section, or of one of its lists."""
        return tuple(
            e
            for e in self.entries
            if e.placed.kind is kind and list_name in ("", e.placed.list_name)
        )

    def named(self) -> Iterator[Topic]:
        """Every topic that an entry bears, as often as one does."""
        for entry in self.entries:
            yield from entry.topics
