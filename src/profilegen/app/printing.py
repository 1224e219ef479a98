"""Printing many documents, in worker processes where there are several."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from profilegen.core.diagnostic import Diagnostic
from profilegen.core.locale import counted
from profilegen.output.leaf import Paper
from profilegen.output.length import length
from profilegen.view.profile import ProfileView


@dataclass(frozen=True, slots=True)
class Task:
    """One document to print: its file's name, what it is called, and whose findings it has."""

    name: str
    title: str
    what: ProfileView | Paper
    file: str
    notes: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one PDF, small enough to come back from a worker."""

    task: Task
    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    pages: int
    renders: int
    seconds: float

    @property
    def told(self) -> str:
        """What the user is told of it."""
        if self.data is None:
            return f"{self.task.title}: no PDF, see the findings"
        again = f", laid out {self.renders} times" if self.renders > 1 else ""
        pages, notes = counted(self.pages, "page"), counted(self.task.notes, "note")
        return f"{self.task.title}: {pages}, {notes}{again} ({self.seconds:.1f} s)"


def print_all(tasks: Sequence[Task], own: Path | None, jobs: int) -> Iterator[Outcome]:
    """Print each document, in the order of the tasks."""
    from profilegen.output import pdf

    missing = pdf.libraries_missing()
    if missing:
        yield from (Outcome(task, None, (missing,), 0, 0, 0.0) for task in tasks)
        return
    jobs = min(jobs, len(tasks))
    work = [(task, own) for task in tasks]
    if jobs <= 1:
        yield from map(_print_one, work)
        _press.cache_clear()  # its fonts must go before the interpreter does
        return
    context = multiprocessing.get_context("fork" if os.name == "posix" else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(_print_one, work)


@cache
def _press(own: Path | None, sheet: str) -> Any:
    """One press a process and style sheet: fonts are parsed once for all documents."""
    from profilegen.output import pdf

    return pdf.Press(own, sheet)


def _print_one(work: tuple[Task, Path | None]) -> Outcome:
    from profilegen.output import pdf

    task, own = work
    start = time.perf_counter()
    if isinstance(task.what, ProfileView):
        checked = pdf.profile_pdf(task.what, _press(own, "print/print.css"), task.file)
    else:
        paper = task.what
        press = _press(own, paper.sheet)
        checked = pdf.print_pages(paper.source, paper.expected, press, task.file)
    seconds = time.perf_counter() - start
    made = checked.value
    if made is None:
        return Outcome(task, None, checked.diagnostics, 0, 0, seconds)
    found = checked.diagnostics
    if isinstance(task.what, ProfileView):
        found += tuple(length(task.what, made.pages, task.file))
    return Outcome(task, made.data, found, made.pages, made.renders, seconds)
