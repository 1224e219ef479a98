"""Charts: no more figures than a page shows, and no more series than can be told apart in grey."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.data import Figure, Observation
from profilegen.core.placed_observations import drawn_by, indicator_of
from profilegen.core.yaml_source import KeyPath

MOST = 48
"""Figures of a chart: so many rows fill a page."""

SERIES = 8
"""Series for which a chart has marks that differ in shape or filling."""


def crowded(context: RuleContext) -> Iterator[Diagnostic]:
    """PG130: a chart has room for each of its figures."""
    for path, _, drawn in _charts(context):
        if len(drawn) > MOST:
            message = f"The chart has {len(drawn):,} figures; a page has room for {MOST}."
            yield context.find("PG130", path, message)


def too_many_series(context: RuleContext) -> Iterator[Diagnostic]:
    """PG412: more series than there are marks would print alike."""
    for path, figure, drawn in _charts(context):
        timed = figure.chart in ("line", "cumulative")
        series = {_series(context, one, timed=timed) for one in drawn}
        if len(series) > SERIES:
            message = f"The chart has {len(series)} series; {SERIES} can be told apart in grey."
            hint = "Choose among them by scopes or indicators, or make two charts of it."
            yield context.find("PG412", (*path, "indicators"), message, hint, snippet=str(path[-1]))


def _charts(context: RuleContext) -> Iterator[tuple[KeyPath, Figure, list[Observation]]]:
    """Each chart with its place and the observations that it draws."""
    for kind, section in context.profile.sections():
        for name, figure in section.figures.items():
            found = section.observations.list
            drawn = drawn_by(figure, found, context.profile.economy, context.registry)
            yield (kind.key, "figures", name), figure, drawn


def _series(context: RuleContext, one: Observation, *, timed: bool) -> tuple[str, ...]:
    """What a line, or the bars of one filling, stand for."""
    economy, scope = one.economy or context.profile.economy, one.scope or ""
    if timed:
        return (indicator_of(one, context.registry), scope, economy)
    return (economy if scope else "",)
