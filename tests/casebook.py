"""The files of tests/cases: one mistake each, with the findings it has to give.

A case is a profile, or a folder of profiles with its own registry. Comments in a file say what is
expected of it, and how it comes about where a file alone does not show the mistake:

    # expect: PG104 7:5       a finding of this file and its place; several lines for several
                              (`PG407 1:1 in build/pdf`: a finding of something else)
    # name: Japan.yaml        the name under which the file is saved; JPN.yaml otherwise
    # as-of: 1 July 2028      the day of the run
    # make: latin-1           the file is saved so (or: `pad 3 MiB`, `folder`)
    # print: drop note 1      the profile is printed with this fault planted
    # build: out is a file    the profile is built under this condition
    # says: Note 1 is lost    how the message begins, for the documentation
"""

from __future__ import annotations

import atexit
import contextlib
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from tests.known import resolved

from profilegen.check.all_profiles import load, profile_files
from profilegen.check.profile import CheckedProfile
from profilegen.check.unread_files import passed_over
from profilegen.core.dates import parse_date
from profilegen.core.diagnostic import Diagnostic, Severity
from profilegen.core.registry import Registry
from profilegen.output.expected_in_print import PrintManifest
from profilegen.output.length import length

CASES = Path(__file__).parent / "cases"
_DIRECTIVE = re.compile(r"^# (expect|name|as-of|make|print|build|says): (.+)$", re.MULTILINE)

Place = tuple[str, str, int, int]
"""A finding as cases name it: file, code, line, column."""


@dataclass(frozen=True)
class Case:
    """One example: its name, its files by the names under which they are saved."""

    name: str
    files: dict[str, str]
    expected: tuple[Place, ...]
    told: dict[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The code that the case is an example of."""
        return self.name[:5]

    @property
    def only_file(self) -> str:
        """The name of the file of a case that has only one."""
        return next(iter(self.files))


def cases() -> list[Case]:
    """Every case, by name."""
    return [_read(path) for path in sorted(CASES.iterdir()) if path.name.startswith("PG")]


def _read(path: Path) -> Case:
    sources = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    files: dict[str, str] = {}
    expected: list[Place] = []
    told: dict[str, str] = {}
    for source in sources:
        text = source.read_bytes().decode()
        said = _DIRECTIVE.findall(text)
        told |= {key: value for key, value in said if key != "expect"}
        alone = path == source
        name = told.get("name", "JPN.yaml") if alone else source.relative_to(path).as_posix()
        files[name] = text
        for key, value in said:
            if key == "expect":
                place, _, elsewhere = value.partition(" in ")
                code, line, column = re.split("[ :]", place)
                expected.append((elsewhere or name, code, int(line), int(column)))
    return Case(path.stem, files, tuple(sorted(expected)), told)


@contextlib.contextmanager
def saved(case: Case) -> Iterator[Path]:
    """Save a case as a folder `profiles` in a new working directory."""
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        folder = Path("profiles")
        for name, text in case.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        if how := case.told.get("make"):
            _MAKE[how](folder / case.only_file)
        yield folder


def _pad(path: Path) -> None:
    with path.open("a") as stream:
        stream.write("# a line of padding\n" * (3 * 2**20 // 20))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _latin(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))


_MAKE: dict[str, Callable[[Path], None]] = {
    "pad 3 MiB": _pad,
    "folder": _folder,
    "latin-1": _latin,
}


def findings(case: Case) -> tuple[Diagnostic, ...]:
    """What the program says about a case, waived findings and idle notes left out."""
    with saved(case) as folder:
        return tuple(d for d in run(case, folder) if told(case, d))


def told(case: Case, d: Diagnostic) -> bool:
    """Whether a finding counts: a note only in the case that is about notes."""
    return not d.waived and (d.severity is not Severity.NOTE or d.code == case.code)


def places(found: tuple[Diagnostic, ...]) -> tuple[Place, ...]:
    """Findings as cases name them."""
    return tuple(
        sorted((d.span.file.removeprefix("profiles/"), d.code, d.span.line, d.span.column)
               for d in found)
    )  # fmt: skip


def run(case: Case, folder: Path) -> tuple[Diagnostic, ...]:
    if fault := case.told.get("build"):
        return _built(fault, folder)
    as_of = case.told.get("as-of")
    checked = load(profile_files(folder), folder, parse_date(as_of) if as_of else None)
    assert checked.value is not None
    if fault := case.told.get("print"):
        assert not [d for d in checked.diagnostics if told(case, d)]
        return printed(checked.value.profiles[0], checked.value.registry, fault)
    return (*checked.diagnostics, *passed_over(folder))


def _built(fault: str, folder: Path) -> tuple[Diagnostic, ...]:
    """Build under a condition that the machine imposes."""
    from tests.build_cases import CONDITIONS

    from profilegen.app.build import build

    with CONDITIONS[fault](folder) as plan:
        return build(plan, lambda line: None).diagnostics


def printed(item: CheckedProfile, registry: Registry, fault: str) -> tuple[Diagnostic, ...]:
    """Print a profile with a fault planted in its pages, and read it back."""
    from profilegen.output import footnote_placement, pdf
    from profilegen.view.profile.profile import profile_view

    view = profile_view(resolved(item.profile, registry))
    expected = PrintManifest.of(view)
    page = pdf.page_source(view)
    planted = _PLANT[fault](page)
    with mock.patch.object(footnote_placement, "MAX_REPAIRS", 1):  # what no repair can mend
        checked = pdf.print_pages(planted, expected, _press(), item.tree.file)
    if checked.value is None:
        return checked.diagnostics
    return tuple(length(view, checked.value.pages, item.tree.file))


@cache
def _press() -> Any:
    from profilegen.output import pdf

    return pdf.Press()


atexit.register(_press.cache_clear)  # its fonts must go before the interpreter does


def _without(pattern: str, then: str = "") -> Callable[[str], str]:
    """Take a part out of the page and set `then` before the end of its body."""

    def plant(page: str) -> str:
        found = re.search(pattern, page, re.DOTALL)
        assert found, f"the page has no {pattern}"
        rest = page[: found.start()] + page[found.end() :]
        return rest.replace("</body>", then.format(found[0]) + "</body>", 1)

    return plant


_NOTE = r'<span class="note" id="fn-1">.*?id="fnend-1"></span></span>'
_LEAF = '<p style="break-before: page">A page.</p>'
_PLANT: dict[str, Callable[[str], str]] = {
    "drop note 1": _without(_NOTE),
    "move note 1 to a page of its own": _without(_NOTE, '<p style="break-before: page">{}</p>'),
    "drop the words of note 1": _without(
        r'(?<=<span class="n">1</span>).*?(?=<span[^>]*"fnend-1")'
    ),
    "drop heading 1": _without(r'<h2 id="section-1">.*?</h2>'),
    "show an image of the machine": _without("^", '<img src="file:///etc/hostname" alt="">'),
    "drop a letter of section 1": lambda page: page.replace("direction.<a", "irection.<a"),
    "put a faulty picture into section 1": lambda page: page.replace(
        "</h2>", '</h2><svg width="9" height="9"><title>x</title><text x="q">x</text></svg>', 1
    ),
    "hide a word": lambda page: page.replace(
        "direction", '<span style="visibility: hidden">direction</span>'
    ),
    "change nothing": lambda page: page,
    "twelve more pages": lambda page: page.replace("</body>", f"{_LEAF * 12}</body>"),
}
