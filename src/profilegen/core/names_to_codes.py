"""Economies as a profile names them, by the codes of the registry."""

from __future__ import annotations

from typing import Any, TypeVar

from profilegen.core.model.base import Model
from profilegen.core.model.data import Figure, Observation
from profilegen.core.model.kinds import KINDS
from profilegen.core.model.kinds.programme import Round
from profilegen.core.model.sections import Section
from profilegen.core.registry import NameIndex

M = TypeVar("M", bound=Model)

_FIELDS: dict[type[Model], tuple[str, ...]] = {
    **{kind.model: kind.economies for kind in KINDS},
    Round: ("destinations",),
    Observation: ("economy",),
    Figure: ("economies",),
    Section: ("through",),
}
"""Where economies are named; a dispute has companies too, and a measure products."""


def with_codes(model: M, economies: NameIndex) -> M:
    """The same with the code of each economy in place of its name; other names stand as typed."""
    changed: dict[str, Any] = {}
    named = next((fields for kind, fields in _FIELDS.items() if isinstance(model, kind)), ())
    for field in type(model).model_fields:
        value = getattr(model, field)
        new = _coded(value, economies) if field in named else _inside(value, economies)
        if new is not value:
            changed[field] = new
    return model.model_copy(update=changed) if changed else model


def _coded(value: Any, economies: NameIndex) -> Any:
    if isinstance(value, str):
        return economies.key(value) or value
    if isinstance(value, dict):
        coded = {_coded(name, economies): item for name, item in value.items()}
        return coded if len(coded) == len(value) else value
    if isinstance(value, tuple):
        return tuple(_coded(name, economies) for name in value)
    return value


def _inside(value: Any, economies: NameIndex) -> Any:
    """A value with the models in it rewritten; the value itself where nothing changes."""
    if isinstance(value, Model):
        return with_codes(value, economies)
    if isinstance(value, tuple):
        items = tuple(_inside(item, economies) for item in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    if isinstance(value, dict):
        pairs = {key: _inside(item, economies) for key, item in value.items()}
        return pairs if any(pairs[key] is not value[key] for key in value) else value
    return value
