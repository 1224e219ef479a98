"""What cannot be, of a record of the registry or of an entry alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from profilegen.core.dates import Date
from profilegen.core.languages import is_language, language_code


def foreign_language(tag: str) -> tuple[str, str] | None:
    """PG133: message and hint where a tag is no code of a language."""
    if is_language(tag):
        return None
    code = language_code(tag)
    hint = f"Write {code}." if code else "Write its code of BCP 47: ja, pt-BR, zh-Hans."
    return f'"{tag}" is no code of a language.', hint


def in_order(steps: Iterable[tuple[str, object]]) -> Iterator[tuple[str, Date, str, Date]]:
    """PG229: each two neighbouring dates, in the order of what happens, that stand reversed."""
    known = [(field, date) for field, date in steps if isinstance(date, Date)]
    for (first, before), (then, after) in pairwise(known):
        if after.surely_before(before):
            yield first, before, then, after


def circle(start: str, following: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """PG135: the way from a name back to itself, or nothing: (A, B, A)."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for then in following.get(way[-1], ()):
            if then == start:
                return (*way, then)
            if then not in seen:
                seen.add(then)
                ways.append((*way, then))
    return ()


def on_both_sides(complainant: Iterable[str], respondent: Iterable[str]) -> str:
    """PG136: who is complainant and respondent at once, or nothing."""
    return next(iter(set(complainant) & set(respondent)), "")


def told_circle(way: tuple[str, ...], lines: Mapping[str, Any], relation: str) -> str:
    """A circle in words, with the line of each of its members."""
    steps = [f"{name} (line {lines[name]})" for name in way[:-1]]
    if len(steps) == 1:
        return f"{way[0]} stands as its own `{relation}`."
    return f"`{relation}` leads in a circle: {', '.join(steps)}, and back to {way[0]}."
