"""Values in a form that people expect and profiles do not have, each with how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from profilegen.core.diagnostic import Edit, Fix, Span
from profilegen.core.model.sources import Source
from profilegen.core.pandoc_citations import is_place
from profilegen.core.repair import in_quotes
from profilegen.core.yaml_edits import indented, items_moved_up, line_removed, value_instead
from profilegen.core.yaml_source import KeyPath, SourceTree

Advice = tuple[str, Fix | None]
"""What to write, and the fix that writes it."""
_FIELDS = frozenset(Source.model_fields)


DASH = "Put '- ' before the item, and indent the lines below it as far."


def count_form(forum: str, number: object = None) -> str:
    """How the numbers of a forum are written."""
    forum = re.sub(r"\W*\d*\W*$", "", forum) or "WTO"
    wanted = f"{{forum: {forum}, respondent: {number or 2}, as_of: June 2026, source: KEY}}"
    alone = "; or `- WTO` alone, and the registry counts" if forum.casefold() == "wto" else ""
    return f"Write {wanted}, each number under its side (complainant, respondent){alone}."


def looks_like_source(value: Any) -> bool:
    """Whether a group of keys is a source, wherever it stands."""
    return isinstance(value, dict) and {"type", "title"} <= value.keys()


def stray_sources(tree: SourceTree) -> list[str]:
    """Sources that stand as far left as `sources:` itself."""
    data = tree.data if isinstance(tree.data, dict) else {}
    if "sources" not in data:
        return []
    after = list(data)[list(data).index("sources") + 1 :]
    return [key for key in after if looks_like_source(data[key])]


def under_sources(tree: SourceTree, key: str) -> Advice | None:
    """A source at the margin: with those beside it, it goes below `sources:`."""
    strays = stray_sources(tree)
    if key not in strays:
        return None
    hint = "It is a source: move it right, below `sources:`, with the lines that belong to it."
    after = list(tree.data)[list(tree.data).index("sources") + 1 :]
    others = tree.data["sources"] or {}
    if after[: len(strays)] != strays or not isinstance(others, dict):
        return hint, None
    far = tree.keys[("sources", next(iter(others)))].column - 1 if others else 2
    first, last = tree.keys[(strays[0],)].line, tree.values[(strays[-1],)].end_line
    edits = (Edit(edit.span, " " * far) for edit in indented(tree, first, last))
    return hint, Fix(tuple(edits), safe=True)


def sources_as_list(tree: SourceTree, path: KeyPath) -> Advice | None:
    """`sources:` with dashes: without them where each item is a key with its source."""
    value = tree.at(path)
    if path != ("sources",) or not isinstance(value, list):
        return None
    hint = (
        "Write each source under a key of its own, without a dash: `meti-2025:`, and below it, "
        "indented, `type: ...`, `title: ...`."
    )
    edits = []
    for at, item in enumerate(value):
        first = next(iter(item), "") if isinstance(item, dict) else ""
        whole = first and (looks_like_source(item[first]) or item[first] is None)
        place = tree.span((*path, at))
        lead = tree.lines[place.line - 1][: place.column - 1]
        if not whole or first in _FIELDS or not lead.endswith("- "):
            return hint, None
        dash = Span(tree.file, place.line, place.column - 2, place.line, place.column)
        edits.append(Edit(dash, ""))
    return hint, Fix(tuple(edits), safe=True)


def fields_beside(tree: SourceTree, path: KeyPath) -> list[str]:
    """Keys of a source that stand beside the source's own key, and not below it."""
    if len(path) != 2 or path[0] != "sources" or tree.at(path) is not None:
        return []
    keys = [str(key) for key in tree.at(path[:1])]
    beside = []
    for key in keys[keys.index(str(path[1])) + 1 :]:
        if key not in _FIELDS:
            break
        beside.append(key)
    return beside


def below_its_key(tree: SourceTree, path: KeyPath) -> Advice | None:
    """A source's keys moved right, where they stand as far left as the key of their source."""
    if beside := fields_beside(tree, path):
        first, last = tree.keys[("sources", beside[0])].line, tree.span(("sources", beside[-1]))
        hint = f"Move the keys of `{path[1]}` right by two spaces, below it."
        return hint, Fix(indented(tree, first, last.end_line), safe=True)
    if len(path) != 2 or path[0] != "sources" or path[1] not in _FIELDS or looks_like_source(
        tree.at(path)
    ):  # fmt: skip
        return None
    keys = [str(key) for key in tree.at(path[:1])]
    above = [key for key in keys[: keys.index(str(path[1]))] if key not in _FIELDS]
    if not above or path not in tree.keys:
        return None
    place = tree.keys[path]
    hint = f"Move it right by two spaces, below the other keys of `{above[-1]}`."
    whole = isinstance(tree.at(("sources", above[-1])), dict)
    flow = tree.lines[tree.span(("sources", above[-1])).line - 1].rstrip().endswith("}")
    fix = Fix(indented(tree, place.line, tree.span(path).end_line), safe=True)
    return hint, fix if whole and not flow else None


