"""All profiles of a folder with the registries they share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from profilegen.check.peers import Peers
from profilegen.check.profile import CheckedProfile, check
from profilegen.check.validate import validate
from profilegen.core.codes import finding
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Checked, Diagnostic, Span, ordered
from profilegen.core.model.base import Model
from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import (
    FILES,
    AgreementRecord,
    RegistryFile,
    Series,
    SourcesFile,
)
from profilegen.core.model.sources import Source
from profilegen.core.project import REGISTRY, SERIES, folders
from profilegen.core.registry import Book, Registry, fold, nearest
from profilegen.core.source import KeyPath, SourceTree, read

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Collection:
    """What a run works on: the profiles that could be read, and the registries."""

    profiles: tuple[CheckedProfile, ...]
    registry: Registry
    as_of: Date | None = None
    """The day against which age was measured: the newest `updated`, where none was given."""


def profile_files(folder: Path) -> tuple[Path, ...]:
    """The profiles of a folder: every YAML file in it but the series."""
    files = (path for path in folder.glob("*.y*ml") if path.suffix in (".yaml", ".yml"))
    return tuple(sorted(p for p in files if p.stem != "series" and not p.name.startswith(".")))


def shown(path: Path) -> str:
    """A path as findings name it: relative to the working directory where it is below it."""
    try:
        return Path(os.path.realpath(path)).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def load_registry(profiles: Path | None) -> Checked[Registry]:
    """Read series and registries, a folder's own over the packaged ones.

    Diagnostics: PG0xx and PG1xx of each file; PG301, PG302 between the records.
    """
    found: list[Diagnostic] = []
    books: dict[str, Book[Any]] = {}
    trees: dict[str, list[SourceTree]] = {}
    for kind, model in FILES.items():
        records: dict[str, Any] = {}
        places: dict[str, Span] = {}
        as_of: Date | None = None
        source = ""
        for folder in reversed(folders(profiles, "registry", REGISTRY)):
            path = folder / f"{kind}.yaml"
            if not path.exists():
                continue
            opened = _opened(path, model, found)
            if opened is not None:
                file, tree = opened
                own = _sourced(getattr(file, kind), file)
                records |= own
                places |= {key: tree.key_span((kind, key)) for key in own}
                as_of, source = file.as_of or as_of, file.source or source
                trees.setdefault(kind, []).append(tree)
        books[kind] = Book(records, as_of, places, source)
    series = _series(profiles, found)
    registry = Registry(series, **books, sources=_shared_sources(profiles, found))
    found += _coherence(registry, trees)
    return Checked(registry, ordered(found))


def _sourced(records: dict[str, Any], file: RegistryFile) -> dict[str, Any]:
    """Records with the file's own source where they name none."""
    if file.source is None:
        return records
    return {
        key: record if record.source else record.model_copy(update={"source": file.source})
        for key, record in records.items()
    }


def _opened(path: Path, model: type[M], found: list[Diagnostic]) -> tuple[M, SourceTree] | None:
    """Read and validate one file of the registries; what is wrong with it is found."""
    tree = read(path, shown(path))
    found += tree.diagnostics
    if tree.value is None:
        return None
    checked = validate(tree.value, model)
    found += checked.diagnostics
    return None if checked.value is None else (checked.value, tree.value)


def _shared_sources(profiles: Path | None, found: list[Diagnostic]) -> dict[str, Source]:
    """The documents that several profiles cite."""
    sources: dict[str, Source] = {}
    for folder in reversed(folders(profiles, "registry", REGISTRY)):
        path = folder / "sources.yaml"
        if path.exists() and (opened := _opened(path, SourcesFile, found)):
            sources |= opened[0].sources
    return sources


def _series(profiles: Path | None, found: list[Diagnostic]) -> Series:
    own = [] if profiles is None else [profiles / "series.yaml"]
    path = next((p for p in (*own, SERIES) if p.is_file()), None)
    opened = _opened(path, Series, found) if path is not None else None
    return opened[0] if opened else Series(title="Country profiles")


def _coherence(registry: Registry, trees: dict[str, list[SourceTree]]) -> Iterator[Diagnostic]:
    """PG301: what a record names exists. PG302: a name belongs to one record. PG312: see there."""
    for kind, files in trees.items():
        book: Book[Any] = getattr(registry, kind)
        owner: dict[str, str] = {}
        for key, record in book.records.items():
            tree = next(tree for tree in reversed(files) if (kind, key) in tree.keys)
            for name in dict.fromkeys((key, *record.names)):
                other = owner.setdefault(fold(name), key)
                if other != key:
                    message = f'"{name}" names both {other} and {key}.'
                    span = tree.find((kind, key), name)
                    yield finding("PG302", span, message, place=f"{kind} {key}")
            for path, wanted in _named(record):
                target, by_name = _target(registry, path)
                if wanted in target.records or (by_name and target.key(wanted)):
                    continue
                near = nearest(wanted, target.records)
                hint = f"Did you mean {near}?" if near else ""
                message = f'The registry has no record of "{wanted}".'
                span = tree.find((kind, key, *path), wanted)
                yield finding("PG301", span, message, hint, place=f"{kind} {key}")
            if isinstance(record, AgreementRecord):
                yield from _whole_groups(registry, tree, key, record)


