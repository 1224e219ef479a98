"""What a strategy shows: who issued it and when, its pillars, its status."""

from __future__ import annotations

from profilegen.core.model.kinds.strategy import Strategy
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Text
from profilegen.core.typography import sentence
from profilegen.view.text.running_text import line
from profilegen.view.wording.entry_view import EntryView, facts, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording


def _strategy(entry: Strategy, _: EntryContext) -> EntryView:
    dates = [
        str(entry.date) if entry.date else "",
        f"updated {entry.updated}" if entry.updated else "",
    ]
    body = entry.issuing_body or ""
    return unplaced(
        (Text(entry.title),),
        short_name=entry.short_name or "",
        facts=facts(", ".join(filter(None, (body, *dates)))),
        points=tuple(line(pillar) for pillar in entry.pillars),
        side=sentence(entry.status) if entry.status else "Strategy",
        strong=entry.status in ("draft", "repealed", "expired"),
        draft=entry.status == "draft",
    )


WORDING = EntryWording(
    one=Words("Strategy"),
    many=Words("Strategies"),
    compose=_strategy,
    example="""\
strategies:
  - title: Green Industry Plan
    issuing_body: Ministry of Industry
    date: June 2024
    source: ministry-2024, p 1
""",
)
