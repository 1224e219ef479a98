"""One profile's file, checked: read, validated, examined by the rules, waivers applied."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.check.case import Case, Rule
from profilegen.check.rules import LOCAL, WHOLE
from profilegen.check.validate import salvage, validate
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Checked, Diagnostic, ordered
from profilegen.core.model.profile import Profile
from profilegen.core.registry import Registry, fold, nearest
from profilegen.core.source import SourceTree


@dataclass(frozen=True)
class CheckedProfile:
    """A valid profile with the tree that holds its places."""

    profile: Profile
    tree: SourceTree


def check(
    tree: SourceTree,
    registry: Registry,
    as_of: Date | None = None,
    *,
    local: tuple[Rule, ...] = LOCAL,
    whole: tuple[Rule, ...] = WHOLE,
) -> Checked[CheckedProfile]:
    """Check one profile. Diagnostics: PG1xx and PG2xx; a value only where the form is right.

    Where the form is wrong, the rest of the file is examined all the same, by the rules that
    do not look for something missing.
    """
    checked = validate(tree, Profile)
    if checked.value is not None:
        case = Case(checked.value, tree, registry, as_of)
        found = [d for rule in (*local, *whole) for d in rule(case)]
        return Checked(CheckedProfile(checked.value, tree), waived(case, ordered(found)))
    found = list(checked.diagnostics)
    rest = salvage(tree, Profile)
    if rest is not None:
        profile, pruned = rest
        case = Case(profile, pruned, registry, as_of)
        local_finds = ordered(d for rule in local for d in rule(case))
        found += waived(case, local_finds, complain=False)
    return Checked(None, ordered(found))


def waived(
    case: Case, diagnostics: tuple[Diagnostic, ...], *, complain: bool = True
) -> tuple[Diagnostic, ...]:
    """Accept the findings that the profile waives. Diagnostics: PG218 for idle waivers."""
    result = list(diagnostics)
    for index, waiver in enumerate(case.profile.waivers):
        hits = [
            at
            for at, d in enumerate(result)
            if d.code == waiver.finding and fold(d.place) == fold(waiver.at)
        ]
        for at in hits[:1]:
            result[at] = result[at].waive(waiver.reason)
        if not hits and complain:
            places = [d.place for d in diagnostics if d.code == waiver.finding]
            near = nearest(waiver.at, places) or (places[0] if places else "")
            hint = f'{waiver.finding} stands at "{near}".' if near else ""
            message = f'There is no finding {waiver.finding} at "{waiver.at}".'
            result.append(case.find("PG218", ("waivers", index), message, hint))
    return ordered(result)
