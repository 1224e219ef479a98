"""Pages beside the profiles: on screen, and what their PDFs are printed from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from profilegen.core.reader_text_type import Words
from profilegen.output import compare_html, html
from profilegen.output.curly_marks import printed
from profilegen.output.expected_in_print import PrintManifest, said
from profilegen.output.templates import environment
from profilegen.view.pages import compare
from profilegen.view.pages.page import Page, V
from profilegen.view.site.site_map import Site


@dataclass(frozen=True, slots=True)
class Paper:
    """What a PDF is printed from, and what it has to hold."""

    source: str
    expected: PrintManifest
    sheet: str
    """The rules of print for this kind of page."""


def page_html(page: Page[V], view: V, site: Site, template_dir: Path | None = None) -> str:
    """A page on screen."""
    options = compare_html.live_options(template_dir) if page is compare.PAGE else {}
    return html.page(page.template, page.name, view, site, template_dir, **options)


def page_paper(
    page: Page[V], view: V, template_dir: Path | None = None, without: Words | str = ""
) -> Paper | None:
    """What its PDF is printed from, where it has one; `without` tells there who is left out."""
    if page.pdf is None:
        return None
    template = environment(template_dir).get_template(page.pdf.template)
    notes = {note.label: printed(note.words) for note in getattr(view, "notes", ())}
    expected = PrintManifest(notes, page.pdf.headings(view), said=tuple(said(view)))
    return Paper(template.render(view=view, without=without), expected, page.pdf.sheet)
