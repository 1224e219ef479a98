"""A new profile and the schema: what the program writes for an author."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result
from tests import japan
from tests.known import edition, resolved

from profilegen.app.cli import cli
from profilegen.check.all_profiles import load, load_registry, profile_files
from profilegen.core.registry import Registry
from profilegen.output.schema import profile_schema
from profilegen.view.authoring.new_profile import UNTAGGED, scaffold_view
from profilegen.view.profile.profile import profile_view


@cache
def registry() -> Registry:
    value = load_registry(japan.PROFILES).value
    assert value is not None
    return value


def run(*args: str) -> Result:
    result = CliRunner().invoke(cli, args)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_profile_is_clean_and_prints_from_the_first_minute(here: Path) -> None:
    assert run("new", "ZAF").exit_code == 0
    loaded = load(profile_files(here / "profiles"), here / "profiles")
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    (item,) = loaded.value.profiles
    view = profile_view(resolved(item.profile, loaded.value.registry))
    assert [section.state for section in view.sections] == ["not_researched"] * 7


@pytest.mark.parametrize("code", ["ZAF", "DEU", "USA"])
def test_every_proposal_may_be_taken_over_as_it_stands(here: Path, code: str) -> None:
    """Uncommented, the scaffold is a valid profile but for the sources that it does not have."""
    run("new", code)
    path = here / "profiles" / f"{code}.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("# 5 "))
    used = [
        re.sub(r"^( *)# (?=(?: *- |list:|counts:|disputes:| +lead_in:| +list:))", r"\1", line)
        if not line.startswith("#") else line
        for line in lines[start:]
        if "not_researched" not in line
    ]  # fmt: skip
    path.write_text("\n".join([*lines[:start], *used]) + "\n", encoding="utf-8")
    found = load([path], here / "profiles").diagnostics
    told = {d.code for d in found}
    assert told <= {"PG112", "PG201", "PG213", "PG222", "PG251", "PG305", "PG311", "PG210"}, told
    if code != "DEU":
        assert "PG311" not in told
    assert len(load([path], here / "profiles").value.profiles) == 1  # type: ignore[union-attr]


def test_what_the_registries_know_stands_as_comments(here: Path) -> None:
    run("new", "south africa")
    text = (here / "profiles" / "ZAF.yaml").read_text(encoding="utf-8")
    for line in ("SACU", "AFCFTA", "WASSENAAR", "DS288"):
        assert re.search(rf"^ +#  +- {line} +# ", text, re.MULTILINE), line
    assert "complainant in 2, respondent in 5, as of August 2025" in text


def test_disputes_with_a_topic_come_first_and_the_rest_is_bounded() -> None:
    proposals = [p.line for p in scaffold_view("USA", edition([], registry()), "2026").disputes]
    tagged = [bool(registry().disputes.records[line].topics) for line in proposals]
    assert tagged == sorted(tagged, reverse=True)
    assert any(tagged)
    assert tagged.count(False) == UNTAGGED


def test_a_member_of_a_union_is_offered_to_say_so(here: Path) -> None:
    run("new", "FRA")
    text = (here / "profiles" / "FRA.yaml").read_text(encoding="utf-8")
    assert text.count("# through: EUU") == 3


def test_an_existing_profile_is_never_overwritten(here: Path) -> None:
    run("new", "ZAF")
    path = here / "profiles" / "ZAF.yaml"
    path.write_text("economy: ZAF # mine\n")
    result = run("new", "ZAF")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")  # the call was right: no usage before it
    assert "is there already; it is left as it is" in result.stderr
    assert path.read_text() == "economy: ZAF # mine\n"


def test_a_folder_of_ones_own_is_named_in_the_next_command(here: Path) -> None:
    assert "`profilegen validate ZAF`" in run("new", "ZAF").output
    assert (
        "`profilegen validate ZAF --profiles mine`"
        in run("new", "ZAF", "--profiles", "mine").output
    )
    result = run("compare", "ZAF", "JPN", "--profiles", "mine", "-o", "x.html")
    assert "copy JPN.yaml into mine" in result.stderr


def test_an_unknown_economy_is_told_with_the_nearest(here: Path) -> None:
    result = run("new", "Japn")
    assert result.exit_code == 2
    assert "Did you mean JPN (Japan)?" in result.stderr
    assert not (here / "profiles").exists()


def test_a_folders_own_template_comes_first(here: Path) -> None:
    own = here / "templates" / "new"
    own.mkdir(parents=True)
    (own / "profile.yaml").write_text("economy: {{ view.code }}\n")
    run("new", "ZAF")
    assert (here / "profiles" / "ZAF.yaml").read_text() == "economy: ZAF\n"


def test_a_registry_with_errors_stops_before_anything_is_written(here: Path) -> None:
    folder = here / "profiles" / "registry"
    folder.mkdir(parents=True)
    (folder / "topics.yaml").write_text("topics: {a: {nmae: b}}\n")
    result = run("new", "ZAF")
    assert result.exit_code == 1
    assert "PG104" in result.stderr
    assert not (here / "profiles" / "ZAF.yaml").exists()


@cache
def schema() -> Any:
    return json.loads(profile_schema(registry().names))


class Plain(yaml.SafeLoader):
    """YAML as editors read it (1.2): dates, `on` and `no` are texts."""


Plain.yaml_implicit_resolvers = {
    sign: [(tag, rule) for tag, rule in rules if tag.endswith((":int", ":float"))]
    for sign, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def faults(text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema())
    data = yaml.load(text, Loader=Plain)
    return ["/".join(map(str, error.absolute_path)) for error in validator.iter_errors(data)]


def test_the_schema_is_one(here: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert run("schema").exit_code == 0
    assert json.loads((here / "schema" / "profile.schema.json").read_text()) == schema()


@pytest.mark.parametrize("path", profile_files(japan.PROFILES), ids=lambda path: path.stem)
def test_every_profile_is_right_by_the_schema(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_the_fixture_with_everything_is_right_by_the_schema() -> None:
    text = (japan.ROOT / "tests" / "fixtures" / "everything.yaml").read_text(encoding="utf-8")
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("economy: JAP\nstatus: draft\nupdated: 2025", "economy"),
        ("economy: JPN\nstatus: drafted\nupdated: 2025", "status"),
        ("economy: JPN\nstatus: draft", ""),
        ("economy: JPN\nstatus: draft\nupdated: 2025\nbassed_on: x", ""),
        (
            "economy: JPN\nstatus: draft\nupdated: 2025\n"
            "regulatory_provisions: {list: [{title: A, topics: [chipz]}]}",
            "regulatory_provisions",
        ),
    ],
)
def test_the_schema_refuses_what_the_checks_refuse(text: str, place: str) -> None:
    assert any(found.startswith(place) for found in faults(text))


def test_an_editor_can_complete_names_and_reads_what_a_key_means() -> None:
    def holds(node: Any, word: str) -> bool:
        if isinstance(node, dict):
            return any(holds(value, word) for value in node.values())
        if isinstance(node, list):
            return word in node or any(holds(item, word) for item in node)
        return False

    for name, word in (("Agreement", "CPTPP"), ("Initiative", "IPEF-P2"), ("Dispute", "DS44")):
        assert holds(schema()["$defs"][name], word), name
    assert "JPN" in schema()["properties"]["economy"]["enum"]
    told = [
        prop.get("description", "") for prop in schema()["$defs"]["Source"]["properties"].values()
    ]
    assert any("Journal, newspaper, web site" in words for words in told)
