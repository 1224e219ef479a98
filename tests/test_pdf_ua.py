"""Every kind of PDF conforms to PDF/UA-1, by the library's checks and by our own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests import comparisons, japan, scripts
from tests.pdf_ua import faults
from tests.quiet import quiet

from profilegen.output import pdf
from profilegen.output.compare_pdf import comparison_pdf
from profilegen.output.expected_in_print import PrintManifest
from profilegen.output.pdf_tag_repair import children

BODY = """<h1>Words</h1><h2>Of a part</h2>
<p>Prose<a class="call" href="#fn-1" id="ref-1">1</a><span class="note" id="fn-1"><span
class="n">1</span> Said in a <a href="https://example.org/a"><span>page</span> and <em
>elsewhere</em></a>.<span class="end" id="fnend-1"></span></span></p>
<ul><li><p class="point"><span class="mark">–</span> one</p></li></ul>
<table class="data-table">
<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>
<tbody><tr><th scope="row">c</th><td>d <a class="page" href="#end">on page </a></td></tr></tbody>
</table>
<svg width="20" height="20"><title>A square</title><rect width="9" height="9"/></svg>
<p id="end">The end</p>"""


@cache
def sheet() -> bytes:
    """A page with one of each: headings, a note, links, a list, a table, a picture."""
    style = ".page::after { content: target-counter(attr(href), page) }"
    html = f'<html lang="en"><title>Words</title><style>{style}</style>{BODY}</html>'
    expected = PrintManifest({"1": "Said in a page and elsewhere."}, {})
    checked = pdf.print_pages(html, expected, japan.press(), "sheet")
    assert checked.value is not None, checked.diagnostics
    return checked.value.data


def failures(data: bytes) -> list[str]:
    """What both checks find."""
    report = page_validation.validate_pdf_bytes(data, profile="ua1")
    return [*(f"{f.rule_id}: {f.message}" for f in report.failures), *faults(data)]


@quiet
def test_every_kind_of_pdf_conforms(small_site: Path) -> None:
    found = {
        path.name: failures(path.read_bytes()) for path in (small_site / "build").rglob("*.pdf")
    }
    assert len(found) > 8
    found["sheet"] = failures(sheet())
    found["scripts"] = failures(scripts.printed().data)
    press = pdf.Press(sheet="compare/print.css")
    compared = comparison_pdf(comparisons.compared("JPN", "KOR", sections=(1,)), press, "x")
    assert compared.value is not None, compared.diagnostics
    found["comparison"] = failures(compared.value.data)
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.soak
def test_every_pdf_of_the_real_profiles_conforms(tmp_path: Path) -> None:
    from profilegen.app.build import Plan, build

    result = build(Plan(japan.ROOT / "profiles", tmp_path, ("pdf",), jobs=2), lambda line: None)
    assert len(result.written) > 20
    found = {path.name: failures(path.read_bytes()) for path in result.written}
    assert {name: faults for name, faults in found.items() if faults} == {}


# ------------------------------------------------- each check finds its fault


def elements(document: pikepdf.Pdf, kind: str) -> list[Any]:
    """The elements of a kind, in order."""
    found: list[Any] = []
    stack = [document.Root.StructTreeRoot.K[0]]
    while stack:
        element = stack.pop()
        found += [element] if str(element.S) == f"/{kind}" else []
        stack += children(element)[::-1]
    assert found, kind
    return found


def rewrite(document: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Change the first page's content."""
    content = document.pages[0].Contents
    text = re.sub(rb"\s+", b" ", content.read_bytes())
    assert old in text
    content.write(text.replace(old, new, 1))


def set_metadata(document: pikepdf.Pdf, key: str, value: str) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata[key] = value


def put(kind: str, key: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    """Give the first element of a kind another entry."""
    return lambda document: elements(document, kind)[0].__setitem__(key, value)


def drop(kind: str, key: str) -> Callable[[pikepdf.Pdf], None]:
    """Take an entry from the first element of a kind."""
    return lambda document: elements(document, kind)[0].__delitem__(key)


def link(document: pikepdf.Pdf) -> Any:
    """The first page's first link."""
    return document.pages[0].Annots[0]


def twice(document: pikepdf.Pdf) -> None:
    """A second note with the ID of the first."""
    note = elements(document, "Note")[0]
    elements(document, "P")[0].S = Name.Note
    elements(document, "Note")[0].ID = note.ID


def nested(document: pikepdf.Pdf) -> None:
    """A link's annotation in a span within the link."""
    element = elements(document, "Link")[0]
    inner = document.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Span, P=element, K=element.K, Pg=element.Pg)
    )
    element.K = Array([inner])


