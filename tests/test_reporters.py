"""Findings as text and as JSON."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import CODES, LONGEST, finding
from profilegen.output.reporters import WIDTH, as_json, text

ESCAPE = "\x1b"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def at(line: int, column: int, end: int, place: str = "") -> Diagnostic:
    span = Span("JPN.yaml", line, column, line, end)
    message = '"RCPE" is not a known agreement.'
    return finding("PG211", span, message, "Did you mean RCEP?", place=place)


def test_a_finding_shows_its_place_the_line_and_what_to_do(here: Path) -> None:
    (here / "JPN.yaml").write_text("list:\n  - RCPE\n")
    assert text([at(2, 5, 9, place="economic_treaties RCPE")]) == (
        "JPN, section 5 (Treaties): RCPE\n"
        'JPN.yaml:2:5  error PG211  "RCPE" is not a known agreement.\n'
        "  2 |   - RCPE\n"
        "    |     ^^^^\n"
        "Did you mean RCEP?\n"
        "\n"
        "1 problem to fix: 1 error.\n"
    )


def test_carets_stand_below_wide_characters(here: Path) -> None:
    (here / "JPN.yaml").write_text("title: 産業が\u0301 RCPE 政策\n")
    lines = text([at(1, 13, 17)]).split("\n")
    assert lines[2] == "    | " + " " * (7 + 6 + 1) + "^^^^"
    lines = text([at(1, 8, 10)]).split("\n")
    assert lines[2] == "    | " + " " * 7 + "^^^^"


def test_a_long_line_is_shown_around_the_place(here: Path) -> None:
    (here / "JPN.yaml").write_text("a" * 500 + "RCPE" + "b" * 500)
    shown = text([at(1, 501, 505)]).split("\n")
    assert shown[1] == "  1 | " + "a" * (WIDTH // 2) + "RCPE" + "b" * (WIDTH // 2 - 4)
    assert shown[2] == "    | " + " " * (WIDTH // 2) + "^^^^"


def test_a_place_of_several_lines_is_marked_to_the_end_of_its_first(here: Path) -> None:
    (here / "JPN.yaml").write_text("one two\nthree\n")
    found = finding("PG112", Span("JPN.yaml", 1, 5, 2, 3), "Nothing.")
    assert "    |     ^^^\n" in text([found])


def test_nothing_that_a_terminal_obeys_is_printed(here: Path) -> None:
    name = f"J{ESCAPE}[2JPN.yaml"
    (here / name).write_text(f"a: {ESCAPE}[31m\u202ered\x9b\n")
    span = Span(name, 1, 4, 1, 5)
    found = finding("PG014", span, f"Bad {ESCAPE}.", f"{ESCAPE}!", place=f"proceedings {ESCAPE}")
    for shown in (text([found]), text([found.waive(f"{ESCAPE}because")])):
        assert ESCAPE not in shown
        assert "\x9b" not in shown
        assert "\u202e" not in shown
    assert ESCAPE not in as_json([found])


def test_what_cannot_be_shown_is_left_out(here: Path) -> None:
    (here / "folder").mkdir()
    os.mkfifo(here / "pipe")
    for name in ("nothing.yaml", "folder", "pipe", "a\0b"):
        shown = text([finding("PG001", Span(name), "It is no file.")])
        assert " | " not in shown
    (here / "short.yaml").write_text("a")
    assert " | " not in text([finding("PG011", Span("short.yaml", 9), "It ends before.")])


def test_a_file_that_changed_is_read_again(here: Path) -> None:
    for word in ("RCPE", "CPTP"):
        (here / "JPN.yaml").write_text(f"- {word}\n")
        assert f"- {word}\n" in text([at(1, 3, 7)])


def test_a_very_long_message_is_shortened() -> None:
    found = finding("PG115", Span("a"), f'"{"x" * 100_000}" is not a citation.')
    assert len(found.message) < LONGEST
    assert found.message.endswith('" is not a citation.')


def test_the_last_line_counts_what_is_to_mend_and_what_is_not() -> None:
    note = finding("PG222", Span("a"), "`checked` is not stated.")
    warning = finding("PG217", Span("a"), "No source.")
    assert text([]) == "Nothing to fix.\n"
    assert text([at(1, 1, 2), warning, warning]).endswith(
        "3 problems to fix: 1 error, 2 warnings.\n"
    )
    silent = "Nothing to fix. 1 note on what is not stated (--notes shows).\n"
    assert text([note]) == silent
    assert text([note], notes=True).endswith("Nothing to fix.\n")
    assert text([warning.waive("So.")]).endswith("Nothing to fix. 1 waived.\n")


def test_waived_findings_are_listed_with_their_reason() -> None:
    found = finding("PG217", Span("a", 3, 4), "No source.", place="proceedings").waive("So.")
    assert "Waived, with a reason:\n  a:3:4  PG217 proceedings\n      reason: So.\n" in text(
        [found]
    )


def test_json_has_one_object_a_finding() -> None:
    (item,) = json.loads(as_json([at(2, 5, 9, place="economic_treaties")]))
    assert item == {
        "code": "PG211",
        "severity": "error",
        "file": "JPN.yaml",
        "line": 2,
        "column": 5,
        "end_line": 2,
        "end_column": 9,
        "message": '"RCPE" is not a known agreement.',
        "hint": "Did you mean RCEP?",
        "place": "economic_treaties",
        "waived": "",
        "fix": None,
    }
    assert json.loads(as_json([])) == []


def test_json_takes_a_file_name_that_is_no_text() -> None:
    name = os.fsdecode(b"J\xffPN.yaml")
    (item,) = json.loads(as_json([finding("PG001", Span(name), "No.")]))
    assert item["file"] == "J?PN.yaml"


def test_every_code_says_what_to_do_in_whole_sentences() -> None:
    for code in CODES.values():
        assert code.help.endswith((".", ")."))
        assert code.summary[:1] in "'`" or code.summary[0].islower() or code.summary[:2].isupper()
