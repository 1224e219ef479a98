"""What a run of the tests makes once, by whichever worker comes first; all others only read it."""

from __future__ import annotations

import fcntl
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")

_run: list[Path] = []


def open_run(temporary: pytest.TempPathFactory) -> None:
    """Name the folder that all workers of this run share; the session's first fixture does."""
    own = temporary.getbasetemp()
    shared = own.parent if own.name.startswith("popen-") else own  # as pytest-xdist nests them
    _run[:] = [shared / "shared"]
    _run[0].mkdir(exist_ok=True)


@contextmanager
def _alone(name: str) -> Iterator[Path]:
    """The place of something shared, while no other worker makes it."""
    with (_run[0] / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield _run[0] / name


def folder(name: str, make: Callable[[Path], object]) -> Path:
    """A folder that `make` fills once a run; nobody writes into it afterwards."""
    with _alone(name) as path:
        made = path.with_suffix(".made")
        if not made.exists():
            shutil.rmtree(path, ignore_errors=True)  # what a failure left
            path.mkdir()
            make(path)
            made.touch()
    return path


def value(name: str, make: Callable[[], T]) -> T:
    """What `make` gives, worked out once a run."""

    def keep(path: Path) -> None:
        (path / "value").write_bytes(pickle.dumps(make()))

    made: T = pickle.loads((folder(name, keep) / "value").read_bytes())
    return made
