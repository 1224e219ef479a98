# ruff: noqa: E501, a record stands on a line
"""What cannot be is told, of registries and profiles alike, with both places."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.test_rules import codes, examined, profile

from profilegen.check.all_profiles import load_registry
from profilegen.core.languages import is_language, language_code

AGREEMENTS = """\
as_of: 27 April 2026
agreements:
  AAA: {name: A, status: signed, parties: [JPN, NOR], succeeded_by: BBB, signed: 3 May 2024, in_force: 2023}
  BBB: {name: B, status: superseded, parties: [JPN, NOR], succeeded_by: CCC, note: "A pact.\u00b9 It"}
  CCC: {name: C, status: signed, parties: [JPN, NOR], succeeded_by: AAA, signed: 2031}
  DDD: {name: D, status: signed, parties: [JPN, NOR], succeeded_by: DDD, native_titles: {Norsk: D}}
"""
DISPUTES = """\
as_of: August 2025
disputes:
  DS998: {name: On Chips, complainant: [NOR], respondent: [NOR], requested: 5 June 2025}
  DS999: {name: On Ships, complainant: [NOR], respondent: [JPN], requested: 5 June 2999}
"""


def test_a_registry_s_records_make_sense(tmp_path: Path) -> None:
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "agreements.yaml").write_text(AGREEMENTS)
    (tmp_path / "registry" / "disputes.yaml").write_text(DISPUTES)
    found = load_registry(tmp_path).diagnostics
    told = {(d.code, d.place, d.span.line): f"{d.message} {d.hint}" for d in found}
    assert told.keys() == {
        ("PG135", "agreements AAA", 3), ("PG229", "agreements AAA", 3),
        ("PG123", "agreements BBB", 4), ("PG134", "agreements CCC", 5),
        ("PG135", "agreements DDD", 6), ("PG133", "agreements DDD", 6),
        ("PG136", "disputes DS998", 3), ("PG134", "disputes DS999", 4),
    }  # fmt: skip
    circle = told["PG135", "agreements AAA", 3]
    assert "AAA (line 3), BBB (line 4), CCC (line 5), and back to AAA." in circle
    assert "complainant too (line 3)" in told["PG136", "disputes DS998", 3]
    assert "`signed` is 3 May 2024 (line 3)" in told["PG229", "agreements AAA", 3]


def test_dates_that_cannot_be_are_told_and_plans_are_not() -> None:
    body = "list: [{name: T, %s, parties: [JPN], source: meti-2025}]"
    assert codes(profile("economic_treaties", body % "signed: 2031")) == ["PG134"]
    assert codes(profile("economic_treaties", body % "signed: 2024, in_force: 2031")) == []
    (told,) = examined(profile("economic_treaties", body % "signed: 2024, in_force: 2023"))
    assert told.message == "`signed` is 2024 (line 5), `in_force` is 2023 (line 5)."
    known = "list: [{name: RCEP, in_force: 2019, note: So.}]"
    (other, told) = sorted(examined(profile("economic_treaties", known, "")), key=lambda d: d.code)
    assert (other.code, told.code) == ("PG229", "PG308")
    assert "agreements.yaml:" in other.message


def test_languages_stand_as_codes() -> None:
    assert all(
        map(is_language, ("af", "zh-Hans", "pt-BR", "bs-Cyrl", "tpi", "es-419", "ca-valencia"))
    )
    assert not any(map(is_language, ("Afrikaans", "xx", "EN", "zh_Hans", "", "english", "a")))
    for name, code in (
        ("afrikaans", "af"),
        ("zh_hans", "zh-Hans"),
        ("PT-br", "pt-BR"),
        ("Elvish", ""),
    ):
        assert language_code(name) == code


@pytest.mark.parametrize(
    ("field", "names", "meant"),
    [
        ("authors", "[Nkosi, Thandi]", "Thandi Nkosi"),
        ("reviewers", "[Nkosi, Thandi, Dube, Sipho]", "Thandi Nkosi, Sipho Dube"),
        (
            "authors",
            "['Nkosi, Thandi', 'van der Merwe, J. P.']",
            "Thandi Nkosi, J. P. van der Merwe",
        ),
        ("authors", "[Thandi Nkosi, Sipho Dube]", ""),
        ("authors", "[Nkosi, Dube, Zulu]", ""),
        ("authors", "[METI, JETRO]", ""),
        ("authors", "'Ministry of Economy, Trade and Industry'", ""),
    ],
)
def test_a_name_in_two_parts_is_one(field: str, names: str, meant: str) -> None:
    text = f"{field}: {names}\n" + profile("digital_strategy", "not_researched: No.", "")
    hints = [d.hint for d in examined(text)]
    assert hints == ([f"Write {field}: [{meant}]"] if meant else [])


@pytest.mark.parametrize(
    "author",
    ["Ministry of Economy, Trade and Industry", "Tata Motors, Ltd", "{name: 'Paul, Weiss'}",
     "Smith and Jones", "{given: Ann, family: Smith}", "OECD, Paris", "Department for Trade, London"],
)  # fmt: skip
def test_an_institution_is_no_person(author: str) -> None:
    more = f"sources:\n  meti-2025: {{type: report, title: A, author: {author!s}}}\n"
    more = more.replace("author: ", 'author: "').replace("}}", '"}}') if author[0] != "{" else more
    more = more.replace("}\n", '"}\n') if author[0] != "{" else more
    assert codes(profile("digital_strategy", "text: It is. [@meti-2025]", more)) == []
