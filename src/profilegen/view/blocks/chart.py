"""Charts as data: what is drawn, what it says in words, and the table of its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from profilegen.core.model.data import ChartKind, Figure, Observation
from profilegen.core.model.sources import Source
from profilegen.core.model.text_fields import Sourcing
from profilegen.core.period import Period
from profilegen.core.quantity import Quantity
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.core.richtext import plain
from profilegen.core.typography import joined, sentence
from profilegen.edition.resolved_observations import ResolvedFigure, ResolvedObservation
from profilegen.view.blocks.table import from_sources
from profilegen.view.text.nodes import Run
from profilegen.view.text.running_text import line
from profilegen.view.wording.en import blocks as wording


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a chart: its row or its time, its series, and its words."""

    label: str
    series: str
    at: float | None
    """Year on a time axis."""
    value: float | None
    """What is drawn; None is a gap."""
    words: Words


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with its caption; `points` are drawn, told in words and tabled alike."""

    caption: str
    unit: str
    chart: ChartKind
    points: tuple[Point, ...]
    remark: Run = ()
    foot: Run = ()
    label: Words = UNSAID
    """`Figure 1`, counted through the document."""
    anchor: str = ""
    """Where it stands in its profile."""
    kind: str = "figure"

    @property
    def series(self) -> tuple[str, ...]:
        """Names of the series in the order of their first points."""
        return tuple(dict.fromkeys(point.series for point in self.points))

    @property
    def timed(self) -> bool:
        """Whether the figures stand along a time axis."""
        return self.chart in ("line", "cumulative")

    @property
    def description(self) -> Words:
        """All that the chart shows, in one sentence for each series."""
        sentences = []
        for name in self.series:
            parts = [f"{p.label} {p.words}" for p in self.points if p.series == name]
            sentences.append(f"{name}: {'; '.join(parts)}." if name else f"{'; '.join(parts)}.")
        unit = f" ({self.unit})" if self.unit else ""
        return Words(f"{wording.CHARTS[self.chart]}{unit}. {' '.join(sentences)}")


def chart_view(
    resolved: ResolvedFigure, section_source: Sourcing, sources: Mapping[str, Source]
) -> ChartView:
    """Compose a chart of a section's observations, in their order or that of `scopes`."""
    figure, drawn = resolved.figure, list(resolved.drawn)
    if figure.scopes:
        drawn.sort(key=lambda item: figure.scopes.index(item.placed.observation.scope or ""))
    if figure.chart in ("line", "cumulative"):
        order = [key for key, _ in resolved.indicators]
        drawn.sort(
            key=lambda item: (order.index(item.indicator), _year(item.placed.observation) or 0.0)
        )
    points = tuple(_point(figure, item) for item in drawn)
    if figure.chart == "cumulative":
        points = _summed(points)
    rests = [item.placed.observation.source or section_source for item in drawn]
    cited = dict.fromkeys(citation for source in rests for citation in source.citations)
    return ChartView(
        figure.caption,
        _unit(resolved),
        figure.chart,
        points,
        line(figure.note),
        from_sources("", Sourcing(tuple(cited)), sources),
    )


def _unit(resolved: ResolvedFigure) -> str:
    """The unit of all indicators, or what their units have in common."""
    records = [record for _, record in resolved.indicators]
    units = {record.unit for record in records if record and record.unit != "money"}
    if len(units) == 1:
        return units.pop()
    return _SHARE if units and all(unit.startswith(_SHARE) for unit in units) else ""


_SHARE = "per cent"
"""How the registry begins the units of shares: `per cent of GDP`."""


def _year(observation: Observation) -> float | None:
    return observation.period.year if isinstance(observation.period, Period) else None


def _point(figure: Figure, item: ResolvedObservation) -> Point:
    """A row's label is what tells the figures apart; the rest is its series."""
    observation, record = item.placed.observation, item.record
    parts = {
        "indicator": record.name if record else observation.indicator,
        "scope": observation.scope or "",
        "economy": item.economy.name,
        "period": str(observation.period),
    }
    many = {
        "indicator": len(figure.indicators) > 1,
        "scope": bool(observation.scope),
        "economy": len(figure.economies) > 1,
    }
    varying = [parts[name] for name, is_many in many.items() if is_many and parts[name]]
    if figure.chart in ("line", "cumulative"):
        label, series = (
            parts["period"],
            (joined(varying) if len(varying) > 1 else "".join(varying)),
        )
    else:
        label, series = sentence(", ".join(varying) or parts["period"]), ""
        if observation.scope and len(figure.economies) > 1:
            label, series = sentence(observation.scope), parts["economy"]
    value = observation.value
    drawn = float(value.middle) if isinstance(value, Quantity) else None
    return Point(label, series, _year(observation), drawn, figure_words(observation))


def figure_words(observation: Observation) -> Words:
    """A figure as it is read: `about 260`, or why there is none."""
    value = observation.value
    if isinstance(value, Quantity):
        return Words(
            f"{value} ({standing})" if (standing := figure_standing(observation)) else str(value)
        )
    note = " ".join(map(plain, observation.note.blocks)) if observation.note else ""
    return Words(note.rstrip(".") or wording.SAY["no_value"])


def figure_standing(observation: Observation) -> Words:
    """What a figure is, where it was not measured: an estimate, an aim, a sum that is planned."""
    if observation.aim:
        value = observation.value
        is_sum = isinstance(value, Quantity) and value.currency
        return wording.STANDING["planned" if is_sum else "aim"]
    return wording.STANDING["estimate"] if observation.estimate else UNSAID


def _summed(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Each figure added to those before it in its series; a gap adds nothing and is said."""
    totals: dict[str, Decimal] = {}
    out = []
    for point in points:
        if point.value is None:
            out.append(point)
            continue
        total = totals.get(point.series, Decimal()) + Decimal(str(point.value))
        totals[point.series] = total
        words = f"{total.normalize():f}"
        out.append(Point(point.label, point.series, point.at, float(total), Words(words)))
    return tuple(out)
