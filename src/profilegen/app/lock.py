"""One run at a time in a folder: the folder itself is locked, so that no file is left behind.

Windows opens no folder, and there a file among the temporary ones is locked in its place. The lock
goes with the process that holds it, however it ends. Where a file system knows no locks, there is
none.
"""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""What a system says of a lock that another process has."""
_PAUSE = 0.1


@contextmanager
def locked(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Have a folder alone, which is made where it is missing; `waiting` is called before a wait."""
    handle = None
    told = False
    while handle is None:
        if path.exists() and not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
        path.mkdir(parents=True, exist_ok=True)
        handle = _opened(path)
        while not _lock(handle):
            if not told:
                waiting()
                told = True
            time.sleep(_PAUSE)
        # Who had the lock may have put another folder into the place of this one.
        if not _is_still(path, handle):
            os.close(handle)
            handle = None
    try:
        yield
    finally:
        os.close(handle)


def _by_folder() -> bool:
    """Whether this system locks folders."""
    return find_spec("fcntl") is not None


def _opened(path: Path) -> int:
    """What is locked in a folder's name, open."""
    if _by_folder():
        return os.open(path, os.O_RDONLY)
    name = hashlib.blake2b(os.path.realpath(path).casefold().encode(), digest_size=12).hexdigest()
    return os.open(Path(tempfile.gettempdir(), f"profilegen-{name}.lock"), os.O_RDWR | os.O_CREAT)


def _is_still(path: Path, handle: int) -> bool:
    if not _by_folder():
        return path.is_dir()
    return path.is_dir() and os.path.samestat(os.fstat(handle), path.stat())


def _lock(handle: int) -> bool:
    """Whether the lock is held, or there are none; False where another process holds it."""
    try:
        if _by_folder():
            fcntl = import_module("fcntl")
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            msvcrt = import_module("msvcrt")
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    except ImportError:
        return True
    except OSError as error:
        return error.errno not in _HELD
    return True
