"""What is typed is printed: each letter, digit and sign, in page, PDF and comparison."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from html import unescape

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests import japan
from tests.golden_text import text_of
from tests.known import edition, resolved
from tests.pdf_tools import page_texts

from profilegen.check.all_profiles import load_registry
from profilegen.check.profile import CheckedProfile, check
from profilegen.core.pandoc_citations import RichTextError, parse_citation
from profilegen.core.registry import Registry
from profilegen.core.richtext import Paragraph, TextList
from profilegen.core.richtext_parser import parse
from profilegen.core.typography import curly, quoted
from profilegen.core.yaml_source import parse as parse_yaml
from profilegen.edition.resolving import Resolver
from profilegen.output import html, inline, pdf
from profilegen.output.compare_html import page_source
from profilegen.output.templates import environment
from profilegen.view.comparison.all_columns_and_rows import comparison_basis
from profilegen.view.comparison.comparison import comparison
from profilegen.view.comparison.model import Choice
from profilegen.view.profile.profile import profile_view
from profilegen.view.site.site_map import Site
from profilegen.view.text.running_text import run

AS_TYPED = (
    "grants by A*STAR to A*STAR, at 5*3*2 points; A* and B* grades",
    "Rate is 5% * and 7% * of GDP; _key_ sectors __init__, snake_case and ~5 and 10~",
    "R&D, AT&T, &amp; &lt; (c) (r) ... -- --- +- x^2 H~2~O $5 \\ C:\\path\\",
    "m² and 10⁻³, CO₂, 1½, № 5, ≤ 3 ≥ 2, #1, a|b, a<b, c>d, 3 < 4 > 2, {x}, [sic], [...]",
    "1986. A great year", "3. Third point", "5)", "+ 5% growth", "* An asterisk",
    "The law of\n1. January 2024 applies", "Am\n2. Quartal 2024", "it fell\n- by 5% - and\nrose",
    "in sum\n+ 3", "it is\n# 1 and\n> 5", "a line\\\nand the next", "a hard  \nbreak",
    "2*(3+4)*5 and A*", "an ***\nin the middle", "https://a.org/b_c*d*e?x=1&y='2'--z",
    "see www.a.org/b_c_d and info@meti.go.jp", "GNR-2024/000123/IND-POL/AUTO",
    "Industry.Ministry.Policy.Programme.Office", ".png, .jpg, .jpeg, .xlsm, .pptm",
    "«plan», „Plan“ and “plan”", "l'État, O'Brien, Hawai'i and Qur'an", "O`ahu",
    "Ωμέγα Жизнь Ærø", "W" * 400,
)  # fmt: skip
"""Paragraphs without a mark: all that is in them is printed."""


def fold(text: str) -> str:
    """Text without blanks, its quotation marks all one: their form is house style."""
    text = re.sub("[\u2018\u2019\u201c\u201d\"']", "'", unicodedata.normalize("NFC", text))
    return re.sub(
        "[\\s\u200b\u00ad\ufffe]+", "", text.replace("\u2010", "-").replace("\u2013", "-")
    )


def shown(page: str) -> str:
    return fold(unescape(re.sub(r"<[^>]*>", "", page)))


def three(text: str) -> tuple[str, str, str]:
    """The words of a text on screen, in print, and in a printed comparison's cell."""
    (block,) = parse(text).blocks
    assert isinstance(block, Paragraph)
    spans = run(block.children)
    cell = environment(None).from_string("{{ spans|paper }}")
    return (
        shown(inline.screen(spans)),
        shown(cell.render(spans=spans)),
        shown(cell.render(spans=spans, apart=True)),
    )


def test_what_is_no_mark_is_printed_as_typed() -> None:
    for text in AS_TYPED:
        assert three(text) == (fold(text),) * 3, text


