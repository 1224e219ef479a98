"""Where a text speaks of a topic: by the words that the registry has for it.

A word counts in any case and number, and not within another word; one with a capital of its own
(AI, R&D) only as it is written. A portfolio is no topic: a Minister for Trade may speak of schools.
Citations and the addresses of links are no words of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from profilegen.core.model.registry import TopicRecord
from profilegen.core.richtext import Block, Paragraph, TextList
from profilegen.core.richtext_sentences import sentence_at
from profilegen.core.sentences import flattened

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that write words together, or hang particles on them."""
_PORTFOLIO = re.compile(
    r"\b(?:Ministry|Minister|Department|Secretary|Committee|Court|Commissioner|Office|Bureau)"
    r" (?:of|for|on)(?: (?:the|State|for))*(?:,? (?:(?:and|of|for|the) )*[A-Z][\w\u2019-]*)+"
)


def first_mention(
    blocks: Iterable[Block], topic: TopicRecord, languages: Iterable[str]
) -> Paragraph | None:
    """The first sentence of a text that speaks of a topic, with its notes; or None."""
    spoken = tuple(languages)
    for paragraph in _paragraphs(blocks):
        for at in places(flattened(paragraph), topic, spoken):
            return sentence_at(paragraph, at)
    return None


def places(text: str, topic: TopicRecord, languages: Iterable[str]) -> Iterator[int]:
    """Where words of a topic stand in a text, save in a portfolio or in another sense."""
    spoken = tuple(languages)
    senses = _listed(topic.other_senses, spoken)
    otherwise = [*_PORTFOLIO.finditer(text), *(_pattern(senses).finditer(text) if senses else ())]
    for match in _pattern((*topic.names, *_listed(topic.words, spoken))).finditer(text):
        if not any(_within(match, other) for other in otherwise):
            yield match.start()


def _within(match: re.Match[str], other: re.Match[str]) -> bool:
    return other.start() <= match.start() and match.end() <= other.end()


def _listed(words: Mapping[str, tuple[str, ...]], languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for language in languages for word in words.get(language, ()))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, TextList):
            for item in block.items:
                yield from _paragraphs(item)


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_form, sorted(words, key=len, reverse=True))))


def _form(word: str) -> str:
    """A pattern for one word in each of its forms."""
    if _UNSPACED.search(word):
        return re.escape(word)
    parts = re.split(r"(\s|-)", word)
    form = "".join(_GAPS.get(part) or re.escape(part) for part in parts[:-1]) + _number(parts[-1])
    cased = form if word != word.lower() else f"(?i:{form})"
    return rf"(?<!\w){cased}(?!\w)"


_GAPS = {" ": "[\\s\u2010-]+", "-": "[\\s\u2010-]?"}
"""A typed hyphen and a space are one: supply-chain, supply chain; and e-commerce is ecommerce."""


def _number(word: str) -> str:
    """A pattern for a word in the singular and the plural, whichever of them is given."""
    if match := re.fullmatch("(.*[^aeiou])(?:y|ies)", word):
        return f"{re.escape(match[1])}(?:y|ies)"
    if match := re.fullmatch("(.*(?:[sxz]|[cs]h))es", word):
        return f"{re.escape(match[1])}(?:es?)?"
    return f"{re.escape(re.sub('(?<=[^siu])s$', '', word))}(?:e?s)?"
