"""A comparison as PDF: notes stand under their columns, and are read back like any other."""

from __future__ import annotations

from pathlib import Path

from profilegen.core.diagnostic import Checked
from profilegen.core.reader_text_type import Words
from profilegen.output import pdf
from profilegen.output.compare_html import page_source
from profilegen.output.curly_marks import printed
from profilegen.output.expected_in_print import PrintManifest, said
from profilegen.output.site_page import Paper
from profilegen.view.comparison.model import Comparison
from profilegen.view.comparison.print_tables import spread

SHEET = "compare/print.css"


def paper(view: Comparison, template_dir: Path | None = None, without: Words | str = "") -> Paper:
    """What a comparison is printed from; `without` tells there who is left out."""
    notes = {
        note.label: printed(note.words) for s in view.sections for own in s.notes for note in own
    }
    headings: dict[str, tuple[str, ...]] = {
        f"section-{s.number}": (f"{s.number}{s.label}", s.title) for s in view.sections
    }
    tables = len(spread(len(view.columns)))  # the base's words stand in each
    expected = PrintManifest(notes, headings, apart=True, said=tuple(said(view)) * tables)
    return Paper(page_source(view, template_dir, without), expected, SHEET)


def comparison_pdf(view: Comparison, press: pdf.Press, file: str) -> Checked[pdf.Printed]:
    """Print a comparison. Diagnostics: PG401 to PG405, PG408; a value only where there are none."""
    made = paper(view, press.template_dir)
    return pdf.print_pages(made.source, made.expected, press, file)
