"""What a section says of itself: how far it was looked into, who acts in it, how many disputes."""

from __future__ import annotations

from profilegen.core.dates import Date
from profilegen.core.entry_facts_with_registry import When
from profilegen.core.model.dispute_counts import Count
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.sections import SectionKind, section_of
from profilegen.core.reader_text_type import Words, strung, table
from profilegen.core.shared_english import counted
from profilegen.core.typography import joined, sentence
from profilegen.edition.economies import Economy
from profilegen.edition.resolved import ActingUnion
from profilegen.view.wording.en.general import stated, the

SAY = table(
    {
        "missing": "This section is not written yet.",
        "one_note": "One note covers this list.",
        "lead_in": "{kinds}:",
        "by_topic": "Topics",
        "compare_by_topic": "Compare by topic",
        "compare": "Compare this section",
        # A section of all economies in print
        "number": "Section {number}",
        "of_series": "{series}, section {number}",
        "page": "page ",
        "cite_as": "Cite as",
    }
)
"""What stands in sections and beside them."""

SILENCE = table(
    {
        "none_found": "None found",
        "not_applicable": "Not applicable",
        "not_researched": "Not researched",
        "missing": "Not researched",
    }
)
"""Why a section holds nothing."""


def checked(date: When, by: str = "") -> Words:
    """When the section was checked, and by whom: `checked 14 July 2025 by Ada Nkosi`."""
    return strung(" ", ("checked", stated(date) if date else "", by and f"by {by}"))


def registry_of(date: Date) -> Words:
    """The day of the registry from which a section's facts come."""
    return Words(f"registry {date}")


def searched(date: When) -> Words:
    """When nothing was found."""
    if not isinstance(date, Date):
        return Words("No date of the search is stated.")
    return Words(f"Searched: {date}.")


# ------------------------------------------------------------------- counts of disputes


def tally(count: Count, economy: Economy | None) -> Words:
    """`Japan has been complainant in 28 WTO cases and ...`; a second sentence names nobody."""
    sides = [
        (side, number)
        for side, number in (
            ("complainant", count.complainant),
            ("respondent", count.respondent),
            ("third party", count.third_party),
        )
        if number is not None
    ]
    cases = f" {count.forum} {'case' if sides and sides[0][1] == 1 else 'cases'}"
    phrases = [f"{side} in {n}{'' if at else cases}" for at, (side, n) in enumerate(sides)]
    date = (
        f", as of {count.as_of}" if isinstance(count.as_of, Date)
        else "; the date of this count is not stated"
    )  # fmt: skip
    who = sentence(the(economy)) if economy else "It"
    return Words(f"{who} has been {joined(phrases)}{date}.")


# ------------------------------------------------------------------- a union that acts


def through(kind: SectionKind, acting: ActingUnion, economy: Economy) -> Words:
    """Sentences, computed: the union acts, and how much of it the registries hold."""
    since = acting.since
    member = f", of which it has been a member since {since}" if isinstance(since, Date) else ""
    sentences = [
        f"{sentence(the(acting.union))} acts here for {the(economy)}{member}.",
        _HELD[kind](acting) if kind in _HELD else "",
        f"What it does stands in its own profile ({acting.union.code} {kind.number}).",
    ]
    return strung(" ", sentences)


def _treaties(acting: ActingUnion) -> Words:
    return _registered(counted(acting.bound, "treaty", "treaties") + " in force", acting.as_of)


def _initiatives(acting: ActingUnion) -> Words:
    return _registered(counted(acting.bound, "initiative"), acting.as_of)


def _disputes(acting: ActingUnion) -> Words:
    assert acting.tally
    return Words(
        f"The union has been complainant in {acting.tally.complainant} WTO cases and respondent in "
        f"{acting.tally.respondent}, those against member States included"
        + (f", as of {acting.as_of}." if acting.as_of else ".")
    )


def _registered(what: str, as_of: Date | None) -> Words:
    return Words(f"The registry has the union in {what}" + (f" as of {as_of}." if as_of else "."))


_HELD = {
    section_of(Agreement): _treaties,
    section_of(Initiative): _initiatives,
    section_of(Dispute): _disputes,
}
"""How much the registries hold of what a union does, by section."""