LATIN = (
    "plan", "Ærø", "Жизнь", "Ωμέγα", "A*STAR", "5*3", "B*", "a_b", "_x_", "R&D", "&amp;", "m²",
    '12"', "6'2\"", "'90s", "firms'", "x^2", "~5", "~", "\\", "C:\\d", "(c)", "--", "...", "+-",
    "<3", "a<b", ">",
    "$5", "#1", "#", "e.g.", "1.", "3)", "31.", "-", "+", "*", "**", "=", "|", "{x}",
    "[sic]", "a/b", "!", "50%", "O'Brien", "1986.", "www.a.org/x_y", "10⁻³",
)  # fmt: skip
WORDS = (*LATIN, "産業", "ภาษา", "हिन्दी", "עברית", "العربية")


def refused(text: str) -> str:
    """The kind of mark for which a text is refused, or nothing."""
    try:
        parse(text)
    except RichTextError as error:
        return error.kind
    return ""


def paragraph(pieces: list[tuple[str, str]]) -> str:
    return "Then " + "".join(word + gap for word, gap in pieces).strip()


def as_typed_or_refused(pieces: list[tuple[str, str]]) -> None:
    text = paragraph(pieces)
    if kind := refused(text):
        assert kind in ("list", "markup")  # a list or a table that was surely meant
    else:
        assert three(text) == (fold(text),) * 3


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(" \n")), min_size=1, max_size=12))
@settings(max_examples=60)
def test_a_paragraph_of_such_words_is_printed_as_typed(pieces: list[tuple[str, str]]) -> None:
    as_typed_or_refused(pieces)


@pytest.mark.soak
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(" \n")), min_size=1, max_size=30))
@settings(max_examples=3_000)
def test_many_paragraphs_are_printed_as_typed(pieces: list[tuple[str, str]]) -> None:
    as_typed_or_refused(pieces)


SIGNS = "ab1 *_~^<>()#|\\&$'\"+=-.!?:;,/%²\n"


@given(st.text(SIGNS, min_size=1, max_size=40))
@example("- *a* b")
@example("1. a\n1. b")
@settings(max_examples=150)
def test_no_letter_digit_or_sign_is_lost_from_any_text(text: str) -> None:
    """Of the marks themselves (stars, a list's dash, an escape's backslash) any may go."""
    assume(text.strip())
    try:
        tree = parse(text)
    except RichTextError:
        return
    printed = "".join(map(_all_words, tree.blocks))
    marks = str.maketrans("", "", "*\\-\u2013")
    assert fold(printed).translate(marks) == fold(text).translate(marks)


def _all_words(block: object) -> str:
    if isinstance(block, TextList):
        marks = block.numbers or ("-",) * len(block.items)
        return "".join(
            mark + "".join(map(_all_words, item))
            for mark, item in zip(marks, block.items, strict=True)
        )
    assert isinstance(block, Paragraph)
    return "".join(getattr(child, "text", "") or _inner(child) for child in block.children)


def _inner(node: object) -> str:
    children = getattr(node, "children", ())
    return "".join(getattr(child, "text", "") or _inner(child) for child in children)


@given(st.text(SIGNS, max_size=40) | st.text(max_size=40))
def test_house_typography_keeps_each_sign_in_its_place(text: str) -> None:
    for form in (quoted(text), curly(text), curly(text, inside_quotes=True)):
        assert len(form) == len(text)
        assert re.sub("[\u2018\u2019\u201c\u201d]", "'", form).replace('"', "'").replace(
            "\u2013", "-"
        ) == re.sub("[\u2018\u2019\u201c\u201d]", "'", text).replace('"', "'").replace(
            "\u2013", "-"
        )


