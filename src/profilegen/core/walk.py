"""Every text and every value of a model with its path, in the order of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from profilegen.core.model.text_fields import Sourcing
from profilegen.core.pandoc_citations import Citation
from profilegen.core.richtext import RichText
from profilegen.core.yaml_source import KeyPath


def values(node: Any, path: KeyPath = ()) -> list[tuple[KeyPath, Any]]:
    """Each leaf that is not None with its path."""
    found: list[tuple[KeyPath, Any]] = []
    _gather(node, path, found)
    return found


def _gather(node: Any, path: KeyPath, found: list[tuple[KeyPath, Any]]) -> None:
    """Add the leaves below a node; generators within generators took three times as long."""
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            _gather(getattr(node, name), (*path, name), found)
    elif isinstance(node, tuple):
        for index, item in enumerate(node):
            _gather(item, (*path, index), found)
    elif isinstance(node, dict):
        for key, item in node.items():
            _gather(item, (*path, key), found)
    elif node is not None:
        found.append((path, node))


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
