"""What each drawn glyph says, so that the words of a PDF come out of it as they were typed.

A file maps codes to glyphs and to text. Where a code stands for the glyph *and* what it says here,
a sign that two characters share (a hyphen typed, one that ends a line, a soft one) is told apart.
Where several glyphs make up a word out of order, the word is said for all of them (/ActualText).
In a line from right to left each glyph says its characters from left to right, as readers of such
lines expect, brackets as they look; marks are drawn as shapes, for as text they leave their letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
TYPED_HYPHEN = "-\u00a0"
"""What a typed hyphen at a line's end says: readers drop a hyphen that a line ends with."""

MIRRORED = str.maketrans("()[]{}<>«»‹›⟨⟩≤≥", ")(][}{><»«›‹⟩⟨≥≤")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph by its place in the run, and what it says."""

    at: int
    says: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs that are written together."""

    glyphs: tuple[Glyph, ...]
    actual: str | None = None
    """What they say together, where the glyphs one by one do not."""
    marks: tuple[int, ...] = field(default=())
    """Places of glyphs that are drawn as shapes; what they say is said by a glyph."""


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face and direction, from left to right, as the shaper gives them."""

    text: bytes
    """The text of the run in UTF-8."""
    starts: Sequence[int]
    """For each glyph, where its cluster begins in the text."""
    blank: Sequence[bool]
    """For each glyph, whether there is nothing to draw."""
    moved: Sequence[bool]
    """For each glyph, whether it stands beside its place."""
    rtl: bool


def pieces(run: Run) -> Iterator[Piece]:
    """What is written of a run, in its order."""
    clusters = list(_clusters(run))
    if run.rtl:
        yield from _right_to_left(run, clusters)
    else:
        yield from _left_to_right(run, clusters)


def ended(pieces: Iterator[Piece], ending: str) -> Iterator[Piece]:
    """Pieces of which the last glyph, a line's hyphen, says something else."""
    *before, last = pieces
    if ending and last.glyphs:
        *glyphs, hyphen = last.glyphs
        actual = last.actual and last.actual[:-1] + ending
        last = Piece((*glyphs, Glyph(hyphen.at, ending)), actual, last.marks)
    yield from (*before, last)


def _clusters(run: Run) -> Iterator[tuple[list[int], str]]:
    """Places of the glyphs of each cluster and its text."""
    bounds = sorted({*run.starts, len(run.text)})
    ends = dict(pairwise(bounds))
    at = 0
    while at < len(run.starts):
        start, first = run.starts[at], at
        while at < len(run.starts) and run.starts[at] == start:
            at += 1
        yield list(range(first, at)), run.text[start : ends[start]].decode()


def _left_to_right(run: Run, clusters: list[tuple[list[int], str]]) -> Iterator[Piece]:
    for word in _words(clusters):
        places = [at for own, _ in word for at in own]
        shaped = any(len(own) > 1 for own, _ in word) or any(run.moved[at] for at in places)
        glyphs = tuple(glyph for own, text in word for glyph in _shared(run, own, text))
        yield Piece(glyphs, "".join(text for _, text in word) if shaped else None)


def _words(clusters: list[tuple[list[int], str]]) -> Iterator[list[tuple[list[int], str]]]:
    """Clusters up to each space, which stands alone."""
    word: list[tuple[list[int], str]] = []
    for cluster in clusters:
        if cluster[1].isspace():
            if word:
                yield word
            yield [cluster]
            word = []
        else:
            word.append(cluster)
    if word:
        yield word


def _shared(run: Run, places: list[int], text: str) -> Iterator[Glyph]:
    """A cluster's text dealt out to its glyphs: none may say nothing."""
    drawn = [at for at in places if not run.blank[at]]
    rest = text
    for number, at in enumerate(places):
        if run.blank[at]:
            yield Glyph(at, "")
            continue
        last = number == len(places) - 1 or at == drawn[-1]
        says, rest = (rest, "") if last else (rest[:1], rest[1:])
        yield Glyph(at, plain(says) or "\u200b")


def _right_to_left(run: Run, clusters: list[tuple[list[int], str]]) -> Iterator[Piece]:
    marks: list[int] = []
    said = ""
    for places, text in clusters:
        said = text + said
        if all(unicodedata.category(sign) in ("Mn", "Me", "Cf") for sign in text):
            marks += places  # of the letter to their right in the list: it follows
            continue
        *own, base = places
        marks += own
        visual = plain(said).translate(MIRRORED)[::-1]
        yield Piece((Glyph(base, visual),), marks=tuple(at for at in marks if not run.blank[at]))
        marks, said = [], ""
    if marks:  # without a letter in this run
        yield Piece(tuple(Glyph(at, plain(said)) for at in marks))


def plain(text: str) -> str:
    """Text with each kind of space as a space: what is searched for has no other."""
    return "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)
