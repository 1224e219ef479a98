"""Figures from YAML to print: read, checked, drawn, set side by side, exported."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.as_text import as_text, words
from tests.comparisons import collection
from tests.known import content, resolved
from tests.pdf_tools import page_texts
from tests.quiet import quiet

from profilegen.core.dates import Date, DateError
from profilegen.core.model.data import Figure, Observations, Table
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.model.profile import Profile
from profilegen.core.model.sections import IndustrialStrategy
from profilegen.core.model.sources import Source
from profilegen.core.period import parse_period
from profilegen.core.placed_observations import PlacedObservation, observed
from profilegen.core.quantity import BOUNDS, SCALES, Quantity, figure_meant, parse_quantity
from profilegen.core.table_grid import grid, sums, width
from profilegen.output import pdf
from profilegen.output.chart import chart
from profilegen.output.lost_text import squeezed
from profilegen.output.observations_csv import observations_csv
from profilegen.output.site_page import page_html, page_paper
from profilegen.view.blocks.chart import ChartView, chart_view
from profilegen.view.blocks.programme_tables import programme_tables
from profilegen.view.blocks.table import TableView, table_view
from profilegen.view.pages import PAGES
from profilegen.view.pages.figures_page import PAGE, FiguresView, figures_view
from profilegen.view.pages.indicator import indicator_view
from profilegen.view.site.site_map import Site
from profilegen.view.text.sources_of_profiles import merged


@cache
def view(*economies: str) -> FiguresView:
    """The figures of some economies, or of all."""
    return figures_view(content(profiles(*economies), collection().registry))


def profiles(*economies: str) -> list[Profile]:
    known = [item.profile for item in collection().profiles]
    return [profile for profile in known if not economies or profile.economy in economies]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "currency"),
    [
        ("0.71", "0.71", "0.71", "", ""),
        ("1,406", "1406", "1406", "", ""),
        ("about 260", "260", "260", "about", ""),
        ("16 to 20", "16", "20", "", ""),
        ("up to JPY 476 billion", "476", "476", "up to", "JPY"),
        ("-3.5", "-3.5", "-3.5", "", ""),
    ],
)
def test_a_figure_is_read_with_bound_and_currency(
    text: str, low: str, high: str, bound: str, currency: str
) -> None:
    found = parse_quantity(text)
    assert (str(found.low), str(found.high)) == (low, high)
    assert (found.bound, found.currency) == (bound, currency)


@given(
    st.sampled_from(("", *BOUNDS)),
    st.sampled_from(("", "JPY", "USD")),
    st.decimals(-1000, 1000, places=2),
    st.sampled_from(("", *SCALES)),
)
def test_a_figure_prints_as_it_was_written(
    bound: str, currency: str, number: object, scale: str
) -> None:
    text = " ".join(filter(None, (bound, currency, str(number), scale)))
    found = parse_quantity(text)
    assert str(found) == text
    assert found.middle == found.low.scaleb(SCALES.get(scale, 0))


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_figures_and_periods(text: str) -> None:
    for read, refusal in ((parse_quantity, ValueError), (parse_period, DateError)):
        try:
            read(text)
        except refusal:
            continue


@pytest.mark.parametrize(
    ("text", "printed", "length"),
    [
        ("2023", "2023", 1),
        ("June 2022", "June 2022", 1),
        ("2017 to 2022", "2017\u20132022", 6),
        ("three years to April 2024", "three years to April 2024", 3),
        ("five years", "five years", 5),
        ("since 2014", "since 2014", None),
        ("to April 2024", "to April 2024", None),
    ],
)
def test_a_period_keeps_its_precision(text: str, printed: str, length: int | None) -> None:
    found = parse_period(text)
    assert (str(found), found.length) == (printed, length)


def test_a_period_that_runs_backwards_is_refused() -> None:
    with pytest.raises(DateError, match="before it begins"):
        parse_period("2022 to 2017")


def test_spans_push_cells_to_their_columns_and_a_total_is_checked() -> None:
    table = Table.model_validate({
        "caption": "T",
        "head": [[{"text": "Call", "rows": 2}, {"text": "Sums", "columns": 2}], ["2020", "2021"]],
        "rows": [["One", "3", "4"], ["Two", "5", "1,006"]],
        "total": ["All", "8", "1011"],
    })  # fmt: skip
    assert [(row, column) for row, column, _ in grid(table.head)] == [
        (0, 0),
        (0, 1),
        (1, 1),
        (1, 2),
    ]
    assert width(table.head) == [3, 3]
    assert [(place, int(said), int(come)) for place, said, come in sums(table)] == [
        (1, 8, 8),
        (2, 1011, 1010),
    ]


def drawn(kind: str, rows: list[dict[str, object]], **figure: object) -> ChartView:
    observations = Observations.model_validate(
        {"list": [{"indicator": "china-exports", "period": "2023", **row} for row in rows]}
    )
    asked = Figure.model_validate(
        {"caption": "A chart", "chart": kind, "indicators": ["china-exports"], **figure}
    )
    own = collection().profiles[0].profile
    section = IndustrialStrategy(observations=observations, figures={"chart": asked})
    made = own.model_copy(update={"industrial_strategy": section})
    (asked_for,) = (
        found
        for (key, _), found in resolved(made, collection().registry).figures.items()
        if key == "industrial_strategy"
    )
    return replace(chart_view(asked_for, observations.source, {}), anchor="a-chart")


def texts(view: ChartView) -> list[str]:
    root = ElementTree.fromstring(str(chart(view)))
    return [node.text or "" for node in root.iter("text")]


@pytest.mark.parametrize("kind", ["bar", "dot", "line", "cumulative"])
def test_a_chart_says_and_shows_each_of_its_figures(kind: str) -> None:
    rows: list[dict[str, object]] = [
        {"period": "2020", "value": "22.4"},
        {"period": "2021", "value": "about 21"},
        {"period": "2022", "value": "not stated", "note": "Not in the source."},
    ]
    view = drawn(kind, rows)
    svg = str(chart(view))
    root = ElementTree.fromstring(svg)
    title, description = (root.find(name) for name in ("title", "desc"))
    assert title is not None
    assert title.text == "A chart"
    assert description is not None
    shown = " ".join(texts(view))
    for point in view.points:
        assert f"{point.label} {point.words}" in (description.text or "")
        assert str(point.words) in shown
        assert point.label in shown
    marks = svg.count("<circle") + svg.count('<rect class="full"')
    assert marks == 2, "a gap has no mark"


def test_a_line_joins_neighbouring_years_only() -> None:
    values: list[dict[str, object]] = [
        {"period": str(year), "value": "10"} for year in (2019, 2020, 2022)
    ]
    assert str(chart(drawn("line", values))).count('class="mark"') == 1


def test_a_cumulative_count_adds_up() -> None:
    view = drawn(
        "cumulative", [{"period": str(y), "value": str(v)} for y, v in ((2020, 4), (2021, 3))]
    )
    assert as_text([point.words for point in view.points]) == ["4", "7"]


def test_bars_are_as_long_as_their_figures() -> None:
    rows: list[dict[str, object]] = [
        {"scope": "one", "value": "50"},
        {"scope": "two", "value": "25"},
    ]
    widths = [
        float(w) for w in re.findall(r'<rect[^>]* width="([\d.]+)"', str(chart(drawn("bar", rows))))
    ]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)


def test_semiconductor_support_of_japan_and_the_united_states_is_marked_as_unlike() -> None:
    found = [item for group in view().compared for item in group.indicators]
    shown = next(i for i in found if i.anchor == "indicator-chip-support-gdp")
    rows = [[words(cell.words) for cell in row] for row in shown.table.rows]
    assert [row[:3] for row in rows] == [
        ["Japan", "0.71", "three years to April 2024"],
        ["United States", "0.21", "five years"],
    ]
    assert rows[0][-1] == ""
    assert "period: five years, not three years" in rows[1][-1]


@pytest.mark.parametrize(
    "economies", [("JPN", "USA"), pytest.param((), marks=pytest.mark.soak, id="all")]
)
@quiet
def test_the_page_of_figures_prints_every_observation_and_each_note(
    economies: tuple[str, ...],
) -> None:
    made = page_paper(PAGE, view(*economies))
    assert made is not None
    press = pdf.Press(None, made.sheet)
    printed = pdf.print_pages(made.source, made.expected, press, "figures")
    assert printed.value is not None, printed.diagnostics
    paper = squeezed("".join(page_texts(printed.value.data)))

    def stands(remark: str) -> bool:
        """Whether the remark is there whole, or ends on the page after."""
        cuts = (at for at in range(len(remark), 5, -1) if remark[:at] in paper)
        return any(remark[at:] in paper.partition(remark[:at])[2] for at in cuts)

    for profile in profiles(*economies):
        for seen in observed(profile):
            value = seen.observation.value
            if isinstance(value, Quantity):
                assert squeezed(str(value)) in paper
            note = seen.observation.note
            assert note is None or stands(squeezed(note.plain()))
    screen = page_html(PAGE, view(*economies), Site(listed=PAGES))
    tables = ("Programmes by round", "Re-shoring", "The CPTPP as a standard for trade")
    for told in ("period: five years, not three years", *tables):
        assert squeezed(told) in paper
        assert told in screen


def test_an_aim_is_no_estimate_and_a_planned_sum_says_so() -> None:
    rows: list[dict[str, object]] = [
        {"period": "2030", "value": "20", "aim": True},
        {"period": "2031", "value": "21", "estimate": True},
        {"period": "2032", "value": "USD 3 billion", "aim": True},
    ]
    told = [point.words for point in drawn("bar", rows).points]
    assert as_text(told) == ["20 (aim)", "21 (estimate)", "USD 3 billion (planned)"]


def placed(code: str, *figures: str, title: str = "One") -> tuple[Profile, list[PlacedObservation]]:
    """A real profile with other figures of one indicator, resting on a source called x."""
    listed = ", ".join(f"{{indicator: debt, source: x, {figure}}}" for figure in figures)
    own = next(i.profile for i in collection().profiles if i.profile.economy == code)
    document = Source.model_validate({"type": "report", "title": title})
    found = Observations.model_validate({"list": yaml.load(f"[{listed}]", yaml.BaseLoader)})
    assert own.industrial_strategy
    strategy = own.industrial_strategy.model_copy(update={"observations": found})
    profile = own.model_copy(update={"industrial_strategy": strategy, "sources": {"x": document}})
    return profile, [item for item in observed(profile) if item.kind.number == 1]


def figures_of(*given: tuple[Profile, list[PlacedObservation]]) -> TableView:
    registry = collection().registry
    together = merged(profile for profile, _ in given)
    items = [
        (profile, item)
        for profile, found in given
        for item in resolved(profile, registry).observations
        if item.placed in found
    ]
    record = registry.indicators.records["debt"]
    return indicator_view("debt", record, items, together.cited).table


def test_a_key_that_means_two_documents_is_two_sources() -> None:
    one = placed("JPN", "period: 2020, value: 1")
    same = placed("USA", "period: 2020, value: 2")
    other = placed("USA", "period: 2020, value: 2", title="Another")
    assert words(figures_of(one, same).rows[1][-1].words) == ""
    assert words(figures_of(one, other).rows[1][-1].words) == "source"
    assert figures_of(one, same).foot and not figures_of(one, other).foot


def test_later_figures_of_the_first_economy_say_in_what_they_differ() -> None:
    table = figures_of(
        placed("JPN", "period: 2020, value: 1", "period: 2021, value: 3, as_of: 2022"),
        placed("USA", "period: 2020, value: 2"),
    )
    assert [words(row[-1].words) for row in table.rows] == ["", "period; date", ""]


def test_no_remark_is_lost_after_the_twenty_sixth() -> None:
    notes = [f"Remark {n}." for n in range(28)]
    letters = [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab"]
    figures = (f'period: {1990 + n}, value: 1, note: "{note}"' for n, note in enumerate(notes))
    rows = [{"text": "x", "note": note} for note in notes]
    table = Table.model_validate({"caption": "T", "head": [["One"]], "rows": [[r] for r in rows]})
    rounds = [{"date": str(1990 + n), "rate": "1/2", "note": note} for n, note in enumerate(notes)]
    two = [Programme.model_validate({"title": t, "rounds": rounds[at : at + 14]})
           for t, at in (("P", 0), ("Q", 14))]  # fmt: skip
    one = [Programme.model_validate({"title": "P", "rounds": rounds})]
    views = [
        figures_of(placed("JPN", *figures)),
        table_view(table, {}),
        *(next(programme_tables(p, {}, {}))[1] for p in (one, two)),
    ]
    for shown in views:
        assert [(mark, words(told)) for mark, told in shown.remarks] == list(
            zip(letters, notes, strict=True)
        )
        assert sorted(c.letter for row in shown.rows for c in row if c.letter) == sorted(letters)


def test_figures_of_several_economies_come_before_parts_of_one() -> None:
    found = [item for group in view().compared for item in group.indicators]
    duty = next(i for i in found if i.anchor == "indicator-ev-duty")
    economies = [words(row[1].words) for row in duty.table.rows]
    assert economies[:3] == ["United States", "United States", "Canada"]
    alone = next(i for i in found if i.anchor == "indicator-chip-fund")
    assert [words(cell.words) for cell in alone.table.head[0]][:2] == ["Economy", "Part"]


def test_every_figure_is_in_the_data_with_its_file_and_line() -> None:
    rows = list(csv.DictReader(io.StringIO(observations_csv(collection().profiles))))
    files = {item.tree.file: item.tree for item in collection().profiles}
    for row in rows:
        line = files[row["file"]].text.splitlines()[int(row["line"]) - 1]
        number = row["figure"].split("\u2013")[0]
        assert number in line or number == "not stated", row
    seen = sum(1 for item in collection().profiles for _ in observed(item.profile))
    assert sum(row["kind"] == "observation" for row in rows) == seen
    remedies = [
        row for row in rows if "dumping" in row["indicator"] or "counterv" in row["indicator"]
    ]
    assert [r["figure"] for r in remedies if r["economy"] == "JPN"] == ["9", "1"]  # each once
    support = [row for row in rows if row["part"] == "JASM"]
    assert [(row["figure"], row["low"], row["high"]) for row in support] == [
        ("476 billion", "", "476000000000")
    ]


def test_the_updated_profile_is_no_older_than_its_figures() -> None:
    for item in collection().profiles:
        for seen in observed(item.profile):
            as_of = seen.observation.as_of
            assert not isinstance(as_of, Date) or not item.profile.updated.surely_before(as_of)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("US$ 25bn", "USD 25 billion"),
        ("€3.5m", "EUR 3.5 million"),
        ("₹ 76,000 cr", "INR 76,000 crore"),
        ("25 billion USD", "USD 25 billion"),
        ("USD25 billion", "USD 25 billion"),
        ("approx. 260", "about 260"),
        ("> 5", "more than 5"),
        ("up to 3mn", "up to 3 million"),
        ("12.5 per cent", "12.5"),
        ("10%", "10"),
        ("$25 billion", ""),  # of which country?
        ("three billion", ""),
    ],
)
def test_a_figure_in_another_form_is_offered_in_one_that_is_read(text: str, meant: str) -> None:
    with pytest.raises(ValueError, match="is not a figure"):
        parse_quantity(text)
    assert figure_meant(text) == meant


@pytest.mark.parametrize(
    ("text", "middle"),
    [("INR 76,000 crore", 760_000_000_000), ("INR 1,97,291 crore", 1_972_910_000_000),
     ("INR 2 lakh crore", 2_000_000_000_000), ("5 lakh", 500_000)],
)  # fmt: skip
def test_lakh_and_crore_are_read_with_commas_as_india_sets_them(text: str, middle: int) -> None:
    assert parse_quantity(text).middle == middle
    assert str(parse_quantity(text)) == text
