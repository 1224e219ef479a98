"""Between profiles: one document, one instrument, one number."""

from __future__ import annotations

from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.check.cross_profile_index import Seen, document, instrument
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.kinds.strategy import Strategy
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.registry import fold


def one_document(context: RuleContext) -> Iterator[Diagnostic]:
    """PG309: a document has one key and one title, in a profile and between profiles."""
    own: dict[tuple[str, ...], Seen] = {}
    for key, source in context.profile.sources.items():
        path = ("sources", key)
        for identity in document(source):
            here = Seen(context.profile.economy, key, source.title, context.tree.key_span(path))
            first = own.setdefault(identity, here)
            other = first if first is not here else context.peers.documents.get(identity)
            if other is None or (other.key == key and fold(other.title) == fold(source.title)):
                continue
            message = (
                f'"{key}" is the document that {other.economy} has as "{other.key}" '
                f"({other.where}): {source.url or source.doi}."
            )
            yield context.find_key("PG309", path, message)


def one_instrument(context: RuleContext) -> Iterator[Diagnostic]:
    """PG310: an instrument is one entry: in one section, and of one economy."""
    own: dict[str, PlacedEntry] = {}
    for placed in context.entries:
        if not isinstance(placed.entry, Instrument | Strategy):
            continue
        first = own.setdefault(fold(placed.entry.title), placed)
        if first.list_name == placed.list_name and first.kind is placed.kind:
            first = placed  # PG220 tells of one list
        identity = instrument(placed)
        other = context.peers.instruments.get(identity) if identity else None
        if first is not placed:
            line = context.tree.span(first.path).line
            told = f"stands as {first.number} too, in line {line}"
        elif other and other.economy != context.profile.economy:
            told = f"is described by {other.economy} as {other.key} ({other.where})"
        else:
            continue
        message = f'"{placed.entry.title}" {told}.'
        path = (*placed.path, placed.entry.heading)
        yield context.find("PG310", path, message, place=placed.place)


def one_number(context: RuleContext) -> Iterator[Diagnostic]:
    """PG313: a number of the series belongs to one profile."""
    other = context.peers.numbers.get(context.profile.number) if context.profile.number else None
    if other and other.economy != context.profile.economy:
        message = f"No. {context.profile.number} is the profile of {other.economy} ({other.where})."
        yield context.find("PG313", ("number",), message)
