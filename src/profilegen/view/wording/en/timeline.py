"""English of the timeline."""

from __future__ import annotations

from profilegen.core.reader_text_type import Words, table
from profilegen.core.shared_english import counted
from profilegen.core.typography import joined
from profilegen.view.wording.en.pages import LINKS

SAY = table(
    {
        "title": LINKS["timeline"],
        "shown": "{k} of {n} laws, treaties and disputes",
        "economies": "Economies",
        "shapes": "Key to the shapes",
        "table": "{name} as a table",
        "caption": "{name}: laws, treaties and disputes by year",
        "when": "When",
        "number": "Number",
        "what": "What",
        "part": "Status or role",
        "older": "older",
        "no_year": "year not stated",
        "no_date": "date not stated",
        "not_in_force": "not in force",
        "mark": "{dated}: {title} ({number})",
    }
)

KINDS = table({"laws": "Laws and policies", "treaties": "Treaties", "disputes": "Disputes"})
"""What each lane holds."""

LANES = table(
    {
        "laws": "Laws and policies",
        "treaties": "Treaties, by entry into force",
        "disputes": "Disputes, by request",
    }
)
"""The same with the day by which it stands at its year."""

SHAPES = table(
    {
        "law": "law or policy",
        "draft": "draft",
        "bound": "treaty in force",
        "ended": "treaty left, replaced or ended",
        "complainant": "dispute as complainant",
        "respondent": "dispute as respondent",
        "other": "dispute as third party or in another role",
    }
)
"""What each shape is."""


def lead(marks: int, economies: int, silent: int) -> Words:
    """What stands on the page, and at which year; `silent` have none."""
    rest = f" {silent} without a year stand in the tables only." if silent else ""
    return Words(
        f"{marks} laws, treaties and disputes of {counted(economies, 'economy', 'economies')}, "
        "each at its year: that of the act, of the entry into force for the economy, of the "
        f"request for consultations.{rest}"
    )


def held(laws: int, treaties: int, disputes: int, silent: int) -> Words:
    """What one economy's lanes hold."""
    whole = joined(
        [
            counted(laws, "law or policy", "laws and policies"),
            counted(treaties, "treaty", "treaties"),
            counted(disputes, "dispute"),
        ]
    )
    return Words(f"{whole}; {silent} without a year, in the table only" if silent else whole)


def picture(name: str, lane: str, count: int) -> Words:
    """A lane as a picture, for whoever does not see it."""
    return Words(f"{name}: {LANES[lane]}, {count} with a year. The table below has them in words.")
