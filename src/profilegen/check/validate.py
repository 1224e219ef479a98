"""SourceTree -> Checked model. The only module that sees a Pydantic error.

Pydantic's error *types* are mapped to codes, never its English texts. One mistake gives one
finding: short forms are spelled out before validation, so that there is no union to fail twice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from profilegen.check.braces import EMPTY, empty_key, out_of_braces
from profilegen.check.meant import meant_key
from profilegen.check.models import inner_model, leaves, owner_of
from profilegen.check.otherwise import (
    below_its_key,
    comment_apart,
    count_form,
    fields_beside,
    not_in_force,
    one_entry,
    place_apart,
    source_meant,
    sources_as_list,
    stray_sources,
)
from profilegen.check.strange import (
    Told,
    inside,
    name_of,
    of_item,
    unknown_key,
    unknown_word,
    written,
)
from profilegen.core.dates import NOT_STATED, UNDATED, DateError, parse_date
from profilegen.core.diagnostic import Checked, Diagnostic, Fix, Span, ordered
from profilegen.core.finding_codes import finding
from profilegen.core.fixes import (
    at_margin,
    dashed,
    line_removed,
    paragraph_before,
    quoted_line,
    value_instead,
    with_dash,
    words_instead,
)
from profilegen.core.model.base import Model, NotStated, says_nothing
from profilegen.core.model.sections import SECTIONS
from profilegen.core.yaml_source import KeyPath, SourceTree

M = TypeVar("M", bound=Model)

MAX_ERRORS, MAX_FINDINGS = 1_000, 100
"""Pydantic's errors looked at, findings told; what has more has one cause, mended first."""

_CODES = {
    "missing": "PG103",
    "extra_forbidden": "PG104",
    "literal_error": "PG106",
    "enum": "PG106",
    "date_impossible": "PG107",
    "date_ambiguous": "PG108",
    "date_form": "PG109",
    "text_markup": "PG114",
    "text_citation": "PG115",
    "text_list": "PG122",
    "text_bullet": "PG114",
    "text_placement": "PG118",
    "text_address": "PG116",
    "text_figure": "PG121",
    "string_too_short": "PG111",
    "string_pattern_mismatch": "PG111",
    "too_short": "PG111",
    "too_long": "PG111",
    "value_error": "PG111",
    "count_without_number": "PG111",
    "greater_than_equal": "PG111",
    "less_than_equal": "PG111",
    "finite_number": "PG111",
}

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list, each item on a line that begins with '- '",
    "dict_type": "lines of the form `key: value`",
    "model_type": "lines of the form `key: value`",
    "source_type": "a source's key, or a list of keys",
}

_FORMS = {
    "^PG[0-9]{3}$": "Write the finding's code as `validate` prints it, PG217 for example.",
    "^[A-Z]{3}$": "Write three capital letters, JPN or JPY for example.",
    r"^[A-Za-z0-9](?:[\w:.+/-]*[A-Za-z0-9])?$": (
        "A source's key is one word of letters, digits and hyphens: meti-2025."
    ),
}


def validate(tree: SourceTree, model: type[M]) -> Checked[M]:
    """Read a file's data as `model`. Diagnostics: PG101 to PG116, but for the sections' own."""
    if not isinstance(tree.data, dict):
        message = "The file holds no keys."
        return Checked(None, (finding("PG101", tree.span(()), message),))
    try:
        return Checked(model.model_validate(tree.data))
    except ValidationError as error:
        details = [d for one in error.errors(include_url=False)[:MAX_ERRORS] for d in _each(one)]
        causes = _causes(tree, model, details) or details  # what is refused is told, whatever
        return Checked(None, ordered(_diagnose(tree, model, d) for d in causes[:MAX_FINDINGS]))


def _each(detail: ErrorDetails) -> Iterator[ErrorDetails]:
    """An error, and the other faults that the same text has."""
    yield detail
    for other in detail.get("ctx", {}).get("others", ()):
        yield {**detail, "type": f"text_{other['kind']}", "ctx": other}


def _causes(
    tree: SourceTree, model: type[Model], details: list[ErrorDetails]
) -> list[ErrorDetails]:
    """One error a mistake: leave out what only follows from another error."""
    locs = [tuple(detail["loc"]) for detail in details]
    lost, strange = defaultdict(list), defaultdict(list)
    within = {loc[:end] for loc in locs for end in range(len(loc))}
    kept = []
    for detail, loc in zip(details, locs, strict=True):
        if detail["type"] == "missing":
            lost[loc[:-1]].append(detail)
        elif detail["type"] == "extra_forbidden":
            strange[loc[:-1]].append(detail)
        elif not (
            (detail["type"] == "too_short" and loc in within)  # its items have the errors
            or _follows(tree, loc)
        ):
            kept.append(detail)
    for parent in {**lost, **strange}:
        kept += _keys_at_fault(tree, model, parent, lost[parent], strange[parent])
    return sorted(kept, key=lambda detail: _span(tree, model, detail))


