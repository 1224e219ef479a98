"""Data as checked models: one mistake is one finding, at its place, in plain words."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import japan
from tests.quiet import quiet

from profilegen.check.all_profiles import load_registry
from profilegen.check.model_validation import salvage, validate
from profilegen.check.profile import check
from profilegen.check.pydantic_error_causes import MAX_FINDINGS
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.profile import Profile
from profilegen.core.yaml_source import SourceTree, parse
from profilegen.edition.resolving import Resolver

PROFILES = Path(__file__).parent.parent / "profiles"
JPN = japan.BASIS.read_text(encoding="utf-8")
HEAD = "economy: JPN\nstatus: draft\nupdated: 18 July 2025\n"


def tree(text: str) -> SourceTree:
    opened = parse(text.encode(), "JPN.yaml")
    assert opened.value is not None, opened.diagnostics
    return opened.value


def findings(text: str) -> list[Diagnostic]:
    return list(validate(tree(text), Profile).diagnostics)


def only(text: str) -> tuple[str, str, str]:
    """Code, message and hint of the only finding of a profile that goes on with `text`."""
    (found,) = findings(HEAD + text)
    return found.code, found.message, found.hint


@pytest.mark.parametrize(
    ("text", "code", "message", "hint"),
    [
        ("title: true", "PG105", "`title` should be a text.", 'put it in quotes: "true"'),
        ("title: {METI: a title}", "PG105", "`title` should be a text.", "colon in it"),
        ("number: many", "PG105", "`number` should be a whole number.", ""),
        ("number: 1.5", "PG105", "`number` should be a whole number.", ""),
        ("number: 10000", "PG111", "`number` has to be at most 9999.", ""),
        ("title: ''", "PG111", "`title` is empty.", "remove the key"),
        ("waivers: [{finding: PG2, at: a, reason: b}]", "PG111", '"PG2" cannot', "PG217"),
        ("sources: {a b: {type: book, title: A}}", "PG111", '"a b" cannot', "one word"),
        ("sources: {author: {type: book, titel: A}}", "PG104", "`titel`", "`title`"),
        ("sources: {a: {type: bok, title: A}}", "PG106", '"bok"', 'Did you mean "book"?'),
        ("language: [en]", "PG106", "A list is not one of the words", "Known: en."),
        ("language: {a: b}", "PG106", "A group of keys is not", "Known: en."),
        ("language: 1.10", "PG106", '"1.10" is not one of', "Known: en."),
        ("sources: {a: {type: book, title: A, issued: no}}", "PG109", '"no"', "or 2025-07-18."),
        ("sources: {a: {type: book, title: A, issued: not stated}}", "PG109", "", "remove it"),
        ("sources: {a: {type: book, title: A, issued: [1]}}", "PG109", "not a date", ""),
        ("proceedings: {checked: soon}", "PG109", '"soon"', "`not stated`"),
        ("proceedings: {text: ' '}", "PG111", "`text` is empty.", ""),
        ("proceedings: {text: [a]}", "PG105", "`text` should be a text.", ""),
        ("proceedings: {counts: [{forum: ICSID}]}", "PG111", "ICSID needs", "Write {forum"),
        ("proceedings: {counts: {forum: WTO, complainant: 1}}", "PG105", "a list", ""),
        ("proceedings: {disputes: {case: DS44}}", "PG103", "is a list", "'- '"),
        ("proceedings: {disputes: {list: []}}", "PG111", "`list` is empty.", ""),
        ("proceedings: {disputes: [{DS44: Japan}]}", "PG104", "`DS44`", "Write `- case: DS44`"),
        ("history: [{day: 1, who: A}]", "PG104", "`day`, `who` are not keys", "Known here"),
        ("authors: [~]", "PG105", "`authors`, item 1, is empty.", "Write the value"),
        ("sources: {a: {type: book, title: A, author: {given: B}}}", "PG111", "either", ""),
        ("regulatory_provisions: {source: [1.5, true], list: [A]}", "PG105", "source's key", ""),
        ("sources: {a: {type: book, title: A, url: 5}}", "PG116", '"5" is no web address', ""),
        ("sources: {a: {type: book, title: A, url: [b]}}", "PG105", "should be a text", ""),
    ],
)  # fmt: skip
def test_a_mistake_of_form_is_one_finding_in_plain_words(
    text: str, code: str, message: str, hint: str
) -> None:
    found = only(text)
    assert found[0] == code
    assert message in found[1]
    assert hint in found[2]


def test_a_missing_key_is_told_where_it_belongs() -> None:
    (found,) = findings(HEAD + "history:\n  - date: 2025\n    what: All.\n")
    assert (found.code, found.span.line) == ("PG103", 5)
    assert "below `date`" in found.message


def test_a_file_with_very_many_mistakes_tells_the_first() -> None:
    text = HEAD + "history:\n" + "  - {date: never, by: A, what: B}\n" * (MAX_FINDINGS + 5)
    found = findings(text)
    assert len(found) == MAX_FINDINGS
    assert found[0].span.line == 5


def test_what_cannot_be_read_does_not_hide_errors_elsewhere() -> None:
    registry = load_registry(PROFILES).value
    assert registry is not None
    text = HEAD + "numbr: 1\neconomic_treaties:\n  list:\n    - RCPE\n    - {name: TPP, nots: A}\n"
    found = check(tree(text), Resolver(registry)).diagnostics
    assert [(d.code, d.span.line) for d in found] == [("PG104", 4), ("PG211", 7), ("PG104", 8)]


def test_nothing_is_salvaged_where_a_profile_lacks_its_economy() -> None:
    assert salvage(tree("status: draft\nupdated: 2025\n"), Profile) is None


def dumped(profile: Profile) -> str:
    data = profile.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def test_a_profile_that_is_dumped_and_loaded_is_the_same() -> None:
    profile = validate(tree(JPN), Profile).value
    assert profile is not None
    assert validate(tree(dumped(profile)), Profile).value == profile


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, item in inner:
        found.append((*here, key))
        if isinstance(item, dict | list):
            found += paths(item, (*here, key))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return getattr(value, "raw", value)


DATA = _plain(tree(JPN).data)
PATHS = paths(DATA)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["not stated", "in text", "2025", "JPN", "[@a", "DS44"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["list", "title", "name", "source", "x"]), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@given(st.sampled_from(PATHS), anything, st.booleans())
@settings(deadline=None, max_examples=50)
@quiet
def test_no_value_at_any_place_makes_a_traceback(
    path: tuple[Any, ...], value: Any, remove: bool
) -> None:
    data = copy.deepcopy(DATA)
    parent = data
    for part in path[:-1]:
        parent = parent[part]
    if remove:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    looked_at(yaml.safe_dump(data, allow_unicode=True))


@quiet
def looked_at(text: str) -> None:
    opened = parse(text.encode(), "JPN.yaml")
    if opened.value is not None:
        result = check(opened.value, Resolver(load_once()))
        if result.value is not None:
            again = validate(tree(dumped(result.value.profile)), Profile)
            assert again.value == result.value.profile


@given(st.data())
@settings(deadline=None, max_examples=50)
@quiet
def test_no_edit_of_a_profile_makes_a_traceback(draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, len(JPN)))
    end = draw.draw(st.integers(at, min(len(JPN), at + 30)))
    new = draw.draw(st.text(":-[]{}#&*!|>'\"%@` \nax0", max_size=6))
    looked_at(JPN[:at] + new + JPN[end:])


_LOADED: list[Any] = []


def load_once() -> Any:
    if not _LOADED:
        _LOADED.append(load_registry(PROFILES).value)
    return _LOADED[0]
