"""Charts as SVG: text as text, one ink with filled and open marks, so that grey and colour agree.

Colours are set as attributes, which print obeys; the screen's style sheet overrides them by class
for dark pages. Lengths are px. A line joins neighbouring years only: a gap stays a gap.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from markupsafe import Markup

from profilegen.core.reader_text_type import Words
from profilegen.core.typography import curly
from profilegen.output.chart_label_placement import Box, Segment, placed, width
from profilegen.view.blocks.chart import ChartView, Point
from profilegen.view.wording.en.pages import NOT_STATED

WIDTH, ROW, LABELS = 440, 17, 232
"""Width of the text column, height of a row, greatest width of the labels."""
HEIGHT = 190
"""Height of a chart along time, without its legend."""
INK, QUIET, ACCENT, PAPER = "#14181c", "#4a525a", "#0b4a66", "#ffffff"
YEAR = 14
"""Pixels between the rows of years below the axis."""
NEXT = 1.01
"""Years between figures that a line may join."""
_TEXT = Markup('<text class="{}" x="{}" y="{}" text-anchor="{}" fill="{}">{}</text>')


def chart(view: ChartView) -> Markup:
    """A chart with title and description, ready for a page or for print."""
    view = _typeset(view)
    inner, height = (_timed if view.timed else _rows)(view)
    return Markup(
        '<svg class="chart" role="img" viewBox="0 0 {0} {1}" width="{0}" height="{1}"'
        ' aria-labelledby="{2}-title {2}-desc" font-family="Source Sans Pro" font-size="12">'
        '<title id="{2}-title">{3}</title><desc id="{2}-desc">{4}</desc>{5}</svg>'
    ).format(WIDTH, height, view.anchor, view.caption, view.description, inner)


def _typeset(view: ChartView) -> ChartView:
    """The chart with its words as they are printed, before any of them is broken into lines."""
    points = tuple(
        replace(point, label=curly(point.label), series=curly(point.series),
                words=curly(point.words))
        for point in view.points
    )  # fmt: skip
    return replace(view, caption=curly(view.caption), unit=curly(view.unit), points=points)


def _text(
    x: float, y: float, words: Words | str, anchor: str = "start", *, quiet: bool = False
) -> Markup:
    name, ink = ("quiet", QUIET) if quiet else ("ink", INK)
    return _TEXT.format(name, round(x, 1), round(y, 1), anchor, ink, words)


def _line(x1: float, y1: float, x2: float, y2: float, kind: str = "axis") -> Markup:
    ink = ACCENT if kind == "mark" else INK if kind == "axis" else "#8c8c8c"
    return Markup(
        '<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}"/>'
    ).format(kind, *(round(value, 1) for value in (x1, y1, x2, y2)), ink)  # fmt: skip


def _mark(x: float, y: float, series: int) -> Markup:
    """A disc, a square, a triangle, a diamond, each filled or open: told apart without colour."""
    fill = PAPER if series % 2 else ACCENT
    kind = "open" if series % 2 else "full"
    if series % 8 >= 4:
        return Markup(
            '<path class="{}" transform="translate({:.1f} {:.1f})" d="{}" fill="{}" stroke="{}"/>'
        ).format(kind, x, y, _SHAPES[series % 8 // 2 - 2], fill, ACCENT)
    if series % 4 < 2:
        return Markup(
            '<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="3.5" fill="{}" stroke="{}"/>'
        ).format(kind, x, y, fill, ACCENT)
    return Markup(
        '<rect class="{}" x="{:.1f}" y="{:.1f}" width="7" height="7" fill="{}" stroke="{}"/>'
    ).format(kind, x - 3.5, y - 3.5, fill, ACCENT)


_SHAPES = ("M0-4.5 4.5 4h-9z", "M0-5 5 0 0 5-5 0z")


def _rows(view: ChartView) -> tuple[Markup, int]:
    """A row a label, a bar or a dot a figure; a gap is words."""
    labels = list(dict.fromkeys(point.label for point in view.points))
    series = view.series
    lines = {label: _wrapped(label) for label in labels}
    start = min(LABELS, max((width(part) for parts in lines.values() for part in parts),
                            default=0)) + 8  # fmt: skip
    longest = max((width(str(p.words)) for p in view.points if p.value is not None), default=0)
    low, high = _ends(point.value for point in view.points if point.value is not None)
    unit = (WIDTH - start - 12 - longest) / (high - low)
    nought = start - low * unit
    legend, y = _legend(series)
    out, first = [legend], y
    for label in labels:
        points = [point for point in view.points if point.label == label]
        bars = points if view.chart == "bar" else points[:1]
        height = max(len(bars), len(lines[label])) * ROW
        for at, part in enumerate(lines[label]):
            out.append(_text(0, y + at * ROW + 12, part))
        for at, point in enumerate(points):
            row = y + (at * ROW if view.chart == "bar" else 0)
            out += _figure(view, point, nought, row, unit)
        y += height
    out.append(_line(nought, first, nought, y))
    return Markup("").join(out), y + 4


def _ends(drawn: Iterable[float]) -> tuple[float, float]:
    """The least and the greatest of what is drawn, and nought, from which it is drawn."""
    known = (0.0, *drawn)
    low, high = min(known), max(known)
    return (low, high) if low < high else (0.0, 1.0)


def _figure(
    view: ChartView, point: Point, start: float, row: float, unit: float
) -> Iterator[Markup]:
    """A figure's bar or mark from nought on, to the left where it is below, and its words."""
    if point.value is None:
        fits = start + 9 + width(str(point.words)) < WIDTH
        yield _text(start + 9, row + 12, point.words if fits else NOT_STATED, quiet=True)
        return
    reach, series = point.value * unit, view.series.index(point.series)
    if view.chart == "dot":
        yield _line(start, row + 8.5, start + reach, row + 8.5, "guide")
        yield _mark(start + reach, row + 8.5, series)
    else:
        kind, fill = ("open", PAPER) if series % 2 else ("full", ACCENT)
        yield Markup(
            '<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="10" fill="{}"'
            ' stroke="{}"/>'
        ).format(kind, start + min(reach, 0), row + 3.5, abs(reach), fill, ACCENT)
        if len(view.series) > 2:  # two fillings tell only two series apart
            yield _mark(start + reach, row + 8.5, series)
    yield _text(start + max(reach, 0) + 7, row + 12, point.words)


