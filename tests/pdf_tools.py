"""Reading PDFs back in tests, by other means than the program's own."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_BLANK = re.compile("[\\s\u00ad\u200b\u2010\u2011\ufffe\u0002\x00-]+")


def bare(text: str) -> str:
    """Text without spaces and hyphens: what a line break leaves as it is."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def page_texts(data: bytes) -> list[str]:
    """The words of each page, as a reader that knows no tags finds them."""
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def tagged(data: bytes) -> list[tuple[str, str]]:
    """Kind and words of each tagged piece in the order of the structure tree, page by page."""
    document = pypdfium2.PdfDocument(data)
    pieces: list[tuple[str, str]] = []
    for page in document:
        words = _marked(page)
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            root = pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)
            pieces += _walk(root, words)
        pdfium.FPDF_StructTree_Close(tree)
    return pieces


def _marked(page: Any) -> dict[int, str]:
    """Words by the number of their marked content."""
    words: dict[int, str] = {}
    textpage = page.get_textpage()
    for item in page.get_objects(max_depth=4):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
        if item.type != pdfium.FPDF_PAGEOBJ_TEXT or mark < 0:
            continue
        size = pdfium.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
        buffer = ctypes.create_string_buffer(size)
        short = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        pdfium.FPDFTextObj_GetText(item.raw, textpage.raw, short, size)
        words[mark] = words.get(mark, "") + buffer.raw.decode("utf-16-le").rstrip("\x00")
    return words


def _walk(element: Any, words: dict[int, str]) -> Iterator[tuple[str, str]]:
    kind = _string(pdfium.FPDF_StructElement_GetType, element)
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            inner = list(_walk(child, words))
            if kind in ("H1", "H2", "P", "LI", "TH", "TD", "Note"):
                inner = [(kind, "".join(text for _, text in inner))]
            yield from inner
        elif mark >= 0:
            yield kind, words.get(mark, "")


def _string(getter: Any, element: Any) -> str:
    size = getter(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    getter(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\x00")


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """Level, title and 1-based page of each bookmark."""
    document = pypdfium2.PdfDocument(data)
    return [
        (mark.level, mark.get_title(), mark.get_dest().get_index() + 1)
        for mark in document.get_toc()
    ]
