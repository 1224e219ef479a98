"""The seven sections, in the template's order and words (seed 000, headings 1 to 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar, cast

from pydantic import Field, create_model

from profilegen.core.model.base import Model, NotStated, PlainText
from profilegen.core.model.data import Claim, Figure, Observations, ProvisionTable, Table
from profilegen.core.model.dispute_counts import Count
from profilegen.core.model.entries import MOST, E, Entry, EntryList
from profilegen.core.model.kinds import kind_of, kinds_in
from profilegen.core.model.kinds.kind_declaration import OWN, Kind
from profilegen.core.model.text_fields import Line, Prose, SourceField, Sourcing
from profilegen.core.model.value_fields import DateField, StatedDate


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

    key: ClassVar[str] = ""
    """The key under which a profile has it."""

    checked: StatedDate | None = None
    """When the section's facts were last checked."""
    checked_by: PlainText | None = None
    complete_to: DateField | None = None
    """Day to which the section's lists are complete: what they lack, there was not."""
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

    def listing(self, model: type[E]) -> EntryList[E] | None:
        """Its list of the entries of one kind, or None."""
        kind = kind_of(model)
        return self._list(kind.list_name) if self.key in kind.sections else None

    def _list(self, name: str) -> Any:
        return getattr(self, name)


class _Listed(Section):
    """A section with a list whose keys stand in the section itself."""

    shorthand = OWN

    lead_in: Line | None = None
    source: SourceField = Sourcing()

    def _list(self, name: str) -> Any:
        listed = getattr(self, name)
        if name == OWN and listed:
            return EntryList[Any](lead_in=self.lead_in, source=self.source, list=listed)
        return listed or None


S = TypeVar("S", bound=Section)


def _with_lists(section: type[S]) -> type[S]:
    """The section with the lists that kinds of entry declare; its own fields stand before them."""
    entry_list: Any = EntryList
    bases: Any = (section,)
    fields: dict[str, Any] = {}
    for kind in kinds_in(section.key):
        if kind.list_name == OWN:
            bases = (section, _Listed)
            own = tuple[kind.model, ...]  # type: ignore[name-defined]
            fields[OWN] = (own, Field(default=(), max_length=MOST))
        else:
            fields[kind.list_name] = (entry_list[kind.model] | None, None)
    made: Any = create_model(
        section.__name__,
        __base__=bases,
        __doc__=section.__doc__,
        __module__=section.__module__,
        **fields,
    )
    return cast(type[S], made)


@_with_lists
class IndustrialStrategy(Section):
    """Section 1."""

    key = "industrial_strategy"


@_with_lists
class DigitalStrategy(Section):
    """Section 2."""

    key = "digital_strategy"


@_with_lists
class ConstitutionalProvisions(Section):
    """Section 3."""

    key = "constitutional_provisions"


@_with_lists
class RegulatoryProvisions(Section):
    """Section 4."""

    key = "regulatory_provisions"


@_with_lists
class EconomicTreaties(Section):
    """Section 5."""

    key = "economic_treaties"


@_with_lists
class Plurilaterals(Section):
    """Section 6."""

    key = "plurilaterals"


@_with_lists
class Proceedings(Section):
    """Section 7."""

    key = "proceedings"

    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A place in the template: number, key in YAML, the template's title and a short label."""

    number: int
    model: type[Section]
    title: str
    label: str
    also_called: tuple[str, ...] = ()
    """Keys that authors type in place of its own."""

    @property
    def key(self) -> str:
        """The key under which a profile has it."""
        return self.model.key

    @property
    def full_title(self) -> str:
        """The template's title where it says more than the label."""
        return "" if self.title == self.label else self.title

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of entry that it may list, in print order."""
        return kinds_in(self.key)

    @property
    def recorded(self) -> Kind | None:
        """The kind whose records are its rows in comparisons; other sections go by topic."""
        return next((kind for kind in self.kinds if kind.records), None)


SECTIONS: tuple[SectionKind, ...] = (
    SectionKind(
        1,
        IndustrialStrategy,
        "Industrial Strategy (Including Objectives/Goals)",
        "Industrial strategy",
        ("industrial_policy",),
    ),
    SectionKind(
        2,
        DigitalStrategy,
        "Digital (Development) Strategy",
        "Digital strategy",
        ("digital_policy", "digital_economy"),
    ),
    SectionKind(
        3,
        ConstitutionalProvisions,
        "Main constitutional provisions",
        "Constitution",
        ("constitution",),
    ),
    SectionKind(
        4,
        RegulatoryProvisions,
        "Main Regulatory provisions and Policy developments",
        "Regulation",
        ("regulation", "regulations", "laws", "legislation"),
    ),
    SectionKind(
        5,
        EconomicTreaties,
        "(Regional) economic treaties to which the state is a signatory",
        "Treaties",
        ("treaties", "agreements", "trade_agreements"),
    ),
    SectionKind(
        6,
        Plurilaterals,
        "Plurilaterals",
        "Plurilaterals",
        ("initiatives", "plurilateral", "plurilateral_agreements"),
    ),
    SectionKind(
        7,
        Proceedings,
        "Proceedings initiated against the state, or by it, before international fora for the "
        "adoption/implementation of industrial policy measures (e.g., before WTO panels, the "
        "WTO's AB)",
        "Disputes",
    ),
)


def section_of(model: type[Entry]) -> SectionKind:
    """The section in which entries of a kind are at home."""
    kind = kind_of(model)
    return next(section for section in SECTIONS if section.key == kind.sections[0])
