"""JSON Schemas. That of a profile, for editors: what may stand where, with names to complete.

Pydantic writes most of it. What it cannot know is added: what a plain line stands for, the words
below each field (they are its description), and the names that the registries hold. A name is
offered, not demanded: what a registry lacks may be written out. `written_schema` is for what the
program writes itself.
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

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from profilegen.core.model.base import Model
from profilegen.core.model.field_schemas import Schema
from profilegen.core.model.kinds import KINDS
from profilegen.core.model.profile import Profile
from profilegen.core.registry import KnownNames, NameIndex

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def profile_schema(known: KnownNames) -> str:
    """The schema as JSON, the same for the same models and registries."""
    schema = Profile.model_json_schema()
    defs: Schema = schema["$defs"]
    _describe_all(schema, Profile)
    _complete(schema, known)
    for name, definition in defs.items():
        cls = _model_of(name)
        defs[name] = _plain_line(definition, cls.shorthand if cls else "")
    return _text("Country profile", _tidy(schema))


def written_schema(model: type[Model], title: str) -> str:
    """The schema of what the program itself writes of a model: one form of each thing, no null."""
    schema = model.model_json_schema(mode="serialization", schema_generator=_AsWritten)
    _describe_all(schema, model)
    return _text(title, schema)


class _AsWritten(GenerateJsonSchema):
    """Pydantic's schema without titles that repeat names, and without what is left out: null."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        if isinstance(schema.get("default"), bool | int | str):
            return super().default_schema(schema)
        return self.generate_inner(schema["schema"])  # an empty list or record is left out as well


def _text(title: str, schema: Schema) -> str:
    out = {**schema, "$schema": ADDRESS, "title": title}
    first = {key: out[key] for key in ("$schema", "title")}
    return json.dumps({**first, **out}, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def _model_of(name: str) -> type[Model] | None:
    """The model behind the name of a definition; `EntryList_Goal_` is one of EntryList."""
    plain = name.partition("_")[0]
    return next((cls for cls in _subclasses(Model) if cls.__name__ == plain), None)


def _describe_all(schema: Schema, cls: type[Model]) -> None:
    _describe(schema, cls)
    for name, definition in schema["$defs"].items():
        if model := _model_of(name):
            _describe(definition, model)


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


def _complete(schema: Schema, known: KnownNames) -> None:
    """Offer what the registries know."""
    defs: Schema = schema["$defs"]
    text = {"type": "string"}
    topic = {"$ref": "#/$defs/Topic"}
    for kind in KINDS:
        if kind.records:
            fields = defs[kind.model.__name__]["properties"]
            offered = {"anyOf": [{"enum": sorted(set(_names(known.of_entries[kind.model])))}, text]}
            fields[kind.model.heading] = {**offered, **_told(fields[kind.model.heading])}
    for definition in defs.values():
        properties = definition.get("properties", {})
        if "topics" in properties:
            many = {"type": "array", "items": topic}
            properties["topics"] = {"anyOf": [topic, many], **_told(properties["topics"])}
    defs["Topic"] = {"enum": sorted(set(_names(known.topics)))}
    source = defs["Source"]["properties"]  # CSL's own spelling is taken too
    for key in [key for key in source if "_" in key]:
        source[key.replace("_", "-")] = source[key]
    source |= {key.upper(): source[key] for key in ("url", "doi")}
    economy = schema["properties"]["economy"]
    schema["properties"]["economy"] = {
        "enum": sorted(known.economies.spoken),
        **_told(economy),
    }


def _names(known: NameIndex) -> Iterator[str]:
    for key, spoken in known.spoken.items():
        yield from (key, *spoken)


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
