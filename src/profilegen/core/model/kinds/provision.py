"""A provision of the constitution."""

from __future__ import annotations

from pydantic import Field

from profilegen.core.model.base import PlainText
from profilegen.core.model.kinds.kind_declaration import OWN, Kind
from profilegen.core.model.measure import Measure
from profilegen.core.model.text_fields import Line


class Provision(Measure):
    """A provision of the constitution."""

    shorthand = "article"
    heading = "article"

    article: PlainText = Field(examples=["Art 29"])
    gist: Line | None = None


KIND = Kind(
    Provision,
    one="provision",
    many="provisions",
    sections=("constitutional_provisions",),
    list_name=OWN,
)
