"""Languages and directions of a page's words."""

from __future__ import annotations

import itertools

import pytest
from tests import scripts

from profilegen.output.lang_attributes import spoken
from profilegen.output.writing_systems import SCRIPTS, script_for


def test_english_stays_as_it_is() -> None:
    page = '<html lang="en"><p>The <b>ministry</b> (METI), naïve, Ωmega, Москва, № 5</p></html>'
    assert spoken(page) == page


def test_a_run_of_another_script_is_set_apart_with_its_brackets() -> None:
    assert spoken("<p>In Arabic رؤية 2030 (خطة) it is.</p>") == (
        '<p>In Arabic <bdi lang="ar" dir="rtl">رؤية 2030 (خطة)</bdi> it is.</p>'
    )


def test_a_block_in_another_language_says_so_and_its_note_does_not() -> None:
    page = (
        '<p class="flush">وزارة الاقتصاد 2030 (GDP) رؤية<a class="call">1</a>'
        '<span class="note" id="fn-1">وزارة الاقتصاد, Report.</span></p>'
    )
    told = spoken(page)
    assert told.startswith('<p class="flush" dir="rtl" lang="ar">وزارة الاقتصاد 2030 (GDP) رؤية<a')
    assert '<span class="note" id="fn-1" dir="ltr" lang="en"><bdi lang="ar" dir="rtl">' in told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministry (وزارة الاقتصاد والتخطيط والمالية) agreed.", ""),
        ("GDP وزارة الاقتصاد والتخطيط والمالية", "ar"),
        ("産業の政策", "ja"),
        ("産業政策", "zh-hans"),
        ("산업 政策", "ko"),
        ("ក្រសួង 2030 (GDP)", "km"),
        ("12.5 (2024)", ""),
    ],
)
def test_a_block_is_of_the_language_of_most_of_its_letters(text: str, language: str) -> None:
    told = spoken(f"<td>{text}</td>").partition(">")[0]
    assert (f'lang="{language}"' in told) if language else told == "<td"


def test_han_signs_alone_are_of_the_economy_s_language() -> None:
    assert '<bdi lang="ja">経済産業省</bdi>' in spoken("<p>METI (経済産業省) said</p>", "ja")


def test_words_that_say_their_language_are_not_told_again_but_get_a_direction() -> None:
    page = '<p>A <span class="native" lang="he">משרד</span> and <i lang="ja">日本</i></p>'
    told = page.replace('lang="he"', 'lang="he" dir="rtl"')
    assert spoken(page) == told
    assert spoken(told) == told


@pytest.mark.parametrize(
    "page",
    [
        "<title>日本 رؤية</title>",
        "<script>x = 'رؤية'</script>",
        "<svg><text>รัฐ</text></svg>",
        '<input value="رؤية"><br>',
        "<!-- <p>رؤية -->",
    ],
)
def test_what_cannot_hold_elements_is_left_alone(page: str) -> None:
    assert spoken(page) == page


def test_each_language_of_the_fixture_is_told_by_its_script() -> None:
    shared = {"fa", "ur", "mr", "ne", "ti"}
    for tag, own in scripts.languages().items():
        script = script_for(tag)
        if script and tag not in shared:
            told = spoken(f"<p>{own['sentence']}</p>", "zh-hant" if tag == "zh-Hant" else "zh-hans")
            assert f'lang="{tag.lower()}"' in told, tag
            assert ('dir="rtl"' in told) == script.rtl


def test_scripts_do_not_overlap() -> None:
    ranges = sorted(part for script in SCRIPTS for part in script.ranges)
    assert all(low > high for (_, high), (low, _) in itertools.pairwise(ranges))
