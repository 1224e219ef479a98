"""A plurilateral initiative and the part that the economy plays in it."""

from __future__ import annotations

from typing import Literal

from profilegen.core.model.base import PlainText
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.kind_declaration import OWN, Kind, Records
from profilegen.core.model.value_fields import StatedDate

Role = Literal[
    "convenor", "co-convenor", "chair", "participant", "associate", "observer", "not stated"
]


class Initiative(Entry):
    """A plurilateral initiative and the part that the economy plays in it."""

    shorthand = "name"
    heading = "name"

    name: PlainText
    abbreviation: PlainText | None = None
    kind: PlainText | None = None
    role: Role | None = None
    since: StatedDate | None = None
    status: PlainText | None = None

    @property
    def written_out(self) -> bool:
        """Whether the profile itself gives the facts."""
        return bool(self.kind or self.since or self.status)


KIND = Kind(
    Initiative,
    one="initiative",
    many="initiatives",
    sections=("plurilaterals",),
    list_name=OWN,
    records=Records(
        page="initiatives",
        anchor="initiative",
        what="a plurilateral agreement or initiative",
        unknown="PG212",
        written_out=("name", "kind", "since", "source"),
    ),
)
