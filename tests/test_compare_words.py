"""What compare.html says and counts by is written once, in Python: its scripts hold none of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.as_text import words
from tests.comparisons import basis, compared
from tests.pdf_tools import bare
from tests.site_tools import until

from profilegen.core.dates import Date
from profilegen.core.program_files import TEMPLATES
from profilegen.output import compare_html, compare_words
from profilegen.view.comparison.comparison import comparison
from profilegen.view.comparison.model import Choice
from profilegen.view.wording.en import compare_page, compared_cells
from profilegen.view.wording.en import comparison as wording

SCRIPTS = {p.stem: p.read_text("utf-8") for p in (TEMPLATES / "compare" / "js").glob("*.js")}
LIVE = (TEMPLATES / "compare" / "live.html").read_text("utf-8")

TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/"""
    r"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<![\w.])\d[\d_.]*""",
    re.DOTALL,
)
"""Comments, texts and numbers of a script."""

NO_WORDS = {
    "the address and what it chooses": "c s t q e show all shared different file:",
    "names of data, and files that hold it": "data/compare/.js rows- indicators data-n= "
    "/compare.html .html",
    "events and keys": "change click focusout hashchange input keydown Enter Escape Delete",
    "elements and attributes": "a button div main script td textarea th tr href "
    "aria-activedescendant aria-expanded text/html nearest",
    "parts of the page": "#add #chips_.base-button #picker,_#add #result .code .title "
    "[data-code] [data-does] input[name='show'] active remove count-all count-shared "
    "count-different option-",
    "a sign": "age",
    "what a button does": "copy copy-citation",
    "how letters and quotation marks are written": "NFKC &quot;",
}
"""Texts of the scripts that no reader sees, and what they are; a blank in one is written `_`."""

NO_RULES = {"260": "pixels", "50": "milliseconds", "10_000": "milliseconds"}
"""Numbers of the scripts beyond 0 and 1, and of what they are."""


def tokens(text: str) -> Iterator[str]:
    """The texts and numbers of a script as they are written."""
    for match in TOKEN.finditer(text):
        if not match[0].startswith("/"):
            yield match[0]


def literal(token: str) -> str:
    """What a text says itself, beside what is put into it."""
    said = re.sub(r"\$\{[^}]*\}", "", token[1:-1]) if token[0] == "`" else token[1:-1]
    return said.replace("\\n", "").replace('"', "'").strip()


def texts(*scripts: str) -> set[str]:
    """The texts of scripts that hold letters."""
    return {
        said
        for script in scripts
        for token in tokens(script)
        if not token[0].isdigit() and re.search(r"[^\W\d_]", said := literal(token))
    }


def ids(page: str) -> set[str]:
    """The ids of a page's elements, by which its scripts find them."""
    return set(re.findall(r'id="([^"{]+)"', page))


def test_the_scripts_hold_no_words_of_their_own() -> None:
    allowed = {w.replace("_", " ") for group in NO_WORDS.values() for w in group.split()}
    found = texts(*SCRIPTS.values())
    assert len(found) > 60, "the walk finds too little"
    assert found - ids(LIVE) - allowed == set()
    assert allowed - found == set(), "allowed and not there"


def test_the_tray_of_the_first_page_holds_neither_words_nor_limits() -> None:
    script = (TEMPLATES / "screen" / "js" / "tray.js").read_text("utf-8")
    index = (TEMPLATES / "screen" / "index.html").read_text("utf-8")
    no_words = {"use strict", "string", ".pick", ".pick input", "b", "compare.html#c="}
    events = {"change", "keydown", "click", "pageshow", "Enter"}
    assert texts(script) - ids(index) == no_words | events
    assert {t for t in tokens(script) if t[0].isdigit()} <= {"0"}


def test_the_scripts_hold_no_mark_up() -> None:
    assert {said for said in texts(*SCRIPTS.values()) if "<" in said} == set()


def test_the_scripts_hold_no_limits() -> None:
    numbers = {t for text in SCRIPTS.values() for t in tokens(text) if t[0].isdigit()}
    assert numbers - {"0", "1"} == set(NO_RULES)


def test_the_page_holds_no_words_of_its_own() -> None:
    filled = r"\{#.*?#\}|\{% block policy %\}.*?\n|\{%.*?%\}|\{\{.*?\}\}"
    own = re.sub(filled, "", LIVE, flags=re.DOTALL)
    assert re.search(r"[^\W\d_]", re.sub(r"<[^>]*>", "", own)) is None
    told = re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', own)
    assert len(told) > 4 and not any(told)


