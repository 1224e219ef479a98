"""What the documentation shows holds: its example is clean, its links and commands are there."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import get_args

import pytest
from tests import japan
from tests.known import resolved
from tests.small import KOREA

from profilegen.app.cli import cli
from profilegen.check.all_profiles import load, load_registry, profile_files
from profilegen.check.profile import check
from profilegen.core.model import data, entries, sources
from profilegen.core.model.base import Model
from profilegen.core.model.dispute_counts import Count
from profilegen.core.model.kinds import KINDS
from profilegen.core.model.kinds.agreement import AgreementStatus
from profilegen.core.model.kinds.dispute import Side
from profilegen.core.model.kinds.initiative import Role
from profilegen.core.model.kinds.instrument import InstrumentKind
from profilegen.core.model.profile import Profile
from profilegen.core.model.sections import SECTIONS
from profilegen.core.yaml_source import parse
from profilegen.edition.resolving import Resolver
from profilegen.output.observations_csv import observations_csv
from profilegen.view.profile.profile import profile_view

GUIDES = ["docs/writing.md", "docs/reference/texts-and-figures.md"]
GUIDE = "\n".join((japan.ROOT / name).read_text(encoding="utf-8") for name in GUIDES)
PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/findings.md", *GUIDES]
REFERENCE = japan.ROOT / "docs/reference"
PAGES += ["docs/other-systems.md", "docs/decisions.md"]


def example() -> bytes:
    blocks = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    return str(blocks[0]).encode()


def test_the_example_of_the_guide_is_clean_and_prints() -> None:
    registry = load_registry(japan.PROFILES).value
    tree = parse(example(), "NOR.yaml").value
    assert registry is not None
    assert tree is not None
    checked = check(tree, Resolver(registry))
    assert [(d.code, d.span.line, d.message) for d in checked.diagnostics] == []
    assert checked.value is not None
    view = profile_view(resolved(checked.value.profile, registry))
    assert len(view.notes) == 15  # one of them says where the registry has its facts from
    assert [section.state for section in view.sections].count("written") == 6


def guide_table(head: str = "") -> str:
    """The guide's table, in a profile of its own."""
    (block,) = (b for b in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if "  tables:" in b)
    block = block.replace("kim-2023, table 1", "msit")
    if head:
        block = re.sub(r"      head:\n.*?      rows:", f"      head: {head}\n      rows:", block,
                       flags=re.DOTALL)  # fmt: skip
    old = 'industrial_strategy: {text: "Chips come first. [@msit]"}\n'
    assert old in KOREA
    text = "industrial_strategy:\n  text: Chips come first. [@msit]\n" + block
    return KOREA.replace(old, text)


@pytest.mark.parametrize("head", ["", "[Year, large firms, small firms]"])
def test_the_table_of_the_guide_is_clean_and_all_its_numbers_are_data(
    tmp_path: Path, head: str
) -> None:
    (tmp_path / "KOR.yaml").write_text(guide_table(head), encoding="utf-8")
    loaded = load(profile_files(tmp_path), tmp_path)
    assert loaded.value is not None
    found = [d.code for d in loaded.diagnostics if d.code in ("PG105", "PG235", "PG236")]
    assert found == []
    data = observations_csv(loaded.value.profiles)
    rows = [row for row in csv.DictReader(io.StringIO(data)) if row["kind"] == "table"]
    assert [row["figure"] for row in rows] == ["40", "12", "60", "9"]
    over = "large firms" if head else "Sum, large firms"
    assert rows[0]["indicator"] == f"Grants by year: {over}"


def test_a_wrong_total_of_the_guides_table_is_told(tmp_path: Path) -> None:
    wrong = guide_table().replace("total: [Both, 100, 21]", "total: [Both, 100, 20]")
    (tmp_path / "KOR.yaml").write_text(wrong, encoding="utf-8")
    found = [d for d in load(profile_files(tmp_path), tmp_path).diagnostics if d.code == "PG235"]
    assert [d.message for d in found] == ["The total says 20; the column comes to 21."]


def test_the_guide_names_every_key_of_entries_and_sources() -> None:
    models: tuple[type[Model], ...] = (Count, *(kind.model for kind in KINDS))
    keys = {key for model in models for key in model.model_fields}
    keys |= {key for key in sources.Source.model_fields if key != "collection_title"}
    told = "\n".join((GUIDE, *(p.read_text("utf-8") for p in REFERENCE.glob("*.md"))))
    assert {key for key in keys if f"`{key}`" not in told} == set()
    assert all(kind.key in GUIDE for kind in SECTIONS)


LISTS = {
    "1-industrial-strategy": {"status": entries.Status},
    "4-regulatory-provisions": {"status": entries.Status},
    "5-economic-treaties": {"status": AgreementStatus},
    "6-plurilaterals": {"role": Role},
    "7-proceedings": {"role": Side},
}


def test_words_that_the_documentation_lists_are_those_of_the_model() -> None:
    pages = {path.stem: path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md")}
    for name, keys in LISTS.items():
        for key, words in keys.items():
            (cell,) = re.findall(rf"^\| `{key}` \| (.*?) \|", pages[name], re.MULTILINE)
            assert re.findall(r"`(.+?)`", cell) == list(get_args(words)), (name, key)
    (kinds,) = re.findall(
        r"^Kinds: (.*?)\.", pages["4-regulatory-provisions"], re.DOTALL | re.MULTILINE
    )
    assert " ".join(kinds.split()).split(", ") == list(get_args(InstrumentKind))
    (charts,) = re.findall(r"The key `chart` is (.*?)\.", pages["texts-and-figures"])
    assert re.findall(r"`(.+?)`", charts) == list(get_args(data.ChartKind))


def test_words_that_comments_of_examples_list_are_all_that_there_are() -> None:
    """A comment that ends in dots says that there are more."""
    paths = [*(japan.ROOT / "docs").rglob("*.md"), japan.ROOT / "templates/new/profile.yaml"]
    paths += (japan.ROOT / "src/profilegen/view/wording").rglob("*.py")
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    lists = re.findall(
        r"\b(?:kind|role|status): [\w -]+? +# (\w[\w -]*(?:, [\w -]+)+)$", text, re.MULTILINE
    )
    known = {
        frozenset(get_args(words))
        for words in (
            entries.Status, AgreementStatus, Role, Side,
            InstrumentKind, Profile.model_fields["status"].annotation,
        )
    }  # fmt: skip
    assert len(lists) > 4
    assert [words for words in lists if frozenset(words.split(", ")) not in known] == []


def test_long_lines_of_the_documentation_are_broken() -> None:
    """Rows of tables cannot be; generated pages quote what the program prints."""
    pages = [
        japan.ROOT / name for name in PAGES if name not in ("ARCHITECTURE.md", "docs/findings.md")
    ]
    for page in [*pages, *(japan.ROOT / "docs/reference").glob("*.md")]:
        lines = page.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if len(line) > 120 and not line.startswith("|")] == [], page


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
