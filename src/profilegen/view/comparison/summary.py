"""What a comparison says of itself: counts, the sentence that sums it up, how to cite."""

from __future__ import annotations

from collections.abc import Sequence

from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.sections import SectionKind, section_of
from profilegen.core.reader_text_type import Words, strung
from profilegen.core.richtext import Emph, Strong, Text
from profilegen.core.typography import joined, sentence
from profilegen.view.comparison.cell import UNKNOWN, ComparedCell
from profilegen.view.comparison.model import (
    ColumnHead,
    ComparedRow,
    ComparedSection,
    Comparison,
    Counts,
)
from profilegen.view.comparison.sharing import OPPOSITE, share_groups
from profilegen.view.text.nodes import Run
from profilegen.view.wording.en import comparison as wording
from profilegen.view.wording.en.comparison import COUNTED, SAY
from profilegen.view.wording.en.general import status_dated


def between(cells: Sequence[ComparedCell]) -> bool:
    """Whether two columns stand on opposite sides of a dispute."""
    return {cell.token for cell in cells}.issuperset(OPPOSITE)


def counts(kind: SectionKind, rows: Sequence[ComparedRow]) -> Counts:
    """Count a section's rows and unknown cells."""
    wide = max((len(row.cells) for row in rows), default=0)
    cells = [cell for row in rows for cell in row.cells]
    return Counts(
        rows=len(rows),
        shared=tuple(sum(row.share == share for row in rows) for share in range(wide + 1)),
        unknown=sum(cell.state == UNKNOWN for cell in cells),
        between=sum(between(row.cells) for row in rows) if kind is section_of(Dispute) else 0,
    )


def summary(heads: Sequence[ColumnHead], sections: Sequence[ComparedSection]) -> Run:
    """The sentence: what is shared by all, by some, by one; how many cells are unknown."""
    names = sentence(joined([head.article for head in heads]))
    if len(sections) == 1:
        phrases = [said(sections[0], len(heads))]
    else:
        phrases = [Words(f"{section.label}: {said(section, len(heads))}") for section in sections]
    return (Strong((Text(f"{names}:"),)), Text(f" {strung('. ', phrases)}."))


def said(section: ComparedSection, wide: int) -> Words:
    """One section in a phrase: `2 agreements shared by all, 6 by two; 4 cells unknown`."""
    counts = section.counts
    if not counts.rows:
        return wording.nothing(section.row_kind)
    if section.number == section_of(Dispute).number:
        between, listed = wording.between_them(section.row_kind), counts.rows - counts.between
        told = between.of(counts.between) + COUNTED["listed"].of(listed)
    else:
        told = strung(
            ", ",
            (
                group.said.of(sum(counts.shared[group.low : group.high + 1]))
                for group in share_groups(wide, section.row_kind)
                if group.said
            ),
        )
    return told + COUNTED["unknown"].of(counts.unknown)


def cite(view: Comparison, digest: str) -> Run:
    """How to cite a comparison: every profile with its date, and what tells copies apart."""
    dates = strung(
        "; ",
        (
            SAY["cited_profile"].format(
                name=head.name, dated=status_dated(head.status, head.updated)
            )
            for head in view.columns
        ),
    )
    compared = SAY["compared"].format(what=view.title, sections=view.numbers)
    copy = wording.FILE["cited_file"].format(digest=digest[:12])
    close = SAY["cited_dates"].format(profiles=dates, registry=view.frame.registry_as_of, copy=copy)
    return (
        Text(str(SAY["cited"].format(compared=compared, on=wording.on_topics(view.topics)))),
        Emph((Text(f"{view.frame.series}: {view.frame.subtitle}"),)),
        Text(str(close)),
    )
