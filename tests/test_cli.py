"""The command line: what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests import casebook

from profilegen.app.cli import cli, main
from profilegen.core.model.sections import SECTIONS

GOOD = "economy: %s\nstatus: draft\nupdated: 18 July 2025\n" + "".join(
    f"{kind.key}: {{not_researched: Not yet.}}\n" for kind in SECTIONS
)
WARNED = GOOD.replace(
    "regulatory_provisions: {not_researched: Not yet.}", "regulatory_provisions: {list: [A, B]}"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a folder `profiles` that holds one good profile."""
    monkeypatch.chdir(tmp_path)
    profiles = Path("profiles")
    profiles.mkdir()
    (profiles / "JPN.yaml").write_text(GOOD % "JPN")
    return profiles


def run(*args: str) -> Result:
    result = CliRunner().invoke(cli, args)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_clean_folder_ends_with_0(folder: Path) -> None:
    result = run("validate")
    assert (result.exit_code, result.stdout) == (0, "Nothing to fix.\n")


def test_an_error_ends_with_1_and_a_warning_only_where_strict(folder: Path) -> None:
    (folder / "JPN.yaml").write_text(WARNED % "JPN")
    assert run("validate").exit_code == 0
    assert run("validate", "--strict").exit_code == 1
    (folder / "KOR.yaml").write_text("economy: KOR\n")
    assert run("validate").exit_code == 1


