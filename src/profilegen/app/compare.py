"""What `profilegen compare` does: one comparison into one file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from profilegen.app.atomic_write import temporary_in, write
from profilegen.app.fault_isolation import program_fault, spared
from profilegen.app.printing import Outcome, Task, print_all
from profilegen.check.all_profiles import Collection
from profilegen.check.profile import CheckedProfile
from profilegen.core.diagnostic import Diagnostic, Span, ordered
from profilegen.core.finding_codes import finding
from profilegen.core.model.sections import SECTIONS
from profilegen.core.program_files import own_templates
from profilegen.core.reader_text_type import Words
from profilegen.core.registry import NameIndex, nearest
from profilegen.core.shared_english import counted
from profilegen.edition.edition import Edition
from profilegen.output import compare_html
from profilegen.view.comparison.all_columns_and_rows import comparison_basis
from profilegen.view.comparison.comparison import comparison
from profilegen.view.comparison.model import Choice, Comparison
from profilegen.view.wording.en.pages import left_out

FORMATS = (".pdf", ".html")


class UsageError(ValueError):
    """A choice that cannot be compared; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asks for, in their own words."""

    economies: tuple[str, ...]
    sections: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Made:
    """A comparison in its file's form."""

    view: Comparison
    data: bytes
    pages: int = 0


