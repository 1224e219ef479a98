"""What trade remedies show: how many, of which kind, against whom, in which period."""

from __future__ import annotations

from profilegen.core.dates import Date
from profilegen.core.model.kinds.trade_remedy import TradeRemedy
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Text
from profilegen.core.typography import sentence
from profilegen.view.text.running_text import line
from profilegen.view.wording.en.general import all_of
from profilegen.view.wording.entry_view import EntryView, facts, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording


def _remedy(entry: TradeRemedy, context: EntryContext) -> EntryView:
    against = all_of(context.economies["against"])
    kind = "Safeguard measures" if entry.measure == "safeguard" else (
        f"{sentence(entry.measure)} {'duties' if entry.unit == 'measures' else entry.unit}"
    )  # fmt: skip
    words = ", ".join(filter(None, (kind, entry.product, f"against {against}" if against else "")))
    on = f"as of {entry.as_of}" if isinstance(entry.as_of, Date) else ""
    unit = entry.unit.removesuffix("s") if entry.count == 1 else entry.unit
    number = "number not stated" if entry.count is None else f"{entry.count:,} {unit}"
    return unplaced(
        (Text(words),),
        facts=facts(f"{number}, {entry.period}", on),
        gist=line(entry.gist),
        side="Trade remedy",
    )


WORDING = EntryWording(
    one=Words("Trade remedy"),
    many=Words("Trade remedies"),
    compose=_remedy,
)
