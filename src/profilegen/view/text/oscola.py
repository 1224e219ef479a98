"""OSCOLA's forms of a source (4th edition), full and short, as small runs of text.

Where OSCOLA leaves a choice or says nothing (Japanese acts, ministry reports), the form of the
first seed holds. tests/oracle compares these forms with pandoc's and lists every difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from profilegen.core.model.sources import Name, Source
from profilegen.core.richtext import Emph, Inline, Link, Text
from profilegen.core.typography import NO_BREAK, curly, joined
from profilegen.view.text.nodes import Address, Native

Form = tuple[Inline | Address | Native, ...]

_ITALIC = frozenset({"book", "report", "manuscript", "periodical", "legal_case"})
"""Types whose titles stand in italics; the other types' stand in single quotation marks."""

_LAW = frozenset({"legislation", "bill", "regulation", "treaty"})
"""Types whose titles stand bare."""

_HELD = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia",
                   "paper-conference"})  # fmt: skip
"""Types that stand in another book."""

_PRESS = frozenset({"article-newspaper", "article-magazine"})


def full(source: Source, pinpoint: str = "") -> Form:
    """The whole citation, without prefix and final stop."""
    make = _MAKERS.get(source.type, _document)
    return (*make(source, _pin(source, pinpoint)), *_online(source))


def short(source: Source, note: str | None, pinpoint: str = "", *, by_title: bool = False) -> Form:
    """The citation of a source that note `note` gave in full: `METI (n 3) 12`.

    `by_title` adds the title, where several works of one author are cited (OSCOLA 1.2.1); no
    number leads back to a source that the same note gave before.
    """
    pin = _pin(source, pinpoint)
    if source.type in _LAW - {"bill"}:
        return (Text(_law_name(source, brief=True) + pin),)
    who = _people(source.author or source.editor, brief=True)
    title = _title(source, brief=True)
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
    comma = source.type in _LAW - {"bill"} and not bare
    return (", " if comma else " ") + text.replace(" ", "\u00a0", 1)


def names(source: Source) -> str:
    """Who stands behind a source, in short: authors, or who published it, or its title."""
    people = _people(source.author or source.editor, brief=True)
    return people or curly(source.publisher or source.container_title or source.title)


def _people(names: Iterable[Name], *, brief: bool = False) -> str:
    words = [_person(name, brief=brief) for name in names]
    if len(words) > 3:
        return f"{words[0]} and others"
    return joined(words)


def _person(name: Name, *, brief: bool) -> str:
    if name.family:
        return curly(name.family if brief else _whole_name(name.given or "", name.family))
    whole = name.name or ""
    if name.short:
        return curly(name.short if brief else f"{whole} ({name.short})")
    return curly(whole)


def _whole_name(given: str, family: str) -> str:
    """`HLA Hart`, initials without stops (OSCOLA 1.3); family name first where it is written so."""
    if re.fullmatch(r"(?:[A-Z]\.\s*)+", given):
        given = re.sub(r"[.\s]", "", given)
    if ord(family[0]) >= _IDEOGRAPHS:  # Chinese, Japanese and Korean names run on, family first
        return family + given
    return f"{given} {family}".strip()


def _title(source: Source, *, brief: bool = False) -> Form:
    """The title in its type's marks; in full the native title follows in square brackets."""
    words = (brief and source.title_short) or source.title
    native = () if brief else _native(source)
    if source.language and any(ord(sign) >= _IDEOGRAPHS for sign in words):
        name: Form = (Native(words, source.language),)  # such scripts have no italics
    else:
        name = (Text(curly(words, inside_quotes=not _italic(source) and not _bare(source))),)
    if not _bare(source) and not _italic(source):
        name = (Text("\u2018"), *name, Text("\u2019"))
    elif _italic(source) and not isinstance(name[0], Native):
        name = (Emph(name),)  # type: ignore[arg-type]
    return (*(name if brief else _linked(source, name)), *native)


