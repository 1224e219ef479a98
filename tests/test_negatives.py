"""A negative figure is a figure like any other."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from tests.known import resolved

from profilegen.check.all_profiles import Collection, load
from profilegen.core.quantity import parse_quantity
from profilegen.core.table_grid import sums
from profilegen.output.chart import WIDTH, chart
from profilegen.output.html import profile_page
from profilegen.output.observations_csv import observations_csv
from profilegen.view.blocks.chart import ChartView
from profilegen.view.profile.profile import profile_view
from profilegen.view.site.site_map import Site

FIXTURE = Path(__file__).parent / "fixtures" / "negatives.yaml"


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder = tmp_path_factory.mktemp("negatives")
    path = folder / "ZAF.yaml"
    path.write_text(FIXTURE.read_text(encoding="utf-8"), encoding="utf-8")
    loaded = load([path], folder)
    assert loaded.value
    assert [d for d in loaded.diagnostics if not d.waived] == []
    return loaded.value


@pytest.mark.parametrize(
    ("text", "low", "high", "shown"),
    [
        ("-5.2", "-5.2", "-5.2", "-5.2"),
        ("\u22125.2", "-5.2", "-5.2", "\u22125.2"),
        ("-1,406", "-1406", "-1406", "-1,406"),
        ("-5 to -3", "-5", "-3", "-5 to -3"),
        ("\u22125 to 3", "-5", "3", "\u22125 to 3"),
        ("about -2", "-2", "-2", "about -2"),
        ("USD \u22122 billion", "-2", "-2", "USD \u22122 billion"),
        ("16 to 20", "16", "20", "16\u201320"),
    ],
)
def test_a_sign_stays_as_it_is_typed(text: str, low: str, high: str, shown: str) -> None:
    read = parse_quantity(text)
    assert (read.low, read.high, str(read)) == (Decimal(low), Decimal(high), shown)


def test_a_range_of_negatives_has_its_order() -> None:
    with pytest.raises(ValueError, match="below its beginning"):
        parse_quantity("-3 to -5")


def test_totals_of_negatives_add_up(collection: Collection) -> None:
    section = collection.profiles[0].profile.industrial_strategy
    assert section
    assert [(said, found) for _, said, found in sums(section.tables["t"])] == [
        (Decimal("-3.0"), Decimal("-3.0")),
        (Decimal(-2), Decimal(-2)),
    ]


def test_charts_draw_below_nought_within_their_frame(collection: Collection) -> None:
    view = profile_view(resolved(collection.profiles[0].profile, collection.registry))
    charts = [block for section in view.sections for block in section.blocks
              if isinstance(block, ChartView)]  # fmt: skip
    assert [c.chart for c in charts] == ["bar", "dot", "line", "cumulative"]
    for drawn in charts:
        svg = chart(drawn)
        height = float(re.findall(r'viewBox="0 0 \d+ ([\d.]+)"', svg)[0])
        across = re.findall(r' (?:x|cx|x1|x2|width)="([^"]+)"', svg)
        down = re.findall(r' (?:y|cy|y1|y2)="([^"]+)"', svg)
        assert all(0 <= float(x) <= WIDTH for x in across)
        assert all(0 <= float(y) <= height for y in down)
    bars = re.findall(r'<rect [^>]*x="([\d.]+)"[^>]*width="([\d.]+)"', chart(charts[0]))
    ends = [(float(x), float(x) + float(width)) for x, width in bars]
    nought = ends[0][1]
    assert ends[1][1] == pytest.approx(nought, abs=0.2)
    assert ends[2][0] == pytest.approx(nought, abs=0.2)
    assert float(bars[0][1]) > float(bars[1][1])


def test_pages_show_them_and_the_csv_counts_with_them(collection: Collection) -> None:
    item = collection.profiles[0]
    view = profile_view(resolved(item.profile, collection.registry))
    page = profile_page(view, site=Site(frozenset(), frozenset()), template_dir=None)
    assert "-5.2" in page
    assert "\u22123.1" in page
    table = csv.DictReader(io.StringIO(observations_csv([item])))
    rows = [row for row in table if row["kind"] == "observation"]
    assert [row["low"] for row in rows][:4] == ["-5.2", "-3.1", "4", "-5"]


PARTS = """\
      - {indicator: industrial-paid, period: 2020, value: USD %s}
      - {indicator: industrial-fund, part_of: industrial-paid, period: 2020, value: USD %s}
"""


@pytest.mark.parametrize(
    ("total", "part", "told"), [("-5", "3", 0), ("5", "-3", 0), ("5", "6", 1), ("-5", "-6", 0)]
)
def test_parts_of_what_may_be_negative_prove_nothing(
    tmp_path: Path, total: str, part: str, told: int
) -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    path = tmp_path / "ZAF.yaml"
    path.write_text(text.replace("    list:\n", "    list:\n" + PARTS % (total, part), 1))
    found = [d.code for d in load([path], tmp_path).diagnostics]
    assert found.count("PG235") == told
