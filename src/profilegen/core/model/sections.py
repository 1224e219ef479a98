"""The seven sections, in the template's order and words (seed 000, headings 1 to 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Generic

from pydantic import Field

from profilegen.core.model.base import Model, NotStated, PlainText
from profilegen.core.model.data import Claim, Figure, Observations, ProvisionTable, Table
from profilegen.core.model.entries import (
    MOST,
    Agreement,
    Count,
    Dispute,
    E,
    EntryList,
    Goal,
    Initiative,
    Instrument,
    Programme,
    Provision,
    Strategy,
    TradeRemedy,
)
from profilegen.core.model.text_fields import Line, Prose, SourceField, Sourcing
from profilegen.core.model.value_fields import StatedDate


class NoneFound(Model):
    """Searched, and nothing there."""

    shorthand = "statement"

    statement: Line
    searched: StatedDate = NotStated.NOT_STATED
    """When it was searched."""
    source: SourceField = Sourcing()


class Absence(Model):
    """A reason why a section holds nothing: it cannot apply, or nobody has looked yet."""

    shorthand = "reason"

    reason: Line


class Section(Model):
    """What every section may hold; the order of printing is text, then lists, then data."""

    lists: ClassVar[tuple[str, ...]] = ()
    """The names of the section's lists, in the order in which they print."""

    checked: StatedDate | None = None
    """When the section's facts were last checked."""
    checked_by: PlainText | None = None
    text: Prose | None = None
    none_found: NoneFound | None = None
    not_applicable: Absence | None = None
    not_researched: Absence | None = None
    through: PlainText | None = Field(default=None, examples=["EUU"])
    """The union that acts for the economy here; what it does stands in its own profile."""
    claims: tuple[Claim, ...] = Field(default=(), max_length=MOST)
    tables: dict[str, Table] = Field(default_factory=dict, max_length=40)
    provision_tables: dict[str, ProvisionTable] = Field(default_factory=dict, max_length=40)
    figures: dict[str, Figure] = Field(default_factory=dict, max_length=40)
    observations: Observations = Observations()
    """Figures; those that a chart does not show go to the data files alone."""

    @property
    def absence(self) -> str:
        """Name of the absence state, or nothing."""
        states = ("none_found", "not_applicable", "not_researched")
        return next((name for name in states if getattr(self, name) is not None), "")


class _Strategies(Section):
    lists = ("goals", "strategies", "programmes", "claims")

    goals: EntryList[Goal] | None = None
    strategies: EntryList[Strategy] | None = None
    programmes: EntryList[Programme] | None = None


class IndustrialStrategy(_Strategies):
    """Section 1."""


class DigitalStrategy(_Strategies):
    """Section 2."""


class _Listed(Section, Generic[E]):
    """A section with one list, whose keys stand in the section itself."""

    lists = ("list", "claims")
    shorthand = "list"

    lead_in: Line | None = None
    source: SourceField = Sourcing()
    list: tuple[E, ...] = Field(default=(), max_length=MOST)

    @property
    def entries(self) -> EntryList[E] | None:
        """The list with its lead-in and source, as in the other sections."""
        if not self.list:
            return None
        return EntryList[Any](lead_in=self.lead_in, source=self.source, list=self.list)


class ConstitutionalProvisions(_Listed[Provision]):
    """Section 3."""


class RegulatoryProvisions(_Listed[Instrument]):
    """Section 4."""


class EconomicTreaties(_Listed[Agreement]):
    """Section 5."""


class Plurilaterals(_Listed[Initiative]):
    """Section 6."""


class Proceedings(Section):
    """Section 7."""

    lists = ("counts", "disputes", "remedies", "claims")

    counts: tuple[Count, ...] = ()
    disputes: EntryList[Dispute] | None = None
    remedies: EntryList[TradeRemedy] | None = None


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A place in the template: number, key in YAML, the template's title and a short label."""

    number: int
    key: str
    title: str
    label: str


SECTIONS: tuple[SectionKind, ...] = (
    SectionKind(
        1,
        "industrial_strategy",
        "Industrial Strategy (Including Objectives/Goals)",
        "Industrial strategy",
    ),
    SectionKind(2, "digital_strategy", "Digital (Development) Strategy", "Digital strategy"),
    SectionKind(3, "constitutional_provisions", "Main constitutional provisions", "Constitution"),
    SectionKind(
        4,
        "regulatory_provisions",
        "Main Regulatory provisions and Policy developments",
        "Regulation",
    ),
    SectionKind(
        5,
        "economic_treaties",
        "(Regional) economic treaties to which the state is a signatory",
        "Treaties",
    ),
    SectionKind(6, "plurilaterals", "Plurilaterals", "Plurilaterals"),
    SectionKind(
        7,
        "proceedings",
        "Proceedings initiated against the state, or by it, before international fora for the "
        "adoption/implementation of industrial policy measures (e.g., before WTO panels, the "
        "WTO's AB)",
        "Disputes",
    ),
)
