"""The year of an act, where its profile does not write it out."""

from __future__ import annotations

import re

from profilegen.core.dates import Date
from profilegen.core.model.kinds.instrument import Instrument

_OF = re.compile(r"\bof (?:\d{1,2} )?(?:[A-Z][a-z]+ )?((?:1[89]|20)\d\d)\b")
_YEAR = re.compile(r"(?<![\d.])(?<!Stat\. )(?<!Reg\. )(?<!\bp )((?:1[89]|20)\d\d)(?!\d)")
"""A year that stands alone: 2021/821, (2020), 2002 c. 28; a page (136 Stat. 1818) is none."""


def year_of(entry: Instrument, latest: int) -> int | None:
    """The year of an act: as written, else as its number or its title gives it."""
    if isinstance(entry.year, Date):
        return entry.year.year
    for text in (entry.number or "", entry.title):
        for pattern in (_OF, _YEAR):
            years = [int(year) for year in pattern.findall(text) if int(year) <= latest]
            if years:
                return years[0]
    return None
