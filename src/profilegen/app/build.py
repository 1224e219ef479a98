"""The build: plans what is made of which profile, and is the only writer.

Every file is written beside its place and moved there whole, so that a killed build leaves the
last good output. One broken profile never stops the others.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from profilegen.check.collection import load, profile_files
from profilegen.check.profile import CheckedProfile
from profilegen.core.codes import finding
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic, Severity, Span, ordered
from profilegen.core.project import own_templates
from profilegen.core.registry import Registry
from profilegen.output import compare_data, comparing, fonts, html
from profilegen.view.board import board
from profilegen.view.index import index_view
from profilegen.view.material import Material, material
from profilegen.view.profile import ProfileView, profile_view

FORMATS = ("html", "pdf")
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run makes: from which folder, to which, which formats, of which economies."""

    profiles: Path
    out: Path
    only: tuple[str, ...] = FORMATS
    economies: tuple[str, ...] = ()
    jobs: int = 1
    as_of: Date | None = None
    published_only: bool = False
    """Whether only profiles of status `published` are made."""


@dataclass
class Result:
    """What a run found and wrote."""

    diagnostics: tuple[Diagnostic, ...] = ()
    written: list[Path] = field(default_factory=list)
    profiles: int = 0


@dataclass(frozen=True, slots=True)
class _Print:
    """The outcome of one PDF, small enough to come back from a worker."""

    code: str
    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    pages: int
    renders: int
    seconds: float


def build(plan: Plan, tell: Tell) -> Result:
    """Make everything that the plan asks for. Diagnostics: all findings of all files."""
    collection = load(profile_files(plan.profiles), plan.profiles, plan.as_of)
    assert collection.value is not None
    registry, found = collection.value.registry, list(collection.diagnostics)
    broken = {d.span.file for d in found if d.severity == Severity.ERROR and not d.waived}
    good = [item for item in collection.value.profiles if item.tree.file not in broken]
    if plan.economies:  # who builds one economy is told of that one
        others = {item.tree.file for item in collection.value.profiles
                  if item.profile.economy not in plan.economies}  # fmt: skip
        found = [d for d in found if d.span.file not in others]
    if plan.published_only:
        for item in good:
            if item.profile.status != "published":
                tell(f"{item.profile.economy}: left out, its status is {item.profile.status}")
                _remove(plan.out, item.profile.economy)
        good = [item for item in good if item.profile.status == "published"]
    views = [profile_view(item.profile, registry) for item in good]
    files = {item.profile.economy: item.tree.file for item in good}
    chosen = [v for v in views if not plan.economies or v.code in plan.economies]
    result = Result(profiles=len(chosen))
    for file in sorted(broken):
        tell(f"{Path(file).stem}: not built, its file has errors; earlier output is left as it is")
    if not chosen:
        result.diagnostics = ordered(found)
        return result
    try:
        _sweep(plan.out)
        if "pdf" in plan.only:
            for outcome in _print_all(chosen, files, plan):
                found += outcome.diagnostics
                tell(_progress(outcome, chosen))
                if outcome.data is not None:
                    path = plan.out / "pdf" / f"{outcome.code}.pdf"
                    result.written.append(write(path, outcome.data))
        if "html" in plan.only:
            result.written += _site(plan, registry, good, views, chosen)
            tell(f"Pages: {', '.join(f'{v.code}.html' for v in chosen)} and index.html")
        result.diagnostics = ordered(found)
    except OSError as error:
        place = str(error.filename or plan.out)
        message = f"{place} cannot be written: {error.strerror or error}."
        result.diagnostics = ordered([*found, finding("PG407", Span(place), message)])
    return result


def _comparisons(
    out: Path, stuff: Material, registry: Registry, listed: Sequence[ProfileView], own: Path | None
) -> Iterator[Path]:
    """compare.html with its scripts and the data of the economies that have a page."""
    view = board(stuff, registry, {view.code for view in listed})
    page = comparing.live_page(view, sections=False, own=own)
    yield write(out / "compare.html", page.encode())
    for name, text in comparing.assets(own).items():
        yield write(out / "assets" / name, text.encode())
    for name, text in compare_data.scripts(stuff, view, own).items():
        yield write(out / "data" / "compare" / name, text.encode())


