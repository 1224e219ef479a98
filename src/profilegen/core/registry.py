"""All registries together, with look-up by any known name."""

from __future__ import annotations

import difflib
import heapq
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from profilegen.core.dates import Date
from profilegen.core.diagnostic import Span
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import KINDS
from profilegen.core.model.publication_series import Series
from profilegen.core.model.registry import (
    AgreementRecord,
    DisputeRecord,
    EconomyRecord,
    GroupRecord,
    IndicatorRecord,
    InitiativeRecord,
    InstitutionRecord,
    MeansRecord,
    ProvisionRecord,
    Record,
    TopicRecord,
)
from profilegen.core.model.sources import Source
from profilegen.core.name_matching import essence, loose, may_be
from profilegen.core.program_files import REGISTRY

R = TypeVar("R", bound=Record)


_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014"), "-")


def fold(name: str) -> str:
    """Fold a name for comparison: case, dashes and spacing do not make two treaties of one."""
    return "".join(name.translate(_DASHES).casefold().replace(" - ", "-").split())


@dataclass(frozen=True, eq=False)
class NameIndex:
    """The names by which the records of one kind are found, without the records."""

    spoken: Mapping[str, tuple[str, ...]]
    """Each record's names, as people write them, by its id; the whole name comes first."""
    spellings: Mapping[str, tuple[str, ...]]
    """All by which each record is found: its names, and what else identifies it (codes)."""

    def __post_init__(self) -> None:
        index: dict[str, str] = {}
        loosely: dict[str, set[str]] = {}
        for key, spellings in self.spellings.items():
            for name in (key, *spellings):
                index.setdefault(fold(name), key)
                loosely.setdefault(loose(name), set()).add(key)
        sure = {name: keys.pop() for name, keys in loosely.items() if name and len(keys) == 1}
        object.__setattr__(self, "_index", index)
        object.__setattr__(self, "_loosely", sure)

    _index: dict[str, str] = field(init=False, repr=False, default_factory=dict)
    _loosely: dict[str, str] = field(init=False, repr=False, default_factory=dict)

    def __contains__(self, key: object) -> bool:
        """Whether something is the id of a record."""
        return key in self.spoken

    def key(self, name: str) -> str | None:
        """The id behind a name, however it is spelled, or None."""
        return self._index.get(fold(name)) or self._loosely.get(loose(name))

    def near(self, name: str) -> str:
        """The known name of which one that is not known may be a slip, or nothing."""
        spoken = (n for key, names in self.spoken.items() for n in (key, *names))
        return self._of_the_same_words(name) or nearest(name, spoken, may_be)

    def _of_the_same_words(self, name: str) -> str:
        """The only record that has a name of just these telling words, or nothing.

        A number of the WTO's says nothing to a reader: there the name stands for its id.
        """
        words = essence(name)
        if len(words) < MANY:
            return ""
        found = {
            key: spelling
            for key, names in self.spoken.items()
            for spelling in reversed(names)
            if essence(spelling) == words
        }
        (key, spelling) = next(iter(found.items())) if len(found) == 1 else ("", "")
        return spelling if re.fullmatch(r"RTA-\d+", key) else key


