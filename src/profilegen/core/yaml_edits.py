"""Fixes: made at a tree's places, as YAML needs them written, and applied to a file's bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from profilegen.core.diagnostic import Edit, Fix, Span
from profilegen.core.repair import in_quotes
from profilegen.core.tree import KeyPath, SourceTree

_LINE_END = re.compile(r"\r\n|\r|\n")
_PLAIN = re.compile(r"(?:\w|[(/])(?:[\w .;()/@&+'’\"-]|,(?= )|:(?=\S))*(?<! )")
"""What may stand without quotes; in brackets, where a comma parts items, without one."""


def value_instead(
    tree: SourceTree, path: KeyPath, text: str, *, safe: bool, quotes: bool = False
) -> Fix | None:
    """Write another text as the value at a path, in its quotes or without; on one line only."""
    span = tree.span(path)
    if span.line != span.end_line or isinstance(tree.at(tree.descend(path)), dict):
        return None
    line = tree.lines[span.line - 1]
    old = line[span.column - 1 : span.end_column - 1]
    if old[:1] in ("'", '"'):
        new = in_quotes(text) if old[0] == "'" or "\\" in text or '"' in text else f'"{text}"'
    elif old[:1] in ("|", ">") or not old:
        return None
    else:
        plain = (
            not quotes
            and _PLAIN.fullmatch(text)
            and not ("," in text and _in_brackets(line, span.column))
        )
        new = text if plain else in_quotes(text)
    return Fix((Edit(span, new),), safe)


def bracketed(fix: Fix | None) -> Fix | None:
    """Write as a list's only item what a fix writes."""
    return fix and replace(fix, edits=tuple(replace(e, text=f"[{e.text}]") for e in fix.edits))


def items_instead(tree: SourceTree, path: KeyPath, items: list[str], *, safe: bool) -> Fix | None:
    """Write a list for a text on one line, or more items for one item of a list.

    Items are written as given where they are mappings in braces, else in quotes if need be.
    """
    span = tree.span(path)
    here = tree.descend(path)
    if span.line != span.end_line or not isinstance(tree.at(here), str):
        return None
    line = tree.lines[span.line - 1]
    before = line[: span.column - 1]
    within = _in_brackets(line, span.column)
    written = [item if item[:1] == "{" else as_item(item) for item in items]
    if line[span.column - 1 : span.column] in ("|", ">"):
        return None
    if not (here and isinstance(here[-1], int)):
        text = f"[{', '.join(written)}]" if len(items) > 1 or items[0][0] != "{" else items[0]
    elif within:
        text = ", ".join(written)
    elif re.fullmatch(r" *- +", before):
        text = f"\n{before}".join(written)
    else:
        return None
    return Fix((Edit(span, text),), safe)


def as_item(text: str) -> str:
    """A text as an item of a list in brackets."""
    return text if _PLAIN.fullmatch(text) and "," not in text else in_quotes(text)


def _in_brackets(line: str, column: int) -> bool:
    before = line[: column - 1]
    return before.count("[") + before.count("{") > before.count("]") + before.count("}")


def words_instead(tree: SourceTree, path: KeyPath, old: str, new: str, *, safe: bool) -> Fix | None:
    """Write other words in the place of some that stand on one line of the text at a path."""
    span, value = tree.find(path, old), tree.span(path)
    if span.line != span.end_line:
        return None
    found = tree.lines[span.line - 1][span.column - 1 : span.end_column - 1]
    if found != old:
        return None
    first = tree.lines[value.line - 1][value.column - 1 : value.column]
    if first in ("|", ">"):
        return Fix((Edit(span, new),), safe)
    whole = tree.at(tree.descend(path))
    if value.line == value.end_line and isinstance(whole, str) and whole.count(old) == 1:
        return value_instead(tree, path, whole.replace(old, new), safe=safe)
    risky = (": ", " #", "'", '"', "\\")
    return None if any(sign in new for sign in risky) else Fix((Edit(span, new),), safe)


