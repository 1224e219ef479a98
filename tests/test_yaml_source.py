"""YAML as plain data with places: what is read, and what is refused where."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import japan
from tests.quiet import quiet

from profilegen.core.diagnostic import Checked, Span
from profilegen.core.yaml_edits import applied
from profilegen.core.yaml_source import PlainFloat, PlainInt, SourceTree, parse, read

JPN = japan.BASIS.read_text(encoding="utf-8")


def opened(text: str) -> Checked[SourceTree]:
    return parse(text.encode(), "f.yaml")


def tree(text: str) -> SourceTree:
    value = opened(text).value
    assert value is not None
    return value


def refusal(text: str) -> tuple[str, int, int, str]:
    """Code, line, column and message of a text's only finding."""
    (found,) = opened(text).diagnostics
    return found.code, found.span.line, found.span.column, found.message


def cut(text: str, span: Span) -> str:
    """The part of a text that a span covers."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    return "\n".join(lines)[span.column - 1 :]


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("true", True),
        ("010", 10),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("2025-07-18", "2025-07-18"),
        ("0x1F", "0x1F"),
        ("1.10", 1.1),
        (".inf", ".inf"),
        ("~", None),
        ("'1'", "1"),
    ],
)
def test_plain_values_follow_yaml_1_2(raw: str, value: object) -> None:
    assert tree(f"a: {raw}").data == {"a": value}


def test_an_unquoted_number_keeps_its_spelling() -> None:
    data = tree("a: 010\nb: 1.10").data
    assert isinstance(data["a"], PlainInt)
    assert isinstance(data["b"], PlainFloat)
    assert (data["a"].raw, data["b"].raw) == ("010", "1.10")


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: b: c", "PG005", 1, 5),
        ("a\nb: c", "PG005", 1, 1),
        ("a: b\nfoo\nc: d", "PG005", 2, 1),
        ("a: b\n  c: d", "PG005", 2, 3),
        ("a:\n  b: c\n d: e", "PG005", 3, 2),
        ("  a: b\nc: d", "PG005", 2, 1),
        ("a: - b", "PG005", 1, 4),
        ("a: |x\n  b", "PG005", 1, 5),
        ("a: [x\nb: y", "PG005", 1, 4),
        ("a: ]", "PG005", 1, 4),
        ("a: @b", "PG005", 1, 4),
        ("a: `b`", "PG005", 1, 4),
        ('a: "C:\\q"', "PG005", 1, 4),
        ("a: 'x\nb: y\n\n", "PG005", 1, 4),
        ('a: "x\nb: \'y\'\nc: "z"\n', "PG005", 1, 4),
        ("%FOO\na: b", "PG005", 1, 4),
        ("a: b\n...\nfoo", "PG005", 3, 1),
        ("a: *b*", "PG007", 1, 4),
        ("*a : b", "PG007", 1, 1),
        ("&a b: c", "PG007", 1, 1),
        ("!a b: c", "PG008", 1, 1),
        ("a: ! foo", "PG008", 1, 4),
        ("[a]: b", "PG013", 1, 1),
        ("'': b", "PG013", 1, 1),
        ("a: b\r\nc:\td", "PG004", 2, 3),
        ("a: b\rc: \x07", "PG014", 2, 4),
    ],
)
def test_a_refused_text_is_refused_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    assert refusal(text)[:3] == (code, line, column)


def test_no_message_speaks_the_parsers_language() -> None:
    texts = (
        "a: b: c",
        "a: [b",
        "a: 'b",
        "a: |x",
        "a: - b",
        "a: *b*",
        "- a\nb: c",
        "a: ]",
        "a\nb: c",
    )
    words = " ".join(refusal(text)[3] for text in texts)
    assert not any(word in words for word in ("mapping", "scalar", "token", "node", "stream"))


def test_of_keys_given_twice_in_one_place_the_first_is_told() -> None:
    assert refusal("a: 1\nb: 2\na: {c: [3]}\nb: 4")[:3] == ("PG006", 3, 1)


def test_a_byte_order_mark_and_carriage_returns_are_taken() -> None:
    assert tree("\ufeffa: b\r\nc: d\r\n").data == {"a": "b", "c": "d"}


def test_a_text_cut_off_at_a_hash_is_told_and_a_comment_is_not() -> None:
    (found,) = opened("a: Act #98 of 2013\nb: Act  # a comment\n").diagnostics
    assert (found.code, found.span.line, found.span.column) == ("PG012", 1, 8)


def test_a_file_that_is_not_there_is_a_finding() -> None:
    (found,) = read(Path("nowhere.yaml")).diagnostics
    assert found.code == "PG001"


def test_a_location_is_shortened_to_what_the_file_has() -> None:
    here = tree("list:\n  - RCEP\nsource: {container-title: A, URL: B}\n")
    assert here.descend(("list", 0, "name", "text")) == ("list", 0)
    assert here.descend(("source", "container_title")) == ("source", "container-title")
    assert here.descend(("source", "url")) == ("source", "URL")
    assert here.span(("list", 0, "name")) == Span("f.yaml", 2, 5, 2, 9)
    assert here.key_span(("list", 0)) == Span("f.yaml", 2, 5, 2, 9)


def test_a_whole_word_is_found_before_a_part_of_one() -> None:
    here = tree("text: |\n  [@meti-2022] and [@meti]\nnext: meti\n")
    assert here.find(("text",), "meti") == Span("f.yaml", 2, 22, 2, 26)
    assert here.find(("text",), "eti-2") == Span("f.yaml", 2, 6, 2, 11)
    assert here.find(("text",), "next") == here.span(("text",))


def test_a_tree_without_some_paths_keeps_the_places_of_the_rest() -> None:
    here = tree("list: [a, b, {c: d}]\nx: y\n")
    rest = here.without({("list", 0), ("x",)})
    assert rest.data == {"list": ["b", {"c": "d"}]}
    assert rest.span(("list", 0)) == here.span(("list", 1))
    assert rest.key_span(("list", 1, "c")) == here.key_span(("list", 2, "c"))


def site_pages(
    value: Any, path: tuple[str | int, ...] = ()
) -> list[tuple[tuple[str | int, ...], Any]]:
    if isinstance(value, dict):
        return [
            site_page for key, item in value.items() for site_page in site_pages(item, (*path, key))
        ]
    if isinstance(value, list):
        return [
            site_page
            for at, item in enumerate(value)
            for site_page in site_pages(item, (*path, at))
        ]
    return [(path, value)]


def check_spans(text: str) -> None:
    """Each scalar's text, read again by another reader, is the scalar; each key its key."""
    here = tree(text)
    for path, value in site_pages(here.data):
        if path and value not in ({}, []):
            part = cut(here.text, here.values[path])
            again = yaml.load(part, Loader=yaml.BaseLoader) if part.strip(" ") else ""
            said = getattr(value, "raw", value)
            assert again == ("" if said is None else said) or value in (None, True, False)
    for path, span in here.keys.items():
        part = cut(here.text, span)
        assert yaml.load(part, Loader=yaml.BaseLoader) == path[-1]


