"""The texts of tests/golden: what a reader of the frozen Japan is told, a sentence a line."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path
from unittest import mock

from tests import japan
from tests.known import edition, resolved
from tests.pdf_tools import page_texts

from profilegen.check import all_profiles, registry_reader
from profilegen.output import html, pdf
from profilegen.output.compare_html import page_source
from profilegen.view.comparison.all_columns_and_rows import comparison_basis
from profilegen.view.comparison.comparison import comparison
from profilegen.view.comparison.model import Choice
from profilegen.view.pages import PAGES
from profilegen.view.profile.profile import ProfileView, profile_view
from profilegen.view.site.site_map import Site

FROZEN = Path(__file__).parent / "fixtures" / "golden"


@cache
def frozen() -> all_profiles.Collection:
    """The frozen profiles with nothing of the packaged registry."""
    with (
        mock.patch.object(registry_reader, "REGISTRY", FROZEN / "registry"),
        mock.patch.object(registry_reader, "SERIES", FROZEN / "series.yaml"),
    ):
        checked = all_profiles.load([FROZEN / "JPN.yaml", FROZEN / "KOR.yaml"], FROZEN)
    assert checked.value is not None
    assert not [d for d in checked.diagnostics if d.severity == "error"], checked.diagnostics
    return checked.value


@cache
def _view() -> ProfileView:
    own = frozen()
    (profile,) = (item.profile for item in own.profiles if item.profile.economy == "JPN")
    return profile_view(resolved(profile, own.registry))


def page_text() -> str:
    """The words of Japan's page, a block a line."""
    site = Site(frozenset(("index", "JPN")), frozenset(("JPN",)), listed=PAGES)
    return text_of(html.profile_page(_view(), site=site))


def pdf_text() -> str:
    """The words of Japan's PDF as they are copied out, page by page, a sentence a line."""
    printed = pdf.profile_pdf(_view(), japan.press(), "tests/fixtures/golden/JPN.yaml")
    assert printed.value is not None, printed.diagnostics
    pages = [_sentences(_unbroken(text)) for text in page_texts(printed.value.data)]
    return "\n".join(f"== page {number}\n{text}" for number, text in enumerate(pages, 1)) + "\n"


def comparison_text() -> str:
    """The words of the printed comparison of Japan and Korea, a block a line."""
    own = frozen()
    basis = comparison_basis(edition([item.profile for item in own.profiles], own.registry))
    view = comparison(basis, Choice(("JPN", "KOR"), tuple(range(1, 8)), ()))
    return text_of(page_source(view))


_BLOCK = re.compile(
    r"</?(?:address|article|button|caption|dd|details|div|dl|dt|figcaption|figure|footer|h\d|header"
    r"|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|body)\b[^>]*>"
)


def text_of(page: str) -> str:
    """The words of a page's body, a block a line, without what no reader is shown."""
    body = re.sub(
        r"<(script|style|svg|template)\b.*?</\1>", "", page[page.index("<body") :], flags=re.DOTALL
    )
    bare = unescape(re.sub(r"<[^>]+>", "", _BLOCK.sub("\n", body))).replace("\u200b", "")
    lines = (" ".join(line.split()) for line in bare.splitlines())
    return "\n".join(filter(None, lines)) + "\n"


def _unbroken(text: str) -> str:
    """A page's lines joined; a word that a line's end parted is one again."""
    joined = re.sub("(?<=[^\\W\\d])[-\u2010\u00ad\ufffe]\r?\n(?=[a-z])", "", text)
    return " ".join(joined.split())


def _sentences(text: str) -> str:
    return re.sub("(?<![Nn]o\\.)(?<=[.:;?!])(\u2019?) (?=[^a-z])", r"\1\n", text)
