"""Profiles filled with ordinary prose: what they are told falsely, a reader learns to overlook.

The texts of tests/fixtures/prose are in the public domain, or written here around what looks like
an abbreviation, a sentence's end or a note's mark and is none. Each sentence that needs a source
has one, typed as \u00a7.
"""

from __future__ import annotations

from pathlib import Path

from profilegen.core.model.sections import SECTIONS

TEXTS = sorted((Path(__file__).parent / "fixtures" / "prose").glob("*.txt"))
_HEAD = "economy: JPN\nstatus: draft\nupdated: 18 July 2025\n"
_SOURCES = "sources:\n  a: {type: report, title: A report, issued: 2024}\n"


def profile(first: int) -> str:
    """A profile of six texts, one a section, that begins with the text of that number."""
    parts = [f"{SECTIONS[-1].key}: {{not_researched: Not yet.}}\n"]
    for at, kind in enumerate(SECTIONS[:-1]):
        words = TEXTS[(first + 5 * at) % len(TEXTS)].read_text(encoding="utf-8")
        parts.append(section(kind.key, words.replace("\u00a7", " [@a]")))
    return _HEAD + "".join(parts) + _SOURCES


def section(key: str, words: str) -> str:
    """A section of which the text is `words`."""
    lines = "".join(f"    {line}\n" if line else "\n" for line in words.split("\n"))
    return f"{key}:\n  text: |\n{lines.rstrip()}\n"


def of_one_text(words: str) -> str:
    """A profile of which one section has a text; nobody has looked at the others."""
    others = "".join(f"{kind.key}: {{not_researched: Not yet.}}\n" for kind in SECTIONS[1:])
    return _HEAD + section(SECTIONS[0].key, words) + others + _SOURCES
