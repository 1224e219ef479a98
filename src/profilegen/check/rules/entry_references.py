"""References: to other entries, and to what the registries know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from profilegen.check.context import RuleContext
from profilegen.check.meant import alike
from profilegen.check.rules import registry_mismatches
from profilegen.core.dates import NOT_STATED
from profilegen.core.diagnostic import Diagnostic, Edit, Fix, Span
from profilegen.core.entry_facts import (
    acting,
    agreement_facts,
    dispute_facts,
    side_of,
)
from profilegen.core.model.base import says_nothing
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.model.registry import AgreementRecord, InitiativeRecord, TopicRecord
from profilegen.core.model.sections import Proceedings
from profilegen.core.placed_observations import observed
from profilegen.core.registry import Book, fold, nearest
from profilegen.core.repair import in_quotes
from profilegen.core.treaty_suggestions import meant_by_parties, other_section, spoken, without_kind
from profilegen.core.wto_cases import GAP, meant_case, wto_number
from profilegen.core.yaml_source import KeyPath


def unknown_economy(context: RuleContext) -> Iterator[Diagnostic]:
    """PG110: the profile's economy is one of the registry's."""
    code = context.profile.economy
    if code in context.registry.economies.records:
        return
    known, own = context.registry.economies, Path(context.tree.file).stem
    near = known.key(code) or known.key(own if own in known.records else known.near(code))
    hint = f"Did you mean {near} ({known.records[near].name})?" if near else ""
    fix = context.instead(("economy",), code, near or "", safe=known.key(code) is not None)
    yield context.find("PG110", ("economy",), f'"{code}" is no known economy.', hint, fix=fix)


def unknown_party(context: RuleContext) -> Iterator[Diagnostic]:
    """PG132: where only economies and their groups can stand, each is one of the registry's."""
    economies, groups = context.registry.economies, context.registry.groups
    for path, name, place in _economies(context):
        if name in economies.records or groups.get(name) or name.casefold() in _ALL:
            continue
        near = economies.near(name)
        hint = f'Did you mean "{near}"?' if near else ""
        listed = context.listed(path, name, lambda part: economies.key(part) or groups.get(part))
        if listed is None and (parted := _parted(context, path)):
            listed = f"A comma between [ and ] parts items: write {parted.edits[0].text}", parted
        hint, fix = listed or (hint, context.instead(path, name, near))
        yield context.find(
            "PG132", path, f'"{name}" is no known economy.', hint, place=place, fix=fix
        )


def _parted(context: RuleContext, path: KeyPath) -> Fix | None:
    """One name, as `[Korea, Republic of]` parts it, in quotes."""
    at, tree = path[-1], context.tree
    if not isinstance(at, int) or at == 0 or not isinstance(tree.at(path[:-1]), list):
        return None
    before = (*path[:-1], at - 1)
    start, end = tree.span(before), tree.span(path)
    name = f"{tree.at(before)}, {tree.at(path)}"
    if start.line != end.line or not context.registry.economies.key(name):
        return None
    place = Span(start.file, start.line, start.column, end.end_line, end.end_column)
    return Fix((Edit(place, in_quotes(name)),), safe=True)


_ALL = (NOT_STATED, "world")
"""What may stand in an economy's place besides."""


def _economies(context: RuleContext) -> Iterator[tuple[KeyPath, str, str]]:
    """Each economy that the profile names, with its path and the place as waivers name it."""
    for placed in context.entries:
        entry = placed.entry
        if isinstance(entry, Agreement):
            for at, name in enumerate(entry.parties):
                yield (*placed.path, "parties", at), name, placed.place
        elif isinstance(entry, Programme):
            for at, item in enumerate(entry.rounds):
                for name in item.destinations:
                    yield (*placed.path, "rounds", at, "destinations", name), name, placed.place
    for seen in observed(context.profile):
        yield (*seen.path, "economy"), seen.economy, seen.place
    for kind, section in context.profile.sections():
        for key, figure in section.figures.items():
            for at, name in enumerate(figure.economies):
                yield (kind.key, "figures", key, "economies", at), name, ""


def unknown_topic(context: RuleContext) -> Iterator[Diagnostic]:
    """PG219: topics come from one vocabulary, or like would not stand beside like."""
    for placed in context.entries:
        for index, topic in enumerate(placed.entry.topics):
            if context.registry.topics.key(topic) is None:
                near = context.registry.topics.near(topic)
                hint = f'Did you mean "{near}"?' if near else _known(context.registry.topics)
                path = (*placed.path, "topics", index)
                message = f'"{topic}" is not a known topic.'
                fix = context.instead(path, topic, near, safe=alike(topic, near))
                hint, fix = context.listed(path, topic, context.registry.topics.key) or (hint, fix)
                yield context.find("PG219", path, message, hint, place=placed.place, fix=fix)


