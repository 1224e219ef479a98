"""Faces decide nothing by chance: named files only, every script, every letter out again."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2
import pytest
from tests import japan, scripts
from tests.pdf_tools import page_texts

from profilegen.output import fonts, lost_text, pdf, readback
from profilegen.output.expected_in_print import PrintManifest
from profilegen.output.writing_systems import script_for

NOTHING = PrintManifest({}, {})


def document(body: str, style: str = "") -> str:
    return f'<html lang="en"><title>x</title><style>{style}</style><h1>Words</h1>{body}</html>'


def printed(body: str, style: str = "") -> bytes:
    checked = pdf.print_pages(document(body, style), NOTHING, japan.press(), "x")
    assert checked.value is not None, checked.diagnostics
    return checked.value.data


@cache
def pdfium() -> str:
    return "\n".join(page_texts(scripts.printed().data))


@cache
def poppler(data: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        told = subprocess.run(["pdftotext", file.name, "-"], capture_output=True, check=True)
    return told.stdout.decode()


LANGUAGES = tuple(scripts.languages())


def words_of(tag: str) -> list[str]:
    """Words of a language's texts without the signs about them, and without what joins letters."""
    own = scripts.languages()[tag]
    return [
        word
        for text in own.values()
        for word in map(scripts.bare, re.split(r"[\s()\[\]（）]+", text))
        if any(map(str.isalpha, word))
    ]


def test_every_language_comes_out_of_the_file_as_it_was_typed() -> None:
    heard = scripts.bare(pdfium())
    for tag in LANGUAGES:
        assert scripts.bare(scripts.languages()[tag]["sentence"]) in heard, tag
        for word in words_of(tag):
            assert word in heard, (tag, word)


def test_another_reader_finds_the_same_words() -> None:
    heard = scripts.bare(poppler(scripts.printed().data))
    for tag in LANGUAGES:
        script = script_for(tag)
        for word in words_of(tag):
            bare = word.rstrip(".,،۔") if script and script.rtl else word
            assert bare in heard, (tag, word)


def test_every_language_is_found_by_search() -> None:
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(scripts.printed().data)]
    for tag, own in scripts.languages().items():
        wanted = max(own["name"].split(), key=len)
        assert any(page.search(wanted).get_next() for page in pages), tag


def test_every_language_passes_pdf_ua() -> None:
    report = page_validation.validate_pdf_bytes(scripts.printed().data, profile="ua1")
    assert [f"{one.rule_id}: {one.message}" for one in report.failures] == []


def test_only_named_faces_are_used_and_each_script_has_its_own() -> None:
    used = readback.fonts(scripts.printed().data)
    assert readback.foreign_fonts(scripts.printed().data) == []
    for tag in LANGUAGES:
        if script := script_for(tag):
            assert any(name.startswith(script.family.replace(" ", "-")) for name in used), tag


def test_a_letter_that_is_taken_out_is_caught_in_every_language() -> None:
    view = scripts.view()
    page = pdf.page_source(view)
    sentences = [own["sentence"] for own in scripts.languages().values()]
    for sentence in sentences:
        heads = (sentence[:at] for at in range(7, len(sentence)) if sentence[at - 1].isalpha())
        head = next(h for h in heads if sum(other.startswith(h) for other in sentences) == 1)
        assert head in page
        page = page.replace(head, head[:-1])
    checked = pdf.print_pages(page, PrintManifest.of(view), japan.press(), "x")
    told = [d.message for d in checked.diagnostics if d.code == "PG410"]
    for sentence in sentences:
        assert any(sentence[:20] in message for message in told), sentence


def test_no_font_has_a_sign_that_says_nothing() -> None:
    assert list(lost_text.unmapped(scripts.printed().data, "x")) == []


def test_shaped_words_carry_what_they_say() -> None:
    with pikepdf.open(io.BytesIO(scripts.printed().data)) as file:
        told = b"".join(page.Contents.read_bytes() for page in file.pages)
    for tag in ("km", "my", "hi", "th", "ta"):
        assert any(word.encode("utf-16-be").hex().encode() in told for word in words_of(tag)), tag


# ----------------------------------------------------------------- hyphens

NARROW = "p { width: 90px; hyphens: auto; hyphenate-limit-chars: 6 3 3; font-family: %s }"


@pytest.mark.parametrize("family", ["Source Serif Pro", "Source Sans Pro"])
@pytest.mark.parametrize("style", ["normal", "italic"])
def test_hyphens_of_a_line_are_soft_and_typed_ones_are_typed(family: str, style: str) -> None:
    words = ["industrialisation", "e-commerce", "Medium-Term", "internationalisation"]
    css = NARROW % f'"{family}"; font-style: {style}'
    data = printed(f"<p>{' '.join(words)} a well-known re-entry</p>", css)
    for text in (page_texts(data)[0], poppler(data)):
        joined = re.sub(r"(\u00ad|\ufffe)\s*", "", text)
        plain = re.sub(r"-\s+", "-", joined)
        for word in (*words, "well-known", "re-entry"):
            assert word in plain, (word, text)
        assert "\u2010" not in text
    assert "\u00ad" in poppler(data)
    assert all(name.startswith(family.replace(" ", "-")) for name in readback.fonts(data)
               if "Bold" not in name and "Light" not in name and "Noto" in name)  # fmt: skip
    assert not any("Noto" in name for name in readback.fonts(data))


