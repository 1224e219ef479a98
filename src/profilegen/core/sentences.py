"""Sentences of a text, each with whether a citation stands in it or behind it.

A stop ends a sentence only where nothing says otherwise: not within brackets or a quotation, not
behind an abbreviation or an ordinal (`Am 2. Januar`), not before a small letter. Where both
readings are possible, two sentences are read as one: a citation behind them then counts for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profilegen.core.dates import MONTHS
from profilegen.core.pandoc_citations import Cite
from profilegen.core.richtext import (
    Block,
    Emph,
    Inline,
    Link,
    Paragraph,
    Placement,
    Strong,
    TextList,
    plain,
)

_NOTE = "\x00"
"""What stands for a citation while sentences are told apart."""
_END = re.compile(r"[.?!\u2026\u3002][\"'\u2019\u201d\u00bb)\]]*(?=\s|$|\x00)")
_ENCLOSED = re.compile(
    r"\([^()]*\)|\u201c[^\u201c\u201d]*\u201d|\u00ab[^\u00ab\u00bb]*\u00bb"
    r"|\u201e[^\u201c\u201d\u201e]*[\u201c\u201d]|\u2018(?:[^\u2018\u2019]|\u2019(?=\w))*\u2019(?!\w)"
)
_SHORTENED = re.compile(
    r"(?:\b(?:Nos?|Arts?|Messrs|Mmes?|loc|cit|ibid|e\.?g|i\.?e|viz|ca|approx|al|etc|Profs?|Hon|Rev|Gen|Gov|Sen|"
    r"Rep|Pres|Capt|Col|Insp|Supt|Esq|Inc|Co|Cos|Corp|Dept|Univ|Intl|Natl|Min|Prov|Sched|Schs?|Secs?|cap|"
    r"paras?|vols?|eds?|Figs?|Tab|App|Reg|Regs|Ann|Pub|Fed|Stat|Cong|Cir|Sess|Art|Benj|Jas|Geo|"
    r"Chas|Thos|Edw|Saml|Robt|Danl|Jan|Feb|Apr|Jun|Jul|Aug|Oct|Nov|Dec|Abs|Aufl|usw|Ziff|Kap|Mio|"
    r"[A-Za-z])|[A-Za-z]\.[A-Za-z]|\.\.|\b(?=[\w]*[a-z])[b-df-hj-np-tv-xz]+)\.$",
    re.IGNORECASE,
)
"""Words that are shortened; any that has no vowel is: Mr., Ltd., Th., pp., vgl."""
_COUNTED = re.compile(r"\s*(?:\d+|[a-z]|[ivxlc]+)\.", re.IGNORECASE)
"""`3. Third point`: the number of what follows."""
_ORDINAL = re.compile(r"\b\d{1,2}\.$")
_BEFORE_ORDINAL = re.compile(
    r"(?:^|\s)(?:am|im|dem|der|den|des|vom|zum|zur|beim|bis|ab|seit|die|das|und|ins|el|du|dne|dnia)"
    r" \d{1,2}\.$",
    re.IGNORECASE,
)
"""Words before an ordinal of German and its neighbours: `im 3. Quartal`, `zum 31. Dezember`."""
_OTHER_MONTHS = tuple(
    "Januar J\u00e4nner Februar M\u00e4rz Mai Juni Juli Oktober Dezember Maj Marts Desember".split()
)
_GOES_ON = re.compile(r"[\s\x00]*[a-z0-9\u00df-\u00ff,;:()]")
_LEADS_ON = re.compile("[,;:\u2013\u2014-]$")
_OF_THE_PAGE = re.compile(
    r"See .*|This (?:section|profile|list|table)\b.*|.*\b(?:follows?|below|next page)\.", re.DOTALL
)
"""What only says where things stand."""
_SMALL = frozenset(
    "a an and at by de del der des di do dos du e et for from in la las le los of on or the to und "
    "van von y zu".split()
)


LONGEST = 5_000
"""Characters of a sentence that may go on in the next paragraph."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence, and whether a citation stands in it or behind it."""

    words: str
    noted: bool


