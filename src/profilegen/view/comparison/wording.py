"""The words of comparisons: on paper, as one file and in the browser, each is written here once.

What stands in braces is filled in where a comparison is made: by `format` in Python and by `fill`
in the page's scripts, to which `output/compare_words` hands all of it.
"""

from __future__ import annotations

from typing import NamedTuple

from profilegen.core.model.kinds.kind import Kind
from profilegen.core.model.sections import SectionKind
from profilegen.core.typography import joined, sentence
from profilegen.view.comparison.limits import WIDE
from profilegen.view.wording.en.general import STATUS, status_dated
from profilegen.view.wording.kind_wording import wording

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """A small number in words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


class Counted(NamedTuple):
    """What is said of none, of one and of more; `{n}` is their number."""

    none: str
    one: str
    many: str

    def of(self, count: int, **values: object) -> str:
        """The words for a number; nothing where none are not worth a word."""
        pattern = (self.none, self.one, self.many)[min(count, 2)]
        return pattern.format(n=count, **values)


def nouns(one: str, tail: str = "", none: str = "no") -> Counted:
    """`no agreement shared by both`, `1 agreement shared by both`, `2 agreements ...`."""
    return Counted(f"{none} {one}{tail}", f"{{n}} {one}{tail}", f"{{n}} {one}s{tail}")


COUNTED = {
    "unknown": Counted("", "; {n} cell unknown", "; {n} cells unknown"),
    "listed": Counted("", ", {n} more listed", ", {n} more listed"),
    "shown": Counted("{n} rows shown", "{n} row shown", "{n} rows shown"),
    "others": nouns("other part"),
    "older": Counted(
        "",
        "{spread}{months} months older than column {letters}",
        "{spread}{months} months older than columns {letters}",
    ),
    "lost": Counted(
        "",
        "Left out: {names}; it has no profile here, or there is no room.",
        "Left out: {names}; they have no profile here, or there is no room.",
    ),
}
"""Phrases about a number."""

_SIDE_BY_SIDE = f"{number(WIDE).capitalize()} stand side by side"

CONTROLS = {
    "page": "Compare",
    "page_about": "Economies side by side, section by section: what is shared, what differs, what "
    "is not known.",
    "no_script": "Economies side by side need JavaScript here. Without it, the same facts stand "
    "{across}on the page of each economy.",
    "across": "section by section, and ",
    "across_title": "Sections across all economies",
    "economies": "Economies",
    "who": "Economies, base first",
    "add": "+ Add",
    "add_name": "Add an economy",
    "pick": "Name in any script, or code",
    "enter": "Enter",
    "enter_does": "adds,",
    "escape": "Esc",
    "escape_does": "closes.",
    "section_name": "Section",
    "topic_name": "Topic",
    "find": "Find in rows",
    "find_how": "Any script",
    "show": "Show",
    "show_all": "All",
    "show_shared": "Shared",
    "show_different": "Different",
    "copy_link": "Copy link",
    "save": "Save as one file",
    "print": "Print",
    "cite": "Cite",
    "copy_citation": "Copy citation",
}
"""What compare.html says before anything is chosen; its scripts say none of it."""

SAY = {
    # The page
    "page_of": "Compare: {series}",
    "all_topics": "All topics",
    "signs": "Signs",
    # Choosing
    "choose": "Choose two economies to compare.",
    "choose_more": "{name}: add an economy to compare it with.",
    "base": "base",
    "chosen": "chosen",
    "option": "{code}, {updated}",
    "make_base": "Make {name} the base",
    "remove": "Remove {name}",
    "full": f"{_SIDE_BY_SIDE}: remove one to add another.",
    "unmatched": "No economy of this name has a profile.",
    # What a link, the network or a choice does not give
    "edition": "This link was made with edition {then}; you see edition {now}, and facts may have "
    "changed.",
    "not_loaded": "The data of {name} could not be loaded.",
    "a_column": "a column",
    "no_rows": "No row is left. Show all, or clear the search.",
    # What is done with a comparison
    "link_copied": "The link is copied.",
    "citation_copied": "The citation is copied.",
    "saved": "Saved as {name}.",
    "file_name": "{codes}-section-{number}-{topic}",
    "made_from": "Made from {address}",
    # A comparison and its table
    "and": joined(["{before}", "{last}"]),
    "section": "section {number}",
    "compared": "{what}: {sections} compared",
    "on": ", on {topics}",
    "beside": "IPEF and other initiatives{detail} stand in section 6",
    "beside_detail": ", with what was signed under them,",
    "crumb": "Section {number}, {label}",
    "crumb_beside": "Section {number}, {label}; {beside}",
    "updated_checked": "{status}, updated and checked {updated}",
    "up_to": "up to ",
    "text": "Text",
    "text_counts": "Text and counts",
    "group": "{title}: {count}",
    "figures": "Figures, by indicator",
    "notes": "Notes",
    "note": "Note {label} \u00b7 {name}, {title}",
    "between": " between them",
    "nothing": "no {noun} to compare",
    "registry": "{registry}: {places}.",
    # Figures side by side
    "elsewhere": "Recorded in section {number}",
    "unlike": "Unlike {letter} in {marks}",
    "unlike_told": "{name}: {other}, not {base}",
    "period_unstated": "period (not stated)",
    "another_part": "Not comparable with {letter}: another part",
    "another_economy": "Of another economy or group",
    "base_another": "The figures of {letter} are of another economy or group",
    "more_parts": "and {parts}, on the page of figures",
    # How to cite it
    "cite_title": "Cite this comparison",
    "cited": "\u2018{compared}{on}\u2019, ",
    "cited_profile": "{name}, {dated}",
    "cited_dates": " ({profiles}; registry as of {registry}), {copy}.",
    "cited_edition": "edition {edition}{where}",
    "cited_address": " <{address}>",
    "cited_file": "SHA-256 {digest}",
    "reading_title": "How to read it",
}
"""What a comparison says beside that, and its page."""

_READING = {
    "row": "A row is one agreement, initiative or dispute, under whatever name a profile uses, "
    "one topic or one indicator.",
    "show": "\u201cShared\u201d counts the rows in which two or more have a part, listed "
    "or not; \u201cdifferent\u201d those in which not all are alike.",
    "roster": "\u201cNot a party\u201d rests on the registry\u2019s roster, or on the "
    "parties that a profile names; where that is incomplete, the cell says unknown.",
    "none": "\u201cNone recorded\u201d is no finding that there is none.",
    "figures": "Of figures the latest stand here, or the latest of a period that the "
    "columns share; \u201cunlike\u201d says in what one differs besides its value.",
    "disputes": "Of disputes, those that a profile lists and those between the economies "
    "stand here; the others are counted.",
}

ROOM = tuple(
    f"{number(left).capitalize()} more can stand side by side." if left else SAY["full"]
    for left in range(WIDE + 1)
)
"""How many more economies can be chosen, by their number."""

TRAY = {
    "count": "{n} chosen:",
    "base": "{name} (base)",
    "full": f". {_SIDE_BY_SIDE}",
    "none": "None chosen.",
    "one": "{names} chosen. Choose another to compare it with.",
    "many": "{n} chosen: {names}{full}. Enter compares them.",
}
"""What the first page says of the economies that are ticked there."""


def reading(*, controls: bool = False, figures: bool = True, disputes: bool = True) -> str:
    """What the words of a comparison mean, of what stands in it."""
    without = {"show": not controls, "figures": not figures, "disputes": not disputes}
    return " ".join(words for name, words in _READING.items() if not without.get(name))


def stood(status: str, updated: object, checked: str) -> str:
    """Standing and dates in a section: `Draft of 18 July 2025, checked 14 July 2025`."""
    if checked == f"checked {updated}":
        return SAY["updated_checked"].format(status=STATUS[status].capitalize(), updated=updated)
    return ", ".join(filter(None, (sentence(status_dated(status, updated)), checked)))


def text_label(section: int) -> str:
    """What the row of a section's running text is called."""
    return SAY["text_counts" if section == 7 else "text"]


def beside(noun: str, detail: str = "") -> str:
    """Where a reader finds what might be looked for among the rows of a section."""
    return SAY["beside"].format(detail=detail) if noun == "agreement" else ""


def noun(kind: SectionKind) -> str:
    """What the rows of a section are: topic, agreement, initiative or dispute."""
    return kind.recorded.one if kind.recorded else "topic"


def registry_named(kind: Kind, as_of: object) -> str:
    """`Registry of treaties as of 27 April 2026`."""
    named = f"Registry of {wording(kind.one).many.lower()}"
    return f"{named} as of {as_of}" if as_of else named
