"""An entry that intervenes: by which means, at which stage, for whom, on which conditions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from profilegen.core.model.base import PlainText, Texts
from profilegen.core.model.entries import Entry
from profilegen.core.model.text_fields import Line
from profilegen.core.model.value_fields import QuantityField, StatedDate

Layer = Literal["plan", "policy or regulation", "firm-specific"]
"""How near a measure is to a firm; layers are not compared (New Industrial Policy Observatory)."""

Stage = Literal["announced", "authorised", "awarded", "disbursed"]
"""How far money has come; amounts of two stages are not compared."""

Motive = Literal[
    "strategic competitiveness",
    "resilience of supply",
    "national security or geopolitical concern",
    "climate change mitigation",
    "digital transformation",
]
"""Why, as the state itself says (New Industrial Policy Observatory)."""


class Measure(Entry):
    """An entry of which it may be said how the state intervenes by it; nothing of it has to be."""

    means: Texts = Field(default=(), examples=[["financial grant", "state loan"]])
    """From the registry of means, what it does and not what it is called."""
    layer: Layer | None = None
    motive: tuple[Motive, ...] = ()
    stage: Stage | None = None
    amount: QuantityField | None = None
    """Money at that stage."""
    ceiling: PlainText | None = Field(default=None, examples=["up to one half of the investment"])
    eligibility: Line | None = None
    since: StatedDate | None = None
    until: StatedDate | None = None
    authority: PlainText | None = None
    """Who decides; `issuing_body` made the text."""
    strings: tuple[Line, ...] = ()
    """What it asks of those who take it: local content, no plant abroad, money back."""
