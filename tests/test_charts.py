"""The words of charts, measured in a browser: on no other words, on no axis, in the frame."""

from __future__ import annotations

import random
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests import comparisons
from tests.known import content

from profilegen.core.reader_text_type import Words
from profilegen.output.chart import chart
from profilegen.output.chart_label_placement import Box, Segment, placed
from profilegen.output.fonts import faces
from profilegen.view.blocks.chart import ChartView, Point
from profilegen.view.pages.figures_page import figures_view

BOXES = """svg => ({
  texts: [...svg.querySelectorAll("text")].map(t => {
    const b = t.getBBox();
    return {words: t.textContent, x: b.x, y: b.y, width: b.width, height: b.height};
  }),
  axes: [...svg.querySelectorAll("line.axis")].map(l => l.getBBox().y),
  width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height,
})"""
LEADING = 3.5
"""What a text's box has above and below its figures: the face's own line is 15 px high."""


@cache
def drawn() -> list[ChartView]:
    """Every time chart of the profiles, a crowded one, one on the axis, one of long names."""
    found = comparisons.collection()
    view = figures_view(content([item.profile for item in found.profiles], found.registry))
    blocks = [block for item in view.data for block in item.blocks]
    real = [block for block in blocks if isinstance(block, ChartView) and block.timed]
    chance = random.Random(7)
    crowded = [
        Point(
            str(year), name, year + 0.5, value := round(chance.uniform(0, 9), 1), Words(str(value))
        )
        for name in ("First", "Second", "Third")
        for year in range(2012, 2020)
    ]
    low = [
        Point(f"three years to {year}", name, year + 0.5, value, Words(f"{value:.1f} (estimate)"))
        for name, values in (("A " + "long name " * 9, (0.1, 0.0)), ("B", (0.0, 12.5)))
        for year, value in zip((2019, 2023), values, strict=True)
    ]
    gap = Point("2021", "B", 2021.5, None, Words("not published, " + "as the ministry says " * 4))
    made = [
        ChartView("Crowded", "per cent", "line", tuple(crowded), anchor="crowded"),
        ChartView("Low", "", "cumulative", (*low, gap), anchor="low"),
    ]
    assert real
    return [*real, *made]


def test_words_of_a_chart_stand_on_nothing(tmp_path: Path, chromium: Browser) -> None:
    charts = drawn()
    face = next(face for face in faces() if "Sans" in face.family and face.style == "normal")
    style = f'@font-face {{ font-family: "{face.family}"; src: url("{face.path.as_uri()}") }}'
    source = f"<style>{style}</style>{''.join(chart(view) for view in charts)}"
    (tmp_path / "charts.html").write_text(source, encoding="utf-8")
    tab = chromium.new_page()
    tab.goto((tmp_path / "charts.html").as_uri())
    tab.evaluate("document.fonts.ready")
    assert tab.evaluate("document.fonts.size && [...document.fonts][0].status") == "loaded"
    measured: list[Any] = [svg.evaluate(BOXES) for svg in tab.query_selector_all("svg")]
    tab.close()
    assert len(measured) == len(charts)
    for view, found in zip(charts, measured, strict=True):
        boxes = [
            (t["words"], Box(t["x"], t["y"] + LEADING, t["x"] + t["width"],
                             t["y"] + t["height"] - LEADING))
            for t in found["texts"]
        ]  # fmt: skip
        assert len(boxes) >= sum(point.value is not None for point in view.points)
        for (one, box), (two, other) in combinations(boxes, 2):
            assert not box.meets(other), (view.caption, one, two)
        whole = Box(0, 0, found["width"], found["height"])
        for words, box in boxes:
            assert box.within(whole), (view.caption, words)
            for axis in found["axes"]:
                assert not box.top < axis < box.bottom, (view.caption, words)


def test_each_year_of_a_chart_is_told() -> None:
    for view in drawn():
        if view.caption != "Low":
            shown = chart(view)
            assert all(f">{point.label}</text>" in shown for point in view.points)


@pytest.mark.parametrize("seed", range(20))
def test_labels_of_scattered_marks_keep_apart(seed: int) -> None:
    chance = random.Random(seed)
    frame = Box(0, 0, 440, 160)
    marks = [(chance.uniform(8, 430), chance.uniform(12, 155), "12.5") for _ in range(12)]
    labels = placed(marks, [], frame)
    assert all(label.box.within(frame) for label in labels)
    assert not any(one.box.meets(two.box) for one, two in combinations(labels, 2))


def test_a_label_leaves_its_line_where_it_can() -> None:
    line = Segment(0, 100, 440, 20)
    [label] = placed([(220.0, 60.0, "12.5")], [line], Box(0, 0, 440, 160))
    assert not line.crosses(label.box)
