"""Comparisons on paper and as one file: whole, aligned, every note once and under its column."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests import small
from tests.comparisons import codes, collection, compared
from tests.pdf_tools import bare, outline, page_texts

from profilegen.app.cli import cli
from profilegen.core.model.sections import SECTIONS
from profilegen.core.typography import curly
from profilegen.output import compare_html, compare_pdf, pdf
from profilegen.output.curly_marks import printed
from profilegen.view.comparison.model import Comparison
from profilegen.view.comparison.print_tables import sheets, spread

TOPICS = tuple(collection().registry.topics.records)


@cache
def press() -> pdf.Press:
    return pdf.Press(None, compare_pdf.SHEET)


@pytest.fixture(scope="module", autouse=True)
def _fonts_go_before_the_interpreter() -> object:
    yield
    press.cache_clear()


def generated(seed: int) -> Comparison:
    """A comparison by chance: two to four economies, one or two sections, every other by topic."""
    chance = random.Random(seed)
    economies = chance.sample(codes(), chance.randint(2, 4))
    sections = sorted(chance.sample(range(1, 8), chance.randint(1, 2)))
    topic = chance.choice(TOPICS) if seed % 2 else ""
    return compared(*economies, sections=tuple(sections), topic=topic)


def stands_whole(view: Comparison) -> bytes:
    """Print a comparison; the program reads back that each note is there, once and whole."""
    checked = compare_pdf.comparison_pdf(view, press(), "compare")
    assert checked.value is not None, checked.diagnostics
    whole = bare("".join(page_texts(checked.value.data)))
    for section in view.sections:
        for row in section.rows:
            assert bare(printed(row.head.title)) in whole
        for notes in section.notes:
            for note in notes:
                assert bare(printed(note.words))[:30] in whole
    return checked.value.data


@pytest.mark.parametrize("seed", range(1, 2))
def test_generated_comparisons_print_whole(seed: int) -> None:
    stands_whole(generated(seed))


@pytest.mark.soak
@pytest.mark.parametrize("seed", [0, *range(2, 56)])
def test_fifty_more_generated_comparisons_print_whole(seed: int) -> None:
    stands_whole(generated(seed))


@pytest.mark.parametrize(
    ("economies", "sections"),
    [
        (("JPN", "KOR"), (2, 3)),
        pytest.param(("JPN", "KOR", "USA"), (1,), marks=pytest.mark.soak),
        (("DEU", "EUU", "GBR", "SGP"), (6,)),
        (codes()[:8], (6,)),
    ],
)
def test_two_to_eight_economies_print_whole(
    economies: tuple[str, ...], sections: tuple[int, ...]
) -> None:
    view = compared(*economies, sections=sections)
    data = stands_whole(view)
    titles = [title for level, title, _ in outline(data) if level == 1]
    assert titles == [f"{s.number} {s.label}" for s in view.sections] or len(titles) >= len(
        sections
    )


def test_every_note_stands_under_its_column() -> None:
    view = compared("JPN", "KOR", "USA", sections=(4,))
    source = compare_html.page_source(view)
    # Figures of one economy alone go over the whole width, under its name.
    whole = " ".join(re.findall(r'<tr class="row alone">.*?</tr>', source, re.DOTALL))
    wide = set(re.findall(r'id="(ref-[A-C]\d+)"', whole))
    assert wide
    document = press().layout(press().parse(source))
    calls: dict[str, set[int]] = {}
    notes: dict[str, set[int]] = {}
    for page in document.pages:
        for name, (left, *_) in page.anchors.items():
            match = re.fullmatch(r"(ref|fn)-([A-C])\d+", name)
            if match and name not in wide:
                found = calls if match[1] == "ref" else notes
                found.setdefault(match[2], set()).add(round(left))
    starts = [min(notes[letter]) for letter in "ABC"]
    assert starts == sorted(starts) and all(len(notes[letter]) == 1 for letter in "ABC")
    edges = [*starts, 10_000]
    for at, letter in enumerate("ABC"):
        assert all(edges[at] <= place < edges[at + 1] for place in calls[letter])


def test_the_running_text_of_each_column_is_printed_whole() -> None:
    view = compared("JPN", "KOR", sections=(1,))
    whole = bare("".join(page_texts(stands_whole(view))))
    for cell in view.sections[0].text:
        told = [part for b in cell.blocks for part in getattr(b, "items", (b,))]
        sentences = [s for part in told for s in re.split(r"(?<=\.) ", printed(part.words))]  # type: ignore[union-attr]
        assert len(sentences) > 8
        for sentence in sentences:
            start = bare(sentence)[:24]
            assert start in whole, sentence


def test_the_column_heads_stand_on_each_page() -> None:
    view = compared("JPN", "KOR", "USA", sections=(5,))
    pages = [bare(text) for text in page_texts(stands_whole(view))]
    assert len(pages) > 3
    titles = [bare(printed(row.head.title)) for row in view.sections[0].rows]
    rows = [page for page in pages if any(title in page for title in titles)]
    assert len(rows) > 3
    for page in rows:
        assert bare("Agreement") in page
        assert bare("Japan 日本") in page and bare("Korea 대한민국") in page


def test_the_same_comparison_prints_to_the_same_bytes() -> None:
    view = compared("JPN", "SGP", sections=(3,))
    first = compare_pdf.comparison_pdf(view, press(), "x").value
    again = compare_pdf.comparison_pdf(view, pdf.Press(None, compare_pdf.SHEET), "x").value
    assert first is not None and again is not None and first.data == again.data


@pytest.mark.parametrize(
    ("count", "tables"),
    [(2, [2]), (3, [3]), (4, [4]), (5, [3, 3]), (7, [4, 4]), (8, [4, 3, 3]), (12, [4, 4, 4, 3])],
)
def test_more_than_four_columns_come_in_tables_that_repeat_the_base(
    count: int, tables: list[int]
) -> None:
    found = spread(count)
    assert [len(columns) for columns in found] == tables
    assert all(columns[0] == 0 for columns in found)
    assert [c for columns in found for c in columns if c] == list(range(1, count))


def test_a_row_left_out_of_a_table_has_nothing_to_tell_of_its_columns() -> None:
    view = compared(*codes()[:8], sections=(5, 7))
    for section in view.sections:
        for sheet in sheets(view, section):
            kept = [row for group in sheet.groups for row in group.rows]
            kept += [row for own in sheet.apart for row in own]
            assert len(kept) == len({row.head.key for row in kept})
            for row in section.rows:
                if row not in kept and not (row.cells[0].inside and not sheet.first):
                    states = {row.cells[column].state for column in sheet.columns}
                    assert states <= {"no", "none"}
        notes = [n for sheet in sheets(view, section) for own in sheet.notes for n in own]
        assert sorted(n.label for n in notes) == sorted(
            n.label for own in section.notes for n in own
        )


def test_a_file_holds_all_and_asks_for_nothing() -> None:
    view = compared("JPN", "KOR", "USA")
    page = compare_html.comparison_page(view)
    assert "<script" not in page and "<link" not in page and "@import" not in page
    assert not re.search(r'(src|href)="(?!#|https?://)', page)
    text = bare(unescape(re.sub("<[^>]*>", "", page)))
    for section in view.sections:
        for own in section.notes:
            for note in own:
                assert text.count(bare(f"{note.label} {printed(note.words)}")) == 1
                assert (
                    page.count(f'id="fn-{note.label}"') == page.count(f'id="ref-{note.label}"') == 1
                )
        for row in section.rows:
            assert bare(printed(row.head.title)) in text
    assert view.digest in page


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Two small economies."""
    return str(small.save(tmp_path / "profiles"))


