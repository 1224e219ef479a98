"""Reads a profile's text: Markdown's tokens become the tree of `richtext`.

HTML, images, headings, tables and code have no place in a profile and are reported, never dropped.
What is no mark of the subset (`markdown` has them) stands in the tree as it was typed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it.token import Token

from profilegen.core.leftover_footnotes_and_comments import comment, footnotes
from profilegen.core.markdown import has_noncharacters, parser
from profilegen.core.pandoc_citations import RichTextError
from profilegen.core.richtext import Block, Paragraph, Placement, RichText, Text, TextList
from profilegen.core.richtext_inlines import inlines, merged_texts
from profilegen.core.richtext_refusals import ALONE, refuse, refuse_items

_MARKDOWN = parser()
MAX_LENGTH = 50_000
MAX_MARKS = 500
"""Quotation marks and brackets of a paragraph: pairing them takes time as their square."""
MAX_DEPTH = 16
"""Lists in lists, emphasis in emphasis; the parser drops without a word what is at its limit."""

# This cannot be made to search long: no part of it can take what the next part needs.
_PLACEMENT = re.compile(r"\[\[([^\[\]@]+)\]\]")
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
                raise RichTextError("placement", ALONE, placed[0])
            if placed:
                blocks.append(Placement(placed[1].strip()))
            else:
                blocks.append(Paragraph(inlines(inline)))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            blocks.append(_list(tokens, at, close))
        else:
            refuse(token)
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
            refuse_items(f"{number} {tokens[at + 2].content}".split("\n"))
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
    return Paragraph(tuple(merged_texts([Text(number + gap, finished=True), *block.children])))


def _closing(tokens: list[Token], start: int) -> int:
    depth = 0
    for at in range(start, len(tokens)):
        depth += tokens[at].nesting
        if depth == 0:
            return at
    raise AssertionError("markdown-it closes what it opens")  # pragma: no cover
