"""What an entry or a sentence rests on: its own source, its list's, a record's, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.core.dates import MONTHS
from profilegen.core.model.profile import Placed, Profile
from profilegen.core.registry import Registry
from profilegen.core.richtext import Block, Cite, Inline, Paragraph, TextList, plain
from profilegen.core.source import KeyPath
from profilegen.core.walk import citations, texts


def registered(placed: Placed, registry: Registry) -> bool:
    """Whether the registry answers for an entry; one that it should know has its own finding."""
    entry = placed.entry
    book = registry.book(entry)
    if book is None:
        return False
    record = book.get(entry.name_text)
    return bool(record.source) if record else not getattr(entry, "written_out", True)


def sourced(placed: Placed, registry: Registry) -> bool:
    """Whether an entry rests on anything that can be looked up."""
    listing = placed.listing
    if placed.entry.source or listing.source or registered(placed, registry):
        return True
    lead_in = (listing.lead_in,) if listing.lead_in else ()
    told = (*(text for _, text in texts(placed.entry)), *lead_in)
    return any(text.citations() for text in told)


def cited(placed: Placed) -> tuple[str, ...]:
    """The keys of the sources that an entry cites itself, or its list for it."""
    own = [citation.key for _, citation in citations(placed.entry)]
    return tuple(own or [citation.key for citation in placed.listing.source.citations])


def prose_sentences(profile: Profile) -> Iterator[tuple[KeyPath, str, bool]]:
    """The sentences of sections 1 and 2 with their path, and whether each has a citation.

    A sentence that ends with a colon leads into a list, which has its own source.
    """
    for kind, section in profile.sections():
        if kind.number > 2 or section.text is None:
            continue
        for paragraph in paragraphs(section.text.blocks):
            for words, noted in sentences(paragraph):
                if not words.endswith(":"):
                    yield (kind.key, "text"), words, noted


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph of a text, those of its lists too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, TextList):
            for item in block.items:
                yield from paragraphs(item)


_END = re.compile(r"[.?!][\"'\u2019\u201d)\]]*(?=\s|$|\x00)")
_SHORTENED = re.compile(
    r"\b(?:Nos?|Arts?|ss?|cl|vs?|op|loc|cit|ibid|e\.?g|i\.?e|cf|[A-Z]\.[A-Z]|[A-Z])\.$"
)
_COUNTED = re.compile(r"\s*\d+\.")
"""`3. Third point`: the number of what follows."""
_DAY = re.compile(r"\b\d{1,2}\.$")
_NOTE = "\x00"
"""What stands for a citation while sentences are told apart."""


def sentences(paragraph: Paragraph) -> Iterator[tuple[str, bool]]:
    """The sentences of a paragraph, each with whether a citation stands in it or behind it."""
    flat = "".join(_flat(child) for child in paragraph.children)
    start = 0
    for match in _END.finditer(flat):
        before = flat[start : match.start() + 1]
        if _SHORTENED.search(before) or _COUNTED.fullmatch(before):
            continue
        if _DAY.search(before) and flat[match.end() :].lstrip().startswith(MONTHS):
            continue
        end = match.end()
        while end < len(flat) and flat[end] in f" \n{_NOTE}":
            end += 1
        yield _sentence(flat[start:end])
        start = end
    if flat[start:].strip(f" \n{_NOTE}"):
        yield _sentence(flat[start:])


def _sentence(flat: str) -> tuple[str, bool]:
    return flat.replace(_NOTE, "").strip(), _NOTE in flat


def _flat(node: Inline) -> str:
    return _NOTE if isinstance(node, Cite) else plain(node)
