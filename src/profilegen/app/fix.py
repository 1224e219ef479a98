"""The fixes of profiles, applied again and again until there is none left."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from profilegen.app.files import write
from profilegen.check.profile import check
from profilegen.core.decoding import MAX_BYTES
from profilegen.core.diagnostic import Fix, ordered
from profilegen.core.fixes import applied
from profilegen.core.registry import Registry
from profilegen.core.source import parse, read_bytes

ROUNDS = 20
"""Times that a file is read anew: a fix may bring to light what the fault had hidden."""


def fixed(raw: bytes, file: str, registry: Registry, *, unsafe: bool = False) -> bytes:
    """A profile with all its safe fixes, or with the others too; else byte for byte as it was."""
    seen = {raw}
    for _ in range(ROUNDS):
        fixes = [fix for fix in _fixes(raw, file, registry) if fix.safe or unsafe]
        new = applied(raw, fixes) if fixes else raw
        if new in seen or len(new) > MAX_BYTES:  # two fixes may undo each other
            return raw
        seen.add(new)
        raw = new
    return raw


def _fixes(raw: bytes, file: str, registry: Registry) -> Iterator[Fix]:
    opened = parse(raw, file)
    found = list(opened.diagnostics)
    if opened.value is not None:
        found += check(opened.value, registry).diagnostics
    for d in ordered(found):
        if d.fix and not d.waived and all(edit.span.file == file for edit in d.fix.edits):
            yield d.fix


def fix_file(path: Path, registry: Registry, *, unsafe: bool, keep: bool) -> str:
    """Fix a profile, unless it is to be kept as it is, and say how it differs: a unified diff."""
    raw = read_bytes(path, str(path)).value
    if raw is None:
        return ""
    new = fixed(raw, str(path), registry, unsafe=unsafe)
    if new == raw:
        return ""
    if not keep:
        write(path.resolve(), new, mode=path.stat().st_mode & 0o777)
    lines = difflib.unified_diff(_lines(raw), _lines(new), str(path), str(path))
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _lines(raw: bytes) -> list[str]:
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