def _linked(source: Source, name: Form) -> Form:
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
    if source.type in _LAW:
        return False
    who = source.author or source.publisher or source.container_title
    return not (who and source.issued)


_IDEOGRAPHS = 0x2E80
"""First code point of the scripts of East Asia."""


def _italic(source: Source) -> bool:
    return source.type in _ITALIC and not _is_paper(source)


def _bare(source: Source) -> bool:
    return source.type in _LAW


def _native(source: Source) -> Form:
    if not source.native_title:
        return ()
    return (Text(" ["), Native(source.native_title, source.language or "und"), Text("]"))


def _lead(source: Source) -> Form:
    """Author and title; an editor takes the author's place."""
    who = _people(source.author)
    if not who and source.editor and source.type not in _HELD:
        who = f"{_people(source.editor)} ({'eds' if len(source.editor) > 1 else 'ed'})"
    return (*((Text(f"{who}, "),) if who else ()), *_title(source))


def _brackets(*parts: str | Form | None) -> Form:
    """`(A, B C)` from the parts that are there; nothing from nothing."""
    run: list[Inline | Address | Native] = []
    for part in parts:
        items = [Text(part)] if isinstance(part, str) else list(part or ())
        if items and (not isinstance(items[0], Text) or items[0].text):
            run += [Text(", "), *items] if run else items
    return (Text(" ("), *run, Text(")")) if run else ()


def _date(source: Source) -> str:
    return str(source.issued or "").replace(" ", "\u00a0")


def _edition(source: Source) -> str:
    edition = source.edition or ""
    if not re.fullmatch("[0-9]{1,4}", edition):
        return edition
    number = int(edition)
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending} edn"


def _house(source: Source) -> str:
    """Publisher and date: `Springer 2020`, `METI, June 2025`."""
    date = _date(source)
    comma = ", " if NO_BREAK in date else NO_BREAK  # no line is a lone year
    return comma.join(filter(None, (source.publisher, date)))


def _is_paper(source: Source) -> bool:
    """A working paper, which stands like an article (OSCOLA 3.3.4)."""
    series = f"{source.genre or ''} {source.collection_title or ''}".casefold()
    return source.type == "report" and "paper" in series.split()


def _document(source: Source, pin: str) -> Form:
    if _is_paper(source):
        return _paper(source, pin)
    editors = ""
    if source.author and source.editor:
        editors = f"{_people(source.editor)} {'eds' if len(source.editor) > 1 else 'ed'}"
    volume = f", vol {source.volume}" if source.volume else ""
    number = " ".join(filter(None, (source.genre, source.number)))
    if source.type == "book":  # a series' name and number are not cited (OSCOLA 3.2)
        number = ""
    site = (Emph((Text(curly(source.container_title)),)),) if source.container_title else ()
    brackets = _brackets(editors, _edition(source), number, site, source.authority, _house(source))
    return (*_lead(source), Text(volume), *brackets, Text(pin))


def _paper(source: Source, pin: str) -> Form:
    """`(2024) NBER Working Paper 32507, 12`."""
    year = f"({source.issued.year})" if source.issued else ""
    series = " ".join(filter(None, (source.collection_title, source.genre, source.number)))
    place = " ".join(filter(None, (year, series)))
    return (*_lead(source), Text(f" {place}"), Text(f",{pin}" if pin else ""))


def _chapter(source: Source, pin: str) -> Form:
    editors = _people(source.editor)
    label = f" ({'eds' if len(source.editor) > 1 else 'ed'}), " if editors else ""
    book = (Emph((Text(curly(source.container_title or "")),)),) if source.container_title else ()
    inside = "in " if source.type == "chapter" else ""
    container = (Text(f" {inside}{editors}{label}"), *book) if book or editors else ()
    brackets = _brackets(_edition(source), _house(source))
    return (*_lead(source), *container, *brackets, Text(pin))


