"""English of the first page: its list of economies, its search, and comparisons to start with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from profilegen.core.reader_text_type import Words, table
from profilegen.core.shared_english import counted
from profilegen.core.typography import joined, runs, sentence
from profilegen.view.wording.en.pages import LINKS

WRITTEN = "written"
"""What a section is that holds something."""

SAY: dict[str, Any] = {
    # Search
    "search": "Search economies, laws, treaties, disputes, topics",
    "go": "Go to the first that is found",
    "search_how": "Works in every script, and offline.",
    "found": "Found",
    # Comparisons to start with
    "start": "Start with a comparison",
    "build": "Build your own",
    # The list of economies
    "economies": LINKS["index"],
    "economy": "Economy",
    "status": "Status",
    "updated": "Updated",
    "sections": "Sections",
    "print": "Print",
    "pdf_of": "PDF, {name}",
    "compare": "Compare",
    "compare_one": "Compare {name}",
    "key": {
        "written": WRITTEN,
        "none_found": "searched, none found",
        "not_applicable": "not applicable",
        "not_researched": "not researched",
    },
    # Economies that are ticked
    "tray": "Chosen economies",
    "tray_clear": "Clear",
    # Other ways
    "by_section": "One section, all economies",
    "across": "Across all economies",
}

SEARCH = table(
    {
        "some": "{n} found",
        "first": "{n} found, the first {most} shown",
        "none": "Nothing found",
    }
)
"""What the search says of what it found."""

HITS = table(
    {
        "economy": "Economy",
        "section": "Section",
        "topic": "Topic",
        "indicator": "Indicator",
    }
)
"""What a thing is that is found, where it is no entry."""


def lead(economies: int) -> Words:
    """The sentence at the head of the page."""
    whose = (
        f"{economies} economies, each in the same" if economies > 1 else "one economy so far, in"
    )
    return Words(
        "What governments want their industries to become, the law they use, and the treaties "
        f"that bind them: {whose} seven sections."
    )


def counts(statuses: Mapping[str, int]) -> Words:
    """`12 profiles: 2 reviewed and 10 drafts`."""
    named = {"published": "{n} published", "reviewed": "{n} reviewed"}
    kinds = [words.format(n=statuses[key]) for key, words in named.items() if statuses.get(key)]
    if drafts := statuses.get("draft"):
        kinds.append(counted(drafts, "draft"))
    return Words(f"{counted(sum(statuses.values()), 'profile')}: {joined(kinds)}" if kinds else "")


def written(count: int, *, whole: bool) -> Words:
    """How many sections of a profile are written."""
    return Words(f"all {count} written" if whole else f"{count} written")


def silent(sections: Sequence[int], state: Words | str) -> Words:
    """`sections 6 and 7 not researched`; the words for what they say instead are given."""
    numbers = list(sections)
    return Words(f"{'sections' if len(numbers) > 1 else 'section'} {runs(numbers)} {state}")


def older(months: int) -> Words:
    """By how much a profile is older than the newest."""
    return Words(f"{months} months older")


# Comparisons to start with


def by_treaty(names: Words | str) -> Words:
    """Title of the comparison of some economies by treaty."""
    return Words(f"{sentence(names)}: treaties")


def by_topic(topic: str) -> Words:
    """Title of the comparison of their laws on a topic."""
    return Words(f"What the law says on {topic}")


def instruments(count: int, names: Words | str) -> Words:
    """How many laws and policies of which economies there are."""
    return Words(f"{counted(count, 'law and policy', 'laws and policies')} of {names}.")


def members(treaties: Sequence[str]) -> Words:
    """The question that the page of treaties answers."""
    return Words(f"Who is in {joined(list(treaties))}")


def bound(economies: int) -> Words:
    """What that page says of each."""
    return Words(f"Since when each of {counted(economies, 'economy', 'economies')} is bound.")


# What is found


def economies(count: int) -> Words:
    """Whose figures an indicator has, if several have them."""
    return Words(counted(count, "economy", "economies"))


def against(complainant: str, respondent: str) -> Words:
    """Between whom a case is."""
    return Words(f"{complainant} against {respondent}")
