"""Planted losses: what the read-back is there to catch."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from tests import japan, small
from tests.known import content, edition, resolved
from tests.test_rules import registry

from profilegen.check.all_profiles import load, profile_files
from profilegen.check.profile import check
from profilegen.core.model.sections import SECTIONS
from profilegen.core.yaml_source import parse
from profilegen.edition.resolving import Resolver
from profilegen.output import compare_pdf, footnote_placement, pdf
from profilegen.output.expected_in_print import PrintManifest
from profilegen.output.site_page import page_paper
from profilegen.view.comparison.all_columns_and_rows import comparison_basis
from profilegen.view.comparison.comparison import comparison
from profilegen.view.comparison.model import Choice
from profilegen.view.pages import figures_page
from profilegen.view.pages.figures_page import figures_view
from profilegen.view.pages.section_page import SECTION_PAGES, section_page
from profilegen.view.profile.profile import profile_view

SOURCE = pdf.page_source(japan.view())
EXPECTED = PrintManifest.of(japan.view())


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no repair can mend is tried once, not two dozen times."""
    monkeypatch.setattr(footnote_placement, "MAX_REPAIRS", 1)


def codes(html: str, expected: PrintManifest = EXPECTED) -> set[str]:
    checked = pdf.print_pages(html, expected, japan.press(), "planted")
    assert checked.value is None
    return {d.code for d in checked.diagnostics}


def note(number: int) -> re.Match[str]:
    match = re.search(
        rf'<span class="note" id="fn-{number}">.*?id="fnend-{number}"></span></span>',
        SOURCE,
        re.DOTALL,
    )
    assert match
    return match


def test_the_unharmed_page_passes() -> None:
    assert pdf.print_pages(SOURCE, EXPECTED, japan.press(), "x").diagnostics == ()


def test_a_dropped_note_is_caught() -> None:
    assert codes(SOURCE.replace(note(2)[0], "")) == {"PG401"}


def test_a_dropped_call_is_caught() -> None:
    assert "PG401" in codes(SOURCE.replace('id="ref-3"', ""))


def test_a_note_on_another_page_is_caught() -> None:
    moved = SOURCE.replace(note(1)[0], "").replace("</body>", f"<p>{note(1)[0]}</p></body>")
    assert "PG402" in codes(moved)


def test_a_note_that_ends_on_another_page_is_caught() -> None:
    end = '<span class="end" id="fnend-1"></span>'
    assert "PG403" in codes(SOURCE.replace(end, "").replace("</body>", f"<p>{end}</p></body>"))


def test_a_note_without_its_end_is_caught() -> None:
    assert "PG403" in codes(SOURCE.replace('<span class="end" id="fnend-2"></span>', ""))


def test_lost_words_inside_a_note_are_caught() -> None:
    assert codes(SOURCE.replace("Fourth Report of the", "Fourth of the")) == {"PG403"}


def test_an_altered_note_is_caught() -> None:
    assert codes(SOURCE.replace("Springer\u00a02020", "Springer\u00a02021")) == {"PG403"}


def test_a_note_printed_twice_is_caught() -> None:
    text = "".join(re.findall(r">([^<]+)<", note(3)[0])[1:])
    assert "PG402" in codes(SOURCE.replace("</body>", f"<p>{text}</p></body>"))


def test_a_note_printed_twice_is_caught_in_shared_files(tmp_path: Path) -> None:
    """The section's page, the figures' and a comparison; none has a note twice by itself."""
    folder = small.save(tmp_path / "profiles")
    counted = "indicator: manufacturing-growth, period: 2024, value: 1, source: msit"
    told = small.KOREA.replace('[@msit]"}', f'[@msit]", observations: {{list: [{{{counted}}}]}}}}')
    told = told.replace("A page of the ministry", "A page of the ministry on the growth of makers")
    (folder / "KOR.yaml").write_text(told, encoding="utf-8")
    loaded = load(profile_files(folder), folder).value
    assert loaded
    profiles = [item.profile for item in loaded.profiles]
    page = section_page(SECTIONS[0], content(profiles, loaded.registry))
    choice = Choice(("JPN", "KOR"), (1,))
    compared = comparison(comparison_basis(edition(profiles, loaded.registry)), choice)
    data = figures_view(content(profiles, loaded.registry))
    for paper in (
        page_paper(SECTION_PAGES[0], page),
        page_paper(figures_page.PAGE, data),
        compare_pdf.paper(compared),
    ):
        assert paper
        press = pdf.Press(sheet=paper.sheet)
        label, longest = max(paper.expected.notes.items(), key=lambda note: len(note[1]))
        twice = paper.source.replace("</body>", f"<p>{escape(longest)}</p></body>")
        for source, faults in ((paper.source, []), (twice, [("PG402", f"note {label}")])):
            found = pdf.print_pages(source, paper.expected, press, "x").diagnostics
            assert [(d.code, d.place) for d in found] == faults


def test_a_title_that_ends_a_sentence_is_no_second_note() -> None:
    title = "A Long Title of a Report on the Support of Chips and of Batteries"
    text = small.KOREA.replace("Chips come first. [@msit]", f"One. [@msit] Two is in {title}. [@t]")
    text += f"  t: {{type: report, title: {title}}}\n"
    opened = parse(text.encode(), "KOR.yaml")
    assert opened.value
    checked = check(opened.value, Resolver(registry()))
    assert checked.value
    view = profile_view(resolved(checked.value.profile, registry()))
    assert pdf.profile_pdf(view, japan.press(), "KOR.yaml").diagnostics == ()


def test_a_lost_heading_is_caught() -> None:
    lost = re.sub(r'<h2 id="section-4">.*?</h2>', "", SOURCE, flags=re.DOTALL)
    assert "PG404" in codes(lost)


def test_a_character_that_no_face_has_is_caught() -> None:
    checked = pdf.print_pages(
        SOURCE.replace("METI, 2021", "METI, 2021 \U0001fae0"), EXPECTED, japan.press(), "x"
    )
    (found,) = [d for d in checked.diagnostics if "U+1FAE0" in d.message]
    assert found.code == "PG405"
    assert "write it in another way" in found.hint


def test_a_page_that_reaches_outside_is_refused() -> None:
    for address in ("file:///etc/passwd", "https://example.org/x.png", "data:text/css,p%7B%7D"):
        harmed = SOURCE.replace("</body>", f'<img src="{address}" alt="x"></body>')
        assert "PG408" in codes(harmed), address
