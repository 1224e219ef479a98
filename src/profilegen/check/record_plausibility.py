"""Whether a record of the registries makes sense by itself: marks, languages, dates, circles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from profilegen.check.impossible_facts import (
    circle,
    foreign_language,
    in_order,
    on_both_sides,
    told_circle,
)
from profilegen.check.rules.pasted_note_marks import told_marks
from profilegen.core.dates import Date, DateError, parse_date
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.finding_codes import finding
from profilegen.core.registry import Book
from profilegen.core.walk import texts
from profilegen.core.yaml_source import KeyPath, SourceTree


def sense(
    book: Book[Any], tree: SourceTree, kind: str, key: str, record: Any
) -> Iterator[Diagnostic]:
    """PG123, PG133 to PG136 and PG229, as in profiles."""

    def told(
        code: str, path: KeyPath, message: str, hint: str = "", snippet: str = ""
    ) -> Diagnostic:
        span = tree.find((kind, key, *path), snippet)
        return finding(code, span, message, hint, place=f"{kind} {key}")

    for path, text in texts(record):
        for message, hint, snippet in told_marks(text.raw, "a `source`"):
            yield told("PG123", path, message, hint, snippet)
    for path, tag in _languages(record):
        if wrong := foreign_language(tag):
            yield told("PG133", path, *wrong, snippet=tag)
    day = _stands_for(tree)
    for field in ("signed", "requested", "since"):
        date = getattr(record, field, None)
        if isinstance(date, Date) and day and day.months_to(date) > YEAR:
            message = f"`{field}` is {date}; the file stands for {day}."
            yield told("PG134", (field,), message)
    yield from _in_circles(book, told, kind, key, record)
    if kind == "disputes" and (who := on_both_sides(record.complainant, record.respondent)):
        line = tree.find((kind, key, "complainant"), who).line
        message = f"{who} is respondent in {key}, and complainant too (line {line})."
        yield told("PG136", ("respondent",), message, snippet=who)
    if kind == "agreements" and not record.rta:  # the WTO counts provisional application
        steps = [("signed", record.signed), ("in_force", record.in_force)]
        for first, before, then, after in in_order(steps):
            line = tree.span((kind, key, first)).line
            message = f"`{first}` is {before} (line {line}), `{then}` is {after}."
            yield told("PG229", (then,), message)


YEAR = 12
"""Months by which a record may be younger than its file says: records are added between."""


def _stands_for(tree: SourceTree) -> Date | None:
    """The day for which a file stands: that of the packaged one, for its own records."""
    try:
        return parse_date(str(tree.data.get("as_of", "")))
    except DateError:
        return None


def _languages(record: Any) -> Iterator[tuple[KeyPath, str]]:
    if language := getattr(record, "language", None):
        yield ("language",), language
    for tag in getattr(record, "native_titles", ()):
        yield ("native_titles",), tag


def _in_circles(
    book: Book[Any], told: Any, kind: str, key: str, record: Any
) -> Iterator[Diagnostic]:
    """PG135, at the circle's first record."""
    for relation in ("succeeded_by", "part_of", "members"):
        if not getattr(record, relation, None):
            continue
        following = {
            other: [book.key(name) or name for name in _named(getattr(item, relation, None))]
            for other, item in book.records.items()
        }
        way = circle(key, following)
        if way and key == next(other for other in book.records if other in way):
            lines = {name: book.places[name].line for name in way}
            yield told("PG135", (relation,), told_circle(way, lines, relation))


def _named(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())
