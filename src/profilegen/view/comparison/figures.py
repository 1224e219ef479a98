"""Figures in a comparison: what an economy has of each indicator, and the rows that join them.

A part that two columns have is a line in both, marked where the figures are unlike; the total has
its own line too, before the parts. Parts that one column has alone are summed up, for the page of
figures has them all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from profilegen.core.dates import Date
from profilegen.core.model.registry import IndicatorRecord
from profilegen.core.model.sources import Source
from profilegen.core.period import Period
from profilegen.core.placed_observations import PlacedObservation
from profilegen.core.quantity import Quantity
from profilegen.core.reader_text_type import UNSAID, Words, strung
from profilegen.core.richtext import Text
from profilegen.core.typography import sentence
from profilegen.edition.entry_to_record import Topic
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.comparison.cell import LISTED, NONE, UNKNOWN, ComparedCell
from profilegen.view.comparison.comparability import (
    ComparedFigure,
    Shown,
    figure_said,
    period_known,
    period_said,
    traits,
    unlike,
    whose,
)
from profilegen.view.comparison.row_heads import Head
from profilegen.view.site.record_links import indicator_place
from profilegen.view.text.nodes import Draft, Run, TextNode, words
from profilegen.view.text.running_text import line
from profilegen.view.wording.en import compared_cells
from profilegen.view.wording.en.comparison import COUNTED, SAY

ALSO = 4
"""Figures of other periods that stand beside one in short."""


@dataclass(frozen=True, slots=True)
class Strand:
    """The figures of one part, the latest first."""

    part: str
    """Nothing for the total."""
    figures: tuple[ComparedFigure, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """The figures of one economy or group, part by part."""

    whose: str
    """Nothing where they are the column's own; a profile may record another's beside them."""
    strands: tuple[Strand, ...]
    """The total first."""
    brief: ComparedFigure | None
    """All parts but the total in one line, where there are several."""


Measured = tuple[Bundle, ...]
"""What one section of a profile records of one indicator."""


def measured(of: ResolvedProfile) -> dict[int, dict[str, Measured]]:
    """The figures of a profile by section and indicator."""
    by_section: dict[int, dict[str, dict[str, list[PlacedObservation]]]] = {}
    records: dict[str, IndicatorRecord] = {}
    for item in of.observations:
        if item.record:
            records[item.indicator] = item.record
            named = "" if item.placed.economy == of.code else whose(item.whose)
            section = by_section.setdefault(item.placed.kind.number, {})
            bundles = section.setdefault(item.indicator, {})
            bundles.setdefault(named, []).append(item.placed)
    return {
        number: {
            key: tuple(
                _bundle(named, items, records[key], of.profile.sources)
                for named, items in bundles.items()
            )
            for key, bundles in section.items()
        }
        for number, section in by_section.items()
    }


def _bundle(
    named: str,
    items: Sequence[PlacedObservation],
    record: IndicatorRecord,
    sources: Mapping[str, Source],
) -> Bundle:
    by_scope: dict[str, list[PlacedObservation]] = {}
    for item in sorted(items, key=lambda item: bool(item.observation.scope)):
        by_scope.setdefault(item.observation.scope or "", []).append(item)
    strands = tuple(
        Strand(part, _strand(sorted(scoped, key=_age), record, sources))
        for part, scoped in by_scope.items()
    )
    parts = [min(scoped, key=_age) for part, scoped in by_scope.items() if part]
    return Bundle(named, strands, _brief(parts) if len(parts) > 1 else None)


def _age(item: PlacedObservation) -> tuple[bool, float, str, tuple[int, ...]]:
    """What has a figure before what has none; of those the latest first, alike in all columns."""
    period, known = item.observation.period, item.observation.as_of
    year = period.year if isinstance(period, Period) else None
    day = tuple(-n for n in known.last) if isinstance(known, Date) else (0, 0, 0)
    return not isinstance(item.observation.value, Quantity), -(year or 0), str(period), day


def _strand(
    items: Sequence[PlacedObservation], record: IndicatorRecord, sources: Mapping[str, Source]
) -> tuple[ComparedFigure, ...]:
    return tuple(
        _figure(item, [o for o in items if o is not item], record, sources) for item in items
    )


def _figure(
    item: PlacedObservation,
    others: Sequence[PlacedObservation],
    record: IndicatorRecord,
    sources: Mapping[str, Source],
) -> ComparedFigure:
    observation = item.observation
    additions: list[Run] = []
    if isinstance(observation.as_of, Date):
        additions.append((Text(str(compared_cells.known_as_of(observation.as_of))),))
    if by := observation.said_by:
        additions.append((Text(str(compared_cells.according_to(by.by))),))
    if others:
        additions.append(_also(item, others))
    facts: list[TextNode] = []
    for run in additions:
        facts += [Text("; "), *run] if facts else _begun(run)
    if observation.note:
        facts += [Text(". "), *line(observation.note)] if facts else line(observation.note)
    return ComparedFigure(
        Words(_with_unit(item, record)),
        _notes([item]),
        Words(period_known(item) or compared_cells.SAY["period_not_stated"]),
        tuple(facts),
        traits(item, sources),
        (*_told(item), *(_told(other) for other in others)),
    )


def _told(item: PlacedObservation) -> tuple[object, ...]:
    """The facts of a figure that are told of it, beside what it rests on."""
    said = item.observation
    by = said.said_by.by if said.said_by else ""
    return (
        said.value,
        said.converted,
        said.estimate,
        said.aim,
        said.period,
        said.as_of,
        by,
        said.note,
    )


def _begun(run: Run) -> Run:
    first, *rest = run
    return (Text(sentence(str(words(first)))), *rest)


def _with_unit(item: PlacedObservation, record: IndicatorRecord) -> Words:
    """Shares say of what; a count's unit stands in the head of its row."""
    said = figure_said(item)
    shared = isinstance(item.observation.value, Quantity) and record.unit.startswith("per cent")
    return Words(f"{said} {record.unit}" if shared else said)


