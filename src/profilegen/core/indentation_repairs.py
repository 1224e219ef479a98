"""Lines that do not fit those around them: dashes and colons that lack, steps too far in or out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.core.model.kinds import KINDS
from profilegen.core.repair import LineChange, Lines, Repair, indent


def sources_dash(lines: Lines, at: int) -> Iterator[Repair]:
    """A source with a dash before its key, beside others without one."""
    depth = indent(lines[at])
    head = at
    while head > 0 and indent(lines[head]) >= depth:
        head -= 1
    if not re.match(r" *sources: *(?:#.*)?$", lines[head]) or not 0 < depth < 1_000:
        return
    last = head + 1
    while last < len(lines) and indent(lines[last]) >= depth:
        last += 1
    dashed = [n for n in range(head + 1, last) if re.match(rf" {{{depth}}}- \S", lines[n])]
    if dashed:
        message = "A source has no dash before its key."
        changes = tuple(LineChange(n, depth, depth + 2, "") for n in dashed)
        yield Repair(dashed[0], depth, message, "Remove the dash.", changes)


def beside_sources(lines: Lines, at: int) -> Repair:
    """Keys of sources that stand as far left as the keys under which the sources are."""
    depth = indent(lines[at])
    first = last = at
    while first and indent(lines[first - 1]) >= depth:
        first -= 1
    while last < len(lines) and indent(lines[last]) >= depth:
        last += 1
    changes: list[LineChange] = []
    moves = False
    for n in range(first, last):
        if indent(lines[n]) == depth:
            key = _KEY.match(lines[n])
            moves = bool(key and key["key"] in _OF_SOURCES)
        if moves and lines[n].strip():
            changes.append(LineChange(n, 0, 0, "  "))
    hint = "Move the keys of each source right by two spaces, below its own key."
    return Repair(at, depth, "", hint, tuple(changes))


_OF_SOURCES = frozenset(
    "type author editor title title_short native_title language container_title collection_title "
    "volume issue page publisher publisher_place edition number genre authority issued accessed "
    "url doi".split()
)


def dash(lines: Lines, at: int) -> Iterator[Repair]:
    """A line as far left as the dashes above it: an entry without one, or part of the entry."""
    line, depth = lines[at], indent(lines[at])
    key = re.match(r" *([\w-]+):(?: |$)", line)
    above = at - 1
    while above >= 0 and indent(lines[above]) > depth:
        above -= 1
    first = re.match(r" *- +([\w-]+):", lines[above]) if above >= 0 else None
    if not first or not key or indent(lines[above]) != depth:
        return
    last = at + 1
    while (
        last < len(lines)
        and indent(lines[last]) >= depth
        and not (indent(lines[last]) == depth and lines[last].lstrip().startswith("- "))
    ):
        last += 1
    moved = [LineChange(n, 0, 0, "  ") for n in range(at + 1, last) if lines[n].strip()]
    if key[1] == first[1]:
        message = "An entry of a list begins here without its dash."
        hint = f"Write `- {key[1]}: ...`, and indent the lines below it as far as in other entries."
        yield Repair(at, depth, message, hint, (LineChange(at, depth, depth, "- "), *moved))
    else:
        message = f"`{key[1]}` stands as far left as the dash of its entry."
        hint = "Move it right, below the other keys of the entry."
        yield Repair(at, depth, message, hint, (LineChange(at, 0, 0, "  "), *moved))


def first_dash(lines: Lines, at: int) -> Iterator[Repair]:
    """A first item without the dash that those below it have."""
    depth, first = indent(lines[at]), at
    while first and indent(lines[first - 1]) > depth:
        first -= 1
    dashes = [lines[n].lstrip().startswith("- ") for n in (first, at)]
    if dashes != [False, True] or first == at or indent(lines[first]) < depth + 2:
        return
    start = indent(lines[first])
    message, hint = (
        "The first item of a list has no dash.",
        "Begin it with '- ', as those below it.",
    )
    yield Repair(first, start, message, hint, (LineChange(first, start - 2, start, "- "),))


_KEY = re.compile(r"(?P<lead> *)(?P<dash>- +)?(?P<key>[A-Za-z_][\w.-]*):(?: +(?P<value>\S)|$)")


def between(lines: Lines, at: int) -> Iterator[Repair]:
    """A key too far left or right, between two that stand below each other."""
    near = [lines[n] for n in (at - 1, at, at + 1) if 0 <= n < len(lines)]
    keys = [_KEY.match(line) for line in near]
    if len(keys) < 3 or not all(keys):
        return
    above, here, below = (match for match in keys if match)
    depth = len(above["lead"] + (above["dash"] or ""))
    plain = here["value"] and below["value"] and below["value"] not in "[{|>"
    if here["dash"] or below["dash"] or len(below["lead"]) != depth or not plain:
        return
    if (far := len(here["lead"])) != depth and _alike(here["key"], above["key"]):
        message = f"`{here['key']}` does not stand below `{above['key']}`, the key next to it."
        hint = f"Move it {'left' if far > depth else 'right'}, until it does."
        yield Repair(at, far, message, hint, (LineChange(at, 0, far, " " * depth),))


def first_line(lines: Lines, at: int) -> Iterator[Repair]:
    """The first line of a text, indented as a printed paragraph is."""
    depth, first = indent(lines[at]), at
    while first and indent(lines[first - 1]) > depth:
        first -= 1
    head = lines[first - 1] if first else ""
    begun = next((n for n in range(first, at) if lines[n].strip()), at)
    if begun == at or not re.search(r": *[|>][-+]? *$", head) or indent(head) >= depth:
        return
    message = "The first line of the text is indented further than the others."
    changes = tuple(
        LineChange(n, 0, indent(lines[n]), " " * depth)
        for n in range(begun, at)
        if lines[n].strip()
    )
    yield Repair(begun, indent(lines[begun]), message, "Begin it below the other lines.", changes)


def indentation(lines: Lines, at: int) -> Iterator[Repair]:
    """A key that does not stand below its neighbours."""
    key = re.match(r"( *)(- +)?([A-Za-z_][\w.-]*):(?: +(\S))?", lines[at])
    if not key:
        return
    here, last = len(key[1]), at + 1
    while not key[4] and last < len(lines) and here < indent(lines[last]) < 1_000:
        last += 1  # what is below a key goes with it
    for near in (at - 1, last):
        line = lines[near] if 0 <= near < len(lines) else ""
        other = re.match(r"( *(?:- +)?)([A-Za-z_][\w.-]*):(?: |$)", line)
        if not other or (key[2] and "-" not in other[1]) or not _alike(key[3], other[2]):
            continue
        depth = indent(line) if key[2] else len(other[1])
        if depth == here:
            continue
        message = f"`{key[3]}` does not stand below `{other[2]}`, the key next to it."
        hint = f"Move it {'left' if here > depth else 'right'}, until it does."
        changes = tuple(
            LineChange(n, 0, max(here - depth, 0), " " * max(depth - here, 0))
            for n in range(at, last)
        )
        yield Repair(at, here, message, hint, changes)


def _alike(key: str, other: str) -> bool:
    """Whether two keys may stand below each other: a source's own key has none of the fields'."""
    if re.fullmatch("[a-z_]+", key + other):
        return True
    return key not in KEYS and other not in KEYS


def text_block(lines: Lines, at: int) -> Iterator[Repair]:
    """A text of several lines that is not marked as one."""
    first, depth = at, indent(lines[at])
    if not 0 < depth < 1_000:  # no text stands at the margin
        return
    while first > 0 and indent(lines[first - 1]) >= depth:
        first -= 1
    head = re.match(r" *(?:- +)?[a-z_]+:( *)", lines[first - 1]) if first else None
    if not head or any(
        re.match(r" *(?:- |[a-z_]+:|[\w-]+:$)", line) for line in lines[first : at + 1]
    ):
        return
    message = 'A text of several lines with a ": " in it has to be marked as one.'
    hint = "Put `|` after the key's colon, and the text below it, indented."
    end = len(lines[first - 1])
    if head.end() == end:
        change = LineChange(first - 1, head.start(1), end, " |")
        yield Repair(first, depth, message, hint, (change,))
    elif lines[first - 1][head.end()] not in "|>'\"":
        change = LineChange(first - 1, head.start(1), head.end(), " |\n" + " " * depth)
        yield Repair(first - 1, head.end(), message, hint, (change,))


def bold_key(lines: Lines, at: int) -> Iterator[Repair]:
    """A key between asterisks, as a heading of Word or Markdown is typed."""
    match = re.match(r" *(\*{1,2})([a-z_]{3,})(:?)\1(:?)(?= |$)", lines[at])
    if match and match[2] in KEYS and (match[3] or match[4]):
        hint = f"Write `{match[2]}:` without asterisks."
        change = LineChange(at, match.start(1), match.end(), f"{match[2]}:")
        yield Repair(at, match.start(1), "A key stands between asterisks.", hint, (change,))


def no_colon(lines: Lines, at: int) -> Iterator[Repair]:
    """A key without its colon."""
    match = re.fullmatch(r"( *(?:- +)*)([a-z_]{3,})( +\S.*)?", lines[at])
    if not match:
        return
    deeper = at + 1 < len(lines) and indent(lines[at]) < indent(lines[at + 1]) < 1_000
    if match[2] in KEYS if match[3] else deeper:
        end = match.end(2)
        hint = f"Write `{match[2]}:{(match[3] or '')[:40]}`."
        change = LineChange(at, end, end, ":")
        message = "A line without a colon."
        yield Repair(at, len(match[1]), message, hint, (change,), safe=not match[3])


def continued(lines: Lines, at: int) -> Iterator[Repair]:
    """The second line of a text, as far left as its key."""
    depth = indent(lines[at])
    head = re.match(r" *(- +)?([a-z_]+):(?= |$)", lines[at - 1]) if at else None
    column = len(head[0]) - len(head[2]) - 1 if head else -1
    if head and depth == column and not re.match(r" *(?:- |[\w-]+:(?: |$)|#|[.-]{3}$)", lines[at]):
        message = f"The text of `{head[2]}` goes on here, as far left as its key."
        yield Repair(at, depth, message, "Indent the line by two spaces more.",
                     (LineChange(at, 0, 0, "  "),))  # fmt: skip


_OTHER_KEYS = (
    "abbreviations accessed agreements aim amount approved at author authority authors "
    "based_on by caption chart checked checked_by claim claims collection_title columns "
    "container_title converted counts destinations doi economies economy edition editor "
    "estimate family figures finding genre given head history indicator indicators issue "
    "issued lead_in none_found not_applicable not_researched observations on open_points "
    "operation page part_of plan points post provision_tables provisions publisher "
    "publisher_place reason reviewers row_heads rows scope scopes searched short sources "
    "state statement tables text third_party through title_short type url value volume "
    "waivers what"
)
KEYS = frozenset(
    (
        *_OTHER_KEYS.split(),
        *(field for kind in KINDS for field in (kind.list_name, *kind.model.model_fields)),
        *(section for kind in KINDS for section in kind.sections),
    )
)
"""The keys of profiles and their entries; a test holds them against the models."""
