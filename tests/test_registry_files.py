"""The registries are parsed once for their content, and nothing of that shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from profilegen.check.all_profiles import load_registry
from profilegen.core.yaml_source import parse

TOPIC = "topics:\n  soil-{name}:\n    name: {name}\n"
BROKEN = "topics:\n  soil:\n    nmae: Soil\n"


def _folder(at: Path, topics: str) -> Path:
    (at / "registry").mkdir(parents=True)
    (at / "registry" / "topics.yaml").write_text(topics)
    return at


def test_the_same_content_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counted(raw: bytes, file: str) -> object:
        parsed.append(Path(file).name)
        return parse(raw, file)

    monkeypatch.setattr("profilegen.check.registry_reader.parse", counted)
    folder = _folder(tmp_path, TOPIC.format(name="counted once"))
    first = load_registry(folder)
    assert parsed.count("topics.yaml") <= 2  # the packaged one and the folder's own
    parsed.clear()
    assert load_registry(folder) == first
    assert parsed == []


def test_what_changed_in_a_file_is_read(tmp_path: Path) -> None:
    folder = _folder(tmp_path, TOPIC.format(name="Peat"))
    before = load_registry(folder).value
    (folder / "registry" / "topics.yaml").write_text(TOPIC.format(name="Loam"))
    after = load_registry(folder).value
    assert before and after
    assert before.topics.get("Peat")
    assert not before.topics.get("Loam")
    assert after.topics.get("Loam")
    assert not after.topics.get("Peat")


def test_findings_come_each_time_and_name_their_own_file(tmp_path: Path) -> None:
    one, other = _folder(tmp_path / "a", BROKEN), _folder(tmp_path / "b", BROKEN)
    for folder in (one, other, one):
        found = [d for d in load_registry(folder).diagnostics if d.code == "PG104"]
        assert [Path(d.span.file) for d in found] == [folder / "registry" / "topics.yaml"]
