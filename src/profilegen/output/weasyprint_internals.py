"""The private parts of WeasyPrint 70.0 that lay out and draw; a test stands for each of them.

`weasyprint_tagging` holds those that tag; nothing else reaches into the library.

- `Faces`: a font configuration that knows the named faces and no other.
- `_metrics`: a line of text is as high as its style says, whatever face a sign falls to, and knows
  how it ends: with a hyphen of the library, or broken after a typed one.
- `_draw_first_line`, `_add_fonts`: the text of a PDF as it was typed (see `glyphs`).
- `_svg_text`: words of a picture are shaped as words; the library sets each letter alone.
- `_Context`: notes are laid out once a page. With ten notes a page that is half of a document's
  time. A note that was measured is replaced, while the size of the area is found, by an empty box
  of its height; what is drawn is the library's own, and the pages are the same.
- `_make_page`, `_page_style`: a page whose notes do not stand right is made again (see `repair`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from math import inf
from typing import Any

import pydyf
import weasyprint.draw.text
import weasyprint.layout.page
import weasyprint.pdf
import weasyprint.svg
from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.properties import INITIAL_VALUES, Dimension
from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.formatting_structure.build import create_anonymous_boxes
from weasyprint.layout import LayoutContext
from weasyprint.layout.block import block_level_layout
from weasyprint.logger import LOGGER
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, fontconfig, pango, pangoft2
from weasyprint.text.fonts import FontConfiguration

from profilegen.output import fonts, glyphs, speech
from profilegen.output.laid_text import Laid
from profilegen.output.outline import Shape
from profilegen.output.repair import Feet
from profilegen.output.weasyprint_tagging import raise_links

# Pango takes the language of a script that the text's own has not from the user's settings.
os.environ["PANGO_LANGUAGE"] = "en"

# ------------------------------------------------------------------- faces


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


# ------------------------------------------------------------------- lines

_library_metrics = line_break.first_line_metrics


def _metrics(
    first_line: Any,
    text: str,
    layout: Any,
    resume_at: int | None,
    space_collapse: bool,
    style: Any,
    hyphenated: bool = False,
    hyphenation_character: str | None = None,
) -> Any:
    layout, length, resume_at, width, height, baseline = _library_metrics(
        first_line, text, layout, resume_at, space_collapse, style,
        hyphenated, hyphenation_character,
    )  # fmt: skip
    broken = resume_at is not None and layout.text.endswith("-")
    layout.ending = glyphs.SOFT_HYPHEN if hyphenated else glyphs.TYPED_HYPHEN if broken else ""
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


line_break.first_line_metrics = _metrics

# ------------------------------------------------------------------- words

_library_line = weasyprint.draw.text.draw_first_line


_INLINE = ("span", "bdi")
"""Elements with a direction of their own within a line."""


def _draw_first_line(stream: Any, textbox: Any, overflow: str, ellipsis: Any, matrix: Any) -> Any:
    """Draw a line of text, each glyph by the code for what it says."""
    if overflow == "ellipsis" or ellipsis != "none":
        return _library_line(stream, textbox, overflow, ellipsis, matrix)
    if not textbox.text.strip() or textbox.style["font_size"] < 1e-6:
        return []
    layout = textbox.pango_layout
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    text = layout.text.encode()
    stream.set_text_matrix(*matrix.values)
    element = getattr(textbox, "element", None)
    inline = element is not None and element.tag in _INLINE and "dir" in element.attrib
    turned = textbox.style.get("direction") == "rtl" and not inline
    run, pen, shapes = line.runs[0], 0.0, []
    while run != ffi.NULL:
        item, run = run.data, run.next
        start, end = item.item.offset, item.item.offset + item.item.length
        ending = getattr(layout, "ending", "") if end == len(text) else ""
        pieces = glyphs.ended(glyphs.pieces(_run(item, text[start:end], turned=turned)), ending)
        pen, more = _Writer(stream, item, pen).write(pieces)
        shapes += more
    return shapes


def _run(item: Any, text: bytes, *, turned: bool) -> glyphs.GlyphRun:
    string = item.glyphs
    infos, clusters = string.glyphs[0 : string.num_glyphs], string.log_clusters
    return glyphs.GlyphRun(
        text,
        [clusters[at] for at in range(string.num_glyphs)],
        [info.glyph == pango.PANGO_GLYPH_EMPTY for info in infos],
        [bool(info.geometry.x_offset or info.geometry.y_offset) for info in infos],
        [bool(info.geometry.y_offset) for info in infos],
        bool(item.item.analysis.level % 2),
        turned,
    )


class _Writer:
    """Writes the glyphs of one run at the pen's place; marks become shapes for later."""

    def __init__(self, stream: Any, item: Any, pen: float) -> None:
        self._stream, self._face = stream, item.item.analysis.font
        self._font, self._size = stream.add_font(self._face)
        self._infos = item.glyphs.glyphs[0 : item.glyphs.num_glyphs]
        self._pen = pen
        """Thousandths of the type's size from the start of the line."""
        self._row: list[str] = []
        self._shapes: list[Any] = []

    def write(self, pieces: Iterable[glyphs.Piece]) -> tuple[float, list[Any]]:
        """Write a run; where the pen then is, and the shapes as the library's `emojis`."""
        self._stream.set_font_size(self._font.hash, self._size)
        for piece in pieces:
            if piece.actual is not None:
                self._flush()
                actual = pydyf.Dictionary({"ActualText": pydyf.String(piece.actual)})
                self._stream.begin_marked_content("Span", actual)
            for glyph in piece.glyphs:
                info = self._infos[glyph.at]
                if glyph.says is None:
                    self._shape(info)
                else:
                    self._glyph(info, glyph.says)
            if piece.actual is not None:
                self._flush()
                self._stream.end_marked_content()
        self._flush()
        return self._pen, self._shapes

    def _glyph(self, info: Any, says: str) -> None:
        font, glyph = self._font, info.glyph
        width = self._thousandths(info.geometry.width)
        self._pen += width
        if glyph == pango.PANGO_GLYPH_EMPTY:
            self._move(-width)
            return
        if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            sign = glyph - pango.PANGO_GLYPH_UNKNOWN_FLAG
            LOGGER.warning(MISSING, chr(sign), sign)
            glyph = font.get_unused_glyph_id(sign)
            font.widths[glyph] = font.widths.setdefault(0, round(width))
        if glyph not in font.widths:
            ink, logical = self._stream.ink_rect, self._stream.logical_rect
            pango.pango_font_get_glyph_extents(self._face, glyph, ink, logical)
            font.widths[glyph] = round(self._thousandths(logical.width))
        offset = self._thousandths(info.geometry.x_offset)
        self._move(-offset)
        code = f"<{_code(font, glyph, says):04x}>"
        if info.geometry.y_offset:
            self._flush()
            self._stream.set_text_rise(-info.geometry.y_offset * FROM_UNITS)
            self._stream.show_text(code)
            self._stream.set_text_rise(0)
        else:
            self._row.append(code)
        self._move(int(font.widths[glyph] + offset - width))

    def _shape(self, info: Any) -> None:
        across = (self._pen + self._thousandths(info.geometry.x_offset)) / 1000
        down = info.geometry.y_offset * FROM_UNITS
        if info.glyph != pango.PANGO_GLYPH_EMPTY:
            shape = Shape(self._font, info.glyph, self._size)
            self._shapes.append([shape, self._font, 1, 1, across, down])
        width = self._thousandths(info.geometry.width)
        self._pen += width
        self._move(-width)

    def _thousandths(self, units: float) -> float:
        return float(units * 1000 * FROM_UNITS / self._size)

    def _move(self, back: float) -> None:
        """Move the pen without drawing, in thousandths."""
        if back:
            self._row.append(f"{back:.6g} ")

    def _flush(self) -> None:
        if self._row:
            self._stream.show_text("".join(self._row))
            self._row = []


