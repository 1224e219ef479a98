"""What the profiles of one run share: documents, instruments, numbers, by what identifies them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from profilegen.core.diagnostic import Span
from profilegen.core.model.base import says_nothing
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.kinds.strategy import Strategy
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.model.sources import Source
from profilegen.core.registry import fold
from profilegen.core.yaml_source import SourceTree
from profilegen.edition.resolved import ResolvedProfile

Identity = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a thing was met first: in whose profile, under which key and title, at which place."""

    economy: str
    key: str
    title: str
    span: Span

    @property
    def where(self) -> str:
        """The place as a finding names it."""
        return f"{self.span.file}:{self.span.line}"


@dataclass(frozen=True)
class Peers:
    """The profiles of a run that stand before one; a rule asks what an earlier one has already."""

    documents: dict[Identity, Seen] = field(default_factory=dict)
    instruments: dict[Identity, Seen] = field(default_factory=dict)
    numbers: dict[int, Seen] = field(default_factory=dict)
    figures: dict[Identity, Seen] = field(default_factory=dict)
    """Observations, each under its indicator, part, period and economy; the title is the value."""

    def add(self, of: ResolvedProfile, tree: SourceTree) -> None:
        """Take a profile in, for those that come after it."""
        profile, code = of.profile, of.code
        for key, source in profile.sources.items():
            seen = Seen(code, key, source.title, tree.key_span(("sources", key)))
            for identity in document(source):
                self.documents.setdefault(identity, seen)
        for placed in of.placed:
            if identity := instrument(placed):
                name = placed.entry.name_text
                self.instruments.setdefault(
                    identity, Seen(code, placed.number, name, tree.span(placed.path))
                )
        for item in of.observations:
            seen_at, told = tree.span(item.placed.path), str(item.placed.observation.value)
            identity = (*item.identity, item.placed.economy)
            self.figures.setdefault(identity, Seen(code, "", told, seen_at))
        if profile.number is not None:
            self.numbers.setdefault(profile.number, Seen(code, "", "", tree.span(("number",))))


_AROUND = re.compile(r"^https?://(?:www\.)?|[/#]+$", re.IGNORECASE)


def document(source: Source) -> Iterator[Identity]:
    """What makes two sources one document: a DOI, or an address; a site's first page is none."""
    if source.doi:
        yield ("doi", source.doi.casefold())
    address = _AROUND.sub("", source.url or "").casefold()
    if "/" in address:
        yield ("url", address)


_NUMBERED = re.compile(r"[0-9]+/[0-9]+")


def instrument(placed: PlacedEntry) -> Identity:
    """What makes entries of two economies one instrument, or nothing.

    A title alone does not: many states have a Customs Act. Title and number do, and so does a
    title that holds a number of its own (Regulation (EU) 2023/1781).
    """
    entry = placed.entry
    if not isinstance(entry, Instrument | Strategy):
        return ()
    number = getattr(entry, "number", None)
    told = "" if number is None or says_nothing(number) else fold(number)
    if match := _NUMBERED.search(entry.title):
        return (match[0],)
    return (fold(entry.title), told) if told else ()
