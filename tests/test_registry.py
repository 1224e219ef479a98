"""Records are found by any known name."""

from __future__ import annotations

from pathlib import Path

import pytest

from profilegen.check.collection import load_registry
from profilegen.core.dates import Date
from profilegen.core.registry import Book, Registry, fold, nearest

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
    assert registry.agreements.near("RCPE") == "RCEP"
    assert nearest("xyz", ["RCEP"]) == ""


def test_a_registry_of_nothing_has_no_date() -> None:
    assert Registry().as_of is None
    assert Registry(agreements=Book({}, Date(2024))).as_of == Date(2024)


def test_a_union_acts_for_its_members(registry: Registry) -> None:
    assert registry.acting_for("DEU") == {"DEU", "EUU"}
    assert registry.acting_for("JPN") == {"JPN"}
