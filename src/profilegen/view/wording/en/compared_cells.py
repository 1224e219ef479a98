"""The words of what stands in a comparison: cells, heads of rows, and figures beside each other."""

from __future__ import annotations

from profilegen.core.dates import Date
from profilegen.core.reader_text_type import Words, table
from profilegen.core.typography import sentence
from profilegen.view.wording.en.numbers import nouns, number

SIGNS = table(
    {
        "listed": "Listed in the profile",
        "known": "Known to the registry, not listed",
        "signed": "Signed only",
        "draft": "Listed, still a draft",
        "pointer": "Stands elsewhere",
        "no": "Not a party, or no longer",
        "none": "None recorded",
        "none_found": "Searched, none found",
        "not_applicable": "Not applicable",
        "unknown": "Unknown",
    }
)
"""The legend."""

SAY = table(
    {
        # A cell of an agreement, an initiative or a dispute
        "unknown": "Unknown",
        "neither_side": "Neither side",
        "not_party": "Not a party",
        "not_participant": "Not a participant",
        "parties": "Party",
        "complainant": "Complainant",
        "respondent": "Respondent",
        "third_parties": "Third party",
        # Why it is unknown or empty
        "not_registered": "Not in the registry",
        "roster_unverified": "The roster is not verified",
        "roster_incomplete": "The roster is incomplete",
        "thirds_unrecorded": "Third parties not recorded",
        # A cell of a topic or an indicator, and of a section's text
        "none_recorded": "None recorded",
        "none_found": "None found",
        "not_applicable": "Not applicable",
        "not_researched": "Not researched",
        "no_text": "No text",
        "elsewhere": "Recorded in section {number}",
        "listed": "listed, ",
        "listed_first": "Listed, ",
        "under": "under {topic}",
        # The head of a row
        "no_topic": "Without a topic",
        "head_unregistered": "not in the registry",
        "head_unverified": "not verified: {facts}",
        # A figure
        "figure_not_stated": "not stated",
        "period_not_stated": "period not stated",
    }
)
"""What cells, heads of rows and figures say."""

_SILENT = table(
    {
        "none_found": "the profile found none; from the registry",
        "not_applicable": "not applicable by the profile; from the registry",
        "not_researched": "section not researched; from the registry",
        "missing": "section not researched; from the registry",
    }
)
"""Why a section lists nothing, by its state, where the registry knows of something."""


# ------------------------------------------------------------ agreements, initiatives, disputes


def from_registry(state: str, *, goes_on: bool) -> Words:
    """Why the profile does not tell what the registry does; `goes_on` after other words."""
    words = _SILENT.get(state, "not listed, from the registry")
    return Words(words if goes_on else sentence(words))


def through(union: Words | str) -> Words:
    """`Through the European Union`."""
    return Words(f"Through {union}")


def through_union(role: Words | str, union: Words | str) -> Words:
    """`Party, through the European Union`."""
    return Words(f"{role}, through {union}")


def named_by(entry: str) -> Words:
    """`Not listed, named by JPN 5.3`."""
    return Words(f"Not listed, named by {entry}")


def said_by(name: str) -> Words:
    """`As said by the ministry`, before what else is noted."""
    return Words(f"As said by {name}.")


def unverified(facts: Words | str) -> Words:
    """`Not verified: the date of signature`."""
    return Words(f"Not verified: {facts}")


def withdrew(standing: Words | str, left: Date) -> Words:
    """`In force since 2009; withdrew 5 May 2019`."""
    return Words(f"{standing}; withdrew {left}")


def undated(role: Words | str) -> Words:
    """`Participant, own date not stated`."""
    return Words(f"{role}, own date not stated")


# ------------------------------------------------------------ sections


def acts_here(union: Words | str) -> Words:
    """`The European Union acts here`."""
    return Words(f"{sentence(union)} acts here")


def span(first: str, last: str) -> Words:
    """The numbers of a list's entries: `JPN 5.1 to 5.4`."""
    return Words(f"{first} to {last}")


def disputes_counted(
    economy: Words | str, complainant: int, respondent: int, until: object
) -> Words:
    """What the registry counts for a profile that has no count."""
    statement = (
        f"The profile has no count. The registry of disputes has {economy} as "
        f"complainant in {complainant} WTO cases and as respondent in {respondent}"
    )
    return Words(f"{statement}, as of {until}." if until else f"{statement}.")


# ------------------------------------------------------------ figures


def years(length: int) -> Words:
    """`five years`."""
    return Words(f"{number(length)} year" if length == 1 else f"{number(length)} years")


def converted(figure: Words | str, value: object, rate: str) -> Words:
    """A figure with the one it is converted to, at a rate if that is known."""
    return Words(f"{figure} ({value}{f', at {rate}' if rate else ', rate not stated'})")


def known_as_of(date: Date) -> Words:
    """`as of 3 May 2024`."""
    return Words(f"as of {date}")


def according_to(name: str) -> Words:
    """`according to the ministry`."""
    return Words(f"according to {name}")


def other_periods(count: int) -> Words:
    """`and for 6 other periods`."""
    return Words(f"and for {nouns('other period').of(count)}")


def also(others: str) -> Words:
    """`also 2 (1990)`."""
    return Words(f"also {others}")


def parts(count: int) -> Words:
    """`4 parts`."""
    return nouns("part").of(count)


def parts_between(count: int, low: str, high: str) -> Words:
    """`4 parts, 66.1 (lithium-ion battery) to 99.4 (laptop PCs)`."""
    return Words(f"{parts(count)}, {low} to {high}")
