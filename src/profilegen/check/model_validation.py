"""SourceTree -> Checked model. The only module that meets a Pydantic error.

Pydantic's error *types* are mapped to codes, never its English texts. One mistake gives one
finding: short forms are spelled out before validation, so that there is no union to fail twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from profilegen.check.expected_but_unsupported_forms import below_its_key
from profilegen.check.flow_mappings import empty_key
from profilegen.check.malformed_values import wrong_value
from profilegen.check.missing_keys import gap, missing_key
from profilegen.check.pydantic_error_causes import MAX_FINDINGS, causes
from profilegen.check.unknown_keys import Told, unknown_key, unknown_word
from profilegen.core.diagnostic import Checked, Diagnostic, Span, ordered
from profilegen.core.finding_codes import finding
from profilegen.core.model.base import Model
from profilegen.core.yaml_source import KeyPath, SourceTree

M = TypeVar("M", bound=Model)

MAX_ERRORS = 1_000
"""Pydantic's errors looked at."""

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
    "text_list": "PG122",
    "text_bullet": "PG114",
    "text_placement": "PG118",
    "text_address": "PG116",
    "text_figure": "PG121",
    "string_too_short": "PG111",
    "string_pattern_mismatch": "PG111",
    "too_short": "PG111",
    "too_long": "PG111",
    "value_error": "PG111",
    "count_without_number": "PG111",
    "greater_than_equal": "PG111",
    "less_than_equal": "PG111",
    "finite_number": "PG111",
}


def validate(tree: SourceTree, model: type[M]) -> Checked[M]:
    """Read a file's data as `model`. Diagnostics: PG101 to PG116, but for the sections' own."""
    if not isinstance(tree.data, dict):
        message = "The file holds no keys."
        return Checked(None, (finding("PG101", tree.span(()), message),))
    try:
        return Checked(model.model_validate(tree.data))
    except ValidationError as error:
        details = [d for one in error.errors(include_url=False)[:MAX_ERRORS] for d in _each(one)]
        told = sorted(causes(tree, model, details), key=lambda one: _span(tree, model, one))
        told = told or details  # what is refused is told, whatever
        return Checked(None, ordered(_diagnose(tree, model, d) for d in told[:MAX_FINDINGS]))


def _each(detail: ErrorDetails) -> Iterator[ErrorDetails]:
    """An error, and the other faults that the same text has."""
    yield detail
    for other in detail.get("ctx", {}).get("others", ()):
        yield {**detail, "type": f"text_{other['kind']}", "ctx": other}


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


def _span(tree: SourceTree, model: type[Model], detail: ErrorDetails) -> Span:
    """Where an error stands: at the value, at an unknown key, where a missing key belongs."""
    kind, loc = detail["type"], tuple(detail["loc"])
    if kind == "missing":
        return gap(tree, model, loc)[0]
    if kind == "extra_forbidden" or loc[-1:] == ("[key]",):
        return tree.key_span(loc)
    snippet = str(detail.get("ctx", {}).get("snippet", ""))
    return tree.find(loc, snippet) if snippet else tree.span(loc)


def _diagnose(tree: SourceTree, model: type[Model], detail: ErrorDetails) -> Diagnostic:
    kind, loc = detail["type"], tuple(detail["loc"])
    path = tree.descend(loc)
    code = _CODES.get(kind, "PG105")
    if code != "PG103" and loc[-1:] != ("[key]",) and tree.at(path) is None:
        code, (message, hint, fix) = "PG105", empty_key(tree, model, path)
        hint, fix = below_its_key(tree, path) or (hint, fix)
    else:
        message, hint, fix = _DESCRIBE.get(kind, wrong_value)(tree, model, loc, detail)
    return finding(code, _span(tree, model, detail), message, hint, place=_place(loc), fix=fix)


_DESCRIBE: dict[str, Callable[[SourceTree, type[Model], KeyPath, ErrorDetails], Told]] = {
    "missing": missing_key,
    "extra_forbidden": unknown_key,
    "literal_error": unknown_word,
    "enum": unknown_word,
}


def _place(loc: KeyPath) -> str:
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in loc)
