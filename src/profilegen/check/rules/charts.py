"""Charts: what can be told apart in grey."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.case import Case
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.data import Figure, Observation

SERIES = 8
"""Series for which a chart has marks that differ in shape or filling."""


def too_many_series(case: Case) -> Iterator[Diagnostic]:
    """PG412: more series than there are marks would print alike."""
    for kind, section in case.profile.sections():
        for name, figure in section.figures.items():
            series = _series(case, figure, section.observations.list)
            if len(series) > SERIES:
                message = f"The chart has {len(series)} series; {SERIES} can be told apart in grey."
                hint = "Choose among them by scopes or indicators, or make two charts of it."
                path = (kind.key, "figures", name, "indicators")
                yield case.find("PG412", path, message, hint, snippet=name)


def _series(
    case: Case, figure: Figure, observations: tuple[Observation, ...]
) -> set[tuple[str, str, str]]:
    """What a line or the bars of one filling stand for: indicator, part, economy."""
    book = case.registry.indicators
    wanted = {book.key(name) or name for name in figure.indicators}
    whose = figure.economies or (case.profile.economy,)
    timed = figure.chart in ("line", "cumulative")
    out = set()
    for one in observations:
        indicator = book.key(one.indicator) or one.indicator
        economy, scope = one.economy or case.profile.economy, one.scope or ""
        chosen = not figure.scopes or scope in figure.scopes
        if indicator in wanted and economy in whose and chosen:
            out.add((indicator, scope, economy) if timed else ("", "", economy if scope else ""))
    return out
