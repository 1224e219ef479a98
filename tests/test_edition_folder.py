"""The folder of a build: an edition is whole, and nobody else's files are touched."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from tests.quiet import quiet

from profilegen.app import build_record
from profilegen.app import whole_output_folder as module
from profilegen.app.folder_swap import exchange
from profilegen.app.whole_output_folder import FolderRefusedError, opened

pytestmark = pytest.mark.usefixtures("unmeasured")

OLD = {"index.html": b"old", "JPN.html": b"old Japan", "pdf/KOR.pdf": b"old Korea", "same": b"same"}
NEW = {"index.html": b"new", "JPN.html": b"new Japan", "a/b/c.js": b"new", "same": b"same"}
AFTER = {"index.html": b"new", "JPN.html": b"new Japan", "a/b/c.js": b"new", "same": b"same"}


def publish(
    out: Path, files: dict[str, bytes], gone: tuple[str, ...] = (), sources: tuple[Path, ...] = ()
) -> None:
    with opened(out, sources, lambda line: None) as here:
        for name, data in files.items():
            here.put(name, data)
        here.publish(gone)


def holds(out: Path) -> dict[str, bytes]:
    """Every file of a folder but the record."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name != build_record.NAME
    }


def refused(out: Path, files: dict[str, bytes] = NEW, *sources: Path) -> str:
    with pytest.raises(FolderRefusedError) as caught:
        publish(out, files, sources=sources)
    assert caught.value.hint
    return str(caught.value)


