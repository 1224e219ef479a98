"""Names as people type them: accents, apostrophes and articles make no other economy of one."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th",
                          "ı": "i", "&": " and "})  # fmt: skip
"""Letters that Unicode does not take apart, as English spells them."""
_SILENT = re.compile("[.'\u2018\u2019\u02bb\u02bc\u02b9\u2032\u0060\u00b4]")
"""Stops and every sign that is typed for an apostrophe."""
_SHORT = {"st": "saint", "ste": "sainte", "rep": "republic", "dem": "democratic", "fed": "federal",
          "n": "north", "s": "south"}  # fmt: skip
_TURNED = re.compile(r"(?P<then>[^,(]+)[,(](?P<first>[^,()]+)\)?")
"""`Korea, Republic of`, `Korea (Republic of)`: what is behind comes first."""
_ARTICLES = frozenset(("the", "of"))


def plain_letters(name: str) -> str:
    """A name in small letters without accents, as an English index sorts it."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _SILENT.sub("", bare.translate(_LETTERS))


@lru_cache(maxsize=16_384)
def loose(name: str) -> str:
    """What is left of a name when what people type differently is gone.

    `Korea, Rep. of` and `the Republic of Korea` are one, and so are `Côte d’Ivoire` and
    `Cote d'Ivoire`. Letters of other scripts stay as they are.
    """
    letters = plain_letters(name)
    if turned := _TURNED.fullmatch(letters):
        letters = f"{turned['first']} {turned['then']}"
    words = re.findall(r"\w+", letters)
    return "".join(_SHORT.get(word, word) for word in words if word not in _ARTICLES)


def may_be(typed: str, known: str) -> bool:
    """Whether a word may be a slip of another: a guess has to be right, or is none.

    In a short form each letter stands for a word, so only letters in another order behind the
    first, or doubled (`RCPE`, `CPTTP`), are slips; `NAFTA` is not `SAFTA`. Of longer names all
    words have to be near each other, but for one of four that tells nothing: the Tripartite Free
    Trade Area is not ASEAN's.
    """
    if _SHORT_FORM.fullmatch(typed) or _SHORT_FORM.fullmatch(known):
        a, b = typed.casefold(), known.casefold()
        once = {re.sub(r"(.)\1", r"\1", word) for word in (a, b)}
        return a[:1] == b[:1] and (sorted(a) == sorted(b) or len(once) == 1)
    mine, theirs = (re.findall(r"[^\W_]+", plain_letters(name)) for name in (typed, known))
    strange = [word for word in mine if not difflib.get_close_matches(word, theirs, 1, 0.75)]
    missing = [word for word in theirs if not difflib.get_close_matches(word, mine, 1, 0.75)]
    few = 1 if len(mine) > 3 else 0
    odd = {*strange, *missing}
    return len(strange) <= few and len(missing) <= few and odd <= _ANY | _OF_TRADE


_SHORT_FORM = re.compile(r"[A-Z][A-Z0-9]{1,7}")


_ANY = frozenset(
    "the of on for and in to a an agreement area treaty initiative pact accord wto "
    "plurilateral multilateral convention".split()
)
"""Words that tell no agreement from another."""
_OF_TRADE = frozenset(
    "free trade economic partnership cooperation framework joint statement".split()
)
_SAME = (("e-commerce", "electronic commerce"), ("ecommerce", "electronic commerce"))


def essence(name: str) -> frozenset[str]:
    """The words by which a name is told from others.

    `African Continental Free Trade Agreement` and `African Continental Free Trade Area (AfCFTA)`
    have the same.
    """
    letters = plain_letters(re.sub(r"\([^()]*\)", " ", name))
    for other, usual in _SAME:
        letters = letters.replace(other, usual)
    return frozenset(re.findall(r"[^\W_]+", letters)) - _ANY
