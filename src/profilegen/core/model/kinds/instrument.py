"""A law, regulation, guideline or policy document."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from profilegen.core.model.base import PlainText, Texts
from profilegen.core.model.entries import Status
from profilegen.core.model.kinds.kind_declaration import OWN, Kind
from profilegen.core.model.measure import Measure
from profilegen.core.model.text_fields import Line
from profilegen.core.model.value_fields import StatedDate

InstrumentKind = Literal[
    "act",
    "basic act",
    "amending act",
    "bill",
    "circular",
    "code",
    "decision",
    "decree",
    "directive",
    "executive order",
    "guidelines",
    "measures",
    "notice",
    "order",
    "ordinance",
    "plan",
    "policy",
    "programme",
    "regulation",
    "rules",
    "standard",
    "strategy",
    "white paper",
]
"""Kinds of instrument; those of POLICY_KINDS are no legal acts."""

POLICY_KINDS = frozenset({"plan", "policy", "programme", "strategy", "white paper"})


class Instrument(Measure):
    """A law, regulation, guideline or policy document."""

    shorthand = "title"

    title: PlainText
    short_name: PlainText | None = None
    kind: InstrumentKind | None = None
    number: PlainText | None = Field(default=None, examples=["Act No. 98 of 2013", "not stated"])
    year: StatedDate | None = None
    updated: StatedDate | None = None
    status: Status | None = None
    as_of: StatedDate | None = None
    """Date for which the status is known; a draft needs one."""
    issuing_body: PlainText | None = None
    gist: Line | None = None
    amends: Texts = ()
    """Acts of this list, by title, short name or number."""
    implements: Texts = ()
    supersedes: Texts = ()


KIND = Kind(
    Instrument,
    one="instrument",
    many="instruments",
    sections=("regulatory_provisions",),
    list_name=OWN,
    search=("number",),
)
