"""One document's fault stays its own: all others are made without it, and it is told."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jinja2 import UndefinedError
from tests import few_pages as small
from tests import pdf_tools
from tests.few_pages import UNPRINTABLE, build, built, errors, few_pages, save

from profilegen.app import printing
from profilegen.app.cli import cli
from profilegen.app.fault_isolation import TemplateFault, template_faults
from profilegen.app.printing import Outcome, Task
from profilegen.core.diagnostic import Span
from profilegen.core.finding_codes import finding
from profilegen.edition.edition import Edition
from profilegen.output import html, pdf
from profilegen.output.site_page import Paper
from profilegen.view.comparison.all_columns_and_rows import comparison_basis
from profilegen.view.pages import page
from profilegen.view.site.site_map import Site

__all__ = ["few_pages"]

pytestmark = pytest.mark.usefixtures("few_pages", "unmeasured")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save(tmp_path / "profiles", JPN="Chips come first.", KOR="Ships come first.")


def words(data: bytes) -> str:
    return pdf_tools.bare("".join(pdf_tools.page_texts(data)))


def test_a_profile_that_cannot_print_costs_its_own_pdf(folder: Path) -> None:
    save(folder, ZAF="Gold came first.")
    build(folder)
    assert "pdf/ZAF.pdf" in built(folder)
    save(folder, ZAF=UNPRINTABLE)
    result, told = build(folder, jobs=2)
    assert errors(result) == [("PG405", "ZAF.yaml")]
    files = built(folder)
    assert {name for name in files if name.startswith("pdf/")} == {
        "pdf/JPN.pdf", "pdf/KOR.pdf", "pdf/section-1.pdf",
    }  # fmt: skip
    assert b"pdf/ZAF.pdf" not in files["ZAF.html"] + files["index.html"]
    assert b"pdf/JPN.pdf" in files["JPN.html"]
    assert "South Africa: no PDF, see the findings" in told
    assert any("section-1.pdf: 1 page, 2 notes, without ZAF" in line for line in told)
    shared = words(files["pdf/section-1.pdf"])
    assert pdf_tools.bare("Without South Africa, whose text could not be printed.") in shared
    assert "Ships" in shared
    assert "\U00013460" in files["section-1.html"].decode()


def test_one_process_and_two_workers_give_the_same_bytes(folder: Path) -> None:
    made = []
    for jobs in (1, 2):
        build(folder, jobs=jobs)
        made.append(built(folder))
    assert made[0] == made[1]
    assert "pdf/section-1.pdf" in made[0]


def test_a_profile_that_fails_in_company_only_is_left_out_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pdf.print_pages

    def fails(html: str, expected: Any, press: Any, file: str) -> Any:
        harmed = html.replace("Ships", "\U00013460") if file == "section-1" else html
        return real(harmed, expected, press, file)

    monkeypatch.setattr(pdf, "print_pages", fails)
    result, told = build(folder)
    assert errors(result) == [("PG416", "KOR.yaml")]
    assert any(line.startswith("section-1.pdf: 1 page, 1 note, without KOR") for line in told)
    assert {"pdf/KOR.pdf", "pdf/section-1.pdf"} <= built(folder).keys()


def test_a_shared_pdf_that_fails_by_itself_blames_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pdf.print_pages

    def fails(html: str, expected: Any, press: Any, file: str) -> Any:
        harmed = html.replace("one after another", UNPRINTABLE) if file == "section-1" else html
        return real(harmed, expected, press, file)

    monkeypatch.setattr(pdf, "print_pages", fails)
    result, told = build(folder)
    assert errors(result) == [("PG405", "section-1")]
    assert "section-1.pdf: no PDF, see the findings" in told
    assert b"pdf/section-1.pdf" not in built(folder)["section-1.html"]


def planted(monkeypatch: pytest.MonkeyPatch, what: Callable[[], None]) -> None:
    """Plant a fault into the printing of Korea."""
    real = printing._printed

    def printed(task: Task, template_dir: Path | None, start: float) -> Outcome:
        if task.name == "KOR":
            what()
        return real(task, template_dir, start)

    monkeypatch.setattr(printing, "_printed", printed)


def test_a_worker_that_is_killed_costs_one_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(monkeypatch, lambda: os.kill(os.getpid(), signal.SIGKILL))
    result, _ = build(folder)
    assert errors(result) == [("PG414", "KOR.yaml")]
    assert "printed Korea was ended by SIGKILL" in result.diagnostics[-1].message
    assert {"pdf/JPN.pdf", "pdf/section-1.pdf", "KOR.html"} <= built(folder).keys()
    assert "pdf/KOR.pdf" not in built(folder)


def test_an_error_while_printing_costs_one_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def recurse() -> None:
        recurse()

    planted(monkeypatch, recurse)
    result, _ = build(folder)
    assert errors(result) == [("PG415", "KOR.yaml")]
    assert {"pdf/JPN.pdf", "pdf/section-1.pdf", "KOR.html"} <= built(folder).keys()


@pytest.mark.parametrize("made", ["profile_view", "comparison_basis"])
def test_a_profile_that_breaks_a_page_is_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, made: str
) -> None:
    """Whether it breaks its own view, or what is made of all."""
    build(folder, only=("html",))
    before = built(folder)
    real = getattr(page, made)

    def fails(what: Any) -> Any:
        profiles = what.profiles if isinstance(what, Edition) else [what.profile]
        if any(profile.economy == "KOR" for profile in profiles):
            raise IndexError("list index out of range")
        return real(what)

    monkeypatch.setattr(page, made, fails)
    result, told = build(folder, only=("html",))
    assert errors(result) == [("PG415", "KOR.yaml")]
    assert any(line.startswith("KOR: left out of all pages") for line in told)
    files = built(folder)
    assert b"KOR.html" not in files["index.html"]
    assert files["KOR.html"] == before["KOR.html"]


def test_no_build_leaves_anything_in_the_temporary_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    planted(monkeypatch, lambda: os.kill(os.getpid(), signal.SIGKILL))
    build(folder, jobs=2)
    compare(folder, "x.pdf")
    assert list(temporary.iterdir()) == []
    assert sorted(p.name for p in folder.parent.iterdir()) == ["build", "profiles", "tmp", "x.pdf"]


def compare(folder: Path, name: str, *codes: str) -> tuple[int, str]:
    out = folder.parent / name
    args = ["compare", *(codes or ("JPN", "KOR")), "--sections", "1", "-o", str(out)]
    result = CliRunner().invoke(cli, [*args, "--profiles", str(folder)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_a_comparison_is_printed_without_who_cannot_be(folder: Path) -> None:
    save(folder, ZAF=UNPRINTABLE)
    status, said = compare(folder, "x.pdf", "ZAF", "JPN", "KOR")
    assert status == 1
    assert "ZAF.yaml:1:1  error PG405" in said
    assert "x.pdf: 2 economies, 0 rows, 1 page, without South Africa: see the findings" in said
    text = words((folder.parent / "x.pdf").read_bytes())
    assert pdf_tools.bare("Without South Africa, whose text could not be printed.") in text


def test_a_comparison_of_one_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two economies one cannot be printed: there is nothing left to compare it with."""
    save(folder, ZAF=UNPRINTABLE)

    def printed(tasks: list[Task], *_: object) -> list[Outcome]:
        (task,) = tasks
        assert isinstance(task.what, Paper)
        lost = finding("PG405", Span(task.file), "No face.")
        bad = "\U00013460" in task.what.source
        return [Outcome(task, None if bad else b"", (lost,) if bad else (), 1, 0.0)]

    monkeypatch.setattr("profilegen.app.compare.print_all", printed)
    status, said = compare(folder, "y.pdf", "ZAF", "JPN")
    assert status == 1
    assert "y.pdf: not written, fewer than two economies remain" in said
    assert not (folder.parent / "y.pdf").exists()


