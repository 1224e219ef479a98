"""The languages of a page's words, told by their script, as `lang` and `dir` of its elements.

A reader of a page, by eye or by ear, and the choice of a face need them. A block whose letters are
mostly of one other script is of its language; a run of another script inside a block is set apart
(<bdi>), so that its direction and its signs never reach into the words about it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from profilegen.output.writing_systems import CJK, SCRIPTS, script_for, script_of
from profilegen.output.writing_systems import is_rtl as language_is_rtl

BLOCKS = frozenset("p li td th h1 h2 h3 h4 h5 h6 caption figcaption dd dt".split())
_ASIDE = frozenset("script style title svg template textarea option".split())
"""Elements whose words cannot be set apart, or are no words."""
_VOID = frozenset("area br col hr img input link meta source wbr".split())
_TOKEN = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
_LANG = re.compile(r'\slang="([^"]*)"')
_LABEL = re.compile(r'\sclass="(?:call|mark|n|num)"')
"""Numbers and letters of the page's own."""
_MARKED = re.compile(r'<(\w+)[^<>]*\slang="[^"]*"[^<>]*>[^<>]*</\1>')
_FOREIGN = re.compile(
    "["
    + "".join(f"{chr(low)}-{chr(high)}" for script in SCRIPTS for low, high in script.ranges)
    + "]"
)
_NOTE = re.compile(r'\sid="fn-')
"""A note follows the English style of citation, whatever its titles are written in."""
_OPEN, _CLOSE = "([{«‹⟨", ")]}»›⟩"

HAN = "zh-hans"
"""The language of Han signs of which nothing else is known."""


def spoken(html: str, han: str = HAN) -> str:
    """A page, or a part of one in English, with the languages and directions of its words.

    `han` is the language of Han signs beside which no kana, Hangul or mark of a language stands.
    """
    if not _FOREIGN.search(
        _MARKED.sub("", html)
    ):  # all that is told is of elements with a language
        return _LANG.sub(_turned, html)
    tokens = _TOKEN.split(html)
    blocks = _blocks(tokens, han)
    out: list[str] = []
    stack = [("", "en", False)]
    for at, token in enumerate(tokens):
        name, language, aside = stack[-1]
        tag = _TAG.match(token) if at % 2 else None
        if tag is None:
            out.append(token if at % 2 or aside else _set_apart(token, language, han))
        elif tag[1]:
            if len(stack) > 1 and name == tag[2].lower():
                stack.pop()
            out.append(token)
        else:
            inner = blocks.get(at, language)
            if said := _LANG.search(token):
                inner = said[1]
            out.append(_told(token, inner, language))
            if not token.endswith("/>") and tag[2].lower() not in _VOID:
                stack.append((tag[2].lower(), inner, aside or tag[2].lower() in _ASIDE))
    return "".join(out)


def _turned(lang: re.Match[str]) -> str:
    has = ' dir="' in lang.string[lang.string.rfind("<", 0, lang.start()) : lang.end() + 12]
    return f'{lang[0]} dir="rtl"' if language_is_rtl(lang[1]) and not has else lang[0]


def is_rtl(text: str) -> bool:
    """Whether most letters of a text are of a script that runs from right to left."""
    return language_is_rtl(_language(_letters(text), HAN))


def _told(tag: str, language: str, outer: str) -> str:
    """A tag that says its language and direction where they are not those about it."""
    if language == outer:
        return tag
    turned = language_is_rtl(language)
    if turned or language_is_rtl(outer):
        tag = _with(tag, "dir", "rtl" if turned else "ltr")
    return _with(tag, "lang", language)


def _with(tag: str, name: str, value: str) -> str:
    """A tag with one more attribute, unless it has that."""
    if f" {name}=" in tag:
        return tag
    end = -2 if tag.endswith("/>") else -1
    return f'{tag[:end]} {name}="{value}"{tag[end:]}'


