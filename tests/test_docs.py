"""What the documentation shows holds: its example is clean, its links and commands are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import japan

from profilegen.app.cli import cli
from profilegen.check.collection import load_registry
from profilegen.check.profile import check
from profilegen.core.model import entries, sources
from profilegen.core.model.base import Model
from profilegen.core.model.sections import SECTIONS
from profilegen.core.source import parse
from profilegen.view.profile import profile_view

GUIDE = (japan.ROOT / "docs" / "writing.md").read_text(encoding="utf-8")
PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/writing.md", "docs/findings.md"]


def example() -> bytes:
    blocks = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    return str(blocks[0]).encode()


def test_the_example_of_the_guide_is_clean_and_prints() -> None:
    registry = load_registry(japan.PROFILES).value
    tree = parse(example(), "NOR.yaml").value
    assert registry is not None
    assert tree is not None
    checked = check(tree, registry)
    assert [(d.code, d.span.line, d.message) for d in checked.diagnostics] == []
    assert checked.value is not None
    view = profile_view(checked.value.profile, registry)
    assert len(view.notes) == 15  # one of them says where the registry has its facts from
    assert [section.state for section in view.sections].count("written") == 6


def test_the_guide_names_every_key_of_entries_and_sources() -> None:
    models: tuple[type[Model], ...] = (
        entries.Entry, entries.Strategy, entries.Provision, entries.Instrument,
        entries.Agreement, entries.Initiative, entries.Dispute, entries.Count,
    )  # fmt: skip
    keys = {key for model in models for key in model.model_fields}
    keys |= {key for key in sources.Source.model_fields if key != "collection_title"}
    assert {key for key in keys if f"`{key}`" not in GUIDE} == set()
    assert all(kind.key in GUIDE for kind in SECTIONS)


@pytest.mark.parametrize("name", PAGES)
def test_links_of_the_documentation_lead_somewhere(name: str) -> None:
    page = japan.ROOT / name
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if not target.startswith("http") and "..." not in target:
            assert (page.parent / target).exists(), target


def test_readme_shows_the_two_commands_and_the_result_within_one_screen() -> None:
    first = "\n".join((japan.ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:24])
    for wanted in ("make ", "make test", "build/JPN.html", "build/pdf/JPN.pdf", "build/index.html"):
        assert wanted in first


def test_every_command_of_the_readme_exists() -> None:
    text = (japan.ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`profilegen (\w+)", text))
    assert named <= set(cli.commands)
    assert Path(japan.ROOT / "Makefile").exists()
