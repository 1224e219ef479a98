"""The page of initiatives by economy."""

from __future__ import annotations

from profilegen.view.pages.membership_matrix import INITIATIVES, MATRIX_PDF, matrix_view
from profilegen.view.pages.page import Page

PAGE = Page(
    INITIATIVES.records.page,
    "Initiatives",
    summary="Who takes part in what, and in which role.",
    view=lambda of: matrix_view(INITIATIVES, of.edition, of.basis),
    template="screen/initiatives.html",
    pdf=MATRIX_PDF,
)