def test_quotation_marks_apostrophes_and_measures_are_as_meant() -> None:
    for typed, printed in {
        "In the '90s the firms' share fell.": "In the ’90s the firms’ share fell.",
        'Fabs for 12" wafers and 8" wafers': 'Fabs for 12" wafers and 8" wafers',
        "6'2\" tall, 6' wide": "6'2\" tall, 6' wide",
        '"for 12" wafers" he said': '‘for 12" wafers’ he said',
        "'Made in China' of the '10s is \"big\".": "‘Made in China’ of the ’10s is ‘big’.",
        "He said \"the 'chips' act\".": "He said ‘the “chips” act’.",
        "Rock 'n' roll, 'tis, 's-Hertogenbosch": "Rock ’n’ roll, ’tis, ’s-Hertogenbosch",
        "\"the firms' 'big' plan\"": "‘the firms’ “big” plan’",
        "Côte d'Ivoire's law; l'État; „Plan“": "Côte d’Ivoire’s law; l’État; „Plan“",
        "the class of '98 and 'new' aims": "the class of ’98 and ‘new’ aims",
        "rose in 'the 1980's'": "rose in ‘the 1980’s’",
        "https://a.org/'x'/b": "https://a.org/'x'/b",
    }.items():
        assert curly(typed) == printed
        assert parse(typed).plain() == printed
    assert curly("2019-2020, 2020-2019, 1234-5678, a/2019-2020") == (
        "2019–2020, 2020-2019, 1234-5678, a/2019-2020"
    )
    assert curly('a "b" c', inside_quotes=True) == "a “b” c"


def test_a_backslash_takes_a_mark_its_meaning() -> None:
    for typed, printed in {
        "\\*a* \\[@b] \\@c \\<b> \\`x`": "*a* [@b] @c <b> `x`",
        "\\- a": "- a",
        "1\\. a\n2\\. b": "1. a 2. b", "\\# a": "# a", "\\> a": "> a", "\\| a": "| a",
        "a \\- b \\# c \\n": "a \\- b \\# c \\n", '\\"a\\" \\\'b': "\"a\" 'b",
    }.items():  # fmt: skip
        assert parse(typed).plain() == printed


def test_a_list_begins_behind_an_empty_line_and_keeps_its_numbers() -> None:
    (listed,) = parse("5. a\n6. b\n   of\n   9. May\n\n10. c").blocks
    assert isinstance(listed, TextList)
    assert listed.numbers == ("5.", "6.", "10.")
    assert parse("3) a\n4) b").blocks[0].numbers == ("3)", "4)")  # type: ignore[union-attr]
    dashed = parse("- a\n- b\n  - c\n- of\n1. May").blocks[0]
    assert isinstance(dashed, TextList)
    assert [len(item) for item in dashed.items] == [1, 2, 1]
    assert not dashed.numbers


@pytest.mark.parametrize(
    ("text", "snippet"),
    [("The aims:\n- a", "- a"), ("aims\n- a\n- b", "- a"), ("aims\n1. a\n2. b", "1. a"),
     ("1. a\n1. b", "1. a"), ("* a\n* b", "* a"), ("- a\n  1. b\n  2. c", "1. b")],
)  # fmt: skip
def test_a_list_that_print_would_run_on_is_a_finding(text: str, snippet: str) -> None:
    with pytest.raises(RichTextError) as caught:
        parse(text)
    assert (caught.value.kind, caught.value.snippet) == ("list", snippet)


def test_each_citation_form_of_pandoc_is_cited_or_says_what_to_write() -> None:
    for text, cited in {
        "a [@a; @b]": ["@a", "@b"],
        "a [see @a, pp 3-4 and passim; also @b]": ["see @a, pp 3-4 and passim", "also @b"],
        "a [@{a}, {p 3}]": ["@a, p 3"],
        "a [@a][@b].": ["@a", "@b"],
    }.items():
        assert [str(c) for c in parse(text).citations()] == cited
    for text, hint in {
        "a [@a,@b]": "Write [@a; @b]",
        "a [@a, p 3, @b, p 4]": "Write [@a, p 3; @b, p 4]",
        "a [@a, p 3 @b]": "Write [@a, p 3; @b]",
        "a [@a and @b]": "Write [@a; @b]",
        "a [@a p 3]": "Write [@a, p 3]",
        "a [-@a]": "Write [@a]",
        "a [see -@a, p 3]": "Write [see @a, p 3]",
        "as @a [p 3] says": "Write [@a, p 3]; ",
        "as @a says": "Write [@a]; ",
        "as (@{a}) says": "Write [@a]; ",
        "a [[@a]]": "Write [@a]",
        "a [@a; p 3]": "Write [@a, p 3]",
        "a [@a": "Write [@a]",
        "a^[a note]": "Write [@key] for a source; ",
        "a[^1]": "Write [@key] or ",
    }.items():
        with pytest.raises(RichTextError) as caught:
            parse(text)
        assert caught.value.kind == "citation"
        assert caught.value.hint.startswith(hint), text
        assert caught.value.snippet in text


