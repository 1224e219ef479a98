"""Which addresses a profile may link to."""

from __future__ import annotations

import re

# This cannot be made to search long: no part of it can take what the next part needs.
_SAFE = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def is_web_address(url: str) -> bool:
    """Tell whether an address is a full http(s) address without spaces or brackets."""
    return _SAFE.fullmatch(url) is not None
