"""English of the pages of treaties and of initiatives, by economy."""

from __future__ import annotations

from collections.abc import Sequence

from profilegen.core.reader_text_type import Words, table
from profilegen.core.shared_english import counted
from profilegen.core.typography import joined
from profilegen.edition.participation import State

TREATIES = table(
    {
        "title": "Who is in which agreement",
        "head": "Agreement",
        "find": "Agreement",
        "shown": "{k} of {n} agreements",
        "year": "The year is the one in which an agreement began to bind that economy, or was "
        "signed.",
        "dated": "signed {year}",
        "linked": "A sign with a link leads to the agreement in that economy\u2019s profile.",
        "registry": "Registry of treaties as of {date}",
        "records": "Agreement by agreement: who is in it since when",
        # Groups
        "many": "More than two parties",
        "two": "Two parties",
        "open": "Parties not recorded",
        # What stands beside the table
        "elsewhere": "Agreements that are pillars of a framework stand with the initiatives",
        "provisions": "Rules for digital trade, provision by provision",
        "provisions_title": "Articles, with what they except or add",
    }
)
"""The page of treaties."""

INITIATIVES = table(
    {
        "title": "Who takes part in which initiative",
        "head": "Initiative",
        "find": "Initiative",
        "shown": "{k} of {n} initiatives",
        "year": "The year is the one in which that economy joined or was bound, where the registry "
        "has it.",
        "dated": "since {year}",
        "linked": "A sign with a link leads to the initiative in that economy\u2019s profile.",
        "registry": "Registry of initiatives as of {date}",
        "records": "Initiative by initiative: who is in it since when",
    }
)
"""The page of initiatives."""

SAY = table(
    {
        "counts": "In or signed, of {n}",
        "in_profiles": "In profiles",
        "seen": "Seen in {sources}.",
        "no_date": "n.d.",
        "listed": "listed, {number}",
        "via": "via {union}",
        "through": "Through {union}",
        "unsure": "{name} (not verified)",
        "named": "Named as a party",
    }
)
"""What both say."""


def treaties_lead(listed: int, economies: int, known: int) -> Words:
    """How many the page has, by how many economies, and of how many."""
    return _lead(f"{counted(listed, 'agreement')} that a profile lists", economies, known)


def initiatives_lead(listed: int, economies: int, known: int) -> Words:
    """The same; parts of what is listed stand on the page too."""
    what = f"{counted(listed, 'initiative')} that a profile lists or that belong to one listed"
    return _lead(what, economies, known)


def _lead(what: str, economies: int, known: int) -> Words:
    whose = counted(economies, "economy", "economies")
    return Words(f"{what}, by {whose}; the registry knows {known}.")


_OUTSIDE = table(
    {
        State.LEFT: "left",
        State.SUPERSEDED: "superseded",
        State.TERMINATED: "terminated",
        State.NEGOTIATING: "negotiating",
    }
)


def below(state: State, role: str, withdrew: int | None) -> Words:
    """A word under the sign, of what the sign does not say; `role` where it is news."""
    if state in _OUTSIDE:
        return _OUTSIDE[state]
    if withdrew:
        return Words(f"withdrew {withdrew}")
    if state in (State.SIGNED, State.NEVER_IN_FORCE):
        return Words("signed")
    return Words("provisional" if state is State.PROVISIONAL else role)


REMARKS = table(
    {
        "no_date": f"{SAY['no_date']}: in it, and no source gives this economy\u2019s own date.",
        "unsure": "*: the date rests on no source that could be checked.",
        "unknown": "Where a roster is incomplete, absence proves nothing, and the cell says "
        "unknown.",
    }
)
"""How short words and signs of the table are meant."""


def through(short: Words | str, union: Words | str, members: Sequence[Words | str]) -> Words:
    """Who is in what through a union, by its short and its whole name."""
    return Words(f"{SAY['via'].format(union=short)}: {joined(list(members))} through {union}.")


def seen(source: str) -> Words:
    """Where facts were seen."""
    return Words(f"Where no other place is named, facts were seen in {source}.")
