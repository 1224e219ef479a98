"""A paragraph cut into its sentences, each with its own emphasis, links and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from profilegen.core.richtext import Emph, Inline, Link, Paragraph, Strong, Text
from profilegen.core.sentences import flattened, in_pieces


def sentence_at(paragraph: Paragraph, at: int) -> Paragraph:
    """The sentence of a paragraph in which one character of its flattened text stands."""
    start = 0
    for piece in in_pieces(flattened(paragraph)):
        if at < start + len(piece):
            return Paragraph(tuple(_cut(paragraph.children, start, start + len(piece.rstrip()))))
        start += len(piece)
    raise IndexError(at)


def _cut(nodes: tuple[Inline, ...], start: int, end: int) -> Iterator[Inline]:
    """What stands between two places of the flat text; a node that reaches over them is cut."""
    for node in nodes:
        length = len(flattened(node))
        if start < length and end > 0:
            match node:
                case Text(text):
                    yield Text(text[max(start, 0) : end])
                case Emph(children) | Strong(children) | Link(_, children):
                    yield replace(node, children=tuple(_cut(children, start, end)))
                case _:
                    yield node
        start, end = start - length, end - length
