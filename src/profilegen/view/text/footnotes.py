"""Numbering of notes: full, ibid, (n 3). Computed for each view, never typed.

OSCOLA 1.2: `ibid` repeats the source of the note before, if that note cites no other; with a
pinpoint where it differs. Later, author and note number lead back to the full citation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from operator import is_not
from typing import Any, TypeVar

from profilegen.core.model.sources import Name, Source
from profilegen.core.pandoc_citations import Citation
from profilegen.core.richtext import Text
from profilegen.view.text import oscola as forms
from profilegen.view.text.nodes import Call, Draft, Note, TextNode
from profilegen.view.text.nodes import words as spoken

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Policy:
    """How a view numbers: a letter before the number (A1), and whether `ibid` may be used."""

    prefix: str = ""
    ibid: bool = True
    full: bool = False
    """Whether each note stands for itself: it is read alone, without those before it."""
    merged: bool = False
    """Whether equal notes are one note with several calls: in a table they stand far apart."""


@dataclass(slots=True)
class _Memory:
    """How a view numbers what it cites, and what has been cited so far."""

    sources: Mapping[str, Source]
    policy: Policy
    shared: frozenset[str]
    """Sources whose author the view cites with another work too (OSCOLA 1.2.1)."""
    first: dict[str, int] = field(default_factory=dict)
    """Note in which each source stands in full."""
    last: Citation | None = None
    """The only source of the note before, with its pinpoint."""


def number_notes(
    view: V, sources: Mapping[str, Source], policy: Policy = Policy()
) -> tuple[V, tuple[Note, ...]]:
    """Give every note of a view its number and words, in document order.

    A view's fields are in print order, so walking them is walking the page.
    """
    notes: list[Note] = []
    memory = _Memory(sources, policy, _shared(view, sources))

    same: dict[Draft, Note] = {}

    def number(draft: Draft) -> Call:
        if policy.merged and draft in same:
            return Call(same[draft], again=True)
        if policy.full:
            memory.first.clear()
        place = len(notes) + 1
        note = Note(f"{policy.prefix}{place}", _words(draft, place, memory))
        notes.append(note)
        same[draft] = note
        return Call(note)

    return mapped(view, number), tuple(notes)


def mapped(node: V, change: Callable[[Any], Any], kind: type = Draft) -> V:
    """The same view with every draft (or piece of another kind) changed, first to last.

    What holds none of them is the same object as before, not a copy.
    """
    result: Any = node
    if isinstance(node, kind):
        result = change(node)
    elif isinstance(node, tuple):
        items = [item if type(item) in _PLAIN else mapped(item, change, kind) for item in node]
        if any(map(is_not, items, node)):
            result = tuple(items)
    else:
        changes = {}
        for name in _names(result.__class__):
            old = getattr(node, name)
            if type(old) not in _PLAIN and (new := mapped(old, change, kind)) is not old:
                changes[name] = new
        result = replace(result, **changes) if changes else node
    return result  # type: ignore[no-any-return]


_PLAIN = frozenset((str, int, bool, type(None)))
"""Most of what a view holds, which nothing is to be looked for in."""


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that may hold more than plain values, in their order."""
    if not is_dataclass(kind):
        return ()
    return tuple(one.name for one in fields(kind) if one.type not in _PLAINLY)


_PLAINLY = frozenset(("str", "str | None", "int", "bool"))
"""Annotations, as they are written, of fields that hold plain values."""


def _words(draft: Draft, place: int, memory: _Memory) -> tuple[TextNode, ...]:
    cited = [part for part in draft.parts if isinstance(part, Citation)]
    before, memory.last = memory.last, None
    words: list[TextNode] = []
    just: Citation | None = before if memory.policy.ibid else None
    for at, part in enumerate(draft.parts):
        if not isinstance(part, Citation):
            words.append(part)
            continue
        here = draft.parts[at - 1] if at else None
        if isinstance(here, Citation) and here.key == part.key and part.pinpoint:
            words.append(Text(f", {forms.pinpoint_text(part.pinpoint)}"))
        else:
            words += [Text("; ")] if isinstance(here, Citation) else []
            words += _cited(part, place, just, memory)
        just = part if memory.policy.ibid else None
    if len({part.key for part in cited}) == 1:
        pinpoints = ", ".join(part.pinpoint for part in cited if part.pinpoint)
        memory.last = Citation(cited[0].key, pinpoints)
    return _stopped(tuple(words))


def _shared(view: object, sources: Mapping[str, Source]) -> frozenset[str]:
    """Keys of the cited sources that share their author with another cited one."""
    cited: dict[str, None] = {}

    def look(draft: Draft) -> Draft:
        cited.update((part.key, None) for part in draft.parts if isinstance(part, Citation))
        return draft

    mapped(view, look)
    works: dict[tuple[Name, ...], list[str]] = {}
    for key in cited:
        works.setdefault(sources[key].author or sources[key].editor, []).append(key)
    return frozenset(key for who, keys in works.items() if who and len(keys) > 1 for key in keys)


def _cited(
    part: Citation, place: int, just: Citation | None, memory: _Memory
) -> tuple[TextNode, ...]:
    source = memory.sources[part.key]
    lead: tuple[TextNode, ...] = (Text(f"{part.prefix} "),) if part.prefix else ()
    seen = memory.first.get(part.key)
    if seen is None:
        memory.first[part.key] = place
        return (*lead, *forms.full(source, part.pinpoint))
    if just and just.key == part.key and (part.pinpoint or not just.pinpoint):
        same = forms.pinpoint_text(just.pinpoint) == forms.pinpoint_text(part.pinpoint)
        return (*lead, *forms.again(source, "" if same else part.pinpoint))
    by_title = part.key in memory.shared
    number = None if seen == place else f"{memory.policy.prefix}{seen}"
    return (*lead, *forms.short(source, number, part.pinpoint, by_title=by_title))


def _stopped(words: tuple[TextNode, ...]) -> tuple[TextNode, ...]:
    """End a note with a stop, unless it ends with one (OSCOLA 1.1)."""
    said = str(spoken(words))
    ended = said.endswith((".", "?", "!")) or said.rstrip("'\"\u2019\u201d").endswith(".")
    return words if ended else (*words, Text("."))
