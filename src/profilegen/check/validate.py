"""SourceTree -> Checked model. The only module that sees a Pydantic error.

Pydantic's error *types* are mapped to codes, never its English texts. One mistake gives one
finding: short forms are spelled out before validation, so that there is no union to fail twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from profilegen.core.codes import finding
from profilegen.core.diagnostic import Checked, Diagnostic, ordered
from profilegen.core.model.base import Model
from profilegen.core.registry import nearest
from profilegen.core.source import KeyPath, SourceTree

M = TypeVar("M", bound=Model)

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
    "text_address": "PG116",
    "string_too_short": "PG111",
    "string_pattern_mismatch": "PG111",
    "too_short": "PG111",
    "value_error": "PG111",
    "greater_than_equal": "PG111",
    "less_than_equal": "PG111",
    "finite_number": "PG111",
    "int_from_float": "PG111",
}

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list, each item on a line that begins with '- '",
    "dict_type": "lines of the form `key: value`",
    "model_type": "lines of the form `key: value`",
    "source_type": "a source's key, or a list of keys",
}


def validate(tree: SourceTree, model: type[M]) -> Checked[M]:
    """Read a file's data as `model`. Diagnostics: PG101 to PG116, but for the sections' own."""
    if not isinstance(tree.data, dict):
        message = "The file holds no keys."
        return Checked(None, (finding("PG101", tree.span(()), message),))
    try:
        return Checked(model.model_validate(tree.data))
    except ValidationError as error:
        details = error.errors(include_url=False)
        return Checked(None, ordered(_diagnose(tree, model, detail) for detail in details))


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


def _diagnose(tree: SourceTree, model: type[Model], detail: ErrorDetails) -> Diagnostic:
    kind, loc = detail["type"], tuple(detail["loc"])
    describe = _DESCRIBE.get(kind)
    if describe:
        return describe(tree, model, loc, detail)
    code = _CODES.get(kind, "PG105")
    context = detail.get("ctx", {})
    path = tree.descend(loc)
    name = _name(path)
    if code == "PG105":
        wanted = _WANTED.get(kind, "something else")
        hint = _quote_hint(tree, path)
        return finding(code, tree.span(loc), f"{name} should be {wanted}.", hint, place=_place(loc))
    if kind == "value_error":
        message = f"{name}: {context['error']}."
    elif kind in ("string_too_short", "too_short"):
        message = f"{name} is empty."
    elif kind.startswith(("text_", "date_")):
        message = str(context.get("message", f"{name} is not a date."))
    elif kind == "string_pattern_mismatch":
        message = f'"{detail["input"]}" does not have the form that {name} needs.'
    else:
        limit = context.get("ge", context.get("le", ""))
        message = f"{name} is out of range{f' (limit {limit})' if limit != '' else ''}."
    snippet = str(context.get("snippet", ""))
    span = tree.find(loc, snippet) if snippet else tree.span(loc)
    return finding(code, span, message, str(context.get("hint", "")), place=_place(loc))


def _missing(
    tree: SourceTree, _model: type[Model], loc: KeyPath, _detail: ErrorDetails
) -> Diagnostic:
    parent = loc[:-1]
    message = f"The key `{loc[-1]}` is missing{_inside(tree.descend(parent))}."
    return finding("PG103", tree.key_span(parent), message, place=_place(loc))


def _unknown(
    tree: SourceTree, model: type[Model], loc: KeyPath, _detail: ErrorDetails
) -> Diagnostic:
    key = str(loc[-1])
    owner = _owner(model, loc[:-1])
    known = sorted(owner.model_fields) if owner else []
    near = nearest(key, known)
    hint = f"Did you mean `{near}`?" if near else f"Known here: {', '.join(known)}."
    path = tree.descend(loc[:-1])
    if len(path) and isinstance(path[-1], int) and owner and len(_at(tree.data, path)) == 1:
        hint += " If the line is one text with a colon in it, put it in quotes."
    message = f"`{key}` is not a key that can stand here."
    return finding("PG104", tree.key_span(loc), message, hint, place=_place(loc))


def _word(tree: SourceTree, _model: type[Model], loc: KeyPath, detail: ErrorDetails) -> Diagnostic:
    words = [w.strip("'") for w in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    given = str(detail["input"])
    near = nearest(given, words)
    hint = f'Did you mean "{near}"? ' if near else ""
    message = f'"{given}" is not one of the words for {_name(tree.descend(loc))}.'
    hint += f"Known: {', '.join(words)}."
    return finding("PG106", tree.span(loc), message, hint, place=_place(loc))


_DESCRIBE: dict[str, Callable[[SourceTree, type[Model], KeyPath, ErrorDetails], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _word,
    "enum": _word,
}


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _name(path: KeyPath) -> str:
    keys = [part for part in path if isinstance(part, str)]
    return f"`{keys[-1]}`" if keys else "The file"


def _inside(path: KeyPath) -> str:
    keys = [part for part in path if isinstance(part, str)]
    item = f", item {path[-1] + 1}" if path and isinstance(path[-1], int) else ""
    return f" in `{keys[-1]}`{item}" if keys else ""


def _place(loc: KeyPath) -> str:
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def _quote_hint(tree: SourceTree, path: KeyPath) -> str:
    value = _at(tree.data, path)
    if isinstance(value, bool | int | float):
        return f'If it is meant as a text, put it in quotes: "{value}".'
    if isinstance(value, dict) and len(value) == 1:
        return "If the line is one text with a colon in it, put it in quotes."
    if value is None:
        return "Write the value after the colon, or remove the key."
    return ""


def _owner(model: type[Model], loc: KeyPath) -> type[Model] | None:
    """The model whose key stands at `loc`: follow the fields' types down the location."""
    owner: type[Model] = model
    for part in loc:
        field = owner.model_fields.get(part) if isinstance(part, str) else None
        if field is not None:
            inner = _inner(field)
            if inner is None:
                return None
            owner = inner
    return owner


def _inner(field: FieldInfo) -> type[Model] | None:
    return next(_models(field.annotation), None)


def _models(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
        return
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)
