"""Printing many documents, each in a worker process: what goes wrong in one stays there."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from profilegen.app.fault_isolation import program_fault
from profilegen.app.workers import Died, in_workers
from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.core.shared_english import counted
from profilegen.output.length import length
from profilegen.output.site_page import Paper
from profilegen.output.template_faults import template_fault
from profilegen.view.profile.profile import ProfileView


@dataclass(frozen=True, slots=True)
class Task:
    """One document to print: its file's name, what it is called, and whose findings it has."""

    name: str
    title: str
    what: ProfileView | Paper
    file: str
    notes: int
    without: tuple[str, ...] = ()
    """Names of the economies that are left out of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one PDF, small enough to come back from a worker."""

    task: Task
    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    pages: int
    seconds: float

    @property
    def told(self) -> str:
        """What the user is told of it."""
        if self.data is None:
            return f"{self.task.title}: no PDF, see the findings"
        pages, notes = counted(self.pages, "page"), counted(self.task.notes, "note")
        left = f", without {', '.join(self.task.without)}" if self.task.without else ""
        return f"{self.task.title}: {pages}, {notes}{left} ({self.seconds:.1f} s)"


def print_all(
    tasks: Sequence[Task], template_dir: Path | None, jobs: int, temporary: Path
) -> Iterator[Outcome]:
    """Print each document, in the order of the tasks.

    Diagnostics: PG401 to PG408; PG414, PG415 and PG418 where a document stops its printing.
    """
    from profilegen.output import pdf

    missing = pdf.libraries_missing()
    if missing:
        yield from (_failed(task, missing) for task in tasks)
        return
    work = [(task, template_dir) for task in tasks]
    results = in_workers(_print_one, work, jobs, temporary)
    for task, result in zip(tasks, results, strict=True):
        if isinstance(result, Died):
            message = f"The process that printed {task.title} {result.how}."
            yield _failed(task, finding("PG414", Span(task.file), message, place=task.title))
        else:
            yield result


def _failed(task: Task, *diagnostics: Diagnostic, seconds: float = 0.0) -> Outcome:
    return Outcome(task, None, diagnostics, 0, seconds)


@cache
def _press(template_dir: Path | None, sheet: str) -> Any:
    """One press a process and style sheet: fonts are parsed once for all documents."""
    from profilegen.output import pdf

    return pdf.Press(template_dir, sheet)


def _print_one(work: tuple[Task, Path | None]) -> Outcome:
    """Print a document in a worker; whatever goes wrong is a finding of it."""
    # A layout makes millions of objects that all last until it is done.
    gc.set_threshold(100_000, 50, 100)
    task, template_dir = work
    start = time.perf_counter()
    try:
        outcome = _printed(task, template_dir, start)
    except Exception as error:
        fault = template_fault(error, template_dir)
        return _failed(task, fault or program_fault(error, task.file, f"Printing {task.title}"))
    return outcome


def _printed(task: Task, template_dir: Path | None, start: float) -> Outcome:
    from profilegen.output import pdf

    if isinstance(task.what, ProfileView):
        checked = pdf.profile_pdf(task.what, _press(template_dir, "print/print.css"), task.file)
    else:
        paper = task.what
        press = _press(template_dir, paper.sheet)
        checked = pdf.print_pages(paper.source, paper.expected, press, task.file)
    seconds = time.perf_counter() - start
    made = checked.value
    if made is None:
        return _failed(task, *checked.diagnostics, seconds=seconds)
    found = checked.diagnostics
    if isinstance(task.what, ProfileView):
        found += tuple(length(task.what, made.pages, task.file))
    return Outcome(task, made.data, found, made.pages, seconds)
