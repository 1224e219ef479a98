"""Figures as people write them: `0.71`, `about 260`, `up to JPY 476 billion`, `16 to 20`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
BOUNDS = ("about", "up to", "at least", "more than", "less than")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure or a range, with its bound, its currency and the word for its scale."""

    low: Decimal
    high: Decimal
    text: str
    """The figure as written, without its bound and currency: `3.9 trillion`."""
    bound: str = ""
    currency: str = ""
    """Code of ISO 4217, where the figure is money."""
    scale: int = 0
    """Power of ten that the scale's word stands for."""

    @property
    def middle(self) -> Decimal:
        """The figure in full, of a range its middle: where a chart draws it."""
        return ((self.low + self.high) / 2).scaleb(self.scale)

    @property
    def exact(self) -> bool:
        """Whether the figure is one number without a bound."""
        return self.low == self.high and not self.bound

    def __str__(self) -> str:
        return " ".join(filter(None, (self.bound, self.currency, self.text)))


_NUMBER = r"[-\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_FORM = re.compile(
    rf"(?:(?P<bound>{'|'.join(BOUNDS)})\s+)?(?:(?P<currency>[A-Z]{{3}})\s+)?"
    rf"(?P<text>(?P<low>{_NUMBER})(?:\s*(?:to|\u2013|-)\s*(?P<high>{_NUMBER}))?"
    rf"(?:\s+(?P<scale>{'|'.join(SCALES)}))?)"
)
LONGEST = 80


def to_decimal(number: str) -> Decimal:
    """A number with commas between its thousands, and a hyphen or a minus sign before it."""
    return Decimal(number.replace(",", "").replace("\u2212", "-"))


def parse_quantity(text: str) -> Quantity:
    """Read a figure. Raises ValueError at what is none."""
    match = _FORM.fullmatch(" ".join(text.split())) if len(text) <= LONGEST else None
    if match is None:
        raise ValueError(f'"{text[:LONGEST]}" is not a figure')
    low = to_decimal(match["low"])
    high = to_decimal(match["high"]) if match["high"] else low
    if high < low:
        raise ValueError(f'"{text}" ends below its beginning')
    scale = SCALES.get(match["scale"] or "", 0)
    words = match["text"]
    if match["high"] and low >= 0:  # -5 to -3 keeps its word: a dash would read as a sign
        words = words.replace(" to ", "\u2013")
    return Quantity(low, high, words, match["bound"] or "", match["currency"] or "", scale)
