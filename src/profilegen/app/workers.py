"""Processes that work for this one: one that dies costs one piece of work, and none outlives it."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

Work = TypeVar("Work")
Done = TypeVar("Done")

_END = None
"""What a worker is sent when there is no more to do."""


@dataclass(frozen=True, slots=True)
class Died:
    """In place of a result: the process ended before it gave one."""

    exitcode: int | None

    @property
    def how(self) -> str:
        """How it ended, in words."""
        if self.exitcode is not None and self.exitcode < 0:
            try:
                return f"was ended by {signal.Signals(-self.exitcode).name}"
            except ValueError:
                return f"was ended by signal {-self.exitcode}"
        return f"ended with exit code {self.exitcode}"


class _Worker(Generic[Work, Done]):
    """One process, and what it is at work on."""

    def __init__(self, function: Callable[[Work], Done], temporary: Path) -> None:
        context: Any = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(
            target=_serve, args=(function, theirs, temporary), daemon=True
        )
        self.process.start()
        theirs.close()  # the worker alone holds its end, so that its death is the end of the file
        self.at: int | None = None

    def give(self, at: int, work: Work) -> None:
        """Send the next piece of work; a worker that is gone is noticed when its result is due."""
        self.at = at
        with suppress(OSError):
            self.connection.send(work)

    def take(self) -> Done | Died:
        """The result, or how the process ended."""
        try:
            done: Done = self.connection.recv()
        except (EOFError, OSError):
            self.process.join()
            return Died(self.process.exitcode)
        return done

    def end(self, *, now: bool) -> None:
        """Let the process go when it is idle, or at once."""
        if now:
            self.process.kill()
        else:
            self.give(-1, _END)  # type: ignore[arg-type]
        self.process.join()
        self.connection.close()


def in_workers(
    function: Callable[[Work], Done], pieces: Sequence[Work], jobs: int, temporary: Path
) -> Iterator[Done | Died]:
    """The result of each piece of work, in their order; `Died` where the process did not last.

    Whatever the workers' libraries leave in the temporary folder lies in `temporary`, which is
    the caller's to remove: a process that is forked, or killed, does not clean up.
    """
    waiting = list(enumerate(pieces))[::-1]
    done: dict[int, Done | Died] = {}
    workers: list[_Worker[Work, Done]] = []
    whole = False
    try:
        for at in range(len(pieces)):
            while at not in done:
                while waiting and len(workers) < max(jobs, 1):
                    workers.append(_Worker(function, temporary))
                    workers[-1].give(*waiting.pop())
                ready = wait([worker.connection for worker in workers])
                for worker in [w for w in workers if w.connection in ready]:
                    assert worker.at is not None
                    result = done[worker.at] = worker.take()
                    if isinstance(result, Died) or not waiting:
                        worker.end(now=isinstance(result, Died))
                        workers.remove(worker)
                    else:
                        worker.give(*waiting.pop())
            yield done.pop(at)
        whole = True
    finally:
        for worker in workers:
            worker.end(now=not whole)


def _serve(function: Callable[[Work], Done], connection: Connection, temporary: Path) -> None:
    """What a worker does, until it is told that there is no more, or its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, args=(temporary,), daemon=True).start()
    tempfile.tempdir = str(temporary)
    with suppress(EOFError, OSError):  # a parent that is gone is no error of its worker
        while (work := connection.recv()) is not _END:
            connection.send(function(work))


def _end_with_parent(temporary: Path) -> None:
    """End this process when its parent has ended, however that came about.

    A killed parent says nothing to its workers: they would sleep for ever.
    """
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    shutil.rmtree(temporary, ignore_errors=True)
    os._exit(1)
