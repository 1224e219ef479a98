"""Records that all profiles share: one treaty, case or economy is one record with one id."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from profilegen.core.dates import Date
from profilegen.core.model.base import Model, PlainText, Texts
from profilegen.core.model.kinds.agreement import AgreementStatus
from profilegen.core.model.kinds.initiative import Role
from profilegen.core.model.text_fields import Line, WebAddress
from profilegen.core.model.value_fields import DateField, StatedDate
from profilegen.core.richtext import RichText


def _uncited(text: RichText) -> RichText:
    if cited := text.citations():
        told = {
            "message": "A registry's text carries no citation.",
            "hint": "Take it out, and name the document in `source`.",
            "snippet": f"@{cited[0].key}",
        }
        raise PydanticCustomError("text_citation", "{message}", told)
    return text


Remark = Annotated[Line, AfterValidator(_uncited)]
"""A text of one paragraph that rests on the record's `source`, and cites nothing itself."""

LanguageCode = Annotated[str, Field(pattern="^[a-z]{2,3}$")]
"""ISO 639: `ja`; of a tag such as `zh-Hans` the first part."""

EconomyCode = Annotated[str, Field(pattern="^[A-Z]{3}$")]
"""ISO 3166-1 alpha-3, or EUU and XKX, which ISO leaves to its users."""


InstitutionKind = Literal[
    "ministry",
    "agency",
    "bank",
    "committee",
    "court",
    "head of state",
    "international organisation",
    "legislature",
    "official journal",
]
"""Kinds of institution whose documents are primary sources."""


class Doubt(NamedTuple):
    """A field that rests on no source that could be checked: `in_force_for KOR`."""

    field: str
    """A field's name; or the first word of a remark in words."""
    of: str
    """The economy whose own value it is, or the rest of the remark."""

    @property
    def of_one(self) -> bool:
        """Whether it is a doubt about one party and not about the record."""
        return bool(self.of) and self.field in ("in_force_for", "joined", "left")


class Record(Model):
    """What every record has: a name, and other names by which it is found."""

    name: PlainText
    aliases: Texts = ()
    source: PlainText | None = None
    """Where the facts were seen; the file's own `source` where it is left out."""
    unverified: Texts = ()
    """Fields that rest on no source that could be checked."""
    note: Remark | None = None
    """What a reader of the record has to know; printed where the record is used."""

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is unverified, field by field."""
        return tuple(Doubt(*remark.partition(" ")[::2]) for remark in self.unverified)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the record."""
        short = getattr(self, "abbreviation", None)
        return (self.name, *((short,) if short else ()), *self.aliases)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name and code by which the record is found."""
        return self.names


class _Membership(Record):
    """What has members: a union, or a group."""

    members: dict[EconomyCode, StatedDate] = Field(default_factory=dict)
    """Members, with the date since which each is one."""
    left: dict[EconomyCode, DateField] = Field(default_factory=dict)
    """Former members, with the date on which each left."""

    def has_member(self, economy: str, on: Date | None = None) -> bool:
        """Whether an economy was a member on a day; without one, whether it is a member now."""
        since, until = self.members.get(economy), self.left.get(economy)
        if since is None or (on is None and until):
            return False
        early = on is not None and isinstance(since, Date) and on.surely_before(since)
        late = on is not None and until is not None and until.surely_before(on)
        return not early and not late


class EconomyRecord(_Membership):
    """An economy: a state, a customs territory, or a union of states, which has members."""

    iso2: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None
    """Code of two letters (ISO 3166-1 alpha-2)."""
    language: PlainText | None = Field(default=None, examples=["ja"])
    native_name: PlainText | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name and code by which the economy is found."""
        codes = (self.iso2, self.native_name)
        return (*self.names, *(code for code in codes if code))


class GroupRecord(_Membership):
    """A group of economies that does not act for its members: G7, OECD, ASEAN."""

    abbreviation: PlainText | None = None


class InstitutionRecord(Record):
    """A ministry, agency, court, legislature or official journal."""

    abbreviation: PlainText | None = None
    economy: EconomyCode | None = None
    """The economy whose institution it is; none for an international body."""
    kind: InstitutionKind
    native_name: PlainText | None = None
    url: WebAddress | None = None


class TopicRecord(Record):
    """A word of the controlled vocabulary."""

    words: dict[LanguageCode, Texts] = Field(
        default_factory=dict, examples=[{"en": ["chip", "foundry"], "ja": ["半導体"]}]
    )
    """Further words by which a text speaks of the topic, by language."""
    other_senses: dict[LanguageCode, Texts] = Field(
        default_factory=dict, examples=[{"en": ["blue chip"]}]
    )
    """Phrases in which these words mean something else."""


