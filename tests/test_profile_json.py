"""A profile as JSON: read back it is the profile; beside it stands what the registries add."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from tests.comparisons import collection
from tests.dense import dense_profile
from tests.known import resolved

from profilegen.check.model_validation import validate
from profilegen.core.model.base import NotStated
from profilegen.core.model.profile import Profile, entries
from profilegen.core.yaml_source import parse, read
from profilegen.edition.participation import State
from profilegen.output.profile_json import profile_json, profile_json_schema

SPECIAL = ("everything", "member-of-a-union", "claim-by-a-company", "third-parties",
           "treaty-provisions")  # fmt: skip


FIXTURES = Path(__file__).parent / "fixtures"


@cache
def real() -> dict[str, Profile]:
    return {item.profile.economy: item.profile for item in collection().profiles}


@cache
def profile(name: str) -> Profile:
    tree = read(FIXTURES / f"{name}.yaml").value
    assert tree is not None
    value = validate(tree, Profile).value
    assert value is not None
    return value


def text_of(given: Profile) -> str:
    return profile_json(resolved(given, collection().registry))


def data_of(given: Profile) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text_of(given))
    return data


def profiles() -> Iterator[Profile]:
    """The real ones, those with one of each thing, and generated ones."""
    yield from real().values()
    yield from map(profile, SPECIAL)
    yield from map(dense_profile, range(6))


def test_what_is_read_back_is_the_profile_and_right_by_the_schema() -> None:
    schema = json.loads(profile_json_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    seen = 0
    for given in profiles():
        data = data_of(given)
        assert [error.message for error in validator.iter_errors(data)] == []
        assert Profile.model_validate(data["profile"]) == given
        alone = json.dumps(data["profile"], ensure_ascii=False, indent=1)
        tree = parse(alone.encode(), f"{given.economy}.yaml").value  # YAML holds JSON
        assert tree is not None
        assert validate(tree, Profile).value == given
        seen += 1
    assert seen == 12 + len(SPECIAL) + 6


def test_each_entry_stands_where_it_is_said_to_stand() -> None:
    for given in (real()["JPN"], profile("everything")):
        data = data_of(given)
        placed = list(entries(given))
        assert [row["number"] for row in data["entries"]] == [p.number for p in placed]
        for row, entry in zip(data["entries"], placed, strict=True):
            here: Any = data["profile"]
            for part in row["at"].split("/")[1:]:
                here = here[int(part) if isinstance(here, list) else part]
            assert type(entry.entry).model_validate(here) == entry.entry
            assert row["anchor"] == entry.anchor


def test_dates_keep_their_precision_and_texts_are_as_typed() -> None:
    japan_ = data_of(real()["JPN"])["profile"]
    assert japan_["updated"] == "2026-11-22"
    assert {len(s["issued"]) for s in japan_["sources"].values() if "issued" in s} == {4, 7, 10}
    everything = profile("everything")
    text = data_of(everything)["profile"]["industrial_strategy"]["text"]
    assert everything.industrial_strategy is not None
    assert everything.industrial_strategy.text is not None
    assert text == everything.industrial_strategy.text.raw
    assert "*emphasis*, **strength**, a [link](https://example.org/a_b)" in text


def test_the_bytes_are_the_same_and_letters_are_no_escapes() -> None:
    for given in (real()["CHN"], profile("everything")):
        text = text_of(given)
        assert text == text_of(Profile.model_validate(json.loads(text)["profile"]))
        assert "\\u" not in text
        assert text.endswith("}\n") and "null" not in text.split()
    assert "China" in text_of(real()["CHN"]) and any(c > "\u4e00" for c in text_of(real()["CHN"]))


def row(data: dict[str, Any], anchor: str) -> dict[str, Any]:
    (found,) = [entry for entry in data["entries"] if entry["anchor"] == anchor]
    return dict(found)


def test_what_the_registries_add_stands_beside_the_profile() -> None:
    germany = data_of(real()["DEU"])
    left = row(germany, "DEU-5-energy-charter-treaty")  # which no registry knows
    assert left["participation"] == {"state": State.LEFT, "since": "1998", "left": "2023-12"}
    assert "record" not in left
    case = row(germany, "DEU-7-ds316")
    assert (case["record"], case["requested"]) == ("DS316", "2004-10-06")
    assert (case["complainant"], case["participation"]["role"]) == (["USA"], "respondent")
    silent = row(germany, "DEU-6-wassenaar")["participation"]
    assert silent == {
        "state": State.TAKING_PART, "role": "participant", "since": NotStated.NOT_STATED,
    }  # fmt: skip
    name = "JPN-5-regional-comprehensive-economic-partnership-rcep-agreement"
    treaty = row(data_of(real()["JPN"]), name)
    assert (treaty["record"], treaty["abbreviation"]) == ("RCEP", "RCEP")
    assert treaty["participation"]["state"] == State.IN_FORCE
    assert {"record", "participation"}.isdisjoint(germany["entries"][0])


def changed(**sections: Any) -> dict[str, Any]:
    """The data of a profile that has these sections."""
    base = data_of(dense_profile(1))["profile"]
    return data_of(Profile.model_validate({**base, **sections}))


def test_a_count_has_the_numbers_of_the_registry() -> None:
    data = changed(proceedings={"counts": ["WTO"]})
    assert data["profile"]["proceedings"]["counts"] == [{"forum": "WTO"}]
    (count,) = data["counts"]
    assert count["complainant"] > 20 and count["respondent"] > 10 and len(count["as_of"]) >= 4


def test_a_union_and_what_is_not_verified_are_named() -> None:
    treaties = {"list": ["RCEP"]}
    data = changed(economy="KOR", economic_treaties=treaties)
    doubted = [e["participation"].get("doubts") for e in data["entries"] if "record" in e]
    assert ["in_force_for KOR"] in doubted
    data = changed(economy="DEU", economic_treaties={"list": ["EU-KOR-FTA"]})
    (treaty,) = [entry for entry in data["entries"] if "participation" in entry]
    assert treaty["participation"]["through"] == "EUU"
