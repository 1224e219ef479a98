"""A file as plain data, and where each piece of it stands."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from profilegen.core.diagnostic import Span

Key = str | int
KeyPath = tuple[Key, ...]


class PlainInt(int):
    """An unquoted whole number that still knows its spelling, so that 010 can be a text."""

    raw: str


class PlainFloat(float):
    """An unquoted decimal that still knows its spelling, so that 1.10 can be a text."""

    raw: str


@dataclass
class SourceTree:
    """A file's data, and for each path in it the span of its key and of its value."""

    file: str
    text: str
    data: Any = None
    keys: dict[KeyPath, Span] = field(default_factory=dict)
    values: dict[KeyPath, Span] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[str]:
        """The text by lines."""
        return self.text.split("\n")

    def descend(self, loc: KeyPath) -> KeyPath:
        """Shorten a validator's location to the deepest part that the file really has.

        Parts that are no keys here (a union's tag, a short form spelled out) are skipped.
        """
        here: Any = self.data
        path: KeyPath = ()
        for part in loc:
            known = range(len(here)) if isinstance(here, list) else here
            if not isinstance(known, dict | range):
                continue
            key = next((name for name in _spellings(part) if name in known), None)
            if key is not None:
                here, path = here[key], (*path, key)
        return path

    def at(self, path: KeyPath) -> Any:
        """The data at a path that the file has."""
        here = self.data
        for part in path:
            here = here[part]
        return here

    def span(self, loc: KeyPath) -> Span:
        """Span of the value at `loc`, or of the nearest thing around it."""
        return self.values.get(self.descend(loc), Span(self.file))

    def key_span(self, loc: KeyPath) -> Span:
        """Span of the key at `loc`; of the value where there is no key (a list item)."""
        path = self.descend(loc)
        return self.keys.get(path) or self.values.get(path, Span(self.file))

    def without(self, paths: Collection[KeyPath]) -> SourceTree:
        """The same tree without the values at `paths`; what is left keeps its places."""
        rest = SourceTree(self.file, self.text)

        def copy(old: KeyPath, new: KeyPath, value: Any) -> Any:
            rest.values[new] = self.values[old]
            if old in self.keys:
                rest.keys[new] = self.keys[old]
            if isinstance(value, dict):
                return {
                    key: copy((*old, key), (*new, key), item)
                    for key, item in value.items()
                    if (*old, key) not in paths
                }
            if isinstance(value, list):
                kept = [i for i in range(len(value)) if (*old, i) not in paths]
                return [copy((*old, i), (*new, n), value[i]) for n, i in enumerate(kept)]
            return value

        rest.data = copy((), (), self.data)
        return rest

    def find(self, loc: KeyPath, snippet: str) -> Span:
        """Span of the first `snippet` in the raw text at `loc`, or of the value itself.

        A whole word comes before a part of one: `meti` is not found in `meti-2022`.
        """
        span = self.span(loc)
        quoted = re.escape(snippet)
        for pattern in (rf"(?<![\w-]){quoted}(?![\w-])", quoted):
            for row in range(span.line, span.end_line + 1):
                start = span.column - 1 if row == span.line else 0
                line = self.lines[row - 1]
                end = span.end_column - 1 if row == span.end_line else len(line)
                match = re.compile(pattern).search(line, start, end)
                if match:
                    return Span(self.file, row, match.start() + 1, row, match.end() + 1)
        return span


def _spellings(part: Key) -> tuple[Key, ...]:
    """A field's name as a file may have it: CSL writes `container-title` and `URL`."""
    return (part, part.replace("_", "-"), part.upper()) if isinstance(part, str) else (part,)
