"""The Markdown of profiles: CommonMark with fewer marks, so that what is typed is printed.

docs/reference/texts-and-figures.md names all marks: `*` at the edge of a word, `- ` and `1. `
after an empty line, `[words](address)`, `<address>`, and a backslash before one of these. What
CommonMark has besides is read only to be refused (headings, code, HTML), or stands as typed
(`_`, `+ `, entities, definitions, backslashes elsewhere).
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, fence, heading, hr, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

_ESCAPED = "*[]<>@#-.)|'\"`"
_INERT = 0xFDD0
"""Where escaped signs are put while marks are read: code points that no text has."""
_NONCHARACTER = re.compile(f"[{chr(_INERT)}-{chr(_INERT + 31)}]")
_STOOD = {_INERT + at: sign for at, sign in enumerate(_ESCAPED)}
_STANDS = {sign: chr(place) for place, sign in _STOOD.items()}
_ONLY_FIRST = frozenset("#->.)|")
"""Signs that mean something at the beginning of a line alone."""
_LINE_START = re.compile(r"[ \t]*(?:\d{1,9}|)")


def released(text: str) -> str:
    """The text with its escaped signs as they print."""
    return text.translate(_STOOD)


def has_noncharacters(text: str) -> bool:
    """Whether a text holds code points that are no characters, which are used here."""
    return _NONCHARACTER.search(text) is not None


def _escape(state: StateInline, silent: bool) -> bool:
    """A backslash takes a mark's meaning away; before anything else it is a sign of the text."""
    sign = state.src[state.pos + 1 : state.pos + 2]
    if state.src[state.pos] != "\\" or sign not in _STANDS:
        return False
    if sign in _ONLY_FIRST:
        line = state.src[state.src.rfind("\n", 0, state.pos) + 1 : state.pos]
        digits = _LINE_START.fullmatch(line)
        if not digits or (sign in ".)") != bool(line.strip()):
            return False
    if not silent:
        state.append_pending(_STANDS[sign])
    state.pos += 2
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """An asterisk is a mark at the edge of a word only: not in A*STAR, 5*3 or A*."""
    if silent or state.src[state.pos] != "*":
        return False
    length = len(state.src) - len(state.src[state.pos :].lstrip("*")) - state.pos
    end = state.pos + length
    before = state.src[state.pos - 1] if state.pos else " "
    behind = state.src[end] if end < state.posMax else " "
    opens = not behind.isspace() and (before.isspace() or _kind(before) in _OPENING)
    closes = not before.isspace() and (behind.isspace() or _kind(behind) in _CLOSING)
    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = "*"
        state.delimiters.append(
            Delimiter(ord("*"), length, len(state.tokens) - 1, -1, open=opens, close=closes)
        )
    state.pos = end
    return True


_OPENING = frozenset({"Ps", "Pi", "Pd", "mark"})
_CLOSING = frozenset({"Pe", "Pf", "Po", "Pd", "mark", "["})


def _kind(sign: str) -> str:
    if sign in "'\"/":
        return "mark"
    return sign if sign == "[" else unicodedata.category(sign)


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list begins behind an empty line, with `- ` or a number; a line of a paragraph is none.

    Without an empty line comes only the next item of an open list, and a list of dashes in an item.
    """
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    item = ITEM.match(line)
    if not item:
        return False
    if silent:
        inside = state.sCount[start] >= state.blkIndent
        may = state.level and not item["number"] if inside else _continues(state, item)
        return bool(may) and list_block(state, start, end, silent)
    opened = state.env.setdefault("lists", [])
    opened.append(len(state.tokens))
    done = list_block(state, start, end, silent)
    opened.pop()
    return done


ITEM = re.compile(r"(?:(?P<number>\d{1,9})(?P<stop>[.)])|-)(?:[ \t]|$)", re.ASCII)
"""The beginning of a line that may be a list's item."""


def _continues(state: StateBlock, item: re.Match[str]) -> bool:
    """Whether a line is the next item of a list that is open: a dash, or the next number."""
    end = len(state.tokens)
    for start in reversed(state.env.get("lists", ())):
        if state.tokens[start].markup == (item["stop"] or "-"):
            last = _number(state.tokens[start:end])
            return not item["number"] or int(item["number"]) == int(last) + 1
        end = start
    return False


def _number(tokens: list[Token]) -> str:
    """The number of the item that is open at the end of a list's tokens."""
    closed = 0
    for token in reversed(tokens):
        if token.type == "list_item_open":
            if not closed:
                return token.info
            closed -= 1
        closed += token.type == "list_item_close"
    raise AssertionError("an open list has an open item")  # pragma: no cover


class _Parser(MarkdownIt):
    """A parser that leaves addresses as they were typed."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


def parser() -> MarkdownIt:
    """A parser of the marks that profiles have."""
    made = _Parser("commonmark", {"html": True, "maxNesting": 40})
    made.disable(["entity", "reference", "html_block"])
    for name, rule in (("fence", fence), ("blockquote", blockquote), ("hr", hr),
                       ("heading", heading)):  # fmt: skip
        made.block.ruler.at(name, rule, {"alt": []})  # none of them ends a paragraph
    made.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    made.inline.ruler.at("escape", _escape)
    made.inline.ruler.at("emphasis", _emphasis)
    return made
