"""A comparison on paper and as one file to be mailed: the same tables, each in its medium."""

from __future__ import annotations

from pathlib import Path

from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.sections import section_of
from profilegen.core.reader_text_type import Words
from profilegen.output.compare_words import words_script
from profilegen.output.lang_attributes import spoken
from profilegen.output.templates import environment
from profilegen.view.comparison.model import Comparison
from profilegen.view.comparison.print_tables import sheets
from profilegen.view.wording.en import comparison as wording


def page_source(
    view: Comparison, template_dir: Path | None = None, without: Words | str = ""
) -> str:
    """The HTML from which a comparison is printed."""
    return _rendered(
        "compare/print.html", view, template_dir, apart=True, site=None, without=without
    )


def comparison_page(
    view: Comparison, template_dir: Path | None = None, without: Words | str = ""
) -> str:
    """A comparison as one file without scripts, which holds its style and asks for nothing."""
    home = view.frame.address if view.frame.address.startswith("http") else ""
    site = f"{home.rstrip('/')}/" if home else None
    style = comparison_sheet(template_dir)
    return _rendered(
        "compare/file.html",
        view,
        template_dir,
        apart=False,
        site=site,
        style=style,
        without=without,
    )


def comparison_sheet(template_dir: Path | None = None) -> str:
    """The style sheet of comparisons on screen, which stands alone."""
    env = environment(template_dir)
    return "\n".join(
        env.get_template(name).render() for name in ("tokens.css", "compare/compare.css")
    )


SCRIPTS = ("store", "fill", "choice", "join", "measure", "table", "notes", "pick", "tools", "main")
"""The page's scripts, in the order in which they are loaded."""


def live_options(template_dir: Path | None = None) -> dict[str, object]:
    """What compare.html asks for: its scripts and words, and the style that a saved file takes."""
    first, *rest = (f"assets/compare-{name}.js" for name in SCRIPTS)
    data = ("assets/compare-words.js", "data/compare/board.js")
    return {
        "style": comparison_sheet(template_dir),
        "scripts": ("assets/notes.js", first, *data, *rest),
        "reading": wording.reading(controls=True),
    }


def assets(template_dir: Path | None = None) -> dict[str, str]:
    """File name and text of the page's scripts and of the style of its controls."""
    env = environment(template_dir)
    out = {f"compare-{name}.js": _script(name, template_dir) for name in SCRIPTS}
    out["compare-words.js"] = words_script(template_dir)
    return out | {"compare.css": env.get_template("compare/controls.css").render()}


def _script(name: str, template_dir: Path | None) -> str:
    """A script as it is: its braces are none of a template's."""
    env = environment(template_dir)
    assert env.loader is not None
    return env.loader.get_source(env, f"compare/js/{name}.js")[0]


def _rendered(template: str, view: Comparison, template_dir: Path | None, **options: object) -> str:
    drafts = sum(column.status == "draft" for column in view.columns)
    html = environment(template_dir).get_template(template).render(
        view=view,
        sections=[(section, sheets(view, section)) for section in view.sections],
        reading=wording.reading(
            figures=any(section.figures for section in view.sections),
            disputes=any(s.number == section_of(Dispute).number for s in view.sections),
        ),
        standing=wording.standing(drafts, len(view.columns)),
        updated=view.updated_iso,
        **options,
    )  # fmt: skip
    return spoken(html)
