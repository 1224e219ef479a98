"""Private parts of WeasyPrint 70.0: the text of a document's pages, read from their boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from profilegen.output.laid_text import Laid


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
