"""Which model's keys stand where: a model's fields followed down the place of an error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from profilegen.core.model.base import Model
from profilegen.core.yaml_source import KeyPath


def owner_of(model: type[Model], loc: KeyPath) -> type[Model] | None:
    """The model whose key stands at `loc`: follow the fields' types down the location."""
    owner: type[Model] = model
    named = False  # the next part is a name that the author gave (a source's key)
    for part in loc:
        field = owner.model_fields.get(part) if isinstance(part, str) and not named else None
        named = False
        if field is not None:
            inner = inner_model(field)
            if inner is None:
                return None
            owner, named = inner, any(get_origin(t) is dict for t in _types(field.annotation))
    return owner


def inner_model(field: FieldInfo) -> type[Model] | None:
    """The model of which a field holds one or several."""
    return next(
        (t for t in leaves(field.annotation) if isinstance(t, type) and issubclass(t, Model)), None
    )


def _types(annotation: Any) -> Iterator[Any]:
    """An annotation with all that it is made of."""
    yield annotation
    for part in get_args(annotation)[: 1 if get_origin(annotation) is Annotated else None]:
        yield from _types(part)


def leaves(annotation: Any) -> list[Any]:
    """The types of which an annotation is made in the end."""
    return [part for part in _types(annotation) if not get_args(part)]


def dashless(owner: type[Model], value: dict[str, Any]) -> bool:
    """Whether a list's only item stands where the list should, without its dash."""
    field = owner.model_fields.get("list")
    item = inner_model(field) if field else None
    return item is not None and fits(item, value)


def fits(item: type[Model], value: dict[str, Any]) -> bool:
    """Whether a mapping has an item's keys and no others."""
    return bool(value) and all(key in item.model_fields for key in value)
