"""Words wider than their place: they wrap, and what does not is found, whatever it stands in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from tests import japan
from tests.known import resolved
from weasyprint.formatting_structure import boxes

from profilegen.check.all_profiles import load_registry
from profilegen.check.profile import check
from profilegen.core.registry import Registry
from profilegen.core.yaml_source import parse as parse_yaml
from profilegen.edition.resolving import Resolver
from profilegen.output import overflow, pdf
from profilegen.view.blocks.chart import ChartView
from profilegen.view.blocks.table import TableView
from profilegen.view.profile.profile import ProfileView, profile_view

WORD = "Wort" * 80
CHAIN = ".".join(("Industry", "Ministry", "Policy") * 12)
URL = "https://www.example.go.jp/" + "policy_of_the_ministry/section-4?id=12&lang=en/" * 8
THAI = "ยุทธศาสตร์ชาติด้านการพัฒนาอุตสาหกรรมและเทคโนโลยีดิจิทัล" * 4


@cache
def registry() -> Registry:
    value = load_registry(japan.PROFILES).value
    assert value is not None
    return value


def profile(section: dict[str, Any], **others: Any) -> ProfileView:
    data = {
        "economy": "ZAF", "status": "draft", "updated": "21 November 2026",
        "industrial_strategy": section,
        **{kind: {"not_researched": "Nobody."} for kind in (
            "digital_strategy", "constitutional_provisions", "regulatory_provisions",
            "economic_treaties", "plurilaterals", "proceedings")},
        "sources": {
            "a": {"type": "report", "title": WORD,
                  "author": {"given": "Ann", "family": WORD[:120]}},
            "b": {"type": "webpage", "title": "T", "url": URL, "accessed": "1 May 2026",
                  "native_title": THAI, "language": "th"},
        },
        **others,
    }  # fmt: skip
    checked = check(_tree(data), Resolver(registry()))
    assert checked.value is not None, checked.diagnostics
    return profile_view(resolved(checked.value.profile, registry()))


def _tree(data: dict[str, Any]) -> Any:
    return parse_yaml(json.dumps(data).encode(), "ZAF.yaml").value


def found(page: str) -> list[str]:
    document = japan.press().layout(japan.press().parse(page))
    return [d.message for d in overflow.beyond(document, "ZAF.yaml")]


def test_words_without_end_wrap_wherever_they_stand() -> None:
    view = profile(
        {
            "text": f"One {WORD} here.[@a] At {URL} today.[@b] {CHAIN} {WORD}[@a]\n\n"
            f"- {WORD} [@a]\n- {CHAIN}\n\n1986. {WORD}\n1987. b\n\n[[table t]]\n\n[[figure f]]",
            "goals": {"lead_in": f"Goals {WORD}:", "list": [WORD, "two"], "source": "a"},
            "strategies": [{
                "title": f"Plan {WORD}", "short_name": WORD, "issuing_body": WORD, "source": "b",
                "native_title": THAI, "language": "th", "pillars": [WORD],
            }],
            "tables": {"t": {"caption": WORD, "unit": WORD[:90], "source": "a", "head":
                ["Recipient", WORD, "Sum"], "rows": [[WORD, "b", "40"], ["c", URL, "12"]]}},
            "observations": {"source": "a", "list": [
                {"indicator": "china-exports", "period": "2023", "value": "15", "scope": WORD}]},
            "figures": {"f": {"caption": WORD, "chart": "bar", "indicators": ["china-exports"]}},
        },
        authors=[f"A. {WORD}"],
        abbreviations={"ABC": WORD},
        open_points=[f"Whether {WORD}."],
    )  # fmt: skip
    assert found(pdf.page_source(view)) == []
    (chart,) = (b for b in view.sections[0].blocks if isinstance(b, ChartView))
    from profilegen.output.chart import WIDTH, _wrapped

    assert all(len(line) * 5.8 <= WIDTH for line in _wrapped(chart.points[0].label))


def table(columns: int, word: str) -> TableView:
    rows = [[f"{word} x"] * columns] * 2
    head = [f"{word} {at}" for at in range(columns)]
    made = {"caption": "C", "source": "a", "head": head, "rows": rows}
    view = profile({"text": "G. [@a]\n\n[[table t]]", "tables": {"t": made}})
    (block,) = (b for b in view.sections[0].blocks if isinstance(b, TableView))
    return block


def test_a_table_takes_the_frame_turns_its_page_and_shrinks_as_its_words_ask() -> None:
    def form(view: TableView) -> tuple[bool, bool, bool]:
        return view.wide, view.turned, view.crowded

    assert form(table(3, "Plan")) == (False, False, False)
    assert form(table(5, "Investitionsprogramm")) == (True, False, False)
    assert form(table(12, "Programme")) == (True, True, False)
    assert form(table(16, "Programme")) == (True, True, True)
    assert not table(3, "Plan").broken
    assert table(3, "W" * 41).broken
    assert not table(3, URL).broken


def test_a_space_at_the_end_of_a_full_line_is_no_word_beyond_it() -> None:
    """Before a native title stands a space that keeps its width: Korea's PDF was refused."""
    law = {
        "title": "Act", "kind": "act", "number": "Act No. 20196 of 2024",
        "updated": "10 March 2026", "source": "a",
        "ceiling": "stockpiling or allocation and governance",
        "native_title": "\uad6d\uac00\uc790\uc6d0\uc548\ubcf4 \ud2b9\ubcc4\ubc95", "language": "ko",
    }  # fmt: skip
    view = profile({"text": "Short. [@b]"}, regulatory_provisions={"list": [law]})
    document = japan.press().layout(japan.press().parse(pdf.page_source(view)))
    (full,) = (box for box in texts(document) if box.text.endswith("\u2002"))
    assert full.width > 440 + overflow.SLACK
    assert [d.message for d in overflow.beyond(document, "ZAF.yaml")] == []


def texts(document: Any) -> Iterator[Any]:
    """Every text box of a laid-out document."""
    for page in document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.TextBox):
                yield box


@pytest.mark.parametrize(
    ("planted", "words"),
    [
        ('<p style="white-space: nowrap">{}</p>', f"{'long ' * 40}end"),
        ('<table class="data-table"><tr><td style="white-space: nowrap">{}</td><td>b</td></tr>'
         '</table>', f"{'cell ' * 50}end"),
        ('<p style="position: relative; top: 1040px">{}</p>', "below the page"),
        ('<p style="margin-left: -120px">{}</p>', "beyond the left edge"),
        ('<style>@page {{ @top-left {{ content: "{}"; white-space: nowrap; width: 88px }} }}'
         '</style><p style="break-before: page">b</p>', "a running head without an end"),
    ],
)  # fmt: skip
def test_words_outside_their_frame_are_found(planted: str, words: str) -> None:
    page = pdf.page_source(profile({"text": "Short. [@b]"}))
    page = page.replace("</body>", planted.format(words) + "</body>")
    (message, *_) = found(page)
    assert words[:20] in message


def test_a_print_with_words_outside_is_refused() -> None:
    view = profile({"text": "Short. [@b]"})
    page = pdf.page_source(view).replace(
        "</body>", f"<p style='white-space: nowrap'>{'long ' * 60}</p></body>"
    )
    from profilegen.output.expected_in_print import PrintManifest

    printed = pdf.print_pages(page, PrintManifest.of(view), japan.press(), "ZAF.yaml")
    assert printed.value is None
    assert {d.code for d in printed.diagnostics} == {"PG420"}
