"""What OSCOLA's forms of a source are made of: title, date, brackets, address."""

from __future__ import annotations

import re

from profilegen.core.model.sources import Source
from profilegen.core.richtext import Emph, Inline, Link, Text
from profilegen.core.typography import NO_BREAK, curly
from profilegen.view.text.nodes import Address, Native
from profilegen.view.text.oscola_people import IDEOGRAPHS, people

Form = tuple[Inline | Address | Native, ...]

_ITALIC = frozenset({"book", "report", "manuscript", "periodical", "legal_case"})
"""Types whose titles stand in italics; the other types' stand in single quotation marks."""

LAW = frozenset({"legislation", "bill", "regulation", "treaty"})
"""Types whose titles stand bare."""

WITHIN_ANOTHER = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia",
                   "paper-conference"})  # fmt: skip
"""Types that stand in another book."""


def title_of(source: Source, *, brief: bool = False) -> Form:
    """The title in its type's marks; in full the native title follows in square brackets."""
    words = (brief and source.title_short) or source.title
    native = () if brief else native_title(source)
    if source.language and any(ord(sign) >= IDEOGRAPHS for sign in words):
        name: Form = (Native(words, source.language),)  # such scripts have no italics
    elif _italic(source) or _bare(source):
        name = (Text(words),)
    else:
        name = (Text(curly(words, inside_quotes=True), finished=True),)
    if not _bare(source) and not _italic(source):
        name = (Text("\u2018"), *name, Text("\u2019"))
    elif _italic(source) and not isinstance(name[0], Native):
        name = (Emph(name),)  # type: ignore[arg-type]
    return (*(name if brief else linked(source, name)), *native)


def linked(source: Source, name: Form) -> Form:
    """The title as a link, where the address is not printed beside it."""
    hidden = source.url and not source.doi and not _printed_address(source)
    return (Link(source.url or "", name),) if hidden else name  # type: ignore[arg-type]


def _printed_address(source: Source) -> bool:
    """Whether a note prints the address: with its date of access, as OSCOLA has it (3.1.4).

    Without one it is the link under the title, where the source can be found by what else the
    note says: a law by its reference (OSCOLA 2), other documents by who, where and when.
    """
    if source.accessed or not source.url:
        return bool(source.url)
    if source.type in LAW:
        return False
    who = source.author or source.publisher or source.container_title
    return not (who and source.issued)


def _italic(source: Source) -> bool:
    return source.type in _ITALIC and not is_paper(source)


def _bare(source: Source) -> bool:
    return source.type in LAW


def native_title(source: Source) -> Form:
    """The native title in square brackets."""
    if not source.native_title:
        return ()
    return (Text(" ["), Native(source.native_title, source.language or "und"), Text("]"))


def lead(source: Source) -> Form:
    """Author and title; an editor takes the author's place."""
    who = people(source.author)
    if not who and source.editor and source.type not in WITHIN_ANOTHER:
        who = f"{people(source.editor)} ({'eds' if len(source.editor) > 1 else 'ed'})"
    return (*((Text(f"{who}, "),) if who else ()), *title_of(source))


def in_brackets(*parts: str | Form | None) -> Form:
    """`(A, B C)` from the parts that are there; nothing from nothing."""
    run: list[Inline | Address | Native] = []
    for part in parts:
        items = [Text(part)] if isinstance(part, str) else list(part or ())
        if items and (not isinstance(items[0], Text) or items[0].text):
            run += [Text(", "), *items] if run else items
    return (Text(" ("), *run, Text(")")) if run else ()


def date_of(source: Source) -> str:
    """The date, which no line end parts."""
    return str(source.issued or "").replace(" ", "\u00a0")


def edition_of(source: Source) -> str:
    """`2nd edn`; words stand as they are."""
    edition = source.edition or ""
    if not re.fullmatch("[0-9]{1,4}", edition):
        return edition
    number = int(edition)
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending} edn"


def house(source: Source) -> str:
    """Publisher and date: `Springer 2020`, `METI, June 2025`."""
    date = date_of(source)
    comma = ", " if NO_BREAK in date else NO_BREAK  # no line is a lone year
    return comma.join(filter(None, (source.publisher, date)))


def is_paper(source: Source) -> bool:
    """A working paper, which stands like an article (OSCOLA 3.3.4)."""
    series = f"{source.genre or ''} {source.collection_title or ''}".casefold()
    return source.type == "report" and "paper" in series.split()


def online(source: Source) -> Form:
    """`<address> accessed 14 July 2025`; a DOI is kept before the address that it leads to."""
    url = f"https://doi.org/{source.doi}" if source.doi else source.url
    if not url or not (source.doi or _printed_address(source)):
        return ()
    accessed = f" accessed {source.accessed}" if source.accessed else ""
    return (
        Text(" <"),
        Address(url),
        Text(">" + accessed.replace(" ", "\u00a0").replace("\u00a0", " ", 2)),
    )
