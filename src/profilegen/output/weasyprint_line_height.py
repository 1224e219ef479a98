"""Private parts of WeasyPrint 70.0: how high a line of text is, and how it ends.

A line is as high as its style says, whatever face a sign falls to, and knows how it ends: with a
hyphen of the library, or broken after a typed one.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break

from profilegen.output import glyph_characters

_library_metrics = line_break.first_line_metrics


def metrics(
    first_line: Any,
    text: str,
    layout: Any,
    resume_at: int | None,
    space_collapse: bool,
    style: Any,
    hyphenated: bool = False,
    hyphenation_character: str | None = None,
) -> Any:
    """The library's measures of a line, as high as its style says, with how the line ends."""
    layout, length, resume_at, width, height, baseline = _library_metrics(
        first_line, text, layout, resume_at, space_collapse, style,
        hyphenated, hyphenation_character,
    )  # fmt: skip
    broken = resume_at is not None and layout.text.endswith("-")
    layout.ending = (
        glyph_characters.SOFT_HYPHEN
        if hyphenated
        else glyph_characters.TYPED_HYPHEN
        if broken
        else ""
    )
    if text and style["line_height"] != "normal":
        height, baseline = _face_height(style)
    return layout, length, resume_at, width, height, baseline


def _face_height(style: Any) -> tuple[float, float]:
    """Height and baseline of a line in a style's first face."""
    known = style.font_config.__dict__.setdefault("face_heights", {})
    key = line_break._font_style_cache_key(style, include_size=True)
    if key not in known:
        layout = line_break.Layout(style)
        layout.set_text(" ")
        line, _ = layout.get_first_line()
        known[key] = _library_metrics(line, "", layout, None, False, style)[4:]
    height, baseline = known[key]
    return height, baseline
