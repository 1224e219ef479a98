"""OSCOLA's forms of a source (4th edition), full and short, as small runs of text.

Where OSCOLA leaves a choice or says nothing (Japanese acts, ministry reports), the form of the
first seed holds. tests/oracle compares these forms with pandoc's and lists every difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from profilegen.core.model.sources import Name, Source
from profilegen.core.richtext import Emph, Inline, Text
from profilegen.core.typography import curly, joined
from profilegen.view.nodes import Address

Run = tuple[Inline | Address, ...]

_ITALIC = frozenset({"book", "report", "thesis", "manuscript", "periodical", "legal_case"})
"""Types whose titles stand in italics; the other types' stand in single quotation marks."""

_LAW = frozenset({"legislation", "bill", "regulation", "treaty"})
"""Types whose titles stand bare."""

_HELD = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia",
                   "paper-conference"})  # fmt: skip
"""Types that stand in another book."""

_PRESS = frozenset({"article-newspaper", "article-magazine"})


def full(source: Source, pinpoint: str = "") -> Run:
    """The whole citation, without prefix and final stop."""
    make = (
        _law if source.type in _LAW
        else _case if source.type == "legal_case"
        else _article if source.type in ("article-journal", "article", "review")
        else _press if source.type in _PRESS
        else _chapter if source.type in _HELD
        else _document
    )  # fmt: skip
    return (*make(source, _pin(source, pinpoint)), *_online(source))


def short(source: Source, note: int, pinpoint: str = "", *, by_title: bool = False) -> Run:
    """The citation of a source that note `note` gave in full: `METI (n 3) 12`.

    `by_title` adds the title, where two works of one author stand in full in that note.
    """
    pin = _pin(source, pinpoint)
    if source.type in ("legislation", "treaty"):
        return (Text(_law_name(source, brief=True) + pin),)
    who = _people(source.author or source.editor, brief=True)
    title = _title(source, brief=True)
    parts: list[Inline] = [Text(who)] if who else list(title)
    if who and by_title:
        parts += [Text(", "), *title]
    return (*parts, Text(f" (n\u00a0{note}){pin}"))


def again(source: Source, pinpoint: str = "") -> Run:
    """The citation of the source just cited, with the pinpoint if it is another one."""
    return (Text(f"ibid{_pin(source, pinpoint, bare=True)}"),)


_PAGE = re.compile(r"pp?\.?\s*(?=[\divxlc])", re.IGNORECASE)
_PARA = re.compile(r"paras?\s+([\d.]+)")


def pinpoint_text(pinpoint: str) -> str:
    """A pinpoint as OSCOLA prints it: pages without `p`, ranges with a dash."""
    bare = _PAGE.sub("", pinpoint) if _PAGE.match(pinpoint) else pinpoint
    return re.sub(r"(?<=\d)\s*-\s*(?=\d)", "\u2013", bare)


def _pin(source: Source, pinpoint: str, *, bare: bool = False) -> str:
    if not pinpoint:
        return ""
    text = pinpoint_text(pinpoint)
    neutral = source.type == "legal_case" and (source.number or "").isdigit()
    para = _PARA.fullmatch(text) if neutral else None
    text = f"[{para[1]}]" if para else text
    comma = source.type in ("legislation", "regulation", "treaty") and not bare
    return (", " if comma else " ") + text.replace(" ", "\u00a0", 1)


def _people(names: Iterable[Name], *, brief: bool = False) -> str:
    words = [_person(name, brief=brief) for name in names]
    if len(words) > 3:
        return f"{words[0]} and others"
    return joined(words)


def _person(name: Name, *, brief: bool) -> str:
    if name.family:
        return curly(name.family if brief else " ".join(filter(None, (name.given, name.family))))
    whole = name.name or ""
    if name.short:
        return curly(name.short if brief else f"{whole} ({name.short})")
    return curly(whole)


def _title(source: Source, *, brief: bool = False) -> tuple[Inline, ...]:
    words = (brief and source.title_short) or source.title
    if source.type in _ITALIC:
        return (Emph((Text(curly(words)),)),)
    if source.type in _LAW:
        return (Text(curly(words)),)
    return (Text(f"\u2018{curly(words, inside_quotes=True)}\u2019"),)


def _lead(source: Source) -> Run:
    """Author and title; an editor takes the author's place."""
    who = _people(source.author)
    if not who and source.editor and source.type not in _HELD:
        who = f"{_people(source.editor)} ({'eds' if len(source.editor) > 1 else 'ed'})"
    title = _title(source)
    native = (Text(f" [{source.native_title}]"),) if source.native_title else ()
    return (Text(f"{who}, "), *title, *native) if who else (*title, *native)


def _brackets(*parts: str | Iterable[Inline] | None) -> Run:
    """`(A, B C)` from the parts that are there; nothing from nothing."""
    run: list[Inline] = []
    for part in parts:
        items = [Text(part)] if isinstance(part, str) else list(part or ())
        if items and (not isinstance(items[0], Text) or items[0].text):
            run += [Text(", "), *items] if run else items
    return (Text(" ("), *run, Text(")")) if run else ()


def _date(source: Source) -> str:
    return str(source.issued or "").replace(" ", "\u00a0")


