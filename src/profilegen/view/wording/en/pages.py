"""English of the site around its pages: menu, foot, choosing, notes, and the links to each page."""

from __future__ import annotations

from collections.abc import Iterable

from profilegen.core.reader_text_type import Words, table
from profilegen.core.typography import joined

LINKS = table(
    {
        "index": "Economies",
        "sections": "Sections",
        "compare": "Compare",
        "treaties": "Treaties",
        "initiatives": "Initiatives",
        "disputes": "Disputes",
        "topics": "Topics",
        "timeline": "Timeline",
        "figures": "Figures",
    }
)
"""What a link to a page says, by the page's name; the seven sections share one."""

ABOUT = table(
    {
        "compare": "Economies side by side, section by section.",
        "treaties": "Who is bound by which treaty, and since when.",
        "initiatives": "Who takes part in what, and in which role.",
        "disputes": "Who brought cases against whom, by topic and year.",
        "topics": "What all economies list on each topic.",
        "timeline": "Laws, treaties and disputes over the years.",
        "figures": "Every figure with its period, date and source.",
    }
)
"""What the first page says of a page."""

SAY = table(
    {
        "skip": "Skip to the content",
        "site": "Site",
        "menu": "Menu",
        "registry": "Registry as of {date}",
        "licence": "Text {licence}",
        "pdf": "PDF",
        "pdf_of": "{title} (PDF)",
        "csv": "CSV",
        "cite": "Cite",
        "cite_as": "Cite as",
        "updated": "Updated",
        "economies": "Economies",
        "notes": "Notes",
        "compare": "Compare",
        "signs": "Key to the signs",
        "table": "{title}, table",
        "number": "{subtitle}, no. {number}",
    }
)
"""What several pages say."""

NOTE = table(
    {
        "title": "Note {label}",
        "close": "Close the note",
        "source": "Open the source",
        "all": "All notes",
    }
)
"""What is said of a note that opens beside its call; its script says it."""

CHOOSE = table(
    {
        "form": "What is shown",
        "economies": "Economies",
        "economies_all": "All {n} economies",
        "economies_some": "{k} of {n} economies",
        "kinds": "Kinds",
        "kinds_all": "All {n} kinds",
        "kinds_some": "{k} of {n} kinds",
        "find": "Find",
        "show_all": "Show all",
    }
)
"""Choosing what a page shows."""

CHOSEN = table(
    {
        "told": "{names}: {shown}",
        "quoted": "\u201c{text}\u201d",
        "part": "{k} of {n}",
    }
)
"""What the script that chooses says; `{shown}` is what the page has rows of."""

NOT_STATED = "not stated"
"""What a chart says of a figure that nobody states."""

NO_AUTHOR = "no author"
"""Under what the board of profiles has those that name none."""


def left_out(names: Iterable[str]) -> Words:
    """What a page of many economies says where it had to go without some of them."""
    known = list(names)
    return Words(f"Without {joined(known)}, whose text could not be printed." if known else "")
