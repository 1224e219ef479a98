"""Private parts of WeasyPrint 70.0: how the notes of a page are measured, and a page is made.

- `NotesContext`: notes are laid out once a page. With ten notes a page that is half of a document's
  time. A note that was measured is replaced, while the size of the area is found, by an empty box
  of its height; what is drawn is the library's own, and the pages are the same.
- `make_page`, `page_style`: a page whose notes do not stand right is made again (see
  `footnote_placement`).
"""

from __future__ import annotations

from math import inf
from typing import Any

import weasyprint.layout.page
from weasyprint.css.properties import Dimension
from weasyprint.document import Page
from weasyprint.formatting_structure.build import create_anonymous_boxes
from weasyprint.layout import LayoutContext
from weasyprint.layout.block import block_level_layout

from profilegen.output.footnote_placement import Feet

_library_make_page = weasyprint.layout.page.remake_page
_library_page_style = weasyprint.layout.page.set_page_type_computed_styles


class NotesContext(LayoutContext):  # type: ignore[misc]
    """The state of a layout, with the heights of the page's notes."""

    current_footnote_area: Any
    current_page_footnotes: Any
    _area: Any = None
    _stands: dict[Any, Any]

    def __init__(self, begun: LayoutContext, feet: Feet) -> None:
        self.__dict__.update(begun.__dict__)
        self.feet = feet

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


def make_page(index: int, context: Any, root_box: Any, html: Any) -> Any:
    """Make a page, and make it again with a higher foot until its notes stand right."""
    if not isinstance(context, NotesContext):  # a layout of the library alone, as tests make it
        return _library_make_page(index, context, root_box, html)
    notes, reported = context.footnotes.copy(), context.reported_footnotes.copy()
    places, out_of_flow = context.page_footnotes.copy(), context.broken_out_of_flow.copy()
    while True:
        made = _library_make_page(index, context, root_box, html)
        if not context.feet.raise_for(index, Page(made[0])):
            return made
        context.footnotes[:], context.reported_footnotes[:] = notes, reported
        context.page_footnotes, context.broken_out_of_flow = places.copy(), out_of_flow.copy()


def page_style(page_type: Any, html: Any, style_for: Any) -> None:
    """Style a page, with the lines by which its foot is raised."""
    _library_page_style(page_type, html, style_for)
    feet = getattr(style_for, "feet", Feet(()))
    if extra := feet.raised.get(page_type.index):
        style = style_for(page_type)
        style["margin_bottom"] = Dimension(style["margin_bottom"].value + extra, "px")