def _also(item: PlacedObservation, others: Sequence[PlacedObservation]) -> Run:
    """The figures of other periods; what they rest on and the figure does not is noted."""
    if len(others) > ALSO:
        return (Text(str(compared_cells.other_periods(len(others)))),)
    others_said = "; ".join(f"{figure_said(other)} ({period_said(other)})" for other in others)
    new = [o for o in others if o.source.citations != item.source.citations]
    return (Text(str(compared_cells.also(others_said))), *_notes(new))


def _notes(items: Iterable[PlacedObservation]) -> tuple[Draft, ...]:
    cited = dict.fromkeys(c for item in items for c in item.source.citations)
    return (Draft(tuple(cited)),) if cited else ()


def _brief(parts: Sequence[PlacedObservation]) -> ComparedFigure:
    """`4 parts, 66.1 (lithium-ion battery) to 99.4 (laptop PCs)`; only their number if unlike."""
    told = tuple(map(_told, parts))
    sizes = {at: value.middle for at, item in enumerate(parts)
             if isinstance(value := item.observation.value, Quantity)}  # fmt: skip
    kinds = {_kind(item) for item in parts}
    if len(kinds) > 1 or len(sizes) < len(parts):
        return ComparedFigure(compared_cells.parts(len(parts)), _notes(parts), told=told)
    low, high = (
        f"{figure_said(parts[at])} ({parts[at].observation.scope})"
        for at in (min(sizes, key=sizes.__getitem__), max(sizes, key=sizes.__getitem__))
    )
    range_words = compared_cells.parts_between(len(parts), low, high)
    return ComparedFigure(range_words, _notes(parts), Words(period_known(parts[0])), told=told)


def _kind(item: PlacedObservation) -> tuple[object, ...]:
    """What parts have in common that are ranked; of an unstated period one source speaks, once."""
    said, value, period = item.observation, item.observation.value, period_known(item)
    currency = value.currency if isinstance(value, Quantity) else ""
    once = () if period else (str(said.as_of), item.source.citations)
    return period, said.aim, said.estimate, currency, once


def figure_head(key: str, record: IndicatorRecord, topics: Iterable[Topic]) -> Head:
    """The row of an indicator with its topics; the registry gives name and unit."""
    return Head(
        key=key,
        title=(Text(record.name),),
        facts=() if record.unit == "money" else (Words(record.unit),),
        topics=tuple(topic.key for topic in topics),
        place=indicator_place(key),
    )


