"""The profiles of the repository: clean, within their measure, printed in their scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from tests import comparisons, japan
from tests.known import resolved
from tests.pdf_tools import bare, page_texts
from tests.quiet import quiet
from tests.small import KOREA

from profilegen.check.all_profiles import Collection, profile_files
from profilegen.check.model_validation import validate
from profilegen.core.diagnostic import Diagnostic, Severity
from profilegen.core.model.profile import Profile, entries
from profilegen.core.yaml_source import parse
from profilegen.output import pdf
from profilegen.output.length import length
from profilegen.output.readback import fonts
from profilegen.view.profile.profile import profile_view

CODES = [path.stem for path in profile_files(japan.PROFILES)]


def loaded() -> tuple[Collection, tuple[Diagnostic, ...]]:
    return comparisons.collection(), comparisons.diagnostics()


def profile(code: str) -> Profile:
    return next(i.profile for i in loaded()[0].profiles if i.profile.economy == code)


def test_nothing_is_left_to_mend_but_what_is_waived() -> None:
    found = [d for d in loaded()[1] if d.severity is not Severity.NOTE and not d.waived]
    assert [(d.code, d.place, d.message) for d in found] == []


def test_each_waiver_says_why() -> None:
    for code in CODES:
        assert all(len(waiver.reason.split()) > 4 for waiver in profile(code).waivers), code


@pytest.mark.parametrize("code", CODES)
def test_a_profile_has_seven_sections_whose_entries_have_topics(code: str) -> None:
    assert len(list(profile(code).sections())) == 7
    listed = [p for p in entries(profile(code)) if p.list_name != "goals"]
    assert [p.place for p in listed if not p.entry.topics] == []


@pytest.mark.parametrize("code", CODES)
@quiet
def test_a_profile_prints_in_three_to_twelve_pages_under_its_name(code: str) -> None:
    """Every build says so too (PG425, PG426)."""
    view = profile_view(resolved(profile(code), loaded()[0].registry))
    checked = pdf.profile_pdf(view, japan.press(), code)
    printed = checked.value
    assert printed, checked.diagnostics
    assert list(length(view, printed.pages, code)) == []
    document = pypdfium2.PdfDocument(printed.data)
    name = loaded()[0].registry.economies.records[code].name
    assert document.get_metadata_value("Title").startswith(name)
    if profile(code).status == "draft":
        assert all("DRAFT of" in page for page in page_texts(printed.data)), code


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
    short = validated(KOREA.replace("economy: KOR", f"economy: {code}"))
    checked = pdf.profile_pdf(
        profile_view(resolved(short, loaded()[0].registry)), japan.press(), code
    )
    assert checked.value, checked.diagnostics
    text = page_texts(checked.value.data)[0]
    assert bare(native) in bare(text) or set(native) <= set(text)
    assert any(font in name for name in fonts(checked.value.data))


def validated(text: str) -> Profile:
    tree = parse(text.encode(), "short.yaml").value
    assert tree
    value = validate(tree, Profile).value
    assert value
    return value


def test_japan_holds_all_of_its_basis_in_the_same_order() -> None:
    """What the first seed lists stands in the enriched profile, section by section."""
    grown = [(p.kind.number, p.list_name, p.entry.name_text) for p in entries(profile("JPN"))]
    rest = iter(grown)
    for placed in entries(japan.collection().profiles[0].profile):
        wanted = (placed.kind.number, placed.list_name, placed.entry.name_text)
        assert wanted in rest, wanted


def test_no_profile_names_a_document_sharing_site() -> None:
    sites = re.compile(
        r"scribd|docslib|docplayer|slideshare|studocu|coursehero|pdfslide|vdocument|dokumen\.|"
        r"wikipedia", re.IGNORECASE,
    )  # fmt: skip
    for path in sorted(Path(japan.PROFILES).rglob("*.yaml")):
        assert not sites.search(path.read_text(encoding="utf-8")), path
