"""A support programme, with its rounds and recipients."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from profilegen.core.model.base import Model, PlainText
from profilegen.core.model.entries import MOST, Amount
from profilegen.core.model.kinds.kind_declaration import EntryFigure, Kind, plain_figures
from profilegen.core.model.measure import Measure
from profilegen.core.model.text_fields import Line
from profilegen.core.model.value_fields import QuantityField, StatedDate


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


class Programme(Measure):
    """A support programme: who pays how much, at which rate, in which rounds, to whom."""

    shorthand = "title"

    title: PlainText
    short_name: PlainText | None = None
    issuing_body: PlainText | None = None
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


def _figures(entry: Programme) -> Iterator[EntryFigure]:
    """Its own, then those of each round and of each recipient."""
    yield from plain_figures("budget", "total", "projects")(entry)
    for at, item in enumerate(entry.rounds):
        here = ("rounds", at)
        for field in ("projects", "amount"):
            if (value := getattr(item, field)) is not None:
                name = f"{entry.title}: {field} of a round"
                yield EntryFigure(name, value, (*here, field), period=item.date)
        for economy, projects in item.destinations.items():
            path = (*here, "destinations", economy)
            name = f"{entry.title}: projects received"
            yield EntryFigure(name, projects, path, period=item.date, economy=economy)
    for at, recipient in enumerate(entry.recipients):
        if recipient.amount:
            yield EntryFigure(
                f"{entry.title}: support",
                recipient.amount,
                ("recipients", at, "amount"),
                part=recipient.name,
                period=recipient.approved,
            )


KIND = Kind(
    Programme,
    one="programme",
    many="programmes",
    sections=("industrial_strategy", "digital_strategy"),
    list_name="programmes",
    figures=_figures,
)