WORDS = {
    "comparison": wording.SAY,
    "comparison_file": wording.FILE,
    "compared_cells": compared_cells.SAY,
    "signs": compared_cells.SIGNS,
    "compare_page": compare_page.SAY,
    "compare_controls": compare_page.CONTROLS,
}
"""The words of comparisons, by the name under which templates find them."""


def test_every_word_is_used_and_every_word_that_is_used_is_there() -> None:
    data = json.loads(compare_words.words_script().removeprefix("profilegen.words(")[:-3])
    scripts = "\n".join(SCRIPTS.values())
    for name in ("marks", "rules"):
        assert set(re.findall(rf"\b{name}\.(\w+)", scripts)) == set(data[name])
    used = {name: set(re.findall(rf"\b{name}\.(\w+)", scripts)) for name in ("say", "counted")}
    for name, keys in used.items():
        assert keys - set(data[name]) == set()
    templates = "\n".join(p.read_text("utf-8") for p in (TEMPLATES / "compare").glob("*.html"))
    python = "\n".join(
        path.read_text("utf-8")
        for room in ("view/comparison", "view/wording/en", "output")
        for path in Path(compare_html.__file__).parents[1].joinpath(room).glob("*.py")
    )
    written = set(re.findall(r'"(\w+)"(?!: )', python))
    assert set(wording.COUNTED) - used["counted"] - written == set()
    for name, there in WORDS.items():
        in_templates = set(re.findall(rf"\bsay\.{name}\.(\w+)", templates))
        assert in_templates - set(there) == set()
        roles = {"parties", "complainant", "respondent", "third_parties"}
        assert set(there) - in_templates - used["say"] - written - roles == set()


def test_a_template_finds_the_words_and_no_method_of_their_table() -> None:
    assert {key for there in WORDS.values() for key in there} & set(dir(dict)) == set()


def opened(chromium: Browser, site: Path, economies: tuple[str, ...], section: int) -> Page:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{(site / 'compare.html').as_uri()}#c={','.join(economies)}&s={section}")
    until(page, "document.body.dataset.shown === written(chosen())")
    return page


@pytest.mark.browser
@pytest.mark.parametrize("economies", [("JPN", "KOR", "USA"), ("DEU", "KOR", "JPN", "USA")])
@pytest.mark.parametrize("section", [1, 5, 7])
def test_heads_groups_and_sentence_are_pythons(
    whole_site: Path, chromium: Browser, economies: tuple[str, ...], section: int
) -> None:
    page = opened(chromium, whole_site, economies, section)
    view = compared(*economies, sections=(section,))
    own = view.sections[0]
    assert page.inner_text("#sentence") == words(view.summary)
    groups = [f"{group.title}: {len(group.rows)}" for group in own.groups]
    if own.figures:
        groups.append(f"{wording.SAY['figures']}: {len(own.figures)}")
    assert page.locator("#table tr.group").all_inner_texts() == groups
    page_text = compare_html.comparison_page(view)
    said = re.sub("<[^>]*>", "", page_text.partition("<thead>")[2].partition("</thead>")[0])
    assert bare(page.locator("#table thead").inner_text()) == bare(said)
    legend = page.locator("#legend li").all_inner_texts()
    assert legend == [page.evaluate("s => profilegen.data.said[s]", s) for s in own.legend]
    page.close()


@pytest.mark.browser
def test_ages_are_pythons(whole_site: Path, chromium: Browser) -> None:
    economies = ("JPN", "KOR", "USA", "DEU")
    dates = {"JPN": Date(2025, 7, 18), "KOR": Date(2026, 1, 2), "USA": Date(2026, 6, 30)}
    real = basis()
    columns = {
        code: replace(column, updated=dates.get(code, column.updated))
        for code, column in real.columns.items()
    }
    view = comparison(replace(real, columns=columns), Choice(economies, (5,)))
    page = opened(chromium, whole_site, economies, 5)
    told = page.evaluate(
        """months => {
          for (const one of profilegen.data.places) one.month = months[one.code] ?? one.month;
          return chosen().economies.map((_, at) => age(chosen(), at));
        }""",
        {code: date.last[0] * 12 + date.last[1] for code, date in dates.items()},
    )
    page.close()
    assert told == [column.age for column in view.columns]
    assert told == [*told[:3], ""] and told[0] == "up to 16 months older than columns B, C and D"
