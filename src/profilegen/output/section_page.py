"""The page of one section across all economies, on screen and on paper."""

from __future__ import annotations

from pathlib import Path

from profilegen.output.html import page
from profilegen.output.print_manifest import PrintManifest, said
from profilegen.output.site_page import Paper, SitePage
from profilegen.output.templates import environment
from profilegen.view.pages.section_page import SectionPage
from profilegen.view.site.links import Site
from profilegen.view.text.nodes import words


def site_page(
    view: SectionPage, site: Site, template_dir: Path | None, without: str = ""
) -> SitePage:
    """The page and what its PDF is printed from; `without` tells there who is left out."""
    source = (
        environment(template_dir)
        .get_template("print/section.html")
        .render(view=view, without=without)
    )
    notes = {note.label: words(note.words) for note in view.notes}
    headings: dict[str, tuple[str, ...]] = {
        part.code: (f"{part.code}{part.name}",) for part in view.parts
    }
    html = page("screen/section.html", view.name, view, site, template_dir)
    return SitePage(
        view.name, html, Paper(source, PrintManifest(notes, headings, said=tuple(said(view))))
    )
