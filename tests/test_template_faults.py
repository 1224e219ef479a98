"""A fault in a user's own template is told at its line; no traceback, and no pages by halves."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from jinja2 import UndefinedError

from profilegen.app.cli import cli
from profilegen.core.model.sections import SECTIONS
from profilegen.output.template_fault import TemplateFaultError
from profilegen.output.templates import environment

GOOD = "economy: %s\nstatus: draft\nupdated: 18 July 2025\n" + "".join(
    f"{kind.key}: {{not_researched: No.}}\n" for kind in SECTIONS
)
FAULTS = {
    "unknown word": (b"<p>\n{{ view.nosuch.name }}", 2),
    "unknown name": (b"{{ nosuch }}", 1),
    "never closed": (b"\n\n{% if view %}", 3),
    "unknown tag": (b"<p>\n<p>\n{% nosuch %}", 3),
    "unknown filter": (b"{{ view | nosuch }}", 1),
    "unknown include": (b'<p>\n{% include "nosuch.html" %}', 2),
    "division": (b"{{ 1 / 0 }}", 1),
    "wrong type": (b"<p>\n{{ 1 + 'a' }}", 2),
    "own recursion": (b"{% include 'screen/index.html' %}", 1),
    "not UTF-8": (b"\xff\xfe", 1),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    for code in ("JPN", "KOR"):
        (profiles / f"{code}.yaml").write_text(GOOD % code)
    return profiles


def plant(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_its_line(folder: Path, fault: str) -> None:
    raw, line = FAULTS[fault]
    path = plant(folder, "screen/index.html", raw)
    with pytest.raises(TemplateFaultError) as raised:
        environment(folder / "templates").get_template("screen/index.html").render(view="x")
    told = raised.value.diagnostic
    assert (told.code, told.span.file, told.span.line) == ("PG016", str(path), line)
    assert "Correct the line, or take the file away" in told.hint


def test_a_build_tells_it(folder: Path) -> None:
    path = plant(folder, "screen/index.html", b"<p>\n{{ view.nosuch.name }}")
    out = str(folder.parent / "out")
    args = ["build", "JPN", "--profiles", str(folder), "--out", out, "--only", "html"]
    result = CliRunner().invoke(cli, args)
    assert result.exit_code == 1, result.output
    assert f"{path}:2:1  error PG016" in result.stderr


def test_a_fault_of_the_programs_own_is_raised_as_it_is(folder: Path) -> None:
    with pytest.raises(UndefinedError):
        environment(folder / "templates").get_template("screen/index.html").render()


@pytest.mark.parametrize("jobs", ["2"])
def test_a_fault_of_a_printed_page_is_told_from_a_worker_too(folder: Path, jobs: str) -> None:
    path = plant(folder, "print/profile.html", b"<p>{{ nosuch }}")
    args = ["build", "JPN", "KOR", "--profiles", str(folder), "--only", "pdf", "--jobs", jobs,
            "--out", str(folder.parent / "out")]  # fmt: skip
    result = CliRunner().invoke(cli, args)
    assert result.exit_code == 1, result.output
    assert f"{path}:1:1  error PG016" in result.stderr


def test_a_fault_of_a_comparison_is_told(folder: Path) -> None:
    path = plant(folder, "compare/file.html", b"{{ nosuch }}")
    output = str(folder.parent / "x.html")
    args = ["compare", "JPN", "KOR", "--profiles", str(folder), "-o", output]
    result = CliRunner().invoke(cli, args)
    assert result.exit_code == 1, result.output
    assert f"{path}:1:1  error PG016" in result.stderr
