"""Who is spoken of: an economy or a group of the registries, or a name that they do not know."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.model.registry import EconomyRecord, GroupRecord
from profilegen.core.registry import Registry


@dataclass(frozen=True, slots=True)
class Economy:
    """An economy, a group, or a company as a proceeding names it."""

    code: str
    """ISO 3166-1 alpha-3, EUU or XKX; a name that no registry knows stands as it is typed."""
    name: str
    record: EconomyRecord | GroupRecord | None = None

    @property
    def native_name(self) -> str:
        """The name in its own language, or nothing."""
        return getattr(self.record, "native_name", None) or ""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names by which it is found."""
        return self.record.aliases if self.record else ()

    @property
    def language(self) -> str:
        """Its own language (BCP 47), or nothing."""
        return getattr(self.record, "language", None) or ""

    @property
    def short(self) -> str:
        """The shortest name: `EU`."""
        return min((self.code, *(self.record.names if self.record else ())), key=len)


def economy(code: str, registry: Registry) -> Economy:
    """Who stands behind a code; a name that is none stands as it is."""
    record = registry.economies.records.get(code)
    return Economy(code, record.name if record else code, record)


def whose(code: str, registry: Registry) -> Economy:
    """Who has a figure: a group, or an economy."""
    group = registry.groups.get(code)
    return Economy(code, group.name, group) if group else economy(code, registry)