def key_instead(tree: SourceTree, path: KeyPath, key: str, *, safe: bool) -> Fix | None:
    """Write another key at a path."""
    span = tree.keys.get(tree.descend(path))
    return None if span is None else Fix((Edit(span, key),), safe)


def paragraph_before(tree: SourceTree, path: KeyPath, context: dict[str, Any]) -> Fix | None:
    """An empty line before a line of a text that begins with the words of `snippet`."""
    place = tree.find(path, context["snippet"])
    lead = tree.lines[place.line - 1][: place.column - 1]
    if lead.strip() or place.line == tree.span(path).line:
        return None
    return Fix((Edit(Span(tree.file, place.line, 1, place.line, 1), "\n"),))


def at_margin(tree: SourceTree, path: KeyPath, words: str) -> Fix | None:
    """Move a line of a text left, to where the text's first line begins."""
    place, value = tree.find(path, words), tree.span(path)
    first = next((at for at in range(value.line, value.end_line) if tree.lines[at].strip()), 0)
    far = len(tree.lines[first]) - len(tree.lines[first].lstrip())
    lead = tree.lines[place.line - 1][: place.column - 1]
    if lead.strip() or len(lead) <= far or place.line == value.line:
        return None
    return Fix((Edit(Span(tree.file, place.line, far + 1, place.line, len(lead) + 1), ""),), True)


def moved_left(tree: SourceTree, path: KeyPath, key: str) -> Fix | None:
    """Move the lines of a text from one on, which begins with a key, below the text's own key."""
    place, end = tree.find(path, f"{key}:"), tree.span(path).end_line
    lead = tree.lines[place.line - 1][: place.column - 1]
    far = len(lead) - tree.key_span(path).column + 1
    lines = range(place.line, end + 1)
    if lead.strip() or far < 1 or any(tree.lines[at - 1][:far].strip() for at in lines):
        return None
    held = (at for at in lines if tree.lines[at - 1].strip())
    return Fix(tuple(Edit(Span(tree.file, at, 1, at, far + 1), "") for at in held), safe=True)


def dashed(tree: SourceTree, path: KeyPath, bullet: str) -> Fix | None:
    """Write the dash of a list for each bullet at the head of a line, behind an empty line."""
    value, edits = tree.span(path), []
    head = re.compile(rf"( *)({re.escape(bullet)}\s*)")
    for at in range(value.line + 1, value.end_line + 1):
        above, match = tree.lines[at - 2], head.match(tree.lines[at - 1])
        if match:
            start, end = match.span(2)
            edits.append(Edit(Span(tree.file, at, start + 1, at, end + 1), "- "))
            if above.strip() and not head.match(above) and at > value.line + 1:
                edits.append(Edit(Span(tree.file, at, 1, at, 1), "\n"))
    return Fix(tuple(edits), safe=True) if edits else None


def line_removed(tree: SourceTree, path: KeyPath, *, safe: bool) -> Fix | None:
    """Take a key out with its value, where both fill one line."""
    key, value = tree.keys.get(path), tree.span(path)
    if key is None or key.line != value.end_line or key.line >= len(tree.lines):
        return None
    line = tree.lines[key.line - 1]
    rest = line[value.end_column - 1 :].strip()
    if line[: key.column - 1].strip() or (rest and not rest.startswith("#")):
        return None
    return Fix((Edit(Span(tree.file, key.line, 1, key.line + 1, 1), ""),), safe)


