"""Words: an abbreviation is expanded once, for a reader of another field."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache

from profilegen.check.context import RuleContext
from profilegen.core.abbreviation_finder import short_forms, spelled_out, surnames
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.kinds.strategy import Strategy
from profilegen.core.registry import KnownNames, NameIndex
from profilegen.core.yaml_source import KeyPath


def _words(context: RuleContext) -> Iterator[tuple[KeyPath, str]]:
    for path, text in context.texts:
        if "observations" not in path:  # names of sources, and mostly in the data files alone
            yield path, text.plain()
    for placed in context.entries:
        entry = placed.entry
        if isinstance(entry, Instrument | Strategy):
            for field in ("title", "short_name", "issuing_body"):
                value = getattr(entry, field)
                if value:
                    yield (*placed.path, field), value


def expansions(context: RuleContext) -> set[str]:
    """Every short form that the profile, its series or the registries spell out."""
    short, codes = _known_words(context.names)
    known = {context.profile.economy, *context.profile.abbreviations, *short}
    known |= context.resolved.series.abbreviations.keys()
    for placed in context.entries:
        entry = placed.entry
        for field in ("abbreviation", "short_name"):
            if value := getattr(entry, field, None):
                known.add(value)
        known |= spelled_out(entry.name_text)
    for source in context.profile.sources.values():
        known |= {name.short for name in (*source.author, *source.editor) if name.short}
    for _, words in _words(context):
        known |= spelled_out(words)
        for row in _CODES.findall(words):  # DMA alone may be an act; AUS, DMA and NZ are economies
            known |= found if (found := set(re.findall("[A-Z]+", row))) <= codes else set()
    return known


_CODES = re.compile(
    r"\b[A-Z]{2,3}(?:(?:, | and (?:the )?|, and |/|-|\u2013| \u2013 | - | v )[A-Z]{2,3}\b)+"
)
"""Codes of economies in a row."""


@lru_cache(maxsize=8)
def _known_words(names: KnownNames) -> tuple[frozenset[str], frozenset[str]]:
    """Every short form that the registries spell out; and codes and names of economies."""
    books = (names.of_entries[Agreement], names.of_entries[Initiative])
    short = {name for book in books for spellings in book.spellings.values() for name in spellings}
    economies = names.economies
    places = {name for spoken in economies.spoken.values() for name in spoken}
    codes = {code for spellings in economies.spellings.values() for code in spellings}
    return frozenset(short | places), frozenset(codes | places | economies.spoken.keys())


@lru_cache(maxsize=8)
def _places(economies: NameIndex) -> frozenset[str]:
    """The names of economies that are one word."""
    spoken = (name for names in economies.spoken.values() for name in names)
    return frozenset(name for name in spoken if re.fullmatch(r"\w{4,}", name))


def _names(context: RuleContext) -> set[str]:
    """Surnames in capitals, and words that the profile writes in small letters too."""
    places = _places(context.names.economies)
    words = [words for _, words in _words(context)]
    small = {word.upper() for text in words for word in re.findall(r"\b[A-Z]?[a-z]{5,}\b", text)}
    return {name for text in words for name in surnames(text, places)} | {
        word for word in small if len(word) > 5
    }


def _used(context: RuleContext) -> Iterator[tuple[KeyPath, str]]:
    names = _names(context)
    for path, words in _words(context):
        for line in words.split("\n"):
            if not line.isupper():  # a title in capitals is no row of abbreviations
                yield from ((path, found.short) for found in short_forms(line, names))


def _stands(short: str, said: str) -> bool:
    """Whether a word that `abbreviations` spells out stands in the profile's texts."""
    return re.search(rf"(?<!\w){re.escape(short)}(?:e?s)?(?!\w)", said) is not None


def unexpanded(context: RuleContext) -> Iterator[Diagnostic]:
    """PG215: one finding an abbreviation, at its first use.

    Where `abbreviations` has almost that word and nothing uses it, the finding stands there.
    """
    known = expansions(context)
    used = sorted(_used(context), key=lambda use: context.tree.find(*use))
    said = "\n".join(words for _, words in _words(context))
    idle = sorted(short for short in context.profile.abbreviations if not _stands(short, said))
    for path, short in used:
        if short in known:
            continue
        known.add(short)
        near = difflib.get_close_matches(short, idle, n=1, cutoff=0.79)
        if near:
            message = (
                f"{short} is never expanded; `abbreviations` has {near[0]}, which is not used."
            )
            where = ("abbreviations", near[0])
            hint = (
                f"Write {short} here, or {near[0]} in line {context.tree.find(path, short).line}."
            )
            yield context.find_key("PG215", where, message, hint, place=short)
        else:
            message = f"{short} is never expanded."
            hint = (
                f"Write its words at first use, with ({short}) after them; or add a line "
                f"`{short}: ...` under `abbreviations`."
            )
            yield context.find("PG215", path, message, hint, place=short, snippet=short)