MeansGroup = Literal[
    "support", "exports", "imports", "conditions", "rules", "investment", "governance"
]
"""What means of one group have in common: MAST's chapters, gathered."""


class Scheme(Model):
    """A classification of others whose codes stand beside the means."""

    name: PlainText
    edition: PlainText
    unverified: bool = False
    """Whether its codes were taken from memory, and its list could not be opened."""


class MeansRecord(Record):
    """A means by which a state intervenes, with its codes in other schemes."""

    group: MeansGroup
    definition: PlainText
    """One sentence that says what is meant, so that two readers choose alike."""
    scheme: Literal["own"] | None = None
    """`own`: the name is this series', and the codes are the nearest."""
    mast: PlainText | None = None
    """Chapter of UNCTAD's classification of non-tariff measures; `tariff` and `FDI` lie outside."""
    gta: tuple[int, ...] = ()
    """Intervention types of Global Trade Alert."""
    stip: PlainText | None = None
    """Family of the OECD's STIP Compass."""


class AgreementRecord(Record):
    """An economic treaty."""

    abbreviation: PlainText | None = None
    kind: PlainText | None = None
    parties: tuple[EconomyCode, ...] = ()
    """Every economy that signed or acceded."""
    groups: Texts = ()
    """Groups whose members are all among the parties: ASEAN, EFTA."""
    signed: StatedDate | None = None
    in_force: StatedDate | None = None
    """First entry into force."""
    in_force_for: dict[EconomyCode, StatedDate] = Field(default_factory=dict)
    """Entry into force for a party where it differs from the first, or is not known."""
    signed_only: tuple[EconomyCode, ...] = ()
    """Those of `parties` that signed and are not bound."""
    left: dict[EconomyCode, DateField] = Field(default_factory=dict)
    status: AgreementStatus
    succeeded_by: PlainText | None = None
    native_titles: dict[PlainText, PlainText] = Field(default_factory=dict)
    """Titles by language (BCP 47)."""
    rta: int | None = None
    """Number in the WTO's database of regional trade agreements (rtais.wto.org)."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name by which the treaty is found; `AFTA/ATIGA` are two."""
        return (*self.names, *(part for part in (self.abbreviation or "").split("/") if part))


class InitiativeRecord(Record):
    """A plurilateral initiative."""

    abbreviation: PlainText | None = None
    kind: PlainText | None = None
    since: StatedDate | None = None
    in_force: StatedDate | None = None
    status: PlainText | None = None
    roles: dict[EconomyCode, Role] = Field(default_factory=dict)
    """Parts other than that of a plain participant."""
    participants: tuple[EconomyCode, ...] = ()
    joined: dict[EconomyCode, StatedDate] = Field(default_factory=dict)
    """When a participant joined, or was bound, where a source tells."""
    complete: bool = False
    """Whether absence from `participants` means anything."""
    roster: StatedDate | None = None
    """Date for which the list of participants stands."""
    part_of: PlainText | None = None
    """The initiative of which this one is a pillar."""

    def role(self, economy: str) -> Role | None:
        """The part that an economy plays, or None where it is not listed."""
        plain: Role | None = "participant" if economy in self.participants else None
        return self.roles.get(economy, plain)


class DisputeRecord(Record):
    """A proceeding before an international forum."""

    forum: PlainText = "WTO"
    complainant: tuple[EconomyCode, ...] = Field(min_length=1)
    respondent: tuple[EconomyCode, ...] = Field(min_length=1)
    third_parties: tuple[EconomyCode, ...] = ()
    requested: StatedDate
    """Date of the request for consultations."""
    short_title: PlainText | None = None
    topics: Texts = ()

    @property
    def names(self) -> tuple[str, ...]:
        """A proceeding is known by its number: several may have one title (DS2, DS4)."""
        return self.aliases


class IndicatorRecord(Record):
    """What an observation measures: its unit, its scale, and which way is more."""

    definition: Remark
    unit: PlainText = Field(examples=["per cent of GDP", "number of products", "money"])
    """`money` where each figure names its currency."""
    scale: tuple[float, float] | None = None
    """Lowest and highest figure that there can be; an index needs it."""
    more: PlainText | None = Field(default=None, examples=["more support"])
    """What a higher figure means."""
    topics: Texts = ()


class ProvisionText(Model):
    """What one agreement says on a provision."""

    article: PlainText | None = Field(default=None, examples=["Art 14.4"])
    covered: bool = True
    points: tuple[Remark, ...] = ()
    """Qualifiers: exceptions, and what else it reaches."""
    source: PlainText | None = None
    """Where it was seen; the record's own where it is left out."""


class ProvisionRecord(Record):
    """A rule that agreements share, and where each has it."""

    definition: Remark
    agreements: dict[PlainText, ProvisionText] = Field(default_factory=dict)
    topics: Texts = ()
