"""The real PDF, read back: conformance, order of reading, outline, faces, bytes, dense notes."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
import tinycss2
from tests import japan
from tests.dense import REGISTRY, dense_profile
from tests.known import resolved
from tests.pdf_tools import bare, outline, page_texts, tagged

from profilegen.core.typography import curly
from profilegen.output import pdf, readback
from profilegen.output.curly_marks import printed
from profilegen.view.profile.profile import ProfileView, profile_view


def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    if not shutil.which("qpdf"):
        pytest.skip("qpdf is not installed")
    path = tmp_path / "JPN.pdf"
    path.write_bytes(japan.printed().data)
    result = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "WARNING" not in result.stdout + result.stderr


def test_notes_are_tagged_and_heads_have_a_scope() -> None:
    with pikepdf.open(__import__("io").BytesIO(japan.printed().data)) as document:
        kinds: dict[str, list[pikepdf.Object]] = {}
        stack = [document.Root.StructTreeRoot.K[0]]
        while stack:
            element = stack.pop()
            kinds.setdefault(str(element.S), []).append(element)
            kids = element.get("/K")
            if isinstance(kids, pikepdf.Array):
                stack += [k for k in kids if isinstance(k, pikepdf.Dictionary) and "/S" in k]
        notes = kinds["/Note"]
        assert len(notes) == len(japan.view().notes)
        assert len({str(note.ID) for note in notes}) == len(notes)
        assert kinds["/TH"] and all(head.A.Scope == "/Row" for head in kinds["/TH"])


def view_words(view: ProfileView) -> list[str]:
    """The words of a view's body in print order, as the template puts them."""
    out: list[object] = [view.frame.series, view.name]
    for fact in view.facts:
        out += [fact.label, fact.value]
    for line in view.glance:
        out += [line.figure, line.noun, line.detail]
    for section in view.sections:
        out += [f"{section.number}{section.label}", section.full_title]
        for block in section.blocks:
            if block.kind == "entries":
                out.append(printed(block.lead_in))  # type: ignore[union-attr]
                for row in block.entries:  # type: ignore[union-attr]
                    out += [row.number, printed(row.title), row.short_name]
                    out += [printed(fact) for fact in row.facts]
                    out += [row.native.text if row.native else "", printed(row.gist)]
                    out += [row.side, row.detail]
            elif block.kind == "list":
                out.append(printed(block.lead_in))  # type: ignore[union-attr]
                out += [printed(item.words) for item in block.items]  # type: ignore[union-attr]
            else:
                out.append(printed(block.words))  # type: ignore[union-attr]
    for back in view.back:
        out += [back.label, *map(printed, back.parts)]
    return [curly(str(text)) for text in out]


def test_tagged_text_equals_the_view_in_order() -> None:
    """Calls are figures between the words; they are taken out on both sides."""
    pieces = [text for kind, text in tagged(japan.printed().data) if kind != "Note"]
    heard = bare("".join(pieces))
    at = 0
    for wanted in filter(None, map(bare, view_words(japan.view()))):
        parts = re.split(r"(?<=[.:,\u2019\u201d])", wanted)  # a call may follow these marks
        for part in filter(None, parts):
            found = heard.find(part, at)
            assert found >= 0, part
            assert len(re.sub(r"[\d();/]|section|JPN|registry\w*?", "", heard[at:found])) < 40
            at = found + len(part)


def test_bookmarks_name_the_economy_and_the_seven_sections() -> None:
    marks = outline(japan.printed().data)
    assert marks[0][:2] == (0, "Japan")
    assert [mark[1] for mark in marks[1:]] == [
        f"{section.number} {section.label}" for section in japan.view().sections
    ]
    assert [mark[2] for mark in marks] == sorted(mark[2] for mark in marks)


def test_metadata_and_language() -> None:
    with pikepdf.open(__import__("io").BytesIO(japan.printed().data)) as document:
        assert str(document.Root.Lang) == "en"
        assert str(document.docinfo.Title) == japan.view().title
        assert "Kehinde Olaoye" in str(document.docinfo.Author)
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_links_are_live_and_can_be_clicked() -> None:
    with pikepdf.open(__import__("io").BytesIO(japan.printed().data)) as document:
        links = [a for page in document.pages for a in page.get("/Annots", [])]
        rects = [[float(x) for x in link.Rect] for link in links]
        assert all(abs(r[3] - r[1]) > 4 and abs(r[2] - r[0]) > 2 for r in rects)
        uris = {str(link.A.URI) for link in links if "/A" in link}
    assert uris >= {
        "https://www.meti.go.jp/english/policy/economy/industrial_council/pdf/0818_001.pdf"
    }


def test_running_head_names_economy_and_section_and_foot_counts_pages() -> None:
    pages = page_texts(japan.printed().data)
    for number, text in enumerate(pages, 1):
        assert bare(f"{number} of {len(pages)}") in bare(text)
        assert bare("DRAFT of 18 July 2025") in bare(text)
    assert bare("2 Digital strategy") in bare(pages[1])
    assert all(bare("Country profiles, no. 1") in bare(text) for text in pages)


