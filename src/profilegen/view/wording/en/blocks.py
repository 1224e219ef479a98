"""What tables and charts say beside their data."""

from __future__ import annotations

from profilegen.core.dates import Date
from profilegen.core.entry_facts_with_registry import When
from profilegen.core.reader_text_type import Words, table

SAY = table(
    {
        # Labels, counted through a document
        "table": "Table {number}",
        "figure": "Figure {number}",
        "table_of": "{title}, table",
        # A chart's figures as a table
        "as_table": "The figures as a table",
        "series": "Series",
        "period": "Period",
        "row": "What",
        "value": "Figure",
        "no_value": "not stated",
        # Rules by provision
        "provision": "Provision",
        "not_recorded": "Not recorded",
        "not_covered": "Not covered",
        "covered": "Covered",
        # Support programmes
        "round": "Round",
        "rate": "Rate",
        "projects": "Projects",
        "amount": "Amount",
        "destinations": "Destinations",
        "recipient": "Recipient",
        "approved": "Approved",
        "start": "Start",
        "support": "Support",
    }
)
"""Labels, heads of columns and cells without data."""

PROGRAMMES = {
    "rounds": ("Programmes by round", "{name}: rounds"),
    "recipients": ("Recipients", "{name}: recipients"),
}
"""Captions of a table of several programmes, and of one."""

CHARTS = table(
    {
        "bar": "Bar chart",
        "dot": "Dot chart",
        "line": "Line chart",
        "cumulative": "Chart of cumulative counts",
    }
)
"""What a chart is, for whoever cannot see it."""

STANDING = table({"planned": "planned", "aim": "aim", "estimate": "estimate"})
"""What a figure is that was not measured."""


def in_force(date: When) -> Words:
    """Since when a treaty is in force, if that is stated."""
    return Words(f"in force {date}" if isinstance(date, Date) else "")


def sources(names: list[str]) -> Words:
    """Where a table comes from: `Source: METI`."""
    return Words(f"{'Source' if len(names) == 1 else 'Sources'}: {'; '.join(names)}.")


def label(kind: str, number: int) -> Words:
    """What a table or a figure is called: `Table 1`."""
    return SAY[kind].format(number=number)
