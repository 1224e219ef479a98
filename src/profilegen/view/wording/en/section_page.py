"""English of the page of one section across all economies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from profilegen.core.reader_text_type import Words, strung, table
from profilegen.core.shared_english import counted
from profilegen.core.typography import joined
from profilegen.view.site.imprint import Frame

SAY = table(
    {
        "issue": "Section {number}, all economies",
        "sections": "Sections",
        "neighbours": "Previous and next section",
        "previous": "Previous",
        "next": "Next",
        "in_profile": "In the profile",
        "compare": "Compare",
        "compare_all": "Compare side by side",
        "unchecked": "date of check not stated",
        "text_only": "text only",
    }
)


def held(entries: int) -> Words:
    """What a written section holds."""
    return Words(counted(entries, "entry", "entries") if entries else SAY["text_only"])


def lead(
    number: int, economies: int, entries: int, silent: Sequence[tuple[int, Words | str]]
) -> Words:
    """How many economies there are, what they list, and in how many there is nothing, and why."""
    what = f"Section {number} of the profiles of {counted(economies, 'economy', 'economies')}"
    listed = f"{counted(entries, 'entry', 'entries')} in all" if entries else "no entries"
    silences = [f"{count} {words}" for count, words in silent]
    return Words(f"{what}, one after another: {joined([listed, *silences])}.")


_STATUSES = table({"draft": "{n} DRAFT", "reviewed": "{n} reviewed", "published": "{n} published"})


def standing(statuses: Mapping[str, int], newest: object) -> Words:
    """`12 profiles, the newest of 21 November 2026: 10 DRAFT, 2 reviewed`."""
    count = sum(statuses.values())
    known = [words.format(n=statuses[s]) for s, words in _STATUSES.items() if statuses.get(s)]
    whole = f"{count} profiles, the newest" if count > 1 else f"{count} profile"
    return Words(f"{whole} of {newest}: {strung(', ', known)}")


def cite_as(section: tuple[int, str], profiles: int, frame: Frame, newest: object) -> Words:
    """How to cite the page; the section by number and label."""
    number, label = section
    house = f"{frame.publisher}, " if frame.publisher else ""
    return Words(
        f"'{label}: section {number} of {counted(profiles, 'profile')}', "
        f"{frame.series}: {frame.subtitle} ({house}newest profile of {newest})."
    )