def _whole_groups(
    registry: Registry, tree: SourceTree, key: str, record: AgreementRecord
) -> Iterator[Diagnostic]:
    """PG312: a treaty of a group has all that were its members on the day of signature."""
    on = record.signed if isinstance(record.signed, Date) else None
    for index, name in enumerate(record.groups):
        group = registry.groups.get(name)
        members = [code for code in group.members if group.has_member(code, on)] if group else []
        for code in members:
            if code not in record.parties:
                where = registry.groups.where(name)
                message = f"{code} is a member of {name} ({where}), and no party to {key}."
                path = ("agreements", key, "groups", index)
                yield finding("PG312", tree.span(path), message, place=f"agreements {key}")


def _target(registry: Registry, path: KeyPath) -> tuple[Book[Any], bool]:
    """Where a field's ids stand, and whether any of their names will do."""
    if path[0] in ("succeeded_by", "agreements"):
        return registry.agreements, True
    if path[0] == "part_of":
        return registry.initiatives, True
    if path[0] == "groups":
        return registry.groups, True
    return (registry.topics, True) if path[0] == "topics" else (registry.economies, False)


def _named(record: Any) -> Iterator[tuple[KeyPath, str]]:
    """Each id that a record names, with its path; a mapping's ids are its keys."""
    fields = ("parties", "signed_only", "participants", "complainant", "respondent",
              "third_parties", "topics", "groups")  # fmt: skip
    own = type(record).model_fields.keys()
    for field in filter(own.__contains__, fields):
        yield from (((field, at), name) for at, name in enumerate(getattr(record, field)))
    mappings = ("in_force_for", "joined", "left", "roles", "members", "agreements")
    for field in filter(own.__contains__, mappings):
        yield from (((field,), name) for name in getattr(record, field))
    for field in filter(own.__contains__, ("succeeded_by", "part_of", "economy")):
        if name := getattr(record, field):
            yield (field,), name


def load(
    paths: Iterable[Path], profiles: Path | None = None, as_of: Date | None = None
) -> Checked[Collection]:
    """Read and check profiles with their registries; one broken file never stops the others."""
    base = load_registry(profiles)
    assert base.value is not None
    registry = base.value
    found = list(base.diagnostics)
    forms: list[tuple[SourceTree, Checked[Profile]]] = []
    for path in {
        os.path.realpath(path): path for path in paths
    }.values():  # a file named twice is one
        opened = read(path, shown(path))
        found += opened.diagnostics
        if opened.value is not None:
            forms.append((opened.value, validate(opened.value, Profile)))
    if as_of is None:  # ages are measured against the newest profile
        dates = [form.value.updated for _, form in forms if form.value]
        as_of = max(dates, key=lambda date: date.last, default=None)
    forms.sort(key=lambda form: not _is_union(form[1], registry))
    good: list[CheckedProfile] = []
    peers = Peers()
    owner: dict[str, str] = {}
    for tree, form in forms:
        checked = check(tree, registry, as_of, form=form, peers=peers)
        found += checked.diagnostics
        if checked.value is None:
            continue
        code = checked.value.profile.economy
        if code in owner:
            message = f"{owner[code]} is a profile of {code} too."
            found.append(finding("PG303", tree.span(("economy",)), message, place=code))
            continue
        owner[code] = tree.file
        if checked.value.profile.economy in registry.economies.records:
            found += _named_well(checked.value)
        good.append(checked.value)
        peers.add(checked.value.profile, tree, registry)
    return Checked(Collection(tuple(good), registry, as_of), ordered(found))


def _is_union(form: Checked[Profile], registry: Registry) -> bool:
    """Unions come first: what both describe is told in the member's file."""
    record = registry.economies.get(form.value.economy) if form.value else None
    return bool(record and record.members)


def _named_well(item: CheckedProfile) -> Iterator[Diagnostic]:
    """PG117: a file is called after its economy, so that it can be found."""
    code, stem = item.profile.economy, Path(item.tree.file).stem
    if stem != code:
        message = f"The file is called {stem}, its economy is {code}."
        span = item.tree.span(("economy",))
        yield finding("PG117", span, message, f"Rename it {code}.yaml.", place="economy")
