"""One indicator with the figures of all economies, and what keeps them apart.

Figures of unlike period, unit, source or date are never joined in silence: each says beside it
in what it differs from the first of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import IndicatorRecord
from profilegen.core.placed_observations import PlacedObservation
from profilegen.core.quantity import Quantity
from profilegen.core.reader_text_type import UNSAID, Words, strung
from profilegen.core.richtext import Text
from profilegen.core.typography import letter, sentence
from profilegen.edition.resolved_observations import ResolvedObservation
from profilegen.view.blocks.chart import figure_standing
from profilegen.view.blocks.table import CellView, TableView, from_sources
from profilegen.view.comparison.comparability import period_said, traits, unlike, whose
from profilegen.view.site.record_links import anchor
from profilegen.view.text.nodes import Draft, Run, TextNode
from profilegen.view.text.running_text import line
from profilegen.view.wording.en.figures_page import HEADS, SAY

LONGEST = 12
"""Rows that a table may have to stay on one page."""

Items = list[tuple[Profile, ResolvedObservation]]
"""Figures in the order of their economies, each with the profile that has it."""


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator with the figures of all economies."""

    anchor: str
    name: str
    unit: str
    definition: tuple[TextNode, ...]
    more: str
    economies: int
    table: TableView

    @property
    def long(self) -> bool:
        """Whether its table may break over pages."""
        return len(self.table.rows) > LONGEST


def indicator_view(
    key: str,
    record: IndicatorRecord,
    items: Items,
    cited: Callable[[Any, str], Any],
) -> IndicatorView:
    """The indicator and its table; `cited` gives notes the keys of all profiles together."""
    return IndicatorView(
        anchor("indicator", key),
        record.name,
        "" if record.unit == "money" else record.unit,
        line(record.definition),
        record.more or "",
        len({item.placed.economy for _, item in items}),
        _table(items, cited),
    )


def _table(resolved: Items, cited: Callable[[Any, str], Any]) -> TableView:
    """Parts that several economies have come first, so that like stands beside like.

    The first figure of such a part is what the others are set beside.
    """
    items = [(profile, item.placed) for profile, item in resolved]
    names_by_code = {item.placed.economy: whose(item.whose) for _, item in resolved}
    parts = any(item.observation.scope for _, item in items)
    shared = _shared(items)
    ordered = sorted(items, key=lambda pair: _rank(pair[1], shared))
    leading = ["part", "economy"] if shared else ["economy", "part"]
    columns = [key for key in leading if parts or key == "economy"]
    columns += ["figure", "period", "as_of"]
    if shared:
        columns.append("unlike")
    head = tuple(
        CellView((Text(str(HEADS[key])),), scope="col", numeric=key == "figure") for key in columns
    )
    rows = []
    first: dict[str, tuple[Profile, PlacedObservation]] = {}
    letters: dict[Run, str] = {}
    notes = {cited(Draft(item.source.citations), p.economy) for p, item in items}
    one = len(notes) == 1  # then one note is for all
    for profile, item in ordered:
        scope = item.observation.scope or ""
        base_profile, base = first.setdefault(scope, (profile, item))
        labels = {
            "part": sentence(scope) or SAY["whole"],
            "economy": names_by_code[item.economy],
        }
        run = tuple(CellView((Text(str(labels[key])),)) for key in columns if key in labels)
        note = None if one else Draft(item.source.citations)
        known = item.observation.as_of
        marks: tuple[Words, ...] = ()
        if base is not item:
            marks = unlike(traits(base, base_profile.sources), traits(item, profile.sources))
        mark = ""
        if remark := item.observation.note:
            remark_words = cited(line(remark), profile.economy)
            mark = letters.setdefault(remark_words, letter(len(letters)))
        rest = (
            CellView(
                (Text(str(_said(item))), *((note,) if note else ())),
                _besides(item),
                numeric=True,
                letter=mark,
            ),
            CellView((Text(str(period_said(item))),)),
            CellView((Text(str(known)),) if isinstance(known, Date) else ()),
            *((CellView((Text(str(strung("; ", marks))),) if marks else ()),) if shared else ()),
        )
        row = (replace(run[0], scope="row"), *run[1:], *rest)
        rows.append(cited(row, profile.economy))
    profile, item = items[0]
    foot: Run = (
        cited(from_sources("", item.source, profile.sources), profile.economy) if one else ()
    )
    remarks = tuple((mark, remark_words) for remark_words, mark in letters.items())
    return TableView(UNSAID, "", (head,), tuple(rows), (), remarks, foot)


def _shared(items: Sequence[tuple[Profile, PlacedObservation]]) -> frozenset[str]:
    """The parts of which several economies have a figure."""
    holders: dict[str, set[str]] = {}
    for _, item in items:
        holders.setdefault(item.observation.scope or "", set()).add(item.economy)
    return frozenset(scope for scope, economies in holders.items() if len(economies) > 1)


def _rank(item: PlacedObservation, shared: frozenset[str]) -> tuple[bool, str]:
    scope = item.observation.scope or ""
    return (False, scope) if scope in shared else (True, "")


def _said(item: PlacedObservation) -> Words:
    value = item.observation.value
    return Words(value) if isinstance(value, Quantity) else SAY["not_stated"]


def _besides(item: PlacedObservation) -> tuple[Run, ...]:
    """What the figure is, and what a source converts it to; each in a line below it."""
    converted = item.observation.converted
    remarks = [figure_standing(item.observation)]
    if converted:
        known = converted.rate and converted.rate != NOT_STATED
        words = SAY["converted" if known else "converted_unstated"]
        remarks.append(words.format(amount=converted.value, rate=converted.rate))
    return tuple((Text(str(text)),) for text in remarks if text)
