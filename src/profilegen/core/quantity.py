"""Figures as people write them: `0.71`, `about 260`, `up to JPY 476 billion`, `16 to 20`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

SCALES = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "lakh crore": 12,
    "lakh": 5,
    "crore": 7,
}
"""Words for powers of ten; lakh and crore as India, Pakistan and Bangladesh count."""
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


_NUMBER = r"[-\u2212]?(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?"
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


_BOUNDS = {
    "approximately": "about", "approx.": "about", "approx": "about", "around": "about",
    "ca.": "about", "ca": "about", "c.": "about", "circa": "about", "roughly": "about",
    "some": "about", "~": "about", "over": "more than", "above": "more than",
    ">": "more than", "under": "less than", "below": "less than", "<": "less than",
    "at most": "up to", "max.": "up to", "maximum": "up to", "no less than": "at least",
    "minimum": "at least",
}  # fmt: skip
_SIGNS = {"US$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₦": "NGN", "₫": "VND",
          "A$": "AUD", "S$": "SGD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "R$": "BRL",
          "CN¥": "CNY", "RM": "MYR", "EU€": "EUR"}  # fmt: skip
"""Signs of one currency only; $, ¥ and Rs are several countries'."""
_ABBREVIATED = {"k": "thousand", "m": "million", "mn": "million", "mln": "million", "bn": "billion",
                "bln": "billion", "b": "billion", "tn": "trillion", "trn": "trillion",
                "cr": "crore", "crores": "crore", "lakhs": "lakh", "millions": "million",
                "billions": "billion", "trillions": "trillion", "thousands": "thousand",
                "lakh crores": "lakh crore"}  # fmt: skip
_OTHERWISE = re.compile(
    rf"(?:(?P<bound>{'|'.join(map(re.escape, (*_BOUNDS, *BOUNDS)))})\s*)?"
    rf"(?P<before>[A-Z]{{3}}|{'|'.join(map(re.escape, _SIGNS))})?\s*"
    rf"(?P<figure>{_NUMBER}(?:\s*(?:to|\u2013|-)\s*{_NUMBER})?)\s*"
    r"(?P<scale>[a-z]+(?: crores?)?)?\.?\s*(?P<behind>[A-Z]{3})?",
    re.IGNORECASE,
)


_PER_CENT = re.compile(r"(?<=\d)\s*(?:%|per ?cent)$")
"""A unit that the indicator has."""


def figure_meant(text: str) -> str:
    """A figure in the form that is read, for one that can mean nothing else; or nothing."""
    bare = _PER_CENT.sub("", " ".join(text.split())) if len(text) <= LONGEST else ""
    match = _OTHERWISE.fullmatch(bare)
    if match is None:
        return ""
    said, scale = (match["bound"] or "").casefold(), (match["scale"] or "").casefold()
    before = match["before"] or match["behind"] or ""
    currency = _SIGNS.get(before.upper(), before.upper())
    parts = (_BOUNDS.get(said, said), currency, match["figure"], _ABBREVIATED.get(scale, scale))
    meant = " ".join(filter(None, parts))
    try:
        return str(parse_quantity(meant)).replace("\u2013", " to ")
    except ValueError:
        return ""
