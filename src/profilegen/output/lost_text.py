"""Whether the words of a document survive printing, judged twice: as laid out, and in the file.

What was typed has to stand in the laid-out pages, letter by letter and in order. What stands there
has to come out of the finished file. A line from right to left comes out of it word by word: there
the words are compared, not their order, for readers differ in where they put brackets and figures.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pikepdf

from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.output.expected_in_print import PrintManifest
from profilegen.output.laid_text import Laid
from profilegen.output.writing_systems import SCRIPTS, script_of

_BLANK = re.compile(
    "[\\s\u00ad\u200b-\u200f\u2010\u2011\u202a-\u202e\u2060-\u2069\ufffe\ufeff\u0002-]+"
)


def squeezed(text: str) -> str:
    """Text without spaces and hyphens in the form NFKC: what survives a line break unchanged."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def shaped(text: str) -> bool:
    """Whether a text has letters of a script that may be said word by word in a file."""
    return not text.isascii() and any(map(script_of, text))


_PARTS = re.compile(
    r"[^\w\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0670\u06d6-\u06ed\u07a6-\u07b0\u200c\u200d]+|\d+"
)
"""What parts the words of a line from right to left: all but letters with their marks."""

_RIGHT_TO_LEFT = re.compile(
    "[" + "".join(f"{chr(low)}-{chr(high)}" for script in SCRIPTS if script.rtl
                  for low, high in script.ranges) + "]"
)  # fmt: skip


def lost(pieces: Sequence[Laid], expected: PrintManifest, file: str) -> Iterator[Diagnostic]:
    """PG410 for words of the text that are not laid out as typed."""
    text = squeezed("".join(piece.text for piece in pieces if not piece.note and not piece.aside))
    for run, times in Counter(expected.runs).items():
        bare = squeezed(run)
        if bare and text.count(bare) < times:
            message = f'The text "{run[:60]}" is not in print as it was typed.'
            yield finding("PG410", Span(file), message, place=run[:60])


def altered(pieces: Iterable[Laid], expected: PrintManifest) -> dict[str, str]:
    """Notes that are not laid out as typed, by label, and how they are."""
    notes = dict.fromkeys(expected.notes, "")
    for piece in pieces:
        if piece.note in notes:
            notes[piece.note] += piece.text
    return {
        label: printed
        for label, printed in notes.items()
        if squeezed(label + expected.notes[label]) != squeezed(printed)
    }


def garbled(pieces: Sequence[Laid], read: Sequence[str], file: str) -> Iterator[Diagnostic]:
    """PG411 for words of a page, given as a reader of the file finds them, that do not come out."""
    pages = [squeezed(page) for page in read]
    told: set[str] = set()
    turned = {piece.page for piece in pieces if _RIGHT_TO_LEFT.search(piece.text)}
    for piece in pieces:
        for words in _comparable(piece.text, in_order=piece.page not in turned):
            page = pages[piece.page - 1]
            there = words in page or (piece.page in turned and _among_latin(words, page))
            if not there and words not in told:
                told.add(words)
                message = f'"{words[:60]}" (page {piece.page}) cannot be copied or searched.'
                yield finding("PG411", Span(file), message, place=words[:60])


def _among_latin(words: str, page: str) -> bool:
    """Whether a word from right to left stands on a page in the order of its glyphs.

    So readers leave a vocalised word among Latin ones: letter by letter, or (pdfium) with the
    letters between two marks turned, and the marks and those not.
    """
    return words[::-1] in page or "".join(reversed(_MARKS.split(words))) in page


_MARKS = re.compile("([\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u07a6-\u07b0]+)")


def _comparable(text: str, *, in_order: bool) -> Iterator[str]:
    """What of a piece of text has to come out of a file in one."""
    if not in_order:
        for word in text.split():
            yield from filter(None, map(squeezed, _PARTS.split(word)))
    elif bare := squeezed(text):
        yield bare


_TABLE = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_ENTRY = re.compile(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]*)>")


def unmapped(data: bytes, file: str) -> Iterator[Diagnostic]:
    """PG411 for a font of a file with a glyph that says nothing."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        seen = set()
        for page in pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                name = str(font.get("/BaseFont", ""))
                if name in seen:
                    continue
                seen.add(name)
                tables = b"".join(_TABLE.findall(font.ToUnicode.read_bytes()))
                entries = _ENTRY.findall(tables)
                if any(code == b"0000" or not says.strip(b"0") for code, says in entries):
                    message = f"The font {name[8:]} has signs that say nothing when copied."
                    yield finding("PG411", Span(file), message, place=name[8:])