def test_a_comparison_is_made_without_who_breaks_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(folder, ZAF="Gold came first.")

    def fails(known: Edition) -> Any:
        if any(profile.economy == "ZAF" for profile in known.profiles):
            raise KeyError("x")
        return comparison_basis(known)

    monkeypatch.setattr("profilegen.app.compare.comparison_basis", fails)
    status, said = compare(folder, "x.html", "JPN", "ZAF", "KOR")
    assert status == 1
    assert "ZAF.yaml:1:1  error PG415" in said
    assert "2 economies" in said
    assert "Without South Africa" in (folder.parent / "x.html").read_text(encoding="utf-8")
    assert compare(folder, "y.html", "JPN", "KOR")[0] == 0, "who was not asked for is no matter"


MISTAKES = [
    ("<p>{{ view.nosuch }}</p>", 1, "has no attribute 'nosuch'"),
    ("\n{% if %}", 2, "Expected an expression"),
    ("\n\n{{ view|nosuch }}", 3, "No filter named 'nosuch'"),
    ("\n{% include 'none.html' %}", 2, "none.html"),
    ("{% extends 'none.html' %}", 1, "none.html"),
    ("\n{% macro m() %}{{ x }}{% endmacro %}\n{{ m() }}", 2, "'x' is undefined"),
    ("\n{{ 1 / 0 }}", 2, "division by zero"),
    ("\n{{ view|paper }}", 2, "object is not iterable"),
    ("\n{% include 'screen/x.html' %}", 2, "recursion"),
    ("\udcff", 1, "it is not saved as UTF-8"),
]


