"""The words of the page on which a reader chooses what to compare, and of what leads there."""

from __future__ import annotations

from profilegen.core.reader_text_type import Words, table
from profilegen.edition.comparison_limits import WIDE
from profilegen.view.wording.en.numbers import number

_SIDE_BY_SIDE = f"{number(WIDE).capitalize()} stand side by side"

CONTROLS = table(
    {
        "page": "Compare",
        "page_about": "Economies side by side, section by section: what is shared, what differs, "
        "what is not known.",
        "no_script": "Economies side by side need JavaScript here. Without it, the same facts "
        "stand {across}on the page of each economy.",
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
)
"""What compare.html says before anything is chosen; its scripts say none of it."""

SAY = table(
    {
        # The page
        "page_of": "Compare: {series}",
        "all_topics": "All topics",
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
        "edition": "This link was made with edition {then}; you see edition {now}, and facts may "
        "have changed.",
        "not_loaded": "The data of {name} could not be loaded.",
        "a_column": "a column",
        "no_rows": "No row is left. Show all, or clear the search.",
        # What is done with a comparison
        "link_copied": "The link is copied.",
        "citation_copied": "The citation is copied.",
        "saved": "Saved as {name}.",
        "file_name": "{codes}-section-{number}-{topic}",
        "made_from": "Made from {address}",
        "section": "section {number}",
        "crumb": "Section {number}, {label}",
        "crumb_beside": "Section {number}, {label}; {beside}",
        "cited_edition": "edition {edition}{where}",
        "cited_address": " <{address}>",
    }
)
"""What its scripts say beside what comparisons say in all media."""

ROOM = tuple(
    f"{number(left).capitalize()} more can stand side by side." if left else SAY["full"]
    for left in range(WIDE + 1)
)
"""How many more economies can be chosen, by their number."""

TRAY = table(
    {
        "count": "{n} chosen:",
        "base": "{name} (base)",
        "full": f". {_SIDE_BY_SIDE}",
        "none": "None chosen.",
        "one": "{names} chosen. Choose another to compare it with.",
        "many": "{n} chosen: {names}{full}. Enter compares them.",
    }
)
"""What the first page says of the economies that are ticked there."""


def crumb(number: int, label: str, beside: Words | str) -> Words:
    """Where a reader is: `Section 5, treaties`, and where else to look."""
    pattern = SAY["crumb_beside" if beside else "crumb"]
    return pattern.format(number=number, label=label.lower(), beside=beside)
