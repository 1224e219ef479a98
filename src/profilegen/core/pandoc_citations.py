"""Citations in Pandoc's form: read where they are plain, else refused with what to write instead.

`[see @key, p 3; @other]` is a note. Pandoc has more forms (`@key [p 3]`, `[-@key]`, `^[a note]`)
and accepts words for a second source (`[@a, p 3, @b]`); here each of those is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


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


class RichTextError(ValueError):
    """A text outside the subset; `snippet` stands in it.

    `kind` is markup, bullet, list, citation, address or placement; `hint` says what to write, and
    `instead` is what may stand in the place of the snippet; `safe` whether it was surely meant.
    """

    def __init__(
        self,
        kind: str,
        message: str,
        snippet: str,
        hint: str = "",
        *,
        instead: str = "",
        safe: bool = True,
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.snippet = snippet
        self.hint = hint or (f"Write {instead}" if instead else "")
        self.instead = instead
        self.safe = safe


# None of these can be made to search long: no part of them can take what the next part needs.
_KEY = r"[A-Za-z0-9](?:[\w:.+/-]*[A-Za-z0-9])?"
_ITEM = re.compile(
    rf"(?:(?P<prefix>[^@]+?)\s+)?@(?:(?P<key>{_KEY})|\{{(?P<braced>{_KEY})\}})"
    r"(?:\s*,\s*(?P<pinpoint>[^@{}]+|\{[^@{}]+\}))?",
    re.ASCII,
)
_NAMED = re.compile(rf"-?@\{{?({_KEY})\}}?", re.ASCII)
_CITE = re.compile(r"\[([^\[\]@]*@[^\[\]]*)\]")
_TWICE = re.compile(r"\[\s*(\[[^\[\]@]*@[^\[\]]*\])\s*\]?")
_STRAY = re.compile(
    r"\[[^\[\]@]*@[^\s\[\]]*\]?|(?<![\w.@\ufdd0-\ufdef])-?@\{?\w[^\s\[\]]*(?: \[[^\[\]]*\])?"
)
_INLINE_NOTE = re.compile(r"\^\[[^\[\]]{0,200}\]?")


def parse_citation(text: str) -> Citation:
    """Read one citation: `key`, `@key, p 3` or `see @key, p 3`. Raises RichTextError."""
    text = " ".join(text.split())
    if not text:
        raise RichTextError("citation", "A citation is empty.", ";")
    match = _ITEM.fullmatch(text if "@" in text else f"@{text}")
    if not match:
        message = f'"{text}" is not a citation.'
        instead = _plainly(text)
        hint = "" if instead or "@" in text else _parted(text)
        raise RichTextError("citation", message, text, hint, instead=instead)
    pinpoint = (match["pinpoint"] or "").strip("{} ")
    return Citation(match["key"] or match["braced"], pinpoint, match["prefix"] or "")


_PLACE = re.compile(
    r"(?:pp?|ss?|arts?|ch|cls?|paras?|n|vol|annex|sch|recital|title|part)\b|\d", re.IGNORECASE
)
_AND = re.compile(r"\s+(?:and|&)\s+|\s*[;/+]\s*")


_TITLE = (
    "A source is cited by its key under `sources` (a word such as meti-2025), not by its title; "
    "define the document there if it is not yet."
)


_PLACES = re.compile(
    r"(?i:pp?|pages?|ss?|secs?|sections?|arts?|articles?|ch|chapters?|cls?|paras?|paragraphs?|n|vol|"
    r"annex|sch|recital|tables?|figs?|parts?|\u00a7)(?:\. ?| |(?=\d))[\dIVX][\w ,.()\u2013-]*"
    r"|\d[\d ,\u2013-]*"
)


def is_place(words: str) -> bool:
    """Whether words are a page or another place in a source, and no source."""
    return _PLACES.fullmatch(words.strip()) is not None


def _parted(text: str) -> str:
    """What to write for `key p 3` and `key and other`; nothing where there is no key."""
    if is_place(text):
        return f"A place follows the key of its source, after a comma: KEY, {text}"
    first, _, rest = text.partition(" ")
    both = _AND.split(text)
    if len(both) > 1 and all(re.fullmatch(_KEY, part, re.ASCII) for part in both):
        return f"Write {'; '.join(both)}"
    keyed = rest and re.fullmatch(_KEY, first.rstrip(","), re.ASCII)
    if keyed and _PLACE.match(rest):
        return f"Write {first.rstrip(',')}, {rest}"
    if len(text.split()) > 2 and not (keyed and re.search(r"\d", first)):
        return _TITLE
    if not keyed:
        return ""
    if re.fullmatch(_KEY, rest, re.ASCII):
        return f"Write {first}; {rest} for two sources."
    return f"Write a source's key, and what else belongs to it after a comma: {first}, {rest}"


def notes_within(text: str) -> Iterator[str | Cite]:
    """The words of a text and the notes among them; blanks before a note are left out."""
    _refuse_notes(text)
    at = 0
    for match in _CITE.finditer(text):
        if before := text[at : match.start()].rstrip():
            yield _without_stray(before)
        yield Cite(tuple(_items(match[1])))
        at = match.end()
    if text[at:]:
        yield _without_stray(text[at:])


def _items(inside: str) -> Iterator[Citation]:
    """The citations between two brackets."""
    for item in inside.split(";"):
        if item.strip() and "@" not in item:
            words = " ".join(item.split())
            message = f'"{words}" has no @ before it.'
            if _PINPOINT.fullmatch(f"a, {words}") and f"; {words}" in inside:
                comma = inside.replace(f"; {words}", f", {words}")
                hint, instead = f"Write [{comma}]", f", {words}"
                raise RichTextError("citation", message, f"; {words}", hint, instead=instead)
            hint = f"Write @{words} for a source; other words of a citation follow a comma."
            here = f"; {words}" if f"; {words}" in inside else words  # it may be cited before
            key = re.fullmatch(_KEY, words, re.ASCII)
            instead = here.replace(words, f"@{words}") if key else ""
            raise RichTextError("citation", message, here, hint, instead=instead, safe=False)
        try:
            yield parse_citation(item)
        except RichTextError as error:
            whole = _instead(inside)
            hint = f"Write {whole}" if whole else ""
            if not whole and _NAMED.search(inside):
                hint = _TITLE
            instead = _instead(item).strip("[]")
            raise RichTextError(
                "citation", str(error), error.snippet, hint, instead=instead
            ) from None


_PINPOINT = re.compile(
    rf"@?(?P<key>{_KEY})(?:[:.]\s|\s|,)+\(?(?P<words>(?:pp?|pages?|paras?|paragraphs?|arts?|articles?|ss?|"
    r"secs?|sections?|ch|chs|chapters?|cl|annex|app|tables?|figs?|figures?|parts?|vol|n|nn)\b\.?\s*\S.*?|"
    r"\d[\d\s,\u2013-]*|\u00a7.+?)\)?",
    re.ASCII | re.IGNORECASE,
)


def _plainly(text: str) -> str:
    """A citation as a `source` has it: brackets off, a comma before the page."""
    bare = text.strip("[]").strip()
    if is_place(bare):
        return ""
    match = _PINPOINT.fullmatch(bare)
    if match and not match["key"].endswith((":", ".")):
        words = match["words"]
        return f"{match['key']}, {'p ' if words[0].isdigit() else ''}{words}"
    if "@" in bare:
        return _instead(bare).strip("[]")
    keys = _JOINED.split(bare)
    if len(keys) > 1 and all(re.fullmatch(_DATED, key, re.ASCII) for key in keys):
        return "; ".join(keys)
    return ""


_JOINED = re.compile(r"\s*(?:\s(?:and|&|\+)\s|,|/|\s)\s*")
_DATED = r"[A-Za-z][\w.-]*\d[\w-]*"
"""A source's key that nothing else looks like: it has a number, mostly its year."""


