"""English of the page of disputes."""

from __future__ import annotations

from collections.abc import Sequence

from profilegen.core.reader_text_type import Words, table
from profilegen.core.shared_english import counted
from profilegen.core.typography import joined

SAY = table(
    {
        "page_title": "Disputes, who against whom: {series}",
        "title": "Who against whom",
        "corner": "Complaint by \u2026 against \u2026",
        "against_anyone": "Against anyone",
        "by_anyone": "By anyone",
        "not_counted": "Not counted",
        "via": "via {union} {n}",
        "listed": "What profiles list, by topic and year",
        "no_date": "n.d.",
        "others": "Also, under another topic:",
        "cases": "The cases behind the counts",
        "by": "By {name}",
        "against": "against {name}:\u00a0{n}",
        "none": "None against these economies",
        "each": "A case is one request for consultations; one that several economies brought or "
        "that names several respondents counts for each of them.",
    }
)


def lead(economies: int, as_of: object, proceedings: int) -> Words:
    """What the page counts, and what it lists."""
    dated = f" as of {as_of}" if as_of else ""
    return Words(
        f"WTO cases between {counted(economies, 'economy', 'economies')}, counted in the registry "
        f"of disputes{dated}; then the {counted(proceedings, 'proceeding')} that profiles list, "
        "by topic and year."
    )


def through(union: Words | str, short: Words | str, members: Sequence[Words | str]) -> Words:
    """For whom a case against a member of a union counts, and what `via` means."""
    return Words(
        f"A case against a member State counts for the {union} too. \u201cvia {short}\u201d are "
        f"cases in which {joined(list(members))} had a part only through it, as a member at that "
        "time."
    )


def member(name: Words | str, left: object) -> Words:
    """A member of a union; one that left it says when."""
    return Words(f"{name} (a member until {left})" if left else name)
