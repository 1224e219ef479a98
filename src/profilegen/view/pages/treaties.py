"""The page of treaties by economy."""

from __future__ import annotations

from functools import partial

from profilegen.view.pages.membership_matrix import MATRIX_PDF, TREATIES, matrix_view
from profilegen.view.pages.page import Page
from profilegen.view.wording.en.pages import ABOUT, LINKS

PAGE = Page(
    TREATIES.records.page,
    LINKS["treaties"],
    summary=ABOUT["treaties"],
    view=partial(matrix_view, TREATIES),
    template="screen/treaties.html",
    pdf=MATRIX_PDF,
)
