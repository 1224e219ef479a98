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
from profilegen.core.richtext import Block, Paragraph, Placement, Text, TextList
from profilegen.core.slug import slug
from profilegen.core.typography import curly, joined, unbroken
from profilegen.edition.economies import Economy
from profilegen.edition.resolved import ResolvedCount, ResolvedEntry, ResolvedProfile
from profilegen.view.blocks.chart import ChartView, chart_view
from profilegen.view.blocks.programme_tables import programme_tables
from profilegen.view.blocks.table import TableView, provision_table, table_view
from profilegen.view.entries.entry import entry_view
from profilegen.view.entries.registry_notes import counted_from, evidence
from profilegen.view.profile import acting_union
from profilegen.view.profile.section_view import (
    SILENCE,
    BlockView,
    EntriesView,
    ListItem,
    ListView,
    ParagraphView,
    SectionView,
    SilenceView,
)
from profilegen.view.text.drafting import line, note, run
from profilegen.view.text.nodes import Draft, TextNode
from profilegen.view.wording.en.general import stated, the
from profilegen.view.wording.entry_view import EntryView
from profilegen.view.wording.kind_wording import wording


def section_view(kind: SectionKind, of: ResolvedProfile) -> SectionView:
    """Compose a section; a missing one says that nobody has looked yet."""
    section: Section | None = getattr(of.profile, kind.key)
    if section is None:
        text = (Text("This section is not written yet."),)
        blocks: tuple[BlockView, ...] = (SilenceView("missing", SILENCE["missing"], text, ""),)
        return SectionView(
            kind.number, kind.key, kind.label, kind.title, "", "", "", "missing", blocks
        )
    blocks = tuple(_blocks(kind, section, of))
    dated = f"checked {stated(section.checked)}" if section.checked else "checked"
    if not isinstance(section.checked, Date) and not section.checked_by:
        dated = ""  # the page's head says so once, for all sections
    state = section.absence or "written"
    return SectionView(
        kind.number, kind.key, kind.label, kind.title,
        dated, unbroken(section.checked_by or ""), _registry_date(of.of(kind)), state, blocks,
    )  # fmt: skip


def _registry_date(entries: tuple[ResolvedEntry, ...]) -> str:
    """`registry 27 April 2026` where an entry's facts come from a registry."""
    known = [e.subject for e in entries if e.subject and e.subject.record]
    dates = [about.as_of for about in known if about.as_of]
    return f"registry {max(dates, key=lambda date: date.last)}" if dates else ""


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
        yield ParagraphView((Text(acting_union.through(kind, acting, of.economy)),))
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
        return replace(block, label=f"{block.kind.capitalize()} {counts[block.kind]}")

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
            lead_in = (Text(f"{wording(kind.one).many}:"), *lead_in)
        return ListView(lead_in, tuple(map(_point, views)), "letter")
    if listing.source.citations and not listing.lead_in:
        lead_in = (Text("One note covers this list."), *lead_in)
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
    on = f", {claim.on}" if isinstance(claim.on, Date) else " (date not stated)"
    post = f" ({claim.post})" if claim.post else ""
    said = Text(f", according to {claim.by}{post}{on}")
    return ListItem((*line(claim.claim), said, *note(None, claim.source)))


def _counts(economy: Economy, counts: tuple[ResolvedCount, ...]) -> ParagraphView:
    """One sentence a forum: `Japan has been complainant in 28 WTO cases and ...`."""
    out: list[TextNode] = []
    name = curly(the(economy))
    for at, resolved in enumerate(counts):
        count = resolved.count
        sides = [
            (word, number)
            for word, number in (
                ("complainant", count.complainant),
                ("respondent", count.respondent),
                ("third party", count.third_party),
            )
            if number is not None
        ]
        phrases = [
            f"{word} in {number}" + (_cases(count.forum, number) if not i else "")
            for i, (word, number) in enumerate(sides)
        ]
        date = (
            f"as of {count.as_of}" if isinstance(count.as_of, Date)
            else "the date of this count is not stated"
        )  # fmt: skip
        who = (name[0].upper() + name[1:]) if not at else "It"
        link = ", " if isinstance(count.as_of, Date) else "; "
        space = " " if out else ""
        out.append(Text(f"{space}{who} has been {joined(phrases)}{link}{date}."))
        basis = counted_from(resolved.basis) if resolved.basis else ""
        out += note(count.note, count.source, basis)
    return ParagraphView(tuple(out))


def _cases(forum: str, number: int) -> str:
    return f" {forum} case" if number == 1 else f" {forum} cases"


def _silence(section: Section) -> SilenceView:
    state = section.absence
    if section.none_found:
        search = section.none_found
        dated = isinstance(search.searched, Date)
        searched = f"Searched: {search.searched}." if dated else "No date of the search is stated."
        return SilenceView(state, SILENCE[state], line(search.statement, search.source), searched)
    absence = section.not_applicable or section.not_researched
    assert absence
    return SilenceView(state, SILENCE[state], line(absence.reason), "")
