"""The view of one numbered entry, of any kind, with its number, notes and topics."""

from __future__ import annotations

from dataclasses import replace

from profilegen.core.dates import Date
from profilegen.core.locale import when
from profilegen.core.model.entries import (
    Instrument,
    Programme,
    Provision,
    Strategy,
    TradeRemedy,
)
from profilegen.core.richtext import Text
from profilegen.core.typography import curly, sentence
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.view.entries.entry_view import EntryView, facts, unplaced
from profilegen.view.entries.instrument import instrument_view
from profilegen.view.entries.registry_entry import registered_view
from profilegen.view.entries.registry_notes import remark
from profilegen.view.site.anchors import place
from profilegen.view.text.drafting import line, note
from profilegen.view.text.economy_names import all_of
from profilegen.view.text.nodes import Draft, Native


def entry_view(resolved: ResolvedEntry, of: ResolvedProfile) -> EntryView:
    """Compose the view of an entry of a profile."""
    entry, placed = resolved.entry, resolved.placed
    match entry:
        case Strategy():
            view = _strategy(entry)
        case Programme():
            view = _programme(entry)
        case Provision():
            view = _provision(entry)
        case Instrument():
            view = instrument_view(placed, entry, of.placed)
        case TradeRemedy():
            view = _remedy(entry, all_of(resolved.against))
        case _:
            assert resolved.facts  # every other kind is about a record
            view = registered_view(resolved.facts, of.economy)
    native = view.native
    if entry.native_title:
        native = Native(entry.native_title, entry.language or of.economy.language or "und")
    return replace(
        view,
        number=f"{of.code} {placed.number}",
        anchor=placed.anchor,
        notes=entry_note(resolved, of.code),
        native=native,
        topics=tuple(topic.name for topic in resolved.topics),
        place=place(resolved.subject),
    )


def entry_note(resolved: ResolvedEntry, economy: str) -> tuple[Draft, ...]:
    """The entry's note: who said it, what the registry remarks, its own words, its sources."""
    entry = resolved.entry
    said = entry.said_by
    before = [remark(resolved.subject, economy)]
    if said:
        post = f" ({said.post})" if said.post else ""
        before.insert(0, f"According to {said.by}{post}, {when(said.on)}.")
    return note(entry.note, entry.source, " ".join(filter(None, before)))


def _strategy(entry: Strategy) -> EntryView:
    dates = [
        str(entry.date) if entry.date else "",
        f"updated {entry.updated}" if entry.updated else "",
    ]
    body = curly(entry.issuing_body or "")
    return unplaced(
        (Text(curly(entry.title)),),
        short_name=curly(entry.short_name or ""),
        facts=facts(", ".join(filter(None, (body, *dates)))),
        points=tuple(line(pillar) for pillar in entry.pillars),
        side=sentence(entry.status) if entry.status else "Strategy",
        strong=entry.status in ("draft", "repealed", "expired"),
        draft=entry.status == "draft",
    )


def _programme(entry: Programme) -> EntryView:
    projects = f"{entry.projects:,} projects" if entry.projects is not None else ""
    granted = f"{entry.total} granted" if entry.total else ""
    return unplaced(
        (Text(curly(entry.title)),),
        short_name=curly(entry.short_name or ""),
        facts=facts(
            curly(entry.issuing_body or ""),
            f"budget {entry.budget}" if entry.budget else "",
            curly(entry.rate or ""),
            ", ".join(filter(None, (granted, projects and f"for {projects}"))),
        ),
        gist=line(entry.gist),
        side="Support since" if entry.since else "Support programme",
        detail=when(entry.since) if entry.since else "",
        runs_on=True,
    )


def _remedy(entry: TradeRemedy, against: str) -> EntryView:
    kind = "Safeguard measures" if entry.measure == "safeguard" else (
        f"{sentence(entry.measure)} {'duties' if entry.unit == 'measures' else entry.unit}"
    )  # fmt: skip
    words = ", ".join(filter(None, (kind, entry.product, f"against {against}" if against else "")))
    on = f"as of {entry.as_of}" if isinstance(entry.as_of, Date) else ""
    unit = entry.unit.removesuffix("s") if entry.count == 1 else entry.unit
    number = "number not stated" if entry.count is None else f"{entry.count:,} {unit}"
    return unplaced(
        (Text(curly(words)),),
        facts=facts(f"{number}, {entry.period}", on),
        gist=line(entry.gist),
        side="Trade remedy",
    )


def _provision(entry: Provision) -> EntryView:
    return unplaced((Text(curly(entry.article)),), gist=line(entry.gist))
