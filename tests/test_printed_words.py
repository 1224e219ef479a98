"""Straight marks become curly where words are printed, once, and nowhere else."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.japan import ROOT

from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Emph, Link, Text
from profilegen.core.richtext_parser import parse
from profilegen.output.chart import chart
from profilegen.output.curly_marks import READ, printed
from profilegen.output.inline import screen
from profilegen.output.search import search_data
from profilegen.output.templates import environment
from profilegen.view.blocks.chart import ChartView, Point
from profilegen.view.pages.search_index import Hit
from profilegen.view.text.nodes import Address, Native
from profilegen.view.text.running_text import line

TYPED, PRINTED = "Kim's 'plan' 2019-2020", "Kim’s ‘plan’ 2019–2020"
ADDRESS = "https://example.org/kim's?'a'=2019-2020"


def rendered(tmp_path: Path, template: str, name: str = "page.html", **options: object) -> str:
    (tmp_path / name).write_text(template, encoding="utf-8")
    html = environment(tmp_path).get_template(name).render(**options)
    environment.cache_clear()
    return html.replace("&#39;", "'")


def test_words_of_a_template_are_curly_and_its_addresses_are_not(tmp_path: Path) -> None:
    template = (
        '{% macro part(at) %}<b id="{{ at }}">{{ at }}</b>{% endmacro %}'
        '<p class="{{ t }}"{% if t %} lang="{{ t }}"{% else %} lang="en"{% endif %}'
        ' title="{{ t }}">'
        '<a href="x/{{ t }}#{{ t }}" aria-label="1: {{ t }}">{{ t if t }}</a>{{ t ~ "" }}'
        "<i data-code='{{ t }}'>{{ part(t) }}{{ none_such if false }}{{ 12 }}</i>"
        "{% set held %}{{ t }}{% endset %}{{ held }}</p>"
    )
    assert rendered(tmp_path, template, t=TYPED) == (
        f'<p class="{TYPED}" lang="{TYPED}" title="{PRINTED}">'
        f'<a href="x/{TYPED}#{TYPED}" aria-label="1: {PRINTED}">{PRINTED}</a>{PRINTED}'
        f"<i data-code='{TYPED}'><b id=\"{TYPED}\">{PRINTED}</b>12</i>{PRINTED}</p>"
    )


def test_a_template_that_is_no_page_prints_what_is_typed(tmp_path: Path) -> None:
    assert rendered(tmp_path, "title: {{ t }}", "new.yaml", t=TYPED) == f"title: {TYPED}"


def test_running_text_is_curly_and_its_addresses_are_not() -> None:
    html = screen((Text(TYPED), Link(ADDRESS, (Text(TYPED),)), Address(ADDRESS)))
    assert html.unescape().startswith(f'{PRINTED}<a href="{ADDRESS}">{PRINTED}</a>')
    assert re.sub(r"<[^>]*>", "", html).endswith(ADDRESS.replace("'", "&#39;"))
    assert "N'Djamena" in screen((Native("N'Djamena", "fr"),)).unescape()


def test_a_paragraph_keeps_the_marks_that_it_was_given_as_a_whole() -> None:
    text = parse("6' and '*the* plan' of 2019-2020, 12\"")
    nodes = line(text)
    assert printed(nodes) == text.plain() == "6' and ‘the plan’ of 2019-2020, 12\""
    assert any(isinstance(node, Emph) for node in nodes)


def test_pictures_and_data_are_curly() -> None:
    drawn = chart(
        ChartView(TYPED, "", "bar", (Point(TYPED, TYPED, None, 1.0, Words("1")),), anchor="a'b")
    )
    assert "Kim's" not in drawn.unescape()
    assert 'id="a\'b-title"' in drawn.unescape()
    found = search_data(
        [Hit(TYPED, TYPED, TYPED, Words("Law"), Words(TYPED), "x'y.html#2019-2020")]
    )
    assert json.loads(found[found.index("[") : found.rindex(")")]) == [
        [PRINTED, TYPED, TYPED, "Law", PRINTED, "x'y.html#2019-2020"]
    ]


class _Words(HTMLParser):
    """The texts of a page and its attributes that are read."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in ("script", "style")
        if ("http-equiv", "Content-Security-Policy") not in attrs:
            self.said += [value or "" for name, value in attrs if name in READ]

    def handle_endtag(self, tag: str) -> None:
        self.silent = False

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)


def straight(html: str) -> list[str]:
    page = _Words()
    page.feed(html)
    return [text for text in page.said if re.search("[^\\W\\d]'|['\"][^\\W\\d]", text)]


@pytest.mark.usefixtures("unmeasured")
def test_no_page_of_the_real_profiles_has_a_straight_mark(whole_site: Path) -> None:
    pages = sorted(whole_site.glob("*.html"))
    assert len(pages) > 20
    assert {
        page.name: found for page in pages if (found := straight(page.read_text("utf-8")))
    } == {}
    data = sorted((whole_site / "data" / "compare").glob("*.js"))
    assert len(data) > 20
    for file in data:
        text = file.read_text("utf-8")
        said = json.loads(text[text.index("(") + 1 : text.rindex(")")])
        assert [found for words in _strings(said) for found in straight(words)] == [], file.name


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return _strings(list(value.values()))
    if isinstance(value, list):
        return [text for item in value for text in _strings(item)]
    return [value] if isinstance(value, str) else []


def test_no_view_makes_marks_curly_by_hand() -> None:
    """But a title within quotation marks, which it knows of, and the digest of what is printed."""
    views = (ROOT / "src/profilegen/view").rglob("*.py")
    by_hand = {path.name: path.read_text("utf-8").count("curly(") for path in views}
    counted = {name: count for name, count in by_hand.items() if count}
    assert counted == {"oscola_parts.py": 1, "comparison.py": 1}
