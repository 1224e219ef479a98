"""An economic treaty."""

from __future__ import annotations

from typing import Literal

from profilegen.core.model.base import PlainText, Texts
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.kind_declaration import OWN, Kind, Records
from profilegen.core.model.value_fields import StatedDate

AgreementStatus = Literal[
    "negotiating",
    "signed",
    "provisionally applied",
    "in force",
    "never in force",
    "superseded",
    "terminated",
    "not stated",
]


class Agreement(Entry):
    """An economic treaty: a name that the registry knows, or the facts written out."""

    shorthand = "name"
    heading = "name"

    name: PlainText
    abbreviation: PlainText | None = None
    parties: Texts = ()
    signed: StatedDate | None = None
    in_force: StatedDate | None = None
    left: StatedDate | None = None
    status: AgreementStatus | None = None
    succeeded_by: PlainText | None = None

    @property
    def written_out(self) -> bool:
        """Whether the profile itself gives the facts."""
        return bool(self.signed or self.in_force or self.parties or self.status)


KIND = Kind(
    Agreement,
    one="agreement",
    many="agreements",
    sections=("economic_treaties",),
    list_name=OWN,
    economies=("parties",),
    search=("parties",),
    records=Records(
        page="treaties",
        anchor="treaty",
        what="a treaty or trade agreement",
        unknown="PG211",
        written_out=("name", "signed", "in_force", "source"),
    ),
)