def _blocks(tokens: list[str], han: str) -> dict[int, str]:
    """The languages of the blocks, by the places of their tags: English where nothing is told."""
    found: dict[int, str] = {}
    stack: list[tuple[str, int | None, bool]] = []
    letters: dict[int, Counter[str]] = {}
    for at, token in enumerate(tokens):
        tag = _TAG.match(token) if at % 2 else None
        if at % 2 == 0:
            if stack and not stack[-1][2] and stack[-1][1] is not None and not token.isspace():
                letters[stack[-1][1]] += _letters(token)
        elif tag is not None and tag[1]:
            if stack and stack[-1][0] == tag[2].lower():
                _, block, _ = stack.pop()
                if block is not None and (not stack or stack[-1][1] != block):
                    told = _language(letters.pop(block), han)
                    found[block] = "en" if _NOTE.search(tokens[block]) else told
        elif tag is not None and not token.endswith("/>") and tag[2].lower() not in _VOID:
            name = tag[2].lower()
            _, block, skipped = stack[-1] if stack else ("", None, False)
            if name in BLOCKS or _NOTE.search(token):
                block, letters[at] = at, Counter()
            elif name != "html" and (_LANG.search(token) or _LABEL.search(token)):
                skipped = True
            stack.append((name, block, skipped or name in _ASIDE))
    return {at: language for at, language in found.items() if language}


def _group(sign: str) -> str:
    """The script of a letter; one for all that mix Han signs with their own; none for a sign."""
    script = script_of(sign)
    if script is None:
        return "Latin" if sign.isalpha() else ""
    if unicodedata.category(sign)[0] not in "LM":
        return ""
    return CJK if script.package == CJK else script.name


def _letters(text: str) -> Counter[str]:
    """Letters by script, and by kind for those that mix."""
    if text.isascii():
        latin = sum(map(str.isalpha, text))
        return Counter(Latin=latin) if latin else Counter()
    counts: Counter[str] = Counter()
    for sign in text:
        if group := _group(sign):
            counts[group] += 1
            if group == CJK:
                script = script_of(sign)
                assert script is not None
                counts[f"{CJK} {script.name}"] += 1
    return counts


def _language(letters: Counter[str], han: str) -> str:
    """The language that most letters are of, or English; nothing where there are no letters.

    A text that begins in Latin letters is in English unless three in four are of the other script:
    a long name in brackets does not turn a sentence.
    """
    plain = {group: count for group, count in letters.items() if not group.startswith(f"{CJK} ")}
    total = sum(plain.values())
    if not total:
        return ""
    group, count = max(plain.items(), key=lambda item: item[1])
    first = next(iter(letters))
    if group == "Latin" or count <= total * (3 if first == "Latin" else 2) // 4:
        return "en"
    if group != CJK:
        return next(script for script in SCRIPTS if script.name == group).languages[0]
    for script in SCRIPTS:
        if script.name != "Chinese" and letters[f"{CJK} {script.name}"]:
            return script.languages[0]
    return han


def _set_apart(text: str, language: str, han: str) -> str:
    """Text with each run of a script that is not the language's own in an element of its own."""
    if text.isascii():
        return text
    own = script_for(language)
    home = "Latin" if own is None else CJK if own.package == CJK else own.name
    out, at = [], 0
    for start, end in _runs(text, home):
        run = text[start:end]
        spoken_in = _language(_letters(run), han)
        turned = ' dir="rtl"' if language_is_rtl(spoken_in) else ""
        out += [text[at:start], f'<bdi lang="{spoken_in}"{turned}>', run, "</bdi>"]
        at = end
    return "".join((*out, text[at:]))


def _runs(text: str, home: str) -> Iterator[tuple[int, int]]:
    """Beginning and end of each run of another script, with the signs between its words."""
    groups = [_group(sign) for sign in text]
    at = 0
    while at < len(text):
        group = groups[at]
        if group in ("", "Latin", home):
            at += 1
            continue
        start = end = at
        while at < len(text) and groups[at] in ("", group):
            at += 1
            if groups[at - 1]:
                end = at
        inside = text[start:end]
        for sign in text[end:at]:  # what closes a bracket of the run is of the run
            opened = sum(map(inside.count, _OPEN)) - sum(map(inside.count, _CLOSE))
            if opened <= 0 or sign not in _CLOSE:
                break
            inside, end = inside + sign, end + 1
        yield start, end
