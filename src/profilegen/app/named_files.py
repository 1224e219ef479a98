"""What the words of a command name: profiles as files, folders or codes, and their registry."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from profilegen.app.console import report
from profilegen.core.diagnostic import blocking

if TYPE_CHECKING:
    from profilegen.core.registry import Registry


def sound_registry(profiles: Path) -> Registry:
    """The registries, which have to be right before anything is made of them."""
    from profilegen.check.all_profiles import load_registry

    loaded = load_registry(profiles if profiles.is_dir() else None)
    if blocking(loaded.diagnostics):
        report(loaded.diagnostics)
        sys.exit(1)
    assert loaded.value is not None
    return loaded.value


def files_there(profiles: Path) -> tuple[Path, ...]:
    """The profiles of a folder; nothing to do is a mistake in the call."""
    from profilegen.check.all_profiles import profile_files
    from profilegen.check.unread_files import readable, why_nothing

    if not profiles.is_dir():
        raise click.UsageError(
            f"{why_nothing(profiles)} Run this beside it, or give --profiles DIR."
        )
    if not readable(profiles):
        raise click.UsageError(why_nothing(profiles))
    return profile_files(profiles)


def files_named(paths: tuple[Path, ...], profiles: Path) -> list[Path]:
    """The profiles named as files, folders or codes; all of the profiles folder by default."""
    from profilegen.check.unread_files import missing

    files: list[Path] = []
    for path in paths or (profiles,):
        coded = profiles / f"{path}.yaml"
        if path.is_dir() or not paths:
            files += files_there(path)
        elif path.exists() or coded.exists():
            files.append(path if path.exists() else coded)
        else:
            raise click.UsageError(missing(path, profiles))
    return files


def registry_folder(files: list[Path], profiles: Path) -> Path:
    """The folder whose registries count."""
    return profiles if profiles.is_dir() else next((p.parent for p in files), profiles)
