"""A folder of profiles with its registries."""

from __future__ import annotations

from pathlib import Path

import pytest

from profilegen.check.all_profiles import load, load_registry, profile_files
from profilegen.core.dates import Date
from profilegen.core.model.sections import SECTIONS
from profilegen.core.program_files import shown

PROFILE = "economy: %s\nstatus: draft\nupdated: %s\n" + "".join(
    f"{kind.key}: {{not_researched: Not yet.}}\n" for kind in SECTIONS
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for code, date in (("JPN", "July 2025"), ("KOR", "2024")):
        (tmp_path / f"{code}.yaml").write_text(PROFILE % (code, date))
    return tmp_path


def codes(folder: Path) -> list[tuple[str, str]]:
    found = load(profile_files(folder), folder).diagnostics
    return [(d.code, Path(d.span.file).name) for d in found if d.severity != "note"]


def test_the_profiles_of_a_folder_are_its_yaml_files(folder: Path) -> None:
    for name in ("series.yaml", ".JPN.yaml", "._JPN.yml", "notes.txt", "USA.yml"):
        (folder / name).write_text("a: b")
    assert [path.name for path in profile_files(folder)] == ["JPN.yaml", "KOR.yaml", "USA.yml"]


def test_the_newest_profile_gives_the_day_of_the_run(folder: Path) -> None:
    loaded = load(profile_files(folder), folder).value
    assert loaded is not None
    assert loaded.as_of == Date(2025, 7)


def test_one_broken_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "AUS.yaml").write_text("economy: [")
    (folder / "CHN.yaml").write_text("economy: CHN\n")
    loaded = load(profile_files(folder), folder)
    assert loaded.value is not None
    assert [item.profile.economy for item in loaded.value.profiles] == ["JPN", "KOR"]
    assert {code for code, _ in codes(folder)} == {"PG005", "PG103"}


def test_a_file_that_is_named_twice_is_read_once(folder: Path) -> None:
    path = folder / "JPN.yaml"
    assert load([path, path, folder / "." / "JPN.yaml"], folder).diagnostics == ()


def test_a_folders_own_records_come_before_the_packaged_ones(folder: Path) -> None:
    own = folder / "registry"
    own.mkdir()
    record = "as_of: 2030\nagreements:\n  RCEP: {name: Another, status: signed}\n"
    (own / "agreements.yaml").write_text(record)
    (folder / "series.yaml").write_text("title: My series\n")
    registry = load_registry(folder).value
    assert registry is not None
    assert registry.agreements.records["RCEP"].name == "Another"
    assert "TPP" in registry.agreements.records
    assert registry.series.title == "My series"
    assert registry.as_of == Date(2030)


AGREEMENT = "as_of: 2025\nagreements: {A: {name: %s, status: signed, %s}}\n"
DISPUTE = (
    "as_of: 2025\ndisputes: {D: {name: E, complainant: [JPN], respondent: [KOR], "
    "requested: 2025, topics: [xyz]}}\n"
)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("registry/agreements.yaml", "as_of: [", "PG005"),
        ("registry/agreements.yaml", "as_of: 2025\n", "PG103"),
        ("registry/topics.yaml", "topics: {a: {nmae: b}}\n", "PG104"),
        ("registry/agreements.yaml", AGREEMENT % ("CPTPP", "aliases: []"), "PG302"),
        ("registry/agreements.yaml", AGREEMENT % ("B", "in_force_for: {XYZ: 2025}"), "PG301"),
        ("registry/disputes.yaml", DISPUTE, "PG301"),
        ("series.yaml", "titel: A\n", "PG104"),
        ("series.yaml", "title: [", "PG005"),
    ],
)
def test_a_mistake_in_a_registry_stands_in_its_file(
    folder: Path, name: str, text: str, code: str
) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    assert codes(folder) == [(code, path.name)]


def test_a_record_may_name_another_by_any_of_its_names(folder: Path) -> None:
    (folder / "registry").mkdir()
    text = "as_of: 2025\nagreements: {A: {name: B, status: superseded, succeeded_by: TPP-11}}\n"
    (folder / "registry" / "agreements.yaml").write_text(text)
    assert codes(folder) == []


def test_a_path_is_shown_as_it_is_seen_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "a" / "b.yaml") == "a/b.yaml"
    assert shown(Path("/elsewhere/b.yaml")) == "/elsewhere/b.yaml"
