"""One run at a time in a folder: the folder itself is locked, so that no file is left behind.

The lock goes with the process that holds it, however it ends. Where a system or a file system
knows no such locks, there is none.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Have a folder alone, which is made where it is missing; `waiting` is called before a wait."""
    handle = None
    told = False
    while handle is None:
        if path.exists() and not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
        path.mkdir(parents=True, exist_ok=True)
        if os.name != "posix":  # a folder cannot be opened there
            break
        handle = os.open(path, os.O_RDONLY)
        if not _lock(handle, wait=False):
            if not told:
                waiting()
                told = True
            _lock(handle, wait=True)
        # Who had the lock may have put another folder into the place of this one.
        if not (path.is_dir() and os.path.samestat(os.fstat(handle), path.stat())):
            os.close(handle)
            handle = None
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(handle: int, *, wait: bool) -> bool:
    """Whether the lock is held, or there are none; False where another process holds it."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
