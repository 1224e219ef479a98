"""The page on which a reader chooses what to compare."""

from __future__ import annotations

from profilegen.view.comparison.chooser import Board, board
from profilegen.view.pages.page import Page, SiteContent
from profilegen.view.wording.en.pages import ABOUT, LINKS


def _view(of: SiteContent) -> Board:
    return board(of.basis, of.views)


PAGE = Page(
    "compare",
    LINKS["compare"],
    summary=ABOUT["compare"],
    view=_view,
    template="compare/live.html",
)
