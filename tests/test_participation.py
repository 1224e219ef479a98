"""What an economy is to a record: state, role, dates, union and doubts, as facts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.comparisons import codes, collection

from profilegen.core.dates import Date
from profilegen.core.entry_facts_with_registry import agreement_facts
from profilegen.core.model.base import NotStated
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.edition.participation import (
    BOUND,
    ENDED,
    SIGNED_ONLY,
    Participation,
    State,
    participation,
    state_of,
    stated,
)

REGISTRY, ECONOMIES = collection().registry, collection().resolver.economies


def of(name: str, economy: str) -> Participation | None:
    return participation(Agreement(name=name), economy, REGISTRY.agreements, ECONOMIES)


def test_a_party_is_bound_from_its_own_day() -> None:
    uk = of("CPTPP", "GBR")
    assert uk is not None
    assert (uk.state, str(uk.since), uk.through) == (State.IN_FORCE, "15 December 2024", "")


def test_who_only_signed_is_not_bound_and_its_date_is_that_of_signature() -> None:
    usa = of("TPP", "USA")
    assert usa is not None
    assert usa.state is State.NEVER_IN_FORCE
    assert isinstance(usa.left, Date)
    assert usa.date == usa.signed, "what never bound was not left"


def test_a_member_is_bound_through_its_union_from_the_union_s_day() -> None:
    germany, union = of("EU-Japan EPA", "DEU"), of("EU-Japan EPA", "EUU")
    assert germany is not None
    assert union is not None
    assert (germany.through, union.through) == ("EUU", "")
    assert germany.since == union.since


def test_nobody_has_a_part_in_what_does_not_name_them() -> None:
    assert of("CPTPP", "KOR") is None
    assert of("no such treaty", "JPN") is None
    assert participation(Dispute(case="DS1"), "JPN", REGISTRY.disputes, ECONOMIES) is None


def test_a_role_that_nobody_states_is_not_stated() -> None:
    unknown = Initiative(name="An initiative of our own")
    part = stated(unknown, "JPN", REGISTRY.initiatives, ECONOMIES)
    assert (part.state, part.role, part.since) == (State.TAKING_PART, "not stated", None)
    assert part.incomplete


@pytest.mark.parametrize(
    ("status", "left", "state"),
    [
        ("in force", None, State.IN_FORCE),
        ("in force", Date(2019), State.LEFT),
        ("in force", NotStated.NOT_STATED, State.IN_FORCE),
        ("terminated", Date(2019), State.LEFT),
        ("never in force", Date(2017), State.NEVER_IN_FORCE),
        ("provisionally applied", None, State.PROVISIONAL),
        ("not stated", None, State.NOT_STATED),
    ],
)
def test_the_state_follows_from_status_and_withdrawal(
    status: str, left: Date | NotStated | None, state: State
) -> None:
    facts = agreement_facts(Agreement(name="CPTPP"), REGISTRY.agreements, "JPN")
    assert state_of(replace(facts, status=status, left=left)) is state


def test_every_status_that_a_file_may_have_is_a_state() -> None:
    assert len({*BOUND, *SIGNED_ONLY, *ENDED}) == len(BOUND) + len(SIGNED_ONLY) + len(ENDED)
    facts = agreement_facts(Agreement(name="CPTPP"), REGISTRY.agreements, "JPN")
    for record in REGISTRY.agreements.records.values():
        assert state_of(replace(facts, status=record.status))


def test_each_record_s_parties_and_no_others_have_a_part_in_it() -> None:
    """By the registry's own lists, for the twelve economies."""
    for key, record in REGISTRY.agreements.records.items():
        for code in codes():
            unions = [union for union in ECONOMIES.unions_of(code) if union in record.parties]
            part = of(key, code)
            assert bool(part) == bool(code in record.parties or unions), (key, code)
            if part and part.state in BOUND:
                assert part.since is not None
    for key, initiative in REGISTRY.initiatives.records.items():
        for code in codes():
            part = participation(Initiative(name=key), code, REGISTRY.initiatives, ECONOMIES)
            if part and not part.through:
                assert part.role == (initiative.role(code) or "not stated"), (key, code)
