"""The coverage board, and what it counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests import comparisons

from profilegen.app.cli import cli
from profilegen.check.all_profiles import load, profile_files
from profilegen.core.richtext_parser import parse
from profilegen.core.sentences import sentences
from profilegen.view.authoring.coverage import Share, authors, coverage

TEXT = """\
economy: %s
status: %s
authors: [%s]
updated: 18 July 2025
industrial_strategy:
  text: |
    The ministry set out a new direction. [@a] It is new.
  strategies:
    - {title: A plan, source: a}
digital_strategy: {none_found: No such strategy.}
constitutional_provisions: {not_applicable: There is none.}
regulatory_provisions:
  list:
    - {title: First Act, source: act}
    - {title: Second Act, source: a}
    - {title: Third Act, source: gazette}
    - title: Fourth Act
economic_treaties: {list: [RCEP]}
plurilaterals: {not_researched: Not yet.}
open_points: [Whether it is so.]
sources:
  a: {type: webpage, title: A page, author: A Newspaper, issued: 2024}
  act: {type: legislation, title: First Act, number: No 1}
  gazette: {type: document, title: Notice, author: "Ministry of Economy, Trade and Industry"}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    (profiles / "JPN.yaml").write_text(TEXT % ("JPN", "draft", "A. Author"))
    (profiles / "KOR.yaml").write_text(TEXT % ("KOR", "reviewed", "A. Author, B. Author"))
    return profiles


def rows(folder: Path):  # type: ignore[no-untyped-def]
    loaded = load(profile_files(folder), folder)
    assert loaded.value is not None
    return coverage(loaded.value, loaded.diagnostics)


def test_the_board_counts_what_stands_in_the_file(folder: Path) -> None:
    row = rows(folder)[0]
    assert row.code == "JPN"
    assert [s.state for s in row.sections] == [
        "written", "none_found", "not_applicable", "written", "written", "not_researched",
        "missing",
    ]  # fmt: skip
    assert [s.entries for s in row.sections] == [1, 0, 0, 4, 1, 0, 0]
    assert (row.sourced, row.sentences) == (Share(5, 6), Share(1, 2))
    assert row.official == Share(2, 4)  # a law, and a ministry's notice
    assert (row.months, row.open_points, row.errors) == (0, 1, 0)
    assert row.warnings == 3  # PG102, PG217, PG227


def test_findings_are_told_by_author(folder: Path) -> None:
    told = {row.name: (row.economies, row.findings) for row in authors(rows(folder))}
    assert told == {"A. Author": (("JPN", "KOR"), 7), "B. Author": (("KOR",), 4)}


def test_the_command_prints_the_board(folder: Path) -> None:
    result = CliRunner().invoke(cli, ["status"])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split()[:3] == ["status", "s1", "s2"]
    assert lines[1].split() == [
        "JPN", "draft", "1", "none", "n/a", "4", "1", "open", "-", "6", "83%", "50%", "50%",
        "0", "mo", "3", "0", "1",
    ]  # fmt: skip
    assert "A. Author: JPN, KOR; 7 problems to fix" in lines


def test_a_broken_file_is_named_and_does_not_stop_the_board(folder: Path) -> None:
    (folder / "USA.yaml").write_text("economy: USA\n")
    result = CliRunner().invoke(cli, ["status"])
    assert result.exit_code == 0
    assert "USA.yaml has findings of its own" in result.stderr
    assert "KOR" in result.stdout


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("One. [@a] Two.", [True, False]),
        ("One [@a], and so on. Two. [@b]", [True, True]),
        ("Act No. 98 of 2013 (s. 4) stands. [@a]", [True]),
        ("In the U.S. Congress it passed. [@a] *Why?* Nobody says.", [True, False]),
        ("He said: \u201cIt is so.\u201d [@a] She did not.", [True, False]),
        ("No end", [False]),
        ("Am 2. Januar trat es in Kraft. [@a] Der 2. Senat im 3. Quartal. [@a]", [True, True]),
        ("Mr. Ng of Acme Ltd. met Dr. Li. [@a] It was so. [@a]", [True, True]),
        ("“It is. It was,” he said (see p. 3. Or 4.). [@a]", [True]),
        ("It has three aims: [@a]\n\n- It cuts costs.\n- It pays.", [True, True]),
        ("The aims are:\n\n- to cut;\n- to pay. [@a]", [True]),
        ("The aims are:\n\n- to cut;\n- to pay.", [False]),
        ("The aims are:\n\n[[goals]]\n\nAnn Lee, Bo Ek and Cy Om.\n\nOf Aims", []),
        ("It has an aim:\n\nIt is this.", [False]),
        ("Six treaties follow.", []),
    ],
)
def test_sentences_are_told_apart(text: str, cited: list[bool]) -> None:
    assert [sentence.noted for sentence in sentences(parse(text).blocks)] == cited


def test_the_repositorys_own_profiles_rest_on_sources() -> None:
    for row in coverage(comparisons.collection(), comparisons.diagnostics()):
        assert row.sentences.part == row.sentences.whole, row.code
        assert row.sourced.whole - row.sourced.part <= row.waived, row.code
        assert row.official.part >= 0.6 * row.official.whole, row.code
