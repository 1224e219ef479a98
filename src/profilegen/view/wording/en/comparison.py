"""The words of comparisons: on paper, as one file and in the browser, each is written here once.

What stands in braces is filled in where a comparison is made: by `format` in Python and by `fill`
in the page's scripts, to which `output/compare_words` hands SAY and COUNTED. `compared_cells` has
the words of cells and of the heads of rows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from profilegen.core.model.kinds.kind_declaration import Kind
from profilegen.core.reader_text_type import Words, strung, table
from profilegen.core.typography import joined, runs, sentence
from profilegen.view.wording.en.general import status_dated
from profilegen.view.wording.en.numbers import Counted, nouns, number
from profilegen.view.wording.wording_by_kind import wording

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

SAY = table(
    {
        # A comparison and its table
        "and": joined(["{before}", "{last}"]),
        "compared": "{what}: {sections} compared",
        "on": ", on {topics}",
        "up_to": "up to ",
        "group": "{title}: {count}",
        "figures": "Figures, by indicator",
        "signs": "Signs",
        "notes": "Notes",
        "note": "Note {label} \u00b7 {name}, {title}",
        "registry": "{registry}: {places}.",
        # Figures side by side
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
        "reading_title": "How to read it",
    }
)
"""What a comparison says in all media."""

FILE = table(
    {
        # A comparison on paper
        "series": "Comparisons",
        "what": "Comparison of {sections}",
        "compared": "compared",
        "only": "Only {topics}.",
        "cite_as": "Cite as",
        "content": "Content",
        "digest": "SHA-256",
        "terms": "Terms",
        # As one file
        "content_digest": "SHA-256 of the content:",
        "text_licence": "Text {licence}.",
        # In both
        "cited_file": "SHA-256 {digest}",
        "table": "Columns {letters}, table {at} of {count}",
        "first_table": "See the first table.",
        "first_notes": "Notes of {letter} stand under the first table.",
        "group_below": "{title}: {count}, {below} of them in the lists below",
        "alone": "{name} only: {count}",
        "alone_figures": "None recorded for the others.",
    }
)
"""What only a file says that is printed or sent: it holds all economies that were chosen."""

TRAITS = table(
    {
        "period": "period",
        "gap": "a gap",
        "currency": "currency",
        "exactness": "exactness",
        "source": "source",
        "date": "date",
        "estimate": "estimate",
        "no_estimate": "no estimate",
        "aim": "aim",
        "no_aim": "no aim",
    }
)
"""What a difference between two figures is called."""

_READING = table(
    {
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
)


def reading(*, controls: bool = False, figures: bool = True, disputes: bool = True) -> Words:
    """What the words of a comparison mean, of what stands in it."""
    without = {"show": not controls, "figures": not figures, "disputes": not disputes}
    return strung(" ", (words for name, words in _READING.items() if not without.get(name)))


# ------------------------------------------------------------ columns


def stood(status: str, updated: object, checked: Words | str, *, together: bool) -> Words:
    """Standing and dates in a section: `Draft of 18 July 2025, checked 14 July 2025`.

    `together` says that it was checked on the day on which the profile was updated.
    """
    if together:
        return Words(f"{sentence(status)}, updated and checked {updated}")
    return strung(", ", (sentence(status_dated(status, updated)), checked))


def standing(drafts: int, columns: int) -> Words:
    """How far the profiles are, where a page has no room for each."""
    if not drafts:
        return Words("Each column carries its own date")
    all_or_some = "Drafts" if drafts == columns else "Some of them drafts"
    return Words(f"{all_or_some}; each column carries its own date")


# ------------------------------------------------------------ sections and their rows

_ROWS = table(
    {
        "topic": "topic",
        "agreement": "agreement",
        "initiative": "initiative",
        "dispute": "dispute",
    }
)


def row_title(rows: str) -> Words:
    """What the rows of a section are, as the head of their column: `Agreement`."""
    return _ROWS[rows].capitalize()


def nothing(rows: str) -> Words:
    """`no agreement to compare`."""
    return Words(f"no {_ROWS[rows]} to compare")


def text_label(*, counts: bool) -> Words:
    """What the row of a section's running text is called; `counts` says that it counts disputes."""
    return Words("Text and counts" if counts else "Text")