def sentences(blocks: tuple[Block, ...]) -> Iterator[Sentence]:
    """The sentences of a text that say something: no headings, questions or lists of names.

    What ends with a comma, semicolon or colon goes on in the next paragraph or item. A citation
    behind the words that lead into a list counts for its items.
    """
    open_words, covered = "", False
    for part, in_list in _parts(blocks):
        if part is None or (not in_list and _bare(open_words).endswith(":")):
            open_words = ""  # it leads into a list or table that has its own sources
        if part is None:
            continue
        covered = covered and in_list
        pieces = list(in_pieces(open_words + flattened(part)))
        open_words = ""
        if pieces and len(pieces[-1]) < LONGEST and _unfinished(pieces[-1], in_list=in_list):
            open_words = pieces.pop()
            covered = covered or (not in_list and open_words.rstrip(" \x00\n").endswith(":")
                                  and _NOTE in open_words)  # fmt: skip
            open_words += " "
        for piece in pieces:
            yield from _said(piece, covered)
    if not _bare(open_words).endswith(":"):
        yield from _said(open_words, covered)


def _said(piece: str, covered: bool) -> Iterator[Sentence]:
    words = " ".join(_bare(piece).split())
    if words and not _says_nothing(words):
        yield Sentence(words, covered or _NOTE in piece)


def _says_nothing(words: str) -> bool:
    """Whether words are a question, a heading or a row of names."""
    if re.search(r"\?[\"'\u2019\u201d)]*$", words) or not re.search(r"[^\W\d_]", words):
        return True
    if _OF_THE_PAGE.fullmatch(words):
        return True
    bare = re.findall(r"[^\W\d_][\w'\u2019-]*", words)
    names = all(word[0].isupper() or word in _SMALL for word in bare)
    return words.isupper() or (names and (len(bare) > 2 or not _END.search(words)))


def _unfinished(piece: str, *, in_list: bool) -> bool:
    words = _bare(piece)
    if _LEADS_ON.search(words) or (in_list and re.search("[;,] (?:and|or)$", words)):
        return True
    return in_list and not _END.search(words)


def _parts(
    blocks: tuple[Block, ...], in_list: bool = False
) -> Iterator[tuple[Paragraph | None, bool]]:
    """Every paragraph with whether it stands in a list; None where a list or table is placed."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block, in_list
        elif isinstance(block, TextList):
            for item in block.items:
                yield from _parts(item, True)
        elif isinstance(block, Placement):
            yield None, False


def in_pieces(flat: str) -> Iterator[str]:
    """A text in pieces, each a sentence with the notes behind it."""
    inside = {at for m in _ENCLOSED.finditer(flat) for at in range(m.start() + 1, m.end() - 1)}
    start = 0
    for match in _END.finditer(flat):
        if (match.start() in inside and match.end() in inside) or _open(flat, match, start):
            continue
        end = match.end()
        while end < len(flat) and flat[end] in f" \n{_NOTE}":
            end += 1
        yield flat[start:end]
        start = end
    if flat[start:].strip(f" \n{_NOTE}"):
        yield flat[start:]


def _open(flat: str, match: re.Match[str], start: int) -> bool:
    """Whether the sentence goes on behind a stop."""
    before = flat[max(start, match.start() - 40) : match.start() + 1]
    behind = flat[match.end() : match.end() + 40]
    if _GOES_ON.match(behind) or _COUNTED.fullmatch(before):
        return True
    if behind.startswith(_NOTE) or not behind.strip():
        return False
    if _SHORTENED.search(before) or match[0].startswith("\u2026"):
        return True
    follows = behind.lstrip().startswith((*MONTHS, *_OTHER_MONTHS))
    return bool(_ORDINAL.search(before) and (follows or _BEFORE_ORDINAL.search(before)))


def _bare(piece: str) -> str:
    return piece.replace(_NOTE, "").strip()


def flattened(node: Paragraph | Inline) -> str:
    """The words of a node with one sign in the place of each citation."""
    match node:
        case Cite():
            return _NOTE
        case Paragraph(children) | Emph(children) | Strong(children) | Link(_, children):
            return "".join(map(flattened, children))
        case _:
            return plain(node)
