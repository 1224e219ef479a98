"""A column of a comparison: what one economy contributes, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from profilegen.core.dates import Date
from profilegen.core.locale import economy_name
from profilegen.core.model.entries import Agreement, Dispute, Entry, Goal, Initiative
from profilegen.core.model.profile import PlacedEntry, Profile
from profilegen.core.model.sections import SECTIONS, SectionKind
from profilegen.core.model.sources import Source
from profilegen.core.registry import Registry
from profilegen.core.resolve import tally
from profilegen.core.richtext import Text
from profilegen.core.typography import curly, sentence
from profilegen.view.blocks.chart import ChartView
from profilegen.view.blocks.table import TableView
from profilegen.view.comparison.cell import (
    LISTED,
    NONE,
    NONE_FOUND,
    NOT_APPLICABLE,
    UNKNOWN,
    ComparedCell,
    ComparedEntry,
)
from profilegen.view.comparison.figures import Measured, measured
from profilegen.view.comparison.record_cells import listed, unlisted, written_out
from profilegen.view.entries.entry import entry_note, entry_view
from profilegen.view.entries.entry_view import EntryView
from profilegen.view.profile.section import section_view
from profilegen.view.profile.section_view import (
    SILENCE,
    BlockView,
    EntriesView,
    ListItem,
    ListView,
    ParagraphView,
    SectionView,
)
from profilegen.view.site.anchors import row_key
from profilegen.view.text.drafting import line
from profilegen.view.text.footnotes import mapped
from profilegen.view.text.nodes import Native, Ref, Run

IDENTITY = {"economic_treaties": "agreements", "plurilaterals": "initiatives",
            "proceedings": "disputes"}  # fmt: skip
"""Sections whose rows are records, with the registry that holds them; the others go by topic."""


@dataclass(frozen=True, slots=True)
class SectionColumn:
    """One section of one economy."""

    number: int
    state: str
    """written, none_found, not_applicable, not_researched or missing."""
    checked: str
    text: ComparedCell
    rest: ComparedCell
    """The cell of a topic on which the section has no entry."""
    items: tuple[ComparedEntry, ...] = ()
    """Entries that stand by topic, in print order."""
    cells: Mapping[str, ComparedCell] = field(default_factory=dict)
    """Cells by row key, of the sections whose rows are records."""
    figures: Mapping[str, Measured] = field(default_factory=dict)
    """Figures by indicator."""


@dataclass(frozen=True, slots=True)
class Column:
    """One economy's contribution to any comparison."""

    code: str
    name: str
    article: str
    """The name as running text has it: `the United States`."""
    native: Native | None
    status: str
    updated: Date
    sections: tuple[SectionColumn, ...]
    sources: Mapping[str, Source]

    def section(self, number: int) -> SectionColumn:
        """The section with a number."""
        return self.sections[number - 1]


Named = Mapping[tuple[int, str], Mapping[str, tuple[str, str]]]
"""Parties that profiles write out where no registry has the record, with their part and the entry;
by section and row, and by economy."""


def column(
    profile: Profile, placed: tuple[PlacedEntry, ...], named: Named, registry: Registry
) -> Column:
    """Compose the column of a profile; `named` are the parties that other profiles write out."""
    code = profile.economy
    record = registry.economies.records[code]
    made = Column(
        code=code,
        name=profile.title or record.name,
        article=curly(economy_name(code, registry, article=True)),
        native=Native(record.native_name, record.language or "und") if record.native_name else None,
        status=profile.status,
        updated=profile.updated,
        sections=tuple(_section(kind, profile, placed, named, registry) for kind in SECTIONS),
        sources=profile.sources,
    )

    figures = measured(profile, registry)

    def spelled(ref: Ref) -> Text:
        """A link within the profile, as words that say whose entry it is."""
        return Text(ref.label if ref.label.startswith(code) else f"{code} {ref.label}")

    sections = tuple(
        replace(
            section,
            text=mapped(section.text, spelled, Ref),
            items=mapped(section.items, spelled, Ref),
            cells={key: mapped(cell, spelled, Ref) for key, cell in section.cells.items()},
            figures=figures.get(section.number, {}),
        )
        for section in made.sections
    )
    return replace(made, sections=sections)


