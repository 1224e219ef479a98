"""Charts: no more figures than a page shows."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.case import Case
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.numbers import drawn_by

MOST = 48
"""Figures of a chart: so many rows fill a page."""


def crowded(case: Case) -> Iterator[Diagnostic]:
    """PG130: a chart has room for each of its figures."""
    for kind, section in case.profile.sections():
        for name, figure in section.figures.items():
            found = section.observations.list
            count = len(drawn_by(figure, found, case.profile.economy, case.registry))
            if count > MOST:
                message = f"The chart has {count:,} figures; a page has room for {MOST}."
                yield case.find("PG130", (kind.key, "figures", name), message)
