"""Lines that go on with what stands above them: a text's next paragraph, an item's keys, a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.core.indentation_repairs import KEYS
from profilegen.core.model.kinds import KINDS
from profilegen.core.model.kinds.kind_declaration import OWN
from profilegen.core.repair import LineChange, Lines, Repair, indent

_BLOCK = re.compile(r" *(?:- +)*(?P<key>[\w-]+): *[|>][-+]? *(?:#.*)?")
_KEY = re.compile(r" *(?:- +)?(?P<key>[\w-]+)(?: |:(?= |$)|$)")


def paragraph(lines: Lines, at: int) -> Iterator[Repair]:
    """A paragraph below `text: |` that is not indented."""
    first = at
    while first and not _BLOCK.fullmatch(lines[first]) and not _is_key(lines[first]):
        first -= 1
    head = _BLOCK.fullmatch(lines[first])
    if not head:
        return
    start = indent(head[0])
    below = next((indent(line) for line in lines[first + 1 : at] if line.strip()), 1_000)
    depth = (
        below
        if start < below < 1_000
        else start + (4 if "- " in head[0][: head.start("key")] else 2)
    )
    outside = [n for n in range(first + 1, at + 1) if indent(lines[n]) < depth]
    if not outside or lines[outside[0]].lstrip().startswith("#"):
        return
    last = outside[0]
    while last < len(lines) and not _is_key(lines[last]):
        last += 1
    moved = [n for n in range(outside[0], last) if indent(lines[n]) < depth]
    changes = tuple(LineChange(n, 0, indent(lines[n]), " " * depth) for n in moved)
    message = f"The text of `{head['key']}` goes on here, and the line is not indented as far."
    hint = f"Indent each line of the text by {depth} spaces, as its first."
    certain = not re.match(r" *[-#]", lines[outside[0]])
    yield Repair(outside[0], indent(lines[outside[0]]), message, hint, changes, safe=certain)


def _is_key(line: str) -> bool:
    """Whether a line begins with a key that profiles have, be its colon there or not."""
    match = _KEY.match(line)
    if not match:
        return False
    word = match["key"].casefold().replace("-", "_")
    after = line[match.end("key") :].strip()
    return (word in KEYS and (after[:1] in ("", ":") or len(after.split()) < 4)) or after == ":"


FIRST_KEY = {
    section if kind.list_name == OWN else kind.list_name: kind.model.shorthand
    for kind in KINDS
    for section in kind.sections
} | {"author": "name", "editor": "name", "counts": "forum"}
"""The key that a plain line of a list stands for; a test holds it against the models."""


def keys_of_an_item(lines: Lines, at: int) -> Iterator[Repair]:
    """Keys below an item that is a text: `- a goal`, and `source: ...` on the next line."""
    key = re.match(r" *([a-z_]+):(?: |$)", lines[at])
    item = re.fullmatch(r"( *- +)([^\s\[{|>'\"&*!%@`#].*)", lines[at - 1]) if at else None
    if not key or not item or indent(lines[at]) <= indent(lines[at - 1]):
        return
    first = _list_of(lines, at - 1)
    if not first:
        return
    column, changes = len(item[1]), [LineChange(at - 1, len(item[1]), len(item[1]), f"{first}: ")]
    last = at
    while last < len(lines) and indent(lines[at]) <= indent(lines[last]) < 1_000:
        if indent(lines[at]) != column:
            changes.append(LineChange(last, 0, indent(lines[at]), " " * column))
        last += 1
    message = f"`{key[1]}` stands below an item that is one text."
    hint = f"Give the item its key: `- {first}: {item[2][:60]}`, and `{key[1]}: ...` below it."
    yield Repair(at, indent(lines[at]), message, hint, tuple(changes))


def _list_of(lines: Lines, at: int) -> str:
    """The key for which the plain items of the list stand in which a line is."""
    depth = indent(lines[at]) + 1
    for line in reversed(lines[:at]):
        match = re.match(r" *([a-z_]+):", line)
        if match and indent(line) < depth:
            if match[1] != "list":
                return FIRST_KEY.get(match[1], "")
            depth = indent(line)
    return ""


def brackets_and_dashes(lines: Lines, at: int) -> Iterator[Repair]:
    """A list that stands in brackets and goes on in lines with dashes."""
    dash, head = indent(lines[at]), at
    if not lines[at].lstrip().startswith("- "):
        return
    while head and not (found := re.fullmatch(r"( *[a-z_]+:)( *)\[(.*)\] *(#.*)?", lines[head])):
        if head < at and indent(lines[head]) < dash:
            return
        head -= 1
    if head == at or not found or indent(lines[head]) > dash or any(
        indent(line) < dash for line in lines[head + 1 : at]
    ):  # fmt: skip
        return
    message = "A list begins in brackets and goes on in lines with dashes."
    hint = "A list is either [..] or lines with '- ': write each item on a line of its own."
    comment = f"  {found[4]}" if found[4] else ""
    rows = "".join(f"\n{' ' * dash}- {item}" for item in _items(found[3]))
    change = LineChange(head, found.end(1), len(lines[head]), comment + rows)
    yield Repair(head, found.start(3) - 1, message, hint, (change,))


def _items(inner: str) -> list[str]:
    """The items between brackets; commas within quotes and braces part none."""
    part = r"\{[^{}]*\}|\[[^\[\]]*\]|'[^']*'|\"[^\"]*\"|[^,\[\]{}'\"]"
    return [item.strip() for item in re.findall(f"(?:{part})+", inner) if item.strip()]
