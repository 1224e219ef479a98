"""Charts: no more figures than a page shows, and no more series than can be told apart in grey."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.yaml_source import KeyPath
from profilegen.edition.resolved_observations import ResolvedFigure, ResolvedObservation

MOST = 48
"""Figures of a chart: so many rows fill a page."""

SERIES = 8
"""Series for which a chart has marks that differ in shape or filling."""


def crowded(context: RuleContext) -> Iterator[Diagnostic]:
    """PG130: a chart has room for each of its figures."""
    for path, chart in _charts(context):
        if len(chart.drawn) > MOST:
            message = f"The chart has {len(chart.drawn):,} figures; a page has room for {MOST}."
            yield context.find("PG130", path, message)


def too_many_series(context: RuleContext) -> Iterator[Diagnostic]:
    """PG412: more series than there are marks would print alike."""
    for path, chart in _charts(context):
        timed = chart.figure.chart in ("line", "cumulative")
        series = {_series(one, timed=timed) for one in chart.drawn}
        if len(series) > SERIES:
            message = f"The chart has {len(series)} series; {SERIES} can be told apart in grey."
            hint = "Choose among them by scopes or indicators, or make two charts of it."
            yield context.find("PG412", (*path, "indicators"), message, hint, snippet=str(path[-1]))


def _charts(context: RuleContext) -> Iterator[tuple[KeyPath, ResolvedFigure]]:
    """Each chart with its place."""
    for (section, name), chart in context.resolved.figures.items():
        yield (section, "figures", name), chart


def _series(one: ResolvedObservation, *, timed: bool) -> tuple[str, ...]:
    """What a line, or the bars of one filling, stand for."""
    economy, scope = one.placed.economy, one.placed.observation.scope or ""
    if timed:
        return (one.indicator, scope, economy)
    return (economy if scope else "",)
