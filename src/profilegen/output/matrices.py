"""The matrices of treaties and initiatives, on screen and on paper."""

from __future__ import annotations

from pathlib import Path

from profilegen.output.html import page
from profilegen.output.print_manifest import PrintManifest
from profilegen.output.site_page import Paper, SitePage
from profilegen.output.templates import environment
from profilegen.view.pages.membership_matrix import MatrixView
from profilegen.view.site.links import Site

PRINT_SHEET = "print/matrix.css"


def site_page(
    view: MatrixView, site: Site, template_dir: Path | None, without: str = ""
) -> SitePage:
    """The page and what its PDF is printed from; `without` tells there who is left out."""
    html = page(f"screen/{view.page}.html", view.page, view, site, template_dir)
    source = print_source(view, template_dir, without)
    return SitePage(view.page, html, Paper(source, expected(view), PRINT_SHEET))


def print_source(view: MatrixView, template_dir: Path | None = None, without: str = "") -> str:
    """The HTML from which a matrix is printed."""
    return (
        environment(template_dir)
        .get_template("print/matrix.html")
        .render(view=view, without=without)
    )


def expected(view: MatrixView) -> PrintManifest:
    """What the print has to hold: the name of every record."""
    headings: dict[str, tuple[str, ...]] = {row.anchor: (row.title, row.name) for row in view.rows}
    return PrintManifest({}, headings)
