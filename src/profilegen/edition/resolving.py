"""Looking up what a profile names: its entries, figures, tables, counts, and who acts for it."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from profilegen.core.dates import Date
from profilegen.core.entry_facts_with_registry import Tally, count_facts, tally
from profilegen.core.model.data import ProvisionTable
from profilegen.core.model.dispute_counts import Count
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.model.profile import PlacedEntry, Profile, entries
from profilegen.core.model.sections import SectionKind
from profilegen.core.registry import Registry, fold
from profilegen.core.sourcing import registered
from profilegen.core.wto_cases import GAP, wto_number
from profilegen.edition.economies import Economies
from profilegen.edition.entry_to_record import Subject, Topic, subject, topic
from profilegen.edition.means_of_measures import means
from profilegen.edition.participation import stated
from profilegen.edition.record_facts import RecordFacts, record_facts
from profilegen.edition.resolved import (
    ActingUnion,
    CountBasis,
    ResolvedCount,
    ResolvedEntry,
    ResolvedProfile,
    ResolvedProvisions,
)
from profilegen.edition.resolved_observations import drawn_figure, observations


class Resolver:
    """Looks up in the registries what profiles name; what many of them name, only once."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.economies = Economies(registry.economies, registry.groups)
        self._subjects: dict[tuple[type[Entry], str], Subject] = {}

    def resolved(self, profile: Profile) -> ResolvedProfile:
        """Look up everything that a profile names; what is not known stands there as a name."""
        registry, who, code = self.registry, self.economies, profile.economy
        known = tuple(observations(profile, registry.indicators, who))
        counts = getattr(profile.proceedings, "counts", ())
        programmes = (
            programme
            for _, section in profile.sections()
            if (listing := section.listing(Programme))
            for programme in listing.list
        )
        rounds = [item for programme in programmes for item in programme.rounds]
        return ResolvedProfile(
            profile=profile,
            economy=who.of(code),
            unions=tuple(map(who.of, who.unions_of(code))),
            entries=tuple(self._entry(placed, code) for placed in entries(profile)),
            observations=known,
            figures={
                (kind.key, name): drawn_figure(
                    figure,
                    (item for item in known if item.placed.kind is kind),
                    code,
                    registry.indicators,
                )
                for kind, section in profile.sections()
                for name, figure in section.figures.items()
            },
            provisions={
                (kind.key, name): self.provisions(table)
                for kind, section in profile.sections()
                for name, table in section.provision_tables.items()
            },
            destinations={c: who.of(c) for item in rounds for c in item.destinations},
            counts=tuple(self._count(count, code) for count in counts),
            tally=self.tally(code),
            tally_as_of=registry.disputes.as_of,
            acting={
                kind.key: self._acting(kind, section.through, code)
                for kind, section in profile.sections()
                if section.through
            },
            series=registry.series,
            registry_as_of=registry.as_of,
        )

    def topic(self, name: str) -> Topic:
        """A topic by any of its names."""
        return topic(name, self.registry.topics)

    def subject(self, entry: Entry) -> Subject | None:
        """What an entry is about; None for what no registry could have: an act, a goal."""
        key = (type(entry), entry.name_text)
        if key not in self._subjects:
            about = subject(entry, self.registry.book(entry), self.registry.topics)
            if about is None or about.record is None:  # what is written out is the profile's own
                return about
            self._subjects[key] = about
        return self._subjects[key]

    def subjects(self, of: type[Entry]) -> tuple[Subject, ...]:
        """Every record of the registry of these entries."""
        named = map(kind_of(of).naming, self.registry.book_of(of).records)
        return tuple(about for about in map(self.subject, named) if about is not None)

    def facts(self, entry: Entry, code: str) -> RecordFacts | None:
        """The facts of an entry for one economy; none for what no registry could have."""
        book = self.registry.book(entry)
        return record_facts(entry, code, book, self.economies) if book else None

    def _entry(self, placed: PlacedEntry, code: str) -> ResolvedEntry:
        """An entry with what it is about, and what the registry knows of that."""
        written = placed.entry
        book, about = self.registry.book(written), self.subject(written)
        return ResolvedEntry(
            placed,
            tuple(map(self.topic, written.topics)),
            {
                field: tuple(map(self.economies.of, getattr(written, field)))
                for field in kind_of(written).economies
            },
            about,
            self.facts(written, code),
            self.facts(_said_of_all(written, about), code) if about else None,
            stated(written, code, book, self.economies) if book else None,
            registered(written, book),
            tuple(means(name, self.registry.means) for name in getattr(written, "means", ())),
        )

    def tally(self, code: str, until: Date | None = None) -> Tally:
        """How often an economy was a party to the registry's disputes, up to a day or theirs."""
        disputes, economies = self.registry.disputes, self.registry.economies
        return tally(disputes, economies, code, until or disputes.as_of)

    def _count(self, count: Count, code: str) -> ResolvedCount:
        disputes, economies = self.registry.disputes, self.registry.economies
        day, known, found = count.as_of, disputes.as_of, None
        if (
            isinstance(day, Date)
            and known
            and day.first <= known.last
            and fold(count.forum) == "wto"
        ):
            found = self.tally(code, day)
        return ResolvedCount(
            count,
            count_facts(count, disputes, economies, code),
            None if count.numbered else self.count_basis(code),
            found,
        )

    def count_basis(self, code: str = "") -> CountBasis:
        """What a count of the registry's disputes rests on, and whose count it is, if anyone's."""
        of_members = code in self.economies.unions
        return CountBasis(self.registry.disputes.source, self._missing_numbers, of_members)

    @cached_property
    def _missing_numbers(self) -> tuple[int, ...]:
        """The WTO's numbers of which the registry has no dispute, up to its last."""
        until = self.registry.disputes.as_of
        numbers = {
            wto_number(key)
            for key, dispute in self.registry.disputes.records.items()
            if not (
                until
                and isinstance(dispute.requested, Date)
                and until.surely_before(dispute.requested)
            )
        }
        known = sorted(number for number in numbers if number)
        return tuple(
            number
            for last, following in pairwise((0, *known))
            if following - last <= GAP  # behind a wider gap stands a number that is wrong
            for number in range(last + 1, following)
        )

    def provisions(self, table: ProvisionTable) -> ResolvedProvisions:
        """What agreements say, provision by provision; those asked for, or all that one has."""
        agreements, provisions = self.registry.agreements, self.registry.provisions
        keys = [key for name in table.agreements if (key := agreements.key(name))]
        wanted = [key for name in table.provisions if (key := provisions.key(name))]
        book = provisions.records
        chosen = wanted or [key for key, r in book.items() if set(keys) & r.agreements.keys()]
        return ResolvedProvisions(
            tuple(agreements.records[key] for key in keys),
            tuple(
                (book[name], tuple(book[name].agreements.get(key) for key in keys))
                for name in chosen
            ),
            provisions.as_of,
        )

    def _acting(self, kind: SectionKind, union: str, code: str) -> ActingUnion:
        registry = self.registry
        record = registry.economies.records.get(union)
        since = record.members.get(code) if record else None
        who = self.economies.of(union)
        of = kind.recorded.model if kind.recorded else None
        if of is Agreement:
            bound = [
                treaty
                for treaty in registry.agreements.records.values()
                if union in treaty.parties
                and treaty.status == "in force"
                and union not in treaty.left
            ]
            return ActingUnion(who, since, len(bound), as_of=registry.agreements.as_of)
        if of is Initiative:
            parts = [r for r in registry.initiatives.records.values() if union in r.participants]
            return ActingUnion(who, since, len(parts), as_of=registry.initiatives.as_of)
        if of is Dispute:
            until = registry.disputes.as_of
            return ActingUnion(who, since, tally=self.tally(union), as_of=until)
        return ActingUnion(who, since)


def _said_of_all(written: Entry, about: Subject) -> Entry:
    """An entry that says what is known of its subject for whoever has a part in it."""
    if about.record is not None:
        return about.named
    if isinstance(written, Dispute):
        return written.model_copy(update={"stage": None})
    return Agreement(name="-", signed=written.signed) if isinstance(written, Agreement) else written
