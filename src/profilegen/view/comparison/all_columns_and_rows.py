"""All that comparisons are made of: the columns of a folder, and the rows they may stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product

from profilegen.core.dates import Date
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.registry import TopicRecord
from profilegen.core.model.sections import SECTIONS, SectionKind
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.edition.edition import Edition
from profilegen.edition.record_facts import ProceedingFacts, RecordFacts
from profilegen.view.comparison.column import Column, column
from profilegen.view.comparison.figures import figure_head
from profilegen.view.comparison.row_heads import Head, identity_head
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.site.record_links import Place, place
from profilegen.view.wording.en.comparison import registry_named


@dataclass(frozen=True, slots=True)
class ComparisonBasis:
    """All that comparisons are made of: the columns of a folder and the rows they may stand in."""

    columns: Mapping[str, Column]
    heads: Mapping[int, Mapping[str, Head]]
    """Heads of the sections whose rows are records, by section and key, in the rows' order."""
    indicators: Mapping[str, Head]
    """Heads of the indicators of which a column has figures, in the registry's order."""
    vocabulary: Mapping[str, TopicRecord]
    """The topics by id, in their order."""
    registered: Mapping[int, Date | None]
    """The sections whose rows are records, with the day for which their registry stands."""
    frame: Frame

    def registry(self, kind: SectionKind) -> Words:
        """`Registry of treaties as of 27 April 2026`; nothing where rows are no records."""
        recorded = kind.recorded
        return registry_named(recorded, self.registered[kind.number]) if recorded else UNSAID


def comparison_basis(edition: Edition) -> ComparisonBasis:
    """Compose the columns of all profiles: what one of them lists is a row for the others."""
    known = sorted(edition.all, key=lambda of: of.code)
    named = edition.named_parties
    sections = [(kind, kind.recorded.model) for kind in SECTIONS if kind.recorded]
    columns = {
        of.code: column(
            of,
            {kind.number: edition.parts(of.code, model) for kind, model in sections},
            named,
        )
        for of in known
    }
    heads: dict[int, dict[str, Head]] = {}
    for kind, model in sections:
        own = (e.subject for of in known for e in of.of(kind))
        subjects = (
            *edition.subjects(model),
            *(about for about in own if about and about.record is None),
        )
        listed = _listed(kind, columns.values())
        if model is Initiative:
            listed = edition.family(listed)
        in_cells = {key for c in columns.values() for key in c.section(kind.number).cells}
        section_heads: dict[str, Head] = {}
        for about in subjects:
            key = about.key
            if key in in_cells and key not in section_heads:
                facts = edition.facts(about)
                head = identity_head(about, facts, named.get((kind.number, key), {}))
                target = place(about) if key in listed else None
                section_heads[key] = replace(head, place=target or _between(facts, columns))
        heads[kind.number] = dict(sorted(section_heads.items(), key=lambda pair: pair[1].order))
    measured = {key for c in columns.values() for s in c.sections for key in s.figures}
    indicators = {
        key: figure_head(key, record, map(edition.topic, record.topics))
        for key, record in edition.indicators.items()
        if key in measured
    }
    return ComparisonBasis(
        columns,
        heads,
        indicators,
        edition.vocabulary,
        {kind.number: edition.as_of_subjects(model) for kind, model in sections},
        frame(edition.series, edition.as_of),
    )


def _listed(kind: SectionKind, columns: Iterable[Column]) -> set[str]:
    """Records that a profile lists: of these, and of their pillars, the site tells one by one."""
    cells = [cell for c in columns for cell in c.section(kind.number).cells.items()]
    return {key for key, cell in cells if cell.number}


def _between(facts: RecordFacts, columns: Mapping[str, Column]) -> Place | None:
    """Where the site counts a dispute that no profile lists: by who brought it against whom."""
    if isinstance(facts, ProceedingFacts):
        for by, against in product(facts.complainant, facts.respondent):
            if by.code in columns and against.code in columns:
                return Place("disputes", f"by-{by.code}-{against.code}")
    return None
