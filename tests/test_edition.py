"""The edition: each fact is worked out once, when it is asked for, and has no words for readers."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests import japan
from tests.comparisons import collection
from tests.known import edition

from profilegen.check.all_profiles import load
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import DisputeRecord
from profilegen.edition import edition as module
from profilegen.edition.edition import Edition
from profilegen.edition.participation import participation
from profilegen.edition.resolved import ResolvedProfile
from profilegen.edition.resolving import Resolver
from profilegen.view.comparison.all_columns_and_rows import comparison_basis
from profilegen.view.profile.profile import profile_view

REGISTRY = collection().registry
PROFILES = [item.profile for item in collection().profiles]
ROOM = Path(module.__file__).parent


def test_each_file_that_is_loaded_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: Counter[str] = Counter()
    real = Resolver.resolved

    def counted(self: Resolver, profile: Profile) -> ResolvedProfile:
        looked_up[profile.economy] += 1
        return real(self, profile)

    monkeypatch.setattr(Resolver, "resolved", counted)
    three = [Path(item.tree.file) for item in collection().profiles[:3]]
    loaded = load(three, japan.PROFILES).value
    assert loaded is not None
    known = Edition(tuple(item.resolved for item in loaded.profiles), loaded.resolver)
    for of in (*known.all, *known.by_name, *known.by_number):
        profile_view(of)
    assert looked_up == Counter(of.code for of in known.all)
    assert len(looked_up) == 3


def test_what_the_registry_knows_of_an_economy_is_worked_out_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = edition(PROFILES[:3], REGISTRY)
    asked: Counter[tuple[type, str, str]] = Counter()
    real = participation

    def counted(entry: Entry, economy: str, *known: Any) -> object:
        asked[type(entry), entry.name_text, economy] += 1
        return real(entry, economy, *known)

    monkeypatch.setattr(module, "participation", counted)
    comparison_basis(known)
    comparison_basis(known)
    assert set(asked.values()) == {1}
    assert {code for *_, code in asked} == {p.economy for p in PROFILES[:3]}


def test_every_record_is_a_subject_and_names_itself() -> None:
    known = edition([], REGISTRY)
    for kind, book in (
        (Agreement, REGISTRY.agreements),
        (Initiative, REGISTRY.initiatives),
        (Dispute, REGISTRY.disputes),
    ):
        subjects = known.subjects(kind)
        assert [about.key for about in subjects] == list(book.records)
        for about in subjects:
            assert known.subject(about.named) == about


def test_a_roster_has_every_party_once() -> None:
    known = edition([], REGISTRY)
    for about in known.subjects(Agreement):
        codes = [part.economy.code for part in known.roster(about)]
        assert codes == list(dict.fromkeys(getattr(about.record, "parties", ())))


def test_the_cases_between_economies_name_both_sides() -> None:
    known = edition(PROFILES, REGISTRY)
    records = REGISTRY.disputes.records
    codes = [p.economy for p in PROFILES]
    for pair in (pair for row in known.versus(codes) for pair in row):
        for case in pair.own:
            record = records[case]
            assert isinstance(record, DisputeRecord)
            assert pair.complainant in record.complainant


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda path: path.stem)
def test_no_words_for_readers_live_here(path: Path) -> None:
    """A sentence or a phrase has a space; names of fields, states and codes have none but these."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    terms = {
        "in force", "provisionally applied", "never in force", "not stated", "taking part",
        "third party", " ",
    }  # fmt: skip
    said = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
        and " " in node.value and "(?" not in node.value  # no word: a pattern
    }  # fmt: skip
    assert said <= terms