def _section(
    kind: SectionKind,
    profile: Profile,
    placed: tuple[PlacedEntry, ...],
    named: Named,
    registry: Registry,
) -> SectionColumn:
    view = section_view(kind, profile, placed, registry)
    entries = tuple(p for p in placed if p.kind is kind)
    cells: dict[str, ComparedCell] = {}
    items: tuple[ComparedEntry, ...] = ()
    if kind.key in IDENTITY:
        for key, cell in chain(
            _listed_cells(kind, profile, placed, registry),
            _known_cells(kind, view.state, profile.economy, registry),
            _named_cells(kind, profile.economy, named, registry),
        ):
            cells.setdefault(key, cell)
    else:
        items = tuple(_item(p, placed, profile, registry) for p in entries)
    section = getattr(profile, kind.key)
    union = section.through if section else None
    return SectionColumn(
        kind.number,
        view.state,
        view.dated,
        _text(view, entries, profile, registry),
        _rest(view.state, economy_name(union, registry, article=True) if union else ""),
        items,
        cells,
    )


_SILENT = {
    "none_found": "The profile found none; from the registry",
    "not_applicable": "Not applicable by the profile; from the registry",
    "not_researched": "Section not researched; from the registry",
    "missing": "Section not researched; from the registry",
}


def records(kind: SectionKind, registry: Registry) -> Iterator[Entry]:
    """An entry that only names it, for each record of a section's registry."""
    for key in getattr(registry, IDENTITY[kind.key]).records:
        yield _bare(kind, key)


def _bare(kind: SectionKind, key: str) -> Entry:
    if kind.key == "proceedings":
        return Dispute(case=key)
    return Initiative(name=key) if kind.key == "plurilaterals" else Agreement(name=key)


def _listed_cells(
    kind: SectionKind, profile: Profile, placed: tuple[PlacedEntry, ...], registry: Registry
) -> Iterator[tuple[str, ComparedCell]]:
    """What the profile lists; what no registry has (remedies) has no row."""
    for p in placed:
        if p.kind is kind and registry.book(p.entry) is not None:
            yield row_key(p.entry, registry), listed(p, placed, profile, registry)


def _known_cells(
    kind: SectionKind, state: str, economy: str, registry: Registry
) -> Iterator[tuple[str, ComparedCell]]:
    """What the registry knows."""
    for entry in records(kind, registry):
        if known := unlisted(entry, economy, registry, _SILENT.get(state, "")):
            yield row_key(entry, registry), known


def _named_cells(
    kind: SectionKind, economy: str, named: Named, registry: Registry
) -> Iterator[tuple[str, ComparedCell]]:
    """What other profiles write out."""
    for (section, key), parties in named.items():
        for party in (economy, *registry.unions(economy)):
            if section == kind.number and party in parties:
                union = economy_name(party, registry, article=True)
                through = "" if party == economy else f"through {union}"
                yield key, written_out(*parties[party], through)


def _item(
    placed: PlacedEntry, others: tuple[PlacedEntry, ...], profile: Profile, registry: Registry
) -> ComparedEntry:
    """An entry by topic; what rests on its list's source says so itself, for lists come apart."""
    entry = placed.entry
    if not entry.source and placed.listing.source.citations:
        entry = entry.model_copy(update={"source": placed.listing.source})
    topics = tuple(dict.fromkeys(registry.topics.key(t) or t for t in entry.topics))
    if isinstance(entry, Goal):
        goal = EntryView(
            f"{profile.economy} {placed.number}",
            placed.anchor,
            line(entry.goal),
            notes=entry_note(entry, registry, profile.economy),
        )
        return ComparedEntry(goal, "Goal", topics)
    view = entry_view(replace(placed, entry=entry), others, profile, registry)
    return ComparedEntry(view, "", topics)


