"""The private parts of WeasyPrint 70.0 that tag a PDF (`weasyprint_internals` has the list of all).

- `_draw_context`, `_marked`, `_tree`: what stands in a page's margins is an artifact. The library
  tags it and hangs the tags nowhere, so that a reader meets content that the document denies.
- `_add_links`: an element that is a link has the one annotation, as high as the line that it stands
  in. The library gives one to each element within it as well, and to a call of a note the height of
  its type, which in a table is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pydyf
import weasyprint.draw
import weasyprint.pdf
import weasyprint.pdf.stream
import weasyprint.pdf.tags
from weasyprint.formatting_structure import boxes

# ----------------------------------------------------------------- margins

_library_context = weasyprint.draw.draw_stacking_context
_library_marked = weasyprint.pdf.stream.Stream.marked
_library_tree = weasyprint.pdf.tags._build_box_tree


def _draw_context(stream: Any, context: Any) -> None:
    before = getattr(stream, "in_margin", False)
    stream.in_margin = before or isinstance(context.box, boxes.MarginBox)
    _library_context(stream, context)
    stream.in_margin = before


def _marked(stream: Any, box: Any, tag: str) -> AbstractContextManager[None]:
    if getattr(stream, "in_margin", False) and stream._tags is not None:
        return _pagination(stream)
    marked: AbstractContextManager[None] = _library_marked(stream, box, tag)
    return marked


@contextmanager
def _pagination(stream: Any) -> Iterator[None]:
    stream.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
    yield
    stream.end_marked_content()


def _tree(box: Any, *parts: Any) -> Iterator[Any]:
    if not isinstance(box, boxes.MarginBox):
        yield from _library_tree(box, *parts)


weasyprint.draw.draw_stacking_context = _draw_context
weasyprint.pdf.stream.Stream.marked = _marked
weasyprint.pdf.tags._build_box_tree = _tree

# ------------------------------------------------------------------- links

_library_add_links = weasyprint.pdf.add_links
_NARROWEST = 7
"""Pixels: what a call of one figure is widened to; two calls with a comma still lie apart."""


def _add_links(links_and_anchors: Any, *parts: Any) -> None:
    links, anchors = links_and_anchors
    links = [link for link in links if link[3].link]
    _library_add_links((links, anchors), *parts)
    for kind, target, _, box in links:
        if kind == "internal":
            box.link_annotation["Contents"] = pydyf.String(_description(target, box.element))


def _description(target: str, element: Any) -> str:
    """What is said of a link within the document: its own words, which of a call are a number."""
    words = " ".join("".join(element.itertext()).split())
    return f"Note {words}" if target.startswith("fn-") else words


def raise_links(document: Any) -> None:
    """Make each link of a laid-out document as high as the line that it stands in."""
    for page in document.pages:
        lines = dict(_lines(page._page_box, None))
        page.links = [
            (kind, target, _raised(rectangle, lines.get(box)), box)
            for kind, target, rectangle, box in page.links
        ]


def _lines(box: Any, line: Any) -> Iterator[tuple[Any, Any]]:
    """Each link with the line that it stands in."""
    if isinstance(box, boxes.LineBox):
        line = box
    if box.link and line is not None:
        yield box, line
    for child in box.all_children():
        yield from _lines(child, line)


def _raised(rectangle: tuple[float, ...], line: Any) -> tuple[float, ...]:
    left, top, right, bottom = rectangle
    wider = max(_NARROWEST - (right - left), 0) / 2
    if line is not None:
        top, bottom = min(top, line.position_y), max(bottom, line.position_y + line.height)
    return left - wider, top, right + wider, bottom


weasyprint.pdf.add_links = _add_links