def _follows(tree: SourceTree, loc: KeyPath) -> bool:
    """Whether an error about `sources` only follows from how far left its lines stand."""
    if loc == ("sources",):
        return tree.at(loc) is None and bool(stray_sources(tree))
    if len(loc) < 2 or loc[0] != "sources" or not isinstance(tree.data.get("sources"), dict):
        return False
    keys = [("sources", key) for key in tree.data["sources"]]
    return any(loc[1] in fields_beside(tree, key) for key in keys)


def _keys_at_fault(
    tree: SourceTree,
    model: type[Model],
    parent: KeyPath,
    lost: list[ErrorDetails],
    strange: list[ErrorDetails],
) -> list[ErrorDetails]:
    """Of one mapping's missing and unknown keys those that are mistakes of their own.

    A misspelt key is missing, too. Where no key is right, the mapping stands in a wrong place
    (or a text with a colon lacks its quotes), and the first key tells. An empty mapping lacks
    all keys at once.
    """
    owner, strange = owner_of(model, parent), strange[:MAX_FINDINGS]
    known = sorted(owner.model_fields) if owner else []
    misspelt = [detail for detail in strange if meant_key(str(detail["loc"][-1]), known)[0]]
    meant = {meant_key(str(detail["loc"][-1]), known)[0] for detail in misspelt}
    unknown = [detail for detail in strange if detail not in misspelt]
    value = tree.at(tree.descend(parent))
    dashless = owner is not None and isinstance(value, dict) and _dashless(owner, value)
    if not dashless and any(of_item(owner, str(detail["loc"][-1])) for detail in unknown):
        meant.add("list")  # an entry that stands where its list should
    lost = [detail for detail in lost if detail["loc"][-1] not in meant]
    if lost and owner and isinstance(value, dict):
        if lost[0]["loc"][-1] == "list" and dashless:
            return lost
        if not value:
            return lost[:1]
        if all(key not in known for key in value):
            return strange[:1]
    return [*lost, *misspelt, *unknown[:1]]


def _dashless(owner: type[Model], value: dict[str, Any]) -> bool:
    """Whether a list's only item stands where the list should, without its dash."""
    field = owner.model_fields.get("list")
    item = inner_model(field) if field else None
    return item is not None and _fits(item, value)


def _fits(item: type[Model], value: dict[str, Any]) -> bool:
    """Whether a mapping has an item's keys and no others."""
    return bool(value) and all(key in item.model_fields for key in value)


def salvage(tree: SourceTree, model: type[M]) -> tuple[M, SourceTree] | None:
    """Leave out what does not validate and read the rest, with its places; None if none is left."""
    for _ in range(8):
        try:
            return model.model_validate(tree.data), tree
        except ValidationError as error:
            bad = {_culprit(tree, detail) for detail in error.errors(include_url=False)}
        if () in bad:
            return None
        tree = tree.without(bad)
    return None


def _culprit(tree: SourceTree, detail: ErrorDetails) -> KeyPath:
    """What has to go for an error to go: the value, or the parent of what is missing."""
    loc = tuple(detail["loc"])
    return tree.descend(loc[:-1] if detail["type"] == "missing" else loc)


def _span(tree: SourceTree, model: type[Model], detail: ErrorDetails) -> Span:
    """Where an error stands: at the value, at an unknown key, where a missing key belongs."""
    kind, loc = detail["type"], tuple(detail["loc"])
    if kind == "missing":
        return _gap(tree, model, loc)[0]
    if kind == "extra_forbidden" or loc[-1:] == ("[key]",):
        return tree.key_span(loc)
    snippet = str(detail.get("ctx", {}).get("snippet", ""))
    return tree.find(loc, snippet) if snippet else tree.span(loc)


def _gap(tree: SourceTree, model: type[Model], loc: KeyPath) -> tuple[Span, str]:
    """Where a missing key belongs: behind the key that comes before it, or at its parent."""
    parent, name = loc[:-1], str(loc[-1])
    owner, value = owner_of(model, parent), tree.at(tree.descend(parent))
    if name == "list" and owner and isinstance(value, dict) and _dashless(owner, value):
        return tree.key_span((*parent, next(iter(value)))), ""
    first = owner is not None and name == owner.shorthand != "list"  # it names its entry
    if owner and not first and isinstance(value, dict):
        fields = list(owner.model_fields)
        before = [key for key in fields[: fields.index(name)] if key in value]
        if before:
            end = tree.span((*parent, before[-1]))
            row, column = end.end_line, end.end_column
            return Span(tree.file, row, column, row, column + 1), before[-1]
    return tree.key_span(parent), ""


