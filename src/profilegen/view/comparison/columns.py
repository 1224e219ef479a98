"""All that comparisons are made of: the columns of a folder, and the rows they may stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from profilegen.core.model.entries import Dispute, Entry
from profilegen.core.model.profile import PlacedEntry, Profile, entries
from profilegen.core.model.sections import SECTIONS, SectionKind
from profilegen.core.registry import Registry
from profilegen.core.resolve import dispute_facts
from profilegen.edition.participation import record_of
from profilegen.view.comparison.column import IDENTITY, Column, Named, column, records
from profilegen.view.comparison.figures import figure_head
from profilegen.view.comparison.row_heads import Head, identity_head
from profilegen.view.site.anchors import Place, family, place, row_key


@dataclass(frozen=True, slots=True)
class ComparisonBasis:
    """All that comparisons are made of: the columns of a folder and the rows they may stand in."""

    columns: Mapping[str, Column]
    heads: Mapping[int, Mapping[str, Head]]
    """Heads of the sections whose rows are records, by section and key, in the rows' order."""
    indicators: Mapping[str, Head]
    """Heads of the indicators of which a column has figures, in the registry's order."""


def comparison_basis(profiles: Iterable[Profile], registry: Registry) -> ComparisonBasis:
    """Compose the columns of all profiles: what one of them lists is a row for the others."""
    known = sorted(profiles, key=lambda profile: profile.economy)
    placed = {profile.economy: tuple(entries(profile)) for profile in known}
    named = _named(placed, registry)
    columns = {
        p.economy: column(p, placed[p.economy], named, registry) for p in known
    }  # fmt: skip
    heads: dict[int, dict[str, Head]] = {}
    for kind in SECTIONS:
        if kind.key not in IDENTITY:
            continue
        section_heads: dict[str, Head] = {}
        listed = _listed(kind, columns, registry)
        for entry in (*records(kind, registry), *_own(kind, placed, registry)):
            key = row_key(entry, registry)
            if key not in section_heads and any(
                key in c.section(kind.number).cells for c in columns.values()
            ):
                head = identity_head(entry, registry, named.get((kind.number, key), {}))
                target = place(entry, registry) if key in listed else None
                target = target or _between(entry, columns, registry)
                section_heads[key] = replace(head, place=target)
        heads[kind.number] = dict(sorted(section_heads.items(), key=lambda pair: pair[1].order))
    measured = {key for c in columns.values() for s in c.sections for key in s.figures}
    indicators = {
        key: figure_head(key, registry) for key in registry.indicators.records if key in measured
    }
    return ComparisonBasis(columns, heads, indicators)


def _listed(
    kind: SectionKind, columns: Mapping[str, Column], registry: Registry
) -> Collection[str]:
    """Records of which the site tells one by one: those that a profile lists, and their pillars."""
    cells = [cell for c in columns.values() for cell in c.section(kind.number).cells.items()]
    listed = {key for key, cell in cells if cell.number}
    return family(listed, registry) if kind.key == "plurilaterals" else listed


def _between(entry: Entry, columns: Mapping[str, Column], registry: Registry) -> Place | None:
    """Where the site counts a dispute that no profile lists: by who brought it against whom."""
    if isinstance(entry, Dispute):
        facts = dispute_facts(entry, registry)
        for by, against in product(facts.complainant, facts.respondent):
            if by in columns and against in columns:
                return Place("disputes", f"by-{by}-{against}")
    return None


def _own(
    kind: SectionKind, placed: Mapping[str, tuple[PlacedEntry, ...]], registry: Registry
) -> Iterator[Entry]:
    """The entries of a section that its registry does not know; trade remedies have none."""
    for of_profile in placed.values():
        for p in of_profile:
            if p.kind is not kind or registry.book(p.entry) is None:
                continue
            if record_of(p.entry, registry) is None:
                yield p.entry


_PARTS = {
    "parties": "Party",
    "complainant": "Complainant",
    "respondent": "Respondent",
    "third_parties": "Third party",
}


def _named(placed: Mapping[str, tuple[PlacedEntry, ...]], registry: Registry) -> Named:
    named: dict[tuple[int, str], dict[str, tuple[str, str]]] = {}
    for code, of_profile in placed.items():
        for p in of_profile:
            if registry.book(p.entry) is None or record_of(p.entry, registry):
                continue
            key = row_key(p.entry, registry)
            for role, word in _PARTS.items():
                for name in getattr(p.entry, role, ()):
                    party = registry.economies.key(name) or name
                    by = f"{code} {p.number}"
                    named.setdefault((p.kind.number, key), {}).setdefault(party, (word, by))
    return named
