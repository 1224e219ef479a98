"""What is said of a measure beside its own facts: by which means, at which stage, for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from profilegen.core.dates import Date
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.model.kinds.provision import Provision
from profilegen.core.model.kinds.strategy import Strategy
from profilegen.core.model.measure import Layer, Measure
from profilegen.core.reader_text_type import UNSAID, Words, strung
from profilegen.core.richtext import RichText, Text
from profilegen.core.typography import joined
from profilegen.edition.means_of_measures import Means
from profilegen.view.text.nodes import Run, TextNode
from profilegen.view.text.running_text import line
from profilegen.view.wording.entry_view import facts


def measure_facts(entry: Entry, means: Sequence[Means]) -> tuple[Run, ...]:
    """What a measure says of itself, in the order in which a reader asks; of others nothing."""
    if not isinstance(entry, Measure):
        return ()
    return facts(
        means_named(
            means, "" if entry.layer == _PLAIN_LAYER.get(type(entry)) else entry.layer or ""
        ),
        f"aim: {joined(list(entry.motive))}" if entry.motive else "",
        _money(entry),
        entry.ceiling or "",
        _labelled("open to", (entry.eligibility,)),
        _term(entry),
        f"decided by {entry.authority}" if entry.authority else "",
        _labelled("on condition:", entry.strings),
    )


_PLAIN_LAYER: dict[type[Entry], Layer] = {
    Strategy: "plan",
    Instrument: "policy or regulation",
    Programme: "policy or regulation",
    Provision: "policy or regulation",
}
"""The layer that goes without saying."""


def means_named(means: Iterable[Means], layer: str = "") -> Words:
    """`financial grant, state loan (firm-specific)`."""
    named = ", ".join(one.name for one in means)
    return Words(f"{named} ({layer})" if named and layer else named or layer)


def _money(entry: Measure) -> Words:
    """`JPY 617 billion authorised`; where the entry gives its money elsewhere, the stage alone."""
    if entry.amount:
        return strung(" ", (entry.amount, entry.stage))
    return Words(f"money {entry.stage}") if entry.stage else UNSAID


def _term(entry: Measure) -> Words:
    """From when to when; a programme says in its own line since when it pays."""
    began = isinstance(entry.since, Date) and not isinstance(entry, Programme)
    ends = isinstance(entry.until, Date)
    return strung(" ", (began and f"from {entry.since}", ends and f"until {entry.until}"))


def _labelled(label: str, texts: Iterable[RichText | None]) -> Run:
    """Words of an author after a label, one after another; nothing where there are none."""
    run: list[TextNode] = []
    for words in filter(None, map(line, texts)):
        run += [Text("; " if run else f"{label} "), *words]
    return tuple(run)
