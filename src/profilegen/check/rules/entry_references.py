"""References: to other entries, and to what the registries know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from profilegen.check.context import RuleContext
from profilegen.check.rules import registry_mismatches
from profilegen.core.dates import NOT_STATED
from profilegen.core.diagnostic import Diagnostic, Edit, Fix, Span
from profilegen.core.model.base import says_nothing
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.model.sections import Proceedings
from profilegen.core.placed_observations import observed
from profilegen.core.registry import fold, nearest
from profilegen.core.repair import in_quotes
from profilegen.core.treaty_suggestions import other_section
from profilegen.core.wto_cases import GAP, meant_case, wto_number
from profilegen.core.yaml_source import KeyPath
from profilegen.edition.participation import parties_of
from profilegen.edition.record_facts import ProceedingFacts, TreatyFacts
from profilegen.edition.resolved import ResolvedEntry


def unknown_economy(context: RuleContext) -> Iterator[Diagnostic]:
    """PG110: the profile's economy is one of the registry's."""
    code = context.profile.economy
    known, own = context.names.economies, Path(context.tree.file).stem
    if code in known:
        return
    near = known.key(code) or known.key(own if own in known else known.near(code))
    hint = f"Did you mean {near} ({known.spoken[near][0]})?" if near else ""
    fix = context.instead(("economy",), code, near or "", safe=known.key(code) is not None)
    yield context.find("PG110", ("economy",), f'"{code}" is no known economy.', hint, fix=fix)


def unknown_party(context: RuleContext) -> Iterator[Diagnostic]:
    """PG132: where only economies and their groups can stand, each is one of the registry's."""
    economies, groups = context.names.economies, context.names.groups
    for path, name, place in _economies(context):
        if name in economies or groups.key(name) or name.casefold() in _ALL:
            continue
        near = economies.near(name)
        hint = f'Did you mean "{near}"?' if near else ""
        listed = context.listed(path, name, lambda part: economies.key(part) or groups.key(part))
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
    if start.line != end.line or not context.names.economies.key(name):
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


def unknown_record(context: RuleContext) -> Iterator[Diagnostic]:
    """PG211, PG212, PG214: an entry is known to the registry or written out."""
    for item in context.resolved.entries:
        placed, entry, kind = item.placed, item.entry, kind_of(item.entry)
        path = (*placed.path, entry.heading)
        if kind.records is None or entry.written_out or item.record:
            continue  # PG305 asks of a preference that is written out
        message = f'"{entry.name_text}" is not a known {kind.one}.'
        known, meant = context.names.of_entries[type(entry)], context.meant[placed.path]
        hint = f"Did you mean {' or '.join(meant)}? " if meant else ""
        hint += f"If it is new, write it out: {', '.join(kind.records.written_out)}."
        parts = re.split(r",\s+|;\s*|\s+and\s+", entry.name_text)
        if len(parts) > 1 and any(map(known.key, parts)):
            hint += " If it names several, write an entry for each."
        fix = context.instead(path, entry.name_text, meant[0]) if len(meant) == 1 else None
        if isinstance(entry, Dispute) and (wto := meant_case(entry.name_text)) in known:
            hint = f"Write {wto}, the number of the case alone."
            fix = context.instead(path, entry.name_text, wto, safe="DS" in entry.name_text.upper())
        hint, fix = context.listed(path, entry.name_text, known.key) or (hint, fix)
        for section, what in other_section(entry.name_text, context.names.of_entries):
            message = f'"{entry.name_text}" is {what}; it stands under `{placed.kind.key}`.'
            hint, fix = f"Move it to `{section.key}` (section {section.number}).", None
        if isinstance(entry, Agreement) and (
            told := registry_mismatches.preference(entry.name_text)
        ):
            (message, hint), fix = told, None
        yield context.find(kind.records.unknown, path, message, hint, place=placed.place, fix=fix)


