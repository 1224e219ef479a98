"""The page on which a reader chooses what to compare."""

from __future__ import annotations

from profilegen.view.comparison.chooser import board
from profilegen.view.pages.page import Page
from profilegen.view.wording.en.pages import ABOUT, LINKS

PAGE = Page(
    "compare",
    LINKS["compare"],
    summary=ABOUT["compare"],
    view=lambda of: board(of.basis, of.views),
    template="compare/live.html",
)
