"""What of other programs is left in a text: notes of Markdown, comments of YAML."""

from __future__ import annotations

import re

from profilegen.core.pandoc_citations import RichTextError

MOST = 100
"""Notes told of a text."""
_MARK = re.compile(r"\[\^[^\[\]\s]*\]")
_WORDS = re.compile(r"^[ ]*(\[\^[^\[\]\s]*\]):[ \t]*(.*)", re.MULTILINE)


def footnotes(text: str) -> list[RichTextError]:
    """Markdown's notes in a text, a fault each: its mark, and its words wherever they stand."""
    said = {match[1]: " ".join(match[2].split()) for match in _WORDS.finditer(text)}
    faults = []
    for mark in list(dict.fromkeys(_MARK.findall(text)))[:MOST]:
        words = f' ("{said[mark][:60]}")' if said.get(mark) else ""
        message = f"Profiles do not have footnotes; they cite their sources: {mark}{words}."
        hint = f"Write [@key] or [@key, p 3] for each {mark}"
        hint += f", and remove the line `{mark}: ...`." if mark in said else "."
        faults.append(RichTextError("citation", message, mark, hint))
    return faults


def without_footnotes(text: str) -> str:
    """The text without Markdown's notes."""
    return _MARK.sub("", _WORDS.sub("", text))


_COMMENT = re.compile(
    r"(?:^|(?<=[ ]{2}))(?:# ?(?:TODO|FIXME|XXX|NB|NOTE|CHECK)\b|# (?:todo|fixme|check|ask|verify|"
    r"add|find|confirm|update|rewrite|delete|remove|needs?|missing|maybe|source|see|is|not)\b).*",
    re.MULTILINE,
)


def comment(text: str) -> RichTextError | None:
    """What is plainly a comment, and would be printed as a part of the text."""
    match = _COMMENT.search(text)
    if match is None:
        return None
    message = f'"{match[0][:40]}" is part of the text and would be printed.'
    hint = "No comment can stand in a text: move it to a line of its own, above the text's key."
    return RichTextError("markup", message, match[0], hint)