def run(folder: str, *args: str) -> Result:
    return CliRunner().invoke(cli, ["compare", *args, "--profiles", folder])


def test_a_comparison_is_written_from_the_command_line(tmp_path: Path, folder: str) -> None:
    for name in ("x.pdf", "x.html"):
        out = tmp_path / name
        result = run(folder, "JPN", "Korea", "--sections", "3", "-o", str(out))
        assert result.exit_code == 0, result.stderr
        assert "2 economies" in result.stderr and out.stat().st_size > 5_000
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("JPN", "KRO", "-o", "x.pdf"), "Did you mean KOR (Korea)?"),
        (("JPN", "-o", "x.pdf"), "two economies or more"),
        (("JPN", "JPN", "-o", "x.pdf"), "JPN is named twice"),
        (("JPN", "AFG", "-o", "x.pdf"), "AFG has no profile"),
        (
            ("JPN", "KOR", "--sections", "8", "-o", "x.pdf"),
            'no section "8". There are 1 Industrial',
        ),
        (("JPN", "KOR", "--sections", "four", "-o", "x.pdf"), '"four" is no section'),
        (("JPN", "KOR", "--sections", "treaties", "-o", "x.pdf"), "5 Treaties, 6 Plurilaterals"),
        (("JPN", "KOR", "--topic", "semiconductor", "-o", "x.pdf"), "Did you mean semiconductors?"),
        (("JPN", "KOR", "-o", "x.doc"), "neither in .pdf nor in .html"),
    ],
)
def test_a_mistaken_call_is_answered_with_what_to_write(
    folder: str, args: tuple[str, ...], told: str
) -> None:
    result = run(folder, *args)
    assert result.exit_code == 2
    assert told in result.stderr