def initiatives_beside(*, signed: bool) -> Words:
    """Where a reader of treaties finds initiatives, and what was `signed` under them."""
    detail = ", with what was signed under them," if signed else ""
    return Words(f"IPEF and other initiatives{detail} stand in section 6")


def registry_named(kind: Kind, as_of: object) -> Words:
    """`Registry of treaties as of 27 April 2026`."""
    named = f"Registry of {wording(kind.one).many.lower()}"
    return Words(f"{named} as of {as_of}" if as_of else named)


def sections_named(numbers: Sequence[int]) -> Words:
    """`section 5`, `sections 4 and 5`, `sections 1 to 7`."""
    return Words(f"section{'s' if len(numbers) > 1 else ''} {runs(list(numbers))}")


def topics_named(topics: Collection[Words]) -> Words:
    """Topics within a sentence."""
    return strung(", ", topics).lower()


def on_topics(topics: Collection[Words]) -> Words:
    """`, on chips and data`; nothing where none was chosen."""
    return Words(
        SAY["on"].format(topics=joined([topic.lower() for topic in topics])) if topics else ""
    )


def doubt(title: Words, letters: Sequence[str]) -> Words:
    """A row of which something is not known for certain, and the columns in doubt."""
    where = f", column{'s' if len(letters) > 1 else ''} {', '.join(letters)}" if letters else ""
    return Words(f"{title}{where}")


def in_doubt(named: Sequence[Words], count: int) -> Words:
    """The sentence of such rows; of many, some are `named`."""
    more = f"; and {count - len(named)} more" if count > len(named) else ""
    return Words(f"Unknown, not verified or without a date ({count}): {strung('; ', named)}{more}.")


def alone_by_registry(*, treaties: bool) -> Words:
    """What is said of the records that one column alone has, by the registry."""
    known = "Known to the registry, not listed"
    if treaties:
        return Words(f"{known}; by date of signature. None of the others is a party.")
    return Words(f"{known}. None of the others is a participant.")


def rows_left_out(rows: str, count: int) -> Words:
    """How many rows have nothing to tell of a table's columns."""
    plural = "s" if count > 1 else ""
    one = _ROWS[rows]
    return Words(
        f"Left out here: {count} {one}{plural} in which none of these economies has a part."
    )


def figures_left_out(count: int, base: str) -> Words:
    """The same of indicators; `base` is the letter of a column that stands in an earlier table."""
    plural = "s" if count > 1 else ""
    alone = f", or {base} alone" if base else ""
    of_these = f"of which none of these economies has figures{alone}"
    return Words(f"Left out here: {count} indicator{plural} {of_these}.")


# ------------------------------------------------------------ how rows are shared


def group_title(low: int, high: int, wide: int) -> Words:
    """What rows are called that so many of the `wide` columns have: `In two or three`."""
    if not high:
        return Words("In none for certain")
    if low == wide:
        return Words("In both" if wide == 2 else f"In all {number(wide)}")
    if high == 1:
        return Words("In one only")
    if low == high:
        return Words(f"In {number(low)}")
    return Words("In two or three" if high == 3 else f"In {number(low)} to {number(high)}")


def group_counted(rows: str, low: int, high: int, wide: int) -> Counted | None:
    """How the sentence counts them, if it does: `2 agreements shared by both`, `6 by two`."""
    if not high:
        return None
    if low == wide:
        return nouns(_ROWS[rows], " shared by both" if wide == 2 else " shared by all")
    if high == 1:
        return _plain("in one only")
    return _plain("by two" if low == high else "by some")


def _plain(tail: str) -> Counted:
    """`none by two`, `1 by two`, `6 by two`."""
    return Counted(f"none {tail}", f"{{n}} {tail}", f"{{n}} {tail}")


def between_them(rows: str) -> Counted:
    """`2 disputes between them`."""
    return nouns(_ROWS[rows], " between them")
