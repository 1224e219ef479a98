"""Between { and }: a comma ends a text, and what is behind it is read as a key."""

from __future__ import annotations

import re
from types import NoneType

from profilegen.check.model_lookup import leaves, owner_of
from profilegen.check.unknown_keys import Told, name_of
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Edit, Fix
from profilegen.core.model.base import Model, NotStated
from profilegen.core.model.sections import SECTIONS
from profilegen.core.model.sources import Name
from profilegen.core.period import Period
from profilegen.core.quantity import Quantity
from profilegen.core.repair import in_quotes
from profilegen.core.yaml_edits import with_commas, without_colon
from profilegen.core.yaml_source import KeyPath, SourceTree

EMPTY = "Write the value after the colon, or remove the key."


def empty_key(tree: SourceTree, model: type[Model], path: KeyPath) -> Told:
    """A key without a value: the rest of a text, a section moved right, or just that."""
    key = path[-1] if path else ""
    if isinstance(key, str) and len(path) > 1:
        if key in {kind.key for kind in SECTIONS}:
            message = f"`{key}` stands inside `{path[0]}`: its line is indented too far."
            return message, "Move it left, to where the other sections begin.", None
        if without_colon(tree, path):
            return _rest_of_a_text(tree, model, path)
    return f"{name_of(path)} is empty.", EMPTY, None


def _rest_of_a_text(tree: SourceTree, model: type[Model], path: KeyPath) -> Told:
    """What is told of a key without colon: it ends the text before it, or lacks its own key."""
    owner, parent = owner_of(model, path[:-1]), tree.at(path[:-1])
    key, keys = str(path[-1]), list(parent)
    before = keys[keys.index(path[-1]) - 1] if keys[0] != path[-1] else ""
    message = f'A comma between {{ and }} ends a text: "{key}" is read as a key.'
    if owner and key in owner.model_fields:
        hint = f"Write `{key}: ...`; if it belongs to the text before it, put that in quotes."
        return f"`{key}` has no colon and no value.", hint, None
    if owner is Name and (fix := _named(tree, path)):
        return message, f"Write {fix.edits[0].text}.", fix
    if before and _holds_a_text(owner, before, key):
        if found := with_commas(tree, path):
            return message, f"Put the text that has the comma in quotes: {found[0]}", found[1]
        return message, "Put the text that has the comma in quotes.", None
    needed = (
        [name for name, field in owner.model_fields.items() if field.is_required()] if owner else []
    )
    missing = next((name for name in needed if name not in parent), "key")
    return (
        f'"{key}" has no key before it.',
        f"Write `{missing}: {key}`: between {{ and }} each value has its key.",
        None,
    )


def _holds_a_text(owner: type[Model] | None, key: str, rest: str) -> bool:
    """Whether a field takes words of any kind, so that those behind a comma may belong to it."""
    field = owner.model_fields.get(key) if owner else None
    if field is None:
        return True
    kinds = [leaf for leaf in leaves(field.annotation) if isinstance(leaf, type)]
    dated = Date in kinds and re.fullmatch(r"\d{4}", rest) is not None  # July 15, 2010
    return dated or any(kind not in _OF_A_FORM for kind in kinds)


_OF_A_FORM = (NoneType, NotStated, Date, Period, Quantity, bool, int, float)
"""Kinds of value that no words after a comma belong to; a Literal's words are no kinds."""


_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){1,4}")


def _named(tree: SourceTree, path: KeyPath) -> Fix | None:
    """`{Ndung'u, N}` and `{Ministry of Trade, short: MoT}` as a name is written."""
    parent, place = tree.at(path[:-1]), tree.span(path[:-1])
    if place.line != place.end_line or "name" in parent or "family" in parent:
        return None
    bare = [key for key in parent if without_colon(tree, (*path[:-1], key))]
    rest = {key: value for key, value in parent.items() if key not in bare}
    if len(bare) == 2 and not rest and (_INITIALS.fullmatch(bare[1]) or _one_word(bare)):
        rest, named = {"given": bare[1]}, {"family": bare[0]}
    elif len(bare) == 1 and rest.keys() == {"given"}:
        named = {"family": bare[0]}
    else:
        named, rest = {}, {"name": ", ".join(bare), **rest}
    pairs = ", ".join(f"{key}: {_quoted(str(value))}" for key, value in {**rest, **named}.items())
    return Fix((Edit(place, f"{{{pairs}}}"),))


def _one_word(names: list[str]) -> bool:
    return all(re.fullmatch(r"[A-Z][\w'\u2019-]+", name) for name in names)


def _quoted(text: str) -> str:
    return text if re.fullmatch(r"\w[\w .'\u2019-]*", text) else in_quotes(text)


def out_of_braces(tree: SourceTree, path: KeyPath, *, brackets: bool = False) -> Fix | None:
    """A text, or with `brackets` a list, that was put between braces."""
    place, value = tree.span(path), tree.at(path)
    inner = tree.lines[place.line - 1][place.column : place.end_column - 2].strip()
    if place.line != place.end_line or not all(without_colon(tree, (*path, key)) for key in value):
        return None
    return Fix((Edit(place, f"[{inner}]" if brackets else in_quotes(inner)),), safe=brackets)