def _known(topics: Book[TopicRecord]) -> str:
    """The topics to choose from, as many as a hint holds."""
    names = sorted(record.name for record in topics.records.values())
    held = [name for at, name in enumerate(names) if len(", ".join(names[: at + 1])) < MOST_LISTED]
    more = f" and {len(names) - len(held)} more" if len(names) > len(held) else ""
    return f"Use a known topic, or leave it out. Known: {', '.join(held)}{more}."


MOST_LISTED = 300
"""Characters of a list of names in a hint."""


def unknown_record(context: RuleContext) -> Iterator[Diagnostic]:
    """PG211, PG212, PG214: an entry is known to the registry or written out."""
    for placed in context.entries:
        entry = placed.entry
        path = (*placed.path, entry.heading)
        kind, book = kind_of(entry), context.registry.book(entry)
        if kind.records is None or book is None:
            continue
        if entry.written_out or book.get(entry.name_text):
            continue  # PG305 asks of a preference that is written out
        message = f'"{entry.name_text}" is not a known {kind.one}.'
        meant = _meant(context, placed)
        hint = f"Did you mean {' or '.join(meant)}? " if meant else ""
        hint += f"If it is new, write it out: {', '.join(kind.records.written_out)}."
        parts = re.split(r",\s+|;\s*|\s+and\s+", entry.name_text)
        if len(parts) > 1 and any(map(book.get, parts)):
            hint += " If it names several, write an entry for each."
        fix = context.instead(path, entry.name_text, meant[0]) if len(meant) == 1 else None
        if isinstance(entry, Dispute) and (wto := meant_case(entry.name_text)) in book.records:
            hint = f"Write {wto}, the number of the case alone."
            fix = context.instead(path, entry.name_text, wto, safe="DS" in entry.name_text.upper())
        hint, fix = context.listed(path, entry.name_text, book.get) or (hint, fix)
        for section, what in other_section(entry.name_text, context.registry):
            message = f'"{entry.name_text}" is {what}; it stands under `{placed.kind.key}`.'
            hint, fix = f"Move it to `{section.key}` (section {section.number}).", None
        if isinstance(entry, Agreement) and (
            told := registry_mismatches.preference(entry.name_text)
        ):
            (message, hint), fix = told, None
        yield context.find(kind.records.unknown, path, message, hint, place=placed.place, fix=fix)


def _meant(context: RuleContext, placed: PlacedEntry) -> list[str]:
    """The known records that may be meant."""
    entry, registry = placed.entry, context.registry
    book, name = registry.book(entry), entry.name_text
    assert book is not None
    if isinstance(entry, Agreement):
        meant = meant_by_parties(name, registry)
        if meant is not None:
            return list(meant) if len(meant) < 4 else []
    bare = without_kind(name)
    known = None if registry.economies.key(bare) else book.get(bare)
    near = spoken(known) if isinstance(known, AgreementRecord | InitiativeRecord) else ""
    near = near or book.near(name) or ""
    return [near] if near else []


def far_case(context: RuleContext) -> Iterator[Diagnostic]:
    """PG131: the WTO numbers its cases one after another."""
    known = context.registry.disputes.records
    last = max(filter(None, map(wto_number, known)), default=0)
    for placed in context.entries:
        entry = placed.entry
        if not isinstance(entry, Dispute) or not entry.written_out or entry.case in known:
            continue
        number = wto_number(entry.case)
        if number and number > last + GAP:
            message = f"{entry.case} is far beyond the last known case, DS{last}."
            path = (*placed.path, entry.heading)
            yield context.find("PG131", path, message, place=placed.place)


def superseded(context: RuleContext) -> Iterator[Diagnostic]:
    """PG213: a treaty that is not what its name says needs a word to the reader."""
    for placed in context.entries:
        if not isinstance(placed.entry, Agreement) or placed.entry.note:
            continue
        facts = agreement_facts(placed.entry, context.registry, context.profile.economy)
        if facts.status in ("never in force", "superseded", "terminated"):
            after = f"; {facts.succeeded_by} took its place" if facts.succeeded_by else ""
            word = "never entered into force" if facts.status[0] == "n" else f"is {facts.status}"
            message = f"{placed.entry.name} {word}{after}, and no note says so."
            yield context.find("PG213", placed.path, message, place=placed.place)