def _diagnose(tree: SourceTree, model: type[Model], detail: ErrorDetails) -> Diagnostic:
    kind, loc = detail["type"], tuple(detail["loc"])
    path = tree.descend(loc)
    code = _CODES.get(kind, "PG105")
    if code != "PG103" and loc[-1:] != ("[key]",) and tree.at(path) is None:
        code, (message, hint, fix) = "PG105", empty_key(tree, model, path)
        hint, fix = below_its_key(tree, path) or (hint, fix)
    else:
        message, hint, fix = _DESCRIBE.get(kind, _wrong)(tree, model, loc, detail)
    return finding(code, _span(tree, model, detail), message, hint, place=_place(loc), fix=fix)


def _wrong(tree: SourceTree, model: type[Model], loc: KeyPath, detail: ErrorDetails) -> Told:
    """What is told of a value that is not of its form."""
    kind, context, path = detail["type"], detail.get("ctx", {}), tree.descend(loc)
    name, hint = name_of(path), str(context.get("hint", ""))
    fix = paragraph_before(tree, path, context) if kind == "text_list" else None
    if kind == "text_bullet":
        fix = dashed(tree, path, context["snippet"])
    fix = fix or _instead(tree, path, context)
    if kind == "value_error":
        return f"{name}: {context['error']}.", hint, None
    if kind == "count_without_number":
        forum = context["forum"]
        hint = f"{count_form(forum)[:-1]}; or remove {forum}."
        return f"The registry counts WTO cases only; {forum} needs its numbers.", hint, None
    if kind in ("string_too_short", "too_short"):
        return f"{name} is empty.", EMPTY, None
    if kind == "too_long":
        many, limit = len(detail["input"]), context["max_length"]
        message = f"{name} has {many:,} parts; at most {limit} are read."
        return message, "Shorten it, or part it.", None
    if kind == "date_form":
        message = str(context.get("message", f"{name} is not a date."))
        return message, *_dates(tree, model, loc, detail, fix)
    if kind == "text_citation" and path[-1:] == ("source",):
        told = place_apart(tree, path) or source_meant(tree, path)
        hint, fix = told or (hint, fix)
    if kind.startswith(("text_", "date_")):
        return str(context["message"]), hint, fix
    if kind == "string_pattern_mismatch":
        message = f'"{detail["input"]}" cannot stand here.'
        return message, _FORMS.get(context["pattern"], ""), None
    if kind in ("greater_than_equal", "less_than_equal"):
        word, limit = ("least", "ge") if kind[0] == "g" else ("most", "le")
        return f"{name} has to be at {word} {context[limit]}.", hint, None
    owner = owner_of(model, loc)
    value = tree.at(path)
    if isinstance(value, dict) and isinstance(loc[-1], int) and path[-1] != loc[-1]:
        kind = "tuple_type"  # the one item that was made of it is no mistake of the author's
    if kind == "tuple_type" and owner and isinstance(value, dict) and _fits(owner, value):
        return f"{name} is a list; its items begin with '- '.", _DASH, with_dash(tree, path)
    message = f"{name} should be {_WANTED.get(kind, 'written in another form')}."
    return message, *_another_form(tree, path, kind, owner)


_DASH = "Put '- ' before the item, and indent the lines below it as far."


def _instead(tree: SourceTree, path: KeyPath, context: dict[str, Any]) -> Fix | None:
    """The fix that a reader of values has offered, written at the value's place."""
    instead, safe = context.get("instead"), context.get("safe", True)
    if not instead:
        return None
    if instead == context.get("snippet"):  # it stands too far right
        return at_margin(tree, path, instead)
    if snippet := context.get("snippet"):
        return words_instead(tree, path, snippet, instead, safe=safe)
    return value_instead(tree, path, instead, safe=safe)


