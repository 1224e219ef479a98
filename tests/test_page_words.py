"""Words of the site's pages: templates and scripts ask for those that are there, and hold none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import pytest
from tests.test_compare_words import texts, tokens

import profilegen
from profilegen.core.program_files import TEMPLATES
from profilegen.output.html import SCRIPTS
from profilegen.output.templates import environment
from profilegen.view.wording.en import matrices

SAY = cast(dict[str, dict[str, Any]], environment().globals["say"])
OF_PAGES = (
    "pages note choose chosen search home section_page matrices disputes_page topics_page timeline"
    " figures_page"
).split()
"""What the site's pages say, by the names under which templates find it."""
MARKUP = "\n".join(
    path.read_text("utf-8") for room in ("screen", "print") for path in (TEMPLATES / room).glob("*")
    if path.suffix == ".html"
)  # fmt: skip
PYTHON = "\n".join(
    path.read_text("utf-8")
    for room in ("view", "output", "app")
    for path in (Path(profilegen.__file__).parent / room).rglob("*.py")
)
SCRIPT = {name: (TEMPLATES / "screen/js" / f"{name}.js").read_text("utf-8") for name in SCRIPTS}

NO_WORDS = {
    "notes": "note note-close note-text note-title note-links dialog div #note .call_a .text,_main "
    "a open true px role fixed nearest aria-labelledby aria-expanded aria-label main button click "
    "keydown Escape {label} h2 .n,_.return [id] id # data-says",
    "search": "search search-field search-told search-found NFKD script assets/search-data.js "
    "li a bdi native span focus input submit keydown Escape ArrowDown ArrowUp",
    "choose": "choose choose-told choose-clear input[type=search] details input[name=''] NFKC c k "
    "q %2C [data-row] data-row data-k hidden [hidden] shown [data-] data- td[data-c]:not([hidden],_"
    ".no) thead_[data-c]:not([hidden]) [data-count] tbody th input summary change submit click "
    "keydown Escape details[open] focusout popstate pageshow hashchange",
    "grid": "role grid aria-label tabindex a shown focusin focusout keydown th,_td ArrowLeft "
    "ArrowRight ArrowUp ArrowDown Home End Enter [hidden] group lit table.matrix "
    "tbody_tr:not(.group,_[hidden])_th",
}
"""Texts of the scripts that no reader sees: parts of the page, events, keys; a blank is `_`."""


@pytest.mark.parametrize("name", NO_WORDS)
def test_a_script_holds_no_word_of_its_own(name: str) -> None:
    allowed = {word.replace("_", " ") for word in NO_WORDS[name].split()}
    assert {said for said in texts(SCRIPT[name]) if "<" not in said} - allowed == {"use strict"}


def test_the_mark_up_of_a_note_holds_no_word() -> None:
    marked = [t[1:-1] for t in tokens(SCRIPT["notes"]) if "<" in t]
    assert re.sub(r"<[^>]*>|\\u\w{4}", "", "".join(marked)) == ""
    assert re.findall('(?:aria-label|title)="', "".join(marked)) == []


def test_every_word_that_a_template_asks_for_is_there() -> None:
    asked = set(re.findall(r"\bsay\.(\w+)\.(\w+)", MARKUP))
    asked -= {(group, key) for group, key in asked if f"view.say.{group}.{key}" in MARKUP}
    assert len(asked) > 80
    assert {(group, key) for group, key in asked if key not in SAY[group]} == set()
    own = set(re.findall(r"\bview\.say\.(\w+)", MARKUP))
    assert own - set(matrices.TREATIES) == set()


def test_no_word_has_the_name_of_a_method_of_its_table() -> None:
    names = {key for group in SAY.values() for key in group} | set(SAY) | set(matrices.TREATIES)
    assert names & set(dir(dict)) == set()


def test_every_word_is_asked_for() -> None:
    scripts = "\n".join(SCRIPT.values())
    whole = {"note", "chosen", "search"}  # scripts are given all of it
    unused = {
        (group, key)
        for group, table in SAY.items()
        for key in table
        if group in OF_PAGES
        and not re.search(rf"\bsay\.{group}\.{key}\b", MARKUP)
        and f'["{key}"]' not in PYTHON
        and not (group in whole and re.search(rf"\b(?:says|note)\.{key}\b", scripts))
        and group != "choose"
        and not key.startswith("converted")  # their keys are composed
    }
    assert unused == set()
    for key in {*matrices.TREATIES, *matrices.INITIATIVES}:
        assert f"view.say.{key}" in MARKUP or re.search(rf"\[[\"']{key}[\"']\]", PYTHON), key
