"""Single files that the program writes: whole, or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNFINISHED = ".profilegen-"
"""How the names of files begin that are not finished."""


def write(path: Path, data: bytes, mode: int = 0o644) -> Path:
    """Write a file whole or not at all: beside its place first, then moved there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # it is the folder that is one, and no file is there already
        raise NotADirectoryError(
            errno.ENOTDIR, os.strerror(errno.ENOTDIR), error.filename
        ) from None
    if path.is_file() and path.read_bytes() == data:
        return path
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path


@contextmanager
def temporary_in(folder: Path) -> Iterator[None]:
    """Let temporary files lie in a folder that the caller removes.

    Those of this process, of its workers and of the programs that they call: loading the print
    libraries runs a compiler, to find them, and who is killed meanwhile leaves its files.
    """
    before, environment = tempfile.tempdir, os.environ.get("TMPDIR")
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        if environment is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = environment
