"""Every text box of a laid-out document against its frame: print cuts or overprints what runs out.

A frame is the nearest block around the text (a paragraph, a cell, a margin box), and the page's
content box for all that stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding

SLACK = 1.5
"""Pixels that a text may stand out: the library adds widths up in floats."""
DROP = 4
"""Pixels by which the middle of a line may stand below: a note's face may be taller than a line."""


def beyond(document: Any, file: str) -> list[Diagnostic]:
    """PG420 for each page on which words run out of their frames."""
    found = []
    for number, page in enumerate(document.pages, 1):
        outside = list(dict.fromkeys(_outside(page._page_box)))
        if outside:
            words, in_table = outside[0]
            more = f" and {len(outside) - 1} more" if len(outside) > 1 else ""
            message = f'"{words[:60]}"{more} on page {number}: too wide for the place.'
            hint = _TABLE if in_table else ""
            found.append(finding("PG420", Span(file), message, hint, place=f"page {number}"))
    return found


_TABLE = (
    "Shorten the words or take columns out: a page holds about 16 columns of words, 30 of figures."
)


def _outside(page: Any) -> Iterator[tuple[str, bool]]:
    left, top = page.content_box_x(), page.content_box_y()
    inner = (left, top, left + page.width, top + page.height)
    paper = (0.0, 0.0, page.margin_width(), page.margin_height())
    for child in page.children:
        frame = paper if isinstance(child, boxes.MarginBox) else inner
        yield from _walk(child, frame, frame, in_table=False)


_EMS = {"\u2000": 0.5, "\u2001": 1.0, "\u2002": 0.5, "\u2003": 1.0, "\u3000": 1.0}
"""Spaces that keep their width at the end of a line, in ems."""


def _inked(box: Any) -> float:
    """The width of a text without the spaces at its end, which no reader misses."""
    spaces = box.text[len(box.text.rstrip()) :]
    width: float = box.width - box.style["font_size"] * sum(_EMS.get(s, 0.0) for s in spaces)
    return width


Bounds = tuple[float, float, float, float]


def _walk(box: Any, frame: Bounds, outer: Bounds, *, in_table: bool) -> Iterator[tuple[str, bool]]:
    """Words outside `frame` (the nearest block's, in width) or `outer` (the page's)."""
    if isinstance(box, boxes.TextBox):
        right, middle = box.position_x + _inked(box), box.position_y + box.height / 2
        wide = right > min(frame[2], outer[2]) + SLACK or box.position_x < outer[0] - SLACK
        high = not outer[1] - DROP < middle < outer[3] + DROP
        if box.text.strip() and (wide or high):
            yield box.text.strip(), in_table
        return
    in_table = in_table or isinstance(box, boxes.TableCellBox)
    if isinstance(box, boxes.BlockContainerBox):
        x, y = box.border_box_x(), box.border_box_y()
        frame = (x, y, x + box.border_width(), y + box.border_height())
        if isinstance(box, boxes.MarginBox):
            outer = frame
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.Box):
            yield from _walk(child, frame, outer, in_table=in_table)
