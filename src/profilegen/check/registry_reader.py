"""The files of the registries, each read as often as asked and parsed once for its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from profilegen.check.model_validation import salvage, validate
from profilegen.core.diagnostic import Checked
from profilegen.core.model.base import Model
from profilegen.core.model.publication_series import Series
from profilegen.core.model.registry_files import FILES, SourcesFile
from profilegen.core.program_files import REGISTRY, SERIES, folders, shown
from profilegen.core.yaml_source import SourceTree, parse, read_bytes

MODELS: dict[str, type[Model]] = {**FILES, "sources": SourcesFile, "series": Series}
"""What each file holds, by the file's name without its suffix."""


@dataclass(frozen=True)
class RawFile:
    """A file as it lies on the disk: two that are equal hold the same records and findings."""

    kind: str
    """The file's name without its suffix."""
    name: str
    """How findings name the file."""
    content: Checked[bytes]


@dataclass(frozen=True, eq=False)
class ReadFile:
    """A file of the registries that could be read, with the places of what it holds."""

    kind: str
    model: Model
    tree: SourceTree


def raw_files(profiles: Path | None) -> tuple[RawFile, ...]:
    """Series and registries as bytes, the packaged ones before those that replace records."""
    return tuple(
        RawFile(path.stem, shown(path), read_bytes(path, shown(path)))
        for path in _paths(profiles)
        if path.exists()
    )


def _paths(profiles: Path | None) -> Iterator[Path]:
    registries = folders(profiles, "registry", REGISTRY)
    for kind in (*FILES, "sources"):
        yield from (folder / f"{kind}.yaml" for folder in reversed(registries))
    own = [] if profiles is None else [profiles / "series.yaml"]
    yield from [path for path in (*own, SERIES) if path.is_file()][:1]


def own_files(profiles: Path) -> tuple[Path, ...]:
    """The files of registry and series that lie beside the profiles."""
    here = (profiles.resolve(), profiles.resolve().parent)
    return tuple(
        path
        for path in _paths(profiles)
        if path.is_file()
        and (path.parent in here or path.parent in [folder / "registry" for folder in here])
    )


@lru_cache(maxsize=64)
def opened(raw: RawFile) -> Checked[ReadFile]:
    """Parse and validate a file; faults leave the other records. Diagnostics: PG0xx, PG1xx."""
    if raw.content.value is None:
        return Checked(None, raw.content.diagnostics)
    tree = parse(raw.content.value, raw.name)
    if tree.value is None:
        return Checked(None, tree.diagnostics)
    checked = validate(tree.value, MODELS[raw.kind])
    told = (*tree.diagnostics, *checked.diagnostics)
    if checked.value is not None:
        return Checked(ReadFile(raw.kind, checked.value, tree.value), told)
    rest = salvage(tree.value, MODELS[raw.kind])
    return Checked(ReadFile(raw.kind, *rest) if rest else None, told)
