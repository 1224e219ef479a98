"""The build: what it writes, that it writes whole files, and that nothing stops the rest."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from tests import japan, small
from tests.quiet import quiet
from tests.small import KOREA

from profilegen.app import build as app
from profilegen.app import rendered_site
from profilegen.app.atomic_write import write
from profilegen.app.build import Plan, build
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.profile.profile import ProfileView, profile_view


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of profiles with Japan and a short Korea, and nothing else beside it."""
    return small.save(tmp_path / "profiles")


def run(folder: Path, **options: object) -> tuple[app.Result, list[str]]:
    told: list[str] = []
    plan = Plan(folder, folder.parent / "build", **options)  # type: ignore[arg-type]
    return build(plan, told.append), told


def files(folder: Path) -> set[str]:
    """The files that were built from a folder of profiles."""
    out = folder.parent / "build"
    return {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}


def test_every_economy_gets_a_page_and_a_pdf(small_site: Path) -> None:
    assert files(small_site / "profiles") >= {
        "index.html", "JPN.html", "KOR.html", "pdf/JPN.pdf", "pdf/KOR.pdf", "assets/screen.css",
    }  # fmt: skip
    told = (small_site / "told.txt").read_text(encoding="utf-8").splitlines()
    notes = len(japan.view().notes)
    assert any(re.match(rf"Japan: \d pages, {notes} notes \(\d", line) for line in told)
    assert any(line.startswith("Korea: ") for line in told)
    assert (small_site / "build/pdf/JPN.pdf").read_bytes() == japan.printed().data


def test_the_index_leads_to_the_pages_that_are_there(folder: Path) -> None:
    index = folder.parent / "build" / "index.html"
    result, _ = run(folder, only=("html",), economies=("JPN",))
    assert result.profiles == 1
    assert "KOR.html" not in files(folder)
    assert "KOR.html" not in index.read_text(encoding="utf-8")
    run(folder, only=("html",))
    run(folder, only=("html",), economies=("JPN",))
    assert "KOR.html" in index.read_text(encoding="utf-8")


def test_published_only_leaves_drafts_out_and_takes_their_pages_away(folder: Path) -> None:
    run(folder, only=("html",))
    text = (folder / "KOR.yaml").read_text(encoding="utf-8")
    (folder / "KOR.yaml").write_text(text.replace("status: draft", "status: published"))
    result, told = run(folder, only=("html",), published_only=True)
    assert result.profiles == 1
    assert "JPN: left out, its status is draft" in told
    assert "KOR.html" in files(folder)
    assert "JPN.html" not in files(folder)
    assert "JPN.html" not in (folder.parent / "build/index.html").read_text(encoding="utf-8")


def test_who_builds_one_economy_is_told_of_that_one(folder: Path) -> None:
    (folder / "KOR.yaml").write_text("economy: KOR\nstatus: draft\nupdated: 2025\n")
    result, _ = run(folder, only=("html",), economies=("JPN",))
    assert not any("KOR" in d.span.file for d in result.diagnostics)
    result, _ = run(folder, only=("html",))
    assert any("KOR" in d.span.file for d in result.diagnostics)


def test_pdf_links_stand_only_where_a_pdf_is(folder: Path) -> None:
    run(folder, only=("html",))
    page = (folder.parent / "build/JPN.html").read_text(encoding="utf-8")
    assert "pdf/JPN.pdf" not in page
    run(folder, economies=("JPN",))
    index = (folder.parent / "build/index.html").read_text(encoding="utf-8")
    assert "pdf/JPN.pdf" in index
    assert "pdf/KOR.pdf" not in index


def test_the_pdf_of_one_economy_makes_no_page_of_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder, only=("pdf",), economies=("KOR",))
    whole = (folder.parent / "build/pdf/KOR.pdf").read_bytes()
    viewed: list[str] = []

    def view(of: ResolvedProfile) -> ProfileView:
        viewed.append(of.code)
        return profile_view(of)

    monkeypatch.setattr(rendered_site.Pages, "papers", lambda *_: pytest.fail("pages were made"))
    monkeypatch.setattr("profilegen.view.pages.page.profile_view", view)
    run(folder, only=("pdf",), economies=("KOR",))
    assert viewed == ["KOR"]
    assert (folder.parent / "build/pdf/KOR.pdf").read_bytes() == whole


def test_a_broken_profile_stops_no_other_and_leaves_its_last_output(folder: Path) -> None:
    run(folder, only=("html",))
    before = (folder.parent / "build/KOR.html").read_bytes()
    broken = KOREA.replace("status: draft", "statsu: draft").replace("[@msit]", "[@nobody]")
    (folder / "KOR.yaml").write_text(broken, encoding="utf-8")
    (folder.parent / "build/JPN.html").unlink()
    result, told = run(folder, only=("html",))
    assert {d.code for d in result.diagnostics if d.severity == "error"} >= {"PG104"}
    assert any(line.startswith("KOR: not built") for line in told)
    assert "JPN.html" in files(folder)
    assert (folder.parent / "build/KOR.html").read_bytes() == before


@pytest.mark.soak
def test_two_builds_give_the_same_bytes(tmp_path: Path, small_site: Path) -> None:
    """In one process, while the other was printed by two workers."""
    out, other = tmp_path / "build", small_site / "build"
    quiet(build)(Plan(small_site / "profiles", out), lambda line: None)
    made = files(tmp_path / "profiles")
    assert made == files(small_site / "profiles")
    assert [name for name in made if (out / name).read_bytes() != (other / name).read_bytes()] == []


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a" / "page.html", b"old")

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write(path, b"new and longer")
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_output_that_cannot_be_written_is_a_finding(folder: Path) -> None:
    (folder.parent / "build").write_text("a file, not a folder", encoding="utf-8")
    result, _ = run(folder, only=("html",))
    assert [d.code for d in result.diagnostics if d.severity == "error"] == ["PG407"]


def test_leftovers_of_a_killed_build_are_swept(folder: Path) -> None:
    leftover = folder.parent / "build" / "pdf" / ".profilegen-x1"
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"half")
    run(folder, only=("html",))
    assert not leftover.exists()


def test_own_templates_come_before_the_programs(folder: Path) -> None:
    own = folder / "templates" / "screen"
    own.mkdir(parents=True)
    (own / "index.html").write_text("<!DOCTYPE html><title>{{ view.frame.series }}</title>ours")
    run(folder, only=("html",))
    assert (folder.parent / "build/index.html").read_text(encoding="utf-8").endswith("ours")
    assert "JPN.html" in files(folder)


def test_own_registry_comes_before_the_programs(folder: Path) -> None:
    own = folder / "registry"
    own.mkdir()
    (own / "agreements.yaml").write_text(
        "as_of: 1 May 2026\n"
        "agreements:\n"
        "  RCEP: {name: RCEP as we call it, status: in force, in_force: 2022, parties: [KOR]}\n",
        encoding="utf-8",
    )
    run(folder, only=("html",))
    assert "RCEP as we call it" in (folder.parent / "build/KOR.html").read_text(encoding="utf-8")


def test_without_print_libraries_pages_are_made_and_pdfs_are_a_finding(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    result, _ = run(folder)
    assert {d.code for d in result.diagnostics if d.severity == "error"} == {"PG406"}
    assert "apt-get install" in next(d.hint for d in result.diagnostics if d.code == "PG406")
    assert "JPN.html" in files(folder)
    assert not any(name.endswith(".pdf") for name in files(folder))
