"""Compose one section: its head and its blocks in print order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from profilegen.core.dates import Date
from profilegen.core.model.data import Claim
from profilegen.core.model.entries import Entry, EntryList
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.model.profile import lists
from profilegen.core.model.sections import Section, SectionKind
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.core.remembered import remembered
from profilegen.core.richtext import Block, Paragraph, Placement, Text, TextList
from profilegen.core.slug import slug
from profilegen.core.typography import unbroken
from profilegen.edition.economies import Economy
from profilegen.edition.resolved import ResolvedCount, ResolvedEntry, ResolvedProfile
from profilegen.view.blocks.chart import ChartView, chart_view
from profilegen.view.blocks.programme_tables import programme_tables
from profilegen.view.blocks.table import TableView, provision_table, table_view
from profilegen.view.entries.entry import entry_view
from profilegen.view.entries.registry_evidence import evidence
from profilegen.view.profile.section_view import (
    BlockView,
    EntriesView,
    ListItem,
    ListView,
    ParagraphView,
    SectionView,
    SilenceView,
)
from profilegen.view.text.nodes import Draft, TextNode
from profilegen.view.text.running_text import line, note, run
from profilegen.view.wording.en import section as wording
from profilegen.view.wording.en.blocks import label
from profilegen.view.wording.en.general import claimed_by
from profilegen.view.wording.en.registry import counted_from
from profilegen.view.wording.entry_view import EntryView
from profilegen.view.wording.wording_by_kind import wording as kind_wording


@remembered
def section_view(kind: SectionKind, of: ResolvedProfile) -> SectionView:
    """Compose a section; a missing one says that nobody has looked yet."""
    section: Section | None = getattr(of.profile, kind.key)
    if section is None:
        text = (Text(str(wording.SAY["missing"])),)
        head = wording.SILENCE["missing"]
        blocks: tuple[BlockView, ...] = (SilenceView("missing", head, text, UNSAID),)
        return SectionView(
            kind.number,
            kind.key,
            kind.label,
            kind.title,
            UNSAID,
            UNSAID,
            UNSAID,
            "missing",
            blocks,
        )
    blocks = tuple(_blocks(kind, section, of))
    dated = checked = UNSAID
    if isinstance(section.checked, Date) or section.checked_by:
        # Else the page's head says so once, for all sections.
        dated = wording.checked(section.checked)
        checked = wording.checked(section.checked, unbroken(section.checked_by or ""))
    state = section.absence or "written"
    return SectionView(
        kind.number, kind.key, kind.label, kind.title,
        dated, checked, _registry_date(of.of(kind)), state, blocks,
    )  # fmt: skip


def _registry_date(entries: tuple[ResolvedEntry, ...]) -> Words:
    """`registry 27 April 2026` where an entry's facts come from a registry."""
    known = [e.subject for e in entries if e.subject and e.subject.record]
    dates = [about.as_of for about in known if about.as_of]
    return wording.registry_of(max(dates, key=lambda date: date.last)) if dates else UNSAID


def _blocks(kind: SectionKind, section: Section, of: ResolvedProfile) -> Iterator[BlockView]:
    """The text in its order; lists where a line places them, the rest after the text."""
    waiting: dict[str, BlockView] = {}
    if getattr(section, "counts", ()):
        waiting["counts"] = _counts(of.economy, of.counts)
    for of_kind, _, listing in lists(section):
        name = of_kind.list_name
        waiting[name] = _list(listing, of.of(kind, name), of)
    if section.claims:
        waiting["claims"] = ListView((), tuple(map(_claim, section.claims)))
    data = data_views(kind, section, of)
    if section.absence:
        yield _silence(section)
    if acting := of.acting.get(kind.key):
        yield ParagraphView((Text(str(wording.through(kind, acting, of.economy))),))
    first = True
    for block in section.text.blocks if section.text else ():
        if isinstance(block, Placement):
            yield waiting.pop(block.name) if block.name in waiting else data[block.name]
            first = True
            continue
        yield _text_block(block, first=first)
        first = not isinstance(block, Paragraph)
    yield from waiting.values()


