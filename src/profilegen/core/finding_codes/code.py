"""One kind of finding: its code, how severe it is, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.diagnostic import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    code: str
    severity: Severity
    summary: str
    help: str
    waivable: bool = False
    """An error that a profile may accept with a reason; warnings and notes it may always."""
