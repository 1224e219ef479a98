"""What a profile says outside its sections: its head, the five lines at a glance, its end."""

from __future__ import annotations

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.entry_facts_with_registry import When
from profilegen.core.reader_text_type import Words, strung, table
from profilegen.core.richtext import Emph, Text
from profilegen.core.shared_english import counted
from profilegen.core.typography import joined, runs, sentence
from profilegen.edition.economies import Economy
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.text.nodes import Run
from profilegen.view.wording.en.general import STATUS, status_dated, the
from profilegen.view.wording.en.section import SILENCE

SAY = table(
    {
        # The head
        "number": ", no. {number}",
        "description": "Industrial policy and trade law of {name} in seven sections, with its "
        "sources. {standing}.",
        "pdf_of": "{title} (PDF)",
        "section": "section {numbers}",
        "sections": "sections {numbers}",
        # The page's parts
        "parts": "Sections",
        "notes": "Notes",
        "end": "Cite, open points",
        "back": "Back to the text at note {label}",
        "about": "About this profile",
    }
)
"""What the page of a profile says."""

FACTS = table(
    {
        "based_on": "Based on",
        "author": "Author",
        "authors": "Authors",
        "status": "Status",
        "checked": "Law checked to",
        "registry": "Registry as of",
    }
)
"""Facts about the document."""

END = table(
    {
        "cite-as": "Cite as",
        "open": "Open",
        "known-gaps": "Known gaps",
        "topics": "Topics",
        "short-forms": "Short forms",
        "history": "History",
    }
)
"""Lines of the last page."""


# ------------------------------------------------------------------- the head


def review(status: str, reviewers: list[str]) -> Words:
    """Who has reviewed a profile, or that nobody has, beside its status."""
    by = f"by {joined(reviewers)}" if reviewers else ""
    if status == "reviewed":
        return Words(by)
    if by:
        return Words(f"reviewed {by}")
    return Words("not yet reviewed" if status == "draft" else "")


def status_reviewed(status: str, reviewers: list[str]) -> Words:
    """`Draft; not yet reviewed`, `Reviewed by Ada Nkosi`."""
    link = " " if status == "reviewed" else "; "
    return strung(link, (sentence(STATUS[status]), review(status, reviewers)))


def checked_to(oldest: Date | None, *, every: bool) -> Words:
    """How far the law was checked, be it in every section or in some."""
    if oldest is None:
        return Words(NOT_STATED)
    return Words(str(oldest) if every else f"{oldest}, not all sections")


# ------------------------------------------------------------------- at a glance

SILENT = table({"": "none listed"}) | {state: words.lower() for state, words in SILENCE.items()}
"""Why a section lists nothing."""

_NOUNS = {
    "strategy": ("strategy", "strategies"),
    "instrument": ("legal instrument", "legal instruments"),
    "treaty": ("treaty in force", "treaties in force"),
    "initiative": ("initiative", "initiatives"),
    "dispute": ("dispute", "disputes"),
}

_INSTRUMENTS = table(
    {
        "in force": "{n} in force",
        "amended": "{n} amended",
        "enacted": "{n} not yet in force",
        "draft": "{n} draft",
        "repealed": "{n} repealed",
        "expired": "{n} expired",
        "not stated": "{n} of unstated status",
    }
)

_SIDES = table(
    {
        "complainant": "as complainant",
        "respondent": "as respondent",
        "third_party": "as third party",
    }
)

DISPUTES_OF = Words("{forum} disputes")
LISTED = Words("listed; no count")
"""Disputes of which only entries are known, without a count of all."""


def noun(kind: str, number: int) -> Words:
    """What a line counts."""
    one, many = _NOUNS[kind]
    return Words(one if number == 1 else many)


def through(union: Economy) -> Words:
    """Who acts in a section that lists nothing."""
    return Words(f"through {the(union)}")


def latest_strategy(date: Date, *, revised: bool, several: bool) -> Words:
    """`the newest revised in June 2023`, `of June 2023`."""
    return Words(f"{'the newest ' if several else ''}{'revised in' if revised else 'of'} {date}")


def instruments(status: str, number: int) -> Words:
    """How many acts have a status, or are policies, which have none."""
    if status == "policy":
        return Words(counted(number, "policy document"))
    return _INSTRUMENTS[status].format(n=number)


def treaties(signed: int, never: list[str], ended: int, union: Economy | None) -> Words:
    """Treaties that are listed beside those in force."""
    parts = (
        f"{signed} signed or under negotiation" if signed else "",
        f"{len(never)} signed that never took effect ({', '.join(never)})" if never else "",
        f"{ended} ended" if ended else "",
    )
    told = ", ".join(filter(None, parts))
    more = f"more through {the(union)}" if union else ""
    return Words(joined([*filter(None, (told and f"and {told}", more))]))


def with_role(number: int, role: str) -> Words:
    """`2 of them as co-convenor`."""
    return Words(f"{number} of them as {role}")


def sides(known: list[str], as_of: When) -> Words:
    """What the numbers of a count are: `as complainant / as respondent; as of 2024`."""
    date = f"as of {as_of}" if isinstance(as_of, Date) else "date of count not stated"
    return Words(f"{strung(' / ', (_SIDES[side] for side in known))}; {date}")


# ------------------------------------------------------------------- the end


def cite(of: ResolvedProfile) -> Run:
    """How to cite the page: nothing that an author did not write is put under their name."""
    profile, series = of.profile, of.series
    number = SAY["number"].format(number=profile.number) if profile.number else ""
    basis = f", based on {profile.based_on}" if profile.based_on else ""
    house = f"{series.publisher}, " if series.publisher else ""
    lead = f"{joined(list(profile.authors))}, " if profile.authors else ""
    return (
        Text(f"{lead}\u2018{of.name}\u2019, "),
        Emph((Text(f"{series.title}: {series.subtitle}"),)),
        Text(f"{number} ({house}{status_dated(profile.status, profile.updated)}){basis}."),
    )


def unstated(
    code: str, numbers: list[str], drafts: list[str], dates: list[str], counts: list[str]
) -> Words:
    """What no source states: the numbers and dates of entries, the dates of counts by forum."""
    plural = "s" if len(numbers) > 1 else ""
    gaps = (
        f"the number{plural} of {code} {joined(numbers)}" if numbers else "",
        f"the date of the draft {code} {joined(drafts)}" if drafts else "",
        f"a date of {code} {joined(dates)}" if dates else "",
        f"the date of the {joined(counts)} count" if counts else "",
    )
    told = "; ".join(filter(None, gaps))
    return Words(f"Not stated in any source: {told}." if told else "")


def unrecorded(unchecked: list[int], unsearched: list[int]) -> Words:
    """Sections of which the author does not say when they were checked or searched."""
    several = len(unchecked) > 1
    subject = f"{'sections' if several else 'section'} {runs(unchecked)}"
    gaps = (
        f"when {subject} {'were' if several else 'was'} last checked" if unchecked else "",
        f"when section {joined(list(map(str, unsearched)))} was searched" if unsearched else "",
    )
    told = "; ".join(filter(None, gaps))
    return Words(f"Not recorded: {told}." if told else "")


def count_of(forum: str) -> Words:
    """A count of disputes that a waiver accepts."""
    return Words(f"{forum} count")


def place(section: int, what: str) -> Words:
    """A section that a waiver accepts, or something in it that is no entry."""
    return Words(f"Section {section}{': ' if what else ''}{what}")
