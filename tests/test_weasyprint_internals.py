"""Each hold on WeasyPrint's private parts, and that the library still is as it was met."""

from __future__ import annotations

import ast
import hashlib
import re
import sys
from pathlib import Path

import pytest
import weasyprint.anchors
import weasyprint.draw
import weasyprint.draw.text
import weasyprint.layout
import weasyprint.layout.page
import weasyprint.pdf.anchors
import weasyprint.pdf.fonts
import weasyprint.pdf.stream
import weasyprint.pdf.tags
import weasyprint.svg
import weasyprint.text.fonts
import weasyprint.text.line_break
from tests import japan
from tests.pdf_tools import page_texts

from profilegen.output import pdf
from profilegen.output.expected_in_print import PrintManifest

HELD = {
    "the words of a line": (weasyprint.draw.text, "draw_first_line"),
    "a line of text": (weasyprint.draw.text, "draw_text"),
    "the fonts of a file": (weasyprint.pdf.fonts, "build_fonts_dictionary"),
    "a font of a file": (weasyprint.pdf.fonts, "_build_vector_font_dictionary"),
    "how a line ends": (weasyprint.text.line_break, "first_line_metrics"),
    "how a line is broken": (weasyprint.text.line_break, "split_first_line"),
    "a layout": (weasyprint.text.line_break, "Layout"),
    "words of a picture": (sys.modules["weasyprint.svg.text"], "text"),
    "a configuration of fonts": (weasyprint.text.fonts, "FontConfiguration"),
    "the area of notes": (weasyprint.layout, "LayoutContext"),
    "a page": (weasyprint.layout.page, "remake_page"),
    "all pages": (weasyprint.layout.page, "make_all_pages"),
    "the style of a page": (weasyprint.layout.page, "set_page_type_computed_styles"),
    "what stands by itself": (weasyprint.draw, "draw_stacking_context"),
    "a page's content": (weasyprint.pdf.stream, "Stream"),
    "the tags of a box": (weasyprint.pdf.tags, "_build_box_tree"),
    "a page's links": (weasyprint.pdf.anchors, "add_links"),
    "where links lie": (weasyprint.anchors, "gather_anchors"),
}
"""What of the library is taken over or leant on, and what of a document depends on it."""

DIGESTS = {
    "the words of a line": "5c9105084f08",
    "a line of text": "64d195e5c11a",
    "the fonts of a file": "db573eb6774a",
    "a font of a file": "b079a2bff756",
    "how a line ends": "f2fb8b43b4d0",
    "how a line is broken": "dad318fd0431",
    "a layout": "ede83f2c8be8",
    "words of a picture": "cab9a5d22163",
    "a configuration of fonts": "75e11af774c7",
    "the area of notes": "c6a53537f49a",
    "a page": "6ee3b759dec9",
    "all pages": "169596f001b4",
    "the style of a page": "f46a971df3c7",
    "what stands by itself": "60665f38b39a",
    "a page's content": "1f08b595fdd1",
    "the tags of a box": "847c29525712",
    "a page's links": "9d28dec489dc",
    "where links lie": "63ea1857eb6d",
}


@pytest.mark.parametrize("what", HELD)
def test_the_library_is_as_it_was_met(what: str) -> None:
    """Where this fails, read what changed, mend what leans on it, and note the new digest."""
    module, name = HELD[what]
    source = Path(module.__file__ or "").read_text("utf-8")
    tree = {getattr(node, "name", ""): node for node in ast.parse(source).body}
    digest = hashlib.sha256(ast.dump(tree[name]).encode()).hexdigest()[:12]
    assert digest == DIGESTS[what]


def _printed(body: str, style: str = "") -> bytes:
    page = f'<html lang="en"><title>x</title><style>{style}</style><h1>Words</h1>{body}</html>'
    made = pdf.print_pages(page, PrintManifest({}, {}), japan.press(), "x").value
    assert made is not None
    return made.data


@pytest.mark.usefixtures("traced_layouts")
def test_words_of_a_picture_are_shaped_together() -> None:
    svg = '<svg width="200" height="30"><title>t</title><text y="20">कार्यक्रम น้ำ رؤية</text></svg>'
    heard = re.sub(r"\s", "", page_texts(_printed(svg))[0])
    assert "कार्यक्रม".replace("ม", "म") in heard
    assert "น้ำ" in heard
    assert "رؤية" in heard


@pytest.mark.usefixtures("traced_layouts")
def test_a_sign_of_another_face_moves_no_line() -> None:
    style = "p { font: 400 11px/15px 'Source Serif Pro'; margin: 0 }"
    press = japan.press()

    def height(text: str) -> float:
        page = press.parse(f'<html lang="en"><style>{style}</style><p>{text}<p id="end">x')
        return float(press.layout(page).pages[0].anchors["end"][1])

    assert {height("plain")} == {height(t) for t in ("日本", "རྩིས་ལྷན", "မြန်မာ", "ក្រសួង", "Ⅳ № ⁻")}
