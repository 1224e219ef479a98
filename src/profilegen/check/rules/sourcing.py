"""Evidence: every entry rests on a source, its list's, a cited sentence's or its record's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from profilegen.check.context import RuleContext, spoken
from profilegen.check.rules.sections import swallowed_key
from profilegen.check.rules.typed_citations import typed_references
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.profile import lists
from profilegen.core.model.sections import Proceedings, Section
from profilegen.core.registry import fold
from profilegen.core.richtext import RichText, plain
from profilegen.core.sourcing import paragraphs, prose_sentences, sourced
from profilegen.core.tree import KeyPath

_OR_WAIVE = "Or waive this with the reason."


def unsourced(context: RuleContext) -> Iterator[Diagnostic]:
    """PG217: one finding for a list without any source, one an entry where only some lack it."""
    entries = context.resolved.entries
    for _, group in groupby(entries, key=lambda e: (e.placed.kind.key, e.placed.list_name)):
        items = list(group)
        placed = [item.placed for item in items]
        bare = [i.placed for i in items if not sourced(i.placed, in_registry=i.in_registry)]
        if len(bare) == len(placed) > 1:
            list_path = placed[0].path[:-1]
            message = f"None of the {len(placed)} entries has a source."
            hint = f"Add a line `source: ...` beside `{list_path[-1]}:`, for all. {_OR_WAIVE}"
            at = spoken(list_path[:-1])
            yield context.find_key("PG217", list_path, message, hint, place=at)
            continue
        for p in bare:
            message, key = f'"{p.entry.name_text}" has no source.', p.entry.heading
            hint = f"Add a line `source: ...` to the entry. {_OR_WAIVE}"
            if isinstance(context.tree.at(context.tree.descend(p.path)), str):
                item = f"`- {key}: {p.entry.name_text}`"
                hint = f"Write {item}, and `source: ...` below `{key}`. {_OR_WAIVE}"
            yield context.find("PG217", p.path, message, hint, place=p.place)
    section = context.profile.proceedings
    for index, count in enumerate(section.counts if section else ()):
        cited = count.source or (count.note and count.note.citations())
        if count.numbered and not cited:
            message = f"The {count.forum} count has no source."
            place = f"{Proceedings.key} counts {count.forum}"
            yield context.find("PG217", (Proceedings.key, "counts", index), message, place=place)
    for kind, part in context.profile.sections():
        for index, claim in enumerate(part.claims):
            if not claim.source and not claim.claim.citations():
                path = (kind.key, "claims", index)
                yield context.find("PG217", path, f"The claim by {claim.by} has no source.")


def cited_sentences(section: Section, but: KeyPath = ()) -> Iterator[str]:
    """The words of each paragraph and lead-in of a section that carries a citation."""
    told: list[tuple[RichText, bool]] = [(section.text, False)] if section.text else []
    told += [
        (listing.lead_in, bool(listing.source))
        for _, path, listing in lists(section)
        if listing.lead_in and path != but
    ]
    for text, noted in told:
        for paragraph in paragraphs(text.blocks):
            if noted or RichText("", (paragraph,)).citations():
                yield plain(paragraph)


def not_in_text(context: RuleContext) -> Iterator[Diagnostic]:
    """PG221: `source: in text` holds only where a cited paragraph names the entry."""
    sections = {kind.key: section for kind, section in context.profile.sections()}
    for section in sections.values():
        for _, path, listing in lists(section):
            if listing.source.in_text and not any(cited_sentences(section, path)):
                message = "No paragraph of the section has a citation."
                yield context.find("PG221", (*path, "source"), message, place=spoken(path))
    for placed in context.entries:
        if not placed.entry.source.in_text:
            continue
        words = fold(" ".join(cited_sentences(sections[placed.kind.key])))
        if not any(fold(name) in words for name in placed.entry.known_as):
            message = f'No cited paragraph of the section names "{placed.entry.name_text}".'
            path = (*placed.path, "source")
            yield context.find("PG221", path, message, place=placed.place)


_MISTYPED = re.compile(
    r"\b(?:ibid|op\.? cit|loc\.? cit|supra)\b|\(n\.? ?[0-9]+\)|\[[^\]]+\]", re.IGNORECASE
)


def _mistyped(words: str, context: RuleContext) -> bool:
    """Whether something in a sentence stands for a citation that is told elsewhere."""
    referred = next(typed_references(words, context.profile.sources), None)
    return referred is not None or _MISTYPED.search(words) is not None


def bare_sentence(context: RuleContext) -> Iterator[Diagnostic]:
    """PG227: in the text of a section every sentence has a source.

    What is typed by hand in place of a citation, and a key that slipped into the text, have
    findings of their own.
    """
    raw = {path: text.raw for path, text in context.texts}
    broken = {path for path, text in context.texts if swallowed_key(text)}
    for path, sentence in prose_sentences(context.profile):
        words = sentence.words
        if not sentence.noted and path not in broken and not _mistyped(words, context):
            begin = " ".join(words.split()[:4])
            message = f'"{begin} ..." has no citation.'
            where = _on_a_line(words, raw[path]) or begin
            yield context.find("PG227", path, message, place=f"{path[0]} {begin}", snippet=where)


def _on_a_line(words: str, raw: str) -> str:
    """The first four words of a sentence that stand in the file as they are shown, on one line."""
    row = words.split()
    runs = (" ".join(row[at : at + 4]) for at in range(max(1, len(row) - 3)))
    return next((run for run in runs if any(run in line for line in raw.splitlines())), "")
