"""A comparison as PDF: notes stand under their columns, and are read back like any other."""

from __future__ import annotations

from profilegen.core.diagnostic import Checked
from profilegen.output import pdf
from profilegen.output.comparing import page_source
from profilegen.output.expected import Expected
from profilegen.view.comparison import Comparison
from profilegen.view.nodes import words

SHEET = "compare/print.css"


def comparison_pdf(view: Comparison, press: pdf.Press, file: str) -> Checked[pdf.Printed]:
    """Print a comparison. Diagnostics: PG401 to PG405, PG408; a value only where there are none."""
    notes = {
        note.label: words(note.words) for s in view.sections for own in s.notes for note in own
    }
    headings: dict[str, tuple[str, ...]] = {
        f"section-{s.number}": (f"{s.number}{s.label}", s.title) for s in view.sections
    }
    expected = Expected(notes, headings, apart=True)
    return pdf.print_pages(page_source(view, press.own), expected, press, file)
