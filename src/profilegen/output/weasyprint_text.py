"""Private parts of WeasyPrint 70.0: a PDF's text is drawn as it was typed (see `glyph_characters`).

Each glyph is written by a code for what it says, and each font has the maps from these codes to
its glyphs and to their text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pydyf
import weasyprint.draw.text
import weasyprint.pdf
from weasyprint.logger import LOGGER
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from profilegen.output import glyph_characters
from profilegen.output.glyph_outline import Shape

_library_line = weasyprint.draw.text.draw_first_line
_library_fonts = weasyprint.pdf.build_fonts_dictionary


_INLINE = ("span", "bdi")
"""Elements with a direction of their own within a line."""


def draw_first_line(stream: Any, textbox: Any, overflow: str, ellipsis: Any, matrix: Any) -> Any:
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
        pieces = glyph_characters.ended(
            glyph_characters.pieces(_run(item, text[start:end], turned=turned)), ending
        )
        pen, more = _Writer(stream, item, pen).write(pieces)
        shapes += more
    return shapes


def _run(item: Any, text: bytes, *, turned: bool) -> glyph_characters.GlyphRun:
    string = item.glyphs
    infos, clusters = string.glyphs[0 : string.num_glyphs], string.log_clusters
    return glyph_characters.GlyphRun(
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

    def write(self, pieces: Iterable[glyph_characters.Piece]) -> tuple[float, list[Any]]:
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


def add_fonts(pdf: Any, used: Any, compress: bool, subset: bool, options: Any) -> Any:
    """Add the fonts, with maps from our codes to glyphs and to what they say."""
    once = {font.hash: font for font in used.values()}
    references = _library_fonts(pdf, once, compress, subset, options)
    for font in once.values():
        by_code = sorted(font.__dict__.get("by_code", {}).items())
        entry = _object(pdf, references[font.hash])
        says = ((code, f"<{text.encode('utf-16-be').hex()}>") for code, (_, text) in by_code)
        _object(pdf, entry["ToUnicode"]).stream[:] = glyph_characters.character_map(
            "UCS", 2, "bfchar", says
        )
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
                glyph_characters.character_map("Identity", 1, "cidchar", shows),
                about,
                compress=compress,
            )
            pdf.add_object(codes)
            entry["Encoding"] = codes.reference
    return references


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
