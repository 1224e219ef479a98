"""The view of the site's first page: every economy with its standing and its coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.registry import AgreementRecord
from profilegen.core.model.sections import SECTIONS
from profilegen.core.name_matching import plain_letters
from profilegen.core.reader_text_type import UNSAID, Words, strung
from profilegen.edition.comparison_limits import LEAST, WIDE
from profilegen.edition.edition import Edition
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.comparison.all_columns_and_rows import ComparisonBasis
from profilegen.view.pages.page import Page, SiteContent
from profilegen.view.pages.suggested_comparisons import Door, doors
from profilegen.view.profile.profile import ProfileView
from profilegen.view.profile.section_view import SectionView, told_state
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.text.nodes import Native
from profilegen.view.wording.en import home as wording
from profilegen.view.wording.en.compare_page import TRAY
from profilegen.view.wording.en.pages import LINKS
from profilegen.view.wording.en.section import SILENCE

OLD = 12
"""Months by which a profile may lag behind the newest one unmarked."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One section's state in the row of an economy."""

    number: int
    label: str
    state: str
    words: Words


@dataclass(frozen=True, slots=True)
class EconomyRow:
    """An economy in the list."""

    code: str
    name: str
    native: Native | None
    status: str
    updated: str
    coverage: tuple[Coverage, ...]
    summary: Words
    older: Words = UNSAID
    """By how much it is older than the newest profile, if by a year or more."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """The list of all profiles."""

    frame: Frame
    counts: Words
    lead: Words
    rows: tuple[EconomyRow, ...]
    doors: tuple[Door, ...]
    sections: tuple[tuple[int, str], ...]
    examples: str
    """What may be searched for: a treaty, a dispute, an act in its own script."""

    @property
    def tray(self) -> Mapping[str, object]:
        """What is said of the economies that are ticked, and how many make a comparison."""
        return TRAY | {"most": WIDE, "least": LEAST}


def index_view(
    profiles: Sequence[ProfileView], edition: Edition, basis: ComparisonBasis | None = None
) -> IndexView:
    """Compose the list, by name; comparisons are proposed of the edition's profiles."""
    sources = edition.profiles
    newest = max((p.updated for p in sources), key=lambda date: date.last, default=None)
    ages = {p.economy: p.updated.months_to(newest) for p in sources if newest}
    return IndexView(
        frame=frame(edition.series, edition.as_of),
        counts=wording.counts(Counter(view.status for view in profiles)),
        lead=wording.lead(len(profiles)),
        rows=tuple(
            _row(view, ages.get(view.code, 0))
            for view in sorted(profiles, key=lambda v: plain_letters(v.name))
        ),
        doors=tuple(doors(edition.by_number, basis)) if basis else (),
        examples=", ".join(_examples(edition.by_number)),
        sections=tuple((kind.number, kind.label) for kind in SECTIONS),
    )


def _examples(profiles: Sequence[ResolvedProfile]) -> Iterator[str]:
    """The treaty that most profiles list, and the first dispute and native title of the series."""
    placed = [item for of in profiles for item in of.entries]
    names = Counter(
        item.subject.record.abbreviation
        for item in placed
        if item.subject
        and isinstance(item.subject.record, AgreementRecord)
        and item.subject.record.abbreviation
    )
    yield from (name for name, _ in names.most_common(1))
    yield from [i.entry.name_text for i in placed if isinstance(i.entry, Dispute)][:1]
    natives = (item.entry.native_title or "" for item in placed)
    yield from sorted(filter(None, natives), key=len)[:1]


def _row(view: ProfileView, months: int) -> EconomyRow:
    coverage = tuple(_coverage(section) for section in view.sections)
    gaps = [
        wording.silent([c.number for c in coverage if c.state == state], _words(state))
        for state in dict.fromkeys(c.state for c in coverage if c.state != "written")
    ]
    whole = wording.written(view.written, whole=view.written == len(SECTIONS))
    return EconomyRow(
        code=view.code,
        name=view.name,
        native=view.native,
        status=view.status,
        updated=view.updated,
        coverage=coverage,
        summary=strung(", ", (whole, *gaps)),
        older=wording.older(months) if months >= OLD else UNSAID,
    )


def _coverage(section: SectionView) -> Coverage:
    state = told_state(section.state)
    return Coverage(section.number, section.label, state, _words(state))


def _words(state: str) -> Words:
    return Words(SILENCE[state].lower() if state in SILENCE else wording.WRITTEN)


def _view(of: SiteContent) -> IndexView:
    return index_view(list(of.views.values()), of.edition, of.basis)


PAGE = Page("index", LINKS["index"], view=_view, template="screen/index.html")
