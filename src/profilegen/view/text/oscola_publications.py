"""OSCOLA's forms of books, reports, papers, chapters, articles and the press."""

from __future__ import annotations

import re

from profilegen.core.model.sources import Source
from profilegen.core.richtext import Emph, Text
from profilegen.view.text.oscola_parts import (
    Form,
    date_of,
    edition_of,
    house,
    in_brackets,
    is_paper,
    lead,
)
from profilegen.view.text.oscola_people import people


def document(source: Source, pin: str) -> Form:
    """A book, a report, a page: `Author, *Title* (2nd edn, Publisher 2020) 12`."""
    if is_paper(source):
        return _paper(source, pin)
    editors = ""
    if source.author and source.editor:
        editors = f"{people(source.editor)} {'eds' if len(source.editor) > 1 else 'ed'}"
    volume = f", vol {source.volume}" if source.volume else ""
    number = " ".join(filter(None, (source.genre, source.number)))
    if source.type == "book":  # a series' name and number are not cited (OSCOLA 3.2)
        number = ""
    site = (Emph((Text(source.container_title),)),) if source.container_title else ()
    brackets = in_brackets(
        editors, edition_of(source), number, site, source.authority, house(source)
    )
    return (*lead(source), Text(volume), *brackets, Text(pin))


def _paper(source: Source, pin: str) -> Form:
    """`(2024) NBER Working Paper 32507, 12`."""
    year = f"({source.issued.year})" if source.issued else ""
    series = " ".join(filter(None, (source.collection_title, source.genre, source.number)))
    place = " ".join(filter(None, (year, series)))
    return (*lead(source), Text(f" {place}"), Text(f",{pin}" if pin else ""))


def chapter(source: Source, pin: str) -> Form:
    """A part of a book: `Author, 'Title' in Editor (ed), *Book* (Publisher 2020) 12`."""
    editors = people(source.editor)
    label = f" ({'eds' if len(source.editor) > 1 else 'ed'}), " if editors else ""
    book = (Emph((Text(source.container_title or ""),)),) if source.container_title else ()
    inside = "in " if source.type == "chapter" else ""
    container = (Text(f" {inside}{editors}{label}"), *book) if book or editors else ()
    brackets = in_brackets(edition_of(source), house(source))
    return (*lead(source), *container, *brackets, Text(pin))


def article(source: Source, pin: str) -> Form:
    """An article: `Author, 'Title' (2020) 12 Journal 34, 56`; without a journal a document."""
    if not source.container_title:
        return document(source, pin)
    year = source.issued.year if source.issued else None
    issue = f"({source.issue})" if source.issue else ""
    volume = f"{source.volume or ''}{issue}"
    marked = (f"({year})" if volume else f"[{year}]") if year else ""
    journal = source.container_title or ""
    first = re.split(r"[-\u2013]", source.page or "", maxsplit=1)[0]
    place = " ".join(filter(None, (marked, volume, journal, first)))
    comma = "," if pin and first else ""
    return (*lead(source), Text(f" {place}" if place else ""), Text(comma + pin))


def press(source: Source, pin: str) -> Form:
    """An article of a newspaper: `Author, 'Title' *Paper* (London, 3 April 2025) 4`."""
    paper = (Text(" "), Emph((Text(source.container_title),))) if source.container_title else ()
    place = ", ".join(filter(None, (source.publisher_place, date_of(source))))
    page = f" {source.page}" if source.page and not pin else ""
    return (*lead(source), *paper, *in_brackets(place), Text(page + pin, finished=True))