def test_every_span_of_the_first_profile_covers_its_value() -> None:
    here = tree(JPN)
    for path, value in site_pages(here.data):
        part = cut(here.text, here.values[path])
        if "\n" not in part:
            assert yaml.load(part, Loader=yaml.BaseLoader) == getattr(value, "raw", value)
    for path, span in here.keys.items():
        assert cut(here.text, span) == path[-1]


words = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cs", "Zl", "Zp"],
        exclude_characters="\ufeff\ufffe\uffff",
    ),
    max_size=12,
).filter(  # PyYAML writes these bare, and YAML 1.2 reads them as numbers
    lambda word: not re.fullmatch(r"[-+]?[\d.]+[eE][-+]?\d+", word)
)
keys = words.filter(bool)
scalars = words | st.integers(-(10**9), 10**9) | st.none() | st.booleans()
data = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(keys, inner), max_leaves=12
)


@given(st.dictionaries(keys, data, min_size=1), st.booleans())
@settings(max_examples=50)
@quiet
def test_spans_cover_their_values_and_the_data_comes_back(value: Any, flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=40)
    here = opened(text).value
    assert here is not None, opened(text).diagnostics
    assert here.data == value
    check_spans(text)


@given(st.text(max_size=80) | st.text("ab:-[]{}#&*!|>'\"%@` \n\t,?0", max_size=60))
def test_no_text_makes_a_traceback(text: str) -> None:
    result = parse(text.encode("utf-8", "replace"), "f.yaml")
    assert (result.value is None) == any(d.severity == "error" for d in result.diagnostics)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in result.diagnostics:
        assert 1 <= found.span.line <= len(lines)


@given(st.binary(max_size=60))
def test_no_bytes_make_a_traceback(raw: bytes) -> None:
    parse(raw, "f.yaml")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a:\n  list:\n    - RCEP\n    -CPTPP\n    - TPP\n", 4, "A dash without a space"),
        ("title: An act\nnumber:2005\nyear: 2005\n", 2, "A colon without a space"),
        ("a:\n  title: An act\n \u00a0year: 2005\n", 3, "A non-breaking space"),
    ],
)
def test_a_blank_that_is_missing_is_told_where_it_is_missing(
    text: str, line: int, message: str
) -> None:
    (found,) = opened(text).diagnostics
    assert (found.code, found.span.line) == ("PG005", line)
    assert found.message.startswith(message)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (rb"{\rtf1\ansi economy: JPN\par }", "a document of a word processor"),
        (b"PK\x03\x04\x14\x00[Content_Types].xml", "a document of Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a document of an old Word"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "a web page"),
        ("economy: JPN\n".encode("utf-16"), "UTF-16"),
        ("economy: JPN\n".encode("utf-16-le"), "UTF-16"),
        ("economy: JPN\n".encode("utf-16-be"), "UTF-16"),
    ],
)
def test_what_is_no_plain_text_is_called_by_its_name(raw: bytes, what: str) -> None:
    (found,) = parse(raw, "JPN.yaml").diagnostics
    assert (found.code, found.fix) == ("PG003", None)
    assert found.message.startswith(f"The file is {what}")
    assert found.hint.startswith("Save it")


def test_tabs_are_spaces_where_they_make_no_table() -> None:
    for text, spaces in (
        ("status:\tdraft\nupdated:\t2025\n", "status: draft\nupdated: 2025\n"),
        ("status: draft\t# a\nupdated: 2025\t# b\n", "status: draft  # a\nupdated: 2025  # b\n"),
        ("a: |\n  1.\tone\n  2.\ttwo\n", "a: |\n  1. one\n  2. two\n"),
        ("a: |\n  \u2022\tone\n  \u2022\ttwo\n", "a: |\n  \u2022 one\n  \u2022 two\n"),
    ):
        (found,) = parse(text.encode(), "JPN.yaml").diagnostics
        assert found.code == "PG004"
        assert found.fix is not None
        assert found.fix.safe
        assert applied(text.encode(), [found.fix]).decode() == spaces


def test_a_dash_within_a_wrapped_sentence_is_no_item() -> None:
    long = "A sentence of a profile that is broken where it has a dash, as editors do,"
    text = f"list:\n  - {long} of goods\n    - and of services - to others\n"
    assert parse(text.encode(), "JPN.yaml").diagnostics == ()
