"""A profile's text as a tree: what the subset has, and what it refuses."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quiet import quiet

from profilegen.core.pandoc_citations import Citation, Cite, RichTextError, parse_citation
from profilegen.core.richtext import Emph, Link, Paragraph, Placement, Strong, Text, TextList
from profilegen.core.richtext_parser import parse, parse_inline


def inline(text: str) -> tuple[object, ...]:
    (block,) = parse(text).blocks
    assert isinstance(block, Paragraph)
    return block.children


def test_emphasis_links_and_citations_are_a_tree() -> None:
    assert inline("An *old* and **new** [page](https://a.org) <https://b.org>\nhere") == (
        Text("An "),
        Emph((Text("old"),)),
        Text(" and "),
        Strong((Text("new"),)),
        Text(" "),
        Link("https://a.org", (Text("page"),)),
        Text(" "),
        Link("https://b.org", (Text("https://b.org"),)),
        Text(" here"),
    )


def test_several_citations_stand_in_one_note() -> None:
    cite = Cite((Citation("a-1", "p 3"), Citation("b", "", "see")))
    assert inline("So. [@a-1, p 3; see @b]") == (Text("So."), cite)
    assert [str(c) for c in cite.citations] == ["@a-1, p 3", "see @b"]


@pytest.mark.parametrize("text", ["It says so [@a].", "It says so. [@a]", "It says so[@a]."])
def test_a_note_stands_behind_the_punctuation(text: str) -> None:
    assert inline(text) == (Text("It says so."), Cite((Citation("a"),)))


def test_a_note_within_emphasis_and_lists_is_found() -> None:
    found = parse("*It says [@a]*\n\n- one [@b]\n- two\n  1. three [@c]\n").citations()
    assert [citation.key for citation in found] == ["a", "b", "c"]


def test_a_placement_stands_between_paragraphs_whatever_is_around_it() -> None:
    blocks = parse("Before\n[[ table x ]]\nbehind").blocks
    assert [type(block) for block in blocks] == [Paragraph, Placement, Paragraph]
    assert blocks[1] == Placement("table x")


def test_the_words_alone_have_no_notes_and_a_line_a_block() -> None:
    text = parse("A *b* c [@a]\n\n- [one](https://a.org)\n- two\n\n[[goals]]\n")
    assert text.plain() == "A b c\none\ntwo"
    (_, listed, _) = text.blocks
    assert isinstance(listed, TextList)
    assert not listed.numbers


def test_quotation_marks_are_single_outside() -> None:
    assert parse("He said \"it's 'so'\".").plain() == "He said ‘it’s “so”’."


def test_what_looks_like_an_entity_or_a_definition_is_printed_as_typed() -> None:
    assert parse("R&amp;D").plain() == "R&amp;D"
    assert parse("[a]: https://a.org").plain() == "[a]: https://a.org"


@pytest.mark.parametrize(
    ("text", "kind", "snippet"),
    [
        ("# Head", "markup", "#"),
        ("Head\n====", "markup", "="),
        ("> quoted", "markup", ">"),
        ("---", "markup", "---"),
        ("```\ncode\n```", "markup", "code"),
        ("    code", "markup", "code"),
        ("some `code`", "markup", "code"),
        ("![an image](https://a.org/a.png)", "markup", "an image"),
        ("a <b>bold</b> word", "markup", "<b>"),
        ("<https://a.org> <script>", "markup", "<script>"),
        ("| a | b |\n| c | d |", "markup", "| a | b |"),
        ("- " * 20 + "deep", "markup", ""),
        ("*a " * 20 + "b* " * 20, "markup", ""),
        ("x" * 60_000, "markup", ""),
        ("'" * 1_000, "markup", ""),
        ("[page](javascript:x)", "markup", None),
        ("[page](a.html)", "address", "a.html"),
        ("[mail](mailto:a@b.org)", "address", "mailto:a@b.org"),
        ("[@a p 3]", "citation", "@a p 3"),
        ("[@a; ]", "citation", ";"),
        ("[@a", "citation", "[@a"),
        ("see @a here", "citation", "@a"),
        ("[@a-*b*]", "citation", "[@a-"),
        ("[x [@a] y](https://a.org)", "citation", None),
        ("a note[^1]", "citation", "[^1]"),
        ("the goals [[goals]] are", "placement", "[[goals]]"),
        ("the goals [[goals]", "placement", "[[goals]"),
        ("- [[goals]]", "placement", "[[goals]]"),
    ],
)
def test_what_the_subset_lacks_is_refused_and_named(
    text: str, kind: str, snippet: str | None
) -> None:
    if kind == "markup" and snippet is None:  # printed as it is typed: it is no link
        assert parse(text).plain() == text
        return
    with pytest.raises(RichTextError) as caught:
        parse(text)
    assert caught.value.kind == kind
    assert snippet is None or caught.value.snippet == snippet
    assert caught.value.snippet in text


@pytest.mark.parametrize("text", ["", "one\n\ntwo", "- a list", "[[goals]]"])
def test_a_line_is_one_paragraph(text: str) -> None:
    with pytest.raises(RichTextError):
        parse_inline(text)


def test_a_citation_is_read_with_and_without_its_sign() -> None:
    assert parse_citation("a") == parse_citation(" @a ") == Citation("a")
    assert parse_citation("cf @a_b.c, paras 3, 4") == Citation("a_b.c", "paras 3, 4", "cf")
    for text in ("", "@", "a b", "@a@b", "a-", ",", "@a p 3"):
        with pytest.raises(RichTextError):
            parse_citation(text)


@pytest.mark.parametrize("unit", ["[", "[@a", "![", "[[ ", "\"a'", "*a ", "- ", "<a", "`", "a\n\n"])
@quiet
def test_time_does_not_grow_with_the_square_of_a_text(unit: str) -> None:
    start = time.perf_counter()
    with contextlib.suppress(RichTextError):
        parse((unit * 50_000)[:49_000])
    assert time.perf_counter() - start < 20


@given(st.text(max_size=60) | st.text("ab [](){}@;,*_<>!#-`|^\\'\" \n", max_size=60))
def test_any_text_is_a_tree_or_a_finding(text: str) -> None:
    with contextlib.suppress(RichTextError):
        result = parse(text)
        assert result.raw == text
        assert "[@" not in result.plain() or "\\" in text
