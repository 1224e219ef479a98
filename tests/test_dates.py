"""Dates as people write them."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quiet import quiet

from profilegen.core.dates import Date, DateError, parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("18 July 2025", Date(2025, 7, 18)),
        ("18th July, 2025", Date(2025, 7, 18)),
        ("July 18, 2025", Date(2025, 7, 18)),
        ("18 Jul. 2025", Date(2025, 7, 18)),
        ("3 Sept 2020", Date(2020, 9, 3)),
        ("  June \n 2025 ", Date(2025, 6)),
        ("2025", Date(2025)),
        ("2025-07", Date(2025, 7)),
        ("2025-7-8", Date(2025, 7, 8)),
        ("29 February 2024", Date(2024, 2, 29)),
    ],
)
def test_a_date_is_read_with_its_own_precision(text: str, date: Date) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "kind", "hint"),
    [
        ("03/04/2025", "ambiguous", "Write 3 April 2025 or 4 March 2025."),
        ("18.07.2025", "ambiguous", "Write 18 July 2025."),
        ("03-03-25", "ambiguous", "Write 3 March 2025."),
        ("32/13/2025", "impossible", ""),
        ("31 June 2025", "impossible", ""),
        ("29 February 2025", "impossible", ""),
        ("2025-13", "impossible", ""),
        ("0999", "impossible", ""),
        ("18 Juli 2025", "form", "Did you mean July?"),
        ("5 Xyz 2025", "form", ""),
        ("summer", "form", ""),
        ("not stated", "form", ""),
        ("20250718", "form", "Write 18 July 2025."),
        ("", "form", ""),
    ],
)
def test_what_is_no_date_says_why_and_what_to_write(text: str, kind: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert (caught.value.kind, caught.value.hint) == (kind, hint)


def test_a_date_is_surely_before_another_only_where_no_day_of_it_can_be_later() -> None:
    assert Date(2025, 5).surely_before(Date(2025, 6, 1))
    assert not Date(2025).surely_before(Date(2025, 6))
    assert not Date(2025, 6).surely_before(Date(2025))


dates = st.dates().filter(lambda d: 1000 <= d.year <= 2999)


@given(dates, st.integers(1, 3))
def test_a_date_survives_being_printed(day: object, precision: int) -> None:
    parts = [int(part) for part in str(day).split("-")]
    date = Date(*parts[:precision])
    assert parse_date(str(date)) == date
    assert parse_date(date.iso) == date


@given(st.text(max_size=30))
@quiet
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    with contextlib.suppress(DateError):
        assert isinstance(parse_date(text), Date)


@pytest.mark.parametrize(
    ("text", "instead", "safe"),
    [
        ("2025/07/18", "18 July 2025", True),
        ("2025.7.18.", "18 July 2025", True),
        ("2025年7月18日", "18 July 2025", True),
        ("2025年7月", "July 2025", True),
        ("2025-07-18T10:00:00Z", "18 July 2025", True),
        ("18-Jul-2025", "18 July 2025", True),
        ("18. Juli 2025", "18 July 2025", True),
        ("18th of July 2025", "18 July 2025", True),
        ("Febuary 2025", "February 2025", True),
        ("18/07/2025", "18 July 2025", True),
        ("24/7/93", "24 July 1993", False),
        ("2019-2020", "2020", False),
        ("2019-20", "2020", False),
        ("2019/20", "2020", False),
        ("Spring 2024", "2024", False),
        ("mid-2024", "2024", False),
        ("c. 2024", "2024", False),
        ("FY2024", "2024", False),
        ("2024?", "2024", False),
        ("03/04/2025", "", True),
        ("2025/13/45", "", True),
        ("soon", "", True),
    ],
)
def test_a_date_in_another_form_is_offered_in_one_that_is_read(
    text: str, instead: str, safe: bool
) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert (caught.value.instead, caught.value.safe) == (instead, safe)
    assert not instead or str(parse_date(instead)) == instead
