"""The page of years: each economy's laws, treaties and disputes, in lanes over one axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.reader_text_type import Words, strung
from profilegen.edition.act_year import year_of
from profilegen.edition.participation import BOUND, ENDED
from profilegen.edition.record_facts import ProceedingFacts, TreatyFacts
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.view.entries.entry import entry_view
from profilegen.view.pages.page import Page, SiteContent
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.text.native_economy_names import native_name
from profilegen.view.text.nodes import Native, words
from profilegen.view.wording.en.general import when
from profilegen.view.wording.en.pages import ABOUT, LINKS
from profilegen.view.wording.en.timeline import KINDS, SAY, SHAPES, held, lead

LANES = ("laws", "treaties", "disputes")
"""Each lane by its name in an address."""
_SHAPES = {
    "law": 0,
    "draft": 0,
    "bound": 1,
    "ended": 1,
    "complainant": 2,
    "respondent": 2,
    "other": 2,
}
"""Every shape with its lane, in the order of the legend."""
FIRST = 1990
"""What is older stands together at the left."""


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """An entry at its year."""

    lane: int
    shape: str
    year: int | None
    """None where no source states it."""
    dated: Words
    """The year or date, or what is said in its place."""
    number: str
    anchor: str
    title: Words
    what: Words
    """Status or role, in words."""

    @property
    def kind(self) -> str:
        """Its lane's name in an address."""
        return LANES[self.lane]

    @property
    def told(self) -> Words:
        """The mark in one line."""
        return SAY["mark"].format(dated=self.dated, title=self.title, number=self.number)


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
    def told(self) -> Words:
        """What the lanes hold, in words."""
        laws, treaties, disputes = (
            sum(mark.lane == lane for mark in self.marks) for lane in range(len(LANES))
        )
        return held(laws, treaties, disputes, len(self.marks) - len(self.drawn))


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All economies on one axis."""

    frame: Frame
    lead: Words
    first: int
    last: int
    lanes: tuple[LaneView, ...]
    shapes: tuple[tuple[str, Words, str], ...]
    """Shape, its words and its kind."""
    kinds: tuple[tuple[str, Words], ...] = tuple(KINDS.items())

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Code and name of each economy."""
        return tuple((lane.code, lane.name) for lane in self.lanes)


def timeline_view(content: SiteContent) -> TimelineView:
    """Compose the lanes; economies stand in the order of their names."""
    edition = content.edition
    lanes = tuple(map(_lane, edition.by_name))
    years = [mark.year for lane in lanes for mark in lane.marks if mark.year is not None]
    used = {mark.shape for lane in lanes for mark in lane.marks}
    last = max((*years, *(profile.updated.year for profile in edition.profiles)))
    count = sum(len(lane.marks) for lane in lanes)
    shapes = tuple(
        (shape, SHAPES[shape], LANES[lane]) for shape, lane in _SHAPES.items() if shape in used
    )
    said = lead(count, len(lanes), count - len(years))
    return TimelineView(frame(edition.series, edition.as_of), said, FIRST, last, lanes, shapes)


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
    silent = SAY["no_date"]
    if isinstance(entry, Instrument):
        lane, year = 0, year_of(entry, of.profile.updated.year)
        shape = "draft" if entry.status == "draft" else "law"
        dated = Words(year) if year else SAY["no_year"]
        what = view.side
    elif isinstance(facts, TreatyFacts):
        state, in_force = facts.state, facts.in_force
        over = state in ENDED or isinstance(facts.left, Date)
        date = in_force if isinstance(in_force, Date) and (over or state in BOUND) else None
        lane, shape, year = 1, "ended" if over else "bound", date.year if date else None
        what = strung(" ", (view.side, view.detail if over or not date else ""))
        dated = when(in_force, silent) if date or state in BOUND else SAY["not_in_force"]
    else:
        assert isinstance(facts, ProceedingFacts)
        assert item.part
        role, requested = item.part.role, facts.requested
        lane, shape = 2, role if role in _SHAPES else "other"
        year = requested.year if isinstance(requested, Date) else None
        dated = when(requested, silent)
        what = view.side
    yield TimelineMark(lane, shape, year, dated, view.number, view.anchor, words(view.title), what)


PAGE = Page(
    "timeline",
    LINKS["timeline"],
    summary=ABOUT["timeline"],
    view=timeline_view,
    template="screen/timeline.html",
)
