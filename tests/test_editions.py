"""What a build replaces, removes and tells; how commands end that could not write."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests import japan
from tests.few_pages import UNPRINTABLE, build, built, errors, few_pages, save

from profilegen.app.cli import cli, main
from profilegen.app.whole_output_folder import OutputFolder

__all__ = ["few_pages"]

pytestmark = pytest.mark.usefixtures("few_pages", "unmeasured")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return save(tmp_path / "profiles", JPN="Chips come first.", KOR="Ships come first.")


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def test_files_of_a_profile_that_is_gone_go(folder: Path) -> None:
    save(folder, ZAF="Gold came first.")
    build(folder, only=("html",))
    assert {"ZAF.html", "data/compare/ZAF.js"} <= built(folder).keys()
    (folder / "ZAF.yaml").unlink()
    build(folder, only=("html",), economies=("JPN",))
    files = built(folder)
    assert not {"ZAF.html", "data/compare/ZAF.js"} & files.keys()
    assert not any(b"ZAF" in files[name] for name in ("index.html", "section-1.html"))
    assert {"JPN.html", "KOR.html"} <= files.keys()


def test_a_build_of_pages_leaves_the_pdfs(folder: Path) -> None:
    build(folder, only=("pdf",), economies=("JPN",))
    build(folder, only=("html",))
    assert b"pdf/JPN.pdf" in built(folder)["JPN.html"]
    (folder / "JPN.yaml").unlink()
    build(folder, only=("html",))
    assert "pdf/JPN.pdf" not in built(folder)


def test_a_page_that_somebody_removed_is_not_linked(folder: Path) -> None:
    build(folder, only=("html",))
    (folder.parent / "build/KOR.html").unlink()
    build(folder, only=("html",), economies=("JPN",))
    assert b"KOR.html" not in built(folder)["index.html"]
    assert b"KOR.html" not in built(folder)[".profilegen.json"]


def test_without_its_page_a_pdf_that_fails_leaves_the_one_before(folder: Path) -> None:
    build(folder, only=("pdf",), economies=("JPN", "KOR"))
    before = built(folder)
    save(folder, JPN=UNPRINTABLE, KOR="Ships come last.")
    result, _ = build(folder, only=("pdf",), economies=("JPN", "KOR"))
    assert errors(result) == [("PG405", "JPN.yaml")]
    assert built(folder)["pdf/JPN.pdf"] == before["pdf/JPN.pdf"]
    assert built(folder)["pdf/KOR.pdf"] != before["pdf/KOR.pdf"]


def test_the_record_says_what_was_made_and_with_what(folder: Path) -> None:
    build(folder, only=("html",))
    record = json.loads(built(folder)[".profilegen.json"])
    assert set(record["files"]) == built(folder).keys() - {".profilegen.json"}
    assert record["files"]["JPN.html"]["profile"] == "JPN.yaml"
    assert {"profilegen", "weasyprint", "SourceSerifPro-Regular.otf"} <= record["versions"].keys()


def test_what_is_refused_is_said_before_any_work(folder: Path) -> None:
    Path("mine").mkdir()
    Path("mine/thesis.docx").write_text("years of work")
    for out in ("mine", "profiles", ".", "profiles/build"):
        result = run("build", "--only", "html", "--out", out)
        assert result.exit_code == 1
        assert "PG417" in result.output
        assert "--out" in result.output
        assert "Built" not in result.output
        assert f"Nothing was built; {out} is as it was." in result.output
    assert {path.name for path in Path().iterdir()} == {"mine", "profiles"}


def test_a_build_that_cannot_write_does_not_say_that_it_built(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(folder, only=("html",))
    before = built(folder)
    save(folder, JPN="Another sentence.")

    def full(self: OutputFolder, name: str, data: bytes, profile: str = "") -> Path:
        raise OSError(28, "No space left on device", str(self.path / name))

    monkeypatch.setattr(OutputFolder, "put", full)
    result = run("build", "--only", "html")
    assert result.exit_code == 1
    assert "build/JPN.html cannot be written: No space left on device." in result.output
    assert "Built" not in result.output
    assert "Open" not in result.output
    assert built(folder) == before
    assert {path.name for path in Path().iterdir()} == {"build", "profiles"}


def test_only_a_build_with_pages_asks_to_open_them(folder: Path) -> None:
    assert "Open" not in run("build", "JPN", "--only", "pdf").output
    assert "Open build/index.html." in run("build", "JPN", "--only", "html").output


@pytest.mark.parametrize(
    ("args", "good"),
    [
        (["compare", "JPN", "KOR", "-o", "file/x.html"], "x.html: "),
        (["schema", "--profiles", "work/profiles"], "Wrote"),
        (["new", "ZAF", "--profiles", "work/profiles"], "is ready"),
        (["build", "--only", "html", "--out", "file/build"], "Built"),
        (["build", "--only", "html", "--out", "file"], "Built"),
    ],
)
def test_a_command_that_cannot_write_says_so_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], good: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    Path("file").write_text("in the way")
    Path("work/profiles").mkdir(parents=True)
    Path("work/schema").write_text("in the way")
    monkeypatch.setattr(sys, "argv", ["profilegen", *args])
    with pytest.raises(SystemExit) as caught:
        main()
    said = "".join(capsys.readouterr())
    assert caught.value.code in (1, 2)
    assert good not in said
    assert "PG407" in said or "is a file" in said
    assert list(Path("work/profiles").iterdir()) == []
    assert not list(Path().rglob(".profilegen-*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_output_that_nobody_takes_is_an_error(folder: Path) -> None:
    program = "from profilegen.app.cli import main; main()"
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-c", program, "validate"], stdout=full, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(japan.ROOT / "src"), "PYTHONUNBUFFERED": ""},
            text=True, check=False,
        )  # fmt: skip
    assert result.returncode == 1
    assert "output: No space left" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Exception" not in result.stderr


def test_paths_in_built_files_say_nothing_of_the_machine(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (folder / "JPN.yaml").read_text(encoding="utf-8")
    counted = (
        "proceedings: {counts: [{forum: WTO, complainant: 3, as_of: May 2024, source: report}]}"
    )
    never = "proceedings: {not_researched: Nobody has looked yet.}"
    (folder / "JPN.yaml").write_text(text.replace(never, counted), encoding="utf-8")
    editions = []
    for place in (folder, Path("/")):
        monkeypatch.chdir(place)
        result, _ = build(folder)
        assert errors(result) == []
        editions.append(built(folder))
    assert editions[0] == editions[1]
    table = csv.DictReader(io.StringIO(editions[0]["data/observations.csv"].decode()))
    assert {row["file"] for row in table} == {"profiles/JPN.yaml"}
    for name, data in editions[0].items():
        assert str(tmp_path).encode() not in data, name
        assert str(japan.ROOT).encode() not in data, name
