"""The coverage board: how far each profile is, and what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from profilegen.check.all_profiles import Collection
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic, Severity
from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.profile import PlacedEntry, Profile
from profilegen.core.model.sections import SECTIONS
from profilegen.core.model.sources import Source
from profilegen.core.sourcing import cited, prose_sentences, sourced
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.wording.en.pages import NO_AUTHOR


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section: its state and how many entries it lists."""

    number: int
    state: str
    """written, none_found, not_applicable, not_researched or missing."""
    entries: int


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{round(100 * self.part / self.whole)}%" if self.whole else "-"


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One economy."""

    code: str
    status: str
    sections: tuple[SectionState, ...]
    sourced: Share
    """Entries that have a source."""
    sentences: Share
    """Sentences of the sections' texts that have one."""
    official: Share
    """Instruments (section 4) that cite a law, or a document of a public institution."""
    months: int
    """Age in months on the day of the run."""
    errors: int
    warnings: int
    waived: int
    open_points: int
    authors: tuple[str, ...]

    @property
    def entries(self) -> int:
        """Entries of all sections, goals not counted."""
        return sum(section.entries for section in self.sections)


@dataclass(frozen=True, slots=True)
class AuthorRow:
    """What is open for one author."""

    name: str
    economies: tuple[str, ...]
    findings: int


def coverage(
    collection: Collection, diagnostics: tuple[Diagnostic, ...]
) -> tuple[CoverageRow, ...]:
    """The rows of the board, by code, from the profiles and all that was found in them."""
    institutions = collection.registry.institutions.names
    rows = [
        _row(
            item.resolved,
            institutions.key,
            collection.as_of,
            [d for d in diagnostics if d.span.file == item.tree.file],
        )
        for item in collection.profiles
    ]
    return tuple(sorted(rows, key=lambda row: row.code))


def authors(rows: Iterable[CoverageRow]) -> tuple[AuthorRow, ...]:
    """Open findings by author; profiles without one stand together at the end."""
    by_author: dict[str, list[CoverageRow]] = {}
    for row in rows:
        for name in row.authors or ("",):
            by_author.setdefault(name, []).append(row)
    return tuple(
        AuthorRow(
            name or NO_AUTHOR,
            tuple(r.code for r in author_rows),
            sum(r.errors + r.warnings for r in author_rows),
        )
        for name, author_rows in sorted(by_author.items(), key=lambda of: (not of[0], of[0]))
    )


def _row(
    of: ResolvedProfile,
    institution: Callable[[str], object],
    as_of: Date | None,
    diagnostics: list[Diagnostic],
) -> CoverageRow:
    profile = of.profile
    counting = [e for e in of.entries if not kind_of(e.entry).lettered]
    sections = {kind.number: section for kind, section in profile.sections()}
    counted = Counter(e.placed.kind.number for e in counting)
    states = tuple(
        SectionState(
            kind.number,
            (sections[kind.number].absence or "written") if kind.number in sections else "missing",
            counted[kind.number],
        )
        for kind in SECTIONS
    )
    noted = [sentence.noted for _, sentence in prose_sentences(profile)]
    instruments = [e.placed for e in counting if isinstance(e.entry, Instrument)]
    severities = Counter(d.severity for d in diagnostics if not d.waived)
    today = as_of or profile.updated
    return CoverageRow(
        code=profile.economy,
        status=profile.status,
        sections=states,
        sourced=Share(
            sum(sourced(e.placed, in_registry=e.in_registry) for e in counting), len(counting)
        ),
        sentences=Share(sum(noted), len(noted)),
        official=Share(
            sum(official(p, profile, institution) for p in instruments), len(instruments)
        ),
        months=profile.updated.months_to(today),
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        waived=sum(bool(d.waived) for d in diagnostics),
        open_points=len(profile.open_points),
        authors=profile.authors,
    )  # fmt: skip


_PRIMARY = frozenset({"legislation", "bill", "regulation", "treaty", "legal_case"})


def official(placed: PlacedEntry, profile: Profile, institution: Callable[[str], object]) -> bool:
    """Whether an entry cites a law or a document of a public institution."""
    return any(
        _public(profile.sources[key], institution)
        for key in cited(placed)
        if key in profile.sources
    )


def _public(source: Source, institution: Callable[[str], object]) -> bool:
    if source.type in _PRIMARY:
        return True
    names = [name.name or "" for name in (*source.author, *source.editor)]
    names += [name.short or "" for name in source.author]
    names += [source.publisher or "", source.authority or "", source.container_title or ""]
    return any(name and institution(name) for name in names)