def _instead(inside: str) -> str:
    """Citations that can be read for those that cannot: each source with its own words."""
    inside = _PARTED_SIGN.sub("@", inside)
    named = list(_NAMED.finditer(inside))
    if not named or any(_is_title(inside[match.end() :], match[1]) for match in named):
        return ""
    ends = [*(match.start() for match in named[1:]), len(inside)]
    parts = []
    for at, (match, end) in enumerate(zip(named, ends, strict=True)):
        before = " ".join(inside[: match.start()].split()) if at == 0 else ""
        behind = inside[match.end() : end].strip(" \t\n,;{}").removesuffix(" and").strip(",;")
        behind = behind[1:-1] if behind[:1] + behind[-1:] == "()" else behind
        words = " ".join(behind.split()) if behind != "and" else ""
        parts.append(f"{before} @{match[1]}".strip() + (f", {words}" if words else ""))
    return f"[{'; '.join(parts)}]"


_PARTED_SIGN = re.compile(r"@\s+(?=[A-Za-z0-9])")


def _is_title(behind: str, first: str) -> bool:
    """Whether a key is the first word of a title, which goes on behind it."""
    more = re.match(r"\s+(?!and\b)(\w+)", behind)
    return bool(more and not re.search(r"\d", first) and not _PLACE.match(more[1]))


_ROUND = re.compile(rf"[({{]((?:see )?@{_KEY}(?:[,;][^(){{}}\[\]]*)?)[)}}]", re.ASCII)


def _refuse_notes(text: str) -> None:
    """Refuse Pandoc's notes, which no profile has, and citations in other brackets."""
    if round_ := _ROUND.search(text):
        message = "A citation stands in square brackets."
        raise RichTextError("citation", message, round_[0], instead=f"[{round_[1]}]")
    if note := _INLINE_NOTE.search(text):
        message = "Profiles do not have notes of words; they cite their sources."
        hint = "Write [@key] for a source; words belong into the text, or an entry's `note`."
        raise RichTextError("citation", message, note[0], hint)
    if twice := _TWICE.search(text):
        message = "A citation stands in one pair of brackets."
        raise RichTextError("citation", message, twice[0], instead=twice[1])


def _without_stray(text: str) -> str:
    """The text; refused where a broken citation would print as it was typed."""
    if not (stray := _STRAY.search(text)):
        return text
    inside = stray[0].strip("[]").replace("[", "").rstrip(".,;:!?)'\"")
    instead = _instead(inside)
    hint = f"Write {instead}" if instead else ""
    snippet = stray[0]
    if snippet[0] != "[":
        hint += "; \\@ prints the sign itself." if hint else ""
        snippet = inside if stray[0].startswith(inside) else snippet
    message = f'"{stray[0]}" is not a citation.'
    raise RichTextError("citation", message, snippet, hint, instead=instead)
