"""Words: an abbreviation is expanded once, for a reader of another field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.check.case import Case
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.entries import Instrument, Strategy
from profilegen.core.source import KeyPath
from profilegen.core.walk import texts

ABBREVIATION = re.compile(r"(?<![\w@.-])[A-Z]{2,}[a-z]?(?![\w-])")
_ROMAN = re.compile(r"[IVX]+")


def _words(case: Case) -> Iterator[tuple[KeyPath, str]]:
    for path, text in texts(case.profile):
        yield path, text.plain()
    for placed in case.entries:
        entry = placed.entry
        if isinstance(entry, Instrument | Strategy):
            for field in ("title", "short_name", "issuing_body"):
                value = getattr(entry, field)
                if value:
                    yield (*placed.path, field), value


def expansions(case: Case) -> set[str]:
    """Every short form that the profile, its series or the registries spell out."""
    known = {*case.profile.abbreviations, *case.registry.series.abbreviations}
    for book in (case.registry.agreements, case.registry.initiatives):
        known |= {r.abbreviation for r in book.records.values() if r.abbreviation}
    for code, economy in case.registry.economies.records.items():
        known |= {code, *economy.names}
    for _, words in _words(case):
        known |= set(re.findall(r"\w[\w,'\u2019 -]+ \(([A-Z]{2,}[a-z]?)[,)]", words))
    return known


def unexpanded(case: Case) -> Iterator[Diagnostic]:
    """PG215: one finding an abbreviation, at its first use."""
    known = expansions(case)
    for path, words in _words(case):
        for match in ABBREVIATION.finditer(words):
            short = match[0]
            if short in known or _ROMAN.fullmatch(short):
                continue
            known.add(short)
            message = f"{short} is never expanded."
            yield case.find("PG215", path, message, place=short, snippet=short)
