"""The profiles of the repository: clean, within their measure, printed in their scripts."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from tests import japan
from tests.pdf_tools import bare, page_texts

from profilegen.check.collection import Collection, load, profile_files
from profilegen.core.diagnostic import Diagnostic, Severity
from profilegen.core.model.profile import Profile, entries
from profilegen.output import pdf
from profilegen.view.profile import profile_view

CODES = [path.stem for path in profile_files(japan.PROFILES)]


@cache
def loaded() -> tuple[Collection, tuple[Diagnostic, ...]]:
    checked = load(profile_files(japan.PROFILES), japan.PROFILES)
    assert checked.value is not None
    return checked.value, checked.diagnostics


def profile(code: str) -> Profile:
    return next(i.profile for i in loaded()[0].profiles if i.profile.economy == code)


@cache
def printed(code: str) -> pdf.Printed:
    own = loaded()[0]
    view = profile_view(profile(code), own.registry)
    checked = pdf.profile_pdf(view, japan.press(), f"profiles/{code}.yaml")
    assert checked.value is not None, checked.diagnostics
    return checked.value


def test_nothing_is_left_to_mend_but_what_is_waived() -> None:
    found = [d for d in loaded()[1] if d.severity is not Severity.NOTE and not d.waived]
    assert [(d.code, d.place, d.message) for d in found] == []


def test_each_waiver_says_why() -> None:
    for code in CODES:
        assert all(len(waiver.reason.split()) > 4 for waiver in profile(code).waivers), code


@pytest.mark.parametrize("code", CODES)
def test_a_profile_has_seven_sections_in_three_to_eight_pages(code: str) -> None:
    assert len(list(profile(code).sections())) == 7
    assert 3 <= printed(code).pages <= 8
    listed = [p for p in entries(profile(code)) if p.list_name != "goals"]
    assert 15 <= sum(p.list_name != "remedies" for p in listed) <= 40
    untagged = [p.place for p in listed if not p.entry.topics]
    assert untagged == []


@pytest.mark.parametrize(
    ("code", "native", "font"),
    [
        ("JPN", "日本", "Noto-Serif-CJK-JP"),
        ("KOR", "대한민국", "Noto-Serif-CJK-KR"),
        ("CHN", "中国", "Noto-Serif-CJK-SC"),
        ("IND", "भारत", "Noto-Serif-Devanagari"),
    ],
)
def test_native_names_print_in_their_scripts(code: str, native: str, font: str) -> None:
    data = printed(code).data
    text = page_texts(data)[0]
    assert bare(native) in bare(text) or set(native) <= set(text)
    assert re.search(font.encode(), _fonts(data))


def _fonts(data: bytes) -> bytes:
    import pikepdf

    with pikepdf.open(__import__("io").BytesIO(data)) as document:
        names = {
            str(font.get("/BaseFont", ""))
            for page in document.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    return "\n".join(sorted(names)).encode()


def test_every_page_says_that_a_draft_is_one() -> None:
    for code in CODES:
        if profile(code).status == "draft":
            pages = page_texts(printed(code).data)
            assert all("DRAFT of" in page for page in pages), code


def test_japan_holds_all_of_its_basis_in_the_same_order() -> None:
    """What the first seed lists stands in the enriched profile, section by section."""
    grown = [(p.kind.number, p.list_name, p.entry.name_text) for p in entries(profile("JPN"))]
    rest = iter(grown)
    for placed in entries(japan.collection().profiles[0].profile):
        wanted = (placed.kind.number, placed.list_name, placed.entry.name_text)
        assert wanted in rest, wanted


def test_a_pdf_of_each_economy_has_its_name_as_title() -> None:
    for code in CODES:
        document = pypdfium2.PdfDocument(printed(code).data)
        name = loaded()[0].registry.economies.records[code].name
        assert document.get_metadata_value("Title").startswith(name)


def test_no_profile_names_a_document_sharing_site() -> None:
    sites = re.compile(
        r"scribd|docslib|docplayer|slideshare|studocu|coursehero|pdfslide|vdocument|dokumen\.|"
        r"wikipedia", re.IGNORECASE,
    )  # fmt: skip
    for path in sorted(Path(japan.PROFILES).rglob("*.yaml")):
        assert not sites.search(path.read_text(encoding="utf-8")), path
