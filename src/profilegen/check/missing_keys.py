"""Keys that a profile has to have: where a missing one belongs, and what is told."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from profilegen.check.expected_but_unsupported_forms import DASH, one_entry
from profilegen.check.model_lookup import dashless, owner_of
from profilegen.check.unknown_keys import Told, inside, name_of
from profilegen.core.diagnostic import Span
from profilegen.core.model.base import Model
from profilegen.core.yaml_edits import with_dash
from profilegen.core.yaml_source import KeyPath, SourceTree


def gap(tree: SourceTree, model: type[Model], loc: KeyPath) -> tuple[Span, str]:
    """Where a missing key belongs: behind the key that comes before it, or at its parent."""
    parent, name = loc[:-1], str(loc[-1])
    owner, value = owner_of(model, parent), tree.at(tree.descend(parent))
    if name == "list" and owner and isinstance(value, dict) and dashless(owner, value):
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


def missing_key(tree: SourceTree, model: type[Model], loc: KeyPath, _detail: ErrorDetails) -> Told:
    """PG103: which key is missing, and where it may stand."""
    parent, name = tree.descend(loc[:-1]), str(loc[-1])
    after = gap(tree, model, loc)[1]
    where = inside(parent) + (f"; it may stand below `{after}`" if after else "")
    value = tree.at(parent)
    owner = owner_of(model, loc[:-1])
    if name == "list" and owner and isinstance(value, dict) and dashless(owner, value):
        message = f"{name_of(parent)} is a list; its items begin with '- '."
        return message, DASH, with_dash(tree, parent)
    if value == {} and owner:
        needed = [key for key, field in owner.model_fields.items() if field.is_required()]
        hint = f"Write {', '.join(f'`{n}: ...`' for n in needed)}."
        return f"{name_of(parent)} is empty.", hint, None
    known = set(owner.model_fields) if owner else set()
    hint, fix = one_entry(tree, loc, known) or (f"Add a line `{name}: ...`.", None)
    return f"The key `{name}` is missing{where}.", hint, fix