def test_what_a_hint_says_ends_the_matter() -> None:
    for inside in ("@a,@b", "@a, p 3, @b, p 4", "@a p 3", "-@a", "see @a and @b", "@a, p 3 and @b"):
        with pytest.raises(RichTextError) as caught:
            parse(f"a [{inside}]")
        written = caught.value.hint.removeprefix("Write [").removesuffix("]")
        assert all(parse_citation(item) for item in written.split(";"))


def by_chance() -> list[str]:
    """Paragraphs of words as they come, always the same ones."""
    chance = random.Random(11)
    drawn = (
        paragraph([(word, chance.choice(" \n")) for word in chance.choices(LATIN, k=14)])
        for _ in range(60)
    )
    return [text for text in drawn if not refused(text)]


TYPED = (*AS_TYPED, *by_chance())
PROFILE = {
    "economy": "ZAF", "status": "draft", "updated": "21 November 2026",
    "industrial_strategy": {
        "text": "\n\n".join(TYPED) + "\n\nEnd.[@a] [@b][@a, p 3]\n\n"
        "7. one\n8. two\n",
        "strategies": [
            {"title": 'Fab for 12" wafers, A*STAR and 5*3', "date": "2024", "source": "a"}
        ],
    },
    **{kind: {"not_researched": "Nobody."} for kind in (
        "digital_strategy", "constitutional_provisions", "regulatory_provisions",
        "economic_treaties", "plurilaterals", "proceedings")},
    "sources": {
        "a": {"type": "report", "title": "The '90s, 12\" wafers & A*STAR_x", "issued": "2020"},
        "b": {"type": "webpage", "title": "Site", "accessed": "1 May 2026",
              "url": "https://www.a.org/" + "economic_security_act=x/" * 12 + "end.pdf"},
    },
}  # fmt: skip


def checked(registry: Registry) -> CheckedProfile:
    tree = parse_yaml(json.dumps(PROFILE).encode(), "ZAF.yaml").value
    assert tree is not None
    result = check(tree, Resolver(registry))
    assert not [d for d in result.diagnostics if d.severity == "error"], result.diagnostics
    assert result.value is not None
    return result.value


def test_page_pdf_and_comparison_hold_what_a_profile_types() -> None:
    registry = load_registry(japan.PROFILES).value
    assert registry is not None
    profile = checked(registry).profile
    view = profile_view(resolved(profile, registry))
    printed = pdf.profile_pdf(view, japan.press(), "ZAF.yaml")
    assert printed.value is not None, printed.diagnostics
    material_ = comparison_basis(
        edition([profile, japan.collection().profiles[0].profile], registry)
    )
    compared = comparison(material_, Choice(("ZAF", "JPN"), (1,), ()))
    texts = {
        "page": fold(text_of(html.profile_page(view, site=Site()))),
        "pdf": fold("".join(page_texts(printed.value.data))),
        "comparison": fold(text_of(page_source(compared))),
    }
    url = PROFILE["sources"]["b"]["url"]  # type: ignore[index]
    title = 'Fab for 12" wafers, A*STAR and 5*3'
    for name, whole in texts.items():
        for text in (*TYPED, url, title, "The '90s, 12\" wafers & A*STAR_x", "7.one8.two"):
            assert fold(text) in whole, (name, text)
    calls = re.search(r"End\.(.*?)7\.one", texts["page"])
    assert calls is not None
    assert calls[1] == "1,2,3"
    assert "End.1,2,3" in texts["pdf"]
    assert "End.A1,A2,A3" in texts["comparison"]
