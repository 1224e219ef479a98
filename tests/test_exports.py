"""What a build makes of profiles beside pages and PDFs, and that pages lead to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.few_pages import build, built, errors, few_pages, save

from profilegen.app import build_run, rendered_site
from profilegen.app.cli import cli
from profilegen.output import html
from profilegen.output.exports import EXPORTS, Export
from profilegen.output.profile_json import profile_json_schema

__all__ = ["few_pages"]

pytestmark = pytest.mark.usefixtures("few_pages", "unmeasured")

SCHEMA = "data/profile.schema.json"
BOTH = {"data/JPN.json", "data/KOR.json", SCHEMA}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save(tmp_path / "profiles", JPN="Chips come first.", KOR="Ships come first.")


def data(folder: Path) -> set[str]:
    return {name for name in built(folder) if name.endswith(".json")} - {".profilegen.json"}


def test_data_alone_makes_no_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered_site.Pages, "papers", lambda *_: pytest.fail("pages were made"))
    result, told = build(folder, only=("json",))
    assert errors(result) == []
    assert built(folder).keys() == {*BOTH, ".profilegen.json"}
    assert told == ["Data (JSON): data/JPN.json, data/KOR.json"]
    text = built(folder)["data/JPN.json"].decode()
    assert json.loads(text)["profile"]["industrial_strategy"]["text"].startswith("Chips")
    assert built(folder)[SCHEMA].decode() == profile_json_schema()
    before = built(folder)
    build(folder, only=("json",))
    assert built(folder) == before
    save(folder, JPN="Chips come last.", KOR="Ships come last.")
    build(folder, only=("json",), economies=("JPN",))
    assert b"last" in built(folder)["data/JPN.json"]
    assert b"last" not in built(folder)["data/KOR.json"]


def test_pages_lead_to_the_data_that_is_there_and_leave_it(folder: Path) -> None:
    build(folder, only=("html",))
    assert b"data/JPN.json" not in built(folder)["JPN.html"]
    build(folder, only=("html", "json"), economies=("JPN",))
    build(folder, only=("html",))
    files = built(folder)
    link = b'<a class="button" href="data/JPN.json" type="application/json">'
    assert link in files["JPN.html"]
    assert b"data/KOR.json" not in files["KOR.html"]
    assert data(folder) == BOTH - {"data/KOR.json"}


def test_the_data_of_a_profile_that_is_gone_goes(folder: Path) -> None:
    build(folder, only=("html", "json"))
    (folder / "KOR.yaml").unlink()
    build(folder, only=("json",))
    assert data(folder) == {"data/JPN.json", SCHEMA}
    assert "KOR.html" not in built(folder)
    text = (folder / "JPN.yaml").read_text(encoding="utf-8")
    save(folder, KOR="Ships come first.")
    (folder / "JPN.yaml").write_text(text.replace("draft", "published"), encoding="utf-8")
    build(folder, only=("html", "json"))
    build(folder, only=("html", "json"), published_only=True)
    assert data(folder) == {"data/JPN.json", SCHEMA}


def test_a_build_whose_record_is_lost_is_known_by_its_files(folder: Path) -> None:
    build(folder, only=("html", "json"))
    out = folder.parent / "build"
    (out / ".profilegen.json").unlink()
    (folder / "KOR.yaml").unlink()
    result, _ = build(folder, only=("html", "json"))
    assert errors(result) == []
    assert data(folder) == {"data/JPN.json", SCHEMA}


def test_data_is_part_of_a_whole_build(small_site: Path) -> None:
    out = small_site / "build"
    for code in ("JPN", "KOR"):
        assert f'href="data/{code}.json"' in (out / f"{code}.html").read_text(encoding="utf-8")
        assert json.loads((out / "data" / f"{code}.json").read_bytes())["format"] == 1
    assert "html, pdf, json" in " ".join(CliRunner().invoke(cli, ["build", "-h"]).output.split())


def test_a_format_more_is_a_line_in_the_table(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Export("txt", "Words", "text/plain", "words", lambda of: f"{of.code}\n", {})
    for module in (html, rendered_site, build_run):
        monkeypatch.setattr(module, "EXPORTS", (*EXPORTS, plain))
    build(folder, only=("html", "txt"))
    files = built(folder)
    assert files["words/KOR.txt"] == b"KOR\n"
    assert b'href="words/KOR.txt" type="text/plain"' in files["KOR.html"]
    assert data(folder) == set()