def _edition(source: Source) -> str:
    edition = source.edition or ""
    if not edition.isdigit():
        return edition
    number = int(edition)
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending} edn"


def _house(source: Source, date: str) -> str:
    """Publisher and date, `Springer 2020`; a publisher that is the author is not repeated."""
    authors = {word for name in source.author for word in (name.name, name.short)}
    publisher = "" if source.publisher in authors else source.publisher or ""
    comma = ", " if len(date.split("\u00a0")) > 1 else " "
    return comma.join(filter(None, (publisher, date)))


def _document(source: Source, pin: str) -> Run:
    date = _date(source)
    editors: str = ""
    if source.author and source.editor:
        editors = f"{_people(source.editor)} {'eds' if len(source.editor) > 1 else 'ed'}"
    volume = f", vol {source.volume}" if source.volume else ""
    number = " ".join(filter(None, (source.genre, source.number)))
    web = source.type in ("webpage", "post", "post-weblog")
    site = source.container_title or ""
    if site in {word for name in source.author for word in (name.name, name.short)}:
        site = ""
    where = (Emph((Text(site),)),) if site else ()
    house = date if web and not source.publisher else _house(source, date)
    series = source.collection_title if source.type != "book" else None
    brackets = _brackets(editors, _edition(source), series, number, where, source.authority, house)
    return (*_lead(source), Text(volume), *brackets, Text(pin))


def _chapter(source: Source, pin: str) -> Run:
    editors = _people(source.editor)
    label = f" ({'eds' if len(source.editor) > 1 else 'ed'}), " if editors else ""
    book = (Emph((Text(curly(source.container_title or "")),)),) if source.container_title else ()
    held = (Text(f" in {editors}{label}"), *book) if book or editors else ()
    brackets = _brackets(_edition(source), _house(source, _date(source)))
    return (*_lead(source), *held, *brackets, Text(pin))


def _article(source: Source, pin: str) -> Run:
    year = source.issued.year if source.issued else None
    issue = f"({source.issue})" if source.issue else ""
    volume = f"{source.volume or ''}{issue}"
    marked = (f"({year})" if volume else f"[{year}]") if year else ""
    journal = curly(source.container_title or "")
    first = re.split(r"[-\u2013]", source.page or "", maxsplit=1)[0]
    place = " ".join(filter(None, (marked, volume, journal, first)))
    comma = "," if pin and first else ""
    return (*_lead(source), Text(f" {place}" if place else ""), Text(comma + pin))


def _press(source: Source, pin: str) -> Run:
    paper = (
        (Text(" "), Emph((Text(curly(source.container_title)),))) if source.container_title else ()
    )
    place = ", ".join(filter(None, (source.publisher_place, _date(source))))
    page = f" {source.page}" if source.page and not pin else ""
    return (*_lead(source), *paper, *_brackets(place), Text(page + pin))


def _law_name(source: Source, *, brief: bool = False) -> str:
    title = curly((brief and source.title_short) or source.title)
    if brief and source.title_short:
        return title
    year = str(source.issued.year) if source.issued else ""
    if source.type == "treaty" or year in title or year in (source.number or ""):
        return title
    return f"{title} {year}".strip()


def _law(source: Source, pin: str) -> Run:
    """`Act on X (Act No. 98 of 2013), art 2`; `Treaty (signed 15 November 2020) 1 UNTS 2`."""
    date = _date(source) if source.type == "treaty" else ""
    who = _people(source.author)
    own = f"{who}, " if who and source.type == "regulation" else ""
    held = (source.volume, source.container_title if source.volume or source.page else None)
    report = " ".join(filter(None, (*held, source.page)))
    jurisdiction = None if report else source.container_title
    brackets = _brackets(source.number, source.authority or jurisdiction, date)
    return (
        Text(own + _law_name(source)), *brackets, Text(f" {report}" if report else ""), Text(pin)
    )  # fmt: skip


def _case(source: Source, pin: str) -> Run:
    title = _title(source)
    number, year = source.number or "", source.issued.year if source.issued else None
    if number and not number.isdigit():  # an international forum's document
        return (*title, *_brackets(source.authority, _date(source)), Text(f" {number}"), Text(pin))
    neutral = f"{source.authority} {number}" if number else ""
    report = " ".join(filter(None, (source.volume, source.container_title, source.page)))
    parts = ", ".join(filter(None, (neutral, report)))
    if not parts:
        return (*title, *_brackets(source.authority, _date(source)), Text(pin))
    square = (
        f"[{year}] " if year and (neutral or not source.volume) else f"({year}) " if year else ""
    )
    court = f" ({source.authority})" if source.authority and not neutral else ""
    return (*title, Text(f" {square}{parts}{court}"), Text(pin))


def _online(source: Source) -> Run:
    """`<address> accessed 14 July 2025`; a DOI is kept before the address that it leads to."""
    url = f"https://doi.org/{source.doi}" if source.doi else source.url
    if not url:
        return ()
    accessed = f" accessed {source.accessed}" if source.accessed else ""
    return (
        Text(" <"),
        Address(url),
        Text(">" + accessed.replace(" ", "\u00a0").replace("\u00a0", " ", 2)),
    )
