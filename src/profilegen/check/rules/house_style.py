"""Forms of the series: titles without quotation marks, articles by their word, cases by number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.provision import Provision
from profilegen.core.yaml_edits import value_instead
from profilegen.core.yaml_source import KeyPath

_QUOTED = re.compile(
    '[\u201c\u201e"](?P<double>[^\u201c\u201d\u201e"]+)[\u201d\u201c"]'
    "|[\u2018'](?P<single>[^\u2018'\"]+)[\u2019']|\u00ab\\s?(?P<angle>[^\u00ab\u00bb]+?)\\s?\u00bb"
)


def quoted_titles(context: RuleContext) -> Iterator[Diagnostic]:
    """PG254: where titles print in quotation marks, those that are typed would be doubled."""
    for path, title, place in _titles(context):
        match = _QUOTED.fullmatch(title)
        if match:
            bare = next(filter(None, match.groups()))
            message = (
                "Quotation marks stand around the whole title; print sets them where they belong."
            )
            fix = value_instead(context.tree, path, bare, safe=False)
            hint = f"Write it without them: {bare}"
            yield context.find("PG254", path, message, hint, place=place, fix=fix)


def _titles(context: RuleContext) -> Iterator[tuple[KeyPath, str, str]]:
    for placed in context.entries:
        path = (*placed.path, placed.entry.heading)
        if isinstance(value := getattr(placed.entry, placed.entry.heading), str):
            yield path, value, placed.place
    typed = context.tree.data.get("sources") or {}
    for key in filter(context.profile.sources.__contains__, typed):  # others are the registry's
        yield ("sources", key, "title"), context.profile.sources[key].title, ""


_ARTICLE = re.compile(r"(?:(?P<short>[Aa]rts?)\b\.?\s*)?(?P<number>\d+[A-Za-z]?(?:\(\w+\))*)")


def bare_articles(context: RuleContext) -> Iterator[Diagnostic]:
    """PG254: OSCOLA shortens `Article` in notes only, and a number alone does not say of what."""
    for placed in context.entries:
        entry = placed.entry
        match = _ARTICLE.fullmatch(entry.article) if isinstance(entry, Provision) else None
        if match:
            path, written = (*placed.path, "article"), f"Article {match['number']}"
            message = f'"{match[0]}" prints as it stands.'
            fix = value_instead(context.tree, path, written, safe=bool(match["short"]))
            hint = f"Write {written}" + ("." if match["short"] else ", or Section, or what it is.")
            yield context.find("PG254", path, message, hint, place=placed.place, fix=fix)


_PARTIES = re.compile(r".*\w.*\s(?:v|vs)\.?\s.*\w.*", re.IGNORECASE)


def case_by_its_parties(context: RuleContext) -> Iterator[Diagnostic]:
    """PG254: a dispute is found by its number; its name is the title."""
    for placed in context.entries:
        entry = placed.entry
        if isinstance(entry, Dispute) and _PARTIES.fullmatch(entry.case):
            message = f'`case` is the number of a case; "{entry.case}" is its name.'
            hint = "Write the number in `case` (ICSID Case No. ARB/15/7), the name in `title`."
            yield context.find("PG254", (*placed.path, "case"), message, hint, place=placed.place)
