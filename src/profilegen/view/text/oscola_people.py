"""Who stands behind a source, as OSCOLA writes names (1.3): in a note, and in short."""

from __future__ import annotations

import re
from collections.abc import Iterable

from profilegen.core.model.sources import Name, Source
from profilegen.core.typography import joined

IDEOGRAPHS = 0x2E80
"""First code point of the scripts of East Asia."""


def names_in_short(source: Source) -> str:
    """Who stands behind a source, in short: authors, or who published it, or its title."""
    found = people(source.author or source.editor, brief=True)
    return found or (source.publisher or source.container_title or source.title)


def people(names: Iterable[Name], *, brief: bool = False) -> str:
    """Authors or editors, with initials or in short; of more than three the first."""
    words = [_person(name, brief=brief) for name in names]
    if len(words) > 3:
        return f"{words[0]} and others"
    return joined(words)


def _person(name: Name, *, brief: bool) -> str:
    if name.family:
        return name.family if brief else _whole_name(name.given or "", name.family)
    whole = name.name or ""
    if name.short:
        return name.short if brief else f"{whole} ({name.short})"
    return whole


def _whole_name(given: str, family: str) -> str:
    """`HLA Hart`, initials without stops (OSCOLA 1.3); family name first where it is written so."""
    if re.fullmatch(r"(?:[A-Z]\.\s*)+", given):
        given = re.sub(r"[.\s]", "", given)
    if ord(family[0]) >= IDEOGRAPHS:  # Chinese, Japanese and Korean names run on, family first
        return family + given
    return f"{given} {family}".strip()
