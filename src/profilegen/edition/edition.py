"""Everything that is known of the economies of a build, worked out once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from profilegen.core.dates import Date
from profilegen.core.entry_facts_with_registry import Tally
from profilegen.core.model.data import ProvisionTable
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.profile import Profile
from profilegen.core.model.publication_series import Series
from profilegen.core.model.registry import (
    AgreementRecord,
    IndicatorRecord,
    InitiativeRecord,
    TopicRecord,
)
from profilegen.core.model.sections import SectionKind
from profilegen.core.name_matching import plain_letters
from profilegen.core.registry import Registry
from profilegen.edition.bilateral_disputes import Versus, versus
from profilegen.edition.economies import Economy
from profilegen.edition.entry_to_record import Subject, Topic
from profilegen.edition.participation import Participation, participation, parties_of, party_for
from profilegen.edition.parties_without_record import NamedParts, named_parties
from profilegen.edition.record_facts import RecordFacts
from profilegen.edition.resolved import (
    CountBasis,
    ResolvedEntry,
    ResolvedProfile,
    ResolvedProvisions,
)
from profilegen.edition.resolving import Resolver
from profilegen.edition.topic_research import Researched, research


@dataclass(frozen=True, slots=True)
class Known:
    """What the registry alone knows of one economy in an agreement, initiative or dispute."""

    subject: Subject
    economy: Economy
    union: Economy | None
    """The union that is the party."""
    part: Participation
    facts: RecordFacts
    """As they stand for the party, which may be a union of which the economy is a member."""


@dataclass(frozen=True)
class Edition:
    """The profiles of a build with the registries; each fact is worked out when it is asked for.

    It is asked by what makes a page of many economies; views of one take a `ResolvedProfile`.
    """

    all: tuple[ResolvedProfile, ...]
    """All profiles of the build, in its order."""
    resolver: Resolver
    _known: dict[tuple[type, str, str], Known | None] = field(
        init=False, repr=False, default_factory=dict
    )

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The profiles as they are written."""
        return tuple(of.profile for of in self.all)

    @property
    def _registry(self) -> Registry:
        return self.resolver.registry

    @property
    def series(self) -> Series:
        """The series in which the profiles appear."""
        return self._registry.series

    @property
    def as_of(self) -> Date | None:
        """The newest date for which a registry of treaties, initiatives or disputes stands."""
        return self._registry.as_of

    def economy(self, code: str) -> Economy:
        """Who stands behind a code."""
        return self.resolver.economies.of(code)

    def code(self, name: str) -> str:
        """The code behind any name of an economy; a name that is none's stands as it is."""
        return self.resolver.economies.code(name)

    @property
    def unions(self) -> Mapping[str, Economy]:
        """The economies that have members, by code."""
        return self.resolver.economies.unions

    def unions_of(self, code: str) -> tuple[Economy, ...]:
        """The unions that act for an economy."""
        return tuple(map(self.economy, self.resolver.economies.unions_of(code)))

    def without(self, codes: Collection[str]) -> Edition:
        """The same without some economies."""
        return Edition(tuple(of for of in self.all if of.code not in codes), self.resolver)

    @cached_property
    def by_name(self) -> tuple[ResolvedProfile, ...]:
        """All profiles in the order of the names that their pages bear."""
        return tuple(sorted(self.all, key=lambda of: plain_letters(of.name)))

    @cached_property
    def by_number(self) -> tuple[ResolvedProfile, ...]:
        """All profiles in the order of the series; those without a number come last."""

        def order(of: ResolvedProfile) -> tuple[bool, int, str]:
            return of.profile.number is None, of.profile.number or 0, of.code

        return tuple(sorted(self.all, key=order))

    def subject(self, entry: Entry) -> Subject | None:
        """What an entry is about; None for what no registry could have."""
        return self.resolver.subject(entry)

    @cached_property
    def _subjects(self) -> dict[type[Entry], tuple[Subject, ...]]:
        return {}

    @cached_property
    def _with_parties(self) -> dict[type[Entry], tuple[tuple[Subject, frozenset[str]], ...]]:
        return {}

    def subjects(self, of: type[Entry]) -> tuple[Subject, ...]:
        """Every agreement, initiative or dispute of the registry."""
        if of not in self._subjects:
            self._subjects[of] = self.resolver.subjects(of)
        return self._subjects[of]

    def as_of_subjects(self, of: type[Entry]) -> Date | None:
        """The day for which the registry of these stands."""
        return self._registry.book_of(of).as_of

    def seen(self, of: type[Entry]) -> str:
        """Where the facts of these were seen that name no source of their own."""
        return self._registry.book_of(of).source

    def known(self, about: Subject, code: str) -> Known | None:
        """What the registry knows of an economy in a subject; None where it has no part in it."""
        key = (type(about.named), about.key, code)
        if key not in self._known:
            self._known[key] = self._worked_out(about, code)
        return self._known[key]

    def _worked_out(self, about: Subject, code: str) -> Known | None:
        book, economies = self._registry.book_of(type(about.named)), self.resolver.economies
        part = participation(about.named, code, book, economies)
        if part is None:
            return None
        union = economies.of(part.through) if part.through else None
        party = party_for(about.named, code, book, economies)[0]
        return Known(about, economies.of(code), union, part, self.facts(about, party))

    def parts(self, code: str, of: type[Entry]) -> tuple[Known, ...]:
        """All that the registry knows of an economy in agreements, initiatives or disputes."""
        named = {code, *self.resolver.economies.ever_acting_for(code)}
        parts = (
            self.known(about, code)
            for about, parties in self._parties(of)
            if not parties.isdisjoint(named)  # most records name nobody of these
        )
        return tuple(known for known in parts if known)

    def _parties(self, of: type[Entry]) -> tuple[tuple[Subject, frozenset[str]], ...]:
        """Each agreement, initiative or dispute with the codes of whoever has a part in it."""
        if of not in self._with_parties:
            self._with_parties[of] = tuple(
                (about, frozenset(parties_of(about.record))) for about in self.subjects(of)
            )
        return self._with_parties[of]

    def roster(self, about: Subject) -> Iterator[Known]:
        """Every party of a record, or participant in it, as the record lists them."""
        for code in dict.fromkeys(parties_of(about.record)):
            if known := self.known(about, code):
                yield known

    def searched(self, item: ResolvedEntry) -> frozenset[str]:
        """Codes of the economies by which an entry is found: a treaty by its present parties."""
        record = item.subject.record if item.subject else None
        if isinstance(record, AgreementRecord):
            return frozenset(code for code in record.parties if code not in record.left)
        kind = kind_of(item.entry)
        fields = set(kind.search).intersection(kind.economies)
        return frozenset(self.code(who.code) for field in fields for who in item.economies[field])

    def facts(self, about: Subject, code: str = "") -> RecordFacts:
        """The facts of a subject for an economy, or for nobody."""
        facts = self.resolver.facts(about.named, code)
        assert facts is not None  # only what registries can have is a subject
        return facts

    def family(self, keys: Iterable[str]) -> set[str]:
        """Initiatives that are, or have as a pillar, or share a whole with one of these."""
        book = self._registry.initiatives
        whole = {
            key: book.key(record.part_of) if record.part_of else key
            for key, record in book.records.items()
        }
        wholes = {whole.get(key) for key in keys}
        return {key for key, top in whole.items() if top in wholes}

    def wholes(self, keys: Iterable[str]) -> dict[str, InitiativeRecord]:
        """The initiatives of which one of these, or of its family, is a pillar."""
        book, family = self._registry.initiatives, self.family(keys)
        wholes = {
            book.key(record.part_of)
            for key, record in book.records.items()
            if key in family and record.part_of
        }
        return {key: record for key, record in book.records.items() if key in wholes}

    def topic(self, name: str) -> Topic:
        """A topic by any of its names."""
        return self.resolver.topic(name)

    def research(self, of: ResolvedProfile, kind: SectionKind, topic_key: str) -> Researched:
        """What a profile has on a topic in a section; KeyError where the vocabulary has it not."""
        return research(of, kind, topic_key, self._registry.topics)

    @property
    def vocabulary(self) -> Mapping[str, TopicRecord]:
        """The topics by id, in the vocabulary's order."""
        return self._registry.topics.records

    @property
    def indicators(self) -> Mapping[str, IndicatorRecord]:
        """The indicators by id, in the registry's order."""
        return self._registry.indicators.records

    def all_provisions(self) -> ResolvedProvisions | None:
        """All provisions by all agreements that the registry of provisions has."""
        records = self._registry.provisions.records.values()
        names = tuple(dict.fromkeys(name for record in records for name in record.agreements))
        if not names:
            return None
        return self.resolver.provisions(ProvisionTable(caption="-", agreements=names))

    @cached_property
    def named_parties(self) -> NamedParts:
        """The parties that profiles write out where no registry has the record."""
        return named_parties(sorted(self.all, key=lambda of: of.code), self.code)

    def tally(self, code: str) -> Tally:
        """How often an economy was a party to the registry's disputes, up to their date."""
        return self.resolver.tally(code)

    def versus(self, codes: Sequence[str]) -> tuple[tuple[Versus, ...], ...]:
        """The cases of each economy, row by row, against each; of itself against itself none."""
        return versus(codes, self._registry.disputes, self._registry.economies)

    @cached_property
    def count_basis(self) -> CountBasis:
        """What a count of the registry's disputes rests on."""
        return self.resolver.count_basis()
