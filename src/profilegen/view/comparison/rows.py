"""Columns joined into rows: by record, by topic, by indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.registry import TopicRecord
from profilegen.core.model.sections import SectionKind, section_of
from profilegen.view.comparison.cell import ENTERED, LISTED, ComparedCell, ComparedEntry
from profilegen.view.comparison.column import Column
from profilegen.view.comparison.figures import elsewhere, gap, side_by_side
from profilegen.view.comparison.model import ComparedRow, column_letter
from profilegen.view.comparison.row_heads import OTHER, Head, topic_head
from profilegen.view.comparison.summary import between
from profilegen.view.text.nodes import words


def identity_rows(
    kind: SectionKind, columns: Sequence[Column], heads: Mapping[str, Head], topics: Sequence[str]
) -> tuple[ComparedRow, ...]:
    """Rows of records in which a column has a part; of disputes only what is listed or between."""
    rows = []
    for key, head in heads.items():
        recorded = [column.section(kind.number).cells.get(key) for column in columns]
        if not any(recorded):
            continue
        cells = tuple(cell or head.rest for cell in recorded)
        if kind is section_of(Dispute) and not (
            any(c and c.number for c in recorded) or between(cells)
        ):
            continue
        row = ComparedRow(head, cells)
        about = {*head.topics, *(topic for cell in row.cells for topic in cell.topics)}
        if not topics or about.intersection(topics):
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: -row.share))


def under_topics(
    items: Sequence[ComparedEntry], topics: Sequence[str]
) -> dict[str, list[tuple[ComparedEntry, str]]]:
    """Items by topic, each with the one under which it stands: its first, or first chosen one."""
    by_topic: dict[str, list[tuple[ComparedEntry, str]]] = {}
    for item in items:
        item_topics = [t for t in item.topics or (OTHER,) if not topics or t in topics]
        for topic in item_topics:
            by_topic.setdefault(topic, []).append((item, item_topics[0]))
    return by_topic


def topic_rows(
    kind: SectionKind,
    columns: Sequence[Column],
    topics: Sequence[str],
    vocabulary: Mapping[str, TopicRecord],
) -> tuple[ComparedRow, ...]:
    """Rows of topics on which a column has an entry."""
    placed = [under_topics(column.section(kind.number).items, topics) for column in columns]
    heads = {key: topic_head(key, vocabulary) for by_topic in placed for key in by_topic}
    rows = []
    for head in sorted(heads.values(), key=lambda head: head.order):
        cells = []
        for column, by_topic in zip(columns, placed, strict=True):
            items = [
                item if stands == head.key else _pointer(item, heads[stands])
                for item, stands in by_topic.get(head.key, [])
            ]
            rest = column.section(kind.number).rest
            cells.append(ComparedCell(LISTED, items=tuple(items), token=ENTERED) if items else rest)
        rows.append(ComparedRow(head, tuple(cells)))
    return tuple(sorted(rows, key=lambda row: -row.share))


def _pointer(item: ComparedEntry, to: Head) -> ComparedEntry:
    """What leads from another topic of an entry to the one under which it stands."""
    return replace(item, under=words(to.title), entry=replace(item.entry, notes=()))


def figure_rows(
    number: int,
    columns: Sequence[Column],
    heads: Mapping[str, Head],
    topics: Sequence[str],
) -> tuple[ComparedRow, ...]:
    """Indicators of which a column has figures in the section, in the registry's order."""
    letters = [column_letter(at) for at in range(len(columns))]
    rows = []
    for key, head in heads.items():
        recorded = [column.section(number).figures.get(key) for column in columns]
        if not any(recorded):
            continue
        if topics and not set(head.topics).intersection(topics):
            continue
        cells = tuple(
            cell or _without(key, number, column)
            for cell, column in zip(side_by_side(recorded, letters), columns, strict=True)
        )
        rows.append(ComparedRow(head, cells))
    return tuple(sorted(rows, key=lambda row: -row.share))


def _without(key: str, number: int, column: Column) -> ComparedCell:
    other = next((s.number for s in column.sections if key in s.figures), None)
    return elsewhere(other) if other else gap(column.section(number).state)
