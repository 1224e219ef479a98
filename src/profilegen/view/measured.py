"""Figures in a comparison: what an economy has of each indicator, and the rows that join them.

A part that two columns have is a line in both, marked where the figures are unlike; parts that one
column has alone are summed up, for the page of figures has them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.locale import counted
from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import IndicatorRecord
from profilegen.core.numbers import Placed, observed
from profilegen.core.period import Period
from profilegen.core.quantity import Quantity
from profilegen.core.registry import Registry
from profilegen.core.richtext import Text
from profilegen.core.typography import curly, sentence
from profilegen.view.cell import LISTED, NONE, UNKNOWN, Cell, Run
from profilegen.view.figure import (
    Figure,
    Shown,
    figure_said,
    period_said,
    traits,
    unlike,
    whose,
)
from profilegen.view.nodes import Draft, Span, words
from profilegen.view.place import indicator_place
from profilegen.view.row import Head
from profilegen.view.text import line

ALSO = 4
"""Figures of other periods that stand beside one in short."""


@dataclass(frozen=True, slots=True)
class Strand:
    """The figures of one part, the latest first."""

    part: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """The figures of one economy or group, part by part."""

    whose: str
    """Nothing where they are the column's own; a profile may record another's beside them."""
    strands: tuple[Strand, ...]
    brief: Figure | None
    """All parts in one line, where there are several."""


Measured = tuple[Bundle, ...]
"""What one section of a profile records of one indicator."""


def measured(profile: Profile, registry: Registry) -> dict[int, dict[str, Measured]]:
    """The figures of a profile by section and indicator."""
    found: dict[int, dict[str, dict[str, list[Placed]]]] = {}
    for item in observed(profile):
        if key := registry.indicators.key(item.observation.indicator):
            named = "" if item.economy == profile.economy else whose(item.economy, registry)
            section = found.setdefault(item.kind.number, {})
            section.setdefault(key, {}).setdefault(named, []).append(item)
    return {
        number: {
            key: tuple(
                _bundle(named, items, registry.indicators.records[key])
                for named, items in bundles.items()
            )
            for key, bundles in section.items()
        }
        for number, section in found.items()
    }


def _bundle(named: str, items: Sequence[Placed], record: IndicatorRecord) -> Bundle:
    parts: dict[str, list[Placed]] = {}
    for item in items:
        parts.setdefault(item.observation.scope or "", []).append(item)
    strands = tuple(
        Strand(curly(part), _strand(sorted(own, key=_age), record)) for part, own in parts.items()
    )
    return Bundle(named, strands, _brief(parts, record) if len(parts) > 1 else None)


def _age(item: Placed) -> tuple[bool, float, tuple[int, ...]]:
    """What has a figure before what has none; of those the latest first."""
    period, known = item.observation.period, item.observation.as_of
    year = period.year if isinstance(period, Period) else None
    day = tuple(-n for n in known.last) if isinstance(known, Date) else (0, 0, 0)
    return not isinstance(item.observation.value, Quantity), -(year or 0), day


def _strand(items: Sequence[Placed], record: IndicatorRecord) -> tuple[Figure, ...]:
    return tuple(_figure(item, [o for o in items if o is not item], record) for item in items)


def _figure(item: Placed, others: Sequence[Placed], record: IndicatorRecord) -> Figure:
    observation = item.observation
    told: list[Run] = []
    if isinstance(observation.as_of, Date):
        told.append((Text(f"as of {observation.as_of}"),))
    if by := observation.said_by:
        told.append((Text(curly(f"as said by {by.by}")),))
    if others:
        told.append(_also(item, others))
    facts: list[Span] = []
    for run in told:
        facts += [Text("; "), *run] if facts else _begun(run)
    if observation.note:
        facts += [Text(". "), *line(observation.note)] if facts else line(observation.note)
    return Figure(
        _with_unit(item, record), _notes([item]), period_said(item), tuple(facts), traits(item)
    )


def _begun(run: Run) -> Run:
    first, *rest = run
    return (Text(sentence(words(first))), *rest)


def _with_unit(item: Placed, record: IndicatorRecord) -> str:
    """Shares say of what; a count's unit stands in the head of its row."""
    said = figure_said(item)
    shared = isinstance(item.observation.value, Quantity) and record.unit.startswith("per cent")
    return curly(f"{said} {record.unit}" if shared else said)


def _also(item: Placed, others: Sequence[Placed]) -> Run:
    """The figures of other periods; what they rest on and the figure does not is noted."""
    if len(others) > ALSO:
        return (Text(f"and for {counted(len(others), 'other period')}"),)
    told = "; ".join(f"{figure_said(other)} ({period_said(other)})" for other in others)
    new = [o for o in others if o.source.citations != item.source.citations]
    return (Text(curly(f"also {told}")), *_notes(new))


