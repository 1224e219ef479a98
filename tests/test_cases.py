"""Every example of tests/cases gives what it says, and every code and rule has its example."""

from __future__ import annotations

import re
from pathlib import Path
from unittest import mock

import pytest
from tests import casebook
from tests.casebook import Case

from profilegen.check import profile as checking
from profilegen.check.context import Rule
from profilegen.check.rules import LOCAL, WHOLE
from profilegen.core.finding_codes import CODES

CASES = casebook.cases()
READ_ONLY = [case for case in CASES if not {"print", "build"} & case.told.keys()]
FINDINGS = Path(__file__).parent.parent / "docs" / "findings.md"


def _ids(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_a_case_gives_exactly_the_findings_it_expects(case: Case) -> None:
    assert case.expected, f"{case.name} expects nothing"
    found = casebook.findings(case)
    assert casebook.places(found) == case.expected
    assert all(d.message.startswith(case.told.get("says", "")) for d in found)


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_a_case_is_named_after_a_code_that_it_shows(case: Case) -> None:
    assert case.code in CODES
    assert case.code in {code for _, code, _, _ in case.expected}
    assert {code for _, code, _, _ in case.expected} <= CODES.keys()


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_case_and_an_entry_in_the_documentation(code: str) -> None:
    assert code in {case.code for case in CASES}
    assert f"\n### {code}: {CODES[code].summary}\n" in FINDINGS.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", [*LOCAL, *WHOLE], ids=lambda rule: rule.__name__)
def test_without_a_rule_a_case_loses_findings(rule: Rule) -> None:
    codes = set(re.findall(r"PG\d{3}", rule.__doc__ or ""))
    about = [case for case in READ_ONLY if case.code in codes]
    assert about, "the rule's docstring names its codes"
    without = mock.Mock(side_effect=checking.examine)
    without.side_effect = lambda case, rules, real=checking.examine: real(
        case, [other for other in rules if other is not rule]
    )
    with mock.patch.object(checking, "examine", without):
        lost = [c for c in about if casebook.places(casebook.findings(c)) != c.expected]
    assert {case.code for case in lost} == codes
