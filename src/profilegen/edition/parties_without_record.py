"""Parties that profiles write out where no registry has the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from profilegen.edition.resolved import ResolvedProfile

ROLES = ("parties", "complainant", "respondent", "third_parties")
"""The fields of an entry that name parties."""


@dataclass(frozen=True, slots=True)
class NamedPart:
    """What another profile says that an economy is in a record."""

    role: str
    """One of ROLES."""
    by: str
    """The entry that says so: `JPN 5.3`."""


NamedParts = Mapping[tuple[int, str], Mapping[str, NamedPart]]
"""By section and subject, and by economy."""


def named_parties(profiles: Iterable[ResolvedProfile], code: Callable[[str], str]) -> NamedParts:
    """The parties that entries without a record name; `code` says who stands behind a name."""
    named: dict[tuple[int, str], dict[str, NamedPart]] = {}
    for of in profiles:
        for entry in of.entries:
            about = entry.subject
            if about is None or about.record is not None:
                continue
            number = f"{of.code} {entry.placed.number}"
            parts = named.setdefault((entry.placed.kind.number, about.key), {})
            for role in ROLES:
                for name in getattr(entry.entry, role, ()):
                    parts[code(name)] = NamedPart(role, number)
    return named