def _site(
    plan: Plan,
    registry: Registry,
    items: Sequence[CheckedProfile],
    views: Sequence[ProfileView],
    chosen: Sequence[ProfileView],
) -> Iterator[Path]:
    """The pages for the screen with their style sheet and faces."""
    own, out = own_templates(plan.profiles), plan.out
    there = {view.code for view in views if (out / "pdf" / f"{view.code}.pdf").exists()}
    for view in chosen:
        page = html.profile_page(view, pdf=view.code in there, own=own)
        yield write(out / f"{view.code}.html", page.encode())
    made = {view.code for view in chosen}
    listed = [v for v in views if v.code in made or (out / f"{v.code}.html").exists()]
    profiles = [item.profile for item in items]
    yield from _comparisons(out, material(profiles, registry), registry, listed, own)
    index = html.index_page(index_view(listed, registry), pdf=there, own=own)
    yield write(out / "index.html", index.encode())
    yield write(out / "assets" / "screen.css", html.style_sheet(own).encode())
    for face in fonts.faces():
        path = out / "assets" / "fonts" / f"{face.path.stem}.woff"
        if not path.exists():
            yield write(path, fonts.woff(face))


def _progress(outcome: _Print, views: Sequence[ProfileView]) -> str:
    view = next(v for v in views if v.code == outcome.code)
    if outcome.data is None:
        return f"{view.name}: no PDF, see the findings"
    again = f", laid out {outcome.renders} times" if outcome.renders > 1 else ""
    pages = "1 page" if outcome.pages == 1 else f"{outcome.pages} pages"
    notes = "1 note" if len(view.notes) == 1 else f"{len(view.notes)} notes"
    return f"{view.name}: {pages}, {notes}{again} ({outcome.seconds:.1f} s)"


def _print_all(views: Sequence[ProfileView], files: dict[str, str], plan: Plan) -> Iterator[_Print]:
    """Print each view, in worker processes where there are several; in the views' order."""
    from profilegen.output import pdf

    missing = pdf.libraries_missing()
    if missing:
        yield from (_Print(v.code, None, (missing,), 0, 0, 0.0) for v in views)
        return
    jobs = min(plan.jobs, len(views))
    tasks = [(view, files[view.code], own_templates(plan.profiles)) for view in views]
    if jobs <= 1:
        yield from map(_print_one, tasks)
        _press.cache_clear()  # its fonts must go before the interpreter does
        return
    context = multiprocessing.get_context("fork" if os.name == "posix" else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(_print_one, tasks)


@cache
def _press(own: Path | None) -> Any:
    """One press a process: fonts and style sheet are parsed once for all documents."""
    from profilegen.output import pdf

    return pdf.Press(own)


def _print_one(task: tuple[ProfileView, str, Path | None]) -> _Print:
    from profilegen.output import pdf

    view, file, own = task
    start = time.perf_counter()
    checked = pdf.profile_pdf(view, _press(own), file)
    seconds = time.perf_counter() - start
    made = checked.value
    if made is None:
        return _Print(view.code, None, checked.diagnostics, 0, 0, seconds)
    return _Print(view.code, made.data, checked.diagnostics, made.pages, made.renders, seconds)


_PREFIX = ".profilegen-"


def write(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all: beside its place first, then moved there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file() and path.read_bytes() == data:
        return path
    handle, name = tempfile.mkstemp(prefix=_PREFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path


def _remove(out: Path, code: str) -> None:
    """Take away the page and the PDF of a profile that is left out."""
    for path in (out / f"{code}.html", out / "pdf" / f"{code}.pdf"):
        path.unlink(missing_ok=True)


def _sweep(out: Path) -> None:
    """Remove what a killed build left unfinished."""
    if out.is_dir():
        for leftover in out.rglob(f"{_PREFIX}*"):
            leftover.unlink(missing_ok=True)


def known_economies(profiles: Path) -> Collection[str]:
    """The economies that have a file in a folder."""
    return [path.stem for path in profile_files(profiles)]