def _notes(items: Iterable[Placed]) -> tuple[Draft, ...]:
    cited = dict.fromkeys(c for item in items for c in item.source.citations)
    return (Draft(tuple(cited)),) if cited else ()


def _brief(parts: Mapping[str, list[Placed]], record: IndicatorRecord) -> Figure:
    """`4 parts, 66.1 (lithium-ion battery) to 99.4 (laptop PCs)`; only their number if unlike."""
    items = [min(own, key=_age) for own in parts.values()]
    words = counted(len(items), "part")
    known = {at: item.observation.value for at, item in enumerate(items)}
    sizes = {at: value for at, value in known.items() if isinstance(value, Quantity)}
    periods = {period_said(item) for item in items}
    if len(sizes) == len(items) and len({size.currency for size in sizes.values()}) == 1:
        ranked = [items[at] for at in sorted(sizes, key=lambda at: sizes[at].middle)]
        low, high = (f"{figure_said(i)} ({i.observation.scope or 'in all'})"
                     for i in (ranked[0], ranked[-1]))  # fmt: skip
        words += f", {low} to {high}"
    period = periods.pop() if len(periods) == 1 else ""
    return Figure(curly(words), _notes(items), "" if period == "not stated" else period)


def figure_head(key: str, registry: Registry) -> Head:
    """The row of an indicator; the registry gives name, unit and order."""
    record = registry.indicators.records[key]
    return Head(
        key=key,
        title=(Text(curly(record.name)),),
        details=() if record.unit == "money" else (curly(record.unit),),
        topics=tuple(registry.topics.key(topic) or topic for topic in record.topics),
        place=indicator_place(key),
    )


def figure_label(whose: str, part: str = "") -> str:
    """What stands before a figure: `Group of Seven: machinery`."""
    return sentence(": ".join(filter(None, (whose, part))))


def gap(state: str) -> Cell:
    """The cell of a section without figures: nobody looked, or none is recorded."""
    if state in ("not_researched", "missing"):
        return Cell(UNKNOWN, (Text("Not researched"),), token="unknown")
    return Cell(NONE, (Text("None recorded"),), token="out")


def elsewhere(number: int) -> Cell:
    """The cell of an economy that has the indicator's figures in another section."""
    return Cell(
        LISTED, (Text(f"Recorded in section {number}"),), token=f"in:{number}", elsewhere=True
    )


def side_by_side(own: Sequence[Measured | None], letters: Sequence[str]) -> list[Cell | None]:
    """The figures of one indicator in all columns: what two have in full, the rest summed up."""
    strands = [
        {(bundle.whose, s.part): s for bundle in column or () for s in bundle.strands}
        for column in own
    ]
    first = next((at for at, column in enumerate(own) if column), 0)
    out: list[Cell | None] = []
    for at, column in enumerate(own):
        if column is None:
            out.append(None)
            continue
        shown: list[Shown] = []
        for bundle in column:
            shared = [
                s for s in bundle.strands if _shared((bundle.whose, s.part), strands)
            ]  # fmt: skip
            lines = shared or bundle.strands[: len(bundle.strands) == 1]
            if not lines and bundle.brief:
                mark = f"Unlike {letters[first]} in part" if at != first else ""
                shown.append(Shown(figure_label(bundle.whose), bundle.brief, mark))
            for s in lines:
                key = (bundle.whose, s.part)
                base = next(i for i, mine in enumerate(strands) if key in mine)
                figure, other = _picked(s, key, strands), _picked(strands[base][key], key, strands)
                if base != at:
                    marks = "; ".join(unlike(other.traits, figure.traits))
                    mark = f"Unlike {letters[base]} in {marks}" if marks else ""
                else:
                    mark = f"Unlike {letters[first]} in part" if at != first else ""
                shown.append(Shown(figure_label(*key), figure, mark))
            left = len(bundle.strands) - len(lines)
            if lines and left:
                more = f"and {counted(left, 'other part')}"
                shown[-1] = Shown(shown[-1].label, shown[-1].figure, shown[-1].unlike, more)
        told = "|".join(
            f"{s.label};{s.figure.words};{s.figure.period};{words(s.figure.facts)}" for s in shown
        )
        out.append(Cell(LISTED, figures=tuple(shown), token=f"in:{told}"))
    return out


_Key = tuple[str, str]


def _shared(key: _Key, strands: Sequence[Mapping[_Key, Strand]]) -> bool:
    return sum(key in mine for mine in strands) > 1


def _picked(own: Strand, key: _Key, strands: Sequence[Mapping[_Key, Strand]]) -> Figure:
    """The latest figure whose period all columns have that have the part, or else the latest."""
    others = [
        {figure.period for figure in mine[key].figures} for mine in strands if key in mine
    ]  # fmt: skip
    for figure in own.figures:
        if all(figure.period in periods for periods in others):
            return figure
    return own.figures[0]
