"""Rich texts as running text of a view: citations become notes that wait for their numbers."""

from __future__ import annotations

from dataclasses import replace

from profilegen.core.model.text_fields import Sourcing
from profilegen.core.pandoc_citations import Citation, Cite
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Emph, Inline, Link, Paragraph, RichText, Strong, Text, plain
from profilegen.view.text.nodes import Address, Draft, TextNode, words

NOTHING = Sourcing()


def run(children: tuple[Inline, ...]) -> tuple[TextNode, ...]:
    """Running text whose citations are drafted notes."""
    return tuple(_span(child) for child in children)


def _span(node: Inline) -> TextNode:
    if isinstance(node, Cite):
        return Draft(node.citations)
    if isinstance(node, Link) and plain(node) == node.url:
        return Address(node.url)
    if isinstance(node, Emph | Strong | Link):
        return replace(node, children=run(node.children))  # type: ignore[arg-type]
    return node


def line(text: RichText | None, source: Sourcing = NOTHING) -> tuple[TextNode, ...]:
    """A one-paragraph text, with one more note at its end for `source`."""
    note = (Draft(source.citations),) if source.citations else ()
    return (*run(_children(text)), *note)


def _children(text: RichText | None) -> tuple[Inline, ...]:
    block = text.blocks[0] if text else None
    return block.children if isinstance(block, Paragraph) else ()


def note(
    text: RichText | None, source: Sourcing = NOTHING, before: Words | str = ""
) -> tuple[Draft, ...]:
    """One note of free words (in which citations stand where they are) and sources, or none."""
    parts: list[Inline | Citation] = [Text(str(before))] if before else []
    if before and (text or source.citations):
        parts.append(Text(" "))
    children = _children(text)
    for at, child in enumerate(children):
        if isinstance(child, Cite):
            parts += _cited(parts, child, last=at == len(children) - 1)
        else:
            parts.append(child)
    cited_keys = {part.key for part in parts if isinstance(part, Citation)}
    rest = [cited for cited in source.citations if cited.pinpoint or cited.key not in cited_keys]
    if text and rest and not isinstance(parts[-1], Citation):
        end = str(words(tuple(p for p in parts if not isinstance(p, Citation)))).rstrip()[-1:]
        parts.append(Text(" " if end in (".", "?", "!", ":") else ". "))
    parts += rest
    return (Draft(tuple(parts)),) if parts else ()


def _cited(before: list[Inline | Citation], cite: Cite, *, last: bool) -> list[Inline | Citation]:
    """A citation among a note's own words, parted from the words that follow.

    Behind a sentence it ends with a stop of its own; within one it stands in brackets.
    """
    if not before:
        return [*cite.citations] if last else [*cite.citations, Text(".")]
    if last:
        return [Text(" "), *cite.citations]
    said = str(words(tuple(p for p in before if not isinstance(p, Citation)))).rstrip()
    if said.endswith((".", "?", "!")):
        return [Text(" "), *cite.citations, Text(".")]
    return [Text(" ("), *cite.citations, Text(")")]
