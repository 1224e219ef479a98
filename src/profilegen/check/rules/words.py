"""Words: an abbreviation is expanded once, for a reader of another field."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from profilegen.check.case import Case
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.entries import Agreement, Initiative, Instrument, Strategy
from profilegen.core.source import KeyPath

_SHORT = r"[A-Z]{2,}"
ABBREVIATION = re.compile(rf"(?<![\w@.])(?<![0-9]-)(?<!\w\*)({_SHORT})(?:s|es)?(?![\w&]|-?[0-9])")
"""Two capitals or more, `FTAs` and `ASEAN-led` too; not DS44, G7, COVID-19, R&D."""
_STANDARD = re.compile(r" [0-9]")
"""What follows a currency or a standard: USD 5, ISO 9001."""
_IN_BRACKETS = re.compile(rf"\w['\u2019\u201d\"]? \(({_SHORT})s?[,;)]")
_BEFORE_BRACKETS = re.compile(rf"(?<!\w)({_SHORT})s? \(([^()]{{4,120}})\)")
_ROMAN = re.compile(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def _words(case: Case) -> Iterator[tuple[KeyPath, str]]:
    for path, text in case.texts:
        if "observations" not in path:  # names of sources, and mostly in the data files alone
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
    registry = case.registry
    known = {*case.profile.abbreviations, *registry.series.abbreviations}
    for book in (registry.agreements, registry.initiatives):
        known |= {r.abbreviation for r in book.records.values() if r.abbreviation}
    for code, economy in registry.economies.records.items():
        known |= {code, *economy.names}
    for placed in case.entries:
        if isinstance(placed.entry, Agreement | Initiative) and placed.entry.abbreviation:
            known.add(placed.entry.abbreviation)
    for source in case.profile.sources.values():
        known |= {name.short for name in (*source.author, *source.editor) if name.short}
    for _, words in _words(case):
        known |= {match[1] for match in _IN_BRACKETS.finditer(words)}
        pairs = (match.groups() for match in _BEFORE_BRACKETS.finditer(words))
        known |= {short for short, full in pairs if _stands_for(short, full)}
    return known


def _stands_for(short: str, full: str) -> bool:
    """Whether the letters come in this order in the words: AI (artificial intelligence)."""
    letters = iter(full.upper())
    return all(letter in letters for letter in short)


def _used(case: Case) -> Iterator[tuple[KeyPath, str]]:
    for path, words in _words(case):
        if words.isupper():  # a title in capitals is no row of abbreviations
            continue
        for match in ABBREVIATION.finditer(words):
            standard = len(match[1]) == 3 and _STANDARD.match(words, match.end())
            if not (standard or _ROMAN.fullmatch(match[1])):
                yield path, match[1]


def unexpanded(case: Case) -> Iterator[Diagnostic]:
    """PG215: one finding an abbreviation, at its first use.

    Where `abbreviations` has almost that word and nothing uses it, the finding stands there.
    """
    known = expansions(case)
    used = sorted(_used(case), key=lambda use: case.tree.find(*use))
    idle = case.profile.abbreviations.keys() - {short for _, short in used}
    for path, short in used:
        if short in known:
            continue
        known.add(short)
        near = difflib.get_close_matches(short, sorted(idle), n=1, cutoff=0.79)
        if near:
            message = (
                f"{short} is never expanded; `abbreviations` has {near[0]}, which is not used."
            )
            where = ("abbreviations", near[0])
            yield case.find_key("PG215", where, message, "Correct one of the two.", place=short)
        else:
            message = f"{short} is never expanded."
            yield case.find("PG215", path, message, place=short, snippet=short)
