"""Anti-dumping, countervailing or safeguard measures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from profilegen.core.model.base import PlainText, Texts
from profilegen.core.model.entries import Amount, Entry
from profilegen.core.model.kinds.kind_declaration import EntryFigure, Kind
from profilegen.core.model.text_fields import Line
from profilegen.core.model.value_fields import StatedDate, StatedPeriod


class TradeRemedy(Entry):
    """Anti-dumping, countervailing or safeguard measures: how many, whose, in which period."""

    shorthand = "measure"
    heading = "measure"

    measure: Literal["anti-dumping", "countervailing", "safeguard"]
    against: Texts = ()
    """Economies or products; where left out, the measures of the economy against all."""
    product: PlainText | None = None
    count: Amount | None = None
    unit: Literal["measures", "investigations", "cases"] = "measures"
    period: StatedPeriod
    as_of: StatedDate | None = None
    gist: Line | None = None


def _figures(entry: TradeRemedy) -> Iterator[EntryFigure]:
    if entry.count is not None:
        name = f"{entry.measure} {entry.unit}"
        part = entry.product or ""
        yield EntryFigure(name, entry.count, ("count",), part=part, period=entry.period)


KIND = Kind(
    TradeRemedy,
    one="trade_remedy",
    many="trade_remedies",
    sections=("proceedings",),
    list_name="remedies",
    economies=("against",),
    measured=False,
    figures=_figures,
)
