"""Conditions under which the cases of tests/cases are built, by the name that a case gives."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from unittest import mock

from tests.few_pages import FEW_PAGES

from profilegen.app import printing, rendered_site
from profilegen.app.build import Plan
from profilegen.output import pdf
from profilegen.view.pages import page

OUT = Path("build")

Condition = Callable[[Path], AbstractContextManager[Plan]]


@contextmanager
def _out_is_a_file(folder: Path) -> Iterator[Plan]:
    OUT.write_text("in the way")
    yield Plan(folder, OUT)


@contextmanager
def _out_holds_other_things(folder: Path) -> Iterator[Plan]:
    OUT.mkdir()
    (OUT / "thesis.docx").write_text("years of work")
    yield Plan(folder, OUT)


@contextmanager
def _without_the_print_libraries(folder: Path) -> Iterator[Plan]:
    with mock.patch.dict("sys.modules", {"weasyprint": None}):
        yield Plan(folder, OUT)


@contextmanager
def _the_worker_is_killed(folder: Path) -> Iterator[Plan]:
    def end(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with mock.patch.object(printing, "_printed", end):
        yield Plan(folder, OUT, ("pdf",), ("JPN",))


@contextmanager
def _the_program_fails(folder: Path) -> Iterator[Plan]:
    with mock.patch.object(page, "profile_view", side_effect=IndexError("out of range")):
        yield Plan(folder, OUT, ("pdf",), ("JPN",))


@contextmanager
def _ships_cannot_be_printed_in_section_1(folder: Path) -> Iterator[Plan]:
    real = pdf.print_pages

    def fails(html: str, *rest: object) -> object:
        harmed = html.replace("Ships", "\U00013460") if rest[-1] == "section-1" else html
        return real(harmed, *rest)  # type: ignore[arg-type]

    few = mock.patch.object(rendered_site, "PAGES", FEW_PAGES)
    with mock.patch.object(pdf, "print_pages", fails), few:
        yield Plan(folder, OUT, ("pdf",))


@contextmanager
def _the_index_has_a_mistake(folder: Path) -> Iterator[Plan]:
    own = folder / "templates" / "screen" / "index.html"
    own.parent.mkdir(parents=True)
    own.write_text("<h1>\n{{ view.headline }}\n</h1>\n")
    yield Plan(folder, OUT, ("html",))


CONDITIONS: dict[str, Condition] = {
    "out is a file": _out_is_a_file,
    "out holds other things": _out_holds_other_things,
    "without the print libraries": _without_the_print_libraries,
    "the worker is killed": _the_worker_is_killed,
    "the program fails": _the_program_fails,
    "ships cannot be printed in section 1": _ships_cannot_be_printed_in_section_1,
    "the index has a mistake": _the_index_has_a_mistake,
}