@pytest.mark.parametrize("sheet", ["print/print.css", "compare/print.css", "print/matrix.css"])
def test_an_address_is_never_hyphenated(sheet: str) -> None:
    style = pdf.style_sheet(sheet=sheet)
    assert ".address, .digest { hyphens: none; }" in style
    assert 'html { hyphenate-character: "-"; }' in style


def test_the_copied_address_is_the_typed_one() -> None:
    address = "https://www.example-institute.org/industrial-competitiveness/medium-term/plan_2030"
    data = printed(
        f'<p>See <a class="address" href="{address}">{address}</a></p>', NARROW % "serif"
    )
    assert address in re.sub(r"\s", "", poppler(data))
    assert address in re.sub(r"[\s\u00a0]", "", page_texts(data)[0])


SIGNS = "≤ ∞ ⁻ ³ Ⅳ № → ✓ ★ ① € ₹ ₩ ₪ ½ ‰ − × ≠ ≈ √ Σ Ω µ ° § ¶ † ‡ …"


@pytest.mark.usefixtures("traced_layouts")
def test_signs_print() -> None:
    heard = page_texts(printed(f"<p>{SIGNS}</p><p><em>{SIGNS}</em></p>"))[0]
    for sign in SIGNS.split():
        assert heard.count(sign) == 2, sign


# ------------------------------------------------------- nothing by chance

_PRINT = """
import hashlib, sys
from profilegen.output import pdf
from profilegen.output.expected_in_print import PrintManifest
assert pdf.libraries_missing() is None
page = open(sys.argv[1], encoding="utf-8").read()
made = pdf.print_pages(page, PrintManifest({}, {}), pdf.Press(), "x").value
print(hashlib.sha256(made.data).hexdigest())
"""


def test_another_machine_s_fonts_and_languages_change_no_byte(tmp_path: Path) -> None:
    """Fonts that fontconfig prefers, and a user of another language."""
    strange = tmp_path / "fonts"
    strange.mkdir()
    for file in list(fonts.installed().values())[:3]:
        shutil.copy(file, strange / f"Strange{file.name}")
    conf = tmp_path / "fonts.conf"
    conf.write_text(f"<fontconfig><dir>{strange}</dir></fontconfig>")
    source = tmp_path / "page.html"
    source.write_text(document(
        "<p>Industry 日本 直 № Ⅳ រដ្ឋ رؤية e-commerce → ✓</p>"
        '<svg width="90" height="20"><title>t</title><text y="9">直 भारत</text></svg>'
    ), "utf-8")  # fmt: skip
    machines = [
        {"LANG": "C.UTF-8"},
        {"LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "ja:ko", "PANGO_LANGUAGE": "ja",
         "FC_LANG": "ja", "FONTCONFIG_FILE": str(conf), "HOME": str(tmp_path)},
    ]  # fmt: skip
    digests = {
        subprocess.run(
            [sys.executable, "-c", _PRINT, source],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)} | machine,
            capture_output=True, text=True, check=True,
        ).stdout
        for machine in machines
    }  # fmt: skip
    assert len(digests) == 1


def test_printing_leaves_the_environment_and_the_temporary_folder_as_they_were() -> None:
    before = dict(os.environ), set(Path(tempfile.gettempdir()).glob("weasyprint-*"))
    pdf.Press()
    assert (dict(os.environ), set(Path(tempfile.gettempdir()).glob("weasyprint-*"))) == before


def test_a_missing_face_names_its_package_and_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {k: v for k, v in fonts.installed().items() if "Khmer" not in k and "CJK" not in k}
    monkeypatch.setattr(fonts, "installed", lambda: there)
    page = document("<p>A រដ្ឋ and a 直</p>")
    found = pdf.print_pages(page, NOTHING, pdf.Press(), "x").diagnostics
    hints = {d.place: d.hint for d in found if d.code == "PG405"}
    assert "apt-get install fonts-noto-core" in hints["U+178A"]
    assert "NotoSerifKhmer-Regular" in hints["U+178A"]
    assert "apt-get install fonts-noto-cjk" in hints["U+76F4"]


def test_a_folder_of_the_user_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = shutil.copy(fonts.installed()["NotoSerifKhmer-Regular"], tmp_path)
    monkeypatch.setenv(fonts.FOLDERS, str(tmp_path))
    assert fonts.installed()["NotoSerifKhmer-Regular"] == Path(own)


def test_the_record_names_each_file_with_version_and_digest() -> None:
    record = {used.file: used for used in fonts.record()}
    assert len(record) == len(fonts.files())
    serif = record["SourceSerifPro-Regular.otf"]
    assert serif.version.startswith("Version")
    assert re.fullmatch("[0-9a-f]{64}", serif.sha256)
    assert any(name.startswith("NotoSerifCJK") for name in record)


def test_the_configuration_of_fonts_is_that_of_the_scripts() -> None:
    assert fonts.CONFIGURATION.read_text("utf-8") == fonts.configuration()
    assert "<dir" not in fonts.configuration()


def test_another_version_of_weasyprint_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import weasyprint

    monkeypatch.setattr(weasyprint, "__version__", "71.2")
    found = pdf.libraries_missing()
    assert found is not None
    assert found.code == "PG406"
    assert found.message == "Printing needs WeasyPrint 70.0; 71.2 is installed."
    assert "pip install weasyprint==70.0" in found.hint
    requirements = (japan.ROOT / "pyproject.toml").read_text("utf-8")
    assert f'"weasyprint=={pdf.WEASYPRINT}"' in requirements
