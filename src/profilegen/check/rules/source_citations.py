"""Sources: defined, cited, and dated in a possible order."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from profilegen.check.context import RuleContext, spoken
from profilegen.core.diagnostic import Diagnostic, Fix
from profilegen.core.model.sources import Source
from profilegen.core.model.text_fields import Sourcing
from profilegen.core.name_matching import plain_letters
from profilegen.core.richtext import RichText
from profilegen.core.walk import citations
from profilegen.core.yaml_source import KeyPath


def _undefined(context: RuleContext) -> dict[str, list[KeyPath]]:
    """Cited keys that stand for no source, with the places that cite them."""
    found: dict[str, list[KeyPath]] = {}
    for path, citation in citations(context.profile):
        if citation.key not in context.profile.sources and not _BY_HAND.match(citation.key):
            found.setdefault(citation.key, []).append(path)
    return found


def _idle(context: RuleContext) -> list[str]:
    """Sources that nothing cites."""
    cited = {citation.key for _, citation in citations(context.profile)}
    return [key for key in context.profile.sources if key not in cited]


def _meant(key: str, sources: Mapping[str, Source]) -> str:
    """The one source that a cited key means: by what it says, or as a slip; or nothing.

    `isp-2025` means an Industrial Strategy Plan of 2025, and never `ielp-2025`.
    """
    for other in sources:
        if _spelt_alike(key, other):
            return other
    parts = [part for part in re.split(r"[-_.:/+]", key.casefold()) if part]
    if any(not part.isdigit() for part in parts):
        said = [other for other in sources if all(_says(other, sources[other], p) for p in parts)]
        if len(said) == 1:
            return said[0]
    slips = [other for other in sources if _slip(key.casefold(), other.casefold())]
    return slips[0] if len(slips) == 1 else ""


def _says(key: str, source: Source, part: str) -> bool:
    """Whether a part of a key is the year of a source, or a word or the initials of its name."""
    if part.isdigit():
        return source.issued is not None and str(source.issued.year) == part
    people = [word for n in source.author for word in (n.name, n.short, n.family) if word]
    for name in (key, source.title, source.title_short, source.publisher, *people):
        words = re.findall(r"[^\W\d_]+", plain_letters(name or ""))
        initials = "".join(word[0] for word in words if word not in ("of", "the", "and", "for"))
        if len(part) > 2 and (part in words or part in initials):
            return True
    return False


def _slip(key: str, other: str) -> bool:
    """Whether two keys differ by letters that changed places, or in a longer one by a letter."""
    if sorted(key) == sorted(other) and key[:1] == other[:1]:
        return True
    words, others = (re.sub("[^a-z]", "", part) for part in (key, other))
    numbers, numbered = (re.sub("[^0-9]", "", part) for part in (key, other))
    alike = difflib.SequenceMatcher(None, words, others).ratio() >= 0.8
    return alike and min(len(words), len(others)) > 4 and numbers == numbered


def _spelt_alike(key: str, other: str) -> bool:
    """Whether two keys differ in case, hyphens and the like: meti-2022 and meti-2025 do not."""
    return re.sub(r"[\W_]", "", key).casefold() == re.sub(r"[\W_]", "", other).casefold()


def undefined_source(context: RuleContext) -> Iterator[Diagnostic]:
    """PG201: every cited key stands under `sources`.

    Where a source with almost that key is never cited, the two are one mistake, told there.
    """
    idle = _idle(context)
    for key, paths in _undefined(context).items():
        near = _meant(key, context.profile.sources)
        if near in idle:
            line = context.tree.find(paths[0], key).line
            message = f'Line {line} cites "{key}", but the source is called "{near}".'
            hint = "Give both the same name."
            edits = [fix.edits for path in paths if (fix := context.instead(path, key, near))]
            same = _spelt_alike(key, near)
            fix = Fix(tuple(edit for some in edits for edit in some), safe=same) if edits else None
            yield context.find_key("PG201", ("sources", near), message, hint, fix=fix)
            continue
        address = _ADDRESS.match(key)
        if address:
            near = near or _at_address(key, context.profile.sources)
        for path in paths:
            hint = f"Did you mean {near}?" if near else ""
            if address and not near:
                hint = "An address is no source: define the document under `sources`, with "
                hint += "`type`, `title` and this address as its `url`, and write its key here."
            message = f'No source is called "{key}".'
            fix = context.instead(path, key, near, safe=_spelt_alike(key, near))
            yield context.find("PG201", path, message, hint, snippet=key, fix=fix)


_ADDRESS = re.compile(r"https?:|www\.")


def _at_address(key: str, sources: Mapping[str, Source]) -> str:
    """The one source that has an address, or nothing."""
    bare = re.sub(r"^https?://(?:www\.)?|^www\.|/$", "", key)
    found = [
        other
        for other, source in sources.items()
        if source.url and re.sub(r"^https?://(?:www\.)?|/$", "", source.url) == bare
    ]
    return found[0] if len(found) == 1 else ""


def unused_source(context: RuleContext) -> Iterator[Diagnostic]:
    """PG202: a source that nothing cites would never be printed."""
    idle = _idle(context)
    told = {_meant(key, context.profile.sources) for key in _undefined(context)}
    for key in idle:
        if key not in told:
            message = f'Nothing cites "{key}"; it would not be printed.'
            yield context.find_key("PG202", ("sources", key), message)


_BY_HAND = re.compile(
    r"(?<![\w-])(?:ibid(?:em)?\b|(?:op|loc)\.? cit\b|supra,? (?:n|note)\b\.? ?[0-9]*)"
    r"|\(n\.? ?[0-9]+\)",
    re.IGNORECASE,
)


def typed_ibid(context: RuleContext) -> Iterator[Diagnostic]:
    """PG203: a typed ibid is wrong as soon as a note is inserted (seed 000, note 4)."""
    for path, text in context.texts:
        match = _BY_HAND.search(text.raw)
        if match:
            message = f'"{match[0]}" is typed by hand.'
            yield context.find("PG203", path, message, snippet=match[0])
    for path, value in context.values:
        if isinstance(value, Sourcing):
            for citation in value.citations:
                if _BY_HAND.match(citation.key):
                    message = f'"{citation.key}" is typed by hand.'
                    yield context.find("PG203", path, message, snippet=citation.key)


_BRACKETS = re.compile(r"\[([\w:.+/-]+)(?:,[^\[\]]*)?\](?!\()")


def citation_without_at(context: RuleContext) -> Iterator[Diagnostic]:
    """PG226: `[meti-2025, p 3]` or `[4]` would print as it stands, and no note would."""
    for path, text in context.texts:
        for match in _BRACKETS.finditer(text.raw):
            key = match[1]
            fix = None
            if key in context.profile.sources:
                hint = f"Write [@{match[0][1:]}"
                fix = context.instead(path, match[0], f"[@{match[0][1:]}", safe=True)
            elif _NUMBERS.fullmatch(key):
                hint = "Notes are numbered by the program: cite the source, [@key, p 3]."
            else:
                continue
            message = f'"{match[0]}" prints as it stands, not as a note.'
            yield context.find("PG226", path, message, hint, snippet=match[0], fix=fix)
        for match in _ROUND.finditer(text.raw):
            if match["key"] in context.profile.sources and (
                match["place"] or _DATED.search(match["key"])
            ):
                written = f"[{match['see'] or ''}@{match['key']}{match['place'] or ''}]"
                message = f'"{match[0]}" prints as it stands, not as a note.'
                fix = context.instead(path, match[0], written)
                hint = f"Write {written}"
                yield context.find("PG226", path, message, hint, snippet=match[0], fix=fix)


_ROUND = re.compile(
    r"\((?P<see>see |cf\.? )?(?P<key>[A-Za-z][\w:.+/-]*)"
    r"(?P<place>, ?(?:pp?|ss?|arts?|ch|paras?|n)\b[^()\[\]@;]*|, ?\d[^()\[\]@;]*)?\)"
)
"""`(see meti-2025, p 3)`: a citation as a reader of journals types it."""
_DATED = re.compile(r"[-_]?\d")

_NUMBERS = re.compile(r"\d{1,3}(?:-\d{1,3})?", re.ASCII)


def source_as_words(context: RuleContext) -> Iterator[Diagnostic]:
    """PG115: `key, other` cites one source; the other would print as words of the first."""
    for path, value in context.values:
        if not isinstance(value, RichText | Sourcing):
            continue
        cited = value.citations if isinstance(value, Sourcing) else value.citations()
        for citation in cited:
            words = [word.strip() for word in citation.pinpoint.split(",")]
            for at, word in enumerate(words):
                if word in context.profile.sources:
                    message = f'"{word}" is a source and stands among the words of {citation.key}.'
                    parts = ", ".join((citation.key, *words[:at])), ", ".join(words[at:])
                    noted = f"[@{'; @'.join(parts)}]"
                    hint = f"Write {noted if isinstance(value, RichText) else '; '.join(parts)}"
                    sign = "; @" if isinstance(value, RichText) else "; "
                    fix = context.instead(path, f", {word}", f"{sign}{word}", safe=True)
                    yield context.find("PG115", path, message, hint, snippet=f", {word}", fix=fix)


def accessed_before_issued(context: RuleContext) -> Iterator[Diagnostic]:
    """PG204: nobody reads a document before it exists."""
    for key, source in context.profile.sources.items():
        if source.accessed and source.issued and source.accessed.surely_before(source.issued):
            message = f"Accessed {source.accessed}, but issued {source.issued}."
            yield context.find("PG204", ("sources", key, "accessed"), message)


def updated_before_accessed(context: RuleContext) -> Iterator[Diagnostic]:
    """PG205: a profile is no older than what it read."""
    updated = context.profile.updated
    for key, source in context.profile.sources.items():
        if source.accessed and updated.surely_before(source.accessed):
            message = f"Accessed {source.accessed}, after the profile's update of {updated}."
            yield context.find("PG205", ("sources", key, "accessed"), message)


MAX_NOTE = 1500
"""Characters of a note: about a third of a page, more than which does not run on well."""


def long_note(context: RuleContext) -> Iterator[Diagnostic]:
    """PG223: notes over about a third of a page are cut or come late (WeasyPrint 70)."""
    for path, text in context.texts:
        if path[-1] == "note" and len(text.raw) > MAX_NOTE:
            message = f"The note has {len(text.raw)} characters; {MAX_NOTE} fit."
            yield context.find("PG223", path, message, place=spoken(path))
