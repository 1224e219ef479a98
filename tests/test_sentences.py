"""Sentences of the program's own that no golden text holds."""

from __future__ import annotations

from tests.test_overflow import profile

from profilegen.view.wording.en.general import state_since


def test_one_dispute_is_no_plural() -> None:
    case = {"case": "DS999", "title": "X", "complainant": ["CAN"], "respondent": "ZAF"}
    view = profile({"text": "So. [@b]"}, proceedings={"disputes": {"list": [case]}})
    assert [line.noun for line in view.glance][-1] == "dispute"


def test_a_state_and_its_beginning_are_one_phrase() -> None:
    assert state_since("in effect", "30 April 2020") == ("", "in effect since 30 April 2020")
    assert state_since("talks stalled", "2014") == ("since 2014", "talks stalled")
    assert state_since("active", "") == ("", "active")
