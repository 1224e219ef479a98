"""Mistakes in a user's own templates, told at the template's line."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError

from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.core.program_files import shown


def template_fault(error: BaseException, template_dir: Path | None) -> Diagnostic | None:
    """PG418 where an error came about in a user's own template; None for any other error."""
    if template_dir is None:
        return None
    if isinstance(error, TemplateSyntaxError):
        places = [(error.filename or "", error.lineno)]
    else:  # Jinja puts the templates' lines into the traceback
        frames = traceback.walk_tb(error.__traceback__)
        places = [(frame.f_code.co_filename, line) for frame, line in frames]
    for name, line in reversed(places):
        path = Path(name)
        if path.is_relative_to(template_dir):
            said = str(getattr(error, "message", None) or error) or type(error).__name__
            told = said if said[-1:] in ".!?" else f"{said}."
            relative = path.relative_to(template_dir).as_posix()
            span = Span(shown(path), line, 1, line, 2)
            return finding("PG418", span, f"In the template {relative}: {told}", place=relative)
    return None
