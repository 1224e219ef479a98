"""No word decides anything: the pages in opaque tokens are built as the English ones are."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

import pytest
from tests import shared
from tests.japan import PROFILES, ROOT


class _Structure(HTMLParser):
    """Tags with what styles and links them, and the numbers of the text, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[int, str]] = []
        self.skipped = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipped = tag in ("script", "style")
        kept = " ".join(
            f"{name}={value}" for name, value in attrs if name in ("class", "id", "href", "lang")
        )
        self.parts.append((self.getpos()[0], f"<{tag} {kept}>"))

    def handle_endtag(self, tag: str) -> None:
        self.skipped = False

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            numbers = re.findall(r"\d+", re.sub(r"q\w+q", "", data))
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
def test_the_site_in_opaque_words_is_built_alike(whole_site: Path) -> None:
    def build(out: Path) -> None:
        command = [sys.executable, "-m", "tests.opaque_words", "build", "--profiles", str(PROFILES)]
        command += ["--only", "html", "--out", str(out)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    opaque = shared.folder("opaque", build)
    said = (opaque / "JPN.html").read_text(encoding="utf-8")
    assert re.search(r"qagreementx\d+q", said), "no word was replaced"
    assert list(unlike(whole_site, opaque)) == []
