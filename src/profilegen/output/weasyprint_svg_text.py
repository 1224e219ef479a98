"""Private parts of WeasyPrint 70.0: words of a picture are shaped as words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import weasyprint.svg

from profilegen.output import lang_attributes

_library_svg_text = weasyprint.svg.TAGS["text"]


class _Whole(str):
    """Words that are set as one letter is, so that they are shaped together."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


def svg_text(svg: Any, node: Any, font_size: float) -> None:
    """Draw words of a picture; the library sets each letter alone."""
    if node.text and not {"rotate", "letter-spacing", "textLength"} & set(node.attrib):
        if lang_attributes.is_rtl(node.text):
            node.attrib["direction"] = "rtl"
        node._etree_node.text = _Whole(node.text)
    _library_svg_text(svg, node, font_size)
