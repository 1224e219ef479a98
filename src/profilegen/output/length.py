"""How long a printed profile is: as long as a reader expects, which only print can tell."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.core.model.sections import SECTIONS
from profilegen.core.shared_english import counted
from profilegen.view.profile.profile import ProfileView

LEAST, MOST = 3, 12
"""Pages of a finished profile."""


def length(view: ProfileView, pages: int, file: str) -> Iterator[Diagnostic]:
    """PG425: more pages than are read. PG426: fewer, though every section was researched."""
    message = f"{view.name} has {counted(pages, 'page')}; a profile has {LEAST} to {MOST}."
    if pages > MOST:
        yield finding("PG425", Span(file), message, place="pages")
    researched = [section for section in view.sections if section.state != "not_researched"]
    if pages < LEAST and len(researched) == len(SECTIONS):
        yield finding("PG426", Span(file), message, place="pages")
