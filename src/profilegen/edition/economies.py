"""Who is spoken of: an economy or a group of the registries, or a name that they do not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from profilegen.core.dates import Date
from profilegen.core.entry_facts_with_registry import When
from profilegen.core.model.registry import EconomyRecord, GroupRecord
from profilegen.core.registry import Book


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


class Economies:
    """The economies and groups of the registries, and which unions act for whom."""

    def __init__(self, economies: Book[EconomyRecord], groups: Book[GroupRecord]) -> None:
        self.book = economies
        self._groups = groups
        self._by_code: dict[str, Economy] = {}

    def of(self, code: str) -> Economy:
        """Who stands behind a code; a name that is none stands as it is."""
        if code not in self._by_code:
            record = self.book.records.get(code)
            self._by_code[code] = Economy(code, record.name if record else code, record)
        return self._by_code[code]

    def whose(self, code: str) -> Economy:
        """Who has a figure: a group, or an economy."""
        group = self._groups.get(code)
        return Economy(code, group.name, group) if group else self.of(code)

    def code(self, name: str) -> str:
        """The code behind any name of an economy; a name that is none's stands as it is."""
        return self.book.key(name) or name

    @cached_property
    def unions(self) -> Mapping[str, Economy]:
        """The few economies that have members, by code."""
        records = self.book.records.items()
        return {code: self.of(code) for code, record in records if record.members}

    def unions_of(self, code: str, on: When = None) -> tuple[str, ...]:
        """The unions that act for an economy, on a day or today."""
        day = on if isinstance(on, Date) else None
        records = self.book.records
        return tuple(union for union in self.unions if records[union].has_member(code, day))

    def ever_acting_for(self, code: str) -> Iterator[str]:
        """The unions of which an economy is or was a member."""
        return (union for union in self.unions if code in self.book.records[union].members)

    def acting_for(self, code: str, on: When = None) -> frozenset[str]:
        """The economy and the unions that act for it: Germany's disputes are the union's."""
        return frozenset((code, *self.unions_of(code, on)))
