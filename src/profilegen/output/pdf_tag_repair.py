"""Mending a PDF's tags after WeasyPrint: notes as Note, table heads with their scope, links.

WeasyPrint 70 tags a footnote as Span, a table head without scope, what is generated in a link as
a link of its own, and leaves empty elements. PDF/UA-1 checkers pass most of these; assistive
readers gain from the other form (ISO 14289-1, 7.5, 7.9, 7.18.5).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_BLOCKS = (Name.H1, Name.H2, Name.H3, Name.P)


def retag(data: bytes) -> bytes:
    """Return the PDF with notes tagged Note, heads with a scope, and all IDs in their tree."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.StructTreeRoot
        document = root.K[0]
        for number, note in enumerate(_notes(document), 1):
            note.S = Name.Note
            note.ID = String(f"note-{number}")
        _mend(document)
        root.IDTree = Dictionary(Names=_named(document))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def children(element: Any) -> list[Any]:
    """The structure elements right below an element."""
    kids = element.get("/K")
    listed = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in listed if isinstance(kid, Dictionary) and "/S" in kid]


def _notes(document: Any) -> Iterator[Any]:
    """The footnotes: Spans in the footnote areas, which lie nameless right below the document."""
    for area in children(document):
        if Name.NonStruct == area.S:
            yield from (kid for kid in children(area) if Name.Span == kid.S)


def _mend(element: Any) -> None:
    """Give heads their scope, unnest blocks from their own kind, drop what is empty."""
    if element.S == Name.TH:
        _scope(element)
    for kid in children(element):
        if kid.S == element.S and kid.S in _BLOCKS:
            kid.S = Name.NonStruct
        elif Name.Link == kid.S and not _annotated(kid):
            kid.S = Name.Span
        _mend(kid)
    kids = element.get("/K")
    if isinstance(kids, Array):
        element.K = Array([kid for kid in kids if not _empty(kid)])


def _annotated(link: Any) -> bool:
    """Whether a link can be followed."""
    return any(isinstance(kid, Dictionary) and "/Obj" in kid for kid in link.get("/K", []))


def _empty(kid: Any) -> bool:
    """An element without content; marked content is a number, a link an object reference.

    A cell may be empty, also a head: where a row runs on, its head stands on the page before.
    """
    if not isinstance(kid, Dictionary) or "/S" not in kid or kid.S in (Name.TD, Name.TH):
        return False
    inner = kid.get("/K")
    return inner is None or (isinstance(inner, Array) and len(inner) == 0)


def _named(document: Any) -> Array:
    """The elements that have an ID, in the order of the IDs, each after its own."""
    found, left = {}, [document]
    while left:
        element = left.pop()
        left += children(element)
        if "/ID" in element:
            found[bytes(element.ID)] = element
    return Array([part for name in sorted(found) for part in (String(name), found[name])])


def _scope(head: Any) -> None:
    """A head in the table's head names its column, one in the body its row."""
    column = head.P.get("/P") is not None and Name.THead == head.P.P.S
    head.A.Scope = Name.Column if column else Name.Row
