"""What a print has to hold, so that reading it back can tell what is lost."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.view.nodes import words
from profilegen.view.profile import ProfileView


@dataclass(frozen=True, slots=True)
class Expected:
    """What has to be in print: the words of each note by label, of each heading by anchor."""

    notes: dict[str, str]
    headings: dict[str, tuple[str, ...]]
    apart: bool = False
    """Whether notes stand under a table, on whatever page, and not at the foot of their call's."""

    @classmethod
    def of(cls, view: ProfileView) -> Expected:
        """What a profile's print has to hold."""
        notes = {note.label: words(note.words) for note in view.notes}
        headings: dict[str, tuple[str, ...]] = {
            s.anchor: (f"{s.number}{s.label}", s.full_title) for s in view.sections
        }
        return cls(notes, headings)
