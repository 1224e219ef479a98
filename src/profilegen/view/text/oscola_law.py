"""OSCOLA's forms of legislation, treaties and cases."""

from __future__ import annotations

from profilegen.core.model.sources import Source
from profilegen.core.richtext import Text
from profilegen.view.text.oscola_parts import (
    Form,
    date_of,
    in_brackets,
    linked,
    native_title,
    title_of,
)
from profilegen.view.text.oscola_people import people


def law_name(source: Source, *, brief: bool = False) -> str:
    """Title and year; in short the short title, or the title with the year that tells it apart."""
    title = (brief and source.title_short) or source.title
    year = str(source.issued.year) if source.issued else ""
    pages = source.type == "regulation" and source.page
    dated = year in f"{title} {source.number or ''}" or pages
    if (brief and source.title_short) or source.type == "treaty" or dated:
        return title
    return f"{title} {year}".strip()


def law(source: Source, pin: str) -> Form:
    """`Act on X (Act No. 98 of 2013), art 2`; `Treaty (15 November 2020) (RCEP) art 2`."""
    date = date_of(source) if source.type in ("treaty", "regulation") else ""
    who = f"{people(source.author)}, " if source.author and source.type == "regulation" else ""
    in_report = source.volume or source.page
    journal = " ".join(filter(None, (source.volume, in_report and source.container_title)))
    place = source.authority or (None if in_report else source.container_title)
    number = source.genre if source.type == "treaty" else source.number
    brackets = in_brackets(number or (date if source.type == "treaty" else None))
    where = in_brackets(place)
    known_as = in_brackets(source.title_short or "")
    bracketed = bool(known_as or (not in_report and (brackets or where)))
    dated = f" ({source.issued})" if in_report and source.type == "regulation" and date else ""
    return (
        *((Text(who),) if who else ()),
        *linked(source, (Text(law_name(source)),)),
        *native_title(source),
        *brackets,
        *where,
        Text(f" {journal}" if journal else ""),
        Text(f" {source.page}" if source.page else "", finished=True),
        Text(dated),
        *known_as,
        Text(pin.removeprefix(",") if bracketed else pin),
    )


def case(source: Source, pin: str) -> Form:
    """`*A v B* [2020] UKSC 1, [2020] AC 2 (Court)`; of an international forum its document."""
    title = title_of(source)
    number, year = source.number or "", source.issued.year if source.issued else None
    if number and not number.isdigit():  # an international forum's document
        return (
            *title,
            *in_brackets(source.authority, date_of(source)),
            Text(f" {number}"),
            Text(pin),
        )
    neutral = f"{source.authority} {number}" if number else ""
    report = " ".join(filter(None, (source.volume, source.container_title, source.page)))
    marked = f"[{year}] " if year else ""
    parts = ", ".join(f"{marked}{part}" for part in (neutral, report) if part)
    if not parts:
        return (*title, *in_brackets(source.authority, date_of(source)), Text(pin))
    court = f" ({source.authority})" if source.authority and not neutral else ""
    return (*title, Text(f" {parts}{court}"), Text(pin))
