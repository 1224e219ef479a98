"""What is too much is refused with the limit; what is not takes no more than its share of time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.known import resolved
from tests.quiet import quiet

from profilegen.check.all_profiles import load
from profilegen.core.diagnostic import Diagnostic, Severity
from profilegen.core.model.sections import SECTIONS
from profilegen.core.registry import nearest
from profilegen.core.table_grid import grid
from profilegen.core.wto_cases import astray, wto_number
from profilegen.view.profile.profile import profile_view

HEAD = "economy: JPN\nstatus: draft\nupdated: 18 July 2025\n"
SOURCES = "sources:\n  a: {type: report, title: A report, issued: 2025}\n"
GIANT = "9" * 500


def profile(key: str, body: str) -> str:
    """A profile of which one section has a body."""
    rest = (f"{kind.key}: {{not_researched: No.}}\n" for kind in SECTIONS if kind.key != key)
    return f"{HEAD}{''.join(rest)}{key}:\n{body}{SOURCES}"


def found(folder: Path, text: str) -> list[Diagnostic]:
    """What there is to mend; where nothing is, the page is made as well."""
    path = folder / "JPN.yaml"
    path.write_text(text)
    loaded = load([path], folder)
    assert loaded.value
    for item in loaded.value.profiles:
        profile_view(resolved(item.profile, loaded.value.registry))
    return [d for d in loaded.diagnostics if d.severity is not Severity.NOTE]


@dataclass(frozen=True)
class Spanned:
    columns: int
    rows: int


@quiet
def test_the_places_of_3000_rows_of_wide_cells_take_no_minute() -> None:
    cells = list(quiet(grid)([[Spanned(40, 200)] for _ in range(3_000)]))
    assert len(cells) == 3_000
    assert cells[1][1] == 40
    assert cells[200][1] == 0  # where the first ends


def test_a_span_is_passed_by_the_rows_below_it() -> None:
    rows = [[Spanned(1, 3), Spanned(2, 1)], [Spanned(1, 1)], [Spanned(1, 1), Spanned(1, 1)]]
    assert [(row, column) for row, column, _ in grid(rows)] == [
        (0, 0), (0, 1), (1, 1), (2, 1), (2, 2),
    ]  # fmt: skip


TABLE = """  text: One. [@a]
  tables:
    t:
      caption: T
      source: a
      head: [A, B]
      rows:
"""


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (TABLE + "        - [x, y]\n" * 3_000, "`rows` has 3,000 parts; at most 300 are read."),
        (TABLE + "        - [{text: x, columns: 40, rows: 200}, y]\n",
         "`rows`, item 1,: a row fills at most 40 columns."),
        (TABLE + f"        - [{', '.join(['x'] * 5_000)}]\n",
         "`rows`, item 1,: a row fills at most 40 columns."),
        ("  observations:\n    list:\n"
         + "      - {indicator: chip-fund, period: 2020, value: USD 1}\n" * 1_500,
         "`list` has 1,500 parts; at most 500 are read."),
        ("  programmes:\n    list:\n" + "      - {title: P, source: a}\n" * 3_000,
         "`list` has 3,000 parts; at most 500 are read."),
        ("  figures:\n" + "    f%d: {caption: F, indicators: [chip-fund]}\n" * 50 % (*range(50),),
         "`figures` has 50 parts; at most 40 are read."),
    ],
)  # fmt: skip
def test_what_no_page_holds_is_refused_with_its_limit(
    tmp_path: Path, body: str, message: str
) -> None:
    start = time.process_time()
    told = found(tmp_path, profile("industrial_strategy", body))
    assert [(d.code, d.message) for d in told] == [("PG111", message)]
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("key", "body"),
    [
        ("regulatory_provisions", "  list: [{title: Act, year: %s, source: a}]\n"),
        ("regulatory_provisions", "  list: [{title: Act, number: Act No %s of 2013, source: a}]\n"),
        ("regulatory_provisions", '  list: [{title: Act, source: "a, p %s"}]\n'),
        ("constitutional_provisions", "  list: [{article: Art %s, source: a}]\n"),
        ("proceedings", "  counts: [{forum: WTO, complainant: %s, as_of: 2024, source: a}]\n"),
        ("proceedings", "  counts: [WTO]\n  disputes: [DS%s]\n"),
        ("proceedings", "  counts: [WTO]\n  disputes: {list: [{case: DS%s, title: T, source: a, "
         "complainant: JPN, respondent: USA, requested: 2020}]}\n"),
        ("industrial_strategy", "  text: One. [@a, p %s]\n"),
        ("industrial_strategy", "  text: Spent %s. [@a]\n"),
        ("industrial_strategy", "  observations: {source: a, list: [{indicator: chip-fund, "
         "period: 2020, value: USD %s}]}\n"),
        ("industrial_strategy", "  observations: {source: a, list: [{indicator: chip-fund, "
         "period: %s, value: USD 1}]}\n"),
        ("industrial_strategy", "  text: One. [@a]\n  tables: {t: {caption: T, source: a, "
         "head: [A, B], rows: [[x, %s]], total: [y, 1]}}\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("digits", [GIANT, "9" * 5_000, "\u00b2", "\u0663"], ids=len)
def test_a_giant_number_stops_nothing(tmp_path: Path, key: str, body: str, digits: str) -> None:
    start = time.process_time()
    told = found(tmp_path, profile(key, body.replace("%s", digits)))
    assert all(len(d.message) < 500 for d in told)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("edition", ["2", "\u00b2", GIANT, "9" * 5_000])
def test_an_edition_may_be_any_word(tmp_path: Path, edition: str) -> None:
    text = profile("industrial_strategy", "  text: One. [@a]\n")
    found(tmp_path, text.replace("type: report", f'type: book, edition: "{edition}"'))


def test_a_giant_case_of_the_registry_names_no_99000_others(tmp_path: Path) -> None:
    (tmp_path / "registry").mkdir()
    record = "{name: T, complainant: [USA], respondent: [JPN], requested: 2024}"
    for key in ("DS99999", f"DS{GIANT}", "DS\u00b2"):
        (tmp_path / "registry" / "disputes.yaml").write_text(
            f"as_of: May 2026\ndisputes:\n  {key}: {record}\n", encoding="utf-8"
        )
        told = found(tmp_path, profile("proceedings", "  counts: [WTO]\n"))
        codes = [d.code for d in told if d.code != "PG202"]
        assert codes == (["PG131"] if key.isascii() else [])


def test_the_number_of_a_case() -> None:
    assert [wto_number(c) for c in ("DS44", "DS\u00b2", "ICSID 3", "")] == [44, None, None, None]
    assert wto_number("DS" + GIANT) == 999_999_999
    assert astray(["DS1", "DS501", "DS2000", "DS3000"]) == "DS2000"
    assert astray(["DS1", "DS501", "Other"]) == ""


def test_a_near_word_is_found_among_thousands_at_once() -> None:
    known = [f"Act on matter {number} of the year" for number in range(6_000)]
    start = time.process_time()
    assert nearest("Act on mattr 4711 of the year", known) == "Act on matter 4711 of the year"
    assert time.process_time() - start < 2
    assert nearest("JNP", ["JPN", "KOR"]) == "JPN"
    assert nearest("x", []) == ""
