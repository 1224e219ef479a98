"""What a goal shows: its own sentence."""

from __future__ import annotations

from profilegen.core.model.kinds.goal import Goal
from profilegen.core.reader_text_type import Words
from profilegen.view.text.running_text import line
from profilegen.view.wording.entry_view import EntryView, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording


def _goal(entry: Goal, _: EntryContext) -> EntryView:
    return unplaced(line(entry.goal))


WORDING = EntryWording(
    one=Words("Goal"),
    many=Words("Goals"),
    compose=_goal,
    example="""\
goals:
  lead_in: "The strategy names two goals:"
  source: ministry-2024
  list:
    - a clean industry
    - goal: secure supply chains
      topics: [supply chains]
""",
)
