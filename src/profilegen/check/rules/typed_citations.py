"""References typed as in other papers, `(Olaoye 2007, 4)`: they print so, and no note does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from profilegen.check.context import RuleContext
from profilegen.core.diagnostic import Diagnostic, Severity
from profilegen.core.model.sources import Source
from profilegen.core.name_matching import plain_letters

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)[a-c]?"
_SMALL = r"(?:of|and|the|for|on|in|et|al\.?|&|de|van|von|der|la|da|du)"
_NAMES = rf"[A-Z][\w.'\u2019-]*(?:,? (?:[A-Z][\w.'\u2019-]*|{_SMALL})){{0,12}}?"
_SEE = r"(?:(?:[Ss]ee|[Cc]f\.?|eg|e\.g\.),? )?"
_PLACE = (
    r"(?:(?:at|pp?\.?|pages?|paras?\.?|ss?\.?|arts?\.?|ch\.?|n\.?|[Nn]ote) ?)?\d+(?:[-\u2013]\d+)?"
)
_PAGES = r"pp?\.? ?\d+(?:[-\u2013]\d+)?"
_FORMS = (
    rf"(?P<who>{_NAMES}),? \(?{_YEAR}\)?(?:(?:[,:]| at)? ?(?P<place>{_PLACE}))?",  # (Obi 2007, 4)
    (  # [Obi, Title (OUP 2007) 4]
        rf"(?P<who>{_NAMES}), [^()\[\]]{{1,200}} \([^()\[\]]{{0,80}}{_YEAR}\)"
        rf"(?:,? (?P<place>{_PLACE}))?"
    ),
    rf"(?P<who>\w[^()\[\]@]{{0,80}}?) {_YEAR}, (?P<place>{_PAGES})",  # [nirp 2014, p 3]
    rf"(?P<who>[A-Z][^()\[\]@]{{0,80}}?),? (?P<place>{_PAGES})",  # [NIRP, p 3]
)
_SQUARE = tuple(re.compile(rf"(?<![\\\[])\[{_SEE}{form}\](?![(\]])") for form in _FORMS)
_ROUND = tuple(re.compile(rf"\({_SEE}{form}\)") for form in _FORMS[:3])
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A reference that is no citation: who, of which year, at which place of it."""

    text: str
    who: str
    year: str
    place: str


def typed_references(text: str, sources: Mapping[str, Source]) -> Iterator[tuple[Typed, str]]:
    """References in brackets of a text, and the key of the source that each means, or nothing.

    In round brackets a name with a year may be a conference; with a page, or where a source
    is of that author and year, it is a reference.
    """
    flat = text.replace("\n", " ")
    done: set[int] = set()
    for pattern in (*_SQUARE, *_ROUND):
        for match in pattern.finditer(flat):
            groups = match.groupdict(default="")
            typed = Typed(
                text[match.start() : match.end()], groups["who"],
                groups.get("year", ""), groups["place"],
            )  # fmt: skip
            key = _meant(typed, sources)
            if match.start() in done or not _surely(typed, sources.get(key)):
                continue
            done.add(match.start())
            yield typed, key


def _surely(typed: Typed, source: Source | None) -> bool:
    """Whether a reference is no name of a law, a conference or a month with its year."""
    if _MONTH.match(typed.who):
        return False
    if _PAGE.match(typed.place) or " et al" in typed.who:
        return True
    if typed.text[0] == "(":
        return source is not None and source.type not in _NAMED_BY_TITLE
    return not _LAW.search(typed.who) or source is not None


_PAGE = re.compile(r"pp?\b|pages?\b|at |\d")
_LAW = re.compile(
    r"\b(?:Act|Law|Bill|Code|Order|Decree|Rules|Regulations?|Directive|Treaty|Agreement|Protocol|"
    r"Convention|Constitution|Charter|Statute)\b"
)
_NAMED_BY_TITLE = frozenset(("legislation", "bill", "regulation", "treaty", "legal_case"))
"""Types of source that a text names with their year: (Competition Act 1998)."""


def _meant(typed: Typed, sources: Mapping[str, Source]) -> str:
    """The one source of that year whose author or title begins so."""
    first = _folded(re.split(r",| and | et | & ", typed.who)[0])
    found = [
        key
        for key, source in sources.items()
        if source.issued and str(source.issued.year) == typed.year and first in _called(source)
    ]
    return found[0] if len(found) == 1 else ""


def _called(source: Source) -> set[str]:
    """By what a source may be called: authors, the author's acronym, titles and their initials."""
    names = [part for name in source.author for part in (name.family, name.name, name.short)]
    names += [(name.name or "").split(" ")[-1] for name in source.author]
    names += [(name.name or "").split(",")[0] for name in source.author]
    names += [source.title, source.title_short, source.publisher]
    initials = "".join(re.findall(r"\b[A-Z]", source.title))
    return {_folded(name) for name in names if name} | {initials.casefold()} - {""}


def _folded(name: str) -> str:
    return plain_letters(name).casefold().strip()


def typed_reference(context: RuleContext) -> Iterator[Diagnostic]:
    """PG226: a reference as other papers have it prints as it stands, and makes no note."""
    for path, text in context.texts:
        for typed, key in typed_references(text.raw, context.profile.sources):
            place = typed.place if not typed.place[:1].isdigit() else f"p {typed.place}"
            cited = f"[@{key or 'key'}{f', {place}' if place else ''}]"
            hint = f"Write {cited}"
            if not key:
                hint += ", with the key of the source under `sources`; that makes a note."
            words = " ".join(typed.text.split())
            message = f'"{words}" prints as it stands, not as a note.'
            fix = context.instead(path, typed.text, cited) if key else None
            snippet = typed.text.split("\n")[0]
            yield context.find(
                "PG226", path, message, hint, snippet=snippet, severity=Severity.WARNING, fix=fix
            )
