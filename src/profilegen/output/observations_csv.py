"""Every figure of the profiles as CSV, with the file and line in which it stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from profilegen.check.profile import CheckedProfile
from profilegen.core.dates import Date
from profilegen.core.model.dispute_counts import Count
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.kind_declaration import EntryFigure
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.model.sections import Proceedings, section_of
from profilegen.core.model.text_fields import Sourcing
from profilegen.core.quantity import Quantity
from profilegen.core.table_grid import grid, heads, number, words
from profilegen.core.yaml_source import KeyPath
from profilegen.edition.resolved import ResolvedProfile
from profilegen.output.csv_cells import csv_cell

COLUMNS = (
    "economy",
    "section",
    "kind",
    "indicator",
    "part",
    "period",
    "figure",
    "low",
    "high",
    "bound",
    "currency",
    "unit",
    "converted",
    "estimate",
    "aim",
    "as_of",
    "source",
    "note",
    "file",
    "line",
)
"""`low` and `high` are in full, whatever word for the scale the figure is written with.

What a spreadsheet would take for a formula has an apostrophe before it (see `cells`).
"""

CsvRow = dict[str, object]


def observations_csv(items: Iterable[CheckedProfile], folder: str = "profiles") -> str:
    """Observations, the figures of entries, counts and the numbers of tables, a row each.

    A file is named as it stands in its project, in the folder of profiles: the table is published,
    and says nothing of the machine or of the folder from which it was built.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for item in items:
        file = f"{folder}/{Path(item.tree.file).name}"
        for row, path in _rows(item.resolved):
            line = item.tree.span(path).line
            whole = {"economy": item.profile.economy, **row, "file": file, "line": line}
            writer.writerow({name: csv_cell(value) for name, value in whole.items()})
    return out.getvalue()


def _rows(of: ResolvedProfile) -> Iterator[tuple[CsvRow, KeyPath]]:
    profile = of.profile
    for item in of.observations:
        seen, observation, record = item.placed, item.placed.observation, item.record
        yield (
            {
                **_figure(observation.value),
                "economy": seen.economy,
                "section": seen.kind.number,
                "kind": "observation",
                "indicator": record.name if record else observation.indicator,
                "part": observation.scope or "",
                "period": observation.period,
                "unit": record.unit if record else "",
                "converted": observation.converted.value if observation.converted else "",
                "estimate": "yes" if observation.estimate else "",
                "aim": "yes" if observation.aim else "",
                "as_of": observation.as_of or "",
                "source": _source(seen.source),
                "note": observation.note.plain() if observation.note else "",
            },
            seen.path,
        )
    for placed in of.placed:
        for figure in kind_of(placed.entry).figures(placed.entry):
            yield _of_entry(placed, figure), (*placed.path, *figure.path)
    section = profile.proceedings or Proceedings()
    for at, count in enumerate(section.counts):
        yield from _count(count, (Proceedings.key, "counts", at))
    for kind, body in profile.sections():
        for name, table in body.tables.items():
            over, cells = heads(table), list(grid(table.rows))
            named = {down: words(cell) for down, column, cell in cells if not column}
            for down, column, cell in cells:
                value = number(cell)
                if value is None or not column:
                    continue
                head = over[column] if column < len(over) else ""
                yield (
                    {
                        "figure": words(cell),
                        "low": f"{value:f}",
                        "high": f"{value:f}",
                        "section": kind.number,
                        "kind": "table",
                        "indicator": f"{table.caption}: {head}",
                        "part": named.get(down, ""),
                        "unit": table.unit or "",
                        "as_of": table.as_of or "",
                        "source": _source(table.source),
                    },
                    (kind.key, "tables", name, "rows", down),
                )


def _count(count: Count, path: KeyPath) -> Iterator[tuple[CsvRow, KeyPath]]:
    for field in ("complainant", "respondent", "third_party"):
        if (value := getattr(count, field)) is not None:
            yield (
                {
                    **_figure(value),
                    "section": section_of(Dispute).number,
                    "kind": "count",
                    "indicator": f"{count.forum} cases as {field.replace('_', ' ')}",
                    "as_of": count.as_of or "",
                    "source": _source(count.source),
                },
                (*path, field),
            )


def _of_entry(placed: PlacedEntry, figure: EntryFigure) -> CsvRow:
    as_of = getattr(placed.entry, "as_of", None)
    return {
        **_figure(figure.value),
        **({"economy": figure.economy} if figure.economy else {}),
        "section": placed.kind.number,
        "kind": kind_of(placed.entry).one.replace("_", " "),
        "indicator": figure.name,
        "part": figure.part,
        "period": figure.period or "",
        "as_of": as_of if isinstance(as_of, Date) else "",
        "source": _source(placed.entry.source or placed.listing.source),
    }


def _figure(value: object) -> CsvRow:
    """A figure as written, and its ends in full."""
    if not isinstance(value, Quantity):
        return {"figure": value, "low": value if isinstance(value, int) else "",
                "high": value if isinstance(value, int) else ""}  # fmt: skip
    low, high = (f"{end.scaleb(value.scale):f}" for end in (value.low, value.high))
    ends = {
        "up to": ("", high),
        "less than": ("", high),
        "at least": (low, ""),
        "more than": (low, ""),
    }
    low, high = ends.get(value.bound, (low, high))
    return {"figure": value.text, "low": low, "high": high, "bound": value.bound,
            "currency": value.currency}  # fmt: skip


def _source(source: Sourcing) -> str:
    return "; ".join(str(citation).removeprefix("@") for citation in source.citations)
