"""What the first seed's lists hold stands in print and on screen: once, in place, in order."""

from __future__ import annotations

import re
from html import unescape

import pytest
from tests import japan
from tests.as_text import as_text
from tests.pdf_tools import bare, page_texts, tagged

from profilegen.core.model.sections import SECTIONS

SEED: dict[int, tuple[str, ...]] = {
    1: (
        "New Direction of Economic and Industrial Policies",
        "a carbon-neutral society",
        "a digital society",
        "economic security",
        "a new healthy society",
        "a society resilient to disaster",
        "a biomanufacturing revolution",
    ),
    2: (
        "retaliatory measures at the border",
        "domestic products that others find essential",
        "producing locally what is consumed locally",
        "cutting-edge AI and semiconductors",
    ),
    3: ("None found",),
    4: (
        "Advanced Semiconductor Production Capacity",
        "5G Promotion Act",
        "Act on Partially Amending the Act on Strengthening Industrial Competitiveness and Other "
        "Acts to Create New Business and Encourage Investment in Industries",
        "Basic Act on the Promotion of Core Manufacturing Technology",
        "Act No. 2 of 1999",
        "Industrial Technology Enhancement Act",
        "Act No. 44 of 2000",
        "Act on Strengthening Industrial Competitiveness",
        "Act No. 98 of 2013",
        "Regulation for Enforcement of the Act on Strengthening Industrial Competitiveness "
        "Relating to the Ministry of Economy, Trade and Industry",
        "Order of the Ministry of Economy, Trade and Industry No. 1 of 2014",
        "Basic Act on the Formation of a Digital Society",
        "Act No. 35 of 2021",
        "Act on the Promotion of Ensuring National Security through Integrated Implementation of "
        "Economic Measures",
        "Act No. 43 of 2022",
        "OT Security Guidelines for Semiconductor Device Factories",
        "Mobility DX Strategy",
    ),
    5: (
        "ASEAN-Japan Comprehensive Economic Partnership Agreement",
        "Trans-Pacific Partnership Agreement (TPP)",
        "Regional Comprehensive Economic Partnership Agreement (RCEP)",
    ),
    6: (
        "WTO Joint Statement on Electronic Commerce",
        "Information Technology Agreement",
        "Agreement on Investment Facilitation for Development",
    ),
    7: (
        "complainant in 28 WTO cases and respondent in 16",
        "DS44",
        "Japan \u2014 Measures Affecting Consumer Photographic Film and Paper",
        "DS147",
        "Japan \u2014 Tariff Quotas and Subsidies Affecting Leather",
        "DS336",
        "Japan \u2014 Countervailing Duties on Dynamic Random Access Memories from Korea",
    ),
}

NOTES = {
    1: (
        "Committee on the History of Japan\u2019s Trade and Industrial Policy (RIETI), Dynamics of "
        "Japan\u2019s Trade and Industrial Policy in the Post Rapid Growth Era (1980\u20132000) "
        "(Springer 2020)."
    ),
    2: (
        "METI, Fourth Report of the Committee on New Direction of Economic and Industrial "
        "Policies: Industrial Structure in 2040 Led by Growth Investment (June 2025) "
        "<https://www.meti.go.jp/english/policy/economy/industrial_council/pdf/250603008_01.pdf> "
        "accessed 14 July 2025."
    ),
    3: (
        "METI, Interim Report for Committee on New Direction of Economic and Industrial Policies "
        "(13 June 2022) "
        "<https://www.meti.go.jp/english/policy/economy/industrial_council/pdf/0818_001.pdf> "
        "accessed 14 July 2025."
    ),
    4: "ibid.",
    5: (
        "METI, \u2018Revised Edition of the Action Plan to Strengthen Industrial and "
        "Technological Basis for Economic Security Released\u2019 (30 May 2025) "
        "<https://www.meti.go.jp/policy/economy/economic_security/250530actionplanr2.pdf> "
        "accessed 20 June 2025."
    ),
}


