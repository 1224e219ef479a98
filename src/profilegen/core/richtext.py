"""A profile's text: a Markdown subset with Pandoc citations, as a small frozen tree.

The subset: paragraphs, bullet and numbered lists (nested), *emphasis*, **strong**, links to web
pages, citations `[@key, p 3; see @other]`, and placement lines `[[goals]]`. HTML, images,
headings, tables and code have no place in a profile and are reported, never dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token


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


@dataclass(frozen=True, slots=True)
class Citation:
    """One source cited at one place: `see @key, p 3` has prefix, key and pinpoint."""

    key: str
    pinpoint: str = ""
    prefix: str = ""

    def __str__(self) -> str:
        pinpoint = f", {self.pinpoint}" if self.pinpoint else ""
        prefix = f"{self.prefix} " if self.prefix else ""
        return f"{prefix}@{self.key}{pinpoint}"


@dataclass(frozen=True, slots=True)
class Cite:
    """The place of a note with its citations."""

    citations: tuple[Citation, ...]


Inline = Text | Emph | Strong | Link | Cite


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class TextList:
    """A list written in the text; each item holds blocks."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


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


class RichTextError(ValueError):
    """A text outside the subset; `snippet` stands in it.

    `kind` is markup, citation, address or placement.
    """

    def __init__(self, kind: str, message: str, snippet: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.snippet = snippet


def plain(node: Block | Inline) -> str:
    """The words of a node, without notes."""
    match node:
        case Text(text):
            return text
        case Paragraph(children) | Emph(children) | Strong(children) | Link(_, children):
            return "".join(map(plain, children))
        case TextList(_, items):
            return "\n".join(plain(block) for item in items for block in item)
        case _:
            return ""


def _cites(node: Block | Inline) -> tuple[Cite, ...]:
    match node:
        case Cite():
            return (node,)
        case Paragraph(children) | Emph(children) | Strong(children) | Link(_, children):
            return tuple(cite for child in children for cite in _cites(child))
        case TextList(_, items):
            return tuple(cite for item in items for block in item for cite in _cites(block))
        case _:
            return ()


# OSCOLA 1.5 quotes in single marks: whatever was typed, the outer pair prints as single.
_MARKDOWN = (
    MarkdownIt(
        "commonmark", {"html": False, "typographer": True, "quotes": "‘’“”", "maxNesting": 40}
    )
    .disable(["entity", "reference"])
    .enable("smartquotes")
)
MAX_LENGTH = 50_000
MAX_MARKS = 500
"""Quotation marks and brackets of a paragraph: pairing them takes time as their square."""
MAX_DEPTH = 16
"""Lists in lists, emphasis in emphasis; the parser drops without a word what is at its limit."""

# None of these can be made to search long: no part of them can take what the next part needs.
_PLACEMENT = re.compile(r"\[\[([^\[\]]+)\]\]")
_CITE = re.compile(r"\[([^\[\]@]*@[^\[\]]*)\]")
_STRAY = re.compile(r"\[[^\[\]@]*@[^\s\[\]]*\]?|(?:^|(?<=[\s(]))@\w[^\s\[\]]*")
_BROKEN = re.compile(r"\[\[[^\[\]]*\]{0,2}")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]*\]")
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")
_ITEM = re.compile(
    r"(?:(?P<prefix>[^@]+?)\s+)?@(?P<key>[A-Za-z0-9][\w:.+/-]*[A-Za-z0-9]|[A-Za-z0-9])"
    r"(?:\s*,\s*(?P<pinpoint>.+))?"
)
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


def parse_citation(text: str) -> Citation:
    """Read one citation: `key`, `@key, p 3` or `see @key, p 3`. Raises RichTextError."""
    text = " ".join(text.split())
    if not text:
        raise RichTextError("citation", "A citation is empty.", ";")
    match = _ITEM.fullmatch(text if "@" in text else f"@{text}")
    if not match:
        raise RichTextError("citation", f'"{text}" is not a citation.', text)
    return Citation(match["key"], match["pinpoint"] or "", match["prefix"] or "")


