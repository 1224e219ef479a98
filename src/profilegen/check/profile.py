"""One profile's file, checked: read, validated, examined by the rules, waivers applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from profilegen.check.context import Rule, RuleContext
from profilegen.check.cross_profile_index import Peers
from profilegen.check.meant_record import meant_records
from profilegen.check.model_validation import salvage, validate
from profilegen.check.rules import LOCAL, WHOLE
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Checked, Diagnostic, Severity, Span, ordered
from profilegen.core.finding_codes import CODES, finding
from profilegen.core.model.profile import FORMAT, Profile
from profilegen.core.model.sources import Source
from profilegen.core.names_to_codes import with_codes
from profilegen.core.registry import fold, nearest
from profilegen.core.walk import citations
from profilegen.core.yaml_source import SourceTree
from profilegen.edition.resolved import ResolvedProfile
from profilegen.edition.resolving import Resolver


@dataclass(frozen=True)
class CheckedProfile:
    """A valid profile with the tree that holds its places."""

    resolved: ResolvedProfile
    tree: SourceTree

    @property
    def profile(self) -> Profile:
        """The profile as it is written, with codes of economies for their names."""
        return self.resolved.profile


def check(
    tree: SourceTree,
    resolver: Resolver,
    as_of: Date | None = None,
    *,
    form: Checked[Profile] | None = None,
    peers: Peers | None = None,
) -> Checked[CheckedProfile]:
    """Check one profile. Diagnostics: PG1xx and PG2xx; a value only where the form is right.

    Where the form is wrong, the rest of the file is examined all the same, by the rules that
    do not look for something missing; only for errors, since a warning may be waived in the very
    part that cannot be read. `form` is the tree as `validate` read it, where that was done;
    `peers` holds the profiles of the run that were checked before.
    """
    if foreign := other_format(tree):
        return Checked(None, (foreign,))
    checked = form or validate(tree, Profile)
    read = (checked.value, tree) if checked.value is not None else salvage(tree, Profile)
    if read is None:
        return Checked(None, ordered(checked.diagnostics))
    (profile, readable), registry = read, resolver.registry
    shared = with_shared_sources(profile, registry.sources)
    resolved = resolver.resolved(with_codes(shared, registry.economies.names))
    meant = {
        item.placed.path: meant_records(item.entry, registry)
        for item in resolved.entries
        if item.subject and not item.record and not item.entry.written_out
    }
    before = peers if peers and checked.value is not None else Peers()
    context = RuleContext(resolved, readable, registry.names, meant, as_of, before)
    if checked.value is not None:
        told = waived(context, once(examine(context, (*LOCAL, *WHOLE))))
        return Checked(CheckedProfile(resolved, tree), told)
    found = list(checked.diagnostics)
    errors = [
        d for d in examine(context, LOCAL)
        if d.severity is Severity.ERROR and not _half_read(d, found, tree)
    ]  # fmt: skip
    found += waived(context, ordered(errors), complain=False)
    return Checked(None, ordered(found))


_NOT_KNOWN = frozenset(("PG211", "PG212", "PG214"))


def _half_read(told: Diagnostic, faults: list[Diagnostic], tree: SourceTree) -> bool:
    """Whether an entry seems not written out only because what it says cannot be read."""
    if told.code not in _NOT_KNOWN:
        return False
    items = (span for path, span in tree.values.items() if path and isinstance(path[-1], int))
    around = [span for span in items if _within(told.span, span)]
    return any(_within(fault.span, span) for span in around for fault in faults)


def _within(inner: Span, outer: Span) -> bool:
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return start <= (inner.line, inner.column) <= end


def other_format(tree: SourceTree) -> Diagnostic | None:
    """PG124 alone for a file of another format: what else is found in it need be no mistake."""
    given = str(tree.data.get("format", FORMAT)) if isinstance(tree.data, dict) else str(FORMAT)
    if given == str(FORMAT):
        return None
    newer = given.isdecimal() and len(given) < 5 and int(given) > FORMAT
    message = f"This file is of format {given}; this profilegen reads format {FORMAT}."
    hint = "Install a newer profilegen: it reads this file." if newer else ""
    return finding("PG124", tree.span(("format",)), message, hint, place="format")


def with_shared_sources(profile: Profile, sources: Mapping[str, Source]) -> Profile:
    """The profile with those of the shared documents that it cites and does not define."""
    cited = {citation.key for _, citation in citations(profile)} - profile.sources.keys()
    shared = {key: sources[key] for key in sorted(cited & sources.keys())}
    if not shared:
        return profile
    return profile.model_copy(update={"sources": {**profile.sources, **shared}})


MAX_FINDINGS = 100
"""Findings told of one rule in one file: who has more of a kind has one cause to mend."""


def examine(context: RuleContext, rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    """What the rules find."""
    for rule in rules:
        yield from islice(rule(context), MAX_FINDINGS)


def once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort, and leave out notes where another finding says already that something is silent."""
    found = tuple(diagnostics)
    taken = {d.span for d in found if d.severity is not Severity.NOTE}
    return ordered(d for d in found if d.severity is not Severity.NOTE or d.span not in taken)


def waived(
    context: RuleContext, diagnostics: tuple[Diagnostic, ...], *, complain: bool = True
) -> tuple[Diagnostic, ...]:
    """Accept one finding for each waiver of the profile. Diagnostics: PG218 for idle waivers.

    A finding without which the pages could not be made is not accepted.
    """
    result = list(diagnostics)
    for index, waiver in enumerate(context.profile.waivers):
        of_kind = [at for at, d in enumerate(result) if d.code == waiver.finding and not d.waived]
        hit = next((at for at in of_kind if fold(result[at].place) == fold(waiver.at)), None)
        if hit is not None and waivable(result[hit]):
            result[hit] = result[hit].waive(waiver.reason)
        elif hit is not None:
            message = f"{waiver.finding} has to be fixed; it cannot be waived."
            result.append(context.find("PG218", ("waivers", index, "finding"), message))
        elif complain and not waiver.finding.startswith(PRINTED):
            places = [result[at].place for at in of_kind]
            near = nearest(waiver.at, places) or (places[0] if places else "")
            hint = f'{waiver.finding} stands at "{near}".' if near else ""
            message = f'There is no finding {waiver.finding} at "{waiver.at}".'
            result.append(context.find("PG218", ("waivers", index, "at"), message, hint))
    return ordered(result)


PRINTED = "PG4"
"""How the codes begin of what only a build can find: a waiver of it is never called idle."""


def accepted(profile: Profile, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What a build finds of a profile, with the reason where the profile waives it."""
    reasons = {(waiver.finding, fold(waiver.at)): waiver.reason for waiver in profile.waivers}
    return tuple(
        d.waive(reason) if (reason := reasons.get((d.code, fold(d.place)))) and waivable(d) else d
        for d in found
    )


def waivable(diagnostic: Diagnostic) -> bool:
    """Whether the pages can be made in spite of a finding, so that a reason may stand for it."""
    return diagnostic.severity is not Severity.ERROR or CODES[diagnostic.code].waivable
