"""Tables wider than an upright page: in a real PDF, read back, and in a narrow browser window."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pypdfium2
import pytest
import yaml
from playwright.sync_api import Browser
from tests import japan
from tests.dense import REGISTRY
from tests.known import resolved
from tests.pdf_tools import bare, page_texts
from tests.site_tools import until

from profilegen.check.model_validation import validate
from profilegen.core.model.profile import Profile
from profilegen.core.yaml_source import parse
from profilegen.output import html, pdf
from profilegen.view.blocks.table import TableView
from profilegen.view.profile.profile import ProfileView, profile_view
from profilegen.view.site.site_map import Site

HEADS = (
    "Instrument", "Year of adoption", "Responsible ministry", "Budget", "Semiconductors",
    "Batteries", "Critical minerals", "Pharmaceuticals", "Aircraft parts", "Machine tools",
    "Industrial robots", "Permanent magnets", "Natural gas", "Cloud programs", "Shipbuilding",
    "Telecommunications infrastructure", "Decarbonisation", "Nonferrous metallurgy",
    "Industriepolitikmassnahmen", "Halbleiterfertigungsanlagen",
)  # fmt: skip


def table(rows: int, columns: int) -> dict[str, Any]:
    """A table with group heads, remarks on every ninth row and a source in every fourth."""

    def row(at: int) -> list[Any]:
        name = f"Programme for supply chains {at}"
        figures: list[Any] = [f"{at * column + 0.5}" for column in range(columns - 4)]
        if at % 4 == 0:
            figures[3] = {"text": figures[3], "source": f"s1, p {at + 1}"}
        title = {"text": name, "note": f"Remark of row {at}."} if at % 9 == 1 else name
        return [title, str(1990 + at), "Ministry of Economy, Trade and Industry",
                f"{at * 137:,}", *figures]  # fmt: skip

    return {
        "caption": "Critical products by programme",
        "unit": "JPY billion",
        "head": [
            [{"text": "Programme", "columns": 4}, {"text": "Support", "columns": columns - 4}],
            list(HEADS[:columns]),
        ],
        "rows": [row(at) for at in range(rows)],
        "total": ["Total", "", "", "", *["1,234.5"] * (columns - 4)],
        "note": "Sums may differ by rounding.",
        "source": "s1",
    }


@cache
def view(rows: int = 18, columns: int = 14, *, first: bool = False) -> ProfileView:
    before = "" if first else "Support went to these products. [@s1]\n\n"
    strategy = {
        "text": f"{before}[[table products]]\n\nWhat follows is upright again. [@s1, p 4]",
        "tables": {"products": table(rows, columns)},
    }
    source = {"type": "report", "author": "METI", "title": "White paper", "issued": "2025"}
    data = {
        "economy": "JPN",
        "status": "draft",
        "updated": "2025",
        "industrial_strategy": strategy,
        "sources": {"s1": source},
    }
    tree = parse(yaml.safe_dump(data, sort_keys=False, width=1000).encode(), "JPN.yaml")
    assert tree.value is not None, tree.diagnostics
    checked = validate(tree.value, Profile)
    assert checked.value is not None, checked.diagnostics
    return profile_view(resolved(checked.value, REGISTRY))


@cache
def printed(rows: int = 18, columns: int = 14, *, first: bool = False) -> bytes:
    """The PDF, which the program read back: each note whole on the page of its call."""
    checked = pdf.profile_pdf(view(rows, columns, first=first), japan.press(), "JPN.yaml")
    assert checked.value is not None, checked.diagnostics
    return checked.value.data


def shapes(data: bytes) -> list[str]:
    """Each page upright or turned."""
    document = pypdfium2.PdfDocument(data)
    return ["turned" if page.get_width() > page.get_height() else "upright" for page in document]


def test_a_wide_table_turns_its_pages_and_no_other() -> None:
    assert shapes(printed()) == ["upright", "turned", "turned", "upright"]
    pages = [bare(text) for text in page_texts(printed())]
    assert bare("What follows is upright again.") in pages[3]


def test_heads_repeat_and_the_total_stands_with_a_row() -> None:
    pages = [bare(text) for text in page_texts(printed())]
    for page in pages[1:3]:
        for head in ("Programme", "Support", *HEADS[:14]):
            assert bare(head) in page
    last = pages[2]
    assert bare("Programme for supply chains 17") in last
    assert "Total" in last and last.index("chains17") < last.index("Total")
    body = "".join(pages[1:3])
    for at in range(18):
        assert bare(f"Programme for supply chains {at}") in body
        assert bare(f"{at * 9 + 0.5}") in body
    assert "Remarkofrow1." in last and "Remarkofrow10." in last


@pytest.mark.parametrize("columns", [14, 20])
def test_nothing_of_a_wide_table_stands_over_the_frame(columns: int) -> None:
    seen = 0
    for page in pypdfium2.PdfDocument(printed(18, columns)):
        text, width = page.get_textpage(), page.get_width()
        if width < page.get_height():
            continue
        for at in range(text.count_rects()):
            left, _, right, _ = text.get_rect(at)
            assert left >= 76 * 0.75 - 1 and right <= width - 76 * 0.75 + 1
            seen += 1
    assert seen > 300


def test_columns_keep_apart() -> None:
    """Figures of one row never touch: each is a word of its own."""
    whole = " ".join(page_texts(printed(18, 20)))
    row = re.search(r"1,507\s+(.*?)\s+Programme|1,507\s+([\d.\s]+)", whole, re.DOTALL)
    assert row is not None
    found = (row[1] or row[2]).split()
    assert found[:5] == ["0.5", "11.5", "22.5", "33.5", "44.5"]


def test_a_section_that_opens_with_a_wide_table_keeps_its_heading() -> None:
    data = printed(first=True)
    pages = [bare(text) for text in page_texts(data)]
    at = next(number for number, text in enumerate(pages) if "Table1.Criticalproducts" in text)
    assert shapes(data)[at] == "turned"
    assert "IndustrialStrategy(IncludingObjectives/Goals)" in pages[at]


def test_a_turned_table_conforms_to_pdf_ua_1_and_its_heads_have_a_scope() -> None:
    report = page_validation.validate_pdf_bytes(printed(), profile="ua1")
    assert [failure.message for failure in report.failures] == []
    scopes = []
    with pikepdf.open(io.BytesIO(printed())) as document:
        stack = [document.Root.StructTreeRoot.K[0]]
        while stack:
            element = stack.pop()
            if element.S == "/TH":
                scopes.append(str(element.A.Scope))
            kids = element.get("/K")
            if isinstance(kids, pikepdf.Array):
                stack += [k for k in kids if isinstance(k, pikepdf.Dictionary) and "/S" in k]
    assert scopes.count("/Column") >= 16
    assert scopes.count("/Row") >= 19


def test_a_table_of_short_figures_stays_upright() -> None:
    years = {
        "caption": "Shares",
        "head": [["Economy", *map(str, range(2015, 2024))]],
        "rows": [["Japan", *["12.5"] * 9]],
    }
    from profilegen.core.model.data import Table
    from profilegen.view.blocks.table import table_view

    short = table_view(Table.model_validate(years), {})
    assert (short.wide, short.turned) == (True, False)
    long = next(b for s in view().sections for b in s.blocks if isinstance(b, TableView))
    assert (long.wide, long.turned, long.crowded) == (True, True, False)
    many = next(b for s in view(18, 20).sections for b in s.blocks if isinstance(b, TableView))
    assert many.crowded


@pytest.mark.parametrize("width", [390, 1280])
def test_a_wide_table_scrolls_in_its_own_region(
    tmp_path: Path, chromium: Browser, width: int
) -> None:
    page = html.profile_page(view(), site=Site())
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/screen.css").write_text(html.style_sheet(), encoding="utf-8")
    (tmp_path / "JPN.html").write_text(page, encoding="utf-8")
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    tab.goto((tmp_path / "JPN.html").as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    region = tab.locator(".data.turned")
    assert region.get_attribute("role") == "region"
    region.focus()
    tab.keyboard.press("ArrowRight")
    until(tab, "document.querySelector('.data.turned').scrollLeft > 0")
    tab.close()