_BULLET = re.compile("^[ ]*([\u2022\u25aa\u25cf\u2023\u25e6\uf0b7])", re.MULTILINE)
"""Bullets that come along from a word processor."""


def parse(text: str) -> RichText:
    """Read a text with blocks. Raises RichTextError at what the subset does not have."""
    if len(text) > MAX_LENGTH:
        message = f"This text has {len(text):,} characters; {MAX_LENGTH:,} fit."
        raise RichTextError("markup", message, "")
    if bullet := _BULLET.search(text):
        message = f'A bullet "{bullet[1]}" makes no list; the items of a list begin with "- ".'
        raise RichTextError("markup", message, bullet[1])
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


def _list(tokens: list[Token], start: int, end: int) -> TextList:
    items = []
    at = start + 1
    while at < end:
        close = _closing(tokens, at)
        items.append(_blocks(tokens, at + 1, close))
        at = close + 1
    return TextList(tokens[start].type == "ordered_list_open", tuple(items))


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
    raise RichTextError("markup", f"Profiles do not have {name} in a text.", snippet)


_ALONE = "A line [[...]] stands alone, with nothing before or behind it."


def _inlines(inline: Token) -> tuple[Inline, ...]:
    for tag in _TAG.findall(inline.content):
        if not is_web_address(tag[1:-1]):
            raise RichTextError("markup", "Profiles do not have HTML in a text.", tag)
    if grid := _GRID.search(inline.content):
        raise RichTextError("markup", "Profiles do not have a table in a text.", grid[0].strip())
    children = inline.children or []
    nodes, _ = _run(children, 0, None)
    return _hang_notes(nodes)


def _run(tokens: list[Token], at: int, until: str | None) -> tuple[list[Inline], int]:
    """Read inline tokens up to the closing token; return the nodes and the place behind it."""
    nodes: list[Inline] = []
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.type == until:
            return nodes, at
        if token.type in ("text", "text_special"):
            nodes.append(Text(token.content))
        elif token.type in ("softbreak", "hardbreak"):
            nodes.append(Text(" "))
        elif token.type == "em_open":
            children, at = _run(tokens, at, "em_close")
            nodes.append(Emph(tuple(_merge(children))))
        elif token.type == "strong_open":
            children, at = _run(tokens, at, "strong_close")
            nodes.append(Strong(tuple(_merge(children))))
        elif token.type == "link_open":
            url = str(token.attrGet("href"))
            if not is_web_address(url):
                raise RichTextError("address", f'"{url}" is not a web address.', url)
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
    for at in range(len(out) - 1):
        here, after = out[at], out[at + 1]
        if isinstance(here, Cite) and isinstance(after, Text):
            mark = _CLOSING.match(after.text)
            moved = mark[0] if mark else ""
            if moved and at and isinstance(out[at - 1], Text):
                before = out[at - 1]
                assert isinstance(before, Text)
                out[at - 1] = Text(before.text + moved)
                out[at + 1] = Text(after.text[len(moved) :])
    merged = _merge(out)
    if merged and isinstance(merged[0], Text):
        merged[0] = Text(merged[0].text.lstrip())
    return tuple(merged)


def _split(text: str) -> list[Inline]:
    parts: list[Inline] = []
    at = 0
    for match in _CITE.finditer(text):
        before = text[at : match.start()].rstrip()
        citations = tuple(parse_citation(item) for item in match[1].split(";"))
        if before:
            parts.append(Text(before))
        parts.append(Cite(citations))
        at = match.end()
    if text[at:]:
        parts.append(Text(text[at:]))
    for part in parts:
        if isinstance(part, Text):
            _refuse_stray(part.text)
    return parts


def _refuse_stray(text: str) -> None:
    """Refuse what would print as it was typed: a broken citation, a footnote, a placement."""
    if stray := _STRAY.search(text):
        raise RichTextError("citation", f'"{stray[0]}" is not a citation.', stray[0])
    if footnote := _FOOTNOTE.search(text):
        message = "Profiles do not have footnotes; they cite their sources."
        raise RichTextError("citation", message, footnote[0])
    if placed := _BROKEN.search(text):
        raise RichTextError("placement", _ALONE, placed[0])
