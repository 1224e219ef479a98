"""Numbers: known indicators, figures on their scale, periods that have passed, sums that agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from profilegen.check.context import RuleContext
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.data import Observation
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.period import Period
from profilegen.core.placed_observations import PlacedObservation, observed
from profilegen.core.quantity import Quantity
from profilegen.core.table_grid import sums, width
from profilegen.core.yaml_source import KeyPath

SHARES = ("per cent of", "% of")
"""Units that begin so run from 0 to 100; a growth in per cent may be below and above."""


def unknown_indicator(context: RuleContext) -> Iterator[Diagnostic]:
    """PG231: without its indicator a figure has no unit and no meaning."""
    indicators = context.names.indicators
    for kind, section in context.profile.sections():
        named: list[tuple[KeyPath, str]] = [
            ((kind.key, "observations", "list", at, "indicator"), o.indicator)
            for at, o in enumerate(section.observations.list)
        ]
        for name, figure in section.figures.items():
            named += [((kind.key, "figures", name, "indicators"), i) for i in figure.indicators]
        for path, indicator in named:
            if indicators.key(indicator) is None:
                near = indicators.near(indicator)
                hint = f"Did you mean {near}?" if near else ""
                message = f'"{indicator}" is no indicator of the registry.'
                fix = context.instead(path, indicator, near)
                yield context.find("PG231", path, message, hint, snippet=indicator, fix=fix)


def unknown_provision(context: RuleContext) -> Iterator[Diagnostic]:
    """PG238: a table of provisions has only what the registries can fill."""
    names = context.names
    known = {"agreements": names.of_entries[Agreement], "provisions": names.provisions}
    for kind, section in context.profile.sections():
        for table, of in section.provision_tables.items():
            for field, index in known.items():
                for at, name in enumerate(getattr(of, field)):
                    if index.key(name) is None:
                        near = index.near(name)
                        hint = f"Did you mean {near}?" if near else ""
                        message = f'"{name}" is not among the {field} of the registry.'
                        path = (kind.key, "provision_tables", table, field, at)
                        fix = context.instead(path, name, near)
                        yield context.find("PG238", path, message, hint, fix=fix)


def off_the_scale(context: RuleContext) -> Iterator[Diagnostic]:
    """PG232: a share lies between 0 and 100, an index on its scale; money names its currency."""
    for seen in context.resolved.observations:
        item, record = seen.placed, seen.record
        value = item.observation.value
        if record is None or not isinstance(value, Quantity):
            continue
        scale = record.scale or ((0, 100) if record.unit.startswith(SHARES) else None)
        low, high = (part.scaleb(value.scale) for part in (value.low, value.high))
        if scale and (low < Decimal(str(scale[0])) or high > Decimal(str(scale[1]))):
            message = f"{value} is not between {scale[0]:g} and {scale[1]:g} ({record.unit})."
            yield _at(context, "PG232", item, "value", message)
        if (record.unit == "money") != bool(value.currency):
            told = "names no currency" if record.unit == "money" else f"is money, not {record.unit}"
            message = f"{value} {told}."
            yield _at(context, "PG233", item, "value", message)


def not_yet(context: RuleContext) -> Iterator[Diagnostic]:
    """PG234: no figure is known before its period is over, unless it is an estimate or an aim."""
    for item in observed(context.profile):
        period, known = item.observation.period, item.observation.as_of
        end = period.end if isinstance(period, Period) else None
        limit = known if isinstance(known, Date) else context.profile.updated
        ahead = item.observation.estimate or item.observation.aim
        if end and limit.surely_before(end) and not ahead:
            told = "its date" if limit is known else "the profile's update"
            message = f"The period {period} ends after {told}, {limit}."
            yield _at(context, "PG234", item, "period", message)


def more_than_the_whole(context: RuleContext) -> Iterator[Diagnostic]:
    """PG235: parts come to no more than their total; a total row and a programme's to just it."""
    yield from _parts(context)
    yield from _tables(context)
    yield from _programmes(context)