@pytest.fixture(params=["exchanged", "moved one by one"])
def out(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write, where the system can exchange two folders and where it cannot."""
    if request.param != "exchanged":
        monkeypatch.setattr(module, "_exchangeable", lambda path: False)
    return tmp_path / "build"


def test_the_new_edition_takes_the_place_of_the_old(out: Path) -> None:
    publish(out, OLD)
    assert holds(out) == OLD
    inode = (out / "same").stat().st_ino
    publish(out, NEW, gone=("pdf/KOR.pdf", "never-there"))
    assert holds(out) == AFTER
    assert (out / "same").stat().st_ino == inode, "what did not change stays"
    assert list(out.parent.iterdir()) == [out]
    assert set(build_record.read(out).files) == set(AFTER)  # type: ignore[union-attr]


def test_a_run_that_fails_leaves_the_old_edition(out: Path) -> None:
    publish(out, OLD)
    with suppress(ZeroDivisionError), opened(out, (), lambda line: None) as here:
        here.put("index.html", b"half")
        raise ZeroDivisionError
    assert holds(out) == OLD
    assert list(out.parent.iterdir()) == [out]


def test_temporary_files_go_with_the_run(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    for before in ("", str(tmp_path)):
        monkeypatch.setenv("TMPDIR", before) if before else monkeypatch.delenv("TMPDIR", False)
        usual = tempfile.gettempdir()
        with opened(out, (), lambda line: None) as here:
            assert tempfile.gettempdir() == os.environ["TMPDIR"] == str(here.temporary)
            (here.temporary / "left").touch()
        assert tempfile.gettempdir() == usual
        assert os.environ.get("TMPDIR", "") == before
        assert not here.temporary.exists()


def test_a_run_that_fails_leaves_no_folder_that_was_not_there(out: Path) -> None:
    with pytest.raises(ZeroDivisionError), opened(out, (), lambda line: None):
        raise ZeroDivisionError
    assert list(out.parent.iterdir()) == []


def test_a_disk_that_is_full_leaves_the_old_edition(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(out, OLD)

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        publish(out, NEW)
    assert holds(out) == OLD
    assert list(out.parent.iterdir()) == [out]


def killed_at(step: int, out: Path) -> bool:
    """Publish in a process that is killed at its n-th step in the file system; whether it was."""
    child = os.fork()
    if child == 0:
        left = step

        def count(event: str, args: tuple[object, ...]) -> None:
            nonlocal left
            if event.startswith(("os.", "open", "ctypes.call", "shutil.")):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(count)
            publish(out, NEW, gone=("pdf/KOR.pdf",))
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@quiet
def test_killed_at_any_step_a_run_leaves_the_old_edition_or_the_new(
    out: Path, tmp_path: Path
) -> None:
    exchanged = module._exchangeable(out.parent)
    publish(out, OLD)
    (out / "mine.txt").write_bytes(b"mine")
    old, new = ({**files, "mine.txt": b"mine"} for files in (OLD, AFTER))
    start = out.rename(tmp_path / "start")
    found, step = [], 0
    while True:
        step += 1
        shutil.copytree(start, out)
        if not killed_at(step, out):
            break
        if exchanged:  # at once; where files are moved one by one, the next run sees to it
            assert holds(out) in (old, new), step
        with opened(out, (), lambda line: None):
            found.append({n: d for n, d in holds(out).items() if not n.startswith(".profilegen")})
        assert found[-1] in (old, new), step
        assert sorted(out.parent.iterdir()) == [out, start], step
        assert not list(out.rglob(".profilegen-*")), step
        shutil.rmtree(out)
    assert step > 20
    assert old in found
    assert new in found


def test_files_of_others_stay(out: Path) -> None:
    publish(out, OLD)
    for name in ("mine.txt", "pdf/chips.pdf", ".git/config", "CNAME"):
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_bytes(name.encode())
    (out / "empty").mkdir()
    (out / "link").symlink_to("mine.txt")
    (out / "dangling").symlink_to("nowhere")
    (out / "folder-link").symlink_to(".git")
    (out / "mine.txt").chmod(0o600)
    out.chmod(0o750)
    publish(out, NEW, gone=tuple(OLD))
    assert (out / "pdf/chips.pdf").read_bytes() == b"pdf/chips.pdf"
    assert (out / ".git/config").exists()
    assert (out / "empty").is_dir()
    assert (out / "link").readlink() == Path("mine.txt")
    assert (out / "dangling").is_symlink()
    assert (out / "folder-link").is_symlink()
    assert (out / "mine.txt").stat().st_mode & 0o777 == 0o600
    assert out.stat().st_mode & 0o777 == 0o750
    assert not (out / "pdf/KOR.pdf").exists()


def test_a_folder_of_other_things_is_refused(out: Path) -> None:
    out.mkdir()
    (out / "thesis.docx").write_bytes(b"years of work")
    assert "thesis.docx" in refused(out)
    assert holds(out) == {"thesis.docx": b"years of work"}
    assert list(out.parent.iterdir()) == [out]


def test_a_file_that_was_changed_or_is_anothers_is_not_replaced(out: Path) -> None:
    publish(out, OLD)
    (out / "index.html").write_bytes(b"by hand")
    assert "index.html was changed" in refused(out)
    assert (out / "index.html").read_bytes() == b"by hand"
    (out / "index.html").unlink()
    (out / "a").write_bytes(b"a file where a folder has to be")
    assert f"{out / 'a'} was made by no build" in refused(out)
    (out / "a").unlink()
    publish(out, NEW)
    assert (out / "index.html").read_bytes() == b"new"


def test_a_record_cannot_send_a_build_elsewhere(out: Path, tmp_path: Path) -> None:
    publish(out, OLD)
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    text = (out / build_record.NAME).read_text(encoding="utf-8")
    harmed = text.replace('"files": {', '"files": {"../outside": {"sha256": ""},')
    (out / build_record.NAME).write_text(harmed, encoding="utf-8")
    publish(out, NEW, gone=("../outside", "same"))
    assert outside.read_bytes() == b"mine"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"files": {"a": 1}, "versions": {}}', "\xff"])
def test_a_record_that_cannot_be_read_is_none(out: Path, text: str) -> None:
    publish(out, OLD)
    (out / build_record.NAME).write_text(text, encoding="latin-1")
    assert "that no build made" in refused(out)


def test_a_folder_of_an_earlier_version_is_known_by_its_files(out: Path) -> None:
    made = ("index.html", "JPN.html", "pdf/JPN.pdf", "assets/screen.css", "assets/search-data.js")
    for name in (*made, "assets/fonts/Sans.woff", "mine.html", "pdf/chips.pdf"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(b"old")
    publish(out, NEW, gone=(*made, "mine.html"))
    left = {name for name, data in holds(out).items() if data == b"old"}
    assert left == {"assets/fonts/Sans.woff", "mine.html", "pdf/chips.pdf"}


def test_nothing_is_written_among_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profiles = tmp_path / "work" / "profiles"
    profiles.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "link").symlink_to(profiles)
    for out in (profiles, profiles / "build", profiles.parent, tmp_path / "work/profiles/../..",
                tmp_path / "link", tmp_path / "link" / "deep", Path("/")):  # fmt: skip
        assert "sources" in refused(out, NEW, profiles)
    assert "home" in refused(tmp_path / "home")
    assert list(profiles.iterdir()) == []
    publish(tmp_path / "work" / "profiles-build", NEW, sources=(profiles,))


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    out = tmp_path / "build"
    out.symlink_to("real")
    publish(out, OLD)
    publish(out, NEW, gone=tuple(OLD))
    assert out.is_symlink()
    assert holds(tmp_path / "real") == AFTER


def test_who_stands_in_the_folder_sees_the_new_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "build"
    publish(out, OLD)
    monkeypatch.chdir(out)
    publish(Path(), NEW, gone=tuple(OLD))
    assert Path("index.html").read_bytes() == b"new"
    assert holds(out) == AFTER
    assert list(tmp_path.iterdir()) == [out]


def test_two_runs_in_one_folder_wait_for_each_other(out: Path) -> None:
    publish(out, OLD)
    told: list[str] = []
    order: list[str] = []

    def second() -> None:
        with opened(out, (), told.append) as here:
            order.append("second begins")
            assert (out / "index.html").read_bytes() == b"new"
            here.put("index.html", b"second")
            here.publish(())

    thread = threading.Thread(target=second)
    with opened(out, (), told.append) as here:
        thread.start()
        for _ in range(400):
            if told:
                break
            time.sleep(0.01)
        here.put("index.html", b"new")
        here.publish(())
        time.sleep(0.1)
        order.append("first ends")
    thread.join(20)
    assert order == ["first ends", "second begins"]
    assert told == [f"Another build is writing to {out}; this one goes on when that has ended."]
    assert (out / "index.html").read_bytes() == b"second"
    assert list(out.parent.iterdir()) == [out]


def test_the_lock_of_a_killed_run_is_gone(out: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from profilegen.app.whole_output_folder import opened\n"
        "with opened(Path(sys.argv[1]), (), print): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, out], check=False)
    told: list[str] = []
    with opened(out, (), told.append) as here:
        here.put("a", b"a")
        here.publish(())
    assert told == []
    assert list(out.parent.iterdir()) == [out]


def test_without_locks_and_exchange_a_build_still_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: object())
    out = tmp_path / "build"
    publish(out, OLD)
    publish(out, NEW, gone=("pdf/KOR.pdf",))
    assert holds(out) == AFTER
    assert list(tmp_path.iterdir()) == [out]


def test_an_exchange_that_is_refused_late_is_a_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "build"
    publish(out, OLD)

    def refuse(one: Path, other: Path) -> None:
        if other == out:
            raise OSError(18, "Invalid cross-device link", str(other))
        exchange(one, other)

    monkeypatch.setattr(module, "exchange", refuse)
    publish(out, NEW, gone=("pdf/KOR.pdf",))
    assert holds(out) == AFTER
    assert list(tmp_path.iterdir()) == [out]
