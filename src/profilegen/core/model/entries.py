"""The typed entries of a profile's lists."""

from __future__ import annotations

from typing import Annotated, ClassVar, Generic, Literal, TypeVar

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from profilegen.core.model.base import Model, PlainText, Texts, says_nothing
from profilegen.core.model.data import Attribution
from profilegen.core.model.text_fields import Line, SourceField, Sourcing
from profilegen.core.model.value_fields import QuantityField, StatedDate, StatedPeriod

Status = Literal["draft", "enacted", "in force", "amended", "repealed", "expired", "not stated"]
"""`enacted`: passed, and not in force yet."""
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
Role = Literal[
    "convenor", "co-convenor", "chair", "participant", "associate", "observer", "not stated"
]
Side = Literal["complainant", "respondent", "third party"]

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


def _no_switch(value: object) -> object:
    """Keep `true` from counting as 1."""
    return str(value).lower() if isinstance(value, bool) else value


Number = Annotated[int, BeforeValidator(_no_switch), Field(ge=0, le=100_000)]
"""How many cases."""
Amount = Annotated[int, BeforeValidator(_no_switch), Field(ge=0, le=10_000_000)]
"""How many of anything."""


class Entry(Model):
    """What every entry may carry besides its own facts."""

    heading: ClassVar[str] = "title"
    """The field that names the entry."""

    native_title: PlainText | None = None
    language: PlainText | None = Field(default=None, examples=["ja", "ko", "zh-Hans"])
    """Language of the native title; the economy's own where it is left out."""
    topics: Texts = ()
    source: SourceField = Sourcing()
    note: Line | None = None
    """Printed as a note on the entry, before its sources."""
    said_by: Attribution | None = None

    @property
    def name_text(self) -> str:
        """The words that name the entry."""
        value = getattr(self, self.heading)
        return str(getattr(value, "raw", value))

    @property
    def known_as(self) -> tuple[str, ...]:
        """Every name by which another line may refer to this entry."""
        names = (self.name_text, *(getattr(self, f, None) for f in ("short_name", "number")))
        return tuple(
            name for name in names if isinstance(name, str) and name and not says_nothing(name)
        )


E = TypeVar("E", bound=Model)
MOST = 500
"""Entries of a list; what has more is a database, and no profile that is read."""


class EntryList(Model, Generic[E]):
    """A list with the sentence that leads into it and one note for all of it."""

    shorthand = "list"

    lead_in: Line | None = None
    source: SourceField = Sourcing()
    list: tuple[E, ...] = Field(min_length=1, max_length=MOST)


class Goal(Entry):
    """One goal or objective of a strategy."""

    shorthand = "goal"
    heading = "goal"

    goal: Line


class Strategy(Entry):
    """An industrial or digital strategy, with its pillars; its goals are the section's list."""

    shorthand = "title"

    title: PlainText
    short_name: PlainText | None = None
    issuing_body: PlainText | None = None
    date: StatedDate | None = None
    updated: StatedDate | None = None
    status: Status | None = None
    pillars: tuple[Line, ...] = ()


class Round(Model):
    """One call of a programme and what it brought."""

    date: StatedDate
    rate: PlainText | None = None
    projects: Amount | None = None
    amount: QuantityField | None = None
    destinations: dict[PlainText, Amount] = Field(default_factory=dict)
    """Projects by economy, where a project may go to several."""
    note: Line | None = None


class Recipient(Model):
    """Who receives support under a programme, for what, and how much."""

    shorthand = "name"

    name: PlainText
    plan: Line | None = None
    approved: StatedDate | None = None
    operation: StatedDate | None = None
    """When what is supported starts to run."""
    amount: QuantityField | None = None
    note: Line | None = None


class Programme(Entry):
    """A support programme: who pays how much, at which rate, in which rounds, to whom."""

    shorthand = "title"

    title: PlainText
    short_name: PlainText | None = None
    issuing_body: PlainText | None = None
    since: StatedDate | None = None
    budget: QuantityField | None = None
    rate: PlainText | None = Field(default=None, examples=["up to one half of the investment"])
    total: QuantityField | None = None
    """What has been granted in all."""
    projects: Amount | None = None
    """How many projects in all."""
    as_of: StatedDate | None = None
    gist: Line | None = None
    rounds: tuple[Round, ...] = Field(default=(), max_length=MOST)
    recipients: tuple[Recipient, ...] = Field(default=(), max_length=MOST)


class Provision(Entry):
    """A provision of the constitution."""

    shorthand = "article"
    heading = "article"

    article: PlainText = Field(examples=["Art 29"])
    gist: Line | None = None


class Instrument(Entry):
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


class Count(Model):
    """How often the economy stood on each side before one forum, as of a date.

    `- WTO` alone takes the numbers that the registry of disputes gives.
    """

    shorthand = "forum"

    forum: PlainText
    complainant: Number | None = None
    respondent: Number | None = None
    third_party: Number | None = None
    as_of: StatedDate | None = None
    source: SourceField = Sourcing()
    note: Line | None = None

    @property
    def numbered(self) -> bool:
        """Whether the profile gives numbers of its own."""
        return (self.complainant, self.respondent, self.third_party) != (None, None, None)

    @model_validator(mode="after")
    def _some(self) -> Count:
        if not self.numbered and self.forum.casefold() != "wto":
            raise PydanticCustomError(
                "count_without_number", "{message}", {"forum": self.forum, "message": ""}
            )
        return self


class TradeRemedy(Entry):
    """Anti-dumping, countervailing or safeguard measures: how many, whose, in which period."""

    shorthand = "measure"
    heading = "measure"

    measure: Literal["anti-dumping", "countervailing", "safeguard"]
    against: Texts = ()
    """Economies or products; where left out, the measures of the economy against all."""
    product: PlainText | None = None
    count: Amount | None = None
    unit: Literal["measures", "investigations", "cases"] = "measures"
    period: StatedPeriod
    as_of: StatedDate | None = None
    gist: Line | None = None
