"""A registry's text that cites something is told at its line, and the other records stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.known import edition, resolved

from profilegen.check.all_profiles import load
from profilegen.core.model.sections import SECTIONS
from profilegen.view.comparison.all_columns_and_rows import comparison_basis
from profilegen.view.profile.profile import profile_view

GOOD = "economy: JPN\nstatus: draft\nupdated: 18 July 2025\n" + "".join(
    f"{kind.key}: {{not_researched: No.}}\n" for kind in SECTIONS
)
AGREEMENT = "{name: East, status: in force, parties: [JPN, USA], note: %s}"


@pytest.mark.parametrize("words", ['"x [@nosuch]"', '"x [@wto-2025, p 3] and y"'])
@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("indicators", "{name: New, unit: money, definition: %s}"),
        ("indicators", "{name: New, unit: money, definition: x, note: %s}"),
        ("provisions", "{name: New, definition: %s}"),
        ("provisions", "{name: New, definition: x, agreements: {RCEP: {points: [y, %s]}}}"),
        ("agreements", AGREEMENT),
        ("initiatives", "{name: New, note: %s}"),
        ("disputes",
         "{name: New, complainant: [JPN], respondent: [USA], requested: 2024, note: %s}"),
        ("topics", "{name: New, note: %s}"),
        ("economies", "{name: New, note: %s}"),
        ("groups", "{name: New, note: %s}"),
        ("institutions", "{name: New, kind: bank, note: %s}"),
    ],
)  # fmt: skip
def test_a_citation_in_a_registry_is_told_at_its_line(
    tmp_path: Path, kind: str, record: str, words: str
) -> None:
    (tmp_path / "registry").mkdir()
    file = tmp_path / "registry" / f"{kind}.yaml"
    key = "ZZZ" if kind == "economies" else "DS650" if kind == "disputes" else "zz"
    dated = "" if kind in ("topics", "indicators") else "as_of: 2026\n"
    fine = record.replace("%s", "Plain words.").replace("New", "Fine").replace("East", "Fine")
    other = "ZZY" if kind == "economies" else "DS651" if kind == "disputes" else "zy"
    file.write_text(
        f"{dated}{kind}:\n  {other}: {fine}\n  {key}: {record % words}\n", encoding="utf-8"
    )
    profile = tmp_path / "JPN.yaml"
    profile.write_text(GOOD)
    loaded = load([profile], tmp_path)
    (found,) = (d for d in loaded.diagnostics if d.code != "PG102")
    assert (found.code, Path(found.span.file).name) == ("PG115", file.name)
    assert found.span.line == (3 if not dated else 4)
    assert "`source`" in found.hint
    assert loaded.value
    assert other in getattr(loaded.value.registry, kind).records
    checked = loaded.value.profiles[0].profile
    profile_view(resolved(checked, loaded.value.registry))
    comparison_basis(edition([checked], loaded.value.registry))