def _dates(
    tree: SourceTree, model: type[Model], loc: KeyPath, detail: ErrorDetails, fix: Fix | None
) -> tuple[str, Fix | None]:
    """How to write a date; `not stated` only where the field takes it."""
    forms = "18 July 2025, July 2025, 2025 or 2025-07-18"
    owner = owner_of(model, loc[:-1])
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    silent = field is not None and NotStated in leaves(field.annotation)
    given = str(detail["input"]).strip()
    if says_nothing(given) or given.casefold() in UNDATED:
        if silent:
            path = tree.descend(loc)
            return "Write `not stated`.", value_instead(tree, path, NOT_STATED, safe=True)
        if field is not None and not field.is_required():
            hint = "A source without a date has no such line: remove it."
            return hint, line_removed(tree, tree.descend(loc), safe=True)
        return f"A date is needed here: {forms}.", None
    path = tree.descend(loc)
    if told := not_in_force(tree, path, given):
        return told
    for before, told in comment_apart(tree, path, given):
        if _reads_as_date(before):
            return told
    hint = str(detail.get("ctx", {}).get("hint", ""))
    return hint or f"Write {forms}{', or `not stated`' if silent else ''}.", fix


def _reads_as_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return False
    return True


def _missing(tree: SourceTree, model: type[Model], loc: KeyPath, _detail: ErrorDetails) -> Told:
    parent, name = tree.descend(loc[:-1]), str(loc[-1])
    after = _gap(tree, model, loc)[1]
    where = inside(parent) + (f"; it may stand below `{after}`" if after else "")
    value = tree.at(parent)
    owner = owner_of(model, loc[:-1])
    if name == "list" and owner and isinstance(value, dict) and _dashless(owner, value):
        message = f"{name_of(parent)} is a list; its items begin with '- '."
        return message, _DASH, with_dash(tree, parent)
    if value == {} and owner:
        needed = [key for key, field in owner.model_fields.items() if field.is_required()]
        hint = f"Write {', '.join(f'`{n}: ...`' for n in needed)}."
        return f"{name_of(parent)} is empty.", hint, None
    known = set(owner.model_fields) if owner else set()
    hint, fix = one_entry(tree, loc, known) or (f"Add a line `{name}: ...`.", None)
    return f"The key `{name}` is missing{where}.", hint, fix


_DESCRIBE: dict[str, Callable[[SourceTree, type[Model], KeyPath, ErrorDetails], Told]] = {
    "missing": _missing,
    "extra_forbidden": unknown_key,
    "literal_error": unknown_word,
    "enum": unknown_word,
}


def _place(loc: KeyPath) -> str:
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in loc)


_ABSENT = (
    "Give a list; or say why there is none, in a sentence: {none_found: ...}, "
    "{not_applicable: ...} or {not_researched: ...}."
)


def _another_form(
    tree: SourceTree, path: KeyPath, kind: str, owner: type[Model] | None
) -> tuple[str, Fix | None]:
    """What to write for a value of the wrong type."""
    value = tree.at(path)
    if told := sources_as_list(tree, path) or below_its_key(tree, path):
        return told
    if kind == "tuple_type" and path[-1:] == ("counts",) and not isinstance(value, str):
        forum, number = next(iter(value.items())) if isinstance(value, dict) and value else ("", "")
        return count_form(forum, number or value), None
    if kind == "tuple_type" and isinstance(value, str):
        if path[0] in {section.key for section in SECTIONS} and len(path) == 1:
            return _ABSENT, None
        fix = value_instead(tree, path, value, safe=True, quotes=True, brackets=True)
        return "Put each item on a line that begins with '- ', or in brackets: [...].", fix
    if kind.startswith("int_") and isinstance(value, str):
        digits = re.findall(r"\d+", value)
        number = digits[0] if len(digits) == 1 else "0" if value.casefold() in _NOUGHT else ""
        fix = value_instead(tree, path, number, safe=False) if number else None
        return f"Write {number or 'digits alone, or remove the line'}.", fix
    if kind == "model_type" and owner and not isinstance(value, dict):
        needed = [key for key, field in owner.model_fields.items() if field.is_required()]
        keys = " and ".join(f"`{key}: ...`" for key in needed)
        return f"Write {keys}." if not owner.shorthand else "Say it in a sentence.", None
    if kind == "tuple_type" and isinstance(value, bool | int | float):
        return "Put each item on a line that begins with '- ', or in brackets: [...].", None
    if isinstance(value, bool | int | float):
        text = written(value).strip('"')
        safe = not isinstance(value, bool)
        fix = value_instead(tree, path, text, safe=safe, quotes=True)
        return f"If it is meant as a text, put it in quotes: {written(value)}.", fix
    if (
        isinstance(value, dict)
        and value
        and (fix := out_of_braces(tree, path, brackets=kind == "tuple_type"))
    ):
        return f"Write it without braces: {fix.edits[0].text}", fix
    if isinstance(value, dict) and len(value) == 1 and kind != "tuple_type":
        hint = "If the line is one text with a colon in it, put it in quotes."
        return hint, quoted_line(tree, path)
    return "", None


_NOUGHT = frozenset(("none", "nil", "no", "zero", "n/a", "-"))