def _rest(state: str, union: str) -> ComparedCell:
    """The cell of a topic on which a section has nothing, by the section's state."""
    facts = ((Text(curly(f"{sentence(union)} acts here")),),) if union else ()
    if state == "none_found":
        return ComparedCell(NONE_FOUND, (Text("None found"),), facts=facts, token="out")
    if state == "not_applicable":
        return ComparedCell(NOT_APPLICABLE, (Text("Not applicable"),), facts=facts, token="out")
    if state in SILENCE:
        return ComparedCell(UNKNOWN, (Text("Not researched"),), facts=facts, token="unknown")
    return ComparedCell(NONE, (Text("None recorded"),), facts=facts, token="out")


def _text(
    view: SectionView, entries: tuple[PlacedEntry, ...], profile: Profile, registry: Registry
) -> ComparedCell:
    """The section's running text; entries stand in rows, with the note of their list.

    Of a list only its own lead-in is text: what is said where it has none is said by the rows.
    Tables and charts stand on the page of figures, which says in what two figures differ.
    """
    led = {p.anchor for p in entries if p.listing.lead_in}
    remedies = {p.anchor for p in entries if p.list_name == "remedies"}
    kept: list[BlockView] = []
    for block in view.blocks:
        if isinstance(block, EntriesView):
            if block.entries[0].anchor in remedies:  # no registry has them, so they have no rows
                kept.append(_spelled_out(block))
            elif block.entries[0].anchor in led:
                kept += _led(block, [entry.number for entry in block.entries])
        elif isinstance(block, ListView) and block.items and block.items[0].anchor:
            numbers = [f"{profile.economy} {view.number}({item.label})" for item in block.items]
            if block.items[0].anchor in led:
                kept += _led(block, numbers)
        elif not isinstance(block, TableView | ChartView):
            kept.append(block)
    proceedings = view.key == "proceedings"
    disputes = profile.proceedings if proceedings else None
    silent = disputes is None or not (disputes.counts or disputes.through)
    if proceedings and silent:
        kept.append(_counted(profile.economy, registry))
    if not kept:
        return ComparedCell(NONE, (Text("No text"),), token="text")
    written = LISTED if view.state == "written" else _rest(view.state, "").state
    return ComparedCell(written, blocks=tuple(kept), token="text")


def _led(block: EntriesView | ListView, numbers: list[str]) -> Iterator[BlockView]:
    """A list's lead-in with the numbers of its entries."""
    last = numbers[-1].partition(" ")[2]
    span = numbers[0] if len(numbers) == 1 else f"{numbers[0]} to {last}"
    yield ParagraphView((*block.lead_in, Text(f" {span}.")))


def _spelled_out(block: EntriesView) -> ListView:
    """Entries as points of a list, each with its number."""
    points = []
    for entry in block.entries:
        parts = [part for fact in (*entry.facts, entry.gist) if fact for part in (_SEMICOLON, fact)]
        words = (*entry.title, Text(": "), *(span for part in parts[1:] for span in part))
        points.append(ListItem((*words, Text(f" ({entry.number})"), *entry.notes)))
    return ListView(block.lead_in, tuple(points))


_SEMICOLON: Run = (Text("; "),)


def _counted(economy: str, registry: Registry) -> ParagraphView:
    counts, until = tally(registry, economy, registry.disputes.as_of), registry.disputes.as_of
    name = curly(economy_name(economy, registry, article=True))
    statement = (
        f"The profile has no count. The registry of disputes has {name} as complainant in "
        f"{counts.complainant} WTO cases and as respondent in {counts.respondent}"
    )
    return ParagraphView((Text(f"{statement}, as of {until}." if until else f"{statement}."),))
