"""No word decides anything: a type checker refuses to look into words."""

from __future__ import annotations

from pathlib import Path

import pytest
from mypy import api
from tests.japan import ROOT

from profilegen.core.reader_text_type import UNSAID, Words, strung, table
from profilegen.core.typography import curly, joined, sentence

COMPOSED = """\
from profilegen.core.typography import curly, joined, sentence
from profilegen.core.reader_text_type import UNSAID, Words, strung, table
from profilegen.view.text.nodes import words as spoken
from profilegen.view.wording.en.general import SAY, standing
from profilegen.view.wording.entry_view import EntryView


def said(view: EntryView, words: Words) -> Words:
    told: Words = joined([sentence(words), SAY["note"].format(label=1), spoken(view.title)])
    return told + ", " + curly(view.detail) if words else strung("; ", (view.side, UNSAID))


def decided(view: EntryView, words: Words) -> object:
    return {}
"""
"""Words put together; in place of the braces something is decided by them."""
DECISIONS = {
    'words == "draft"': "comparison-overlap",
    'words != "draft"': "comparison-overlap",
    '"draft" in words': "operator",
    'words in ("draft", "reviewed")': "comparison-overlap",
    'words in {"draft": 1}': "comparison-overlap",
    '{"draft": 1}[words]': "index",
    'words.startswith("Provisionally")': "attr-defined",
    'words.partition(" by ")': "attr-defined",
    'words.removeprefix("own ")': "attr-defined",
    "words[-1]": "index",
    "words < words": "operator",
    "list(words)": "call-overload",
    'view.side == "Respondent"': "comparison-overlap",
    'view.side.lower() == "respondent"': "comparison-overlap",
    'view.detail.split(".")': "attr-defined",
    'standing("draft", 2026) == "Draft"': "comparison-overlap",
    '"not verified" in spoken(view.title)': "operator",
    'SAY["terms"] == "Terms"': "comparison-overlap",
}
"""What decides, and by what it is refused."""


def test_a_checker_refuses_to_decide_by_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    fine = tmp_path / "fine.py"
    fine.write_text(COMPOSED.replace("{}", "words"), encoding="utf-8")
    files = [fine]
    for number, decision in enumerate(DECISIONS):
        files.append(tmp_path / f"decides_{number}.py")
        files[-1].write_text(COMPOSED.replace("{}", decision), encoding="utf-8")
    told, wrong, _ = api.run(
        ["--config-file", "pyproject.toml", "--no-error-summary", *map(str, files)]
    )
    assert wrong == ""
    refused = {Path(line.split(":")[0]).stem: line for line in reversed(told.splitlines())}
    assert "fine" not in refused, refused["fine"]
    assert {
        decision: refused.get(f"decides_{number}", "accepted")
        for number, (decision, code) in enumerate(DECISIONS.items())
        if f"[{code}]" not in refused.get(f"decides_{number}", "")
    } == {}


def test_words_are_strings_when_the_program_runs() -> None:
    assert Words.__name__ == "str"
    assert not UNSAID
    assert table({"n": "{n} laws"})["n"].format(n=2) == Words("2 laws")
    assert strung(", ", ("a", UNSAID, None, 3)) == Words("a, 3")
    assert sentence(joined([Words("a"), Words("b")])) == Words("A and b")
    assert curly(Words("Kim's")) == Words("Kim\u2019s")
