"""A profile's text: a Markdown subset with Pandoc citations, as a small frozen tree.

The subset: paragraphs, dashed and numbered lists (nested), *emphasis*, **strong**, links to web
pages, citations `[@key, p 3; see @other]`, and placement lines `[[goals]]`. HTML, images,
headings, tables and code have no place in a profile and are reported, never dropped. What is no
mark of the subset (`markup` has them) stands in the tree as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from markdown_it.token import Token

from profilegen.core.citing import (
    Citation,
    Cite,
    RichTextError,
    notes_within,
    parse_citation,
)
from profilegen.core.leftovers import comment, footnotes
from profilegen.core.markup import has_noncharacters, parser, released
from profilegen.core.typography import quoted

__all__ = ["Citation", "Cite", "RichTextError", "parse_citation"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


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
        return tuple(c for b in self.blocks for cite in _cites(b) for c in cite.citations)

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


def _cites(node: Block | Inline) -> tuple[Cite, ...]:
    match node:
        case Cite():
            return (node,)
        case Paragraph(children) | Emph(children) | Strong(children) | Link(_, children):
            return tuple(cite for child in children for cite in _cites(child))
        case TextList(items):
            return tuple(cite for item in items for block in item for cite in _cites(block))
        case _:
            return ()


_MARKDOWN = parser()
MAX_LENGTH = 50_000
MAX_MARKS = 500
"""Quotation marks and brackets of a paragraph: pairing them takes time as their square."""
MAX_DEPTH = 16
"""Lists in lists, emphasis in emphasis; the parser drops without a word what is at its limit."""

# None of these can be made to search long: no part of them can take what the next part needs.
_PLACEMENT = re.compile(r"\[\[([^\[\]@]+)\]\]")
_BROKEN = re.compile(r"\[\[[^\[\]]*\]{0,2}")
_SAFE = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_GRID = re.compile(r"^ *\|.*", re.MULTILINE)
# A note's call stands after the punctuation and the quotation marks that it follows (OSCOLA 1.1).
_CLOSING = re.compile(r"[.,;:!?]*[\"'\u2019\u201d)]*[.,;:!?]*")
_NAMES = {
    "heading": "a heading",
    "fence": "code",
    "code": "code",
    "image": "an image",
    "blockquote": "a quotation block",
    "hr": "a rule",
    "html": "HTML",
}


def is_web_address(url: str) -> bool:
    """Tell whether an address is a full http(s) address without spaces or brackets."""
    return _SAFE.fullmatch(url) is not None


_BULLET = re.compile("^[ ]*([\u2022\u25aa\u25cf\u2023\u25e6\uf0b7])", re.MULTILINE)
"""Bullets that come along from a word processor."""


@lru_cache(maxsize=4096)
def parse(text: str) -> RichText:
    """Read a text with blocks. Raises RichTextError at what the subset does not have.

    What was read is kept: a broken file is validated several times, and all but a few of its texts
    are the same each time.
    """
    if len(text) > MAX_LENGTH:
        message = f"This text has {len(text):,} characters; {MAX_LENGTH:,} fit."
        raise RichTextError("markup", message, "")
    if has_noncharacters(text):
        raise RichTextError("markup", "This text holds code points that are no characters.", "")
    if bullet := _BULLET.search(text):
        message = f'A bullet "{bullet[1]}" makes no list; the items of a list begin with "- ".'
        hint = 'Write "- " for each bullet, after an empty line.'
        raise RichTextError("bullet", message, bullet[1], hint)
    if fault := comment(text):
        raise fault
    if faults := footnotes(text):
        raise faults[0]
    marks = (sum(map(part.count, "'\"[")) for part in re.split(r"\n *\n", text))
    if sum(number**2 for number in marks) > MAX_MARKS**2:
        raise RichTextError("markup", "This text has too many quotation marks and brackets.", "")
    tokens = _MARKDOWN.parse(_escape_placements(text))
    if any(t.level > MAX_DEPTH for token in tokens for t in (token, *(token.children or ()))):
        raise RichTextError("markup", "Lists or emphasis are nested too deep.", "")
    return RichText(text, _blocks(tokens, 0, len(tokens)))


def parse_inline(text: str) -> RichText:
    """Read a text of one paragraph (a title's note, a lead-in). Raises RichTextError."""
    result = parse(text)
    if len(result.blocks) != 1 or not isinstance(result.blocks[0], Paragraph):
        raise RichTextError("markup", "This text has to be one paragraph.", "")
    return result


def _escape_placements(text: str) -> str:
    """Let a placement line stand as its own paragraph, whatever is around it."""
    lines = []
    for line in text.split("\n"):
        alone = _PLACEMENT.fullmatch(line.strip())
        lines.append(f"\n{line.strip()}\n" if alone else line)
    return "\n".join(lines)


def _blocks(tokens: list[Token], start: int, end: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = start
    while at < end:
        token = tokens[at]
        close = _closing(tokens, at)
        if token.type == "paragraph_open":
            inline = tokens[at + 1]
            placed = _PLACEMENT.fullmatch(inline.content.strip())
            if placed and token.level:
                raise RichTextError("placement", _ALONE, placed[0])
            if placed:
                blocks.append(Placement(placed[1].strip()))
            else:
                blocks.append(Paragraph(_inlines(inline)))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            blocks.append(_list(tokens, at, close))
        else:
            _refuse(token)
        at = close + 1
    return tuple(blocks)


def _list(tokens: list[Token], start: int, end: int) -> Block:
    items, numbers = [], []
    at = start + 1
    while at < end:
        close = _closing(tokens, at)
        items.append(_blocks(tokens, at + 1, close))
        number = tokens[at].info + tokens[at].markup
        if tokens[at].info and tokens[at + 1].type == "paragraph_open":
            _refuse_items(f"{number} {tokens[at + 2].content}".split("\n"))
        numbers.append(number)
        at = close + 1
    if tokens[start].type == "bullet_list_open":
        return TextList(tuple(items))
    if len(items) == 1 and len(items[0]) < 2:
        return _numbered_paragraph(numbers[0], items[0])
    return TextList(tuple(items), tuple(numbers))


def _numbered_paragraph(number: str, blocks: tuple[Block, ...]) -> Block:
    """`1986. A great year`: one item makes no list."""
    (block,) = blocks or (Paragraph(()),)
    if not isinstance(block, Paragraph):
        return TextList(((block,),), (number,))
    gap = " " if block.children else ""
    return Paragraph(tuple(_merge([Text(number + gap), *block.children])))


def _closing(tokens: list[Token], start: int) -> int:
    depth = 0
    for at in range(start, len(tokens)):
        depth += tokens[at].nesting
        if depth == 0:
            return at
    raise AssertionError("markdown-it closes what it opens")  # pragma: no cover


def _refuse(token: Token) -> None:
    kind = token.type.removesuffix("_open").removesuffix("_block").removesuffix("_inline")
    name = _NAMES.get(kind, kind)
    snippet = (token.content or token.markup[:3]).split("\n")[0].strip()
    message = f"Profiles do not have {name} in a text."
    if kind == "code" and token.type == "code_block":
        message = f'"{snippet[:40]}" is indented further than its text, as code is.'
        raise RichTextError("markup", message, snippet, _DEEP, instead=snippet)
    raise RichTextError("markup", message, snippet, _PLAIN.get(kind, ""))


_PLAIN = dict.fromkeys(
    ("heading", "blockquote", "hr", "html", "fence"),
    "Remove it; a backslash before its first sign prints it as it stands.",
) | {"code": "Remove the marks or the indent; \\` prints a ` as it stands."}

_DEEP = "Take the indent away: a paragraph begins where the other lines of its text do."

_ALONE = "A line [[...]] stands alone, with nothing before or after it."


def _inlines(inline: Token) -> tuple[Inline, ...]:
    if grid := _GRID.search(inline.content):
        raise RichTextError("markup", "Profiles do not have a table in a text.", grid[0].strip())
    _refuse_items(inline.content.split("\n"))
    children = inline.children or []
    _curl(children)
    nodes, _ = _run(children, 0, None)
    return _hang_notes(nodes)


_KEY_ALONE = re.compile(r"[a-z_]+:")
_MAY_BE = re.compile(r"(?:(\d{1,9})[.)]|[-+*])[ \t]", re.ASCII)


def _refuse_items(lines: list[str]) -> None:
    """Refuse what was surely meant as a list, though it stands in the middle of a paragraph."""
    lines = [line.strip() for line in lines]
    if any(map(_KEY_ALONE.fullmatch, lines)):  # a key swallowed by the text is a mistake of its own
        return
    for before, line in pairwise(lines):
        here, above = _MAY_BE.match(line), _MAY_BE.match(before)
        if not here:
            continue
        if here[1] and above and above[1]:
            listed = int(here[1]) - int(above[1]) in (0, 1, 2)
        else:
            listed = not here[1] and (before.endswith(":") or before[:2] == line[:2])
        if listed:
            first = (before if above else line)[:40]
            message = f'"{first}" stands within a paragraph, where no list begins.'
            raise RichTextError("list", message, first)


def _curl(tokens: list[Token]) -> None:
    """Make the quotation marks of a paragraph's texts curly, whatever stands between them."""
    texts = [token for token in tokens if token.type != "link_open"]
    parts = [token.content if token.type == "text" else _BREAK.get(token.type, "")
             for token in texts]  # fmt: skip
    curled, at = quoted("".join(parts)), 0
    for token, part in zip(texts, parts, strict=True):
        if token.type == "text":
            token.content = curled[at : at + len(part)]
        at += len(part)


_BREAK = {"softbreak": " ", "hardbreak": " "}


def _run(tokens: list[Token], at: int, until: str | None) -> tuple[list[Inline], int]:
    """Read inline tokens up to the closing token; return the nodes and the place behind it."""
    nodes: list[Inline] = []
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.type == until:
            return nodes, at
        if token.type == "text":
            nodes.append(Text(token.content))
        elif token.type in _BREAK:
            nodes.append(Text(_BREAK[token.type]))
        elif token.type == "em_open":
            children, at = _run(tokens, at, "em_close")
            nodes.append(Emph(tuple(_merge(children))))
        elif token.type == "strong_open":
            children, at = _run(tokens, at, "strong_close")
            nodes.append(Strong(tuple(_merge(children))))
        elif token.type == "link_open":
            url = str(token.attrGet("href"))
            if not is_web_address(url):
                written = url.removeprefix("mailto:") if token.info == "auto" else url
                raise RichTextError("address", f'"{url}" is not a web address.', written)
            children, at = _run(tokens, at, "link_close")
            link = Link(url, _hang_notes(children))
            if _cites(link):
                raise RichTextError("citation", "A citation cannot stand within a link.", url)
            nodes.append(link)
        else:
            _refuse(token)
    return nodes, at


def _merge(nodes: list[Inline]) -> list[Inline]:
    """Join neighbouring texts, so that a citation broken by a line end is seen whole."""
    merged: list[Inline] = []
    for node in nodes:
        last = merged[-1] if merged else None
        if isinstance(node, Text) and isinstance(last, Text):
            merged[-1] = Text(last.text + node.text)
        elif not (isinstance(node, Text) and not node.text):
            merged.append(node)
    return merged


def _hang_notes(nodes: list[Inline]) -> tuple[Inline, ...]:
    """Turn `[@key]` in texts into notes that stand after the punctuation they precede."""
    out: list[Inline] = []
    for node in _merge(nodes):
        if isinstance(node, Text):
            out.extend(_split(node.text))
        elif isinstance(node, Emph | Strong):
            out.append(type(node)(_hang_notes(list(node.children))))
        else:
            out.append(node)
    for at in range(1, len(out)):
        after = out[at]
        if isinstance(out[at - 1], Cite) and isinstance(after, Text):
            first = at - 1
            while first and isinstance(out[first - 1], Cite):
                first -= 1
            mark = _CLOSING.match(after.text)
            moved = mark[0] if mark else ""
            before = out[first - 1] if first else None
            if moved and isinstance(before, Text):
                out[first - 1] = Text(before.text + moved)
                out[at] = Text(after.text[len(moved) :])
    merged = _merge(out)
    if merged and isinstance(merged[0], Text):
        merged[0] = Text(merged[0].text.lstrip())
    return tuple(merged)


def _split(text: str) -> list[Inline]:
    """The words and notes of a text, its escaped signs as they print."""
    parts: list[Inline] = []
    for part in notes_within(text):
        if isinstance(part, Cite):
            parts.append(Cite(tuple(map(_released, part.citations))))
        elif placed := _BROKEN.search(part):
            raise RichTextError("placement", _ALONE, placed[0])
        else:
            parts.append(Text(released(part)))
    return parts


def _released(cited: Citation) -> Citation:
    return Citation(cited.key, released(cited.pinpoint), released(cited.prefix))
