"""English of the page of figures."""

from __future__ import annotations

from profilegen.core.reader_text_type import table
from profilegen.view.wording.en.pages import LINKS

SAY = table(
    {
        "title": LINKS["figures"],
        "about": "{figures} figures of {indicators} indicators, each with its period, date and "
        "source.",
        "lead": "{figures} figures of {indicators} indicators. Figures of unlike periods, "
        "currencies, dates or sources stand side by side only with a word that says so.",
        "standing": "Figures of all economies",
        "on_page": "On this page",
        "compared": "Of several economies",
        "data": "Charts and programmes",
        "alone": "Of one economy",
        "higher": "A higher figure means {what}.",
        "not_stated": "not stated",
        "whole": "In all",
        "converted": "{amount}, at {rate}",
        "converted_unstated": "{amount}, rate not stated",
    }
)

LABELS = table({"table": "Table {n}", "figure": "Figure {n}"})
"""How tables and charts are counted."""

HEADS = table(
    {
        "part": "Part",
        "economy": "Economy",
        "figure": "Figure",
        "period": "Period",
        "as_of": "As of",
        "unlike": "Differs from the first in",
    }
)
"""The columns of an indicator's table."""
