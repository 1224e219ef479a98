"""The page of initiatives by economy."""

from __future__ import annotations

from functools import partial

from profilegen.view.pages.membership_matrix import INITIATIVES, MATRIX_PDF, matrix_view
from profilegen.view.pages.page import Page
from profilegen.view.wording.en.pages import ABOUT, LINKS

PAGE = Page(
    INITIATIVES.records.page,
    LINKS["initiatives"],
    summary=ABOUT["initiatives"],
    view=partial(matrix_view, INITIATIVES),
    template="screen/initiatives.html",
    pdf=MATRIX_PDF,
)
