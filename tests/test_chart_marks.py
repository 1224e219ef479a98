"""Charts in any script, and series that are told apart in grey."""

from __future__ import annotations

import re

from profilegen.core.reader_text_type import Words
from profilegen.output.chart import WIDTH, chart
from profilegen.output.chart_label_placement import width
from profilegen.view.blocks.chart import ChartView, Point


def _series(count: int, kind: str = "line") -> str:
    points = tuple(
        Point(str(2020 + year), f"Series {at}", 2020.0 + year, 10.0 * at + year, Words("x"))
        for at in range(count)
        for year in (0, 1)
    )
    return str(chart(ChartView("Caption", "", kind, points, anchor="c")))  # type: ignore[arg-type]


def test_eight_series_have_eight_marks() -> None:
    svg = _series(8)
    shapes = [
        (kind, filling, tuple(re.findall(r'\sd="([^"]*)"', whole)))
        for whole, kind, filling in re.findall(
            r'(<(circle|rect|path) class="(full|open)"[^>]*>)', svg
        )
    ]
    assert len(set(shapes)) == 8


def test_bars_of_more_than_two_series_bear_their_marks() -> None:
    points = tuple(Point("Row", f"Series {at}", None, 5.0 + at, Words("x")) for at in range(4))
    svg = str(chart(ChartView("Caption", "", "bar", points, anchor="c")))
    assert svg.count("<circle") >= 4
    assert svg.count('width="7" height="7"') >= 4


def test_a_long_label_without_spaces_is_broken_before_a_letter() -> None:
    label = "การส่งออกที่เพิ่มขึ้น" * 6
    svg = str(
        chart(ChartView("C", "", "bar", (Point(label, "", None, 1.0, Words("1")),), anchor="c"))
    )
    lines = [line for line in re.findall(r">([^<]+)</text>", svg) if line != "1"]
    assert len(lines) > 1
    assert "".join(lines) == label
    assert all(width(line) <= WIDTH for line in lines)


def test_wide_signs_count_as_wide() -> None:
    assert width("日本") == 24
    assert width("ก็") == width("ก")
