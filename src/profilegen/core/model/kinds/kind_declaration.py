"""The declaration of a kind of entry: all that the program asks of it besides its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from profilegen.core.model.entries import Entry
from profilegen.core.tree import KeyPath

OWN = "list"
"""The list whose keys stand in the section itself; a section has one at most."""


@dataclass(frozen=True, slots=True)
class EntryFigure:
    """A figure of an entry as the table of all figures has it."""

    name: str
    value: object
    path: KeyPath
    """Where it stands within the entry."""
    part: str = ""
    period: object = None
    economy: str = ""
    """Whose it is, where it is not the profile's."""


def _none(_: Entry) -> Iterable[EntryFigure]:
    return ()


def plain_figures(*fields: str) -> Callable[[Entry], Iterator[EntryFigure]]:
    """The figures that stand in fields of their own, each under the entry's name and its field."""

    def figures(entry: Entry) -> Iterator[EntryFigure]:
        for field in fields:
            if (value := getattr(entry, field)) is not None:
                yield EntryFigure(f"{entry.name_text}: {field}", value, (field,))

    return figures


@dataclass(frozen=True, slots=True)
class Records:
    """What a kind is whose entries name records of a registry; comparisons have a row for each."""

    page: str
    """The page of the site that tells of each record ..."""
    anchor: str
    """... and the first word of its anchor there."""
    what: str
    """`a dispute`, for whoever listed it elsewhere."""
    unknown: str
    """Code of the finding on a name that the registry does not have ..."""
    written_out: tuple[str, ...]
    """... and the fields that such an entry needs."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry."""

    model: type[Entry]
    """Its fields; `heading` is the one that names the entry, and finds its record."""
    one: str
    """Name of its modules (`core/model/kinds`, `view/wording/en`) and templates (`entries`)."""
    many: str
    """Name of the registry that holds its records, if it has one."""
    sections: tuple[str, ...]
    """Keys of the sections in which it may be listed; the first is its home."""
    list_name: str
    """Key of its list there, or OWN."""
    lettered: bool = False
    """Whether entries are points of one text, with letters, and the others go on counting."""
    measured: bool = True
    """Whether entries count among the fifteen to forty of a finished profile (PG250, PG251)."""
    economies: tuple[str, ...] = ()
    """Fields that name economies; a company or a product may stand there too."""
    search: tuple[str, ...] = ()
    """Fields by which it is found besides its names and topics."""
    figures: Callable[[Any], Iterable[EntryFigure]] = _none
    """What the table of all figures has of an entry."""
    records: Records | None = None

    def naming(self, name: str) -> Entry:
        """An entry that only names a record."""
        return self.model.model_validate({self.model.heading: name})
