"""A column of a comparison: what one economy contributes, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from profilegen.core.dates import Date
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.sections import SECTIONS, Proceedings, SectionKind
from profilegen.core.model.sources import Source
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Text
from profilegen.edition.economies import Economy
from profilegen.edition.edition import Known
from profilegen.edition.parties_without_record import NamedParts
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.view.blocks.chart import ChartView
from profilegen.view.blocks.table import TableView
from profilegen.view.comparison.cell import (
    LISTED,
    NONE,
    NONE_FOUND,
    NOT_APPLICABLE,
    UNKNOWN,
    WRITTEN,
    ComparedCell,
    ComparedEntry,
)
from profilegen.view.comparison.figures import Measured, measured
from profilegen.view.comparison.record_cells import listed, unlisted, written_out
from profilegen.view.entries.entry import entry_view
from profilegen.view.profile.section import section_view
from profilegen.view.profile.section_view import (
    BlockView,
    EntriesView,
    ListItem,
    ListView,
    ParagraphView,
    SectionView,
)
from profilegen.view.text.footnotes import mapped
from profilegen.view.text.native_economy_names import native_name
from profilegen.view.text.nodes import Native, Ref, Run
from profilegen.view.wording.en import compared_cells
from profilegen.view.wording.en.comparison import stood
from profilegen.view.wording.en.general import the
from profilegen.view.wording.wording_by_kind import wording

NO_TEXT = ComparedCell(NONE, (Text(str(compared_cells.SAY["no_text"])),), token="text")
"""The cell of a section without running text, beside others that have some."""


@dataclass(frozen=True, slots=True)
class SectionColumn:
    """One section of one economy."""

    number: int
    state: str
    """written, none_found, not_applicable, not_researched or missing."""
    stood: Words
    """How far the profile is, and when it and the section were last checked, in words."""
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
    article: Words
    """The name as running text has it: `the United States`."""
    native: Native | None
    status: str
    updated: Date
    sections: tuple[SectionColumn, ...]
    sources: Mapping[str, Source]
    unions: tuple[Economy, ...] = ()
    """The unions that act for it."""

    def section(self, number: int) -> SectionColumn:
        """The section with a number."""
        return self.sections[number - 1]


RecordParts = Mapping[int, Sequence[Known]]
"""What the registry knows of one economy in the records of a section, by its number."""


def column(of: ResolvedProfile, known: RecordParts, named: NamedParts) -> Column:
    """Compose the column of a profile; `named` are the parties that other profiles write out."""
    code, profile = of.code, of.profile
    made = Column(
        code=code,
        name=of.name,
        article=the(of.economy),
        native=native_name(of.economy),
        status=profile.status,
        updated=profile.updated,
        sections=tuple(_section(kind, of, known.get(kind.number, ()), named) for kind in SECTIONS),
        sources=profile.sources,
        unions=of.unions,
    )

    figures = measured(of)

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
    kind: SectionKind, of: ResolvedProfile, known: Sequence[Known], named: NamedParts
) -> SectionColumn:
    view = section_view(kind, of)
    entries = of.of(kind)
    cells: dict[str, ComparedCell] = {}
    items: tuple[ComparedEntry, ...] = ()
    if kind.recorded:
        for key, cell in chain(
            _listed_cells(entries, of),
            _known_cells(view.state, known),
            _named_cells(kind, of, named),
        ):
            cells.setdefault(key, cell)
    else:
        items = tuple(_item(entry, of) for entry in entries)
    acting = of.acting.get(kind.key)
    return SectionColumn(
        kind.number,
        view.state,
        _stood(kind, of, view.dated),
        _text(view, entries, of),
        _rest(view.state, the(acting.union) if acting else ""),
        items,
        cells,
    )


def _stood(kind: SectionKind, of: ResolvedProfile, checked: Words | str) -> Words:
    updated = of.profile.updated
    section = getattr(of.profile, kind.key)
    together = section is not None and section.checked == updated
    return stood(of.profile.status, updated, checked, together=together)


def _listed_cells(
    entries: Sequence[ResolvedEntry], of: ResolvedProfile
) -> Iterator[tuple[str, ComparedCell]]:
    """What the profile lists; kinds without a registry (remedies) have no rows."""
    for entry in entries:
        if entry.subject is not None:
            yield entry.subject.key, listed(entry, of)


def _known_cells(state: str, known: Sequence[Known]) -> Iterator[tuple[str, ComparedCell]]:
    """What the registry knows."""
    for part in known:
        yield part.subject.key, unlisted(part, state)


def _named_cells(
    kind: SectionKind, of: ResolvedProfile, named: NamedParts
) -> Iterator[tuple[str, ComparedCell]]:
    """What other profiles write out."""
    for (section, key), parties in named.items():
        for party in (of.economy, *of.unions):
            if section == kind.number and party.code in parties:
                union = None if party is of.economy else party
                yield key, written_out(parties[party.code], union)


def _item(resolved: ResolvedEntry, of: ResolvedProfile) -> ComparedEntry:
    """An entry by topic; what rests on its list's source says so itself, for lists come apart."""
    entry, placed = resolved.entry, resolved.placed
    if not entry.source and placed.listing.source.citations:
        entry = entry.model_copy(update={"source": placed.listing.source})
        resolved = replace(resolved, placed=replace(placed, entry=entry))
    topics = tuple(dict.fromkeys(topic.key for topic in resolved.topics))
    kind = kind_of(entry)
    name = wording(kind.one).one if kind.lettered else ""
    return ComparedEntry(entry_view(resolved, of), Words(name), topics)


