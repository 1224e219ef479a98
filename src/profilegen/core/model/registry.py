"""Records that all profiles share: one treaty, case or economy is one record with one id.

A registry file gives the date for which its kind of record stands (`as_of`) and the records by
id. Folders overlay each other: a folder's own record replaces the packaged one.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from profilegen.core.model.base import DateField, Line, Model, StatedDate, Text, Texts
from profilegen.core.model.entries import AgreementStatus, Role

Code = Annotated[str, Field(pattern="^[A-Z]{3}$")]
"""ISO 3166-1 alpha-3, or EUU and XKX, which ISO leaves to its users."""


class Record(Model):
    """What every record has: a name, and other names by which it is found."""

    name: Text
    aliases: Texts = ()
    source: Text | None = None
    """Where the facts were seen."""
    unverified: Texts = ()
    """Fields that rest on no source that could be checked."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the record."""
        short = getattr(self, "abbreviation", None)
        return (self.name, *((short,) if short else ()), *self.aliases)


class EconomyRecord(Record):
    """An economy: a state, a customs territory or a union of states."""

    language: Text | None = Field(default=None, examples=["ja"])
    native_name: Text | None = None
    members: dict[Code, DateField] = Field(default_factory=dict)
    """Member states of a union, with the date since which each is one."""
    left: dict[Code, DateField] = Field(default_factory=dict)
    """Former members, with the date on which each left."""


class TopicRecord(Record):
    """A word of the controlled vocabulary."""


class AgreementRecord(Record):
    """An economic treaty."""

    abbreviation: Text | None = None
    kind: Text | None = None
    parties: tuple[Code, ...] = ()
    """Every economy that signed or acceded."""
    signed: StatedDate | None = None
    in_force: StatedDate | None = None
    """First entry into force."""
    in_force_for: dict[Code, StatedDate] = Field(default_factory=dict)
    """Entry into force for a party where it differs from the first, or is not known."""
    left: dict[Code, DateField] = Field(default_factory=dict)
    status: AgreementStatus
    succeeded_by: Text | None = None
    native_titles: dict[Text, Text] = Field(default_factory=dict)
    """Titles by language (BCP 47)."""
    note: Line | None = None


class InitiativeRecord(Record):
    """A plurilateral initiative."""

    abbreviation: Text | None = None
    kind: Text | None = None
    since: StatedDate | None = None
    in_force: StatedDate | None = None
    status: Text | None = None
    roles: dict[Code, Role] = Field(default_factory=dict)
    """Parts other than that of a plain participant."""
    participants: tuple[Code, ...] = ()
    complete: bool = False
    """Whether absence from `participants` means anything."""
    note: Line | None = None


class DisputeRecord(Record):
    """A proceeding before an international forum."""

    forum: Text = "WTO"
    complainant: tuple[Code, ...] = Field(min_length=1)
    respondent: tuple[Code, ...] = Field(min_length=1)
    third_parties: tuple[Code, ...] = ()
    requested: StatedDate
    """Date of the request for consultations."""
    short_title: Text | None = None
    topics: Texts = ()


class EconomiesFile(Model):
    """The file profiles/registry/economies.yaml."""

    as_of: DateField
    economies: dict[Code, EconomyRecord]


class TopicsFile(Model):
    """The file profiles/registry/topics.yaml."""

    topics: dict[Text, TopicRecord]


class AgreementsFile(Model):
    """The file profiles/registry/agreements.yaml."""

    as_of: DateField
    agreements: dict[Text, AgreementRecord]


class InitiativesFile(Model):
    """The file profiles/registry/initiatives.yaml."""

    as_of: DateField
    initiatives: dict[Text, InitiativeRecord]


class DisputesFile(Model):
    """The file profiles/registry/disputes.yaml."""

    as_of: DateField
    disputes: dict[Text, DisputeRecord]


class Series(Model):
    """profiles/series.yaml: the series in which the profiles appear."""

    title: Text
    subtitle: Text = "Country profiles"
    publisher: Text | None = None
    licence: Text | None = None
    disclaimer: Text | None = None
    address: Text | None = None
    stale_after: Annotated[int, Field(ge=1, le=600)] = 24
    """Months after which a profile that was not updated is called old."""
    abbreviations: dict[Text, Text] = Field(default_factory=dict)
    """Short forms that every profile may use; those it uses are spelled out at its end."""


RegistryKind = Literal["economies", "topics", "agreements", "initiatives", "disputes"]
FILES: dict[
    RegistryKind,
    type[EconomiesFile | TopicsFile | AgreementsFile | InitiativesFile | DisputesFile],
] = {
    "economies": EconomiesFile,
    "topics": TopicsFile,
    "agreements": AgreementsFile,
    "initiatives": InitiativesFile,
    "disputes": DisputesFile,
}
