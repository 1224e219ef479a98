"""The registry's files: the day for which a kind of record stands (`as_of`), and the records by id.

Folders overlay each other: a folder's own record replaces the packaged one.
"""

from __future__ import annotations

from profilegen.core.model.base import Model, PlainText
from profilegen.core.model.registry import (
    AgreementRecord,
    DisputeRecord,
    EconomyCode,
    EconomyRecord,
    GroupRecord,
    IndicatorRecord,
    InitiativeRecord,
    InstitutionRecord,
    MeansRecord,
    ProvisionRecord,
    Scheme,
    TopicRecord,
)
from profilegen.core.model.sources import Source
from profilegen.core.model.value_fields import DateField


class RegistryFile(Model):
    """What every file of records says besides them."""

    as_of: DateField | None = None
    """Day for which the records stand; topics stand for none."""
    source: PlainText | None = None
    """Where the facts of each record were seen that names no source of its own."""


class _Dated(RegistryFile):
    as_of: DateField


class EconomiesFile(_Dated):
    """The file profiles/registry/economies.yaml."""

    economies: dict[EconomyCode, EconomyRecord]


class GroupsFile(_Dated):
    """The file profiles/registry/groups.yaml."""

    groups: dict[PlainText, GroupRecord]


class InstitutionsFile(_Dated):
    """The file profiles/registry/institutions.yaml."""

    institutions: dict[PlainText, InstitutionRecord]


class TopicsFile(RegistryFile):
    """The file profiles/registry/topics.yaml."""

    topics: dict[PlainText, TopicRecord]


class MeansFile(RegistryFile):
    """The file profiles/registry/means.yaml."""

    schemes: dict[PlainText, Scheme]
    """Classifications whose codes the records have, by the field that has them."""
    means: dict[PlainText, MeansRecord]


class AgreementsFile(_Dated):
    """The file profiles/registry/agreements.yaml."""

    agreements: dict[PlainText, AgreementRecord]


class InitiativesFile(_Dated):
    """The file profiles/registry/initiatives.yaml."""

    initiatives: dict[PlainText, InitiativeRecord]


class IndicatorsFile(RegistryFile):
    """The file profiles/registry/indicators.yaml."""

    indicators: dict[PlainText, IndicatorRecord]


class ProvisionsFile(_Dated):
    """The file profiles/registry/provisions.yaml."""

    provisions: dict[PlainText, ProvisionRecord]


class DisputesFile(_Dated):
    """The file profiles/registry/disputes.yaml."""

    disputes: dict[PlainText, DisputeRecord]


class SourcesFile(Model):
    """The file profiles/registry/sources.yaml: documents that several profiles cite."""

    sources: dict[PlainText, Source]


FILES: dict[str, type[RegistryFile]] = {
    "economies": EconomiesFile,
    "groups": GroupsFile,
    "topics": TopicsFile,
    "means": MeansFile,
    "institutions": InstitutionsFile,
    "agreements": AgreementsFile,
    "initiatives": InitiativesFile,
    "disputes": DisputesFile,
    "indicators": IndicatorsFile,
    "provisions": ProvisionsFile,
}
"""The registries of records: a file is called after the one mapping that it holds."""
