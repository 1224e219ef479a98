"""Looking up what a profile names: its entries, figures, tables, counts, and who acts for it."""

from __future__ import annotations

from itertools import pairwise

from profilegen.core.dates import Date
from profilegen.core.entry_facts import count_facts, tally
from profilegen.core.model.counts import Count
from profilegen.core.model.data import ProvisionTable
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.model.profile import PlacedEntry, Profile, entries
from profilegen.core.model.sections import SectionKind
from profilegen.core.registry import Registry
from profilegen.core.sourcing import registered
from profilegen.core.wto_cases import GAP, wto_number
from profilegen.edition.economies import economy
from profilegen.edition.entry_to_record import Subject, subject, topic
from profilegen.edition.means import Means
from profilegen.edition.participation import stated
from profilegen.edition.record_facts import record_facts
from profilegen.edition.resolved import (
    ActingUnion,
    CountBasis,
    ResolvedCount,
    ResolvedEntry,
    ResolvedProfile,
    ResolvedProvisions,
)
from profilegen.edition.resolved_observations import drawn_figure, observations


def resolved(profile: Profile, registry: Registry) -> ResolvedProfile:
    """Look up everything that a profile names."""
    code = profile.economy
    known = tuple(observations(profile, registry))
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
        economy=economy(code, registry),
        unions=tuple(economy(union, registry) for union in registry.unions(code)),
        entries=tuple(entry(placed, code, registry) for placed in entries(profile)),
        observations=known,
        figures={
            (kind.key, name): drawn_figure(figure, kind, code, known, registry)
            for kind, section in profile.sections()
            for name, figure in section.figures.items()
        },
        provisions={
            (kind.key, name): provisions(table, registry)
            for kind, section in profile.sections()
            for name, table in section.provision_tables.items()
        },
        destinations={c: economy(c, registry) for item in rounds for c in item.destinations},
        counts=tuple(_count(count, code, registry) for count in counts),
        tally=tally(registry, code, registry.disputes.as_of),
        tally_as_of=registry.disputes.as_of,
        acting={
            kind.key: _acting(kind, section.through, code, registry)
            for kind, section in profile.sections()
            if section.through
        },
        series=registry.series,
        registry_as_of=registry.as_of,
    )


def entry(placed: PlacedEntry, code: str, registry: Registry) -> ResolvedEntry:
    """An entry with what it is about, and what the registry knows of that."""
    written = placed.entry
    about = subject(written, registry)
    topics = tuple(topic(name, registry) for name in written.topics)
    economies = {
        field: tuple(economy(name, registry) for name in getattr(written, field))
        for field in kind_of(written).economies
    }
    return ResolvedEntry(
        placed,
        topics,
        economies,
        about,
        record_facts(written, code, registry),
        record_facts(_said_of_all(written, about), code, registry) if about else None,
        stated(written, code, registry) if about else None,
        registered(placed, registry),
        tuple(_means(name, registry) for name in getattr(written, "means", ())),
    )


def _means(name: str, registry: Registry) -> Means:
    key = registry.means.key(name)
    if key is None:
        return Means(name, name)
    record = registry.means.records[key]
    return Means(key, record.name, record.group)


def _said_of_all(written: Entry, about: Subject) -> Entry:
    """An entry that says what is known of its subject for whoever has a part in it."""
    if about.record is not None:
        return about.named
    if isinstance(written, Dispute):
        return written.model_copy(update={"stage": None})
    return Agreement(name="-", signed=written.signed) if isinstance(written, Agreement) else written


def subjects(of: type[Entry], registry: Registry) -> tuple[Subject, ...]:
    """Every record of the registry of these entries."""
    found = (subject(kind_of(of).naming(key), registry) for key in registry.book_of(of).records)
    return tuple(about for about in found if about is not None)


def _count(count: Count, code: str, registry: Registry) -> ResolvedCount:
    basis = None if count.numbered else count_basis(code, registry)
    return ResolvedCount(count_facts(count, registry, code), basis)


def count_basis(code: str, registry: Registry) -> CountBasis:
    """What a count of the registry's disputes rests on; `code` is whose count it is, or nothing."""
    record = registry.economies.records.get(code)
    until = registry.disputes.as_of
    numbers = {
        wto_number(key)
        for key, dispute in registry.disputes.records.items()
        if not (
            until and isinstance(dispute.requested, Date) and until.surely_before(dispute.requested)
        )
    }
    known = sorted(number for number in numbers if number)
    missing = tuple(
        number
        for last, following in pairwise((0, *known))
        if following - last <= GAP  # behind a wider gap stands a number that is wrong
        for number in range(last + 1, following)
    )
    return CountBasis(registry.disputes.source, missing, bool(record and record.members))


def provisions(table: ProvisionTable, registry: Registry) -> ResolvedProvisions:
    """What agreements say, provision by provision; those asked for, or all that one of them has."""
    keys = [registry.agreements.key(name) or name for name in table.agreements]
    wanted = [registry.provisions.key(name) or name for name in table.provisions]
    book = registry.provisions.records
    chosen = wanted or [key for key, r in book.items() if set(keys) & r.agreements.keys()]
    return ResolvedProvisions(
        tuple(registry.agreements.records[key] for key in keys),
        tuple(
            (book[name], tuple(book[name].agreements.get(key) for key in keys)) for name in chosen
        ),
        registry.provisions.as_of,
    )


def _acting(kind: SectionKind, union: str, code: str, registry: Registry) -> ActingUnion:
    record = registry.economies.records.get(union)
    since = record.members.get(code) if record else None
    who = economy(union, registry)
    of = kind.recorded.model if kind.recorded else None
    if of is Agreement:
        bound = [
            treaty
            for treaty in registry.agreements.records.values()
            if union in treaty.parties and treaty.status == "in force" and union not in treaty.left
        ]
        return ActingUnion(who, since, len(bound), as_of=registry.agreements.as_of)
    if of is Initiative:
        parts = [r for r in registry.initiatives.records.values() if union in r.participants]
        return ActingUnion(who, since, len(parts), as_of=registry.initiatives.as_of)
    if of is Dispute:
        until = registry.disputes.as_of
        return ActingUnion(who, since, tally=tally(registry, union, until), as_of=until)
    return ActingUnion(who, since)