@pytest.mark.parametrize(
    "args",
    [
        ["validate", "--profiles", "nowhere"],
        ["validate", "--format", "xml"],
        ["validate", "--as-of", "03/04/2025"],
        ["validate", "--nonsense"],
        ["build", "XYZ"],
        ["build", "--only", "docx"],
        ["build", "--jobs", "0"],
        ["nonsense"],
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(folder: Path, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_without_profiles_is_wrong_usage(folder: Path) -> None:
    (folder / "JPN.yaml").unlink()
    result = run("validate")
    assert result.exit_code == 2
    assert "holds no profile" in result.stderr


def test_an_economy_that_has_no_file_gets_a_hint(folder: Path) -> None:
    result = run("build", "JNP")
    assert result.exit_code == 2
    assert "Did you mean JPN?" in result.stderr


def test_all_broken_files_are_told_at_once(folder: Path) -> None:
    (folder / "AUS.yaml").write_text("economy: [\n")
    (folder / "CHN.yaml").write_text(GOOD.replace("draft", "drafted") % "CHN")
    (folder / "KOR.yaml").write_text(GOOD.replace("18 July", "31 June") % "KOR")
    output = run("validate").stdout
    for place in ("AUS.yaml:2:1", "CHN.yaml:2:9", "KOR.yaml:3:10"):
        assert f"profiles/{place}" in output or place.startswith("AUS")
    assert "3 problems to fix: 3 errors." in output


def test_json_is_json_even_where_files_are_broken(folder: Path) -> None:
    (folder / "AUS.yaml").write_text("economy: [\n")
    result = run("validate", "--format", "json")
    items = json.loads(result.stdout)
    assert [(item["code"], item["file"]) for item in items] == [("PG005", "profiles/AUS.yaml")]
    (folder / "AUS.yaml").unlink()
    assert json.loads(run("validate", "--format", "json").stdout) == []


def test_files_folders_and_codes_can_be_named(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "KOR.yaml").write_text("economy: KOR\n")
    for args in (["other"], ["other/KOR.yaml"], [str(other / "KOR.yaml"), "JPN"]):
        result = run("validate", *args)
        assert result.exit_code == 1
        assert "other/KOR.yaml:1:" in result.stdout
    assert run("validate", "JPN").exit_code == 0
    assert run("validate", "JPN", "profiles/JPN.yaml").stdout == "Nothing to fix.\n"


def test_a_file_needs_no_folder_of_profiles_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "JPN.yaml").write_text(GOOD % "JPN")
    assert run("validate", "JPN.yaml").exit_code == 0
    missing = run("validate", "KOR.yaml")
    assert missing.exit_code == 2
    assert "There is no file or folder KOR.yaml." in missing.stderr


def test_a_profile_grows_old(folder: Path) -> None:
    assert "PG216" not in run("validate", "--as-of", "July 2027").stdout
    assert "PG216" in run("validate", "--as-of", "1 August 2027").stdout


def test_notes_are_shown_where_asked_for(folder: Path) -> None:
    text = (GOOD % "JPN").replace("{not_researched", "{checked: not stated, not_researched", 1)
    (folder / "JPN.yaml").write_text(text)
    assert "1 note on what is not stated" in run("validate").stdout
    assert "PG222" in run("validate", "--notes").stdout


GOLDEN = """\
JPN, section 5 (Treaties): 地域的な包括的経済連携協定 RCPE
profiles/JPN.yaml:9:7  error PG211  "地域的な包括的経済連携協定 RCPE" is not a known agreement.
  9 |     - 地域的な包括的経済連携協定 RCPE
    |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
If it is new, write it out: name, signed, in_force, source.

1 problem to fix: 1 error.
"""


def test_text_looks_like_this_and_has_no_colours(folder: Path) -> None:
    case = next(c for c in casebook.cases() if c.name == "PG211-agreement-misspelt")
    text = case.files["JPN.yaml"].replace("RCPE", "地域的な包括的経済連携協定 RCPE")
    (folder / "JPN.yaml").write_text(text, encoding="utf-8")
    result = run("validate")
    assert result.stdout == GOLDEN
    assert "\x1b" not in result.stdout


def test_a_terminal_gets_colours_but_no_escapes_of_a_file(folder: Path) -> None:
    (folder / "JPN.yaml").write_text("economy: JPN\ntitle: \x1b]0;owned\x07\n")
    coloured = CliRunner().invoke(cli, ["validate"], color=True)
    assert "\x1b[31m" in coloured.stdout
    assert "\x1b]" not in coloured.stdout
    assert "\x07" not in coloured.stdout


def test_help_and_version_end_with_0() -> None:
    assert run("--help").exit_code == 0
    assert run("-h").exit_code == 0
    assert "profilegen" in run("--version").stdout


def ended(monkeypatch: pytest.MonkeyPatch, *args: str) -> object:
    """Run the command as installed; the way in which it ends."""
    monkeypatch.setattr(sys, "argv", ["profilegen", *args])
    with pytest.raises(SystemExit) as caught:
        main()
    return caught.value.code


def failing(error: Exception) -> object:
    def fail(*_args: object, **_more: object) -> object:
        raise error

    return fail


def test_a_fault_of_the_machine_is_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    error = OSError(28, "No space left on device", "profiles/x")
    monkeypatch.setattr("profilegen.check.all_profiles.load", failing(error))
    assert ended(monkeypatch, "validate") == 1
    assert "PG407" in capsys.readouterr().err


def test_a_fault_of_the_program_is_a_sentence_unless_asked_for_more(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("profilegen.check.all_profiles.load", failing(KeyError("x")))
    assert ended(monkeypatch, "validate") == 70
    assert "a fault of its own (KeyError" in capsys.readouterr().err
    monkeypatch.setenv("PROFILEGEN_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["profilegen", "validate"])
    with pytest.raises(KeyError):
        main()


COMMAND = [sys.executable, "-c", "from profilegen.app.cli import main; main()"]


def command(*args: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *args],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **more},
        encoding="utf-8",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
@pytest.mark.parametrize("fault", [OSError(39, "Directory not empty"), ValueError("a model's")])
def test_a_fault_in_the_end_does_not_hide_that_the_run_was_asked_to_end(
    fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pydantic makes a fault of its own of an exception that meets it building a model."""
    before = {number: signal.getsignal(number) for number in ENDING}

    def ended() -> None:
        with suppress(SystemExit):
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(5)
        raise fault

    monkeypatch.setattr("profilegen.app.cli.cli", ended)
    with pytest.raises(SystemExit) as caught:
        main()
    for number, handler in before.items():
        signal.signal(number, handler)
    assert caught.value.code == 143


ENDING = (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM))


def test_a_reader_who_stops_reading_makes_no_traceback(folder: Path) -> None:
    for number in range(20):
        (folder / f"F{number}.yaml").write_text("a: [\n" * 40)
    shell = subprocess.run(
        ["/bin/sh", "-c", '"$@" | head -c 10', "sh", *COMMAND, "validate"],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in shell.stderr


def test_a_terminal_of_few_letters_makes_no_traceback(folder: Path) -> None:
    (folder / "JPN.yaml").write_text((GOOD % "JPN") + "title: [政策]\n", encoding="utf-8")
    result = command("validate", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "Traceback" not in result.stderr
    assert result.returncode in (1, 70)


@pytest.mark.parametrize("case", casebook.cases(), ids=lambda case: case.name)
def test_no_case_makes_a_traceback(case: casebook.Case) -> None:
    if {"print", "build"} & case.told.keys():
        return
    with casebook.saved(case):
        result = run("validate", "--format", "json")
        if case.code in ("PG001", "PG015"):  # the only file of the folder is none
            assert (result.exit_code, "Nothing was looked at" in result.stderr) == (2, True)
            return
        codes = {item["code"] for item in json.loads(result.stdout)}
        late = "as-of" in case.told
        assert late or {code for _, code, _, _ in case.expected} <= codes
