"""Evidence: every entry rests on a source, its list's, a cited sentence's or its record's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from profilegen.check.case import Case, spoken
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.entries import Entry, EntryList
from profilegen.core.model.profile import Placed, lists
from profilegen.core.model.sections import Section
from profilegen.core.registry import fold
from profilegen.core.richtext import (
    Block,
    Cite,
    Inline,
    Paragraph,
    RichText,
    TextList,
    plain,
)
from profilegen.core.walk import texts


def _registered(case: Case, placed: Placed) -> bool:
    """Whether the registry answers for an entry; one that it should know has its own finding."""
    entry = placed.entry
    book = case.registry.book(entry)
    if book is None:
        return False
    record = book.get(entry.name_text)
    return bool(record.source) if record else not getattr(entry, "written_out", True)


def _sourced(case: Case, placed: Placed) -> bool:
    listing = placed.listing
    if placed.entry.source or listing.source or _registered(case, placed):
        return True
    lead_in = (listing.lead_in,) if listing.lead_in else ()
    cited = (*(text for _, text in texts(placed.entry)), *lead_in)
    return any(text.citations() for text in cited)


def unsourced(case: Case) -> Iterator[Diagnostic]:
    """PG217: one finding for a list without any source, one an entry where only some lack it."""
    for _, group in groupby(case.entries, key=lambda p: (p.kind.key, p.list_name)):
        placed = list(group)
        bare = [p for p in placed if not _sourced(case, p)]
        if len(bare) == len(placed) > 1:
            list_path = placed[0].path[:-1]
            message = f"None of the {len(placed)} entries has a source."
            yield case.find_key("PG217", list_path, message, place=spoken(list_path[:-1]))
            continue
        for p in bare:
            message = f'"{p.entry.name_text}" has no source.'
            yield case.find("PG217", p.path, message, place=p.place)
    section = case.profile.proceedings
    for index, count in enumerate(section.counts if section else ()):
        cited = count.source or (count.note and count.note.citations())
        if count.numbered and not cited:
            message = f"The {count.forum} count has no source."
            place = f"proceedings counts {count.forum}"
            yield case.find("PG217", ("proceedings", "counts", index), message, place=place)
    for kind, part in case.profile.sections():
        for index, claim in enumerate(part.claims):
            if not claim.source and not claim.claim.citations():
                path = (kind.key, "claims", index)
                yield case.find("PG217", path, f"The claim by {claim.by} has no source.")


def cited_sentences(
    case: Case, section: Section, but: EntryList[Entry] | None = None
) -> Iterator[str]:
    """The words of each paragraph and lead-in of a section that carries a citation."""
    told: list[tuple[RichText, bool]] = [(section.text, False)] if section.text else []
    for kind, part in case.profile.sections():
        if part is section:
            told += [
                (listing.lead_in, bool(listing.source))
                for _, _, listing in lists(kind, part)
                if listing.lead_in and listing is not but
            ]
    for text, sourced in told:
        for paragraph in _paragraphs(text.blocks):
            if sourced or RichText("", (paragraph,)).citations():
                yield plain(paragraph)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, TextList):
            for item in block.items:
                yield from _paragraphs(item)


def not_in_text(case: Case) -> Iterator[Diagnostic]:
    """PG221: `source: in text` holds only where a cited paragraph names the entry."""
    sections = {kind.key: section for kind, section in case.profile.sections()}
    for kind, section in case.profile.sections():
        for _, path, listing in lists(kind, section):
            if listing.source.in_text and not any(cited_sentences(case, section, listing)):
                message = "No paragraph of the section has a citation."
                yield case.find("PG221", (*path, "source"), message, place=spoken(path))
    for placed in case.entries:
        if not placed.entry.source.in_text:
            continue
        words = fold(" ".join(cited_sentences(case, sections[placed.kind.key])))
        if not any(fold(name) in words for name in placed.entry.known_as):
            message = f'No cited paragraph of the section names "{placed.entry.name_text}".'
            path = (*placed.path, "source")
            yield case.find("PG221", path, message, place=placed.place)


_END = re.compile(r"[.?!][\"'\u2019\u201d)\]]*(?=\s|$|\x00)")
_SHORTENED = re.compile(r"\b(?:Nos?|Arts?|ss?|cl|vs?|e\.?g|i\.?e|cf|[A-Z]\.[A-Z]|[A-Z])\.$")
_NOTE = "\x00"
"""What stands for a citation while sentences are told apart."""


def sentences(paragraph: Paragraph) -> Iterator[tuple[str, bool]]:
    """The sentences of a paragraph, each with whether a citation stands in it or behind it."""
    flat = "".join(_flat(child) for child in paragraph.children)
    start = 0
    for match in _END.finditer(flat):
        if _SHORTENED.search(flat[start : match.start() + 1]):
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
    if isinstance(node, Cite):
        return _NOTE
    return plain(node)


def bare_sentence(case: Case) -> Iterator[Diagnostic]:
    """PG227: in the prose of sections 1 and 2 every sentence has a source; a lead-in may not."""
    for kind, section in case.profile.sections():
        if kind.number > 2 or section.text is None:
            continue
        path = (kind.key, "text")
        for paragraph in _paragraphs(section.text.blocks):
            for words, cited in sentences(paragraph):
                if not cited and not words.endswith(":"):
                    begin = " ".join(words.split()[:4])
                    message = f'"{begin} ..." has no citation.'
                    place = f"{kind.key} {begin}"
                    yield case.find("PG227", path, message, place=place, snippet=begin)
