"""Names as anchors: lower-case words and hyphens that every browser and reader takes."""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_LENGTH = 60


def slug(name: str) -> str:
    """Make an anchor of a name; a name without Latin letters gets a digest of itself."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    if not words:
        return hashlib.blake2s(name.encode(), digest_size=5).hexdigest()
    if len(words) <= MAX_LENGTH:
        return words
    return words[:MAX_LENGTH].rsplit("-", 1)[0]
