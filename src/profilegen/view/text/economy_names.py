"""Names of economies as running text has them."""

from __future__ import annotations

from collections.abc import Iterable

from profilegen.core.locale import with_article
from profilegen.core.typography import joined
from profilegen.edition.economies import Economy
from profilegen.view.text.nodes import Native


def the(economy: Economy) -> str:
    """The name with its article, where it takes one: `the United States`."""
    return with_article(economy.code, economy.name) if economy.record else economy.name


def all_of(economies: Iterable[Economy]) -> str:
    """`Japan, Korea and the United States`."""
    return joined([the(economy) for economy in economies])


def native_name(economy: Economy) -> Native | None:
    """The name in the economy's own language, if it is known."""
    name = economy.native_name
    return Native(name, economy.language or "und") if name else None
