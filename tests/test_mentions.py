"""Where a text speaks of a topic: by its words in every form, and by nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.comparisons import collection

from profilegen.core.model.registry import TopicRecord
from profilegen.core.richtext import plain
from profilegen.core.richtext_parser import parse
from profilegen.edition.topic_mentions import first_mention, places

LABELLED = Path(__file__).parent / "fixtures" / "mentions.yaml"
TOPICS = collection().registry.topics.records
LARGEST = (
    "trade", "digital", "subsidies", "ai", "carbon", "semiconductors", "e-commerce", "data",
    "investment", "economic-security",
)  # fmt: skip
"""Topics that most entries of the profiles bear."""


@cache
def labelled() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load(LABELLED.read_text(encoding="utf-8")))


def precision_and_recall(paragraphs: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """Over all pairs of a paragraph and one of the largest topics."""
    pairs = Counter(
        (any(places(item["words"], TOPICS[key], ("en",))), key in item["topics"])
        for item in paragraphs
        for key in LARGEST
    )
    right = pairs[True, True]
    return right / (right + pairs[True, False]), right / (right + pairs[False, True])


@pytest.mark.parametrize("half", [slice(None), slice(70)], ids=["all", "those in view"])
def test_paragraphs_speak_of_what_a_reader_said(half: slice) -> None:
    precision, recall = precision_and_recall(labelled()[half])
    assert precision >= 0.95, precision
    assert recall >= 0.95, recall


def test_paragraphs_kept_aside_are_read_nearly_as_well() -> None:
    precision, recall = precision_and_recall(labelled()[70:])
    assert precision >= 0.9, "five pairs of fifty too many"
    assert recall >= 0.9


def test_the_labelled_paragraphs_are_a_hundred_and_of_known_topics() -> None:
    assert len(labelled()) == 100
    assert {topic for item in labelled() for topic in item["topics"]} == set(LARGEST)


CHIPS = TopicRecord.model_validate(
    {
        "name": "semiconductors",
        "aliases": ["chips", "ICs"],
        "words": {"en": ["foundry", "chip-making", "wafer"], "ja": ["半導体"], "ko": ["반도체"]},
        "other_senses": {"en": ["blue chip", "wafer"]},
    }
)


def spoken(text: str, *languages: str) -> list[str]:
    """The words behind each place where a text speaks of chips."""
    return [text[at:].split(maxsplit=1)[0] for at in places(text, CHIPS, languages or ("en",))]


@pytest.mark.parametrize(
    "text",
    [
        "Chips come first.",
        "the semiconductor industry",
        "SEMICONDUCTORS",
        "a chip’s price",
        "two foundries",
        "a foundry",
        "chip making",
        "chip\u2010making",
        "chipmaking",
        "an IC of its own",
        "(chips)",
    ],
)
def test_a_word_counts_in_any_case_and_number(text: str) -> None:
    assert len(spoken(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "microchipped dogs, chipping and chipboard",
        "ships",
        "a blue chip and blue chips",
        "as thin as a wafer",
        "ics",
        "",
        "半導体",
    ],
)
def test_no_word_within_another_or_in_another_sense(text: str) -> None:
    assert spoken(text) == []


def test_words_of_the_economys_own_language_count_with_what_is_joined_to_them() -> None:
    assert spoken("半導体産業を支える", "en", "ja")
    assert spoken("반도체를 지원한다", "en", "ko")
    assert spoken("반도체를 지원한다", "en", "ja") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Trade, Industry and Resources decides.",
        "The Secretary of State for Business and Trade spoke.",
        "It went to the Court of International Trade.",
    ],
)
def test_a_portfolio_is_no_topic(text: str) -> None:
    assert [*places(text, TOPICS["trade"], ("en",))] == []
    assert [*places(f"{text} It concerns trade.", TOPICS["trade"], ("en",))] != []


def mention(text: str) -> str | None:
    sentence = first_mention(parse(text).blocks, CHIPS, ("en",))
    return plain(sentence) if sentence else None


def test_the_sentence_is_the_one_that_speaks_of_it() -> None:
    text = "Act No. 3 came first. *Two* big chip plants followed. [@a] Chips are dear. [@b]"
    assert mention(text) == "Two big chip plants followed."
    assert mention("It came.\n\n- The first.\n- Chips, of course.\n") == "Chips, of course."


def test_a_sentence_keeps_its_notes_links_and_emphasis() -> None:
    text = "One. They make [cheap *chips* here](https://e.org/x). [@a, p 3; @b] Two. [@c]"
    sentence = first_mention(parse(text).blocks, CHIPS, ("en",))
    assert sentence is not None
    expected = parse("They make [cheap *chips* here](https://e.org/x). [@a, p 3; @b]").blocks[0]
    assert sentence == expected


def test_emphasis_over_two_sentences_is_cut() -> None:
    text = parse("*One. Chips follow.* Three.").blocks
    assert first_mention(text, CHIPS, ("en",)) == parse("*Chips follow.*").blocks[0]


def test_citations_addresses_and_placements_are_no_words_of_a_text() -> None:
    assert mention("So. [see @chips, chips 3] [It](https://chips.example/chips) is.") is None
    assert mention("So.\n\n[[table chips]]\n\nNo.") is None
