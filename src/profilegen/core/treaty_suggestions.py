"""Which agreement a name means that no record has: by its parties, or by a name nearly spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import KINDS
from profilegen.core.model.registry import AgreementRecord, GroupRecord, InitiativeRecord
from profilegen.core.model.sections import SectionKind, section_of
from profilegen.core.registry import Book, NameIndex

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


def meant_by_parties(
    name: str, agreements: Book[AgreementRecord], economies: NameIndex, groups: Book[GroupRecord]
) -> tuple[str, ...] | None:
    """The agreements between the parties that a name gives; None where it names no two.

    `US-Korea FTA` and `Agreement between Korea and the United States` name the same two.
    """
    bare, kind = _bare(name)
    named: set[str] = set()
    named_groups: set[str] = set()
    pieces = [piece for piece in _PARTED.split(bare) if piece]
    for piece in pieces:
        if code := economies.key(piece):
            named.add(code)
        elif group := groups.key(piece):
            named_groups.add(group)
        elif record := agreements.get(piece):
            named.update(record.parties)
        else:
            return () if named and len(pieces) > 1 else None
    if len(pieces) < 2:
        return None
    return tuple(
        spoken(record)
        for record in agreements.records.values()
        if _between(record, named, named_groups, groups) and _kind_of(record) == kind
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
    record: AgreementRecord, named: set[str], named_groups: set[str], groups: Book[GroupRecord]
) -> bool:
    """Whether a record is of just these economies and groups."""
    if not record.parties or named_groups != {groups.key(name) for name in record.groups}:
        return False
    members = {code for name in named_groups for code in groups.records[name].members}
    return set(record.parties) - members == named - members


def spoken(record: AgreementRecord | InitiativeRecord) -> str:
    """The name under which a record is best known."""
    return record.abbreviation or record.name


def other_section(
    name: str, known: Mapping[type[Entry], NameIndex]
) -> Iterator[tuple[SectionKind, str]]:
    """The sections, and what they list, of which a registry knows the name."""
    for kind in KINDS:
        if kind.records and known[kind.model].key(name):
            yield section_of(kind.model), kind.records.what