@dataclass(frozen=True)
class Book(Generic[R]):
    """The records of one kind by id, and the names by which they are found."""

    records: Mapping[str, R] = field(default_factory=dict)
    as_of: Date | None = None
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where each record is written."""
    source: str = ""
    """Where the facts of records were seen that name no source of their own."""

    @cached_property
    def names(self) -> NameIndex:
        """The names of the records."""
        records = self.records.items()
        return NameIndex(
            {key: record.names for key, record in records},
            {key: record.spellings for key, record in records},
        )

    def key(self, name: str) -> str | None:
        """The id behind a name, however it is spelled, or None."""
        return self.names.key(name)

    def get(self, name: str) -> R | None:
        """The record behind a name, or None."""
        key = self.names.key(name)
        return None if key is None else self.records[key]


def where(place: Span | None) -> str:
    """The place of a record, as a finding names it: `profiles/registry/x.yaml:12`.

    The program's own records lie outside the user's folder: of them only the file's name.
    """
    if place and Path(place.file).is_relative_to(REGISTRY):
        return f"the registry of {Path(place.file).stem}"
    return f"{place.file}:{place.line}" if place else "the registry"


MANY = 3
"""Words that two names have to share at least, and all of them, to be one."""


def nearest(
    name: str, known: Iterable[str], likely_one: Callable[[str, str], bool] = lambda a, b: True
) -> str:
    """The known word nearest to a misspelt one, or nothing where none is near, or likely."""
    folded = {word.casefold(): word for word in known}
    cutoff = 0.6 if len(name) < 5 else 0.7  # two letters changed about are half of a short code
    matcher = difflib.SequenceMatcher(b=name.casefold())
    likely: list[tuple[float, str]] = []
    for word in folded:
        matcher.set_seq1(word)
        if matcher.real_quick_ratio() >= cutoff and (bound := matcher.quick_ratio()) >= cutoff:
            likely.append((bound, word))
    scored: list[tuple[float, str]] = []
    for _, word in heapq.nlargest(CANDIDATES, likely):
        matcher.set_seq1(word)
        scored.append((matcher.ratio(), word))
    near = (folded[word] for best, word in sorted(scored, reverse=True) if best >= cutoff)
    return next((word for word in near if likely_one(name, word)), "")


CANDIDATES = 200
"""Words whose order of letters is compared: those that have most letters in common."""


@dataclass(frozen=True, eq=False)
class KnownNames:
    """What a profile can name: the names of all records, and nothing of what is known of them."""

    economies: NameIndex
    groups: NameIndex
    topics: NameIndex
    means: NameIndex
    institutions: NameIndex
    indicators: NameIndex
    provisions: NameIndex
    of_entries: Mapping[type[Entry], NameIndex]
    """The names of treaties, initiatives and disputes, by the kind of entry."""


@dataclass(frozen=True)
class Registry:
    """What all profiles share."""

    series: Series = field(default_factory=lambda: Series(title="Country profiles"))
    economies: Book[EconomyRecord] = field(default_factory=Book)
    groups: Book[GroupRecord] = field(default_factory=Book)
    topics: Book[TopicRecord] = field(default_factory=Book)
    means: Book[MeansRecord] = field(default_factory=Book)
    institutions: Book[InstitutionRecord] = field(default_factory=Book)
    agreements: Book[AgreementRecord] = field(default_factory=Book)
    initiatives: Book[InitiativeRecord] = field(default_factory=Book)
    disputes: Book[DisputeRecord] = field(default_factory=Book)
    indicators: Book[IndicatorRecord] = field(default_factory=Book)
    provisions: Book[ProvisionRecord] = field(default_factory=Book)
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Documents that several profiles cite, by key."""

    @property
    def as_of(self) -> Date | None:
        """Newest date for which a registry of treaties, initiatives or disputes stands."""
        dates = [book.as_of for book in self._books.values() if book.as_of]
        return max(dates, key=lambda date: date.last, default=None)

    def book(self, entry: Entry) -> Book[Any] | None:
        """The records among which an entry's facts would be, or None."""
        return self._books.get(type(entry))

    def book_of(self, kind: type[Entry]) -> Book[Any]:
        """The records that entries of a kind name; KeyError where its entries name none."""
        return self._books[kind]

    @cached_property
    def _books(self) -> dict[type[Entry], Book[Any]]:
        return {kind.model: getattr(self, kind.many) for kind in KINDS if kind.records}

    @cached_property
    def names(self) -> KnownNames:
        """The names of all records."""
        return KnownNames(
            self.economies.names,
            self.groups.names,
            self.topics.names,
            self.means.names,
            self.institutions.names,
            self.indicators.names,
            self.provisions.names,
            {kind: book.names for kind, book in self._books.items()},
        )
