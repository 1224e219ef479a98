"""What a page that many share says where it had to go without some of them."""

from __future__ import annotations

from collections.abc import Iterable

from profilegen.core.registry import Registry
from profilegen.core.typography import joined


def left_out(economies: Iterable[str], registry: Registry) -> str:
    """The sentence, with names of the registry: a profile's title may be what cannot be printed."""
    names = [registry.economies.records[code].name for code in economies]
    return f"Without {joined(names)}, whose text could not be printed." if names else ""
