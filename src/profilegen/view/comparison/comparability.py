"""A figure as it is read beside others, and in what two figures differ besides their value."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from profilegen.core.dates import NOT_STATED
from profilegen.core.model.registry import GroupRecord
from profilegen.core.model.sources import Source
from profilegen.core.period import Period
from profilegen.core.placed_observations import PlacedObservation
from profilegen.core.quantity import Quantity
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.core.typography import sentence
from profilegen.edition.economies import Economy
from profilegen.view.blocks.chart import figure_words
from profilegen.view.text.nodes import Draft, TextNode
from profilegen.view.wording.en import compared_cells
from profilegen.view.wording.en.comparison import SAY, TRAITS

UNSTATED = ""
"""What stands for a period that no source states; two such are not known to be the same."""

PERIOD, GAP = "period", "gap"
"""Names of the traits by which a figure is chosen among those of its part."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One respect in which figures are alike or unlike."""

    name: str
    """`period`, `currency`; the wording says what a difference in it is called."""
    value: str | None
    """What is compared; None where this figure has no such respect."""
    told: Words = UNSAID
    """The value in words, where they say more than that there is a difference."""


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One figure of an indicator, or some parts summed up; fields stand in print order."""

    words: Words
    """`0.71 per cent of GDP`."""
    notes: tuple[Draft, ...] = ()
    period: Words = UNSAID
    facts: tuple[TextNode, ...] = ()
    """When it was known, the figures of other periods, and what the profile remarks."""
    traits: tuple[Trait, ...] = ()
    """Nothing where parts are summed up: such a line is not set beside another."""
    told: tuple[object, ...] = field(default=(), repr=False)
    """The facts that it tells: figures of which they are equal are alike."""

    @property
    def when(self) -> str | None:
        """What tells its period from others; nothing where it is not stated."""
        return self._trait(PERIOD)

    @property
    def gap(self) -> bool:
        """Whether no source states the figure."""
        return self._trait(GAP) == str(True)

    def _trait(self, name: str) -> str | None:
        return next((trait.value for trait in self.traits if trait.name == name), None)


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in a cell: whose and of which part, and in what it is unlike the column before."""

    label: str
    figure: ComparedFigure
    unlike: Words = UNSAID
    """`Unlike A in period: five years, not three years; source`."""
    more: Words = UNSAID
    """`and 3 other parts, on the page of figures`."""


def whose(economy: Economy) -> str:
    """The name of an economy or of a group that has figures."""
    grouped = isinstance(economy.record, GroupRecord)
    return economy.name if grouped else sentence(economy.name)


def figure_said(item: PlacedObservation) -> Words:
    """A figure with the one it is converted to."""
    observation = item.observation
    if not isinstance(observation.value, Quantity):
        words = compared_cells.SAY["figure_not_stated"]
    else:
        words = figure_words(observation)
    converted = observation.converted
    if converted is None:
        return words
    rate = converted.rate if converted.rate and converted.rate != NOT_STATED else ""
    return compared_cells.converted(words, converted.value, rate)


def period_said(item: PlacedObservation) -> Words:
    """The period, or that no source states it."""
    return Words(period_known(item) or compared_cells.SAY["figure_not_stated"])


def period_known(item: PlacedObservation) -> str:
    """The period as it is written, which tells it from others; nothing where it is not stated."""
    period = item.observation.period
    return str(period) if isinstance(period, Period) else UNSTATED


def traits(item: PlacedObservation, sources: Mapping[str, Source]) -> tuple[Trait, ...]:
    """All in which a figure may be unlike another; always the same respects in the same order.

    `sources` are those of the profile that has the figure.
    """
    observation = item.observation
    period, value = observation.period, observation.value
    length = period.length if isinstance(period, Period) else None
    number = value if isinstance(value, Quantity) else None
    currency = number.currency if number else None
    bound = str(bool(number.bound)) if number else None
    cited = sorted({_document(c.key, sources) for c in item.source.citations})
    return (
        Trait(PERIOD, period_known(item), compared_cells.years(length) if length else UNSAID),
        Trait(GAP, str(number is None)),
        Trait("currency", currency, Words(currency or "")),
        Trait("exactness", bound),
        Trait("source", " ".join(cited)),
        Trait("date", str(observation.as_of or "")),
        Trait("estimate" if observation.estimate else "no_estimate", str(observation.estimate)),
        Trait("aim" if observation.aim else "no_aim", str(observation.aim)),
    )


def _document(key: str, sources: Mapping[str, Source]) -> str:
    """What is cited, whatever a profile calls it in short and whenever it was read.

    The key of one profile may mean another document in the next.
    """
    source = sources.get(key)
    if source is None:
        return key
    said = source.model_dump(mode="json", exclude={"accessed", "title_short"})
    # An edition's digest is made of these: the form that data has of a date must not change it.
    said["issued"] = source.issued and str(source.issued)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def unlike(base: Sequence[Trait], other: Sequence[Trait]) -> tuple[Words, ...]:
    """In what a figure differs from the one it is set beside, besides its value."""
    marks: list[Words] = []
    for one, two in zip(base, other, strict=True):
        if two.name == PERIOD and UNSTATED in (one.value, two.value):
            marks.append(SAY["period_unstated"] if two.value == UNSTATED else TRAITS[PERIOD])
            continue
        if one.value == two.value or one.value is None or two.value is None:
            continue
        said = one.told and two.told and one.told != two.told
        name = TRAITS[two.name]
        told = SAY["unlike_told"].format(name=name, other=two.told, base=one.told)
        marks.append(told if said else name)
    return tuple(marks)
