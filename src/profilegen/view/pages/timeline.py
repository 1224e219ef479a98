"""The page of years: each economy's laws, treaties and disputes, in lanes over one axis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.locale import counted
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.typography import joined, sentence
from profilegen.edition.edition import Edition
from profilegen.edition.participation import BOUND, ENDED
from profilegen.edition.record_facts import ProceedingFacts, TreatyFacts
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.view.entries.entry import entry_view
from profilegen.view.pages.page import Page
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.text.economy_names import native_name
from profilegen.view.text.nodes import Native, words
from profilegen.view.wording.en.general import when

LANES = ("Laws and policies", "Treaties, by entry into force", "Disputes, by request")
KINDS = {"laws": "Laws and policies", "treaties": "Treaties", "disputes": "Disputes"}
"""What each lane holds, by its name in an address."""
SHAPES: dict[str, str] = {
    "law": "law or policy",
    "draft": "draft",
    "bound": "treaty in force",
    "ended": "treaty left, replaced or ended",
    "complainant": "dispute as complainant",
    "respondent": "dispute as respondent",
    "other": "dispute as third party or in another role",
}
"""Every shape with its words, in the order of the legend."""
_LANE = {"law": 0, "draft": 0, "bound": 1, "ended": 1}
"""The lane of a shape; the others are of disputes."""
FIRST = 1990
"""What is older stands together at the left."""


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """An entry at its year."""

    lane: int
    shape: str
    year: int | None
    """None where no source states it."""
    dated: str
    """The year or date, or what is said in its place."""
    number: str
    anchor: str
    title: str
    what: str
    """Status or role, in words."""

    @property
    def kind(self) -> str:
        """Its lane's name in an address."""
        return tuple(KINDS)[self.lane]

    @property
    def told(self) -> str:
        """The mark in one line."""
        return f"{self.dated}: {self.title} ({self.number})"


@dataclass(frozen=True, slots=True)
class LaneView:
    """One economy's lanes."""

    code: str
    name: str
    native: Native | None
    marks: tuple[TimelineMark, ...]
    """By year; those without one at the end."""

    @property
    def drawn(self) -> tuple[TimelineMark, ...]:
        """Those that have a place on the axis."""
        return tuple(mark for mark in self.marks if mark.year is not None)

    @property
    def told(self) -> str:
        """What the lanes hold, in words."""
        parts = [
            counted(sum(mark.lane == lane for mark in self.marks), one, many)
            for lane, (one, many) in enumerate(
                (("law or policy", "laws and policies"), ("treaty", "treaties"),
                 ("dispute", "disputes"))
            )
        ]  # fmt: skip
        silent = len(self.marks) - len(self.drawn)
        return joined(parts) + (f"; {silent} without a year, in the table only" if silent else "")


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All economies on one axis."""

    frame: Frame
    lead: str
    first: int
    last: int
    lanes: tuple[LaneView, ...]
    shapes: tuple[tuple[str, str, str], ...]
    """Shape, its words and its kind."""
    kinds: tuple[tuple[str, str], ...] = tuple(KINDS.items())

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Code and name of each economy."""
        return tuple((lane.code, lane.name) for lane in self.lanes)


def timeline_view(edition: Edition) -> TimelineView:
    """Compose the lanes; economies stand in the order of their names."""
    lanes = tuple(map(_lane, edition.by_name))
    years = [mark.year for lane in lanes for mark in lane.marks if mark.year is not None]
    used = {mark.shape for lane in lanes for mark in lane.marks}
    last = max((*years, *(profile.updated.year for profile in edition.profiles)))
    count = sum(len(lane.marks) for lane in lanes)
    silent = count - len(years)
    lead = (
        f"{count} laws, treaties and disputes of "
        f"{counted(len(lanes), 'economy', 'economies')}, each at its year: that of the act, of the "
        "entry into force for the economy, of the request for consultations."
        + (f" {silent} without a year stand in the tables only." if silent else "")
    )
    kinds = tuple(KINDS)
    shapes = tuple(
        (shape, said, kinds[_LANE.get(shape, 2)]) for shape, said in SHAPES.items() if shape in used
    )
    return TimelineView(frame(edition.series, edition.as_of), lead, FIRST, last, lanes, shapes)


def _lane(of: ResolvedProfile) -> LaneView:
    marks = [mark for item in of.entries for mark in _mark(item, of)]
    return LaneView(
        of.code,
        of.name,
        native_name(of.economy),
        tuple(sorted(marks, key=lambda mark: (mark.year is None, mark.year or 0, mark.lane))),
    )


def _mark(item: ResolvedEntry, of: ResolvedProfile) -> Iterator[TimelineMark]:
    entry, facts = item.entry, item.facts
    if not isinstance(entry, Instrument | Agreement | Dispute):
        return
    view = entry_view(item, of)
    silent = "date not stated"
    if isinstance(entry, Instrument):
        lane, year = 0, year_of(entry, of.profile.updated.year)
        shape = "draft" if entry.status == "draft" else "law"
        dated = str(year) if year else "year not stated"
        what = view.side
    elif isinstance(facts, TreatyFacts):
        state, in_force = facts.state, facts.in_force
        over = state in ENDED or isinstance(facts.left, Date)
        date = in_force if isinstance(in_force, Date) and (over or state in BOUND) else None
        lane, shape, year = 1, "ended" if over else "bound", date.year if date else None
        what = " ".join(filter(None, (view.side, view.detail if over or not date else "")))
        dated = when(in_force, silent) if date or state in BOUND else "not in force"
    else:
        assert isinstance(facts, ProceedingFacts)
        assert item.part
        role, requested = item.part.role, facts.requested
        lane, shape = 2, role if role in SHAPES else "other"
        year = requested.year if isinstance(requested, Date) else None
        dated = when(requested, silent)
        what = sentence(role) if role != NOT_STATED else view.side
    yield TimelineMark(
        lane, shape, year, dated, view.number, view.anchor, words(view.title), what.strip()
    )


_OF = re.compile(r"\bof (?:\d{1,2} )?(?:[A-Z][a-z]+ )?((?:1[89]|20)\d\d)\b")
_YEAR = re.compile(r"(?<![\d.])(?<!Stat\. )(?<!Reg\. )(?<!\bp )((?:1[89]|20)\d\d)(?!\d)")
"""A year that stands alone: 2021/821, (2020), 2002 c. 28; a page (136 Stat. 1818) is none."""


def year_of(entry: Instrument, latest: int) -> int | None:
    """The year of an act: as written, else as its number or its title gives it."""
    if isinstance(entry.year, Date):
        return entry.year.year
    for text in (entry.number or "", entry.title):
        for pattern in (_OF, _YEAR):
            years = [int(year) for year in pattern.findall(text) if int(year) <= latest]
            if years:
                return years[0]
    return None


PAGE = Page(
    "timeline",
    "Timeline",
    summary="Laws, treaties and disputes over the years.",
    view=lambda of: timeline_view(of.edition),
    template="screen/timeline.html",
)
