"""Values that are not of their form: what is told, and how they are written."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails

from profilegen.check.expected_but_unsupported_forms import (
    DASH,
    below_its_key,
    comment_apart,
    count_form,
    not_in_force,
    place_apart,
    source_meant,
    sources_as_list,
)
from profilegen.check.flow_mappings import EMPTY, out_of_braces
from profilegen.check.model_lookup import fits, leaves, owner_of
from profilegen.check.unknown_keys import Told, name_of, written
from profilegen.core.dates import NOT_STATED, UNDATED, DateError, parse_date
from profilegen.core.diagnostic import Fix
from profilegen.core.model.base import Model, NotStated, says_nothing
from profilegen.core.model.sections import SECTIONS
from profilegen.core.yaml_edits import (
    at_margin,
    bracketed,
    dashed,
    line_removed,
    paragraph_before,
    quoted_line,
    value_instead,
    with_dash,
    words_instead,
)
from profilegen.core.yaml_source import KeyPath, SourceTree

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


def wrong_value(tree: SourceTree, model: type[Model], loc: KeyPath, detail: ErrorDetails) -> Told:
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
    if kind == "tuple_type" and owner and isinstance(value, dict) and fits(owner, value):
        return f"{name} is a list; its items begin with '- '.", DASH, with_dash(tree, path)
    message = f"{name} should be {_WANTED.get(kind, 'written in another form')}."
    return message, *_another_form(tree, path, kind, owner)


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
        fix = bracketed(value_instead(tree, path, value, safe=True, quotes=True))
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
