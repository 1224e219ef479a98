"""Numbering of notes: full, ibid, (n 3). Computed for each view, never typed.

OSCOLA 1.2: `ibid` repeats the source of the note before, if that note cites no other; with a
pinpoint where it differs. Later, author and note number lead back to the full citation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from profilegen.core.model.sources import Source
from profilegen.core.richtext import Citation, Text
from profilegen.view import citation as forms
from profilegen.view.nodes import Call, Draft, Note, Span
from profilegen.view.nodes import words as spoken

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Policy:
    """How a view numbers: a letter before the number (A1), and whether `ibid` may be used."""

    prefix: str = ""
    ibid: bool = True


@dataclass(slots=True)
class _Memory:
    """What has been cited so far."""

    first: dict[str, int]
    """Note in which each source stands in full."""
    firsts_in: dict[int, list[str]]
    """Sources that each note gives in full."""
    last: Citation | None = None
    """The only source of the note before, with its pinpoint."""


def number_notes(
    view: V, sources: Mapping[str, Source], policy: Policy = Policy()
) -> tuple[V, tuple[Note, ...]]:
    """Give every note of a view its number and words, in document order.

    A view's fields are in print order, so walking them is walking the page.
    """
    notes: list[Note] = []
    memory = _Memory({}, {})

    def number(draft: Draft) -> Call:
        place = len(notes) + 1
        note = Note(f"{policy.prefix}{place}", _words(draft, place, sources, policy, memory))
        notes.append(note)
        return Call(note)

    return mapped(view, number), tuple(notes)


def mapped(node: V, change: Callable[[Draft], Call]) -> V:
    """The same view with every draft changed, depth first in field order."""
    result: Any = node
    if isinstance(node, Draft):
        result = change(node)
    elif isinstance(node, tuple):
        result = tuple(mapped(item, change) for item in node)
    elif is_dataclass(node) and not isinstance(node, type):
        changes = {
            field.name: new
            for field in fields(node)
            if (new := mapped(old := getattr(node, field.name), change)) is not old
        }
        result = replace(node, **changes) if changes else node
    return result  # type: ignore[no-any-return]


def _words(
    draft: Draft, place: int, sources: Mapping[str, Source], policy: Policy, memory: _Memory
) -> tuple[Span, ...]:
    cited = [part for part in draft.parts if isinstance(part, Citation)]
    before, memory.last = memory.last, None
    words: list[Span] = []
    just: Citation | None = before if policy.ibid else None
    for at, part in enumerate(draft.parts):
        if not isinstance(part, Citation):
            words.append(part)
            continue
        if at and isinstance(draft.parts[at - 1], Citation):
            words.append(Text("; "))
        words.extend(_cited(part, place, sources, memory, just))
        just = part if policy.ibid else None
    if len(cited) == 1:
        memory.last = cited[0]
    return _stopped(tuple(words))


def _cited(
    part: Citation,
    place: int,
    sources: Mapping[str, Source],
    memory: _Memory,
    just: Citation | None,
) -> tuple[Span, ...]:
    source = sources[part.key]
    lead: tuple[Span, ...] = (Text(f"{part.prefix} "),) if part.prefix else ()
    seen = memory.first.get(part.key)
    if seen is None:
        memory.first[part.key] = place
        memory.firsts_in.setdefault(place, []).append(part.key)
        return (*lead, *forms.full(source, part.pinpoint))
    if just and just.key == part.key and (part.pinpoint or not just.pinpoint):
        same = forms.pinpoint_text(just.pinpoint) == forms.pinpoint_text(part.pinpoint)
        return (*lead, *forms.again(source, "" if same else part.pinpoint))
    author = source.author or source.editor
    twins = [key for key in memory.firsts_in[seen] if key != part.key]
    by_title = any((sources[k].author or sources[k].editor) == author for k in twins)
    return (*lead, *forms.short(source, seen, part.pinpoint, by_title=by_title))


def _stopped(words: tuple[Span, ...]) -> tuple[Span, ...]:
    """End a note with a stop, unless it ends with one (OSCOLA 1.1)."""
    end = spoken(words).rstrip("\u2019\u201d)")[-1:]
    return words if end in (".", "?", "!") else (*words, Text("."))
