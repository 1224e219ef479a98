"""What Markdown has and a profile's text has not: refused by its name, with what to do instead."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it.token import Token

from profilegen.core.pandoc_citations import RichTextError

_NAMES = {
    "heading": "a heading",
    "fence": "code",
    "code": "code",
    "image": "an image",
    "blockquote": "a quotation block",
    "hr": "a rule",
    "html": "HTML",
}


def refuse(token: Token) -> None:
    """Refuse what is no part of the subset, by its name."""
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

ALONE = "A line [[...]] stands alone, with nothing before or after it."


_KEY_ALONE = re.compile(r"[a-z_]+:")
_MAY_BE = re.compile(r"(?:(\d{1,9})[.)]|[-+*])[ \t]", re.ASCII)


def refuse_items(lines: list[str]) -> None:
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
