"""What a page that many share says where it had to go without some of them."""

from __future__ import annotations

from collections.abc import Iterable

from profilegen.core.typography import joined
from profilegen.edition.economies import Economy


def left_out(economies: Iterable[Economy]) -> str:
    """The sentence, with names of the registry: a profile's title may be what cannot be printed."""
    names = [economy.name for economy in economies]
    return f"Without {joined(names)}, whose text could not be printed." if names else ""
