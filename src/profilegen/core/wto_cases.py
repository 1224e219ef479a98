"""Numbers of WTO disputes: DS1, DS2 ... in the order of the requests for consultations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

GAP = 500
"""Numbers that may be unknown in a row: some fifteen years of disputes."""
_CASE = re.compile(r"DS([0-9]+)")


def wto_number(case: str) -> int | None:
    """The number of a case, or None where it has none; of a giant one the first nine digits."""
    match = _CASE.fullmatch(case)
    return int(match[1][:9]) if match else None


def astray(cases: Iterable[str]) -> str:
    """The first case that stands too far behind the one before it, or nothing."""
    numbered = sorted((n, case) for case in cases if (n := wto_number(case)) is not None)
    return next((case for (n, _), (m, case) in pairwise(numbered) if m - n > GAP), "")


_SPOKEN = re.compile(r"(?:WTO?[ /-]*)?(?:DS[ /-]*)?0*([1-9][0-9]{0,3})(?:/[\w/.]*)?", re.IGNORECASE)


def meant_case(words: str) -> str:
    """The case that `WT/DS613/R`, `DS-613` or `613` stands for, as its number is written."""
    match = _SPOKEN.fullmatch(words.strip())
    return f"DS{match[1]}" if match else ""
