"""Sentences of the program's own that no golden text holds."""

from __future__ import annotations

from tests.as_text import as_text
from tests.test_overflow import profile

from profilegen.view.wording.en.general import state_since
from profilegen.view.wording.en.profile import status_reviewed, unrecorded, unstated


def test_one_dispute_is_no_plural() -> None:
    case = {"case": "DS999", "title": "X", "complainant": ["CAN"], "respondent": "ZAF"}
    view = profile({"text": "So. [@b]"}, proceedings={"disputes": {"list": [case]}})
    assert as_text([line.noun for line in view.glance][-1]) == "dispute"


def test_a_state_and_its_beginning_are_one_phrase() -> None:
    assert as_text(state_since("in effect", "30 April 2020")) == (
        "",
        "in effect since 30 April 2020",
    )
    assert as_text(state_since("talks stalled", "2014")) == ("since 2014", "talks stalled")
    assert as_text(state_since("active", "")) == ("", "active")


def test_a_status_says_who_reviewed_or_that_nobody_did() -> None:
    assert as_text(status_reviewed("draft", [])) == "Draft; not yet reviewed"
    assert as_text(status_reviewed("draft", ["Ada"])) == "Draft; reviewed by Ada"
    assert as_text(status_reviewed("reviewed", ["Ada", "Bo"])) == "Reviewed by Ada and Bo"
    assert as_text(status_reviewed("published", [])) == "Published"


def test_what_is_open_is_one_sentence_or_none() -> None:
    assert as_text(unstated("XXX", [], [], [], [])) == ""
    assert as_text(unstated("XXX", ["4.1", "4.2"], [], ["2.1"], ["WTO"])) == (
        "Not stated in any source: the numbers of XXX 4.1 and 4.2; a date of XXX 2.1; "
        "the date of the WTO count."
    )
    assert as_text(unrecorded([2], [])) == "Not recorded: when section 2 was last checked."
    assert as_text(unrecorded([1, 2, 3], [5])) == (
        "Not recorded: when sections 1 to 3 were last checked; when section 5 was searched."
    )
