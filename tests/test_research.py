"""What is known of a topic in a section: no cell is blank, and no blank is a no."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from tests.comparisons import collection
from tests.known import edition

from profilegen.core.model.base import NotStated
from profilegen.core.model.profile import Profile, Search
from profilegen.core.model.sections import SECTIONS
from profilegen.core.pandoc_citations import Cite
from profilegen.core.richtext import plain
from profilegen.edition.topic_research import Researched, ResearchState

REGISTRY = collection().registry


def researched(
    section: int, topic: str, economy: str = "JPN", **fields: Any
) -> tuple[ResearchState, Researched]:
    """What a small profile has on a topic in a section."""
    head = {"economy": economy, "status": "draft", "updated": "22 November 2026"}
    known = edition([Profile.model_validate(head | fields)], REGISTRY)
    found = known.research(next(iter(known.all)), SECTIONS[section - 1], topic)
    return found.state, found


def test_entries_that_bear_the_topic_are_recorded() -> None:
    acts = [{"title": "An act", "topics": ["chips"]}, {"title": "Another", "topics": ["steel"]}]
    state, found = researched(4, "semiconductors", regulatory_provisions={"list": acts})
    assert state is ResearchState.RECORDED
    assert [item.entry.name_text for item in found.entries] == ["An act"]
    assert (found.sentence, found.date, found.by, found.union) == (None, None, "", None)


def test_the_topics_of_a_record_are_its_entries_own() -> None:
    key = next(key for key, r in REGISTRY.disputes.records.items() if "subsidies" in r.topics)
    state, found = researched(7, "subsidies", proceedings={"disputes": {"list": [key]}})
    assert state is ResearchState.RECORDED
    assert len(found.entries) == 1


def test_a_text_that_speaks_of_it_mentions_it_with_sentence_and_note() -> None:
    text = "It is an old policy. [@a] Chip plants get a credit. [@b, p 3] So do others. [@c]"
    fields: Any = {"industrial_strategy": {"text": text}, "digital_strategy": {"text": "No. [@a]"}}
    state, found = researched(1, "semiconductors", **fields)
    assert state is ResearchState.MENTIONED
    assert found.sentence is not None
    assert plain(found.sentence) == "Chip plants get a credit."
    assert [c.key for n in found.sentence.children if isinstance(n, Cite) for c in n.citations] == [
        "b"
    ]
    assert researched(2, "semiconductors", **fields)[0] is ResearchState.NOT_RESEARCHED


def test_a_word_of_the_economys_own_language_is_a_mention() -> None:
    strategy = {"text": "The 半導体・デジタル産業戦略 came first. [@a]"}
    assert researched(1, "semiconductors", "JPN", industrial_strategy=strategy)[1].sentence
    assert not researched(1, "semiconductors", "KOR", industrial_strategy=strategy)[1].sentence


def test_a_topic_that_was_looked_for_in_sections_is_searched_there_alone() -> None:
    searched = [{"topic": "chips", "sections": [2, 3], "date": "July 2026", "by": "A. Reader"}]
    state, found = researched(3, "semiconductors", searched=searched)
    assert state is ResearchState.SEARCHED
    assert (str(found.date), found.by, found.entries) == ("July 2026", "A. Reader", ())
    assert researched(4, "semiconductors", searched=searched)[0] is ResearchState.NOT_RESEARCHED
    assert researched(3, "steel", searched=searched)[0] is ResearchState.NOT_RESEARCHED


def test_the_newest_of_several_searches_counts_and_those_without_sections_are_of_all() -> None:
    searched = [
        {"topic": "semiconductors", "date": "2026-07-02", "by": "B"},
        {"topic": "semiconductors", "sections": [4], "date": "2026-08-01"},
        {"topic": "semiconductors", "date": "2025", "by": "A"},
    ]
    assert str(researched(4, "semiconductors", searched=searched)[1].date) == "1 August 2026"
    assert [researched(n, "semiconductors", searched=searched)[1].by for n in (1, 4, 7)] == [
        "B", "", "B",
    ]  # fmt: skip


def test_a_section_without_anything_is_searched_for_every_topic() -> None:
    none = {"none_found": {"statement": "None.", "searched": "June 2026"}}
    for topic in ("semiconductors", "property"):
        state, found = researched(3, topic, constitutional_provisions=none)
        assert (state, str(found.date)) == (ResearchState.SEARCHED, "June 2026")


def test_a_search_without_a_date_is_a_search() -> None:
    state, found = researched(3, "steel", constitutional_provisions={"none_found": "None."})
    assert (state, found.date) == (ResearchState.SEARCHED, NotStated.NOT_STATED)
    dated = [{"topic": "steel", "date": "2020"}]
    fields: Any = {"constitutional_provisions": {"none_found": "None."}, "searched": dated}
    assert str(researched(3, "steel", **fields)[1].date) == "2020", "a date says more"


def test_a_section_that_is_complete_was_searched_for_what_it_lacks() -> None:
    section = {"list": [{"title": "An act", "topics": ["chips"]}], "complete_to": "30 June 2026"}
    state, found = researched(4, "steel", regulatory_provisions=section)
    assert (state, str(found.date)) == (ResearchState.SEARCHED, "30 June 2026")
    state, found = researched(4, "semiconductors", regulatory_provisions=section)
    assert (state, str(found.date)) == (ResearchState.RECORDED, "30 June 2026")


def test_a_mention_does_not_hide_a_search() -> None:
    section = {"text": "There is no act on steel. [@a]", "complete_to": "2026"}
    state, found = researched(4, "steel", regulatory_provisions=section)
    assert (state, str(found.date)) == (ResearchState.MENTIONED, "2026")


@pytest.mark.parametrize("section", [None, {"not_researched": "Later."}, {"text": "So. [@a]"}])
def test_where_nobody_looked_it_is_not_researched(section: Any) -> None:
    state, found = researched(4, "steel", regulatory_provisions=section)
    assert (state, found.date) == (ResearchState.NOT_RESEARCHED, None)


def test_what_cannot_apply_is_a_state_of_its_own() -> None:
    fields: Any = {"plurilaterals": {"not_applicable": "It is none."}}
    searched = [{"topic": "steel", "date": "2026"}]
    state, _ = researched(6, "steel", searched=searched, **fields)
    assert state is ResearchState.NOT_APPLICABLE


def test_where_a_union_acts_the_member_is_not_said_to_be_unresearched() -> None:
    section: dict[str, Any] = {"through": "EUU"}
    state, found = researched(5, "steel", "DEU", economic_treaties=section)
    assert state is ResearchState.UNION_ACTS
    assert found.union is not None
    assert found.union.code == "EUU"
    section["complete_to"] = "2026"
    state, found = researched(5, "steel", "DEU", economic_treaties=section)
    assert (state, str(found.date)) == (ResearchState.SEARCHED, "2026")
    assert found.union is not None, "it acts whatever was searched"


def test_no_topic_of_the_vocabulary_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        researched(4, "chips")


@pytest.mark.parametrize(
    "wrong",
    [{"sections": [8]}, {"sections": [0]}, {"sections": [True]}, {"date": "not stated"},
     {"date": None}, {"topic": ""}],
)  # fmt: skip
def test_a_search_says_what_when_and_where(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Search.model_validate({"topic": "steel", "date": "2026"} | wrong)