def data_views(kind: SectionKind, section: Section, of: ResolvedProfile) -> dict[str, BlockView]:
    """The section's tables and figures by the names that place them; a page of figures has all."""
    sources = of.profile.sources
    blocks: dict[str, BlockView] = {}
    for name, table in section.tables.items():
        blocks[f"table {name}"] = table_view(table, sources)
    for name, provisions in section.provision_tables.items():
        filled = of.provisions[kind.key, name]
        blocks[f"table {name}"] = provision_table(provisions.caption, filled, provisions.note)
    programmes = section.listing(Programme)
    known = programmes.list if programmes else ()
    for key, view in programme_tables(known, of.destinations, sources):
        blocks[f"table {key}"] = view
    for name in section.figures:
        chart = chart_view(of.figures[kind.key, name], section.observations.source, sources)
        anchor = f"{of.code}-{kind.number}-figure-{slug(name)}"
        blocks[f"figure {name}"] = replace(chart, anchor=anchor)
    return blocks


def labelled(sections: tuple[SectionView, ...]) -> tuple[SectionView, ...]:
    """The sections with their tables and figures counted through: `Table 1`, `Figure 1`."""
    counts = {"table": 0, "figure": 0}

    def named(block: BlockView) -> BlockView:
        if not isinstance(block, TableView | ChartView):
            return block
        counts[block.kind] += 1
        return replace(block, label=label(block.kind, counts[block.kind]))

    return tuple(replace(s, blocks=tuple(map(named, s.blocks))) for s in sections)


def _text_block(block: Block, *, first: bool) -> BlockView:
    if isinstance(block, TextList):
        return _text_list(block)
    assert isinstance(block, Paragraph)
    return ParagraphView(run(block.children), first)


def _text_list(block: TextList) -> ListView:
    items = []
    for number, parts in zip_longest(block.numbers, block.items):
        spans: tuple[TextNode, ...] = ()
        inner: tuple[ListView, ...] = ()
        for part in parts:
            if isinstance(part, Paragraph):
                gap = (Text(" "),) if spans else ()
                spans = (*spans, *gap, *run(part.children))
            elif isinstance(part, TextList):
                inner = (*inner, _text_list(part))
        items.append(ListItem(spans, label=number or "", inner=inner))
    return ListView((), tuple(items), "number" if block.numbers else "dash")


def _list(
    listing: EntryList[Entry], entries: tuple[ResolvedEntry, ...], of: ResolvedProfile
) -> BlockView:
    lead_in = line(listing.lead_in, listing.source)
    views = tuple(entry_view(e, of) for e in entries)
    kind = kind_of(entries[0].entry)
    if kind.lettered:
        if not listing.lead_in:
            kinds = kind_wording(kind.one).many
            lead_in = (Text(str(wording.SAY["lead_in"].format(kinds=kinds))), *lead_in)
        return ListView(lead_in, tuple(map(_point, views)), "letter")
    if listing.source.citations and not listing.lead_in:
        lead_in = (Text(str(wording.SAY["one_note"])), *lead_in)
    seen = evidence(entries, bare=not lead_in)
    if seen and lead_in and isinstance(lead_in[-1], Draft) and isinstance(seen[-1], Draft):
        both = Draft((*seen[-1].parts, Text(". "), *lead_in[-1].parts))  # one call, not two
        lead_in, seen = (*lead_in[:-1], both), ()
    lead_in = (*lead_in, *seen)
    return EntriesView(lead_in, views)


def _point(view: EntryView) -> ListItem:
    """An entry as a point of its list, by the letter of its number: `JPN 1(a)`."""
    letter = view.number.partition("(")[2].rstrip(")")
    return ListItem((*view.title, *view.notes), view.anchor, letter, view.topics)


def _claim(claim: Claim) -> ListItem:
    return ListItem((*line(claim.claim), Text(str(claimed_by(claim))), *note(None, claim.source)))


def _counts(economy: Economy, counts: tuple[ResolvedCount, ...]) -> ParagraphView:
    """One sentence a forum, each with its note."""
    out: list[TextNode] = []
    for resolved in counts:
        count = resolved.count
        space = " " if out else ""
        out.append(Text(str(space + wording.tally(count, None if out else economy))))
        basis = counted_from(resolved.basis) if resolved.basis else ""
        out += note(count.note, count.source, basis)
    return ParagraphView(tuple(out))


def _silence(section: Section) -> SilenceView:
    state = section.absence
    if section.none_found:
        search = section.none_found
        words, searched = line(search.statement, search.source), wording.searched(search.searched)
        return SilenceView(state, wording.SILENCE[state], words, searched)
    absence = section.not_applicable or section.not_researched
    assert absence
    return SilenceView(state, wording.SILENCE[state], line(absence.reason), UNSAID)