def test_faces_are_the_packaged_ones_and_the_native_script_has_its_own() -> None:
    names = readback.fonts(japan.printed().data)
    assert readback.foreign_fonts(japan.printed().data) == []
    assert any("Noto-Serif-CJK-JP" in name for name in names)
    assert "Source-Serif-Pro" in names


@pytest.mark.usefixtures("traced_layouts")
def test_same_input_gives_the_same_bytes() -> None:
    again = pdf.profile_pdf(japan.view(), pdf.Press(), "profiles/JPN.yaml").value
    assert again is not None
    assert again.data == japan.printed().data


def test_no_heading_is_last_on_a_page() -> None:
    for text in page_texts(japan.printed().data):
        lines = [line for line in text.splitlines() if line.strip()]
        for section in japan.view().sections:
            places = [n for n, line in enumerate(lines) if line.strip().endswith(section.label)]
            assert all(place < len(lines) - 4 for place in places if place > 2)


# ----------------------------------------------------------------- notes


def fractional(declarations: list[tinycss2.ast.Node]) -> list[str]:
    """Lengths of a rule that are not whole px (a font's unitless numbers are weights)."""
    bad = []
    for node in declarations:
        if isinstance(node, tinycss2.ast.DimensionToken):
            if node.unit != "px" or not node.is_integer:
                bad.append(node.serialize())
        elif isinstance(node, tinycss2.ast.PercentageToken):
            bad.append(node.serialize())
    return bad


def footnote_faults(style: str) -> list[str]:
    """Every length in @footnote and in rules for .note that is not whole px."""
    bad: list[str] = []
    for rule in tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "page" and rule.content:
            for inner in tinycss2.parse_blocks_contents(rule.content, skip_comments=True):
                if inner.type == "at-rule" and inner.lower_at_keyword == "footnote":
                    bad += fractional(inner.content)
        elif rule.type == "qualified-rule" and ".note" in tinycss2.serialize(rule.prelude):
            bad += fractional(rule.content)
    return bad


def test_footnote_style_has_whole_pixels_only() -> None:
    """Fractions make WeasyPrint 70 lose notes: it compares floats when it sizes their area."""
    assert footnote_faults(pdf.style_sheet()) == []


@pytest.mark.parametrize(
    "style",
    [
        "@page { @footnote { margin-top: 3mm } }",
        "@page { @footnote { padding: 0.5px } }",
        "@page { @footnote { border-top: 0.5pt solid } }",
        ".note { padding-left: 2em }",
        "p .note { font-size: 90% }",
    ],
)
def test_a_fractional_footnote_style_is_refused(style: str) -> None:
    assert footnote_faults(style)


@pytest.mark.usefixtures("traced_layouts")
@pytest.mark.parametrize("seed", [6, pytest.param(12, marks=pytest.mark.soak)])
def test_notes_laid_out_once_stand_where_the_library_puts_them(seed: int) -> None:
    press = japan.press()
    page = press.parse(pdf.page_source(profile_view(resolved(dense_profile(seed), REGISTRY))))
    ours = press.layout(page)
    own = page.render(font_config=press._fonts, stylesheets=[press._style], **pdf._OPTIONS)
    places = [dict(sheet.anchors) for sheet in own.pages]
    assert [dict(sheet.anchors) for sheet in ours.pages] == places
    assert sum(name.startswith("fn-") for sheet in places for name in sheet) > 20


def test_rules_of_print_hold_no_variables() -> None:
    """Each would be parsed again for every element; values come from the tokens."""
    sheet = pdf.style_sheet()
    assert "var(" not in sheet
    assert 'font: 400 13.5px/19px "Source Serif Pro", "Source Serif 4"' in sheet


def check_dense(seed: int) -> pdf.Printed:
    view = profile_view(resolved(dense_profile(seed), REGISTRY))
    checked = pdf.profile_pdf(view, japan.press(), f"seed-{seed}")
    assert checked.value is not None, checked.diagnostics
    assert 10 <= len(view.notes) <= 90
    pages = [bare(text) for text in page_texts(checked.value.data)]
    for note in view.notes:  # by plain text, apart from the program's own reading back
        wanted = bare(note.label + printed(note.words))
        assert sum(wanted in page for page in pages) >= 1, note.label
    return checked.value


DENSE = (2, 6, 9)
"""One that prints at once, and two with a page that has to be made again."""


@pytest.mark.parametrize("seed", DENSE)
def test_dense_documents_keep_every_note_on_its_page(
    seed: int, record_property: pytest.FixtureRequest
) -> None:
    record_property("repairs", check_dense(seed).repairs)  # type: ignore[operator]


@pytest.mark.soak
@pytest.mark.parametrize("seed", sorted({*range(200)} - {*DENSE}))
def test_many_dense_documents_keep_every_note_on_its_page(
    seed: int, record_property: pytest.FixtureRequest
) -> None:
    record_property("repairs", check_dense(seed).repairs)  # type: ignore[operator]
