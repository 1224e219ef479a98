"""A numbered entry as it is shown: a row of three cells in print, a block on screen."""

from __future__ import annotations

from dataclasses import dataclass, field

from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.core.richtext import Text
from profilegen.view.site.record_links import Place
from profilegen.view.text.nodes import Draft, Native, Run


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry as printed. `facts` are joined by semicolons in print and dots on screen."""

    number: str
    anchor: str
    title: Run
    short_name: str = ""
    notes: tuple[Draft, ...] = ()
    facts: tuple[Run, ...] = ()
    native: Native | None = None
    gist: Run = ()
    points: tuple[Run, ...] = ()
    side: Words = UNSAID
    """One word of status or role."""
    strong: bool = False
    """Whether the word departs from the rule (Draft, Signed only, Co-convenor)."""
    detail: Words = UNSAID
    """The date or reason under the word."""
    runs_on: bool = False
    """Whether word and detail are one phrase: `In force since` and its date."""
    draft: bool = False
    sign: str = ""
    """A treaty's state for a shape: in_force, signed, left or nothing."""
    topics: tuple[str, ...] = ()
    place: Place | None = None
    """Where all economies' part in the same record is told."""
    elsewhere: Words = field(default=UNSAID, repr=False)
    """The words of a link to that place."""
    kind: str = field(default="", repr=False)
    """Its kind, which may have a template of its own; no word for a reader."""

    @property
    def tail(self) -> Words:
        """The detail as it follows the word: after a space where it runs on, else a comma."""
        return (" " if self.runs_on else ", ") + self.detail if self.detail else self.detail


def facts(*parts: Words | str | Run) -> tuple[Run, ...]:
    """Facts without those that say nothing."""
    return tuple(p if isinstance(p, tuple) else (Text(str(p)),) for p in parts if p)


def unplaced(title: Run, **values: object) -> EntryView:
    """An entry before it has its number, place, notes and topics."""
    return EntryView("", "", title, **values)  # type: ignore[arg-type]
