"""Names of economies in their own languages."""

from __future__ import annotations

from profilegen.edition.economies import Economy
from profilegen.view.text.nodes import Native


def native_name(economy: Economy) -> Native | None:
    """The name in the economy's own language, if it is known."""
    name = economy.native_name
    return Native(name, economy.language or "und") if name else None
