"""All profiles of a folder with the registries they share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from profilegen.check.cross_profile_index import Peers
from profilegen.check.model_validation import validate
from profilegen.check.profile import CheckedProfile, check
from profilegen.check.registry_consistency import coherence
from profilegen.check.registry_reader import RawFile, ReadFile, opened, raw_files
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Checked, Diagnostic, Severity, ordered
from profilegen.core.finding_codes import finding
from profilegen.core.model.profile import Profile
from profilegen.core.model.publication_series import Series
from profilegen.core.model.registry import EconomyRecord
from profilegen.core.model.registry_files import FILES, RegistryFile, SourcesFile
from profilegen.core.model.sources import Source
from profilegen.core.program_files import shown
from profilegen.core.registry import Book, Registry
from profilegen.core.yaml_source import SourceTree, read
from profilegen.edition.resolving import Resolver


@dataclass(frozen=True)
class Collection:
    """What a run works on: the profiles that could be read, and the registries."""

    profiles: tuple[CheckedProfile, ...]
    resolver: Resolver
    as_of: Date | None = None
    """The day against which age was measured: the newest `updated`, where none was given."""

    @property
    def registry(self) -> Registry:
        """The registries that the profiles share."""
        return self.resolver.registry


def faulty(diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """The files of which no page can be made: those with an error that is not waived."""
    return frozenset(
        d.span.file for d in diagnostics if d.severity is Severity.ERROR and not d.waived
    )


def sound(loaded: Checked[Collection]) -> tuple[CheckedProfile, ...]:
    """The profiles of which pages can be made."""
    assert loaded.value is not None
    files = faulty(loaded.diagnostics)
    return tuple(item for item in loaded.value.profiles if item.tree.file not in files)


def profile_files(folder: Path) -> tuple[Path, ...]:
    """The profiles of a folder: every YAML file in it but the series."""
    files = (path for path in folder.glob("*.y*ml") if path.suffix in (".yaml", ".yml"))
    return tuple(sorted(p for p in files if p.stem != "series" and not p.name.startswith(".")))


def load_registry(profiles: Path | None) -> Checked[Registry]:
    """Read series and registries, a folder's own over the packaged ones.

    Diagnostics: PG0xx and PG1xx of each file; PG301, PG302 between the records.
    """
    return _joined(raw_files(profiles))


@lru_cache(maxsize=8)
def _joined(raw: tuple[RawFile, ...]) -> Checked[Registry]:
    """The registry that the files make, worked out once for the same files."""
    checked = [opened(file) for file in raw]
    found = [diagnostic for file in checked for diagnostic in file.diagnostics]
    files = [file.value for file in checked if file.value is not None]
    books: dict[str, Book[Any]] = {}
    trees: dict[str, list[SourceTree]] = {kind: [] for kind in FILES}
    sources: dict[str, Source] = {}
    series = Series(title="Country profiles")
    for file in files:
        if isinstance(file.model, RegistryFile):
            books[file.kind] = _over(books.get(file.kind, Book()), file)
            trees[file.kind].append(file.tree)
        elif isinstance(file.model, SourcesFile):
            sources |= file.model.sources
        elif isinstance(file.model, Series):
            series = file.model
    registry = Registry(series, **books, sources=sources)
    found += coherence(registry, trees)
    return Checked(registry, ordered(found))


def _over(book: Book[Any], file: ReadFile) -> Book[Any]:
    """The records of a book with a file's own over them."""
    model = file.model
    assert isinstance(model, RegistryFile)
    own = _sourced(getattr(model, file.kind), model)
    return Book(
        {**book.records, **own},
        model.as_of or book.as_of,
        {**book.places, **{key: file.tree.key_span((file.kind, key)) for key in own}},
        model.source or book.source,
    )


def _sourced(records: dict[str, Any], file: RegistryFile) -> dict[str, Any]:
    """Records with the file's own source where they name none."""
    if file.source is None:
        return records
    return {
        key: record if record.source else record.model_copy(update={"source": file.source})
        for key, record in records.items()
    }


def load(
    paths: Iterable[Path], profiles: Path | None = None, as_of: Date | None = None
) -> Checked[Collection]:
    """Read and check profiles with their registries; one broken file never stops the others."""
    base = load_registry(profiles)
    assert base.value is not None
    resolver, economies = Resolver(base.value), base.value.economies
    found = list(base.diagnostics)
    forms: list[tuple[SourceTree, Checked[Profile]]] = []
    for path in {
        os.path.realpath(path): path for path in paths
    }.values():  # a file named twice is one
        tree = read(path, shown(path))
        found += tree.diagnostics
        if tree.value is not None:
            forms.append((tree.value, validate(tree.value, Profile)))
    if as_of is None:  # ages are measured against the newest profile
        dates = [form.value.updated for _, form in forms if form.value]
        as_of = max(dates, key=lambda date: date.last, default=None)
    forms.sort(key=lambda form: not _is_union(form[1], economies))
    good: list[CheckedProfile] = []
    peers = Peers()
    owner: dict[str, str] = {}
    for source, form in forms:
        checked = check(source, resolver, as_of, form=form, peers=peers)
        found += checked.diagnostics
        if checked.value is None:
            continue
        code = checked.value.profile.economy
        if code in owner:
            message = f"{owner[code]} is a profile of {code} too."
            found.append(finding("PG303", source.span(("economy",)), message, place=code))
            continue
        owner[code] = source.file
        if checked.value.profile.economy in economies.records:
            found += _named_well(checked.value)
        good.append(checked.value)
        peers.add(checked.value.resolved, source)
    return Checked(Collection(tuple(good), resolver, as_of), ordered(found))


def _is_union(form: Checked[Profile], economies: Book[EconomyRecord]) -> bool:
    """Unions come first: what both describe is told in the member's file."""
    record = economies.get(form.value.economy) if form.value else None
    return bool(record and record.members)


def _named_well(item: CheckedProfile) -> Iterator[Diagnostic]:
    """PG117: a file is called after its economy, so that it can be found."""
    code, stem = item.profile.economy, Path(item.tree.file).stem
    if stem != code:
        message = f"The file is called {stem}, its economy is {code}."
        span = item.tree.span(("economy",))
        yield finding("PG117", span, message, f"Rename it {code}.yaml.", place="economy")