def test_the_help_of_compare_names_the_seven_sections(folder: str) -> None:
    told = " ".join(run(folder, "--help").stdout.split())
    assert all(f"{kind.number} {kind.label}" in told for kind in SECTIONS)


def test_seven_sentences_are_not_set_as_a_title() -> None:
    few = compare_html.comparison_page(compared("JPN", "KOR", sections=(3, 4)))
    many = compare_html.comparison_page(compared("JPN", "KOR", sections=(3, 4, 6)))
    assert '<h1 class="sentence">' in few and '<h1 class="sentence many">' in many
    assert ".sentence.many {" in many


def test_each_indicator_stands_in_the_first_table_or_in_those_of_its_columns() -> None:
    view = compared("JPN", "KOR", "DEU", "EUU", "GBR", "CHN", "USA", sections=(1,))
    (section,) = view.sections
    tables = sheets(view, section)
    assert len(tables) > 1
    for sheet in tables:
        own = sheet.columns if sheet.first else sheet.columns[1:]
        told = [*sheet.figures, *(row for alone in sheet.figures_apart for row in alone)]
        mine = [row for row in section.figures if any(row.cells[c].inside for c in own)]
        assert sorted(row.head.key for row in told) == sorted(row.head.key for row in mine)
        for column, alone in zip(sheet.columns, sheet.figures_apart, strict=True):
            for row in alone:
                assert [at for at, cell in enumerate(row.cells) if cell.inside] == [column]


def test_what_one_column_alone_has_stands_in_a_list_and_whole() -> None:
    view = compared("JPN", "KOR", "USA", sections=(5,))
    (section,) = view.sections
    (sheet,) = sheets(view, section)
    alone = [row for own in sheet.apart for row in own]
    assert len(alone) > 20
    rows = [row for group in sheet.groups for row in group.rows]
    assert sorted(r.head.key for r in (*rows, *alone)) == sorted(r.head.key for r in section.rows)
    for column, own in zip(sheet.columns, sheet.apart, strict=True):
        for row in own:
            assert not row.cells[column].number
            others = [cell for at, cell in enumerate(row.cells) if at != column]
            assert {cell.state for cell in others} == {"no"}
    whole = bare("".join(page_texts(stands_whole(view))))
    for column, own in zip(sheet.columns, sheet.apart, strict=True):
        for row in own:
            told = bare(printed(row.cells[column].words))
            after = whole.partition(bare(printed(row.head.title)))[2]
            assert after.startswith(told) or told in after[:200]
            assert all(bare(str(detail)) in whole for detail in row.head.details)


def test_figures_print_with_their_marks_and_notes() -> None:
    view = compared("JPN", "USA", sections=(1,), topic="semiconductors")
    whole = bare("".join(page_texts(stands_whole(view))))
    assert bare("Unlike A in period: five years, not three years") in whole
    for row in view.sections[0].figures:
        for cell in row.cells:
            for shown in cell.figures:
                assert (
                    bare(str(curly(shown.figure.words))) in whole
                    and bare(str(curly(shown.unlike))) in whole
                )


def at_address(view: Comparison, address: str) -> Comparison:
    return replace(view, frame=replace(view.frame, address=address))


def test_rows_of_a_file_lead_to_the_published_site_or_nowhere() -> None:
    view = compared("JPN", "USA", sections=(1, 5))
    assert "treaties.html" not in compare_html.comparison_page(at_address(view, ""))
    page = compare_html.comparison_page(at_address(view, "https://example.org/profiles"))
    for there in (
        "treaties.html#treaty-cptpp",
        "figures.html#indicator-debt",
        "topics.html#subsidies",
    ):
        assert f'href="https://example.org/profiles/{there}"' in page
