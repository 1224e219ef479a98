"""What a comparison says of itself: counts, the sentence that sums it up, how to cite."""

from __future__ import annotations

from collections.abc import Sequence

from profilegen.core.locale import counted, status_dated
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.sections import SectionKind, section_of
from profilegen.core.richtext import Emph, Strong, Text
from profilegen.core.typography import curly, joined, sentence
from profilegen.view.comparison.cell import UNKNOWN, ComparedCell
from profilegen.view.comparison.model import (
    ColumnHead,
    ComparedRow,
    ComparedSection,
    Comparison,
    Counts,
)
from profilegen.view.text.nodes import Run


def between(cells: Sequence[ComparedCell]) -> bool:
    """Whether two columns stand on opposite sides of a dispute."""
    sides = [cell.token for cell in cells]
    return "in:complainant" in sides and "in:respondent" in sides


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
        phrases = [f"{section.label}: {said(section, len(heads))}" for section in sections]
    return (Strong((Text(f"{names}:"),)), Text(f" {'. '.join(phrases)}."))


def said(section: ComparedSection, wide: int) -> str:
    """One section in a phrase: `2 agreements shared by all, 6 by two; 4 cells unknown`."""
    counts = section.counts
    unknown = f"; {counted(counts.unknown, 'cell')} unknown" if counts.unknown else ""
    if not counts.rows:
        return f"no {section.noun} to compare"
    if section.noun == "dispute":
        opposed = f"{_some(counts.between, 'dispute')} between them"
        rest = counts.rows - counts.between
        return opposed + (f", {rest} more listed" if rest else "") + unknown
    by_all = "both" if wide == 2 else "all"
    parts = [f"{_some(counts.shared[wide], section.noun)} shared by {by_all}"]
    if wide == 3:
        parts.append(f"{counts.shared[2] or 'none'} by two")
    elif wide > 3:
        some = sum(counts.shared[2:wide])
        parts.append(f"{some or 'none'} by some")
    if wide > 1:
        parts.append(f"{counts.shared[1] or 'none'} in one only")
    return ", ".join(parts) + unknown


def _some(count: int, one: str) -> str:
    return counted(count, one) if count else f"no {one}"


def cite(view: Comparison, digest: str) -> Run:
    """How to cite a comparison: every profile with its date, and what tells copies apart."""
    dates = "; ".join(
        f"{head.name}, {status_dated(head.status, head.updated)}" for head in view.columns
    )
    topics = f", on {joined([topic.lower() for topic in view.topics])}" if view.topics else ""
    return (
        Text(curly(f"\u2018{view.title}: {view.numbers} compared{topics}\u2019, ")),
        Emph((Text(curly(f"{view.frame.series}: {view.frame.subtitle}")),)),
        Text(
            curly(f" ({dates}; registry as of {view.frame.registry_as_of}), SHA-256 {digest[:12]}.")
        ),
    )
