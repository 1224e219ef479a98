"""Where the program's own files are: in a checkout, and in an installed wheel."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def _own(wheel: str, checkout: str) -> Path:
    installed = _PACKAGE / "data" / wheel
    return installed if installed.exists() else _CHECKOUT / checkout


TEMPLATES = _own("templates", "templates")
REGISTRY = _own("registry", "profiles/registry")
SERIES = _own("series.yaml", "profiles/series.yaml")


def own_templates(profiles: Path) -> Path | None:
    """A user's own templates, which come before the program's."""
    found = folders(profiles, "templates", TEMPLATES)
    return found[0] if found and found[0] != TEMPLATES.resolve() else None


def folders(profiles: Path | None, name: str, own: Path) -> tuple[Path, ...]:
    """Folders that hold `name`, the user's own beside the profiles first."""
    beside = [] if profiles is None else [profiles / name, profiles.parent / name]
    return tuple(dict.fromkeys(p.resolve() for p in (*beside, own) if p.is_dir()))


def shown(path: Path) -> str:
    """A path as findings name it: relative to the working directory where it is below it."""
    try:
        return Path(os.path.realpath(path)).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
