"""Findings as values: ordered, told once, counted."""

from __future__ import annotations

from profilegen.core.diagnostic import Severity, Span, blocking, ordered
from profilegen.core.finding_codes import CODES, finding

ERROR = finding("PG211", Span("b", 2), "Unknown.")
WARNING = finding("PG217", Span("a", 9), "No source.")
NOTE = finding("PG222", Span("b", 1), "Not stated.")


def test_findings_are_ordered_by_file_and_place_and_told_once() -> None:
    assert ordered([ERROR, NOTE, WARNING, ERROR]) == (WARNING, NOTE, ERROR)


def test_errors_fail_a_run_and_warnings_only_a_strict_one() -> None:
    found = [ERROR, WARNING, NOTE, ERROR.waive("So."), WARNING.waive("So.")]
    assert blocking(found) == 1
    assert blocking(found, strict=True) == 2


def test_severity_and_help_come_from_the_table_unless_given() -> None:
    assert ERROR.hint == CODES["PG211"].help
    assert finding("PG102", Span("a"), "No.", severity=Severity.ERROR).severity == "error"


def test_codes_are_never_shared_and_stand_in_order() -> None:
    assert list(CODES) == sorted(CODES)
