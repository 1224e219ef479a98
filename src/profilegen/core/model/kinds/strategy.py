"""An industrial or digital strategy."""

from __future__ import annotations

from profilegen.core.model.base import PlainText
from profilegen.core.model.entries import Status
from profilegen.core.model.kinds.kind_declaration import Kind
from profilegen.core.model.measure import Measure
from profilegen.core.model.text_fields import Line
from profilegen.core.model.value_fields import StatedDate


class Strategy(Measure):
    """An industrial or digital strategy, with its pillars; its goals are the section's list."""

    shorthand = "title"

    title: PlainText
    short_name: PlainText | None = None
    issuing_body: PlainText | None = None
    date: StatedDate | None = None
    updated: StatedDate | None = None
    status: Status | None = None
    pillars: tuple[Line, ...] = ()


KIND = Kind(
    Strategy,
    one="strategy",
    many="strategies",
    sections=("industrial_strategy", "digital_strategy"),
    list_name="strategies",
)
