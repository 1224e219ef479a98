"""The fixes of a file, applied again and again until there is none left."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from profilegen.app.atomic_write import write
from profilegen.check.all_profiles import load_registry
from profilegen.check.profile import check
from profilegen.check.registry_reader import RawFile, opened, own_files
from profilegen.core.decoding import MAX_BYTES
from profilegen.core.diagnostic import Checked, Diagnostic, ordered
from profilegen.core.program_files import shown
from profilegen.core.yaml_edits import applied
from profilegen.core.yaml_source import parse, read_bytes
from profilegen.edition.resolving import Resolver

Look = Callable[[bytes], Iterable[Diagnostic]]
"""Gives the findings of a file that holds these bytes."""

ROUNDS = 20
"""Times that a file is read anew: a fix may bring to light what the fault had hidden."""


def at_profile(file: str, resolver: Resolver) -> Look:
    """The findings of a profile."""

    def look(raw: bytes) -> Iterable[Diagnostic]:
        tree = parse(raw, file)
        found = check(tree.value, resolver).diagnostics if tree.value is not None else ()
        return (*tree.diagnostics, *found)

    return look


def at_registry(file: str) -> Look:
    """The findings of a file of the registry, or of the series."""
    return lambda raw: opened(RawFile(Path(file).stem, file, Checked(raw))).diagnostics


def fixed(raw: bytes, look: Look, *, unsafe: bool = False) -> bytes:
    """A file with all its safe fixes, or with the others too; every other byte as it was."""
    seen = {raw}
    for _ in range(ROUNDS):
        fixes = [d.fix for d in ordered(look(raw)) if d.fix and not d.waived]
        fixes = [fix for fix in fixes if fix.safe or unsafe]
        new = applied(raw, fixes) if fixes else raw
        if new in seen or len(new) > MAX_BYTES:  # none is left; or two undo each other
            break
        seen.add(new)
        raw = new
    return raw


def fix_all(
    files: Iterable[Path], base: Path, *, registry_too: bool, unsafe: bool, keep: bool
) -> Iterator[str]:
    """Fix profiles, the registry beside them first: the difference of each file that has one."""

    def differences() -> Iterator[str]:
        for path in own_files(base) if registry_too else ():
            yield fix_file(path, at_registry(shown(path)), unsafe=unsafe, keep=keep)
        registry = load_registry(base).value
        assert registry is not None
        resolver = Resolver(registry)
        for path in files:
            yield fix_file(path, at_profile(shown(path), resolver), unsafe=unsafe, keep=keep)

    return filter(None, differences())


def fix_file(path: Path, look: Look, *, unsafe: bool, keep: bool) -> str:
    """Fix a file, unless it is to be kept as it is, and say how it differs: a unified diff."""
    name = shown(path)
    raw = read_bytes(path, name).value
    new = fixed(raw, look, unsafe=unsafe) if raw is not None else None
    if raw is None or new is None or new == raw:
        return ""
    if not keep:
        write(path.resolve(), new, mode=path.stat().st_mode & 0o777)
    lines = difflib.unified_diff(_lines(raw), _lines(new), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _lines(raw: bytes) -> list[str]:
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return [f"{line}\n" for line in text.removesuffix("\n").split("\n")]
