"""What stands within a paragraph: words with emphasis, links, and notes in their places."""

from __future__ import annotations

import re

from markdown_it.token import Token

from profilegen.core.markdown import released
from profilegen.core.pandoc_citations import Citation, Cite, RichTextError, notes_within
from profilegen.core.richtext import Emph, Inline, Link, Strong, Text, cites
from profilegen.core.richtext_refusals import ALONE, refuse, refuse_items
from profilegen.core.typography import quoted
from profilegen.core.web_address import is_web_address

# None of these can be made to search long: no part of them can take what the next part needs.
_BROKEN = re.compile(r"\[\[[^\[\]]*\]{0,2}")
_GRID = re.compile(r"^ *\|.*", re.MULTILINE)
# A note's call stands after the punctuation and the quotation marks that it follows (OSCOLA 1.1).
_CLOSING = re.compile(r"[.,;:!?]*[\"'\u2019\u201d)]*[.,;:!?]*")


def inlines(inline: Token) -> tuple[Inline, ...]:
    """The nodes of a paragraph, its quotation marks curly and its notes in place."""
    if grid := _GRID.search(inline.content):
        raise RichTextError("markup", "Profiles do not have a table in a text.", grid[0].strip())
    refuse_items(inline.content.split("\n"))
    children = inline.children or []
    _curl(children)
    nodes, _ = _run(children, 0, None)
    return _hang_notes(nodes)


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
            nodes.append(Text(token.content, finished=True))
        elif token.type in _BREAK:
            nodes.append(Text(_BREAK[token.type], finished=True))
        elif token.type == "em_open":
            children, at = _run(tokens, at, "em_close")
            nodes.append(Emph(tuple(merged_texts(children))))
        elif token.type == "strong_open":
            children, at = _run(tokens, at, "strong_close")
            nodes.append(Strong(tuple(merged_texts(children))))
        elif token.type == "link_open":
            url = str(token.attrGet("href"))
            if not is_web_address(url):
                written = url.removeprefix("mailto:") if token.info == "auto" else url
                raise RichTextError("address", f'"{url}" is not a web address.', written)
            children, at = _run(tokens, at, "link_close")
            link = Link(url, _hang_notes(children))
            if cites(link):
                raise RichTextError("citation", "A citation cannot stand within a link.", url)
            nodes.append(link)
        else:
            refuse(token)
    return nodes, at


def merged_texts(nodes: list[Inline]) -> list[Inline]:
    """Join neighbouring texts, so that a citation broken by a line end is seen whole."""
    merged: list[Inline] = []
    for node in nodes:
        last = merged[-1] if merged else None
        if isinstance(node, Text) and isinstance(last, Text):
            merged[-1] = Text(last.text + node.text, finished=True)
        elif not (isinstance(node, Text) and not node.text):
            merged.append(node)
    return merged


def _hang_notes(nodes: list[Inline]) -> tuple[Inline, ...]:
    """Turn `[@key]` in texts into notes that stand after the punctuation they precede."""
    out: list[Inline] = []
    for node in merged_texts(nodes):
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
                out[first - 1] = Text(before.text + moved, finished=True)
                out[at] = Text(after.text[len(moved) :], finished=True)
    merged = merged_texts(out)
    if merged and isinstance(merged[0], Text):
        merged[0] = Text(merged[0].text.lstrip(), finished=True)
    return tuple(merged)


def _split(text: str) -> list[Inline]:
    """The words and notes of a text, its escaped signs as they print."""
    parts: list[Inline] = []
    for part in notes_within(text):
        if isinstance(part, Cite):
            parts.append(Cite(tuple(map(_released, part.citations))))
        elif placed := _BROKEN.search(part):
            raise RichTextError("placement", ALONE, placed[0])
        else:
            parts.append(Text(released(part), finished=True))
    return parts


def _released(cited: Citation) -> Citation:
    return Citation(cited.key, released(cited.pinpoint), released(cited.prefix))