class _UnprintableError(Exception):
    """A comparison of these economies gives findings and no file."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(diagnostics[0].message)
        self.diagnostics = tuple(diagnostics)


def compare(
    collection: Collection, profiles: Path, request: Request, out: Path, tell: Callable[[str], None]
) -> tuple[Diagnostic, ...]:
    """Write one comparison. Raises UsageError and TemplateFault.

    Diagnostics: PG401 to PG408, PG414 and PG415; the economies to blame are left out, and where
    fewer than two remain there is no file.
    """
    if out.suffix not in FORMATS:
        raise UsageError(f"{out} ends neither in .pdf nor in .html.")
    resolver, template_dir = collection.resolver, own_templates(profiles)
    names = resolver.registry.names
    files = {item.profile.economy: item.tree.file for item in collection.profiles}
    codes = chosen(request.economies, _names(collection.profiles), names.economies, profiles)
    numbers, keys = sections(request.sections), topics(request.topics, names.topics)
    basis, unread = spared(
        lambda items: comparison_basis(Edition(tuple(i.resolved for i in items), resolver)),
        collection.profiles, template_dir,
    )  # fmt: skip

    def made(economies: Sequence[str]) -> _Made:
        assert basis is not None
        view = comparison(basis, Choice(tuple(economies), numbers, keys))
        missing = [code for code in codes if code not in economies]
        without = left_out(resolver.economies.of(code).name for code in missing)
        if out.suffix == ".html":
            return _Made(view, compare_html.comparison_page(view, template_dir, without).encode())
        return _printed(view, template_dir, without, str(out))

    left = [code for code in codes if basis and code in basis.columns]
    faults = [(item.profile.economy, error) for item, error in unread]
    try:
        done, blamed = spared(made, left, template_dir) if len(left) > 1 else (None, [])
    except _UnprintableError as error:  # of all, and of none of them alone
        return error.diagnostics
    faults = [(code, error) for code, error in (*faults, *blamed) if code in codes]
    found = [d for code, error in faults for d in _findings(error, files[code], code)]
    if done is None or len(done.view.columns) < 2:
        tell(f"{out}: not written, fewer than two economies remain; see the findings")
        return ordered(found)
    write(out, done.data)
    rows = counted(sum(section.counts.rows for section in done.view.sections), "row")
    pages = f", {counted(done.pages, 'page')}" if done.pages else ""
    unshown = [resolver.economies.of(code).name for code, _ in faults]
    without = f", without {', '.join(unshown)}: see the findings" if unshown else ""
    economies = counted(len(done.view.columns), "economy", "economies")
    tell(f"{out}: {economies}, {rows}{pages}{without}")
    return ordered(found)


def _findings(error: Exception, file: str, code: str) -> Sequence[Diagnostic]:
    if isinstance(error, _UnprintableError):  # printed alone, its findings are the profile's
        return [d if d.code == "PG406" else replace(d, span=Span(file)) for d in error.diagnostics]
    return (program_fault(error, file, f"Comparing {code}"),)


def _printed(view: Comparison, template_dir: Path | None, without: Words | str, file: str) -> _Made:
    """A comparison as PDF, printed in a process of its own. Raises _UnprintableError."""
    from profilegen.output import compare_pdf

    paper = compare_pdf.paper(view, template_dir, without)
    task = Task(file, file, paper, file, len(paper.expected.notes))
    outcome: Outcome
    with (
        tempfile.TemporaryDirectory(prefix="profilegen-") as temporary,
        temporary_in(Path(temporary)),
    ):
        (outcome,) = print_all([task], template_dir, 1, Path(temporary))
    if outcome.data is None:
        nothing = finding("PG404", Span(file), "Nothing was printed.")
        raise _UnprintableError(outcome.diagnostics or (nothing,))
    return _Made(view, outcome.data, outcome.pages)


def _names(profiles: Iterable[CheckedProfile]) -> dict[str, str]:
    """Names of the economies that have a profile, by code."""
    ordered = sorted((item.resolved for item in profiles), key=lambda of: of.code)
    return {of.code: of.name for of in ordered}


def chosen(
    names: Sequence[str],
    profiles: Mapping[str, str],
    economies: NameIndex,
    folder: Path = Path("profiles"),
) -> tuple[str, ...]:
    """Codes of the economies that were named by code or name, the base first."""
    codes = []
    for name in names:
        code = name.upper() if name.upper() in profiles else economies.key(name)
        if code is None:
            near = _near(name, profiles, economies)
            raise UsageError(f'"{name}" is no known economy.{near}')
        if code not in profiles:
            has = f" There are {', '.join(profiles)}." if profiles else ""
            file = folder / f"{code}.yaml"
            bring = "" if file.exists() else f" To bring it in, copy {file.name} into {folder}."
            raise UsageError(f"{code} has no profile that could be compared.{has}{bring}")
        codes.append(code)
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice:
        raise UsageError(f"{twice} is named twice; name each economy once.")
    if len(codes) < 2:
        raise UsageError("A comparison takes two economies or more: profilegen compare JPN KOR.")
    return tuple(codes)


def _near(name: str, profiles: Mapping[str, str], economies: NameIndex) -> str:
    spoken = {code: code for code in profiles}
    for code in profiles:
        spoken |= dict.fromkeys(economies.spoken[code], code)
    near = nearest(name, spoken)
    return f" Did you mean {spoken[near]} ({profiles[spoken[near]]})?" if near else ""


NUMBERED = ", ".join(f"{kind.number} {kind.label}" for kind in SECTIONS)
"""What numbers there are to choose among: `1 Industrial strategy, 2 Digital strategy, ...`."""


def sections(words: str) -> tuple[int, ...]:
    """Sections as people write them: `4,5`, `1-3`; all seven where nothing is written."""
    found: set[int] = set()
    for part in filter(None, (part.strip() for part in words.split(","))):
        first, dash, last = part.partition("-")
        if not (first.isdigit() and (last.isdigit() or not dash)):
            raise UsageError(f'"{part}" is no section. Write numbers, --sections 4,5: {NUMBERED}.')
        span = range(int(first), int(last or first) + 1)
        if not span or span[0] < 1 or span[-1] > len(SECTIONS):
            raise UsageError(f'There is no section "{part}". There are {NUMBERED}.')
        found.update(span)
    return tuple(sorted(found)) or tuple(section.number for section in SECTIONS)


def topics(names: Sequence[str], known: NameIndex) -> tuple[str, ...]:
    """Keys of the topics that were named by any of their names."""
    keys = []
    for name in names:
        key = known.key(name)
        if key is None:
            near = known.near(name)
            hint = f" Did you mean {near}?" if near else ""
            raise UsageError(f'"{name}" is no known topic.{hint}')
        keys.append(key)
    return tuple(dict.fromkeys(keys))