def _article(source: Source, pin: str) -> Form:
    if not source.container_title:
        return _document(source, pin)
    year = source.issued.year if source.issued else None
    issue = f"({source.issue})" if source.issue else ""
    volume = f"{source.volume or ''}{issue}"
    marked = (f"({year})" if volume else f"[{year}]") if year else ""
    journal = curly(source.container_title or "")
    first = re.split(r"[-\u2013]", source.page or "", maxsplit=1)[0]
    place = " ".join(filter(None, (marked, volume, journal, first)))
    comma = "," if pin and first else ""
    return (*_lead(source), Text(f" {place}" if place else ""), Text(comma + pin))


def _press(source: Source, pin: str) -> Form:
    paper = (
        (Text(" "), Emph((Text(curly(source.container_title)),))) if source.container_title else ()
    )
    place = ", ".join(filter(None, (source.publisher_place, _date(source))))
    page = f" {source.page}" if source.page and not pin else ""
    return (*_lead(source), *paper, *_brackets(place), Text(page + pin))


def _law_name(source: Source, *, brief: bool = False) -> str:
    """Title and year; in short the short title, or the title with the year that tells it apart."""
    title = curly((brief and source.title_short) or source.title)
    year = str(source.issued.year) if source.issued else ""
    pages = source.type == "regulation" and source.page
    dated = year in f"{title} {source.number or ''}" or pages
    if (brief and source.title_short) or source.type == "treaty" or dated:
        return title
    return f"{title} {year}".strip()


def _law(source: Source, pin: str) -> Form:
    """`Act on X (Act No. 98 of 2013), art 2`; `Treaty (15 November 2020) (RCEP) art 2`."""
    date = _date(source) if source.type in ("treaty", "regulation") else ""
    who = f"{_people(source.author)}, " if source.author and source.type == "regulation" else ""
    in_report = source.volume or source.page
    report_parts = (source.volume, source.container_title if in_report else None, source.page)
    report = " ".join(filter(None, report_parts))
    place = source.authority or (None if in_report else source.container_title)
    number = source.genre if source.type == "treaty" else source.number
    brackets = _brackets(number or (date if source.type == "treaty" else None))
    where = _brackets(place)
    known_as = _brackets(curly(source.title_short or ""))
    bracketed = bool(known_as or (not report and (brackets or where)))
    dated = f" ({source.issued})" if report and source.type == "regulation" and date else ""
    return (
        *((Text(who),) if who else ()),
        *_linked(source, (Text(_law_name(source)),)),
        *_native(source),
        *brackets,
        *where,
        Text(f" {report}{dated}" if report else ""),
        *known_as,
        Text(pin.removeprefix(",") if bracketed else pin),
    )


def _case(source: Source, pin: str) -> Form:
    title = _title(source)
    number, year = source.number or "", source.issued.year if source.issued else None
    if number and not number.isdigit():  # an international forum's document
        return (*title, *_brackets(source.authority, _date(source)), Text(f" {number}"), Text(pin))
    neutral = f"{source.authority} {number}" if number else ""
    report = " ".join(filter(None, (source.volume, source.container_title, source.page)))
    marked = f"[{year}] " if year else ""
    parts = ", ".join(f"{marked}{part}" for part in (neutral, report) if part)
    if not parts:
        return (*title, *_brackets(source.authority, _date(source)), Text(pin))
    court = f" ({source.authority})" if source.authority and not neutral else ""
    return (*title, Text(f" {parts}{court}"), Text(pin))


def _online(source: Source) -> Form:
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


_MAKERS: dict[str, Callable[[Source, str], Form]] = {
    **dict.fromkeys(_LAW, _law),
    **dict.fromkeys(_PRESS, _press),
    **dict.fromkeys(_HELD, _chapter),
    **dict.fromkeys(("article", "article-journal", "review"), _article),
    "legal_case": _case,
}
"""The form of each type; every other type has a document's."""
