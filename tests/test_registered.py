"""What a page says of facts that come from a registry, and of what a union does."""

from __future__ import annotations

from functools import cache

import pytest
from tests import japan
from tests.as_text import as_text, words
from tests.known import resolved

from profilegen.check.all_profiles import load_registry
from profilegen.check.profile import check
from profilegen.core.registry import Registry
from profilegen.core.yaml_source import parse
from profilegen.edition.resolving import Resolver
from profilegen.view.profile.profile import ProfileView, profile_view


@cache
def registry() -> Registry:
    value = load_registry(japan.PROFILES).value
    assert value is not None
    return value


def view(economy: str, body: str) -> ProfileView:
    head = f"economy: {economy}\nstatus: draft\nupdated: 22 November 2026\n"
    tree = parse((head + body).encode(), f"{economy}.yaml").value
    assert tree is not None
    checked = check(tree, Resolver(registry()))
    assert checked.value is not None, checked.diagnostics
    return profile_view(resolved(checked.value.profile, registry()))


def notes(economy: str, body: str) -> list[str]:
    return [words(note.words) for note in view(economy, body).notes]


def said(economy: str, body: str, number: int) -> str:
    blocks = view(economy, body).sections[number - 1].blocks
    return " ".join(words(b.words) for b in blocks if b.kind == "paragraph")  # type: ignore[union-attr]


def test_one_note_a_list_says_where_the_registry_has_its_facts_from() -> None:
    (note,) = notes("JPN", "economic_treaties: {list: [AJCEP, EU-JPN-EPA]}")
    assert note.startswith("Registry of treaties as of 27 April 2026: WTO, Regional Trade")
    assert note.count("export of 27 April 2026") == 1


def test_a_doubt_about_one_party_is_told_in_its_profile_only() -> None:
    assert not any("Not verified" in n for n in notes("JPN", "economic_treaties: {list: [RCEP]}"))
    korean = notes("KOR", "economic_treaties: {list: [RCEP]}")
    assert any("Not verified: the entry into force." in n for n in korean)


def test_a_note_of_the_registry_stands_before_the_authors_own() -> None:
    body = "economic_treaties: {list: [{name: TPP, note: Signed in Auckland.}]}"
    (note,) = [n for n in notes("USA", body) if "Auckland" in n]
    assert note.index("does not intend to become a party") < note.index("Auckland")


def test_counts_without_numbers_are_the_registrys() -> None:
    body = "proceedings: {counts: [WTO]}"
    assert "complainant in 28 WTO cases and respondent in 16" in said("JPN", body, 7)
    (note,) = notes("JPN", body)
    assert note.startswith("Counted in the registry of disputes: WTO")
    assert "DS575" in note  # a gap of the registry is said
    assert "DS643" not in note  # it does not reach so far
    assert view("JPN", body).glance[-1].figure == "28 / 16"


def test_a_count_at_a_day_is_the_registrys_of_that_day() -> None:
    body = "proceedings: {counts: [{forum: WTO, as_of: 27 February 2013}]}"
    assert "complainant in 17 WTO cases and respondent in 15, as of 27 February 2013" in said(
        "JPN", body, 7
    )


def test_a_unions_count_says_that_it_holds_cases_against_member_states() -> None:
    (note,) = notes("EUU", "proceedings: {counts: [WTO]}")
    assert "Cases against member States are included." in note


def test_a_member_says_that_its_union_acts_and_since_when() -> None:
    body = "economic_treaties: {through: EUU}\nproceedings: {through: EUU}"
    treaties, disputes = said("DEU", body, 5), said("DEU", body, 7)
    assert treaties.startswith(
        "The European Union acts here for Germany, of which it has been a member since 1 January "
        "1958. The registry has the union in "
    )
    assert treaties.endswith("stands in its own profile (EUU 5).")
    assert "The union has been complainant in 114 WTO cases and respondent in" in disputes
    assert as_text(view("DEU", body).glance[2].detail) == "through the European Union"


@pytest.mark.parametrize(
    ("body", "standing"),
    [
        ("{name: EU-MERCOSUR-ITA}", ("Provisionally applied since", "1 May 2026")),
        ("{name: EU-MERCOSUR-EMPA}", ("Signed", "not in force")),
        ("{name: EU-MERCOSUR-EMPA, in_force: 1 June 2026}", ("In force since", "1 June 2026")),
        ("{name: MERCOSUR}", ("In force since", "29 November 1991")),
    ],
)
def test_a_treatys_standing_is_that_for_the_economy(body: str, standing: tuple[str, str]) -> None:
    blocks = view("BRA", f"economic_treaties: {{list: [{body}]}}").sections[4].blocks
    (row,) = [e for b in blocks if b.kind == "entries" for e in b.entries]  # type: ignore[union-attr]
    assert (row.side, row.detail) == standing


def test_many_third_parties_are_counted_and_few_are_named() -> None:
    def facts(case: str) -> str:
        blocks = view("JPN", f"proceedings: {{disputes: [{case}]}}").sections[6].blocks
        rows = [e for b in blocks if b.kind == "entries" for e in b.entries]  # type: ignore[union-attr]
        return "; ".join(map(words, rows[0].facts))

    assert "third parties China, the European Union and the United States" in facts("DS336")
    assert "17 third parties" in facts("DS433") or "third parties" not in facts("DS433")
    own = "{case: DS336, third_parties: [USA, CHN, EUU, IND, BRA, AUS]}"
    assert "third parties the United States, China" in facts(own)


def test_words_behind_a_citation_in_a_note_are_parted_from_it() -> None:
    body = """\
economic_treaties:
  list:
    - name: RCEP
      note: One chapter [@a] is on trade on line. It binds. [@b] Not all of it.
sources:
  a: {type: webpage, title: A page, author: METI, issued: 2024}
  b: {type: webpage, title: B page, author: MOFA, issued: 2024}
"""
    (note,) = [n for n in notes("JPN", body) if "chapter" in n]
    assert "One chapter (METI, \u2018A page\u2019 (2024)) is on trade on line. It binds. " in note
    assert note.endswith("MOFA, \u2018B page\u2019 (2024). Not all of it.")
