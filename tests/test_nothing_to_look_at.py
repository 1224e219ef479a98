"""Who looks at nothing says so, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from profilegen.app.cli import cli
from profilegen.core.model.sections import SECTIONS

GOOD = "economy: JPN\nstatus: draft\nupdated: 18 July 2025\n" + "".join(
    f"{kind.key}: {{not_researched: No.}}\n" for kind in SECTIONS
)
COMMANDS = {
    "validate": ["validate", "--profiles", "{}"],
    "validate FOLDER": ["validate", "{}"],
    "build": ["build", "--profiles", "{}", "--out", "{}/build"],
    "status": ["status", "--profiles", "{}"],
    "compare": ["compare", "JPN", "KOR", "--profiles", "{}", "-o", "{}/x.html"],
}


def run(command: str, folder: Path) -> Result:
    args = [part.replace("{}", str(folder)) for part in COMMANDS[command]]
    return CliRunner().invoke(cli, args)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("made", "told"),
    [
        ([], "It is empty: `profilegen new JPN` begins a profile."),
        (["sub/"], ""),
        (["sub/KOR.yaml"], "KOR.yaml lies in"),
        ([".JPN.yaml"], ".JPN.yaml begins with a dot, so it is not read: rename it JPN.yaml."),
        (["JPN.YAML"], "JPN.YAML does not end in .yaml: rename it JPN.yaml."),
        (["JPN.Yml"], "JPN.Yml does not end in .yaml: rename it JPN.yaml."),
        (["JPN.yaml.txt"], "JPN.yaml.txt does not end in .yaml: rename it JPN.yaml."),
        (["JPN.yaml~"], "JPN.yaml~ does not end in .yaml: rename it JPN.yaml."),
        (["JPN.txt"], "JPN.txt does not end in .yaml: rename it JPN.yaml."),
        (["JPN"], "JPN does not end in .yaml: rename it JPN.yaml."),
        (["x.yaml/"], "x.yaml is a folder; a profile is a file."),
        (["series.yaml"], ""),
        (["README.md"], ""),
    ],
    ids=str,
)
def test_a_folder_without_profiles(
    tmp_path: Path, command: str, made: list[str], told: str
) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    for name in made:
        path = folder / name
        if name.endswith("/"):
            path.mkdir()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(GOOD)
    result = run(command, folder)
    assert result.exit_code == 2
    assert f"Nothing was looked at: {folder} holds no profile" in result.stderr
    assert told in result.stderr
    assert "Nothing to fix" not in result.output
    assert not (folder / "build").exists()


def test_a_folder_called_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    result = run("validate FOLDER", tmp_path / "x.yaml")
    assert result.exit_code == 2
    assert "holds no profile" in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_path_that_does_not_exist(tmp_path: Path, command: str) -> None:
    result = run(command, tmp_path / "nosuch")
    assert result.exit_code == 2
    assert "There is no f" in result.stderr


def test_what_may_be_meant_by_a_missing_path(tmp_path: Path) -> None:
    (tmp_path / "JPN.yaml").write_text(GOOD)
    (tmp_path / "KOR.YAML").write_text(GOOD)
    for path, told in (("JNP.yaml", f"Did you mean {tmp_path / 'JPN.yaml'}?"),
                       ("KOR.yaml", "KOR.YAML does not end in .yaml: rename it KOR.yaml."),
                       ("KOR", "KOR.YAML does not end in .yaml: rename it KOR.yaml.")):  # fmt: skip
        result = run("validate FOLDER", tmp_path / path)
        assert result.exit_code == 2
        assert told in result.stderr


def test_one_missing_path_among_others_is_told(tmp_path: Path) -> None:
    (tmp_path / "JPN.yaml").write_text(GOOD)
    paths = [str(tmp_path / name) for name in ("JPN.yaml", "nosuch")]
    assert CliRunner().invoke(cli, ["validate", *paths]).exit_code == 2


def test_a_file_beside_others_that_is_not_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "JPN.yaml").write_text(GOOD)
    for name in ("KOR.YAML", "USA.yaml.txt", ".CHN.yaml", "IND.yaml~"):
        (tmp_path / name).write_text(GOOD)
    result = run("validate", tmp_path)
    assert result.exit_code == 0
    assert result.output.count("PG015") == 2
    assert "KOR.YAML is not read" in result.output
    assert "Rename it USA.yaml." in result.output