def print_sections() -> dict[int, str]:
    """The words of each section in print, notes and page furniture left out, by its tags."""
    pieces = [bare(text) for kind, text in tagged(japan.printed().data) if kind != "Note"]
    whole = "".join(pieces)
    starts = [whole.index(bare(f"{kind.number} {kind.label}")) for kind in SECTIONS]
    ends = [*starts[1:], whole.index("Citeas")]
    return {n: whole[a:b] for n, (a, b) in enumerate(zip(starts, ends, strict=True), 1)}


def screen_sections() -> dict[int, str]:
    """The words of each section on screen, without its topics."""
    page = re.sub(
        r'<div class="side">.*?(?=</section>)|<span class="topics">.*?</span>',
        "",
        japan.page(),
        flags=re.DOTALL,
    )
    parts = re.findall(r'<section[^>]*id="section-(\d)"[^>]*>(.*?)</section>', page, re.DOTALL)
    return {
        int(number): bare(unescape(re.sub(r"<sup.*?</sup>|<[^>]*>", "", part, flags=re.DOTALL)))
        for number, part in parts
    }


@pytest.mark.parametrize("medium", [print_sections, screen_sections])
@pytest.mark.parametrize("number", SEED)
def test_each_list_of_the_seed_stands_in_its_section_in_order(medium, number):  # type: ignore[no-untyped-def]
    words = medium()[number]
    at = 0
    for wanted in map(bare, SEED[number]):
        found = words.find(wanted, at)
        assert found >= 0, wanted
        at = found + len(wanted)


@pytest.mark.parametrize("medium", [print_sections, screen_sections])
def test_each_name_stands_once_in_its_section(medium):  # type: ignore[no-untyped-def]
    sections = medium()
    shared = {  # one name is part of another, or the prose names the entry too
        "Act on Strengthening Industrial Competitiveness": 3,
        "New Direction of Economic and Industrial Policies": 2,
    }
    for number, names in SEED.items():
        for name in names:
            assert sections[number].count(bare(name)) == shared.get(name, 1), name


def test_titles_of_the_template_stand_in_print_and_on_screen() -> None:
    whole = "".join(bare(text) for text in page_texts(japan.printed().data))
    screen = bare(unescape(re.sub(r"<[^>]*>", "", japan.page())))
    for kind in SECTIONS:
        title = bare(kind.title.replace("'", "\u2019"))
        assert title in whole
        assert title in screen


def test_the_five_notes_are_in_oscola_form_on_the_page_of_their_call() -> None:
    pages = [bare(text) for text in page_texts(japan.printed().data)]
    for number, note in NOTES.items():
        page = 0 if number <= 4 else 1
        assert bare(f"{number}{note}") in pages[page]
    sections = {1: 0, 2: 1}
    for section, page in sections.items():
        assert bare(f"{section} {SECTIONS[section - 1].label}") in pages[page]


def test_notes_on_screen_equal_those_in_print() -> None:
    items = re.findall(r'<li[^>]*id="fn-(\d+)"[^>]*>(.*?)</li>', japan.page(), re.DOTALL)
    words = {int(n): bare(unescape(re.sub(r"<[^>]*>", "", text))) for n, text in items}
    rest = [words[n] for n in sorted(set(words) - set(NOTES))]
    ours = ("Registryof", "TheUnitedStatestoldthedepositary")  # what the registries say themselves
    assert len(words) == len(NOTES) + len(rest) == len(japan.view().notes)
    assert all(told.lstrip("0123456789").startswith(ours) for told in rest), rest
    for number, note in NOTES.items():
        assert bare(note) in words[number]


def test_nothing_that_the_basis_did_not_say_is_put_under_its_author() -> None:
    assert str(japan.view().cite_as).startswith("\u2018Japan\u2019")
    assert "based on Kehinde Olaoye" in as_text(japan.view().cite_as)