def figure_label(whose: str, part: str = "") -> str:
    """What stands before a figure: `Group of Seven: machinery`."""
    return sentence(": ".join(filter(None, (whose, part))))


def gap(state: str) -> ComparedCell:
    """The cell of a section without figures: nobody looked, or none is recorded."""
    if state in ("not_researched", "missing"):
        words = (Text(str(compared_cells.SAY["not_researched"])),)
        return ComparedCell(UNKNOWN, words, token="unknown")
    return ComparedCell(NONE, (Text(str(compared_cells.SAY["none_recorded"])),), token="out")


def elsewhere(number: int) -> ComparedCell:
    """The cell of an economy that has the indicator's figures in another section."""
    return ComparedCell(
        LISTED,
        (Text(str(compared_cells.SAY["elsewhere"].format(number=number))),),
        token=f"in:{number}",
        elsewhere=True,
    )


def side_by_side(
    columns: Sequence[Measured | None], letters: Sequence[str]
) -> list[ComparedCell | None]:
    """The figures of one indicator in all columns: what two have in full, the rest summed up."""
    strands = [
        {(bundle.whose, s.part): s for bundle in column or () for s in bundle.strands}
        for column in columns
    ]
    first = next((at for at, column in enumerate(columns) if column), 0)
    out: list[ComparedCell | None] = []
    for at, column in enumerate(columns):
        if column is None:
            out.append(None)
            continue
        figures: list[Shown] = []
        told: list[tuple[object, ...]] = []
        for bundle in column:
            apart = UNSAID
            if at != first:
                apart = _apart(bundle.whose, letters[first], strands[first])
            parts = 0
            for s in bundle.strands:
                key = (bundle.whose, s.part)
                if bundle.brief and s.part and sum(key in others for others in strands) < 2:
                    continue
                parts += bool(s.part)
                base = next(i for i, others in enumerate(strands) if key in others)
                figure, other = _picked(key, at, strands), _picked(key, base, strands)
                marks = strung("; ", unlike(other.traits, figure.traits) if base != at else ())
                mark = SAY["unlike"].format(letter=letters[base], marks=marks) if marks else ""
                figures.append(
                    Shown(figure_label(*key), figure, Words(apart if base == at else mark))
                )
                told.append((*key, figure.told))
            if bundle.brief and not parts:
                figures.append(Shown(figure_label(bundle.whose), bundle.brief, Words(apart)))
                told.append((bundle.whose, bundle.brief.told))
            elif left := sum(bool(s.part) for s in bundle.strands) - parts:
                more = SAY["more_parts"].format(parts=COUNTED["others"].of(left))
                figures[-1] = replace(figures[-1], more=more)
                told.append((left,))
        out.append(ComparedCell(LISTED, figures=tuple(figures), token=f"in:{told}"))
    return out


_Key = tuple[str, str]


def _apart(whose: str, base: str, strands: Collection[_Key]) -> Words:
    """Why figures have none in the base's column to stand beside."""
    if any(whose == known for known, _ in strands):
        return SAY["another_part"].format(letter=base)
    return SAY["another_economy" if whose else "base_another"].format(letter=base)


def _picked(key: _Key, at: int, strands: Sequence[Mapping[_Key, Strand]]) -> ComparedFigure:
    """The figure of the one period chosen for all columns that have the part, or the latest.

    A period that all have comes before others, one for which all have a figure before one for which
    some have; of those the latest.
    """
    figures_here = strands[at][key].figures
    lists = [column_strands[key].figures for column_strands in strands if key in column_strands]
    chosen: dict[bool, str] = {}
    for period in dict.fromkeys(figure.when for figure in lists[0]):
        in_columns = [next((f for f in figures if f.when == period), None) for figures in lists]
        gaps = [figure is None or figure.gap for figure in in_columns]
        if len(lists) > 1 and period and None not in in_columns and not all(gaps):
            chosen.setdefault(any(gaps), period)
    wanted = chosen.get(False, chosen.get(True))
    return next((figure for figure in figures_here if figure.when == wanted), figures_here[0])
