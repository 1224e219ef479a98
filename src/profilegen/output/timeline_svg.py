"""An economy's lanes as SVG: one ink with filled and open shapes, so that grey and colour agree.

Places along the years are per cent and all else is px: the lanes grow with the page, and their
words and marks keep their size on a phone.
"""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from profilegen.core.typography import curly
from profilegen.output.chart import ACCENT, INK, PAPER, QUIET
from profilegen.view.pages.timeline import LANES, LaneView, TimelineMark, TimelineView
from profilegen.view.wording.en import timeline as wording

EARLIER = 12.0
"""Per cent of the width for all that is older than the first year."""
STEP, LABEL, FOOT = 12, 18, 20
"""Height of a mark, of a lane's label, and of the years below, in px."""
GRID = "#c9c9c9"


def lanes(lane: LaneView, view: TimelineView) -> Markup:
    """The lanes of one economy, each a picture that can be left out, above the years."""
    pictures = [_picture(number, lane, view) for number in range(len(LANES))]
    years = Markup(
        '<svg class="lanes" aria-hidden="true" width="100%" height="{}"'
        ' font-family="Source Sans Pro" font-size="12">{}</svg>'
    ).format(FOOT, _years(view))
    return Markup("\n").join([*pictures, years])


def _picture(number: int, lane: LaneView, view: TimelineView) -> Markup:
    """One lane with its title."""
    own = [mark for mark in lane.drawn if mark.lane == number]
    columns = Counter(_column(mark, view) for mark in own)
    floor = LABEL + STEP * max(columns.values(), default=1) + 6
    stacked: Counter[int] = Counter()
    placed = []
    for mark in own:
        column = _column(mark, view)
        stacked[column] += 1
        placed.append(_placed(mark, view, floor - 3 - STEP * stacked[column] + STEP // 2))
    kind = LANES[number]
    return Markup(
        '<svg class="lanes" role="img" width="100%" height="{0}" data-k="{1}"'
        ' aria-labelledby="lane-{2}-{1}" font-family="Source Sans Pro" font-size="12">'
        '<title id="lane-{2}-{1}">{3}</title>{4}'
        '<text class="quiet" x="0" y="13" fill="{5}">{6}</text>'
        '<line class="axis" x1="0" y1="{7}" x2="100%" y2="{7}" stroke="{8}"/>{9}</svg>'
    ).format(
        floor + 1, kind, lane.code, curly(wording.picture(lane.name, kind, len(own))),
        _grid(view, floor), QUIET, wording.LANES[kind], floor, INK, Markup("").join(placed),
    )  # fmt: skip


def shape(name: str) -> Markup:
    """A shape alone, for the legend."""
    return Markup(
        '<svg class="sign lanes-sign" viewBox="-6 -6 12 12" aria-hidden="true">{}</svg>'
    ).format(_shape(name))


def _column(mark: TimelineMark, view: TimelineView) -> int:
    """The year, or one place for all that are older."""
    return max(mark.year or 0, view.first - 1)


def _at(year: int, view: TimelineView) -> float:
    """The middle of a year, in per cent."""
    if year < view.first:
        return EARLIER / 2
    return EARLIER + (year - view.first + 0.5) / (view.last - view.first + 1) * (100 - EARLIER)


def _grid(view: TimelineView, height: int) -> Markup:
    """A line each ten years."""
    line = Markup('<line class="grid" x1="{0:.2f}%" y1="0" x2="{0:.2f}%" y2="{1}" stroke="{2}"/>')
    return Markup("").join(
        line.format(_at(year, view), height, GRID) for year in range(view.first, view.last + 1, 10)
    )


def _years(view: TimelineView) -> Markup:
    """The label of each ten years, and the place of what is older."""
    text = Markup('<text class="quiet" x="{:.2f}%" y="{}" text-anchor="middle" fill="{}">{}</text>')
    older = Markup('<text class="quiet" x="0" y="{}" fill="{}">{}</text>')
    labels = [
        text.format(_at(year, view), FOOT - 5, QUIET, year)
        for year in range(view.first, view.last + 1, 10)
    ]
    return Markup("").join([older.format(FOOT - 5, QUIET, wording.SAY["older"]), *labels])


def _placed(mark: TimelineMark, view: TimelineView, y: int) -> Markup:
    """A mark at its year: an inner picture may lie at per cent where a shape may not."""
    return Markup(
        '<svg x="{:.2f}%" y="{}" overflow="visible"><title>{}</title>{}</svg>'
    ).format(_at(_column(mark, view), view), y, curly(mark.told), _shape(mark.shape))  # fmt: skip


_PATHS = {
    "bound": ("full", "M-4-4h8v8h-8z"),
    "ended": ("open", "M-3.5-3.5h7v7h-7z"),
    "complainant": ("full", "M0-4.5 5 4.5h-10z"),
    "respondent": ("open", "M0 4.5 5-4.5h-10z"),
    "other": ("full", "M-4.5-1.5h9v3h-9z"),
}


def _shape(name: str) -> Markup:
    if name in _PATHS:
        kind, path = _PATHS[name]
        fill = ACCENT if kind == "full" else PAPER
        return Markup('<path class="{}" d="{}" fill="{}" stroke="{}"/>').format(
            kind, path, fill, ACCENT
        )
    kind, fill = ("open", PAPER) if name == "draft" else ("full", ACCENT)
    return Markup('<circle class="{}" r="4" fill="{}" stroke="{}"/>').format(kind, fill, ACCENT)
