"""The JSON Schema of a profile, for editors: what may stand where, with names to complete.

Pydantic writes most of it. What it cannot know is added: what a plain line stands for, the words
below each field (they are its description), and the names that the registries hold. A name is
offered, not demanded: what a registry lacks may be written out.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from profilegen.core.model.base import Model
from profilegen.core.model.profile import Profile
from profilegen.core.registry import Book, Registry

Schema = dict[str, Any]

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def profile_schema(registry: Registry) -> str:
    """The schema as JSON, the same for the same models and registries."""
    schema = Profile.model_json_schema()
    defs: Schema = schema["$defs"]
    models = {cls.__name__: cls for cls in _subclasses(Model)}
    for name, definition in (*defs.items(), ("Profile", schema)):
        cls = models.get(name.partition("_")[0])
        if cls:
            _describe(definition, cls)
    _complete(schema, registry)
    for name, definition in defs.items():
        cls = models.get(name.partition("_")[0])
        defs[name] = _plain_line(definition, cls.shorthand if cls else "")
    out = {"$schema": ADDRESS, "title": "Country profile", **_tidy(schema)}
    return json.dumps(out, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def _describe(definition: Schema, cls: type[Model]) -> None:
    """Give each property the docstring that stands below its field."""
    for base in reversed(cls.__mro__):
        if issubclass(base, Model):
            for field, words in docstrings(base).items():
                if field in definition.get("properties", {}):
                    definition["properties"][field]["description"] = words


def docstrings(cls: type) -> Mapping[str, str]:
    """The words below the fields of a class, by field."""
    body = next(
        node.body
        for node in _module(cls.__module__).body
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__.partition("[")[0]
    )
    found: dict[str, str] = {}
    for field, words in pairwise(body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(words, ast.Expr)
            and isinstance(words.value, ast.Constant)
        ):
            found[field.target.id] = inspect.cleandoc(str(words.value.value))
    return found


@cache
def _module(name: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[name]))


def _plain_line(definition: Schema, shorthand: str) -> Schema:
    """What a plain line (or list) may stand for: `- RCEP` is `- {name: RCEP}`."""
    if not shorthand:
        return definition
    return {"anyOf": [definition["properties"][shorthand], definition]}


def _complete(schema: Schema, registry: Registry) -> None:
    """Offer what the registries know."""
    defs: Schema = schema["$defs"]
    text = {"type": "string"}
    topic = {"$ref": "#/$defs/Topic"}
    names: dict[str, tuple[str, Book[Any]]] = {
        "Agreement": ("name", registry.agreements),
        "Initiative": ("name", registry.initiatives),
        "Dispute": ("case", registry.disputes),
    }
    for name, (field, book) in names.items():
        old = defs[name]["properties"][field]
        offered = {"anyOf": [{"enum": sorted(set(_names(book)))}, text]}
        defs[name]["properties"][field] = {**offered, **_told(old)}
    for definition in defs.values():
        properties = definition.get("properties", {})
        if "topics" in properties:
            many = {"type": "array", "items": topic}
            properties["topics"] = {"anyOf": [topic, many], **_told(properties["topics"])}
    defs["Topic"] = {"enum": sorted(set(_names(registry.topics)))}
    source = defs["Source"]["properties"]  # CSL's own spelling is taken too
    for key in [key for key in source if "_" in key]:
        source[key.replace("_", "-")] = source[key]
    source |= {key.upper(): source[key] for key in ("url", "doi")}
    economy = schema["properties"]["economy"]
    schema["properties"]["economy"] = {
        "enum": sorted(registry.economies.records),
        **_told(economy),
    }


def _names(book: Book[Any]) -> Iterator[str]:
    for key, record in book.records.items():
        yield from (key, *record.names)


def _told(old: Schema) -> Schema:
    return {key: old[key] for key in ("description", "examples") if key in old}


_NOISE = ("title", "default")


def _tidy(node: Any, *, names: bool = False) -> Any:
    """Leave out what an author cannot use, and allow what YAML and profiles allow.

    An empty value is refused (PG105), so `null` goes; a number may stand where a text does
    (`volume: 12`), and one item where a list does.
    """
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {
        key: _tidy(value, names=key in ("properties", "$defs"))
        for key, value in node.items()
        if names or key not in _NOISE
    }
    if names:
        return result
    options = [option for option in result.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        rest = {key: value for key, value in result.items() if key != "anyOf"}
        result = {**options[0], **rest}
    elif options:
        result["anyOf"] = options
    if result.get("type") == "string" and not result.keys() & {
        "enum",
        "pattern",
        "format",
        "const",
    }:
        result["type"] = ["string", "number"]
    if result.get("type") == "array" and "items" in result:
        told = {key: result.pop(key) for key in ("description", "examples") if key in result}
        result = {"anyOf": [result["items"], result], **told}
    return result


def _subclasses(cls: type[Model]) -> Iterator[type[Model]]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _subclasses(sub)
