"""The build's record: which files of a folder a build made, of what, and with which versions."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path, PurePosixPath

from profilegen import __version__
from profilegen.output import fonts
from profilegen.output.exports import EXPORTS
from profilegen.view.pages import PAGES

NAME = ".profilegen.json"
"""The record's file, in the folder that it is about."""

_PACKAGES = ("weasyprint",)
"""What decides how a page looks, beside the program itself and its faces."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One file that a build made."""

    digest: str
    """SHA-256 of its content: a file that has another one was changed by somebody else."""
    profile: str = ""
    """Name of the profile's file that it was made of; nothing for what all share."""


@dataclass(frozen=True)
class BuildRecord:
    """What builds made in a folder, by paths relative to it."""

    files: Mapping[str, MadeFile] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    """What the last build was made with: profilegen, and the packages that pages depend on."""

    def text(self) -> bytes:
        """The record as it is saved. It says nothing of when or where: equal builds are equal."""
        files = {
            name: {"sha256": made.digest} | ({"profile": made.profile} if made.profile else {})
            for name, made in sorted(self.files.items())
        }
        told = {"about": _ABOUT, "versions": dict(sorted(self.versions.items())), "files": files}
        return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()


_ABOUT = "Files that profilegen made here. A build replaces and removes these, and no others."


def digest(data: bytes) -> str:
    """What tells whether a file is as it was made."""
    return hashlib.sha256(data).hexdigest()


def versions() -> dict[str, str]:
    """Versions of what decides the bytes of a build: the program, packages, files of faces."""
    found = {"profilegen": __version__}
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found | {face.file: f"{face.version} sha256:{face.sha256}" for face in fonts.record()}


def read(folder: Path) -> BuildRecord | None:
    """The record of a folder; None where there is none that can be read."""
    try:
        told = json.loads((folder / NAME).read_text(encoding="utf-8"))
        files = {
            str(name): MadeFile(str(made["sha256"]), str(made.get("profile", "")))
            for name, made in told["files"].items()
            if _inside(str(name))
        }
        return BuildRecord(files, {str(k): str(v) for k, v in told["versions"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _inside(name: str) -> bool:
    """Whether a path leads to a place below the folder: a record is a file that anyone can edit."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not name.startswith("/") and ".." not in parts and "\\" not in name


_EXPORTED = "|".join(
    path.replace(".", r"\.")
    for export in EXPORTS
    for path in (export.path("[A-Z]{3}"), *export.shared)
)
_PAGES = "|".join(("[A-Z]{3}", *(page.name for page in PAGES)))
_EARLIER = re.compile(
    rf"(?:(?:{_PAGES})\.html|pdf/(?:{_PAGES})\.pdf|assets/[\w-]+\.(?:css|js)"
    r"|assets/fonts/(?:[\w-]+\.woff|\w+-LICENSE\.txt)|data/observations\.csv|data/compare/[\w-]+\.js"
    rf"|{_EXPORTED})"
)
_MARKS = frozenset(("index.html", "assets/screen.css", "assets/search-data.js"))


def of_an_earlier_version(folder: Path, names: frozenset[str]) -> BuildRecord | None:
    """What a build left in a folder that has no record; None where it is no such folder.

    Early versions kept none, and who copies a folder may leave hidden files behind.
    """
    if not names >= _MARKS:
        return None
    own = sorted(name for name in names if _EARLIER.fullmatch(name))
    return BuildRecord(
        {name: MadeFile(digest((folder / name).read_bytes()), _of(name)) for name in own}
    )


def _of(name: str) -> str:
    """The profile of a file that is named after an economy."""
    found = re.fullmatch(r"(?:\w+/)?([A-Z]{3})\.\w+", name)
    return f"{found[1]}.yaml" if found else ""
