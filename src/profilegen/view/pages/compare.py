"""The page on which a reader chooses what to compare."""

from __future__ import annotations

from profilegen.view.comparison.chooser import board
from profilegen.view.pages.page import Page

PAGE = Page(
    "compare",
    "Compare",
    summary="Economies side by side, section by section.",
    view=lambda of: board(of.basis, of.views),
    template="compare/live.html",
)
