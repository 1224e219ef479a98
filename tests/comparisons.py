"""The real profiles as material for comparisons, made once for all tests."""

from __future__ import annotations

from functools import cache

from tests import japan
from tests.known import edition
from tests.quiet import heard_first, quiet

from profilegen.check.all_profiles import Collection, load, profile_files
from profilegen.core.diagnostic import Checked, Diagnostic
from profilegen.view.comparison.all_columns_and_rows import ComparisonBasis, comparison_basis
from profilegen.view.comparison.comparison import comparison
from profilegen.view.comparison.model import Choice, Comparison


@cache
@quiet
def checked() -> Checked[Collection]:
    return load(profile_files(japan.PROFILES), japan.PROFILES)


def collection() -> Collection:
    value = checked().value
    assert value is not None
    return value


def diagnostics() -> tuple[Diagnostic, ...]:
    """What is found in the real profiles."""
    return checked().diagnostics


@cache
@quiet
def basis() -> ComparisonBasis:
    return comparison_basis(
        edition([item.profile for item in collection().profiles], collection().registry)
    )


@cache
def codes() -> tuple[str, ...]:
    return tuple(basis().columns)


@cache
@heard_first(4)
def compared(*economies: str, sections: tuple[int, ...] = (), topic: str = "") -> Comparison:
    choice = Choice(economies, sections or tuple(range(1, 8)), (topic,) if topic else ())
    return comparison(basis(), choice)
