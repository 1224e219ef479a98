"""What an entry or a sentence rests on: its own source, its list's, a record's, or none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from profilegen.core.model.entries import Entry
from profilegen.core.model.profile import PlacedEntry, Profile
from profilegen.core.registry import Book
from profilegen.core.richtext import Block, Paragraph, TextList
from profilegen.core.sentences import Sentence, sentences
from profilegen.core.walk import citations, texts
from profilegen.core.yaml_source import KeyPath


def registered(entry: Entry, book: Book[Any] | None) -> bool:
    """Whether the registry answers for an entry; one that it should know has its own finding."""
    if book is None:
        return False
    record = book.get(entry.name_text)
    return bool(record.source) if record else not entry.written_out


def sourced(placed: PlacedEntry, *, in_registry: bool) -> bool:
    """Whether an entry rests on anything that can be looked up, be it a registry's record."""
    listing = placed.listing
    if placed.entry.source or listing.source or in_registry:
        return True
    lead_in = (listing.lead_in,) if listing.lead_in else ()
    told = (*(text for _, text in texts(placed.entry)), *lead_in)
    return any(text.citations() for text in told)


def cited(placed: PlacedEntry) -> tuple[str, ...]:
    """The keys of the sources that an entry cites itself, or its list for it."""
    own = [citation.key for _, citation in citations(placed.entry)]
    return tuple(own or [citation.key for citation in placed.listing.source.citations])


def prose_sentences(profile: Profile) -> Iterator[tuple[KeyPath, Sentence]]:
    """The sentences of all sections' texts, with the path of each text."""
    for kind, section in profile.sections():
        for sentence in sentences(section.text.blocks) if section.text else ():
            yield (kind.key, "text"), sentence


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph of a text, those of its lists too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, TextList):
            for item in block.items:
                yield from paragraphs(item)
