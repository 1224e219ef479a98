"""The small pieces that views are made of, beside those of a rich text."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.pandoc_citations import Citation
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Emph, Inline, Link, Strong, Text


@dataclass(frozen=True, slots=True)
class Address:
    """A web address printed as itself, a live link that may break after its marks."""

    url: str


@dataclass(frozen=True, slots=True)
class Native:
    """Words in another language or script, set in the face of that language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to an entry of the same page by its printed number."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A note that has its place but no number yet: words and citations in reading order."""

    parts: tuple[Inline | Citation, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note with its finished words."""

    label: str
    words: tuple[TextNode, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """The place of a numbered note in the text."""

    note: Note
    again: bool = False
    """Whether another place called the same note before."""


TextNode = Inline | Address | Native | Ref | Draft | Call
"""A piece of running text; citations among it are drafted as notes before it is shown."""

Run = tuple[TextNode, ...]
"""Running text, in order."""


def words(node: object) -> Words:
    """The words of anything in a view, without notes; what a reader would hear."""
    return Words(_spoken(node))


def _spoken(node: object) -> str:
    match node:
        case Text(text) | Native(text, _):
            return text
        case Emph(children) | Strong(children) | Link(_, children):
            return _spoken(children)
        case Address(url):
            return url
        case Ref(_, label):
            return label
        case tuple():
            return "".join(map(_spoken, node))
        case _:
            return ""
