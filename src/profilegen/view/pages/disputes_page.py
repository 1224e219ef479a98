"""The page of disputes: who against whom, and what profiles list, by topic and year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from profilegen.core.entry_facts_with_registry import Tally
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.registry import EconomyRecord, TopicRecord
from profilegen.core.model.sections import section_of
from profilegen.core.name_matching import plain_letters
from profilegen.core.reader_text_type import Words, strung
from profilegen.core.slug import slug
from profilegen.core.typography import sentence
from profilegen.edition.bilateral_disputes import Versus
from profilegen.edition.economies import Economy
from profilegen.view.comparison.column import Column
from profilegen.view.comparison.row_heads import OTHER, Head, topic_head
from profilegen.view.pages.page import Page, SiteContent
from profilegen.view.site.imprint import Frame
from profilegen.view.site.record_links import anchor
from profilegen.view.text.nodes import Run, words
from profilegen.view.wording.en import disputes_page as wording
from profilegen.view.wording.en.pages import ABOUT, LINKS
from profilegen.view.wording.en.registry import counted_from

SECTION = section_of(Dispute).number


@dataclass(frozen=True, slots=True)
class Listing:
    """How one profile lists a dispute."""

    number: str
    anchor: str
    part: Words
    """`Respondent`, `Complainant, through the European Union`."""
    facts: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ListedDispute:
    """A dispute that a profile lists."""

    anchor: str
    year: Words
    name: str
    """`DS336`; how a pointer names it."""
    title: Run
    line: Words
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """The disputes on one topic, the oldest first."""

    anchor: str
    title: Words
    cases: tuple[ListedDispute, ...]
    others: tuple[ListedDispute, ...]
    """Cases that bear the topic and stand under another."""


@dataclass(frozen=True, slots=True)
class DisputesView:
    """The page of disputes."""

    frame: Frame
    title: Words
    lead: Words
    columns: tuple[tuple[str, str], ...]
    """Code and name of each economy, by name."""
    rows: tuple[tuple[Versus, ...], ...]
    """Complainants, each against every respondent."""
    totals: tuple[Tally, ...]
    union: str
    """The short name of the union through which cases are told: `EU`."""
    remarks: tuple[Words, ...]
    themes: tuple[Theme, ...]
    places: dict[str, str]
    """The anchors of the cases that stand on the page, by number."""
    titles: dict[str, str]
    """The titles of the cases that are counted, by number."""
    as_of: str

    def name(self, code: str) -> str:
        """An economy's name."""
        return dict(self.columns)[code]


def disputes_view(content: SiteContent) -> DisputesView:
    """Compose the page of the columns' economies."""
    edition, basis = content.edition, content.basis
    columns = sorted(basis.columns.values(), key=lambda column: plain_letters(column.name))
    codes = [column.code for column in columns]
    heads = {key: head for key, head in basis.heads[SECTION].items() if _listings(key, columns)}
    as_of = basis.registered[SECTION]
    rows = edition.versus(codes)
    counts = {key for row in rows for pair in row for key in (*pair.own, *pair.through)}
    unions = [(union, union.record) for union in edition.unions.values()
              if isinstance(union.record, EconomyRecord)
              and any(code in union.record.members for code in codes)]  # fmt: skip
    return DisputesView(
        frame=basis.frame,
        title=wording.SAY["title"],
        lead=wording.lead(len(codes), as_of, len(heads)),
        columns=tuple((column.code, column.name) for column in columns),
        rows=rows,
        totals=tuple(map(edition.tally, codes)),
        union="/".join(union.short for union, _ in unions),
        remarks=(
            counted_from(edition.count_basis),
            wording.SAY["each"],
            *_through(columns, unions),
        ),
        themes=tuple(_themes(heads, columns, basis.vocabulary)),
        places={key: anchor("dispute", key) for key in heads},
        titles={
            about.key: about.record.name
            for about in edition.subjects(Dispute)
            if about.record and about.key in counts
        },
        as_of=str(as_of or ""),
    )


def _through(
    columns: Sequence[Column], unions: Iterable[tuple[Economy, EconomyRecord]]
) -> Iterator[Words]:
    for union, record in unions:
        names = [
            wording.member(column.article, record.left.get(column.code))
            for column in columns
            if column.code in record.members
        ]
        yield wording.through(record.name, union.short, names)


def _listings(key: str, columns: Sequence[Column]) -> tuple[Listing, ...]:
    cells = (column.section(SECTION).cells.get(key) for column in columns)
    return tuple(
        Listing(cell.number, cell.anchor, words(cell.words), cell.facts)
        for cell in cells
        if cell and cell.number
    )


def _themes(
    heads: dict[str, Head], columns: Sequence[Column], vocabulary: Mapping[str, TopicRecord]
) -> Iterator[Theme]:
    """Each case under its first topic; the vocabulary gives the topics' order."""
    under: dict[str, list[ListedDispute]] = {}
    others: dict[str, list[ListedDispute]] = {}
    for key, head in heads.items():
        cells = [column.section(SECTION).cells.get(key) for column in columns]
        topics = dict.fromkeys((*head.topics, *(t for cell in cells if cell for t in cell.topics)))
        first, *rest = topics or (OTHER,)
        case = _case(key, head, columns)
        under.setdefault(first, []).append(case)
        for topic in rest:
            others.setdefault(topic, []).append(case)
    topic_heads = [topic_head(topic, vocabulary) for topic in {*under, *others}]
    for about in sorted(topic_heads, key=lambda head: head.order):
        yield Theme(
            f"topic-{slug(about.key)}",
            words(about.title),
            tuple(under.get(about.key, ())),
            tuple(others.get(about.key, ())),
        )


def _case(key: str, head: Head, columns: Sequence[Column]) -> ListedDispute:
    return ListedDispute(
        anchor=anchor("dispute", key),
        year=Words(str(head.date.year) if head.date else wording.SAY["no_date"]),
        name=str(words(head.title[:1])).rstrip(", "),
        title=head.title,
        line=sentence(strung("; ", head.details)),
        listings=_listings(key, columns),
    )


PAGE = Page(
    "disputes",
    LINKS["disputes"],
    summary=ABOUT["disputes"],
    view=disputes_view,
    template="screen/disputes.html",
)
