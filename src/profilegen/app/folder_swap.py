"""Two folders change names in one step: no moment shows neither, and none a part of each."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths are read from the working directory, as everywhere."""
_SWAP = 2
"""RENAME_EXCHANGE of Linux's renameat2, RENAME_SWAP of macOS's renamex_np."""


def exchange(one: Path, other: Path) -> None:
    """Give each of two paths what the other had. Raises OSError where the system cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = system.renamex_np(first, second, _SWAP)
        else:
            failed = system.renameat2(_HERE, first, _HERE, second, _SWAP)
    except (AttributeError, TypeError, OSError):  # a system without the call; Windows
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(other)) from None
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
