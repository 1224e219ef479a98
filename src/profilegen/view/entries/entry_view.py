"""A numbered entry as it is shown: a row of three cells in print, a block on screen."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.richtext import Text
from profilegen.view.site.anchors import Place
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
    side: str = ""
    """One word of status or role."""
    strong: bool = False
    """Whether the word departs from the rule (Draft, Signed only, Co-convenor)."""
    detail: str = ""
    """The date or reason under the word."""
    sign: str = ""
    """State of the entry for a shape: in_force, signed or nothing."""
    topics: tuple[str, ...] = ()
    place: Place | None = None
    """Where all economies' part in the same record is told."""

    @property
    def tail(self) -> str:
        """The detail as it follows the word in one phrase: `In force since` or `Draft` runs on."""
        if not self.detail:
            return ""
        runs_on = self.side in ("Draft", "Left", "Status") or self.side.endswith(" since")
        return f"{' ' if runs_on else ', '}{self.detail}"


def facts(*parts: str | Run) -> tuple[Run, ...]:
    """Facts without those that say nothing."""
    return tuple((Text(p),) if isinstance(p, str) else p for p in parts if p)


def unplaced(title: Run, **values: object) -> EntryView:
    """An entry before it has its number, place, notes and topics."""
    return EntryView("", "", title, **values)  # type: ignore[arg-type]
