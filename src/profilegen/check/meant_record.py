"""Which record an entry may mean whose name no registry knows."""

from __future__ import annotations

from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.registry import AgreementRecord, InitiativeRecord
from profilegen.core.registry import Registry
from profilegen.core.treaty_suggestions import meant_by_parties, spoken, without_kind


def meant_records(entry: Entry, registry: Registry) -> tuple[str, ...]:
    """The names of the records that may be meant: one, or a few between the same parties."""
    book, name, economies = registry.book_of(type(entry)), entry.name_text, registry.economies.names
    if isinstance(entry, Agreement):
        meant = meant_by_parties(name, registry.agreements, economies, registry.groups)
        if meant is not None:
            return meant if len(meant) < 4 else ()
    bare = without_kind(name)
    known = None if economies.key(bare) else book.get(bare)
    near = spoken(known) if isinstance(known, AgreementRecord | InitiativeRecord) else ""
    near = near or book.names.near(name)
    return (near,) if near else ()