@pytest.mark.parametrize(("text", "line", "said"), MISTAKES)
def test_a_mistake_in_a_template_is_told_at_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    path = tmp_path / "screen" / "x.html"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(TemplateFault) as caught, template_faults(tmp_path):
        html.page("screen/x.html", "x", object(), Site(), tmp_path)
    found = caught.value.diagnostic
    assert (found.code, found.span.file, found.span.line) == ("PG418", path.as_posix(), line)
    assert said in found.message
    assert found.message.startswith("In the template screen/x.html: ")


def test_a_fault_of_the_program_is_not_blamed_on_templates(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError), template_faults(tmp_path):
        html.page("screen/index.html", "index", object(), Site(), tmp_path)


@pytest.mark.parametrize("template", ["screen/screen.css", "print/section.html", "print/print.css"])
def test_a_build_with_a_mistake_in_a_template_leaves_the_old_edition(
    folder: Path, template: str
) -> None:
    out = folder.parent / "build"
    path = folder / "templates" / template
    path.parent.mkdir(parents=True)
    path.write_text("\n{{ view.nosuch }}", encoding="utf-8")
    result, _ = build(folder, only=("pdf",) if template == "print/print.css" else ("html",))
    assert {code for code, _ in errors(result)} == {"PG418"}
    assert {d.span.line for d in result.diagnostics if d.code == "PG418"} == {2}
    assert result.written == []
    assert not out.exists()


@pytest.mark.parametrize("name", ["compare/file.html", "new/profile.yaml"])
def test_other_commands_tell_of_templates_too(folder: Path, name: str) -> None:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_text("\n{{ nosuch }}", encoding="utf-8")
    args = ["compare", "JPN", "KOR", "-o", str(folder.parent / "x.html")]
    args = ["new", "ZAF"] if name.startswith("new") else args
    result = CliRunner().invoke(cli, [*args, "--profiles", str(folder)])
    assert isinstance(result.exception, TemplateFault)
    assert result.exception.diagnostic.code == "PG418"
    assert result.exception.diagnostic.span.line == 2
    assert not (folder / "ZAF.yaml").exists()


def test_small_profiles_are_free_of_findings(folder: Path) -> None:
    assert errors(small.build(folder, only=("html",))[0]) == []