def applied(raw: bytes, fixes: Iterable[Fix]) -> bytes:
    """A file with fixes, of two that meet the first; every other byte is as it was.

    Places are counted as `parse` counts them: without a byte-order mark, by any line ends.
    """
    text = raw.decode("utf-8")
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    starts[0] = 1 if text.startswith("\ufeff") else 0
    ends = _LINE_END.search(text)
    new_line = ends[0] if ends else "\n"
    taken: list[tuple[int, int, str]] = []
    for fix in fixes:
        edits = [
            (
                starts[edit.span.line - 1] + edit.span.column - 1,
                starts[edit.span.end_line - 1] + edit.span.end_column - 1,
                edit.text.replace("\n", new_line),
            )
            for edit in fix.edits
        ]
        if not any(a <= d and c <= b for a, b, _ in edits for c, d, _ in taken):
            taken += edits
    for start, end, new in sorted(taken, reverse=True):
        text = text[:start] + new + text[end:]
    return text.encode("utf-8")


def indented(tree: SourceTree, first: int, last: int) -> tuple[Edit, ...]:
    """Two spaces more before each of the lines that hold something."""
    return tuple(
        Edit(Span(tree.file, line, 1, line, 1), "  ")
        for line in range(first, last + 1)
        if tree.lines[line - 1].strip()
    )


def quoted_line(tree: SourceTree, path: KeyPath) -> Fix | None:
    """Put an item of a list in quotes that is one text, though a colon makes a key of it."""
    span = tree.span(path)
    if span.line != span.end_line:
        return None
    text = tree.lines[span.line - 1][span.column - 1 : span.end_column - 1]
    key, _, rest = text.partition(": ")
    if not rest or text[0] in "{[\"'" or rest[0] in "[{\"'|>":
        return None
    return Fix((Edit(span, in_quotes(text)),), safe=" " in key or key[:1].isupper())


def without_colon(tree: SourceTree, path: KeyPath) -> bool:
    """Whether a key stands between braces and has no colon behind it."""
    key = tree.keys.get(path)
    return key is not None and re.match(
        r"\s*[,}]", tree.lines[key.end_line - 1][key.end_column - 1 :]
    ) is not None  # fmt: skip


def with_commas(tree: SourceTree, path: KeyPath) -> tuple[str, Fix] | None:
    """A text between braces with the keys that its commas have made, and the fix that quotes it.

    `path` is the first of these keys; one with a colon takes its value along.
    """
    parent = tree.at(path[:-1])
    keys = list(parent)
    first = last = keys.index(path[-1])
    if not first or not isinstance(parent[keys[first - 1]], str | int | float):
        return None
    while last + 1 < len(keys) and without_colon(tree, (*path[:-1], keys[last + 1])):
        last += 1
    whole = (*path[:-1], keys[last])
    start = tree.span((*path[:-1], keys[first - 1]))
    end = tree.key_span(whole) if without_colon(tree, whole) else tree.span(whole)
    text = _words(tree, start, end)
    if text[:1] in ("'", '"'):
        here = start.end_column - start.column
        text = f"{parent[keys[first - 1]]}{text[here:]}"
    if start.line != end.end_line or "{" in text or "[" in text:
        return None
    written = in_quotes(text)
    place = Span(tree.file, start.line, start.column, end.end_line, end.end_column)
    return written, Fix((Edit(place, written),), safe=True)


def _words(tree: SourceTree, start: Span, end: Span) -> str:
    return tree.lines[start.line - 1][start.column - 1 : end.end_column - 1]


def with_dash(tree: SourceTree, path: KeyPath) -> Fix | None:
    """Make the only item of a list, written without its dash, an item."""
    span = tree.span(path)
    lead = tree.lines[span.line - 1][: span.column - 1]
    if lead.strip():
        return None
    dash = Edit(Span(tree.file, span.line, span.column, span.line, span.column), "- ")
    return Fix((dash, *indented(tree, span.line + 1, span.end_line)), safe=True)


def items_moved_up(tree: SourceTree, path: KeyPath) -> Fix | None:
    """Take the dash off an item of a list, whose keys then belong to the item above."""
    span = tree.span(path)
    lead = tree.lines[span.line - 1][: span.column - 1]
    if not re.fullmatch(r" *- +", lead):
        return None
    dash = lead.index("-") + 1
    return Fix((Edit(Span(tree.file, span.line, dash, span.line, dash + 1), " "),))
