"""Which agreement a name means that no record has: by its parties, or by a name nearly spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.core.model.kinds import KINDS
from profilegen.core.model.registry import AgreementRecord, InitiativeRecord
from profilegen.core.model.sections import SectionKind, section_of
from profilegen.core.registry import Registry

_DIGITAL = {
    "dea": "digital economy agreement",
    "dta": "digital trade agreement",
    "dpa": "digital partnership agreement",
}
_TRADE = (
    r"(?:comprehensive|closer|bilateral|free|regional|preferential|trade|economic|cooperation|"
    r"partnership|strategic|association|agreement|arrangement|area|treaty|pact|deal|accord|"
    r"fta|epa|cepa|ceca|cepta|ceta|ecta|ecfa|tepa|pta|rta|cep|for|an?|the|of|on|and|between|with)"
)
_KIND = re.compile(
    rf"(?:\b(?P<digital>{'|'.join((*_DIGITAL, *_DIGITAL.values()))})|(?:\s*\b{_TRADE}\b)+)\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"^(?:\s*\b{_TRADE}\b)+", re.IGNORECASE)
_PARTED = re.compile(r"\s*[-\u2010-\u2014/&]\s*|\s+(?:and|with)\s+|,\s*", re.IGNORECASE)


def meant_by_parties(name: str, registry: Registry) -> tuple[str, ...] | None:
    """The agreements between the parties that a name gives; None where it names no two.

    `US-Korea FTA` and `Agreement between Korea and the United States` name the same two.
    """
    bare, kind = _bare(name)
    economies: set[str] = set()
    groups: set[str] = set()
    pieces = [piece for piece in _PARTED.split(bare) if piece]
    for piece in pieces:
        if code := registry.economies.key(piece):
            economies.add(code)
        elif group := registry.groups.key(piece):
            groups.add(group)
        elif record := registry.agreements.get(piece):
            economies.update(record.parties)
        else:
            return () if economies and len(pieces) > 1 else None
    if len(pieces) < 2:
        return None
    return tuple(
        spoken(record)
        for record in registry.agreements.records.values()
        if _between(record, economies, groups, registry) and _kind_of(record) == kind
    )


def without_kind(name: str) -> str:
    """`SACU Agreement`, `the RCEP treaty`: what is left when the words for any treaty are gone."""
    return _bare(name)[0]


def _bare(name: str) -> tuple[str, str]:
    """A name without the words that say what kind of treaty it is, and the digital kind or none."""
    kind = ""
    if match := _KIND.search(name):
        kind = (match["digital"] or "").casefold()
        name = name[: match.start()]
    return _LEAD.sub("", name).strip(" -\u2013,"), _DIGITAL.get(kind, kind)


def _kind_of(record: AgreementRecord) -> str:
    kinds = [_bare(name)[1] for name in record.names]
    told = next(filter(None, kinds), "")
    return told or ("digital" if re.search("digital|data", record.name, re.IGNORECASE) else "")


def _between(
    record: AgreementRecord, economies: set[str], groups: set[str], registry: Registry
) -> bool:
    """Whether a record is of just these economies and groups."""
    if not record.parties or groups != {registry.groups.key(name) for name in record.groups}:
        return False
    members = {code for name in groups for code in registry.groups.records[name].members}
    return set(record.parties) - members == economies - members


def spoken(record: AgreementRecord | InitiativeRecord) -> str:
    """The name under which a record is best known."""
    return record.abbreviation or record.name


def other_section(name: str, registry: Registry) -> Iterator[tuple[SectionKind, str]]:
    """The sections, and what they list, of which a registry knows the name."""
    for kind in KINDS:
        if kind.records and registry.book_of(kind.model).key(name):
            yield section_of(kind.model), kind.records.what
