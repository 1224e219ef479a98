"""Records are found by any known name."""

from __future__ import annotations

from pathlib import Path

import pytest

from profilegen.check.all_profiles import load_registry
from profilegen.core.dates import Date, parse_date
from profilegen.core.entry_facts_with_registry import Tally, tally
from profilegen.core.registry import Book, Registry, fold, nearest
from profilegen.edition.economies import Economies

PROFILES = Path(__file__).parent.parent / "profiles"


@pytest.fixture(scope="module")
def registry() -> Registry:
    loaded = load_registry(PROFILES)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value


@pytest.mark.parametrize(
    "name", ["RCEP", "rcep", "Regional Comprehensive Economic  Partnership", "R CEP"]
)
def test_a_record_is_found_by_any_of_its_names(registry: Registry, name: str) -> None:
    assert registry.agreements.key(name) == "RCEP"


def test_dashes_case_and_spaces_do_not_make_two_names() -> None:
    assert fold("ASEAN – Japan CEP") == fold("asean-japan  cep")


def test_an_unknown_name_has_no_record_but_a_near_one(registry: Registry) -> None:
    assert registry.agreements.get("RCPE") is None
    assert registry.agreements.names.near("RCPE") == "RCEP"
    assert nearest("xyz", ["RCEP"]) == ""


def test_a_registry_of_nothing_has_no_date() -> None:
    assert Registry().as_of is None
    assert Registry(agreements=Book({}, Date(2024))).as_of == Date(2024)


def acting(registry: Registry, code: str, on: Date | None = None) -> frozenset[str]:
    """The economy, and the unions that act for it."""
    return Economies(registry.economies, registry.groups).acting_for(code, on)


def counted(registry: Registry, code: str, until: Date | None = None) -> Tally:
    """The registry's disputes in which an economy is a party."""
    return tally(registry.disputes, registry.economies, code, until)


def test_a_union_acts_for_its_members(registry: Registry) -> None:
    assert acting(registry, "DEU") == {"DEU", "EUU"}
    assert acting(registry, "JPN") == {"JPN"}


def test_a_union_acts_for_a_member_only_while_it_is_one(registry: Registry) -> None:
    assert acting(registry, "GBR") == {"GBR"}
    assert acting(registry, "GBR", parse_date("1 May 2012")) == {"GBR", "EUU"}
    assert acting(registry, "POL", parse_date("1 May 2001")) == {"POL"}
    assert acting(registry, "HRV", parse_date("2 July 2013")) == {"HRV", "EUU"}


# WTO, Dispute Settlement: disputes by member, 27 February 2013 (complainant, respondent).
IN_2013 = {
    "JPN": (17, 15), "KOR": (15, 14), "USA": (105, 119), "EUU": (87, 88), "IND": (21, 22),
    "BRA": (26, 14), "CAN": (33, 17), "MEX": (23, 14), "ARG": (18, 22),
}  # fmt: skip


@pytest.mark.parametrize(("economy", "sides"), IN_2013.items())
def test_counted_disputes_are_those_that_the_wto_counted(
    registry: Registry, economy: str, sides: tuple[int, int]
) -> None:
    sides_of = counted(registry, economy, parse_date("27 February 2013"))
    assert (sides_of.complainant, sides_of.respondent) == sides


def test_sides_that_the_wto_gave_alone_agree_too(registry: Registry) -> None:
    day = parse_date("27 February 2013")
    assert counted(registry, "CHN", day).respondent == 30
    assert counted(registry, "THA", day).complainant == 13


def test_japan_was_complainant_in_28_cases_and_respondent_in_16(registry: Registry) -> None:
    """The first seed's figures, to DS639 of July 2025."""
    sides_of = counted(registry, "JPN", parse_date("July 2025"))
    assert (sides_of.complainant, sides_of.respondent) == (28, 16)


def test_a_case_against_a_member_state_counts_for_the_union(registry: Registry) -> None:
    before, after = parse_date("12 July 1998"), parse_date("28 November 1998")
    assert counted(registry, "EUU", after).respondent > counted(registry, "EUU", before).respondent
    airbus = registry.disputes.records["DS316"]
    assert set(airbus.respondent) == {"EUU", "DEU", "ESP", "FRA", "GBR"}
    assert counted(registry, "DEU").respondent == 2