MISSING = '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)'
"""The library's own words for a character that no face has."""


def _code(font: Any, glyph: int, says: str) -> int:
    """The code of a glyph that says something: the glyph's number while that is free."""
    codes = font.__dict__.setdefault("codes", {})
    by_code = font.__dict__.setdefault("by_code", {})
    if (glyph, says) not in codes:
        code = glyph
        if code in by_code:
            code = next(free for free in range(0xFFFF, 0, -1) if free not in by_code)
        codes[glyph, says] = code
        by_code[code] = glyph, says
        font.to_unicode.setdefault(glyph, says)  # from which the library makes the subset
    return int(codes[glyph, says])


weasyprint.draw.text.draw_first_line = _draw_first_line

# ------------------------------------------------------------------- codes

_library_fonts = weasyprint.pdf.build_fonts_dictionary


def _add_fonts(pdf: Any, used: Any, compress: bool, subset: bool, options: Any) -> Any:
    """Add the fonts, with maps from our codes to glyphs and to what they say."""
    once = {font.hash: font for font in used.values()}
    references = _library_fonts(pdf, once, compress, subset, options)
    for font in once.values():
        by_code = sorted(font.__dict__.get("by_code", {}).items())
        entry = _object(pdf, references[font.hash])
        says = ((code, f"<{text.encode('utf-16-be').hex()}>") for code, (_, text) in by_code)
        _object(pdf, entry["ToUnicode"]).stream[:] = glyphs.character_map("UCS", 2, "bfchar", says)
        if any(code != glyph for code, (glyph, _) in by_code) and not font.missing:
            shows = ((code, str(glyph)) for code, (glyph, _) in by_code)
            about = pydyf.Dictionary({
                "Type": "/CMap",
                "CMapName": "/Codes",
                "CIDSystemInfo": pydyf.Dictionary({
                    "Registry": pydyf.String("Adobe"),
                    "Ordering": pydyf.String("Identity"),
                    "Supplement": 0,
                }),
            })  # fmt: skip
            codes = pydyf.Stream(
                glyphs.character_map("Identity", 1, "cidchar", shows), about, compress=compress
            )
            pdf.add_object(codes)
            entry["Encoding"] = codes.reference
    return references


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


weasyprint.pdf.build_fonts_dictionary = _add_fonts

# ---------------------------------------------------------------- pictures

