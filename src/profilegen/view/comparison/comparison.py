"""A comparison is made: the chosen columns joined into rows, counted, and their notes numbered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

from profilegen.core.model.sections import SECTIONS, SectionKind
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.core.typography import curly, joined
from profilegen.edition.comparison_limits import AGE
from profilegen.view.comparison.all_columns_and_rows import ComparisonBasis
from profilegen.view.comparison.column import Column
from profilegen.view.comparison.column_note_numbers import numbered
from profilegen.view.comparison.model import (
    Choice,
    ColumnHead,
    ComparedRow,
    ComparedSection,
    Comparison,
    column_letter,
    row_kind,
)
from profilegen.view.comparison.row_heads import topic_head
from profilegen.view.comparison.rows import figure_rows, identity_rows, topic_rows
from profilegen.view.comparison.summary import cite, counts, summary
from profilegen.view.text.nodes import words
from profilegen.view.wording.en.comparison import COUNTED, SAY


def comparison(basis: ComparisonBasis, choice: Choice) -> Comparison:
    """Join the chosen columns. Raises KeyError for an economy without a column."""
    columns = [basis.columns[code] for code in choice.economies]
    sections = tuple(
        _section(kind, columns, basis, choice)
        for kind in SECTIONS
        if kind.number in choice.sections
    )
    sections = numbered(sections, columns)
    heads = _heads(columns)
    view = Comparison(
        frame=basis.frame,
        title=", ".join(head.name for head in heads),
        columns=heads,
        topics=tuple(words(topic_head(topic, basis.vocabulary).title) for topic in choice.topics),
        sections=sections,
        summary=summary(heads, sections),
        cite_as=(),
        updated_iso=max((column.updated for column in columns), key=lambda date: date.last).iso,
    )
    digest = hashlib.sha256(repr(list(_said(view))).encode()).hexdigest()
    return replace(view, digest=digest, cite_as=cite(view, digest))


def _said(view: object) -> Iterator[object]:
    """All that a view says, in order, however the program names and nests it."""
    if isinstance(view, tuple):
        for item in view:
            yield from _said(item)
    elif is_dataclass(view):
        yield from _said(tuple(getattr(view, field.name) for field in fields(view) if field.repr))
    elif view not in (None, "") and not isinstance(view, bool):
        yield curly(view) if isinstance(view, str) else view  # a digest is of what is printed


def _heads(columns: Sequence[Column]) -> tuple[ColumnHead, ...]:
    heads: list[ColumnHead] = []
    for column in columns:
        newer = [
            (column_letter(at), months)
            for at, other in enumerate(columns)
            if (months := column.updated.months_to(other.updated)) >= AGE
        ]
        age = UNSAID
        if newer:
            age = COUNTED["older"].of(
                len(newer),
                spread=SAY["up_to"] if len({months for _, months in newer}) > 1 else "",
                months=max(months for _, months in newer),
                letters=joined([letter for letter, _ in newer]),
            )
        heads.append(
            ColumnHead(
                column_letter(len(heads)), column.code, column.name, column.article,
                column.native, column.status, str(column.updated), age,
            )
        )  # fmt: skip
    return tuple(heads)


def _section(
    kind: SectionKind, columns: Sequence[Column], basis: ComparisonBasis, choice: Choice
) -> ComparedSection:
    section_columns = [column.section(kind.number) for column in columns]
    if kind.recorded:
        rows = identity_rows(kind, columns, basis.heads[kind.number], choice.topics)
        source = _registry(basis.registry(kind), rows)
    else:
        rows, source = topic_rows(kind, columns, choice.topics, basis.vocabulary), UNSAID
    return ComparedSection(
        number=kind.number,
        label=kind.label,
        title=kind.full_title,
        row_kind=row_kind(kind),
        stood=tuple(section.stood for section in section_columns),
        states=tuple(section.state for section in section_columns),
        text=() if choice.topics else tuple(section.text for section in section_columns),
        rows=rows,
        counts=counts(kind, rows),
        registry=source,
        figures=figure_rows(kind.number, columns, basis.indicators, choice.topics),
    )


def _registry(name: Words, rows: Sequence[ComparedRow]) -> Words:
    """Where the registry's facts of these rows were seen."""
    places = list(dict.fromkeys(place for row in rows for place in row.head.sources))
    if not places:
        return UNSAID
    return SAY["registry"].format(registry=name, places="; ".join(places))
