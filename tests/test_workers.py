"""Worker processes: one that dies costs one piece of work, and none outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests import japan

from profilegen.app.workers import Died, in_workers


def work(piece: str) -> str:
    if piece.startswith("signal"):
        os.kill(os.getpid(), int(piece.split()[1]))
    if piece.startswith("exit"):
        os._exit(int(piece.split()[1]))
    if piece == "leave":
        return tempfile.mkdtemp(prefix="weasyprint-")
    if piece == "sleep":
        time.sleep(60)
    return piece.upper()


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_order_and_a_death_costs_one(tmp_path: Path, jobs: int) -> None:
    pieces = ["a", "signal 9", "b", "exit 3", "c", "signal 15", "d"]
    results = list(in_workers(work, pieces, jobs, tmp_path))
    assert [r for r in results if isinstance(r, str)] == ["A", "B", "C", "D"]
    assert [r.how for r in results if isinstance(r, Died)] == [
        "was ended by SIGKILL", "ended with exit code 3", "was ended by SIGTERM",
    ]  # fmt: skip


def test_no_work_needs_no_worker(tmp_path: Path) -> None:
    assert list(in_workers(work, [], 2, tmp_path)) == []


def test_what_workers_leave_lies_where_their_parent_said(tmp_path: Path) -> None:
    (left,) = in_workers(work, ["leave"], 1, tmp_path)
    assert isinstance(left, str)
    assert Path(left).parent == tmp_path


def test_who_stops_asking_ends_the_workers(tmp_path: Path) -> None:
    results = in_workers(work, ["a", "sleep"], 2, tmp_path)
    assert next(results) == "A"
    start = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - start < 30


PARENT = """
import os, sys, time
from pathlib import Path
from tests.test_workers import work
from profilegen.app import workers
def say(piece):
    Path(sys.argv[1], str(os.getpid())).touch()
    return work(piece)
list(workers.in_workers(say, ["sleep"] * 3, 3, Path(sys.argv[2])))
"""


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path, how: signal.Signals) -> None:
    pids, temporary = tmp_path / "pids", tmp_path / "tmp"
    pids.mkdir()
    temporary.mkdir()
    paths = os.pathsep.join((str(japan.ROOT / "src"), str(japan.ROOT)))
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, pids, temporary], env={**os.environ, "PYTHONPATH": paths}
    )
    wait_for(lambda: len(list(pids.iterdir())) == 3)
    parent.send_signal(how)
    parent.wait(20)
    workers = [int(path.name) for path in pids.iterdir()]
    wait_for(lambda: not any(alive(pid) for pid in workers))
    assert not temporary.exists()


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("not after 30 seconds")