def far_case(context: RuleContext) -> Iterator[Diagnostic]:
    """PG131: the WTO numbers its cases one after another."""
    known = context.names.of_entries[Dispute]
    last = max(filter(None, map(wto_number, known.spoken)), default=0)
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
    for item in context.resolved.entries:
        placed, facts = item.placed, item.facts
        if not isinstance(facts, TreatyFacts) or item.entry.note:
            continue
        if facts.status in ("never in force", "superseded", "terminated"):
            after = f"; {facts.succeeded_by} took its place" if facts.succeeded_by else ""
            word = "never entered into force" if facts.status[0] == "n" else f"is {facts.status}"
            message = f"{item.entry.name_text} {word}{after}, and no note says so."
            yield context.find("PG213", placed.path, message, place=placed.place)


def no_party_to_agreement(context: RuleContext) -> Iterator[Diagnostic]:
    """PG225: the registry counts the economy, or a union that acts for it, among the parties."""
    if context.resolved.economy.record is None:
        return
    code, acting = context.profile.economy, context.acting
    for item in context.resolved.entries:
        placed, entry, record = item.placed, item.entry, item.record
        if not isinstance(entry, Agreement):
            continue
        own = {who.code for who in item.economies["parties"]}
        known = all(who.record for who in item.economies["parties"])
        if record is None and own and known and not own & acting:  # PG132 tells of other names
            message = f"{code} is not among the parties that are written out."
            hint = f"Add {code} to `parties`, or correct them."
            path = (*placed.path, "parties")
            yield context.find("PG225", path, message, hint, place=placed.place)
        if acting.intersection(parties := parties_of(record)) or not parties:
            continue
        message = f"{code} is not among the parties to {entry.name_text}."
        yield context.find("PG225", (*placed.path, entry.heading), message, place=placed.place)


def no_party(context: RuleContext) -> Iterator[Diagnostic]:
    """PG210: the economy, or a union that acts for it, is a party or third party."""
    if context.resolved.economy.record is None:
        return  # one mistake is one finding: PG110 tells
    for item in context.resolved.entries:
        placed, facts = item.placed, item.facts
        if not isinstance(facts, ProceedingFacts):
            continue
        parties = facts.parties
        if parties and not facts.acting & parties:
            names = ", ".join(
                who.code for who in (*facts.complainant, *facts.respondent, *facts.third_parties)
            )
            message = f"{context.profile.economy} is no party to {facts.case} ({names})."
            yield context.find("PG210", (*placed.path, "case"), message, place=placed.place)


def more_listed_than_counted(context: RuleContext) -> Iterator[Diagnostic]:
    """PG208: the listed cases of a forum and side are part of the count.

    A union's cases are not: Germany's count holds those against Germany alone.
    """
    listed: Counter[tuple[str, str]] = Counter()
    for item in context.resolved.entries:
        if isinstance(item.entry, Dispute) and isinstance(item.facts, ProceedingFacts):
            side = item.entry.role or item.facts.side_of(context.profile.economy)
            listed[fold(item.facts.forum), side.replace(" ", "_")] += 1
    for index, given in enumerate(context.resolved.counts):
        count = given.written
        if given.registered:
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
    for item in context.resolved.entries:
        placed = item.placed
        identity = (placed.kind.key, placed.list_name, *_identity(item))
        if identity in first:
            message = f'"{placed.entry.name_text}" is listed already, as {first[identity].number}.'
            path = (*placed.path, placed.entry.heading)
            yield context.find("PG220", path, message, place=placed.place)
        first.setdefault(identity, placed)


def _identity(item: ResolvedEntry) -> tuple[str, ...]:
    name = item.entry.name_text
    if item.subject:
        forum = item.facts.forum if isinstance(item.facts, ProceedingFacts) else ""
        return (fold(forum), item.subject.key if item.record else fold(name))
    number = getattr(item.entry, "number", None)
    return (fold(name), "" if number is None or says_nothing(number) else fold(number))
