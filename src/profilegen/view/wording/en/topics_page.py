"""English of the page of topics."""

from __future__ import annotations

from profilegen.core.reader_text_type import Words, table
from profilegen.core.shared_english import counted
from profilegen.view.wording.en.pages import LINKS

SAY = table(
    {
        "title": LINKS["topics"],
        "compare": "Compare:",
        "also": "Also: {names}",
        "unused": "Topics of the vocabulary that no entry bears yet: {names}.",
    }
)


def lead(topics: int, entries: int, economies: int) -> Words:
    """How many topics there are, and how much stands under them."""
    return Words(
        f"{counted(topics, 'topic')}, under which {counted(entries, 'entry', 'entries')} of "
        f"{counted(economies, 'economy', 'economies')} stand. An entry may stand under several."
    )


def borne(entries: int, economies: int) -> Words:
    """`12 entries of 5 economies`."""
    whose = counted(economies, "economy", "economies")
    return Words(f"{counted(entries, 'entry', 'entries')} of {whose}")
