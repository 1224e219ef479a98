"""Findings as SARIF and as commands of GitHub Actions, and their fixes in every form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from profilegen.app.cli import cli
from profilegen.core.diagnostic import Diagnostic, Edit, Fix, Span
from profilegen.core.finding_codes import finding
from profilegen.output.reporters import as_json, text
from profilegen.output.sarif_and_github import as_github, as_sarif


def misspelt(*, safe: bool = True, file: str = "profiles/JPN.yaml") -> Diagnostic:
    span = Span(file, 2, 5, 2, 9)
    fix = Fix((Edit(span, "RCEP"),), safe)
    return finding("PG211", span, '"RCPE" is not 100% known.', "Did you mean RCEP?", fix=fix)


def test_sarif_has_rules_places_and_fixes() -> None:
    log = json.loads(as_sarif([misspelt()]))
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["PG211"]
    region = {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 9}
    file = {"uri": "profiles/JPN.yaml"}
    assert run["results"] == [
        {
            "ruleId": "PG211",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": '"RCPE" is not 100% known. Did you mean RCEP?'},
            "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
            "fixes": [
                {
                    "description": {"text": "Did you mean RCEP?"},
                    "artifactChanges": [
                        {
                            "artifactLocation": file,
                            "replacements": [
                                {"deletedRegion": region, "insertedContent": {"text": "RCEP"}}
                            ],
                        }
                    ],
                    "properties": {"safe": True},
                }
            ],
        }
    ]


def test_sarif_says_what_is_waived_and_where_a_file_lies() -> None:
    found = misspelt(file="/a b/é.yaml").waive("It is new.")
    (result,) = json.loads(as_sarif([found]))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "It is new."}]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///a%20b/%C3%A9.yaml"


def test_github_gets_one_line_a_finding_that_is_not_waived() -> None:
    wide = finding("PG217", Span("a,b.yaml", 3, 1, 4, 2), "No source.", "Add one.")
    assert as_github([misspelt(safe=False), misspelt().waive("So."), wide]) == (
        "::error file=profiles/JPN.yaml,line=2,endLine=2,col=5,endColumn=9,title=PG211::"
        '"RCPE" is not 100%25 known.%0ADid you mean RCEP?%0A'
        "`profilegen fix --unsafe` writes: RCEP\n"
        "::warning file=a%2Cb.yaml,line=3,endLine=4,title=PG217::No source.%0AAdd one.\n"
    )


def test_json_has_the_edits_of_a_fix() -> None:
    (item,) = json.loads(as_json([misspelt()]))
    edit = {"line": 2, "column": 5, "end_line": 2, "end_column": 9, "text": "RCEP"}
    assert item["fix"] == {"safe": True, "edits": [edit]}


def test_text_shows_the_lines_as_they_would_be(tmp_path: Path) -> None:
    file = tmp_path / "JPN.yaml"
    file.write_text("list:\n  - RCPE\nend: 1\n")
    found = misspelt(file=str(file))
    told = text([found, misspelt(safe=False, file="gone.yaml")])
    assert "Did you mean RCEP?\n    +   - RCEP\n\n" in told
    assert told.endswith(" `profilegen fix` fixes 1 of them and 1 with --unsafe.\n")
    whole = Fix((Edit(Span(str(file), 2, 1, 3, 1), ""),))
    gone = finding("PG109", Span(str(file), 2, 1, 2, 9), "No date.", "Remove it.", fix=whole)
    assert "Remove it.\n    + (without this line)\n" in text([gone])
    two = Fix((Edit(Span(str(file), 1, 1, 1, 1), "all:\n  "),))
    assert "\n    + all:\n    +   list:\n" in text(
        [finding("PG104", two.edits[0].span, "x", fix=two)]
    )


@pytest.mark.parametrize(("style", "begins"), [("sarif", "{"), ("github", "::error ")])
def test_validate_writes_every_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str, begins: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("profiles").mkdir()
    Path("profiles", "JPN.yaml").write_text("economy: JPN\nstatus:draft\n")
    result = CliRunner().invoke(cli, ["validate", "--format", style])
    assert result.exit_code == 1
    assert result.stdout.startswith(begins)
