"""Every text and every value of a model with its path, in the order of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from profilegen.core.model.base import Sourcing
from profilegen.core.richtext import Citation, RichText
from profilegen.core.source import KeyPath


def values(node: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield each leaf that is not None with its path."""
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from values(getattr(node, name), (*path, name))
    elif isinstance(node, tuple):
        for index, item in enumerate(node):
            yield from values(item, (*path, index))
    elif isinstance(node, dict):
        for key, item in node.items():
            yield from values(item, (*path, key))
    elif node is not None:
        yield path, node


def texts(node: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, RichText]]:
    """Yield each rich text with its path."""
    for here, value in values(node, path):
        if isinstance(value, RichText):
            yield here, value


def citations(node: Any) -> Iterator[tuple[KeyPath, Citation]]:
    """Yield each citation with the path of its text or `source`."""
    for path, value in values(node):
        if isinstance(value, RichText):
            yield from ((path, citation) for citation in value.citations())
        elif isinstance(value, Sourcing):
            yield from ((path, citation) for citation in value.citations)
