"""An economy's lanes as SVG: one ink with filled and open shapes, so that grey and colour agree.

Places along the years are per cent and all else is px: the lanes grow with the page, and their
words and marks keep their size on a phone.
"""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from profilegen.output.chart import ACCENT, INK, PAPER, QUIET
from profilegen.view.timeline import LANES, LaneView, Mark, TimelineView

EARLIER = 12.0
"""Per cent of the width for all that is older than the first year."""
STEP, LABEL, FOOT = 12, 18, 20
"""Height of a mark, of a lane's label, and of the years below, in px."""
GRID = "#c9c9c9"


def lanes(lane: LaneView, view: TimelineView) -> Markup:
    """The lanes of one economy, with title and description."""
    out: list[Markup] = []
    top = 0
    for number, label in enumerate(LANES):
        own = [mark for mark in lane.drawn if mark.lane == number]
        columns = Counter(_column(mark, view) for mark in own)
        height = LABEL + STEP * max(columns.values(), default=1) + 6
        out.append(
            Markup('<text class="quiet" x="0" y="{}" fill="{}">{}</text>').format(
                top + 13, QUIET, label
            )
        )
        floor = top + height
        out.append(
            Markup('<line class="axis" x1="0" y1="{0}" x2="100%" y2="{0}" stroke="{1}"/>').format(
                floor, INK
            )
        )
        stacked: Counter[int] = Counter()
        for mark in own:
            column = _column(mark, view)
            stacked[column] += 1
            y = floor - 3 - STEP * stacked[column] + STEP // 2
            out.append(_placed(mark, view, y))
        top = floor
    return Markup(
        '<svg class="lanes" role="img" width="100%" height="{0}"'
        ' aria-labelledby="{1}-title {1}-desc" font-family="Source Sans Pro" font-size="12">'
        '<title id="{1}-title">{2}</title><desc id="{1}-desc">{3}</desc>{4}{5}</svg>'
    ).format(
        top + FOOT,
        f"lanes-{lane.code}",
        f"{lane.name} over the years",
        f"{lane.told}. The table below has the same in words.",
        _years(view, top),
        Markup("").join(out),
    )


def shape(name: str) -> Markup:
    """A shape alone, for the legend."""
    return Markup(
        '<svg class="sign lanes-sign" viewBox="-6 -6 12 12" aria-hidden="true">{}</svg>'
    ).format(_shape(name))


def _column(mark: Mark, view: TimelineView) -> int:
    """The year, or one place for all that are older."""
    return max(mark.year or 0, view.first - 1)


def _at(year: int, view: TimelineView) -> float:
    """The middle of a year, in per cent."""
    if year < view.first:
        return EARLIER / 2
    return EARLIER + (year - view.first + 0.5) / (view.last - view.first + 1) * (100 - EARLIER)


def _years(view: TimelineView, height: int) -> Markup:
    """A line and a label each ten years, and the place of what is older."""
    text = Markup('<text class="quiet" x="{:.2f}%" y="{}" text-anchor="middle" fill="{}">{}</text>')
    older = Markup('<text class="quiet" x="0" y="{}" fill="{}">older</text>')
    out = [older.format(height + 15, QUIET)]
    for year in range(view.first, view.last + 1, 10):
        at = _at(year, view)
        out.append(
            Markup('<line class="grid" x1="{0:.2f}%" y1="0" x2="{0:.2f}%" y2="{1}" stroke="{2}"/>')
            .format(at, height, GRID)
        )  # fmt: skip
        out.append(text.format(at, height + 15, QUIET, year))
    return Markup("").join(out)


def _placed(mark: Mark, view: TimelineView, y: int) -> Markup:
    """A mark at its year: an inner picture may lie at per cent where a shape may not."""
    return Markup(
        '<svg x="{:.2f}%" y="{}" overflow="visible"><title>{}</title>{}</svg>'
    ).format(_at(_column(mark, view), view), y, mark.told, _shape(mark.shape))  # fmt: skip


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
