"""No word decides anything: the pages in opaque tokens are built as the English ones are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

import pytest
from tests import shared
from tests.comparisons import compared
from tests.japan import PROFILES, ROOT
from tests.quiet import quiet

from profilegen.output import compare_html

_MEASURED = frozenset({"broken", "crowded", "held", "turned", "wide"})
"""Classes of tables and cells by the length of their words."""


class _Structure(HTMLParser):
    """Tags with what styles and links them, and the numbers of the text, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[int, str]] = []
        self.skipped = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipped = tag in ("script", "style")
        kept = " ".join(
            f"{name}={' '.join(parts)}"
            for name, value in attrs
            if name in ("class", "id", "href", "lang")
            and (parts := [part for part in (value or "").split() if part not in _MEASURED])
        )
        self.parts.append((self.getpos()[0], f"<{tag} {kept}>"))

    def handle_endtag(self, tag: str) -> None:
        self.skipped = False

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            numbers = re.findall(r"\d+", re.sub(r"q\w+q", "", data, flags=re.IGNORECASE))
            self.parts += [(self.getpos()[0], number) for number in numbers]


def structure(path: Path) -> list[tuple[int, str]]:
    parser = _Structure()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.parts


def unlike(english: Path, opaque: Path) -> Iterator[str]:
    """The first place of each page at which the two are built otherwise."""
    for path in sorted(english.glob("*.html")):
        pairs = zip_longest(structure(path), structure(opaque / path.name), fillvalue=(0, ""))
        for (line, one), (other_line, other) in pairs:
            if one != other:
                yield f"{path.name}:{line} {one}, in tokens:{other_line} {other}"
                break


@pytest.mark.usefixtures("unmeasured")
@quiet
def test_the_site_in_opaque_words_is_built_alike(whole_site: Path) -> None:
    def build(out: Path) -> None:
        command = [sys.executable, "-m", "tests.opaque_words", "build", "--profiles", str(PROFILES)]
        command += ["--only", "html", "--out", str(out)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    opaque = shared.folder("opaque", build)
    said = (opaque / "JPN.html").read_text(encoding="utf-8")
    assert re.search(r"qagreementx\d+q", said), "no word was replaced"
    assert list(unlike(whole_site, opaque)) == []


@pytest.mark.soak
@pytest.mark.usefixtures("unmeasured")
def test_a_comparison_in_opaque_words_is_laid_out_alike(tmp_path: Path) -> None:
    english, opaque = tmp_path / "english.html", tmp_path / "opaque.html"
    economies, sections = ("JPN", "KOR", "USA", "DEU", "EUU"), (1, 5, 7)
    page = compare_html.comparison_page(compared(*economies, sections=sections))
    english.write_text(page, encoding="utf-8")
    command = [sys.executable, "-m", "tests.opaque_words", "compare", *economies]
    command += ["--sections", "1,5,7", "--profiles", str(PROFILES), "-o", str(opaque)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    for file in (english, opaque):
        table, colophon, _ = file.read_text(encoding="utf-8").partition('<div class="colophon">')
        assert colophon, "what follows has a digest of the words"
        file.write_text(table, encoding="utf-8")
    assert "Listed in the profile" not in opaque.read_text(encoding="utf-8")
    assert structure(opaque) == structure(english)


# ------------------------------------------------------------ all words in one place

WORDLESS = (
    "output/chart",
    "output/compare_page_data",
    "output/compare_pdf",
    "output/compare_words",
    "output/compare_html",
    "output/html",
    "output/data_scripts",
    "output/search",
    "output/site_page",
    "output/timeline_svg",
    "view/authoring/coverage",
    "view/blocks",
    "view/comparison",
    "view/entries",
    "view/pages",
    "view/profile",
    "view/site",
    "view/text/running_text",
    "view/text/native_economy_names",
    "view/text/nodes",
)
"""Rooms and modules of `src/profilegen` in which no word for readers stands."""
WORDLESS_TEMPLATES = (
    "_data.html",
    "compare/_cell.html",
    "compare/_controls.html",
    "compare/_pieces.html",
    "compare/_signs.html",
    "compare/_table.html",
    "compare/file.html",
    "compare/live.html",
    "compare/print.html",
    "print/_blocks.html",
    "print/base.html",
    "print/figures.html",
    "print/matrix.html",
    "print/profile.html",
    "print/section.html",
    "screen/_choose.html",
    "screen/_contents.html",
    "screen/_end.html",
    "screen/_entry.html",
    "screen/_head.html",
    "screen/_list.html",
    "screen/_matrix.html",
    "screen/_menu.html",
    "screen/_section.html",
    "screen/_signs.html",
    "screen/base.html",
    "screen/disputes.html",
    "screen/figures.html",
    "screen/index.html",
    "screen/initiatives.html",
    "screen/matrix.html",
    "screen/profile.html",
    "screen/section.html",
    "screen/timeline.html",
    "screen/topics.html",
    "screen/treaties.html",
)
"""Templates in which none stands."""
TERMS = frozenset(
    {
        "by-record by-",
        "in:complainant",
        "in:respondent",
        "in:third party",
        "figure ",
        "in force",
        "per cent",
        "table ",
        "Text",
    }
)
"""Strings there that look like words and are none: names of fields, of states, of schemes."""
_WORD = re.compile(r"[^\W\d_]{2,}[ ,;:.][^\W\d_]|\s[^\W\d_]{2,}|[^\W\d_]{2,}\s|^[A-Z][a-z]{2,}$")
"""What is read and not looked up: two words, or one with a capital."""
_FILE = re.compile(r"<[^>]*>|[\w/.-]*\.(?:html|css|js)#?")
"""What is no word in a string: mark-up, and names of files."""


def said(path: Path) -> Iterator[str]:
    """Strings of a module that look like words: no docstrings, and nothing that is compared."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare | ast.Raise | ast.Assert | ast.AnnAssign)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for part in ast.walk(node)
        if not isinstance(node, ast.AnnAssign) or part is node.annotation
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            if id(node) not in silent and text not in TERMS and _WORD.search(_FILE.sub("", text)):
                yield f"{path.name}:{node.lineno} {text!r}"


@pytest.mark.parametrize("room", WORDLESS)
def test_no_words_stand_in(room: str) -> None:
    place = ROOT / "src" / "profilegen" / room
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    assert files
    assert [told for path in files for told in said(path)] == []


_CODE = re.compile(
    r"\{#.*?#\}|\{% block policy %\}[^\n]*|\{%.*?%\}|\{\{.*?\}\}"
    r"|<meta (?:http-equiv|name=.(?:viewport|color-scheme))[^>]*>"
    r"|<style>.*?</style>|<script.*?</script>",
    re.DOTALL,
)
_READ = re.compile(r'(?:aria-label|title|alt|placeholder|content)="([^"]*)"|>([^<>]+)<')


@pytest.mark.parametrize("name", WORDLESS_TEMPLATES)
def test_no_words_stand_in_the_template(name: str) -> None:
    text = (ROOT / "templates" / name).read_text(encoding="utf-8")
    code = [part for part in _CODE.findall(text) if part.startswith(("{%", "{{"))]
    quoted = [match for part in code for match in re.findall(r'"([^"]*)"', part)]
    told = [a or b for a, b in _READ.findall(f">{_CODE.sub('', text)}<")]
    words = [word for part in (*told, *quoted) if (word := _FILE.sub("", part).strip())]
    assert [word for word in words if _WORD.search(word) and word not in TERMS] == []
