"""Tabs as spaces: how many of them a tab in an indentation stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from profilegen.core.diagnostic import Edit, Fix, Span
from profilegen.core.repair import indent
from profilegen.core.yaml_errors import LOADER, LONGEST, stops_at

_WIDTHS = (2, 4, 6, 8)
"""Spaces for which a tab of an indentation may stand."""
_VALUE = re.compile(r"^([ \t]*(?:- +)*[\w-]+: +)[^\s|>].*$")
_TOP = re.compile(r"[a-z_]+:(?: |$)")


def without_tabs(text: str, file: str) -> Fix | None:
    """The tabs as spaces: one within a line, as many as make its part readable before it.

    Each part of the file, from one top-level key to the next, is looked at alone, so that a fault
    elsewhere does not matter. The fix is safe where no other number of spaces means anything else.
    """
    lines = text.split("\n")
    heads = [0, *(at for at, line in enumerate(lines) if _TOP.match(line)), len(lines)]
    edits: list[Edit] = []
    safe = True
    for start, end in pairwise(heads):
        if not any("\t" in line for line in lines[start:end]):
            continue
        width, sure = _width(lines[start:end])
        if not width:  # another line has a fault: what it says does not matter here
            width, sure = _width([_VALUE.sub(r"\1x", line) for line in lines[start:end]])
        safe = safe and sure
        for at in range(start, end) if width else ():
            for column, sign in enumerate(lines[at]):
                if sign == "\t":
                    place = Span(file, at + 1, column + 1, at + 1, column + 2)
                    lead = not lines[at][:column].strip()
                    apart = "  " if lines[at][column + 1 :].startswith("#") else " "
                    edits.append(Edit(place, " " * width if lead else apart))
    return Fix(tuple(edits), safe) if edits else None


def _width(lines: list[str]) -> tuple[int, bool]:
    """How many spaces a tab stands for, 0 where none do; and whether nothing else can be meant."""
    last = max(at for at, line in enumerate(lines) if "\t" in line)
    spaced = {width: _spaced(lines, width) for width in _WIDTHS}
    stops = {width: stops_at(spaced[width]) for width in _WIDTHS}
    read = {width: spaced[width] for width, stop in stops.items() if stop is None}
    read = read or {w: spaced[w] for w, stop in stops.items() if stop is not None and stop > last}
    if not read:
        return 0, False
    if sum(map(len, lines)) > LONGEST:
        return next(iter(read)), False
    meanings = {width: tuple(_meaning(read[width][: last + 1])) for width in read}
    first = next(iter(read))
    if len(set(meanings.values())) == 1:
        return first, True
    return next((width for width in read if _lined_up(lines, read[width])), first), False


def _spaced(lines: list[str], width: int) -> list[str]:
    spaced = []
    for line in lines:
        lead = line[: len(line) - len(line.lstrip(" \t"))]
        spaced.append(lead.replace("\t", " " * width) + line[len(lead) :].replace("\t", " "))
    return spaced


def _meaning(lines: list[str]) -> Iterator[tuple[str, str]]:
    """What YAML reads, without its places, up to where it stops."""
    try:
        for event in yaml.parse("\n".join(lines), Loader=LOADER):
            yield type(event).__name__, " ".join(getattr(event, "value", "").split())
    except yaml.YAMLError:
        return


def _lined_up(lines: list[str], spaced: list[str]) -> bool:
    """Whether the first line with a tab stands below the words of the line above it."""
    at = next(at for at, line in enumerate(lines) if line.lstrip(" ").startswith("\t"))
    above = re.match(r" *(?:- +)?", spaced[at - 1]) if at else None
    return above is not None and indent(spaced[at]) == above.end()
