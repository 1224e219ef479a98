"""WeasyPrint 70.0 with private parts of it replaced; a test stands for each of them.

What stands in their place is in the modules called weasyprint_*; nothing else reaches into the
library, and with `render` all of it is in place:

- `weasyprint_line_height`: a line of text is as high as its style says, and knows how it ends.
- `weasyprint_text`: the text of a PDF as it was typed.
- `weasyprint_svg_text`: words of a picture are shaped as words.
- `weasyprint_footnotes`: notes are laid out once a page; a page whose notes do not stand right is
  made again.
- `weasyprint_tagging`: margins are artifacts, and a link is one annotation. It replaces its own.
- `weasyprint_laid_text` only reads.
"""

from __future__ import annotations

import os
from typing import Any

import weasyprint.draw.text
import weasyprint.layout.page
import weasyprint.pdf
import weasyprint.svg
from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.document import Document
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration

from profilegen.output import fonts
from profilegen.output.footnote_placement import Feet
from profilegen.output.weasyprint_footnotes import NotesContext, make_page, page_style
from profilegen.output.weasyprint_line_height import metrics
from profilegen.output.weasyprint_svg_text import svg_text
from profilegen.output.weasyprint_tagging import raise_links
from profilegen.output.weasyprint_text import add_fonts, draw_first_line

# Pango takes the language of a script that the text's own has not from the user's settings.
os.environ["PANGO_LANGUAGE"] = "en"
# The library takes the language of words in a picture from the user's locale.
INITIAL_VALUES["lang"] = "en"

line_break.first_line_metrics = metrics
weasyprint.draw.text.draw_first_line = draw_first_line
weasyprint.pdf.build_fonts_dictionary = add_fonts
weasyprint.svg.text = svg_text
weasyprint.svg.TAGS |= {"text": svg_text, "tspan": svg_text}
weasyprint.layout.page.remake_page = make_page
weasyprint.layout.page.set_page_type_computed_styles = page_style


class Faces(FontConfiguration):  # type: ignore[misc]
    """A font configuration with the named faces only: no folder, no cache, no copies."""

    def __init__(self) -> None:
        with fonts.alone():
            super().__init__()
            pattern = fontconfig.FcPatternCreate()
            fontconfig.FcDefaultSubstitute(pattern)  # asks once for the user's language
            fontconfig.FcPatternDestroy(pattern)
            for path in fonts.files():
                fontconfig.FcConfigAppFontAddFile(self._config, os.fsencode(path))
        pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.font_map))


class _Document(Document):  # type: ignore[misc]
    @classmethod
    def _build_layout_context(cls, *parts: Any) -> Any:
        context = super()._build_layout_context(*parts)
        context.style_for.feet = parts[-1]["feet"]
        return NotesContext(context, parts[-1]["feet"])


def render(
    page: Any, faces: Faces, styles: list[Any], options: dict[str, Any], feet: Feet | None = None
) -> Any:
    """Lay a parsed page out, as `weasyprint.HTML.render` does; `feet` repairs its notes."""
    own = {"stylesheets": styles, "feet": feet or Feet(())}
    document = _Document._render(page, faces, None, None, DEFAULT_OPTIONS | options | own)
    raise_links(document)
    return document
