"""A proceeding before an international forum."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from profilegen.core.model.base import PlainText, Texts
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.kind_declaration import Kind, Records
from profilegen.core.model.value_fields import StatedDate

Side = Literal["complainant", "respondent", "third party"]


class Dispute(Entry):
    """A proceeding before an international forum; parties may be economies or companies."""

    shorthand = "case"
    heading = "case"

    case: PlainText = Field(examples=["DS336", "ICSID Case No. ARB/13/1"])
    forum: PlainText | None = None
    title: PlainText | None = None
    complainant: Texts = ()
    """Economy codes, or names of companies and persons as in the proceeding."""
    respondent: Texts = ()
    third_parties: Texts = ()
    role: Side | None = None
    requested: StatedDate | None = None
    stage: PlainText | None = None
    """How far it went, or its outcome."""

    @property
    def written_out(self) -> bool:
        """Whether the profile itself gives the facts."""
        return bool(self.title and (self.complainant or self.respondent))


KIND = Kind(
    Dispute,
    one="dispute",
    many="disputes",
    sections=("proceedings",),
    list_name="disputes",
    economies=("complainant", "respondent", "third_parties"),
    records=Records(
        page="disputes",
        anchor="dispute",
        what="a dispute",
        unknown="PG214",
        written_out=("case", "forum", "title", "complainant", "respondent", "requested"),
    ),
)
