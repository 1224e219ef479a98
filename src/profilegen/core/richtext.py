"""A profile's text as a small frozen tree: a Markdown subset with Pandoc citations.

The subset: paragraphs, dashed and numbered lists (nested), *emphasis*, **strong**, links to web
pages, citations `[@key, p 3; see @other]`, and placement lines `[[goals]]`. `richtext_parser`
reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from profilegen.core.pandoc_citations import Citation, Cite


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str
    finished: bool = field(default=False, compare=False, repr=False)
    """Whether its marks are set: a paragraph's quotations reach over several texts."""


@dataclass(frozen=True, slots=True)
class Emph:
    """Emphasis, in italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong emphasis, in semibold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web page."""

    url: str
    children: tuple[Inline, ...]


Inline = Text | Emph | Strong | Link | Cite


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class TextList:
    """A list written in the text; each item holds blocks."""

    items: tuple[tuple[Block, ...], ...]
    numbers: tuple[str, ...] = ()
    """The items' numbers as typed, `3.` or `3)`; a list of dashes has none."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A line `[[name]]`: here stands the section's list or table of that name."""

    name: str


Block = Paragraph | TextList | Placement


@dataclass(frozen=True, slots=True)
class RichText:
    """A text as written, with its tree."""

    raw: str
    blocks: tuple[Block, ...]

    def citations(self) -> tuple[Citation, ...]:
        """All citations in reading order."""
        return tuple(c for b in self.blocks for cite in cites(b) for c in cite.citations)

    def plain(self) -> str:
        """The words alone, a line a paragraph."""
        return "\n".join(filter(None, map(plain, self.blocks)))


def plain(node: Block | Inline) -> str:
    """The words of a node, without notes."""
    match node:
        case Text(text):
            return text
        case Paragraph(children) | Emph(children) | Strong(children) | Link(_, children):
            return "".join(map(plain, children))
        case TextList(items):
            return "\n".join(plain(block) for item in items for block in item)
        case _:
            return ""


def cites(node: Block | Inline) -> tuple[Cite, ...]:
    """The notes of a node in reading order."""
    match node:
        case Cite():
            return (node,)
        case Paragraph(children) | Emph(children) | Strong(children) | Link(_, children):
            return tuple(cite for child in children for cite in cites(child))
        case TextList(items):
            return tuple(cite for item in items for block in item for cite in cites(block))
        case _:
            return ()
