"""The kinds of entry: a module for each, with its fields and its declaration; this is the table."""

from __future__ import annotations

from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import (
    agreement,
    dispute,
    goal,
    initiative,
    instrument,
    programme,
    provision,
    strategy,
    trade_remedy,
)
from profilegen.core.model.kinds.kind_declaration import Kind

KINDS: tuple[Kind, ...] = (
    goal.KIND,
    strategy.KIND,
    programme.KIND,
    provision.KIND,
    instrument.KIND,
    agreement.KIND,
    initiative.KIND,
    dispute.KIND,
    trade_remedy.KIND,
)
"""All kinds, in the order in which the lists of a section print."""

_BY_MODEL = {kind.model: kind for kind in KINDS}


def kind_of(entry: Entry | type[Entry]) -> Kind:
    """The kind of an entry, or of a model."""
    return _BY_MODEL[entry if isinstance(entry, type) else type(entry)]


def kinds_in(section: str) -> tuple[Kind, ...]:
    """The kinds that a section may list, by its key."""
    return tuple(kind for kind in KINDS if section in kind.sections)
