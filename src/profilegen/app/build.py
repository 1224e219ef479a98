"""The build: plans what is made of which profile, and is the only writer.

Every file is written beside its place and moved there whole, so that a killed build leaves the
last good output. One broken profile never stops the others.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from profilegen.app.printing import Task, print_all
from profilegen.app.site import LEAVES, leaves, scripts
from profilegen.check.collection import faulty, load, profile_files, sound
from profilegen.check.near_misses import passed_over
from profilegen.core.codes import finding
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic, Span, ordered
from profilegen.core.model.profile import Profile
from profilegen.core.project import own_templates
from profilegen.core.registry import Registry
from profilegen.output import compare_data, comparing, fonts, html
from profilegen.output.data import observations_csv
from profilegen.output.leaf import Leaf
from profilegen.output.template_fault import TemplateFaultError
from profilegen.view.board import board
from profilegen.view.index import index_view
from profilegen.view.material import Material, material
from profilegen.view.profile import ProfileView, profile_view
from profilegen.view.site import Site

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


def build(plan: Plan, tell: Tell) -> Result:
    """Make everything that the plan asks for. Diagnostics: all findings of all files."""
    collection = load(profile_files(plan.profiles), plan.profiles, plan.as_of)
    assert collection.value is not None
    registry = collection.value.registry
    found = [*collection.diagnostics, *passed_over(plan.profiles)]
    broken, good = faulty(found), list(sound(collection))
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
    alone = bool(plan.economies) and "html" not in plan.only  # its PDF needs no page beside it
    shown = [i for i in good if not alone or i.profile.economy in plan.economies]
    views = [profile_view(item.profile, registry) for item in shown]
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
        own = own_templates(plan.profiles)
        made = {view.code for view in chosen}
        listed = [v for v in views if v.code in made or (plan.out / f"{v.code}.html").exists()]
        site = _contents(plan, listed, made)
        codes = {view.code for view in listed}
        profiles = [item.profile for item in shown if item.profile.economy in codes]
        stuff = material(() if alone else profiles, registry)
        pages = () if alone else tuple(leaves(profiles, stuff, registry, site, own))
        if "pdf" in plan.only:
            tasks = [Task(v.code, v.name, v, files[v.code], len(v.notes)) for v in chosen]
            if not plan.economies:  # pages on all economies are printed when all are
                tasks += [
                    Task(leaf.name, f"{leaf.name}.pdf", paper, leaf.name, len(paper.expected.notes))
                    for leaf in pages
                    if (paper := leaf.paper)
                ]
            for outcome in print_all(tasks, own, plan.jobs):
                found += outcome.diagnostics
                tell(outcome.told)
                if outcome.data is not None:
                    path = plan.out / "pdf" / f"{outcome.task.name}.pdf"
                    result.written.append(write(path, outcome.data))
        if "html" in plan.only:
            result.written += _site(plan, registry, profiles, stuff, listed, chosen, pages, site)
            result.written += _comparisons(plan.out, stuff, registry, site, own)
            held = [item for item in shown if item.profile.economy in codes]
            table = observations_csv(held, registry)
            path = plan.out / "data" / "observations.csv"
            result.written.append(write(path, table.encode("utf-8-sig")))
            tell(f"Pages: {', '.join(f'{v.code}.html' for v in chosen)} and index.html")
        result.diagnostics = ordered(found)
    except TemplateFaultError as fault:
        result.diagnostics = ordered([*found, fault.diagnostic])
    except OSError as error:
        place = str(error.filename or plan.out)
        message = f"{place} cannot be written: {error.strerror or error}."
        result.diagnostics = ordered([*found, finding("PG407", Span(place), message)])
    return result


def _comparisons(
    out: Path, stuff: Material, registry: Registry, site: Site, own: Path | None
) -> Iterator[Path]:
    """compare.html with its scripts and the data of the economies that have a page."""
    view = board(stuff, registry, site.pages)
    page = comparing.live_page(view, site=site, own=own)
    yield write(out / "compare.html", page.encode())
    for name, text in comparing.assets(own).items():
        yield write(out / "assets" / name, text.encode())
    for name, text in compare_data.scripts(stuff, view, site, own).items():
        yield write(out / "data" / "compare" / name, text.encode())


def _site(
    plan: Plan,
    registry: Registry,
    profiles: Sequence[Profile],
    stuff: Material,
    listed: Sequence[ProfileView],
    chosen: Sequence[ProfileView],
    pages: Sequence[Leaf],
    site: Site,
) -> Iterator[Path]:
    """The pages for the screen with their style sheet and faces."""
    own, out = own_templates(plan.profiles), plan.out
    there = frozenset(name for name in site.pages if (out / "pdf" / f"{name}.pdf").exists())
    site = replace(site, printed=there)
    for view in chosen:
        yield write(out / f"{view.code}.html", html.profile_page(view, site=site, own=own).encode())
    index = html.index_page(index_view(listed, registry, profiles, stuff), site=site, own=own)
    yield write(out / "index.html", index.encode())
    for leaf in pages:
        yield write(out / f"{leaf.name}.html", leaf.html.encode())
    yield write(out / "assets" / "screen.css", html.style_sheet(own).encode())
    for name, text in scripts(profiles, registry, own):
        yield write(out / "assets" / name, text.encode())
    for face in fonts.faces():
        path = out / "assets" / "fonts" / f"{face.path.stem}.woff"
        if not path.exists():
            yield write(path, fonts.woff(face))


def _contents(plan: Plan, listed: Sequence[ProfileView], made: Collection[str]) -> Site:
    """What the site holds when this build is done."""
    names = frozenset(("index", "compare", *LEAVES, *(view.code for view in listed)))
    soon = set(made) | (set() if plan.economies else set(LEAVES)) if "pdf" in plan.only else set()
    there = {name for name in names if (plan.out / "pdf" / f"{name}.pdf").exists()}
    return Site(names, frozenset(there | soon))


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
