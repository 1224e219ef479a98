"""A profile as JSON: what it says, and beside that what the registries add, entry by entry.

The two are kept apart. `profile` alone, read back, is the profile again; the rest is worked out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

from pydantic import Field

from profilegen.core.model.base import Model
from profilegen.core.model.dispute_counts import Count
from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import Doubt
from profilegen.core.model.value_fields import StatedDate
from profilegen.edition.participation import Participation, State
from profilegen.edition.record_facts import InitiativeFacts, ProceedingFacts, TreatyFacts
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.output.schema import written_schema


class ParticipationData(Model):
    """What the economy is to a treaty, an initiative or a dispute, by profile and registry."""

    state: State
    role: str | None = Field(default=None, examples=["participant", "co-convenor", "respondent"])
    """Left out for a party to a treaty."""
    signed: StatedDate | None = None
    since: StatedDate | None = None
    """When it began to bind this economy, or when this economy joined."""
    left: StatedDate | None = None
    through: str | None = Field(default=None, examples=["EUU"])
    """The union that is the party, for one of its members."""
    doubts: tuple[str, ...] = Field(default=(), examples=[["in_force_for KOR"]])
    """Fields of this economy in the registry's record that rest on no source."""


class EntryData(Model):
    """An entry's number and anchor, and what the registries add to it."""

    number: str = Field(examples=["5.1", "1(a)"])
    """As printed, behind the economy's code."""
    anchor: str
    """The entry's anchor on the page of the profile, JPN.html#anchor."""
    at: str = Field(examples=["/economic_treaties/list/0"])
    """Where the entry stands in `profile`: a JSON Pointer (RFC 6901)."""
    record: str | None = Field(default=None, examples=["RCEP"])
    """The id of the registry's record of a treaty, an initiative or a dispute."""
    name: str | None = None
    """The full name of a treaty or an initiative, the title of a dispute."""
    abbreviation: str | None = None
    part_of: str | None = None
    """The initiative of which this one is a pillar."""
    succeeded_by: str | None = None
    forum: str | None = None
    requested: StatedDate | None = None
    """When consultations were requested."""
    complainant: tuple[str, ...] = ()
    """Codes of economies; names where a party is none."""
    respondent: tuple[str, ...] = ()
    third_parties: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    """What else in the registry's record rests on no source that could be checked."""
    participation: ParticipationData | None = None


class ProfileData(Model):
    """A country profile, with what the registries add to its entries.

    What is not there is left out, as are the values that `default` names. Texts are Markdown as
    typed. A date has its own precision.
    """

    format: Literal[1]
    """Edition of the form of this file."""
    profile: Profile
    """What the profile says, in its own words and order: all that is needed to write it again."""
    entries: tuple[EntryData, ...]
    """Every entry in print order, with what is worked out."""
    counts: tuple[Count, ...] = ()
    """`proceedings.counts` with the numbers of the registry where the profile gives none."""


def profile_json(of: ResolvedProfile) -> str:
    """The text of the file of one profile."""
    data = ProfileData(
        format=1,
        profile=of.profile,
        entries=tuple(map(_entry, of.entries)),
        counts=tuple(resolved.count for resolved in of.counts),
    )
    plain = data.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


@cache
def profile_json_schema() -> str:
    """The schema of those files."""
    return written_schema(ProfileData, "Country profile as data")


def _entry(resolved: ResolvedEntry) -> EntryData:
    placed = resolved.placed
    return EntryData(
        number=placed.number,
        anchor=placed.anchor,
        at="".join(f"/{part}" for part in placed.path),
        **_without_gaps(_worked_out(resolved)),
    )


def _worked_out(resolved: ResolvedEntry) -> dict[str, Any]:
    """What is worked out of an entry; only three kinds have a registry."""
    about, known = resolved.subject, resolved.facts
    if about is None or known is None or resolved.part is None:
        return {}
    record = about.record
    facts: dict[str, Any]
    match known:
        case TreatyFacts():
            facts = {
                "name": known.name,
                "abbreviation": known.abbreviation,
                "succeeded_by": known.succeeded_by,
            }
        case InitiativeFacts():
            facts = {
                "name": known.name,
                "abbreviation": known.abbreviation,
                "part_of": getattr(record, "part_of", None),
            }
        case ProceedingFacts():
            facts = {"name": known.title, "forum": known.forum, "requested": known.requested}
            facts |= {
                side: tuple(party.code for party in getattr(known, side))
                for side in ("complainant", "respondent", "third_parties")
            }
    return {
        **facts,
        "record": about.key if record else None,
        "doubts": _doubts(about.doubts()),
        "participation": _participation(resolved.part),
    }


def _participation(part: Participation) -> ParticipationData:
    given = {name: getattr(part, name) for name in ("role", "signed", "since", "left", "through")}
    return ParticipationData(
        state=part.state, **_without_gaps({**given, "doubts": _doubts(part.doubts)})
    )


def _doubts(doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """Doubts as the registry writes them: `in_force_for KOR`."""
    return tuple(" ".join(filter(None, doubt)) for doubt in doubts)


def _without_gaps(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
