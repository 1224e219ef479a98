"""The page of figures: each indicator's, economy beside economy, and what keeps them apart.

Figures of unlike period, unit, source or date are never joined in silence: each says beside it
in what it differs from the first of its kind. Charts and the tables of programmes follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from profilegen.core.dates import Date
from profilegen.core.locale import economy_name
from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import IndicatorRecord
from profilegen.core.model.sections import SECTIONS
from profilegen.core.numbers import Placed, observed
from profilegen.core.registry import Registry
from profilegen.core.richtext import Text
from profilegen.core.typography import curly, sentence
from profilegen.view.chart import ChartView
from profilegen.view.figure import figure_said, period_said, traits, unlike, whose
from profilegen.view.frame import Frame, frame
from profilegen.view.merged import merged
from profilegen.view.nodes import Draft, Note, Span
from profilegen.view.notes import number_notes
from profilegen.view.place import anchor
from profilegen.view.section import BlockView, data_views
from profilegen.view.table import LETTERS, CellView, Run, TableView, from_sources
from profilegen.view.text import line


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator with the figures of all economies."""

    anchor: str
    name: str
    unit: str
    definition: tuple[Span, ...]
    more: str
    economies: int
    table: TableView


@dataclass(frozen=True, slots=True)
class EconomyData:
    """The charts and programme tables of one economy."""

    code: str
    name: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The page: indicators that several economies have come first."""

    frame: Frame
    count: int
    compared: tuple[IndicatorView, ...]
    """Indicators of two economies or more."""
    data: tuple[EconomyData, ...]
    alone: tuple[IndicatorView, ...]
    """Indicators of one economy."""
    notes: tuple[Note, ...] = ()

    @property
    def indicators(self) -> tuple[IndicatorView, ...]:
        """All indicators."""
        return (*self.compared, *self.alone)


def figures_view(profiles: Sequence[Profile], registry: Registry) -> FiguresView:
    """Compose the page from all profiles, in the order of their numbers."""
    ordered = sorted(profiles, key=lambda p: (p.number is None, p.number or 0, p.economy))
    together = merged(ordered)
    found: dict[str, list[tuple[Profile, Placed]]] = {}
    for profile in ordered:
        for item in observed(profile):
            key = registry.indicators.key(item.observation.indicator)
            if key:
                found.setdefault(key, []).append((profile, item))
    indicators = [
        IndicatorView(
            anchor("indicator", key),
            curly(record.name),
            curly("" if record.unit == "money" else record.unit),
            line(record.definition),
            record.more or "",
            len({item.economy for _, item in found[key]}),
            _table(record, found[key], together.cited, registry),
        )
        for key, record in registry.indicators.records.items()
        if key in found
    ]
    data = tuple(
        together.cited(EconomyData(p.economy, economy_name(p.economy, registry), blocks), p.economy)
        for p in ordered
        if (blocks := tuple(_blocks(p, registry)))
    )
    count = sum(len(items) for items in found.values())
    compared = tuple(view for view in indicators if view.economies > 1)
    alone = tuple(view for view in indicators if view.economies == 1)
    view = FiguresView(frame(registry), count, compared, _labelled(data), alone)
    numbered, notes = number_notes(view, together.sources)
    return replace(numbered, notes=notes)


def _blocks(profile: Profile, registry: Registry) -> Iterator[BlockView]:
    for kind in SECTIONS:
        section = getattr(profile, kind.key)
        if section is not None:
            yield from data_views(kind, section, profile, registry).values()


def _labelled(data: tuple[EconomyData, ...]) -> tuple[EconomyData, ...]:
    counts = {"table": 0, "figure": 0}

    def named(block: BlockView) -> BlockView:
        assert isinstance(block, TableView | ChartView)
        counts[block.kind] += 1
        return replace(block, label=f"{block.kind.capitalize()} {counts[block.kind]}")

    return tuple(replace(d, blocks=tuple(map(named, d.blocks))) for d in data)


def _table(
    record: IndicatorRecord,
    items: list[tuple[Profile, Placed]],
    cited: Callable[[Any, str], Any],
    registry: Registry,
) -> TableView:
    """Rows by part, then economy; the first of a part is what the others are set beside."""
    parts = any(item.observation.scope for _, item in items)
    ordered = sorted(items, key=lambda pair: pair[1].observation.scope or "") if parts else items
    several = len({item.economy for _, item in items}) > 1
    names = ["Part"] * parts + ["Economy", "Figure", "Period", "As of"]
    names += ["Differs from the first in"] * several
    head = tuple(CellView((Text(name),), scope="col", numeric=name == "Figure") for name in names)
    rows = []
    first: dict[str, Placed] = {}
    letters: dict[str, str] = {}
    remarks: dict[str, Run] = {}
    one = len({item.source.citations for _, item in items}) == 1  # then one note is for all
    for profile, item in ordered:
        scope = item.observation.scope or ""
        base = first.setdefault(scope, item)
        cells = [sentence(curly(scope)) or "In all"] * parts + [whose(item.economy, registry)]
        run = tuple(CellView((Text(cell),) if cell else ()) for cell in cells)
        note = None if one else Draft(item.source.citations)
        known = item.observation.as_of
        apart = base is not item and base.economy != item.economy
        marks = unlike(traits(base), traits(item)) if apart else ()
        mark = ""
        if told := item.observation.note:
            mark = letters.setdefault(told.raw, LETTERS[len(letters) % len(LETTERS)])
            remarks.setdefault(mark, cited(line(told), profile.economy))
        rest = (
            CellView(
                (Text(figure_said(item)), *((note,) if note else ())), numeric=True, letter=mark
            ),
            CellView((Text(period_said(item)),)),
            CellView((Text(str(known)),) if isinstance(known, Date) else ()),
            *((CellView((Text("; ".join(marks)),) if marks else ()),) if several else ()),
        )
        row = (replace(run[0], scope="row"), *run[1:], *rest)
        rows.append(cited(row, profile.economy))
    profile, item = items[0]
    foot: Run = (
        cited(from_sources("", item.source, profile.sources), profile.economy) if one else ()
    )
    return TableView("", "", (head,), tuple(rows), (), tuple(remarks.items()), foot)
