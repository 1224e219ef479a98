"""Files that look like profiles and are not read: what they would have to be called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from profilegen.check.all_profiles import profile_files
from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.core.program_files import shown
from profilegen.core.registry import nearest

_NAMED = re.compile(r"\.?(?P<stem>[^.]+)\.ya?ml(?P<rest>.*)", re.IGNORECASE)
_CODE = re.compile(r"(?P<stem>[A-Z]{3})(?:\.(?:txt|json|md|docx?))?")


def readable(folder: Path) -> tuple[Path, ...]:
    """The profiles of a folder that are files."""
    return tuple(path for path in profile_files(folder) if not path.is_dir())


def passed_over(folder: Path) -> Iterator[Diagnostic]:
    """PG015: a profile beside others that is not read because of its suffix."""
    for path, name, _ in _misnamed(folder):
        match = _NAMED.fullmatch(path.name)
        if match and match["rest"].casefold() in ("", ".txt") and not path.name.startswith("."):
            message = f"{path.name} is not read: the name of a profile ends in .yaml."
            yield finding("PG015", Span(shown(path)), message, f"Rename it {name}.")


def why_nothing(folder: Path) -> str:
    """Why a folder holds no profile, and what to do: a sentence or more."""
    if not folder.exists():
        return f"There is no folder {folder}."
    if not folder.is_dir():
        return f"{folder} is not a folder."
    told = [f"Nothing was looked at: {folder} holds no profile (a file like JPN.yaml)."]
    told += [f"{path.name} is a folder; a profile is a file." for path in profile_files(folder)]
    told += [f"{path.name} {why}: rename it {name}." for path, name, why in _misnamed(folder)]
    told += [
        f"{files[0]} lies in {below}: give that folder."
        for below in sorted(path for path in folder.iterdir() if path.is_dir())
        if (files := [path.name for path in readable(below) if path.stem.isupper()])
    ]
    if len(told) == 1 and not any(folder.iterdir()):
        told.append("It is empty: `profilegen new JPN` begins a profile.")
    return " ".join(told)


def missing(path: Path, profiles: Path) -> str:
    """That there is nothing at a path, and what may be meant."""
    told = f"There is no file or folder {path}."
    wanted = (path.name, f"{path.name}.yaml")
    folders = [folder for folder in dict.fromkeys((path.parent, profiles)) if folder.is_dir()]
    for folder in folders:
        for other, name, why in _misnamed(folder):
            if name in wanted:
                return f"{told} {other} {why}: rename it {name}."
    known = {other.stem: other for folder in reversed(folders) for other in readable(folder)}
    near = nearest(path.stem, known)
    return f"{told} Did you mean {known[near]}?" if near else told


def _misnamed(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """Each file that looks like a profile, the name that it needs, and why it is not read."""
    read = set(profile_files(folder))
    for path in sorted(folder.iterdir()):
        match = _NAMED.fullmatch(path.name) or _CODE.fullmatch(path.name)
        if match is None or path in read or path.is_dir() or match["stem"] == "series":
            continue
        hidden = path.name.startswith(".")
        why = "begins with a dot, so it is not read" if hidden else "does not end in .yaml"
        yield path, f"{match['stem']}.yaml", why
