"""Laying out notes once: WeasyPrint 70 lays all notes of a page out again for each that joins them.

With ten notes a page that is half of a document's time. Here a note that was measured is replaced,
while the size of the area is found, by an empty box of its height; what is drawn is the library's
own, and the pages are the same (a test compares them). Nothing rests on this: the finished pages
are read back in any case.
"""

from __future__ import annotations

from math import inf
from typing import Any

from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.properties import Dimension
from weasyprint.document import Document
from weasyprint.formatting_structure.build import create_anonymous_boxes
from weasyprint.layout import LayoutContext
from weasyprint.layout.block import block_level_layout


class _Context(LayoutContext):  # type: ignore[misc]
    """The state of a layout, with the heights of the page's notes."""

    current_footnote_area: Any
    current_page_footnotes: Any
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
        return context


def render(page: Any, fonts: Any, styles: list[Any], options: dict[str, Any]) -> Any:
    """Lay a parsed page out, as `weasyprint.HTML.render` does."""
    options = DEFAULT_OPTIONS | options | {"stylesheets": styles}
    return _Document._render(page, fonts, None, None, options)
