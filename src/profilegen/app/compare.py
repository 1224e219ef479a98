"""What `profilegen compare` does: one comparison into one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from profilegen.app.build import write
from profilegen.check.collection import Collection
from profilegen.core.codes import finding
from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.locale import counted
from profilegen.core.model.sections import SECTIONS
from profilegen.core.project import own_templates
from profilegen.core.registry import Registry, nearest
from profilegen.output import comparing
from profilegen.view.comparison import Choice, comparison
from profilegen.view.material import Material, material

FORMATS = (".pdf", ".html")


class UsageError(ValueError):
    """A choice that cannot be compared; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asks for, in their own words."""

    economies: tuple[str, ...]
    sections: str = ""
    topics: tuple[str, ...] = ()


def compare(
    collection: Collection, profiles: Path, request: Request, out: Path, tell: Callable[[str], None]
) -> tuple[Diagnostic, ...]:
    """Write one comparison. Raises UsageError; diagnostics: PG401 to PG408, and then no file."""
    if out.suffix not in FORMATS:
        raise UsageError(f"{out} ends neither in .pdf nor in .html.")
    stuff = material([item.profile for item in collection.profiles], collection.registry)
    choice = Choice(
        chosen(request.economies, stuff, collection.registry),
        sections(request.sections),
        topics(request.topics, collection.registry),
    )
    view = comparison(stuff, choice, collection.registry)
    own = own_templates(profiles)
    rows = counted(sum(section.counts.rows for section in view.sections), "row")
    if out.suffix == ".html":
        write(out, comparing.comparison_page(view, own).encode())
        tell(f"{out}: {counted(len(view.columns), 'economy', 'economies')}, {rows}")
        return ()
    from profilegen.output import compare_pdf, pdf

    if missing := pdf.libraries_missing():
        return (missing,)
    checked = compare_pdf.comparison_pdf(view, pdf.Press(own, compare_pdf.SHEET), str(out))
    if checked.value is None:
        return checked.diagnostics or (finding("PG404", Span(str(out)), "Nothing was printed."),)
    write(out, checked.value.data)
    pages = counted(checked.value.pages, "page")
    tell(f"{out}: {counted(len(view.columns), 'economy', 'economies')}, {rows}, {pages}")
    return checked.diagnostics


def chosen(names: Sequence[str], stuff: Material, registry: Registry) -> tuple[str, ...]:
    """Codes of the economies that were named by code or name, the base first."""
    codes = []
    for name in names:
        code = name.upper() if name.upper() in stuff.columns else registry.economies.key(name)
        if code is None:
            near = _near(name, stuff, registry)
            raise UsageError(f'"{name}" is no known economy.{near}')
        if code not in stuff.columns:
            has = f" There are {', '.join(stuff.columns)}." if stuff.columns else ""
            raise UsageError(f"{code} has no profile that could be compared.{has}")
        codes.append(code)
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice:
        raise UsageError(f"{twice} is named twice; name each economy once.")
    if len(codes) < 2:
        raise UsageError("A comparison takes two economies or more: profilegen compare JPN KOR.")
    return tuple(codes)


def _near(name: str, stuff: Material, registry: Registry) -> str:
    spoken = {code: code for code in stuff.columns}
    for code in stuff.columns:
        spoken |= dict.fromkeys(registry.economies.records[code].names, code)
    near = nearest(name, spoken)
    return f" Did you mean {spoken[near]} ({stuff.columns[spoken[near]].name})?" if near else ""


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
        if not span or span[0] < 1 or span[-1] > 7:
            raise UsageError(f'There is no section "{part}". There are {NUMBERED}.')
        found.update(span)
    return tuple(sorted(found)) or tuple(range(1, 8))


def topics(names: Sequence[str], registry: Registry) -> tuple[str, ...]:
    """Keys of the topics that were named by any of their names."""
    keys = []
    for name in names:
        key = registry.topics.key(name)
        if key is None:
            near = registry.topics.near(name)
            hint = f" Did you mean {near}?" if near else ""
            raise UsageError(f'"{name}" is no known topic.{hint}')
        keys.append(key)
    return tuple(dict.fromkeys(keys))