INITIAL_VALUES["lang"] = "en"  # of words in a picture, for which the library asks the user's locale
_library_svg_text = weasyprint.svg.TAGS["text"]


class _Whole(str):
    """Words that are set as one letter is, so that they are shaped together."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


def _svg_text(svg: Any, node: Any, font_size: float) -> None:
    if node.text and not {"rotate", "letter-spacing", "textLength"} & set(node.attrib):
        if speech.is_rtl(node.text):
            node.attrib["direction"] = "rtl"
        node._etree_node.text = _Whole(node.text)
    _library_svg_text(svg, node, font_size)


weasyprint.svg.text = _svg_text
weasyprint.svg.TAGS |= {"text": _svg_text, "tspan": _svg_text}

# ------------------------------------------------------------------- notes


class _Context(LayoutContext):  # type: ignore[misc]
    """The state of a layout, with the heights of the page's notes."""

    current_footnote_area: Any
    current_page_footnotes: Any
    feet: Feet
    _area: Any = None
    _stands: dict[Any, Any]

    def _update_footnote_area(self) -> Any:
        area, notes = self.current_footnote_area, self.current_page_footnotes
        if area is not self._area:
            self._area, self._stands = area, {}
        self.current_page_footnotes = [self._stand_in(note) for note in notes]
        try:
            return super()._update_footnote_area()
        finally:
            self.current_page_footnotes = area.children = notes

    def _stand_in(self, note: Any) -> Any:
        """An empty box as high as a note is on this page."""
        if note not in self._stands:
            area = self._area.copy_with_children([note])
            box = create_anonymous_boxes(area.deepcopy())
            laid = block_level_layout(self, box, -inf, None, self._area.page)[0]
            stand = note.copy_with_children([])
            stand.style = note.style.copy()
            stand.style["height"] = Dimension(laid.children[0].height, "px")
            self._stands[note] = stand
        return self._stands[note]


class _Document(Document):  # type: ignore[misc]
    @classmethod
    def _build_layout_context(cls, *parts: Any) -> Any:
        context = super()._build_layout_context(*parts)
        context.__class__ = _Context
        context.feet = context.style_for.feet = parts[-1]["feet"]
        return context


def render(
    page: Any, faces: Faces, styles: list[Any], options: dict[str, Any], feet: Feet | None = None
) -> Any:
    """Lay a parsed page out, as `weasyprint.HTML.render` does; `feet` repairs its notes."""
    own = {"stylesheets": styles, "feet": feet or Feet(())}
    document = _Document._render(page, faces, None, None, DEFAULT_OPTIONS | options | own)
    raise_links(document)
    return document


# ------------------------------------------------------------------- pages

_library_make_page = weasyprint.layout.page.remake_page
_library_page_style = weasyprint.layout.page.set_page_type_computed_styles


def _make_page(index: int, context: Any, root_box: Any, html: Any) -> Any:
    """Make a page, and make it again with a higher foot until its notes stand right."""
    if not isinstance(context, _Context):  # a layout of the library alone, as tests make it
        return _library_make_page(index, context, root_box, html)
    notes, reported = context.footnotes.copy(), context.reported_footnotes.copy()
    places, out_of_flow = context.page_footnotes.copy(), context.broken_out_of_flow.copy()
    while True:
        made = _library_make_page(index, context, root_box, html)
        if not context.feet.raise_for(index, Page(made[0])):
            return made
        context.footnotes[:], context.reported_footnotes[:] = notes, reported
        context.page_footnotes, context.broken_out_of_flow = places.copy(), out_of_flow.copy()


def _page_style(page_type: Any, html: Any, style_for: Any) -> None:
    _library_page_style(page_type, html, style_for)
    feet = getattr(style_for, "feet", Feet(()))
    if extra := feet.raised.get(page_type.index):
        style = style_for(page_type)
        style["margin_bottom"] = Dimension(style["margin_bottom"].value + extra, "px")


weasyprint.layout.page.remake_page = _make_page
weasyprint.layout.page.set_page_type_computed_styles = _page_style

# ------------------------------------------------------------------- boxes


def laid(document: Any) -> Iterator[Laid]:
    """All text of a laid-out document, page by page, in the order of its elements."""
    heads: set[Any] = set()
    for number, page in enumerate(document.pages, 1):
        yield from _laid(page._page_box, number, "", False, heads)


def _laid(box: Any, page: int, note: str, aside: bool, heads: set[Any]) -> Iterator[Laid]:
    if isinstance(box, boxes.TextBox):
        yield Laid(page, note, aside, box.text)
        return
    element = getattr(box, "element", None)
    if element is not None and isinstance(box, boxes.ParentBox):
        name = element.get("id") or ""
        if name.startswith("fn-"):
            note, aside = name[3:], False
        aside = aside or "call" in (element.get("class") or "").split()
        if getattr(box, "is_header", False):
            aside = aside or ((page, element) not in heads and element in heads)
            heads |= {element, (page, element)}
    aside = aside or isinstance(box, boxes.MarginBox)
    for child in getattr(box, "all_children", lambda: ())():
        yield from _laid(child, page, note, aside, heads)
