"""A glyph as a shape: what is drawn in a file and says nothing there."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont


class Shape(BasePen):  # type: ignore[misc]
    """A glyph of a font, to be filled; WeasyPrint takes it for a picture."""

    def __init__(self, font: Any, glyph: int, size: float) -> None:
        if "outlines" not in font.__dict__:
            face = TTFont(BytesIO(font.file_content), fontNumber=font.index, lazy=True)
            font.outlines = face.getGlyphSet(), face.getGlyphOrder()
        outlines, names = font.outlines
        super().__init__(outlines)
        self._glyph, self._scale = outlines[names[glyph]], size / font.upem
        self._stream: Any = None

    def draw(self, stream: Any, *_size_and_style: object) -> None:
        """Fill the glyph's outline at the place to which the stream was moved."""
        stream.transform(a=self._scale, d=-self._scale)
        self._stream = stream
        self._glyph.draw(self)
        stream.fill()

    def _moveTo(self, place: tuple[float, float]) -> None:  # noqa: N802
        self._stream.move_to(*place)

    def _lineTo(self, place: tuple[float, float]) -> None:  # noqa: N802
        self._stream.line_to(*place)

    def _curveToOne(self, *places: tuple[float, float]) -> None:  # noqa: N802
        self._stream.curve_to(*(part for place in places for part in place))

    def _closePath(self) -> None:  # noqa: N802
        self._stream.close()
