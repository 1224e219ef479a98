"""Items of a list that YAML joins to the text above them, without a word.

A line that is indented further than the dash above it goes on with that dash's text, and so does
each line of a text behind `>`. What begins like an item was meant as one.
"""

from __future__ import annotations

import re

from profilegen.core.repair import LineChange, Lines, Repair, indent

_ITEM = re.compile(r" *(?P<dash>[-*\u2022\u25aa\u25cf\u2023\u25e6\uf0b7][ \u00a0]+)(?=\S)")
_HEAD = re.compile(r"(?P<lead> *)(?P<dash>(?:- +)*)(?:(?P<key>[a-z_]+):(?P<gap> +))?")
_LISTS = frozenset(
    "list topics parties authors reviewers third_parties third_party pillars source counts "
    "disputes complainant respondent amends implements supersedes indicators economies "
    "agreements author editor".split()
)
"""Keys whose value may be a list."""
WRAPPED = 60
"""Characters from which a line may have been broken in the middle of a sentence."""


def joined_item(lines: Lines, first: int, last: int) -> Repair | None:
    """The first item among the lines of an unquoted text, and what makes items of all."""
    items = [at for at in range(first + 1, last + 1) if _begins_item(lines, at)]
    head = _HEAD.match(lines[first])
    if not items or head is None:
        return None
    at = items[0]
    start = indent(lines[at])
    message = f'"{lines[at].strip()[:40]}" is read as part of the text above it, not as an item.'
    tail = "if its dash belongs to a sentence, break the lines elsewhere."
    if head["dash"]:
        changes = _moved(lines, items, last, len(head["lead"]))
        hint = f"Move it left until its dash stands below the one above; {tail}"
    elif head["key"] in _LISTS:
        rest = head.span("gap")
        changes = _moved(lines, items, last, start)
        changes = (LineChange(first, *rest, f"\n{' ' * start}- "), *changes)
        hint = f"Give the first item a line and a dash of its own, too; {tail}"
    else:
        changes = ()
        hint = f"A list in a text needs `|` behind `{head['key'] or 'the key'}:`, the text on "
        hint += f"the lines below, and an empty line before its first item; {tail}"
    return Repair(at, start, message, hint, changes, safe=False)


def folded_list(lines: Lines, first: int, last: int) -> Repair | None:
    """A list in a text behind `>`, which makes one line of all items."""
    sign = re.search(r"(?<=[: ])>[-+]?(?=\d? *(?:#.*)?$)", lines[first])
    for at in range(first + 2, last + 1):
        if sign and _ITEM.match(lines[at]) and _ITEM.match(lines[at - 1]):
            message = "Behind > the lines of a text are joined, and so the items of this list."
            change = LineChange(first, *sign.span(), sign[0].replace(">", "|"))
            return Repair(at, indent(lines[at]), message, "Write | for >.", (change,), safe=False)
    return None


def _begins_item(lines: Lines, at: int) -> bool:
    match, above = _ITEM.match(lines[at]), lines[at - 1].strip()
    if not match:
        return False
    sentence = lines[at][match.end()].islower() and above[-1:].isalpha()
    return match["dash"][0] not in "-*" or len(above) < WRAPPED or not sentence


def _moved(lines: Lines, items: list[int], last: int, depth: int) -> tuple[LineChange, ...]:
    """Dashes at a column, and what belongs to an item as much further left."""
    changes = []
    for at, end in zip(items, [*items[1:], last + 1], strict=True):
        dash = re.match(r" *\S\s+", lines[at])
        assert dash is not None  # it begins an item
        later = (n for n in range(at + 1, end) if lines[n].strip())
        changes.append(LineChange(at, 0, dash.end(), f"{' ' * depth}- "))
        changes += [LineChange(n, 0, indent(lines[n]), " " * (depth + 2)) for n in later]
    return tuple(changes)
