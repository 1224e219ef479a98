"""A comparison on paper and as one file to be mailed: the same tables, each in its medium."""

from __future__ import annotations

from pathlib import Path

from profilegen.core.diagnostic import Checked
from profilegen.output import pdf, readback
from profilegen.output.templates import environment
from profilegen.view.cell import SAID
from profilegen.view.comparison import Comparison
from profilegen.view.nodes import words
from profilegen.view.sheets import sheets

PRINT_SHEET = "compare/print.css"


def page_source(view: Comparison, own: Path | None = None) -> str:
    """The HTML from which a comparison is printed."""
    return _rendered("compare/print.html", view, own, apart=True, site=None)


def comparison_page(view: Comparison, own: Path | None = None) -> str:
    """A comparison as one file without scripts, which holds its style and asks for nothing."""
    home = view.address if view.address.startswith("http") else ""
    site = f"{home.rstrip('/')}/" if home else None
    style = comparison_sheet(own)
    return _rendered("compare/file.html", view, own, apart=False, site=site, style=style)


def comparison_sheet(own: Path | None = None) -> str:
    """The style sheet of comparisons on screen, which stands alone."""
    env = environment(own)
    return "\n".join(
        env.get_template(name).render() for name in ("tokens.css", "compare/compare.css")
    )


def comparison_pdf(view: Comparison, press: pdf.Press, file: str) -> Checked[pdf.Printed]:
    """Print a comparison. Diagnostics: PG401 to PG405, PG408; a value only where there are none."""
    notes = {
        note.label: words(note.words) for s in view.sections for own in s.notes for note in own
    }
    headings: dict[str, tuple[str, ...]] = {
        f"section-{s.number}": (f"{s.number}{s.label}", s.title) for s in view.sections
    }
    expected = readback.Expected(notes, headings, apart=True)
    return pdf.print_pages(page_source(view, press.own), expected, press, file)


def _rendered(template: str, view: Comparison, own: Path | None, **options: object) -> str:
    statuses = {column.status for column in view.columns}
    drafts = "Drafts" if statuses == {"draft"} else "Some of them drafts"
    lead = f"{drafts}; each column" if "draft" in statuses else "Each column"
    return environment(own).get_template(template).render(
        view=view,
        sections=[(section, sheets(view, section)) for section in view.sections],
        said=SAID,
        standing=f"{lead} carries its own date",
        updated=view.updated_iso,
        disputes=any(section.number == 7 for section in view.sections),
        **options,
    )  # fmt: skip