SPOILT: dict[str, Callable[[pikepdf.Pdf], object]] = {
    "ISO 14289-1, 7.1": lambda d: d.Root.MarkInfo.__setitem__("/Marked", False),
    "01-003": lambda d: rewrite(d, b"BT", b"/Artifact BMC EMC BT"),
    "01-004": lambda d: rewrite(
        d, b"/Artifact BMC", b"/Artifact BMC /Span <</MCID 99>> BDC EMC"
    ),
    "01-005": lambda d: rewrite(d, b"/Artifact BMC", b"/Other BMC"),
    "01-007": lambda d: d.Root.MarkInfo.__setitem__("/Suspects", True),
    "02-001": put("P", "/S", Name.Paragraph),
    "06-001": lambda d: d.Root.__delitem__("/Metadata"),
    "06-002": lambda d: set_metadata(d, "pdfuaid:part", "2"),
    "06-003": lambda d: set_metadata(d, "dc:title", " "),
    "07-001": lambda d: d.Root.ViewerPreferences.__delitem__("/DisplayDocTitle"),
    "07-002": lambda d: d.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False),
    "09-004": put("TR", "/S", Name.P),
    "09-005": put("LI", "/S", Name.P),
    "11-006": lambda d: d.Root.__delitem__("/Lang"),
    "13-004": drop("Figure", "/Alt"),
    "ISO 14289-1, 7.3": lambda d: elements(d, "Figure")[0].A.__delitem__("/BBox"),
    "14-002": put("H1", "/S", Name.H2),
    "14-003": put("H2", "/S", Name.H3),
    "14-007": put("H2", "/S", Name.H),
    "15-003": lambda d: elements(d, "TH")[0].A.__delitem__("/Scope"),
    "15-005": lambda d: elements(d, "TD")[0].A.__setitem__("/ColSpan", 2),
    "15-003 TD names": lambda d: elements(d, "TD")[0].A.__setitem__(
        "/Headers", Array([String("?")])
    ),
    "19-003": drop("Note", "/ID"),
    "19-004": twice,
    "28-002": lambda d: link(d).__setitem__("/Subtype", Name.Text),
    "28-008": lambda d: d.pages[0].obj.__delitem__("/Tabs"),
    "28-009": lambda d: d.pages[0].obj.__setitem__("/Tabs", Name.R),
    "28-011 a Link that does not": nested,
    "28-011 a Link without content": lambda d: elements(d, "Link")[0].__setitem__(
        "/K", Array([kid for kid in elements(d, "Link")[0].K if not isinstance(kid, int)])
    ),
    "28-011 a link in": put("Link", "/S", Name.Reference),
    "28-011 a link that leads": lambda d: link(d).__setitem__("/StructParent", 999),
    "28-012": lambda d: link(d).__setitem__("/Contents", String(" ")),
    "our own: a link of": lambda d: link(d).__setitem__("/Rect", Array([1, 1, 9, 4])),
    "our own: an empty": put("P", "/K", Array()),
    "ISO 32000-1, 7.9.6": lambda d: d.Root.StructTreeRoot.IDTree.__setitem__(
        "/Names", Array(list(d.Root.StructTreeRoot.IDTree.Names)[2:]
                        + list(d.Root.StructTreeRoot.IDTree.Names)[:2]),
    ),
    "ISO 32000-1, 14.7.2: the tree of IDs": lambda d: d.Root.StructTreeRoot.__delitem__("/IDTree"),
    "ISO 32000-1, 14.6: a mark does not end": lambda d: rewrite(d, b"EMC", b""),
    "ISO 32000-1, 14.6: a mark ends": lambda d: rewrite(d, b"EMC", b"EMC EMC"),
    "ISO 32000-1, 14.7.2: H1": lambda d: elements(d, "H1")[0].__setitem__(
        "/P", elements(d, "P")[0]
    ),
    "ISO 32000-1, 14.7.4: page 1: content": lambda d: elements(d, "P")[0].K.append(
        elements(d, "P")[-1].K[0]
    ),
    "ISO 32000-1, 14.7.4: page 1 has no": lambda d: elements(d, "Link")[0].K.append(98),
    "ISO 32000-1, 14.7.4.4": lambda d: d.pages[0].obj.__delitem__("/StructParents"),
    "31-009": lambda d: [
        font.__delitem__("/FontDescriptor")
        for font in d.objects if isinstance(font, Dictionary) and "/FontDescriptor" in font
    ],
    "31-028": lambda d: [
        font.__setitem__("/ToUnicode", d.make_stream(b"1 beginbfchar <0001> <FFFE> endbfchar"))
        for font in d.objects if isinstance(font, Dictionary) and "/DescendantFonts" in font
    ],
    "31-027": lambda d: [
        font.__delitem__("/ToUnicode")
        for font in d.objects if isinstance(font, Dictionary) and "/DescendantFonts" in font
    ],
}  # fmt: skip
"""Beginnings of faults, each with what makes a sound document have it."""


def test_each_check_finds_what_it_is_for() -> None:
    assert faults(sheet()) == []
    missed = []
    for start, spoil in SPOILT.items():
        with pikepdf.open(io.BytesIO(sheet())) as document:
            spoil(document)
            out = io.BytesIO()
            document.save(out, fix_metadata_version=False)
        if not any(fault.startswith(start) for fault in faults(out.getvalue())):
            missed.append((start, faults(out.getvalue())))
    assert missed == []


def test_a_link_is_described_by_its_words_or_its_address() -> None:
    with pikepdf.open(io.BytesIO(sheet())) as document:
        told = [str(annotation.Contents) for annotation in document.pages[0].Annots]
    assert told == ["Note 1", "on page", "https://example.org/a"]