def no_party_to_agreement(context: RuleContext) -> Iterator[Diagnostic]:
    """PG225: the registry counts the economy, or a union that acts for it, among the parties."""
    if context.profile.economy not in context.registry.economies.records:
        return
    parties = context.registry.acting_for(context.profile.economy)
    economies = (
        context.registry.economies.records.keys()
    )  # PG132 tells of other names, and of groups
    for placed in context.entries:
        entry = placed.entry
        record = (
            context.registry.agreements.get(entry.name_text)
            if isinstance(entry, Agreement)
            else None
        )
        own = set(entry.parties) if isinstance(entry, Agreement) else set()
        if record is None and own and own <= economies and not own & parties:
            message = f"{context.profile.economy} is not among the parties that are written out."
            hint = f"Add {context.profile.economy} to `parties`, or correct them."
            yield context.find(
                "PG225", (*placed.path, "parties"), message, hint, place=placed.place
            )
        if record is None or not record.parties or parties.intersection(record.parties):
            continue
        message = f"{context.profile.economy} is not among the parties to {entry.name_text}."
        path = (*placed.path, entry.heading)
        yield context.find("PG225", path, message, place=placed.place)


def no_party(context: RuleContext) -> Iterator[Diagnostic]:
    """PG210: the economy, or a union that acts for it, is a party or third party."""
    if context.profile.economy not in context.registry.economies.records:
        return  # one mistake is one finding: PG110 tells
    for placed in context.entries:
        if not isinstance(placed.entry, Dispute):
            continue
        facts = dispute_facts(placed.entry, context.registry)
        parties = (*facts.complainant, *facts.respondent, *facts.third_parties)
        if parties and not acting(facts, context.profile.economy, context.registry) & set(parties):
            names = ", ".join(parties)
            message = f"{context.profile.economy} is no party to {placed.entry.case} ({names})."
            path = (*placed.path, "case")
            yield context.find("PG210", path, message, place=placed.place)


def more_listed_than_counted(context: RuleContext) -> Iterator[Diagnostic]:
    """PG208: the listed cases of a forum and side are part of the count.

    A union's cases are not: Germany's count holds those against Germany alone.
    """
    section = context.profile.proceedings
    if section is None:
        return
    listed: Counter[tuple[str, str]] = Counter()
    for placed in context.entries:
        if isinstance(placed.entry, Dispute):
            facts = dispute_facts(placed.entry, context.registry)
            side = side_of(facts, (context.profile.economy,))
            listed[fold(facts.forum), side.replace(" ", "_")] += 1
    for index, count in enumerate(section.counts):
        if registry_mismatches.reaches(context, count):
            continue  # PG307 compares the whole count
        for side in ("complainant", "respondent", "third_party"):
            counted, found = getattr(count, side), listed[fold(count.forum), side]
            if counted is not None and found > counted:
                path = (Proceedings.key, "counts", index, side)
                word = side.replace("_", " ")
                message = f"{found} {count.forum} cases as {word} are listed, {counted} counted."
                yield context.find(
                    "PG208", path, message, place=f"{Proceedings.key} counts {count.forum}"
                )


def act_not_listed(context: RuleContext) -> Iterator[Diagnostic]:
    """PG209: what an act amends, implements or supersedes is in the same list."""
    instruments = [p for p in context.entries if isinstance(p.entry, Instrument)]
    known = [name for placed in instruments for name in placed.entry.known_as]
    folded = {fold(name) for name in known}
    for placed in instruments:
        for relation in ("amends", "implements", "supersedes"):
            for index, name in enumerate(getattr(placed.entry, relation)):
                if fold(name) in folded or says_nothing(name):
                    continue
                near = nearest(name, known)
                hint = f'Did you mean "{near}"?' if near else ""
                message = f'This entry {relation} "{name}", which is not in the list.'
                path = (*placed.path, relation, index)
                fix = context.instead(path, name, near)
                yield context.find("PG209", path, message, hint, place=placed.place, fix=fix)


def listed_twice(context: RuleContext) -> Iterator[Diagnostic]:
    """PG220: one thing is one entry."""
    first: dict[tuple[str, ...], PlacedEntry] = {}
    for placed in context.entries:
        identity = (placed.kind.key, placed.list_name, *_identity(context, placed))
        if identity in first:
            message = f'"{placed.entry.name_text}" is listed already, as {first[identity].number}.'
            path = (*placed.path, placed.entry.heading)
            yield context.find("PG220", path, message, place=placed.place)
        first.setdefault(identity, placed)


def _identity(context: RuleContext, placed: PlacedEntry) -> tuple[str, ...]:
    entry = placed.entry
    name, book = entry.name_text, context.registry.book(entry)
    if book:
        forum = dispute_facts(entry, context.registry).forum if isinstance(entry, Dispute) else ""
        return (fold(forum), book.key(name) or fold(name))
    number = getattr(entry, "number", None)
    return (fold(name), "" if number is None or says_nothing(number) else fold(number))
