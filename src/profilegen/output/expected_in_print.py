"""What a print has to hold, so that reading it back can tell what is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from profilegen.core.typography import curly
from profilegen.output.curly_marks import printed
from profilegen.view.profile.profile import ProfileView
from profilegen.view.site.record_links import Place
from profilegen.view.text.nodes import Call, Native, Note, TextNode


@dataclass(frozen=True, slots=True)
class PrintManifest:
    """What has to be in print: the words of each note by label, of each heading by anchor."""

    notes: dict[str, str]
    headings: dict[str, tuple[str, ...]]
    apart: bool = False
    """Whether notes stand under a table, on whatever page, and not at the foot of their call's."""
    runs: tuple[str, ...] = ()
    """Words as they were typed, each run without its calls, that have to stand in the text."""
    said: tuple[str, ...] = ()
    """All words that may stand in print beside the notes, and among them those of a note."""

    @classmethod
    def of(cls, view: ProfileView) -> PrintManifest:
        """What a profile's print has to hold."""
        notes = {note.label: printed(note.words) for note in view.notes}
        headings: dict[str, tuple[str, ...]] = {
            s.anchor: (f"{s.number}{s.label}", s.full_title) for s in view.sections
        }
        typed = tuple(runs(view.sections))
        return cls(notes, headings, runs=typed, said=typed)


def runs(view: object) -> Iterator[str]:
    """The words of each run of text in a part of a view, in its order."""
    if isinstance(view, Native):
        yield view.text
    elif isinstance(view, tuple):
        if view and all(isinstance(part, TextNode) for part in view):
            yield printed(view)
        else:
            for part in view:
                yield from runs(part)
    elif is_dataclass(view) and not isinstance(view, Place):
        for field in fields(view):
            yield from runs(getattr(view, field.name))


def said(view: object) -> Iterator[str]:
    """All words of a view but those of its notes, whether or not they are printed."""
    if isinstance(view, str):
        yield curly(view)
    elif isinstance(view, tuple):
        if view and all(isinstance(part, TextNode) for part in view):
            yield printed(view)
        else:
            for part in view:
                yield from said(part)
    elif is_dataclass(view) and not isinstance(view, Place | Note | Call):
        for field in fields(view):
            yield from said(getattr(view, field.name))
