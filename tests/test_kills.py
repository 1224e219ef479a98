"""Builds that are killed at random moments: the old edition or the new, and nothing beside it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import japan
from tests.few_pages import build, built, save
from tests.quiet import quiet

COMMAND = [sys.executable, "-c", "from profilegen.app.cli import main; main()"]
TEXTS = ("Chips come first.", "Ships come first, and chips.")
WAYS = ("parent", "group", "asked")
"""Only the build itself, all its processes at once, or a signal that can be answered."""


class Builds:
    """Builds of a small economy beside another, from the command line."""

    def __init__(self, place: Path) -> None:
        self.profiles = save(place / "profiles", KOR="Nothing changes here.", JPN=TEXTS[0])
        self.out = place / "build"
        self.temporary = place / "tmp"
        self.temporary.mkdir()

    def start(self, text: str) -> subprocess.Popen[bytes]:
        save(self.profiles, JPN=text)
        return subprocess.Popen(
            [*COMMAND, "build", "JPN", "--jobs", "2",
             "--profiles", self.profiles, "--out", self.out],
            env={**os.environ, "PYTHONPATH": str(japan.ROOT / "src"),
                 "TMPDIR": str(self.temporary)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def whole(self, text: str) -> dict[str, bytes]:
        save(self.profiles, JPN=text)
        build(self.profiles, economies=("JPN",))
        return built(self.profiles)

    def beside(self) -> set[str]:
        return {path.name for path in self.profiles.parent.iterdir()} - {"profiles", "tmp"}


def end(running: subprocess.Popen[bytes], how: str) -> None:
    if how == "group":
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.send_signal(signal.SIGTERM if how == "asked" else signal.SIGKILL)
    running.wait()
    for _ in range(1000):
        if not list(of_session(running.pid)):
            return
        time.sleep(0.01)
    raise AssertionError(f"a child is left ({how})")


def of_session(session: int) -> Iterator[int]:
    """The processes that a build started and that still run."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(its) == session and state != "Z":
            yield int(stat.parent.name)


def kills(place: Path, number: int, seed: int) -> None:
    builds, chance = Builds(place), random.Random(seed)
    start = time.monotonic()
    editions = [builds.whole(TEXTS[1])]
    took = time.monotonic() - start
    editions.append(builds.whole(TEXTS[0]))
    assert editions[0] != editions[1]
    assert {"JPN.html", "pdf/JPN.pdf"} <= editions[0].keys()
    for at in range(number):
        text = TEXTS[built(builds.profiles) == editions[1]]
        running = builds.start(text)
        time.sleep(chance.uniform(0, took * 1.5))
        how = WAYS[at % len(WAYS)]
        end(running, how)
        assert built(builds.profiles) in editions, (at, how)
        assert builds.beside() <= {"build", ".build.profilegen"}
        assert list(builds.temporary.iterdir()) == [], (at, how)
    assert builds.whole(TEXTS[1]) == editions[0]
    assert builds.beside() == {"build"}


pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
    pytest.mark.usefixtures("unmeasured"),
]


@quiet
def test_a_kill(tmp_path: Path) -> None:
    kills(tmp_path, 1, seed=5)


def test_a_build_that_is_asked_to_end_leaves_nothing_behind(tmp_path: Path) -> None:
    builds = Builds(tmp_path)
    running = builds.start(TEXTS[0])
    while builds.beside() != {"build", ".build.profilegen"}:
        time.sleep(0.01)
    end(running, "asked")
    assert running.returncode == 128 + signal.SIGTERM
    assert builds.beside() == set()


@pytest.mark.soak
def test_a_hundred_kills(tmp_path: Path) -> None:
    kills(tmp_path, 100, seed=int(time.time()))
