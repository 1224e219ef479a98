"""What each drawn glyph says, so that the words of a PDF come out of it as they were typed.

A file maps codes to glyphs and to text. Where a code stands for the glyph *and* what it says here,
a sign that two characters share (a hyphen typed, one that ends a line, a soft one) is told apart.
Where several glyphs make up a word out of order, the word is said for all of them (/ActualText).
In a line from right to left each glyph says its characters from left to right, as readers of such
lines expect, brackets as they look; marks are drawn as shapes, for as text they leave their letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
TYPED_HYPHEN = "-\u00a0"
"""What a typed hyphen at a line's end says: readers drop a hyphen that a line ends with."""

RIGHT_TO_LEFT = "\u200f"
"""A mark of direction before what a word's last mark says, or readers take that for the left's."""

MIRRORED = str.maketrans("()[]{}<>«»‹›⟨⟩≤≥", ")(][}{><»«›‹⟩⟨≥≤")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph by its place in the run."""

    at: int
    says: str | None
    """What comes out of the file for it; None where it is drawn as a shape and says nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs that are written together, from left to right."""

    glyphs: tuple[Glyph, ...]
    actual: str | None = None
    """What they say together, where the glyphs one by one do not."""


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face and direction, from left to right, as the shaper gives them."""

    text: bytes
    """The text of the run in UTF-8."""
    starts: Sequence[int]
    """For each glyph, where its cluster begins in the text."""
    blank: Sequence[bool]
    """For each glyph, whether there is nothing to draw."""
    moved: Sequence[bool]
    """For each glyph, whether it stands beside its place."""
    raised: Sequence[bool]
    """For each glyph, whether it stands above or below its place: readers part it from its word."""
    rtl: bool
    line_rtl: bool = False
    """Whether the whole line runs from right to left."""


Cluster = tuple[list[int], str]
"""Places of the glyphs that make up a piece of text, and the text."""


def pieces(run: GlyphRun) -> Iterator[Piece]:
    """What is written of a run, in its order."""
    clusters = list(_clusters(run))
    yield from (_right_to_left if run.rtl else _left_to_right)(run, clusters)


def ended(pieces: Iterator[Piece], ending: str) -> Iterator[Piece]:
    """Pieces of which the last glyph, a line's hyphen, says something else."""
    *before, last = pieces
    if ending and last.glyphs:
        *glyphs, hyphen = last.glyphs
        actual = last.actual and last.actual[:-1] + ending
        last = Piece((*glyphs, Glyph(hyphen.at, ending)), actual)
    yield from (*before, last)


def _clusters(run: GlyphRun) -> Iterator[Cluster]:
    bounds = sorted({*run.starts, len(run.text)})
    ends = dict(pairwise(bounds))
    at = 0
    while at < len(run.starts):
        start, first = run.starts[at], at
        while at < len(run.starts) and run.starts[at] == start:
            at += 1
        yield list(range(first, at)), run.text[start : ends[start]].decode()


def _left_to_right(run: GlyphRun, clusters: list[Cluster]) -> Iterator[Piece]:
    for word in _words(clusters):
        if all(len(own) == 1 and not run.moved[own[0]] for own, _ in word):
            yield Piece(tuple(Glyph(at, plain(text)) for (at,), text in word))
        else:
            yield Piece(tuple(_shared(run, word)), "".join(text for _, text in word))


def _words(clusters: list[Cluster]) -> Iterator[list[Cluster]]:
    """Clusters up to each space, which stands alone."""
    word: list[Cluster] = []
    for cluster in clusters:
        if not cluster[1].isspace():
            word.append(cluster)
            continue
        if word:
            yield word
        yield [cluster]
        word = []
    if word:
        yield word


def _shared(run: GlyphRun, word: list[Cluster]) -> Iterator[Glyph]:
    """A word's text dealt out to those of its glyphs that are written as text, each its share."""
    shares: dict[int, str | None] = {}
    last = None
    for places, text in word:
        written = [at for at in places if not run.raised[at] and not run.blank[at]]
        shares |= dict.fromkeys(places)
        for number, at in enumerate(written):
            final = number == len(written) - 1
            shares[at] = text[number:] if final else text[number : number + 1]
        if written:
            last = written[-1]
        elif last is not None:
            shares[last] = (shares[last] or "") + text
        else:  # nothing to say it for this sign: it is text, wherever it stands
            shares[places[0]] = text
            last = places[0]
    for at, share in shares.items():
        yield Glyph(at, None if share is None else plain(share) or "\u200b")


def _right_to_left(run: GlyphRun, clusters: list[Cluster]) -> Iterator[Piece]:
    marks: list[int] = []
    said = ""
    beside = False  # a letter stands to the left; in a line from right to left, anywhere there
    for places, text in clusters:
        said = text + said
        if all(unicodedata.category(sign) in ("Mn", "Me", "Cf") for sign in text):
            marks += places  # of the letter to their right in the list: it follows
            continue
        *own, base = places
        shapes = tuple(Glyph(at, None) for at in (*marks, *own))
        visual = _without_format(plain(said)).translate(MIRRORED)[::-1]
        if not beside and unicodedata.category(visual[0]) == "Mn":
            visual = RIGHT_TO_LEFT + visual
        yield Piece((*shapes, Glyph(base, visual)))
        beside = text[0].isalpha() or (run.line_rtl and beside)
        marks, said = [], ""
    if marks:  # without a letter in this run
        yield Piece(tuple(Glyph(at, plain(said)) for at in marks))


def _without_format(text: str) -> str:
    """Text without joiners and marks of direction, at which readers part a word."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf") or text


def plain(text: str) -> str:
    """Text with each kind of space as a space: what is searched for has no other."""
    return "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)


def character_map(
    ordering: str, kind: int, verb: str, rows: Iterable[tuple[int, str]]
) -> list[bytes]:
    """A character map, a hundred rows at a time as the format asks."""
    name = "/Adobe-Identity-UCS" if ordering == "UCS" else "/Codes"
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo 3 dict dup begin", "/Registry (Adobe) def", f"/Ordering ({ordering}) def",
        "/Supplement 0 def", "end def", f"/CMapName {name} def", f"/CMapType {kind} def",
        "1 begincodespacerange", "<0000> <ffff>", "endcodespacerange",
    ]  # fmt: skip
    entries = [f"<{code:04x}> {what}" for code, what in rows]
    for start in range(0, len(entries), 100):
        some = entries[start : start + 100]
        lines += [f"{len(some)} begin{verb}", *some, f"end{verb}"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return [line.encode() for line in lines]
