"""Jinja with everything escaped and nothing undefined; one environment for all pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError

from profilegen.core.program_files import TEMPLATES
from profilegen.core.slug import slug
from profilegen.core.typography import sentence
from profilegen.output import inline
from profilegen.output.chart import chart
from profilegen.output.curly_marks import CurlyWords, printed_in_page, typeset_value
from profilegen.output.timeline_svg import lanes, shape
from profilegen.view.wording.en import (
    blocks,
    compare_page,
    compared_cells,
    comparison,
    disputes_page,
    figures_page,
    general,
    home,
    matrices,
    pages,
    profile,
    section,
    section_page,
    timeline,
    topics_page,
)


class _Loader(FileSystemLoader):
    """Reads templates; one in another encoding is a mistake of the template, with its name."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError:
            path = next(p for place in self.searchpath if (p := Path(place, template)).is_file())
            said = "it is not saved as UTF-8"
            raise TemplateSyntaxError(said, 1, template, str(path)) from None


_SAY = {
    "comparison": comparison.SAY,
    "comparison_file": comparison.FILE,
    "compared_cells": compared_cells.SAY,
    "signs": compared_cells.SIGNS,
    "compare_page": compare_page.SAY,
    "compare_controls": compare_page.CONTROLS,
    "pages": pages.SAY,
    "note": pages.NOTE,
    "choose": pages.CHOOSE,
    "chosen": pages.CHOSEN,
    "search": home.SEARCH,
    "home": home.SAY,
    "section_page": section_page.SAY,
    "matrices": matrices.SAY,
    "disputes_page": disputes_page.SAY,
    "topics_page": topics_page.SAY,
    "timeline": timeline.SAY,
    "figures_page": figures_page.SAY,
    "blocks": blocks.SAY,
    "general": general.SAY,
    "profile": profile.SAY,
    "section": section.SAY,
    "status": general.STATUS,
    "status_in_print": general.STATUS_IN_PRINT,
}
"""The words of templates, by what they are of."""


@cache
def environment(template_dir: Path | None = None) -> Environment:
    """Templates of a folder first, then the program's own. Autoescape is on for every file."""
    places = [str(path) for path in (template_dir, TEMPLATES) if path is not None]

    def is_template(name: str) -> bool:
        """Whether a template is there: a kind of entry may have one of its own in each medium."""
        return any(Path(place, name).is_file() for place in places)

    env = Environment(
        loader=_Loader(places),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[CurlyWords],
    )
    env.tests["template"] = is_template
    env.globals["say"] = _SAY
    env.filters |= {
        "screen": inline.on_screen,
        "paper": inline.on_paper,
        "words": printed_in_page,
        "typeset": typeset_value,
        "chart": chart,
        "lanes": lanes,
        "shape": shape,
        "slug": slug,
        "capital": sentence,
    }
    return env
