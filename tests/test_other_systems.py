"""What Windows and macOS lack or do otherwise, as far as Linux can show it."""

from __future__ import annotations

import errno
import fcntl
import io
import math
import nturl2path
import os
import subprocess
import sys
import threading
import types
from pathlib import Path, PureWindowsPath

import pytest
from tests import japan, small

from profilegen.app.console import say_all
from profilegen.app.lock import locked
from profilegen.app.workers import in_workers
from profilegen.check.all_profiles import load, load_registry
from profilegen.core.program_files import REGISTRY, TEMPLATES
from profilegen.output import pdf

BARE = """
import os, signal, sys, warnings
from pathlib import Path

for name in ("weasyprint", "pydyf", "pikepdf", "fcntl", "grp", "pwd", "resource", "termios", "tty"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "getuid", "geteuid", "getpgid", "killpg", "chown", "statvfs"):
    delattr(os, name)
for name in ("SIGHUP", "SIGKILL", "SIGALRM"):
    delattr(signal, name)
warnings.simplefilter("error", EncodingWarning)

from profilegen.app.cli import cli

for line in open(sys.argv[1], encoding="utf-8"):
    try:
        cli(line.split(), standalone_mode=False)
    except SystemExit as end:
        if end.code:
            raise SystemExit(f"{line}: {end.code}")
print("all ran")
"""
"""Runs commands without what only Unix has, and where a file's encoding must be named."""

COMMANDS = """\
validate
status
schema
new ZAF
build JPN KOR --only html
compare JPN KOR -o compared.html
"""


def test_all_but_printing_works_without_pango_fork_and_fcntl(tmp_path: Path) -> None:
    small.save(tmp_path / "profiles")
    commands = tmp_path / "commands"
    commands.write_text(COMMANDS, encoding="utf-8")
    # The temporary folder: there a file stands for the lock.
    environment = {**os.environ, "PYTHONWARNDEFAULTENCODING": "1", "TMPDIR": str(tmp_path)}
    result = subprocess.run(
        [sys.executable, "-c", BARE, commands],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert result.stdout.endswith("all ran\n")
    for made in ("build/JPN.html", "build/index.html", "compared.html", "profiles/ZAF.yaml"):
        assert (tmp_path / made).is_file(), made


# ------------------------------------------------------------------- the lock


@pytest.fixture
def windows_locks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Locks as msvcrt has them, in place of fcntl's."""

    def locking(handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (2, 1)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, "Permission denied") from None

    stand_in = types.SimpleNamespace(locking=locking, LK_NBLCK=2)
    monkeypatch.setitem(sys.modules, "msvcrt", stand_in)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))


@pytest.mark.usefixtures("windows_locks")
def test_a_folder_is_locked_on_windows_too(tmp_path: Path) -> None:
    out, order = tmp_path / "build", []
    waits = threading.Event()

    def second() -> None:
        with locked(out, waits.set):
            order.append("second")

    thread = threading.Thread(target=second)
    with locked(out):
        thread.start()
        assert waits.wait(20)
        order.append("first")
    thread.join(20)
    assert order == ["first", "second"]
    assert list(out.iterdir()) == []


@pytest.mark.usefixtures("unmeasured")
def test_workers_work_without_fork(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert list(in_workers(math.sqrt, [4.0, 9.0], 1, tmp_path)) == [2.0, 3.0]


def test_who_lacks_pango_is_told_how_their_system_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    for system, way in (("darwin", "brew install"), ("win32", "pacman -S"), ("linux", "apt-get")):
        monkeypatch.setattr(sys, "platform", system)
        found = pdf.libraries_missing()
        assert found is not None
        assert way in found.hint and "--only html" in found.hint


# ------------------------------------------------------------ paths and names

DEVICES = {"CON", "PRN", "AUX", "NUL"} | {
    f"{port}{n}" for port in ("COM", "LPT") for n in range(10)
}
"""Names that no file on Windows can have, with any suffix."""


def unfit(name: str) -> bool:
    """Whether Windows refuses a path below a folder of its own."""
    parts = PureWindowsPath(name).parts
    return len(name) > 120 or any(
        part.partition(".")[0].upper() in DEVICES
        or part[-1] in ". "
        or any(sign in '<>:"|?*\\' or sign < " " for sign in part)
        for part in parts
    )


def test_all_names_of_files_are_fit_for_windows(small_site: Path) -> None:
    assert all(map(unfit, ("con.html", "data/aux", "a:b", "a.", "a?", "a" * 130)))
    for folder in (small_site / "build", TEMPLATES, REGISTRY):
        names = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
        assert names and [name for name in names if unfit(name)] == []
        assert len({name.casefold() for name in names}) == len(names)


def test_no_economy_is_called_as_a_device() -> None:
    registry = load_registry(None).value
    assert registry is not None
    codes = registry.economies.records
    assert len(codes) > 190 and not DEVICES & codes.keys()


def test_the_templates_address_leads_to_the_templates_on_windows() -> None:
    """A fetcher takes the path of an address by url2pathname, which knows drives there."""
    place = PureWindowsPath(r"C:\Programme (x86)\profilegen\templates")
    path = place.as_uri().removeprefix("file://")
    assert PureWindowsPath(nturl2path.url2pathname(path)) == place


# ------------------------------------------------------- line ends, consoles


def test_line_ends_and_a_mark_of_windows_change_nothing(tmp_path: Path) -> None:
    text = small.KOREA.replace("source: msit}", "source: mist}")
    found = []
    for name, ending, mark in (("unix", "\n", ""), ("windows", "\r\n", "\ufeff")):
        folder = tmp_path / name
        folder.mkdir()
        path = folder / "KOR.yaml"
        path.write_bytes((mark + text.replace("\n", ending)).encode())
        loaded = load((path,), folder)
        assert loaded.value is not None
        found.append((
            [(d.code, d.span.line, d.span.column, d.message) for d in loaded.diagnostics],
            [item.profile for item in loaded.value.profiles],
        ))  # fmt: skip
    assert found[0] == found[1]
    assert found[0][0]


class Console(io.TextIOWrapper):
    """A stream that people read."""

    def isatty(self) -> bool:
        return True


def test_a_console_gets_the_signs_that_it_knows_and_a_file_gets_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    for kind, encoding, heard in (
        (Console, "cp1252", "Lei nº 1 – ?"),
        (io.TextIOWrapper, "utf-8", "Lei nº 1 – 법"),
    ):
        written = io.BytesIO()
        stream = kind(written, encoding="cp1252")
        say_all(stream)
        stream.write("Lei nº 1 – 법")
        stream.flush()
        assert written.getvalue().decode(encoding) == heard


def test_japan_reads_the_same_from_a_checkout_with_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "JPN.yaml"
    path.write_bytes(japan.BASIS.read_bytes().replace(b"\n", b"\r\n"))
    one, other = load((path,), tmp_path).value, load((japan.BASIS,), japan.BASIS.parent).value
    assert one is not None and other is not None
    assert one.profiles[0].profile == other.profiles[0].profile