def _wrapped(label: str, room: float = LABELS) -> list[str]:
    """A label in lines that fit its column; a word that does not is broken before a letter."""
    lines = [""]
    for word in label.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer) <= room:
            lines[-1] = longer
            continue
        parts = list(_broken(word, room))
        lines[-1:] = [*filter(None, lines[-1:]), *parts]
    return lines


def _broken(word: str, room: float) -> Iterator[str]:
    """A word in parts that fit, each with the marks upon its letters."""
    part = ""
    for sign in word:
        if width(part + sign) > room and unicodedata.category(sign)[0] != "M":
            yield part
            part = ""
        part += sign
    yield part


def _legend(series: tuple[str, ...]) -> tuple[Markup, int]:
    """The marks of the series with their names, a row each; and its height."""
    if len(series) < 2:
        return Markup(""), 0
    out, row = [], 0
    for at, name in enumerate(series):
        out.append(_mark(4, row * ROW + 8.5, at))
        for part in _wrapped(name, WIDTH - 14):
            out.append(_text(14, row * ROW + 12, part))
            row += 1
    return Markup("").join(out), ROW * row + 6


def _timed(view: ChartView) -> tuple[Markup, int]:
    """Years to the right, figures upwards; what has no year is told below."""
    series = view.series
    legend, height = _legend(series)
    drawn = [(p.at, p.value, p) for p in view.points if p.at is not None and p.value is not None]
    top = height + 18
    bottom, left, right = top + HEIGHT - 44, 8, WIDTH - 36
    years = [at for at, _, _ in drawn] or [0.0]
    first, span = min(years), max(years) - min(years)
    low, high = _ends(value for _, value, _ in drawn)

    def place(at: float, value: float) -> tuple[float, float]:
        share = (at - first) / span if span else 0.5
        up = (value - low) / (high - low)
        return left + 8 + share * (right - left - 16), bottom - up * (bottom - top)

    lines, marks = [], []
    for number, name in enumerate(series):
        own = [(at, place(at, value), p) for at, value, p in drawn if p.series == name]
        for (at, (x1, y1), _), (later, (x2, y2), _) in pairwise(own):
            if view.chart == "cumulative":
                lines += [Segment(x1, y1, x2, y1), Segment(x2, y1, x2, y2)]
            elif later - at <= NEXT:
                lines.append(Segment(x1, y1, x2, y2))
        marks += [(x, y, number, str(point.words)) for _, (x, y), point in own]
    frame = Box(0, height, WIDTH, bottom - 1)
    nought = place(first, 0)[1]
    out = [legend, _line(left, nought, right, nought), *(_line(*line, "mark") for line in lines)]
    out += [_mark(x, y, number) for x, y, number, _ in marks]
    told = placed([(x, y, words) for x, y, _, words in marks], lines, frame)
    out += [_text(label.middle, label.y, label.words, "middle") for label in told]
    years_at = _years([(place(at, value)[0], p.label) for at, value, p in drawn])
    out += [_text(x, bottom + 15 + row * YEAR, words, "middle", quiet=True)
            for x, row, words in years_at]  # fmt: skip
    y = bottom + 15 + max((row for _, row, _ in years_at), default=0) * YEAR
    for point in view.points:
        if point.at is None or point.value is None:
            said = ", ".join(filter(None, (point.series, point.label)))
            for part in _wrapped(f"{said}: {point.words}", WIDTH - left):
                y += ROW
                out.append(_text(left, y, part, quiet=True))
    return Markup("").join(out), int(y + 8)


def _years(labels: list[tuple[float, str]]) -> list[tuple[float, int, str]]:
    """Middle, row and words of what stands below the axis: neighbours that would touch part."""
    ends = [0.0] * 3
    out = []
    for x, words in sorted(set(labels)):
        wide = width(words)
        start = min(max(x - wide / 2, 0), WIDTH - wide)
        row = next((at for at, end in enumerate(ends) if start >= end), None)
        if row is not None:
            ends[row] = start + wide + 4
            out.append((start + wide / 2, row, words))
    return out
