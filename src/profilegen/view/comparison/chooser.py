"""What compare.html starts from: the economies to choose among, sections, topics, the edition."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from profilegen.core.model.registry import TopicRecord
from profilegen.core.model.sections import SECTIONS
from profilegen.core.name_matching import plain_letters
from profilegen.core.reader_text_type import Words
from profilegen.view.comparison.all_columns_and_rows import ComparisonBasis
from profilegen.view.comparison.column import Column
from profilegen.view.comparison.row_heads import OTHER, topic_head
from profilegen.view.site.imprint import Frame
from profilegen.view.text.nodes import Native, words
from profilegen.view.wording.en.general import status_dated


@dataclass(frozen=True, slots=True)
class EconomyOption:
    """An economy that may be chosen."""

    code: str
    name: str
    article: Words
    native: Native | None
    updated: str
    dated: Words
    """How far the profile is, and when it was last brought up to date."""
    month: int
    """Months since the year 0 of the last day that `updated` can mean, to measure ages."""


@dataclass(frozen=True, slots=True)
class SectionOption:
    """A section that may be chosen."""

    number: int
    label: str
    registry: Words
    """`Registry of treaties as of 27 April 2026`, where its rows are records."""


@dataclass(frozen=True, slots=True)
class Board:
    """The page of comparisons before anything is chosen."""

    frame: Frame
    places: tuple[EconomyOption, ...]
    parts: tuple[SectionOption, ...]
    topics: tuple[tuple[str, Words], ...]
    """Key and name of each topic, in the vocabulary's order; the last is for entries without."""


def board(basis: ComparisonBasis, made: Collection[str]) -> Board:
    """Compose the page for the economies that have been built."""
    columns = [column for code, column in basis.columns.items() if code in made]
    return Board(
        frame=basis.frame,
        places=tuple(sorted(map(_place, columns), key=lambda place: plain_letters(place.name))),
        parts=tuple(
            SectionOption(
                kind.number,
                kind.label,
                basis.registry(kind),
            )
            for kind in SECTIONS
        ),
        topics=_topics(columns, basis.vocabulary),
    )


def _place(column: Column) -> EconomyOption:
    year, month, _ = column.updated.last
    return EconomyOption(
        column.code, column.name, column.article, column.native,
        str(column.updated), status_dated(column.status, column.updated), year * 12 + month,
    )  # fmt: skip


def _topics(
    columns: list[Column], vocabulary: Mapping[str, TopicRecord]
) -> tuple[tuple[str, Words], ...]:
    """Every topic that an entry bears, and the vocabulary's own."""
    listed = {t for c in columns for s in c.sections for item in s.items for t in item.topics}
    cells = {
        t for c in columns for s in c.sections for cell in s.cells.values() for t in cell.topics
    }
    heads = [topic_head(key, vocabulary) for key in {*vocabulary, *listed, *cells, OTHER}]
    ordered = sorted(heads, key=lambda head: head.order)
    return tuple((head.key, words(head.title)) for head in ordered)
