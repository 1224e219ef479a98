"""`profilegen fix`: what it shows, what it writes, and that it leaves every other byte alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.small import KOREA

from profilegen.app.cli import cli
from profilegen.app.fix import ROUNDS, fixed
from profilegen.core.diagnostic import Diagnostic, Edit, Fix, Span
from profilegen.core.finding_codes import finding
from profilegen.core.tabs import without_tabs
from profilegen.core.yaml_edits import applied

GOOD = f"# A comment, kept.\n{KOREA}"
WRONG = GOOD.replace("status: draft", "status:draft  # why").replace(
    "issued: 2024", "issued: 2024/07/18"
)
RIGHT = GOOD.replace("status: draft", "status: draft  # why").replace("2024}", "18 July 2024}")


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile with two mistakes, one of which hides the other."""
    monkeypatch.chdir(tmp_path)
    path = Path("profiles", "KOR.yaml")
    path.parent.mkdir()
    path.write_text(WRONG)
    return path


def run(*args: str) -> Result:
    result = CliRunner().invoke(cli, ("fix", *args))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def edit(start: int, end: int, text: str, line: int = 1) -> Fix:
    return Fix((Edit(Span("x", line, start, line, end), text),), safe=True)


def test_safe_fixes_are_shown_and_applied_and_the_rest_is_told(profile: Path) -> None:
    result = run()
    assert result.exit_code == 0
    assert profile.read_text() == RIGHT
    assert "--- profiles/KOR.yaml\n+++ profiles/KOR.yaml\n" in result.stdout
    assert "\n-status:draft  # why\n+status: draft  # why\n" in result.stdout
    assert result.stderr == "1 file changed.\nNothing to fix.\n"
    again = run("KOR")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == "0 files changed.\nNothing to fix.\n"


def test_diff_changes_nothing(profile: Path) -> None:
    result = run("--diff", "KOR")
    assert "+status: draft  # why" in result.stdout
    assert "1 file would change.\n1 problem to fix: 1 error." in result.stderr
    assert result.exit_code == 1
    assert profile.read_text() == WRONG


def test_what_may_not_be_meant_waits_for_unsafe(profile: Path) -> None:
    spring = GOOD.replace("issued: 2024", "issued: Spring 2024")
    profile.write_text(spring)
    result = run()
    assert result.exit_code == 1
    assert profile.read_text() == spring
    assert "`profilegen fix` fixes 1 with --unsafe." in result.stderr
    assert run("--unsafe").exit_code == 0
    assert profile.read_text() == GOOD


def test_line_ends_byte_order_mark_rights_and_links_are_kept(profile: Path) -> None:
    kept = profile.with_name("kept")
    raw = b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode().removesuffix(b"\r\n")
    kept.write_bytes(raw)
    kept.chmod(0o600)
    profile.unlink()
    profile.symlink_to("kept")
    assert run().exit_code == 0
    assert kept.read_bytes() == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode().removesuffix(
        b"\r\n"
    )
    assert kept.stat().st_mode & 0o777 == 0o600
    assert profile.is_symlink()
    assert sorted(p.name for p in Path("profiles").iterdir()) == ["KOR.yaml", "kept"]


def test_new_lines_end_as_the_files_own(profile: Path) -> None:
    head = b"economy: KOR\r\ndisputes:\r\n  - DS1\r\n"
    profile.write_bytes(head)
    run()
    assert profile.read_bytes() == b"economy: KOR\r\nproceedings:\r\n  disputes:\r\n    - DS1\r\n"


def test_a_waived_finding_is_not_fixed(profile: Path) -> None:
    waiver = "\nwaivers:\n  - {finding: PG219, at: regulatory_provisions A, reason: It is ours.}\n"
    act = "list: [{title: A, topics: [semiconducter], source: msit}]"
    text = GOOD.replace("regulatory_provisions: {not_researched: Nobody has looked yet.}",
                        f"regulatory_provisions: {{{act}}}")  # fmt: skip
    profile.write_text(text + waiver)
    run()
    assert "semiconductors" in profile.read_text()  # an error that stops a page cannot be waived


def test_the_registry_of_the_folder_is_fixed_with_its_profiles(profile: Path) -> None:
    registry = profile.parent / "registry"
    registry.mkdir()
    topics = registry / "topics.yaml"
    topics.write_text("topics:\n  soil:\n    nmae: Soil\n")
    assert run("KOR").exit_code == 1
    assert run().exit_code == 0
    assert topics.read_text() == "topics:\n  soil:\n    name: Soil\n"


def test_a_file_that_cannot_be_read_is_told_and_left(profile: Path) -> None:
    profile.write_bytes(b"economy: \xff\n")
    result = run()
    assert (result.exit_code, profile.read_bytes()) == (1, b"economy: \xff\n")
    assert "PG003" in result.stderr


def test_of_fixes_that_meet_the_first_is_applied() -> None:
    assert applied(b"one two\n", [edit(1, 4, "1"), edit(3, 6, "2"), edit(6, 8, "3")]) == b"1 t3\n"
    both = Fix((edit(1, 1, "a").edits[0], edit(2, 3, "b").edits[0]))
    assert applied(b"one\n", [edit(2, 3, "c"), both]) == b"oce\n"


def test_places_are_counted_in_signs_and_by_any_line_end() -> None:
    raw = "\ufeffé\r産業 x\rb\n".encode()
    fixes = [edit(1, 2, "e"), edit(4, 5, "y\n", line=2), edit(1, 2, "c", line=3)]
    assert applied(raw, fixes) == "\ufeffe\r産業 y\r\rc\n".encode()


def test_fixes_that_undo_each_other_or_never_end_come_to_an_end() -> None:
    def swap(raw: bytes) -> list[Diagnostic]:
        return [finding("PG104", Span("x"), "x", fix=edit(1, 2, "b" if raw == b"a" else "a"))]

    def grow(raw: bytes) -> list[Diagnostic]:
        return [finding("PG104", Span("x"), "x", fix=edit(1, 1, "a"))]

    assert fixed(b"a", swap) == b"b"
    assert fixed(b"", grow) == b"a" * ROUNDS


def test_tabs_are_mended_though_another_line_of_their_section_has_a_fault() -> None:
    text = (
        "economy: KEN\ndigital_strategy:\n  text: Two pillars: data.\n  strategies:\n\t- title: A\n"
    )
    tabs = without_tabs(text + "\t  date: 2022\nsources: {}\n", "KEN.yaml")
    assert tabs is not None
    assert tabs.safe
    assert [edit.text for edit in tabs.edits] == ["  ", "  "]