def _parts(context: RuleContext) -> Iterator[Diagnostic]:
    """Where a figure is below nought, parts that are not told may be too: nothing is sure."""
    indicators = context.names.indicators

    def key(item: PlacedObservation, indicator: str, value: Quantity) -> tuple[str, ...]:
        known = indicators.key(indicator) or indicator
        return known, item.economy, str(item.observation.period), value.currency

    parts: dict[tuple[str, ...], list[tuple[PlacedObservation, Quantity]]] = {}
    for item in observed(context.profile):
        value = item.observation.value
        if item.observation.part_of and isinstance(value, Quantity):
            of = key(item, item.observation.part_of, value)
            parts.setdefault(of, []).append((item, value))
    for whole in observed(context.profile):
        total = whole.observation.value
        if whole.observation.scope or not isinstance(total, Quantity):
            continue
        own = parts.get(key(whole, whole.observation.indicator, total), [])
        if not own or min(total.low, *(value.low for _, value in own)) < 0:
            continue
        come = sum((value.low.scaleb(value.scale) for _, value in own), Decimal())
        if come > total.high.scaleb(total.scale):
            line = context.tree.span(whole.path).line
            message = f"The parts come to more than {total}, their whole in line {line}."
            yield _at(context, "PG235", own[-1][0], "value", message)


def _tables(context: RuleContext) -> Iterator[Diagnostic]:
    for kind, section in context.profile.sections():
        for name, table in section.tables.items():
            path = (kind.key, "tables", name)
            for place, said, found in sums(table):
                if said == found:
                    continue
                message = f"The total says {said}; the column comes to {found}."
                yield context.find("PG235", (*path, "total", place), message)
            columns = width(table.head)
            rows = (*table.rows, table.total) if table.total else table.rows
            for at, filled in enumerate(width(rows)):
                if filled != columns[0]:
                    where = (*path, "rows", at) if at < len(table.rows) else (*path, "total")
                    message = f"This row fills {filled} columns; the head has {columns[0]}."
                    yield context.find("PG236", where, message)
            if len(set(columns)) > 1:
                message = "The rows of the head are of unlike width."
                yield context.find("PG236", (*path, "head"), message)


def _programmes(context: RuleContext) -> Iterator[Diagnostic]:
    for placed in context.entries:
        entry = placed.entry
        if not isinstance(entry, Programme) or not entry.rounds:
            continue
        projects = [item.projects for item in entry.rounds]
        come = sum(number or 0 for number in projects)
        if entry.projects is not None and None not in projects and come != entry.projects:
            message = f"`projects` says {entry.projects}; the rounds come to {come}."
            yield context.find("PG235", (*placed.path, "projects"), message, place=placed.place)
        amounts = [item.amount for item in entry.rounds if item.amount]
        if entry.total and len(amounts) == len(entry.rounds):
            paid = sum((a.middle for a in amounts), Decimal())
            if paid != entry.total.middle:
                message = f"`total` says {entry.total}; the rounds come to {paid:,f}."
                yield context.find("PG235", (*placed.path, "total"), message, place=placed.place)
        for at, item in enumerate(entry.rounds):
            sent = sum(item.destinations.values())
            if item.destinations and item.projects is not None and sent != item.projects:
                path = (*placed.path, "rounds", at, "projects")
                message = f"{item.projects} projects; their destinations come to {sent}."
                if item.note is None:  # a note says why, to the reader
                    yield context.find("PG235", path, message, place=placed.place)


def two_values(context: RuleContext) -> Iterator[Diagnostic]:
    """PG237: two figures for one thing stand side by side only with their dates, or a word."""
    first: dict[tuple[str, ...], PlacedObservation] = {}
    placed = [
        ((*known.identity, known.placed.economy), known.placed)
        for known in context.resolved.observations
    ]
    for identity, item in placed:
        other = first.setdefault(identity, item)
        if other is item or str(other.observation.value) == str(item.observation.value):
            continue
        if all(map(_told_apart, (item.observation, other.observation))):
            continue
        line = context.tree.span(other.path).line
        message = f"{item.observation.value}; line {line} has {other.observation.value} for it."
        yield _at(context, "PG237", item, "value", message)
    for identity, item in placed:
        seen = context.peers.figures.get(identity)
        if seen and seen.title != str(item.observation.value) and not item.observation.note:
            message = f"{item.observation.value}; {seen.where} has {seen.title} for it."
            yield _at(context, "PG237", item, "value", message)


def _told_apart(observation: Observation) -> bool:
    return isinstance(observation.as_of, Date) or observation.note is not None


def _at(
    context: RuleContext, code: str, item: PlacedObservation, field: str, message: str
) -> Diagnostic:
    return context.find(code, (*item.path, field), message, place=item.place)