def one_entry(tree: SourceTree, loc: KeyPath, known: set[str]) -> Advice | None:
    """An entry that lacks its first key: its keys belong to the entry above."""
    path = tree.descend(loc[:-1])
    if not path or not isinstance(path[-1], int) or path[-1] == 0:
        return None
    here, above = tree.at(path), tree.at((*path[:-1], path[-1] - 1))
    if not isinstance(here, dict) or not isinstance(above, dict) or not here.keys() <= known:
        return None
    start = next((at for at in range(path[-1] - 1, -1, -1)
                  if loc[-1] in tree.at((*path[:-1], at))), None)  # fmt: skip
    if start is None or here.keys() & above.keys():
        return None
    key = next(iter(here))
    hint = (
        f"If `{key}` belongs to the entry above, write it without its dash, below `{loc[-1]}`; "
        f"else add a line `{loc[-1]}: ...`."
    )
    return hint, items_moved_up(tree, path)


def source_meant(tree: SourceTree, path: KeyPath) -> Advice | None:
    """The key of the source whose title stands where a key belongs."""
    sources = tree.data.get("sources") if isinstance(tree.data, dict) else None
    words = tree.at(path)
    if not isinstance(sources, dict) or not isinstance(words, str):
        return None
    title, comma, place = words.partition(", ")
    for name, rest in ((words, ""), (title, f"{comma}{place}")):
        found = [key for key, value in sources.items() if _folded(name) in _titles(value)]
        if len(found) == 1:
            new = f"{found[0]}{rest}"
            return f"Write {new}, the key of that source.", value_instead(
                tree, path, new, safe=False
            )
    return None


def place_apart(tree: SourceTree, path: KeyPath) -> Advice | None:
    """`[key, p 4]`: between brackets a comma makes two sources of a source and its page."""
    value, span = tree.at(path), tree.span(path)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return None
    joined: list[str] = []
    for item in value:
        if joined and is_place(item):
            joined[-1] += f", {item}"
        else:
            joined.append(item)
    if len(joined) == len(value) or is_place(joined[0]):
        return None
    written = [in_quotes(item) if "," in item else item for item in joined]
    new = joined[0] if len(joined) == 1 else f"[{', '.join(written)}]"
    flow = span.line == span.end_line and tree.lines[span.line - 1][span.column - 1] == "["
    hint = f"A place follows its source in one text: write {new}"
    return hint, Fix((Edit(span, new),), safe=True) if flow else None


def _titles(source: Any) -> set[str]:
    value = source if isinstance(source, dict) else {}
    named = [value.get(key) for key in ("title", "title_short", "native_title")]
    titles = {_folded(str(title)) for title in named if title}
    return titles | {f"{title} {value['issued']}" for title in titles if value.get("issued")}


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


_NOT_YET = frozenset(
    (
        "not yet;no;none;pending;never;not in force;not yet in force;not ratified;tbc;tbd;tba;"
        "awaited;to come;n/a;not applicable;negotiating;not signed;not yet signed"
    ).split(";")
)


def not_in_force(tree: SourceTree, path: KeyPath, given: str) -> Advice | None:
    """`in_force: not yet`: a treaty that is not in force has no such line, but a status."""
    if path[-1] not in ("in_force", "signed") or given.casefold() not in _NOT_YET:
        return None
    entry = tree.at(path[:-1])
    status = "signed" if path[-1] == "in_force" else "negotiating"
    if "status" in entry:
        return "Without a date it has no such line: remove it.", line_removed(tree, path, safe=True)
    hint = f"Without a date it has no such line: write `status: {status}` instead."
    key, value = tree.keys[path], tree.values[path]
    whole = Span(tree.file, key.line, key.column, value.end_line, value.end_column)
    return hint, Fix((Edit(whole, f"status: {status}"),))


_GLUED = re.compile(r"(?P<value>[^#]*[^#\s])(?P<sign>#)(?=\s)")


def comment_apart(tree: SourceTree, path: KeyPath, value: object) -> Iterator[tuple[str, Advice]]:
    """What stands before a sign that was meant to begin a comment, and how to part the two."""
    span = tree.span(path)
    match = _GLUED.match(value) if isinstance(value, str) else None
    if not match or span.line != span.end_line:
        return
    line = tree.lines[span.line - 1]
    if line[span.column - 1] in "\"'|>" or "#" not in line[span.column - 1 :]:
        return
    at = line.index("#", span.column - 1)
    place = Span(tree.file, span.line, at + 1, span.line, at + 1)
    hint = f"Put two spaces before the # of a comment: {match['value']}  #"
    yield match["value"], (hint, Fix((Edit(place, "  "),), safe=True))
