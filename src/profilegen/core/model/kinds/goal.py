"""A goal or objective of a strategy."""

from __future__ import annotations

from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.kind_declaration import Kind
from profilegen.core.model.text_fields import Line


class Goal(Entry):
    """One goal or objective of a strategy."""

    shorthand = "goal"
    heading = "goal"

    goal: Line


KIND = Kind(
    Goal,
    one="goal",
    many="goals",
    sections=("industrial_strategy", "digital_strategy"),
    list_name="goals",
    lettered=True,
    measured=False,
)
