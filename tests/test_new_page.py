"""A page more is a module, its words, its templates and a line in the list: all else follows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests import japan
from tests.few_pages import save
from tests.pdf_tools import bare, page_texts
from tests.site_tools import lost_links, read

MODULE = '''\
"""The page of all sources, economy by economy."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.reader_text_type import Words
from profilegen.view.pages.page import Page, PdfForm, SiteContent
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.wording.en.pages import ABOUT, LINKS


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The titles of what each profile cites."""

    frame: Frame
    title: Words
    economies: tuple[tuple[str, tuple[str, ...]], ...]


def _view(of: SiteContent) -> SourcesView:
    titles = ((p.economy, tuple(s.title for s in p.sources.values())) for p in of.edition.profiles)
    return SourcesView(frame(of.edition.series, of.edition.as_of), LINKS["sources"], tuple(titles))


def _headings(view: SourcesView) -> dict[str, tuple[str, ...]]:
    return {code: (code,) for code, _ in view.economies}


PAGE = Page(
    "sources",
    LINKS["sources"],
    summary=ABOUT["sources"],
    view=_view,
    template="screen/sources.html",
    pdf=PdfForm("print/sources.html", _headings),
)
'''

LIST = """\
{% for code, titles in view.economies %}
<h2 id="{{ code }}">{{ code }}</h2>
<ul>
{% for title in titles %}
<li>{{ title }}</li>
{% endfor %}
</ul>
{% endfor %}
{% endblock %}
"""

SCREEN = """\
{% extends "screen/base.html" %}
{% block title %}{{ view.title }}: {{ view.frame.series }}{% endblock %}
{% block description %}{{ view.title }}, {{ view.frame.subtitle }}{% endblock %}
{% block main %}
<h1>{{ view.title }}</h1>
{% if here in site.printed %}
<p><a href="pdf/{{ here }}.pdf" type="application/pdf">{{ say.pages.pdf }}</a></p>
{% endif %}
"""

PRINT = """\
{% extends "print/base.html" %}
{% block main %}
<h1 data-name="{{ view.title }}" data-standing="{{ without }}">{{ view.title }}</h1>
"""

ADDED = {
    "src/profilegen/view/pages/sources.py": MODULE,
    "templates/screen/sources.html": SCREEN + LIST,
    "templates/print/sources.html": PRINT + LIST,
}
TABLE = "src/profilegen/view/pages/__init__.py"
WORDS = "src/profilegen/view/wording/en/pages.py"
LINES = {
    TABLE: (
        ("    section_page,\n", "    sources,\n"),
        ("    figures_page.PAGE,\n", "    sources.PAGE,\n"),
    ),
    WORDS: (
        ('        "figures": "Figures",\n', '        "sources": "Sources",\n'),
        ("ABOUT = table(\n    {\n", '        "sources": "What the profiles rest on.",\n'),
    ),
}
"""What stands in files that are there already: each line, and that behind which it stands."""


def with_the_page(program: Path) -> Path:
    """A copy of the program with the page more, in as few files as it takes."""
    for name in ("src", "templates", "profiles/registry"):
        shutil.copytree(japan.ROOT / name, program / name)
    shutil.copy(japan.ROOT / "profiles/series.yaml", program / "profiles")
    for name, text in ADDED.items():
        (program / name).write_text(text, encoding="utf-8")
    for name, lines in LINES.items():
        text = (program / name).read_text(encoding="utf-8")
        for before, line in lines:
            assert text.count(before) == 1
            text = text.replace(before, before + line)
        (program / name).write_text(text, encoding="utf-8")
    return program


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What that program builds, with PDFs, of a small profile."""
    place = tmp_path_factory.mktemp("page")
    program = with_the_page(place / "program")
    profiles = save(place / "work" / "profiles", JPN="Chips come first.")
    hidden = ("COV", "PYTHON")  # its copy of the code is not measured
    environment = {key: v for key, v in os.environ.items() if not key.startswith(hidden)}
    call = "from profilegen.app.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", call, "build", "--only", "html,pdf"],
        cwd=profiles.parent, env=environment | {"PYTHONPATH": str(program / "src")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    return profiles.parent / "build"


def test_the_page_is_made_and_every_page_leads_to_it(built: Path) -> None:
    assert "<li>A report</li>" in (built / "sources.html").read_text(encoding="utf-8")
    pages = {path.name: read(path) for path in built.glob("*.html")}
    assert {"index.html", "JPN.html", "section-1.html", "compare.html"} <= pages.keys()
    assert [name for name, page in pages.items() if "sources.html" not in page.hrefs] == []
    assert lost_links(built) == []


def test_the_first_page_says_what_it_is(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    wanted = '<li><a href="sources.html">Sources</a> <span>What the profiles rest on.</span></li>'
    assert wanted in text.partition("Across all economies")[2]


def test_its_pdf_is_printed_and_read_back(built: Path) -> None:
    assert "pdf/sources.pdf" in read(built / "sources.html").hrefs
    printed = bare("".join(page_texts((built / "pdf" / "sources.pdf").read_bytes())))
    assert printed.count(bare("A report")) == 1
    assert not (built / "pdf" / "disputes.pdf").exists()


def test_the_documentation_lists_the_files_that_it_takes() -> None:
    text = (japan.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.partition("## Add a page\n")[2].partition("\n## ")[0]
    listed = re.findall(r"^- `([^`]+)`", section, re.MULTILINE)
    assert listed == [*ADDED, *LINES]
