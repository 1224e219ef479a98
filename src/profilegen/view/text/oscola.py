"""OSCOLA's forms of a source (4th edition), full and short, as small runs of text.

Where OSCOLA leaves a choice or says nothing (Japanese acts, ministry reports), the form of the
first seed holds. tests/oracle compares these forms with pandoc's and lists every difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from profilegen.core.model.sources import Source
from profilegen.core.richtext import Text
from profilegen.core.typography import NO_BREAK
from profilegen.view.text.oscola_law import case, law, law_name
from profilegen.view.text.oscola_parts import LAW, WITHIN_ANOTHER, Form, online, title_of
from profilegen.view.text.oscola_people import people
from profilegen.view.text.oscola_publications import article, chapter, document, press

_PRESS = frozenset({"article-newspaper", "article-magazine"})


def full(source: Source, pinpoint: str = "") -> Form:
    """The whole citation, without prefix and final stop."""
    make = _MAKERS.get(source.type, document)
    return (*make(source, _pin(source, pinpoint)), *online(source))


def short(source: Source, note: str | None, pinpoint: str = "", *, by_title: bool = False) -> Form:
    """The citation of a source that note `note` gave in full: `METI (n 3) 12`.

    `by_title` adds the title, where several works of one author are cited (OSCOLA 1.2.1); no
    number leads back to a source that the same note gave before.
    """
    pin = _pin(source, pinpoint)
    if source.type in LAW - {"bill"}:
        return (Text(law_name(source, brief=True) + pin),)
    who = people(source.author or source.editor, brief=True)
    title = title_of(source, brief=True)
    parts = [Text(who)] if who else list(title)
    if who and by_title:
        parts += [Text(", "), *title]
    return (*parts, Text(f"{f' (n{NO_BREAK}{note})' if note else ''}{pin}"))


def again(source: Source, pinpoint: str = "") -> Form:
    """The citation of the source just cited, with the pinpoint if it is another one."""
    return (Text(f"ibid{_pin(source, pinpoint, bare=True)}"),)


_PAGE = re.compile(r"(?:pp?\.?|pages?)\s*(?=[\divxlc])", re.IGNORECASE)
_PARA = re.compile(r"paras?\s+([\d.]+)")


def pinpoint_text(pinpoint: str) -> str:
    """A pinpoint as OSCOLA prints it: pages without `p`, ranges with a dash."""
    bare = _PAGE.sub("", pinpoint) if _PAGE.match(pinpoint) else pinpoint
    return _RANGE.sub(_range, bare)


_RANGE = re.compile(r"(?<![\d.])(\d+)\s*[-\u2013]\s*(\d+)(?![\d.])")


def _range(match: re.Match[str]) -> str:
    """`271-278` prints as 271-78 with a dash (OSCOLA 1.3.2)."""
    first, last = match[1], match[2]
    if len(first) == len(last) >= 3 and first[:-2] == last[:-2]:
        last = last[-2:]
    return f"{first}\u2013{last}"


def _pin(source: Source, pinpoint: str, *, bare: bool = False) -> str:
    if not pinpoint:
        return ""
    text = pinpoint_text(pinpoint)
    neutral = source.type == "legal_case" and (source.number or "").isdigit()
    para = _PARA.fullmatch(text) if neutral else None
    text = f"[{para[1]}]" if para else text
    comma = source.type in LAW - {"bill"} and not bare
    return (", " if comma else " ") + text.replace(" ", "\u00a0", 1)


_MAKERS: dict[str, Callable[[Source, str], Form]] = {
    **dict.fromkeys(LAW, law),
    **dict.fromkeys(_PRESS, press),
    **dict.fromkeys(WITHIN_ANOTHER, chapter),
    **dict.fromkeys(("article", "article-journal", "review"), article),
    "legal_case": case,
}
"""The form of each type; every other type has a document's."""
