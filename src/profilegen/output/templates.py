"""Jinja with everything escaped and nothing undefined; one environment for all pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from profilegen.core.project import TEMPLATES
from profilegen.core.slug import slug
from profilegen.core.typography import sentence
from profilegen.output import inline
from profilegen.output.chart import chart
from profilegen.output.lanes import lanes, shape
from profilegen.output.template_fault import CheckedEnvironment, OwnTemplates
from profilegen.view.nodes import words


@cache
def environment(own: Path | None = None) -> Environment:
    """Templates of a folder first, then the program's own. Autoescape is on for every file."""
    packaged = FileSystemLoader(str(TEMPLATES))
    env = CheckedEnvironment(
        own,
        ChoiceLoader([OwnTemplates(str(own)), packaged]) if own else packaged,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= {
        "screen": inline.on_screen,
        "paper": inline.on_paper,
        "words": words,
        "chart": chart,
        "lanes": lanes,
        "shape": shape,
        "slug": slug,
        "capital": sentence,
    }
    return env