def _rest(state: str, union: Words | str) -> ComparedCell:
    """The cell of a topic on which a section has nothing, by the section's state."""
    facts = ((Text(str(compared_cells.acts_here(union))),),) if union else ()
    if state in (NONE_FOUND, NOT_APPLICABLE):
        return ComparedCell(
            state, (Text(str(compared_cells.SAY[state])),), facts=facts, token="out"
        )
    if state != WRITTEN:
        words = (Text(str(compared_cells.SAY["not_researched"])),)
        return ComparedCell(UNKNOWN, words, facts=facts, token="unknown")
    return ComparedCell(
        NONE, (Text(str(compared_cells.SAY["none_recorded"])),), facts=facts, token="out"
    )


def _text(view: SectionView, entries: Sequence[ResolvedEntry], of: ResolvedProfile) -> ComparedCell:
    """The section's running text; entries stand in rows, with the note of their list.

    Of a list only its own lead-in is text: what is said where it has none is said by the rows.
    Tables and charts stand on the page of figures, which says in what two figures differ.
    """
    led = {e.placed.anchor for e in entries if e.placed.listing.lead_in}
    rowless = {
        e.placed.anchor for e in entries if e.placed.kind.recorded not in (None, kind_of(e.entry))
    }
    kept: list[BlockView] = []
    for block in view.blocks:
        if isinstance(block, EntriesView):
            if block.entries[0].anchor in rowless:
                kept.append(_spelled_out(block))
            elif block.entries[0].anchor in led:
                kept += _led(block, [entry.number for entry in block.entries])
        elif isinstance(block, ListView) and block.items and block.items[0].anchor:
            numbers = [f"{of.code} {view.number}({item.label})" for item in block.items]
            if block.items[0].anchor in led:
                kept += _led(block, numbers)
        elif not isinstance(block, TableView | ChartView):
            kept.append(block)
    if view.key == Proceedings.key and not of.counts and view.key not in of.acting:
        kept.append(_counted(of))
    if not kept:
        return NO_TEXT
    written = LISTED if view.state == WRITTEN else _rest(view.state, "").state
    return ComparedCell(written, blocks=tuple(kept), token="text")


def _led(block: EntriesView | ListView, numbers: list[str]) -> Iterator[BlockView]:
    """A list's lead-in with the numbers of its entries."""
    last = numbers[-1].partition(" ")[2]
    span = numbers[0] if len(numbers) == 1 else compared_cells.span(numbers[0], last)
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


def _counted(of: ResolvedProfile) -> ParagraphView:
    counts, until = of.tally, of.tally_as_of
    name = the(of.economy)
    words = compared_cells.disputes_counted(name, counts.complainant, counts.respondent, until)
    return ParagraphView((Text(str(words)),))
