"""A file that is refused says why: whatever stands at whatever place of a form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest
from pydantic_core import ErrorDetails
from tests.quiet import quiet

from profilegen.check import model_validation as module
from profilegen.check.model_validation import validate
from profilegen.check.registry_reader import MODELS
from profilegen.core.diagnostic import Checked, Diagnostic
from profilegen.core.model.base import Model
from profilegen.core.model.profile import Profile
from profilegen.core.yaml_source import SourceTree, parse

WRONG: tuple[Any, ...] = (
    {}, [], None, [{}], [[]], [None], {"x": {}}, {"x": None}, "", 7, -0.5, True, "word",
)  # fmt: skip

Place = tuple[str | int, ...]


def places(annotation: Any, known: set[type]) -> Iterator[Place]:
    """Each place that a type has: a field of a model, an item of a list, a value by a key.

    A model that stands in several places is looked into at the first.
    """
    if isinstance(annotation, type) and issubclass(annotation, Model):
        fields = {} if annotation in known else annotation.model_fields
        known.add(annotation)
        for name, field in fields.items():
            yield (name,)
            yield from ((name, *rest) for rest in places(field.annotation, known))
        return
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        yield (0,)
        yield from ((0, *rest) for rest in places(parts[0], known))
    elif origin is dict:
        yield ("key",)
        yield from (("key", *rest) for rest in places(parts[1], known))
    else:
        for part in parts:
            yield from places(part, known)


def put(place: Place, value: Any) -> Any:
    """Data that has a value at a place, and nothing else."""
    for part in reversed(place):
        value = [value] if part == 0 else {part: value}
    return value


def tree_of(data: Any) -> SourceTree:
    read = parse(json.dumps(data).encode(), "JPN.yaml")
    assert read.value is not None, (data, read.diagnostics)
    return read.value


refused = quiet(validate)


@pytest.mark.parametrize("kind", ["profile", *MODELS])
@quiet
def test_each_form_says_why_it_refuses(kind: str) -> None:
    model: type[Model] = Profile if kind == "profile" else MODELS[kind]
    told = 0
    for place in dict.fromkeys(places(model, set())):
        for wrong in WRONG:
            checked = refused(tree_of(put(place, wrong)), model)
            assert checked.value is not None or checked.diagnostics, (place, wrong)
            assert all(d.message and d.hint and d.span.line for d in checked.diagnostics)
            told += bool(checked.diagnostics)
    assert told


@pytest.mark.parametrize(
    ("line", "column", "name"),
    [
        ("sources: {s: {}}", 11, "`s`"),
        ("history: [{}]", 11, "`history`, item 1,"),
        ("waivers: [{}]", 11, "`waivers`, item 1,"),
        ("industrial_strategy: {goals: {}}", 23, "`goals`"),
        ("industrial_strategy: {text: x, tables: {t: {}}}", 41, "`t`"),
        ("industrial_strategy: {text: x, figures: {t: {}}}", 42, "`t`"),
        ("industrial_strategy: {text: x, claims: [{}]}", 41, "`claims`, item 1,"),
        ("economic_treaties: {list: [{}]}", 28, "`list`, item 1,"),
    ],
)
def test_an_empty_mapping_is_one_finding_that_names_its_keys(
    line: str, column: int, name: str
) -> None:
    text = f"economy: JPN\nstatus: draft\nupdated: 2025\n{line}\n"
    read = parse(text.encode(), "JPN.yaml")
    assert read.value is not None
    (found,) = validate(read.value, Profile).diagnostics
    assert (found.code, found.span.line, found.span.column) == ("PG103", 4, column)
    assert found.message == f"{name} is empty."
    assert found.hint.startswith("Write `")


def test_a_record_that_is_empty_is_told() -> None:
    (found,) = validate(tree_of({"topics": {"new": {}}}), MODELS["topics"]).diagnostics
    assert (found.code, found.message) == ("PG103", "`new` is empty.")


def test_where_no_cause_is_found_all_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(tree: SourceTree, model: type[Model], details: list[ErrorDetails]) -> list[Any]:
        return []

    monkeypatch.setattr(module, "causes", none)
    assert validate(tree_of({"topics": {"new": {}}}), MODELS["topics"]).diagnostics


def test_nothing_without_a_reason_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="no finding"):
        Checked[Diagnostic](None)
