"""All faulty citations of a text are told at once, each with what to write instead."""

from __future__ import annotations

import re

import pytest
from tests.test_rules import codes, examined, profile

TEXT = """text: |
  One. [@a p 3, @b] Two. @c Three. [@d; e]
  Four.^[a note] Five. [[@meti-2025]] Six. [@meti-2025] Seven. [@a,@b]"""


def test_every_faulty_citation_of_a_text_is_told_at_its_place() -> None:
    found = examined(profile("industrial_strategy", TEXT))
    assert [(d.code, d.span.line, d.span.column) for d in found] == [
        ("PG115", 6, 11), ("PG115", 6, 28), ("PG115", 6, 41),
        ("PG115", 7, 10), ("PG115", 7, 26), ("PG115", 7, 67),
    ]  # fmt: skip
    assert [d.hint.split(";")[0] for d in found][:3] == [
        "Write [@a, p 3", "Write [@c]", "Write @e for a source",
    ]  # fmt: skip


def test_a_text_with_faults_without_end_is_read_ten_times() -> None:
    found = examined(profile("industrial_strategy", f"text: {' '.join(['So. [@a,@b%d]'] * 40)}"))
    assert len(found) == 1
    many = " ".join(f"So. [@a,@b{n}]" for n in range(40))
    assert len(examined(profile("industrial_strategy", f"text: '{many}'"))) == 10


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("meti-2025 p 3", ["meti-2025, p 3"]),
        ("meti-2025 and rieti", ["meti-2025; rieti"]),
        ("meti-2025 rieti", ["meti-2025; rieti"]),
        ("meti-2025, rieti", ["meti-2025; rieti"]),
        ("[meti-2025 pp 3-5, rieti s 4]", ["meti-2025, pp 3-5", "rieti, s 4"]),
    ],
)
def test_what_is_written_instead_of_a_source_is_right(typed: str, instead: list[str]) -> None:
    more = "sources:\n  meti-2025: {type: report, title: A report}\n"
    more += "  rieti: {type: report, title: B}\n"
    text = profile("regulatory_provisions", f"source: {typed}\nlist: [A]", more)
    found = [d for d in examined(text) if d.code == "PG115"]
    wanted = [re.sub(r" for two sources\.$", "", d.hint).removeprefix("Write ") for d in found]
    assert wanted == instead
    if typed[0] != "[":
        mended = text.replace(f"source: {typed}", f"source: {wanted[0]}")
        assert set(codes(mended)) <= {"PG202"}
