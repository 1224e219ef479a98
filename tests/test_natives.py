"""Every economy with a name of its own: a new profile prints as it is, and compares."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
from tests import japan, scripts
from tests.quiet import quiet

from profilegen.app.build import Plan, build
from profilegen.app.compare import Request, compare
from profilegen.app.new import new_profile
from profilegen.check.all_profiles import load, load_registry, profile_files
from profilegen.core.registry import Registry
from profilegen.output.laid_text import Laid
from profilegen.output.lost_text import garbled
from profilegen.output.writing_systems import script_of


@cache
def registry() -> Registry:
    value = load_registry(japan.PROFILES).value
    assert value is not None
    return value


def natives() -> list[str]:
    return sorted(code for code, one in registry().economies.records.items() if one.native_name)


def test_every_native_name_is_of_a_script_that_has_a_face() -> None:
    for code in natives():
        name = registry().economies.records[code].native_name or ""
        letters = [sign for sign in name if sign.isalpha() and ord(sign) > 0x2FF]
        known = (0x0370, 0x052F), (0x1E00, 0x1FFF)
        for sign in letters:
            common = any(low <= ord(sign) <= high for low, high in known)
            assert common or script_of(sign), (code, sign)


def _built(codes: list[str], folder: Path, *, shared: bool) -> Path:
    profiles, out = folder / "profiles", folder / "out"
    profiles.mkdir()
    for code in codes:
        new_profile(code, profiles, registry(), "30 November 2026")
    result = build(Plan(profiles, out, ("pdf",), () if shared else tuple(codes)), lambda line: None)
    assert [d.message for d in result.diagnostics if d.severity == "error"] == []
    for code in codes:
        assert (out / "pdf" / f"{code}.pdf").exists(), code
    return profiles


@quiet
def test_new_profiles_of_other_scripts_print(tmp_path: Path) -> None:
    _built(["ISR", "KHM"], tmp_path, shared=False)


@pytest.mark.soak
def test_new_profiles_of_all_economies_with_a_native_name_print(tmp_path: Path) -> None:
    profiles = _built(natives(), tmp_path, shared=True)
    shutil.copy(japan.PROFILES / "JPN.yaml", profiles)
    collection = load(profile_files(profiles), profiles).value
    assert collection is not None
    for code in "SAU ISR IND THA KHM MMR ETH GEO MDV BTN RUS KOR".split():
        request = Request(("JPN", code), "1,2")
        found = compare(collection, profiles, request, tmp_path / f"{code}.pdf", lambda line: None)
        assert [d.message for d in found if d.severity == "error"] == [], code


@pytest.mark.soak
@pytest.mark.parametrize("tag", scripts.languages())
def test_a_profile_in_one_language_alone_prints(tag: str) -> None:
    assert scripts.printed(tag).pages >= 1


@pytest.mark.parametrize(
    ("read", "comes_out"),
    [
        ("عُمان Oman", True),
        ("Oman مانُع not researched", True),  # as pdfium reads it among Latin words
        ("Oman مانع not researched", False),  # without its mark
        ("Oman ماُع not researched", False),  # without a letter
        ("Oman مانُ not researched", False),
    ],
)
def test_a_vocalised_name_is_found_whole_or_told(read: str, comes_out: bool) -> None:
    piece = Laid(1, "", aside=False, text="Oman عُمان")
    assert (not list(garbled([piece], [read], "OMN.yaml"))) == comes_out
