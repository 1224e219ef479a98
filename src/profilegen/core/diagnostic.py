"""What the program has to say about a place in a file: one frozen value per finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(StrEnum):
    """How much a finding matters: an error stops the page, a warning asks, a note tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: 1-based lines and columns, the end exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Edit:
    """Another text in the place of a span; of an empty span, between two characters."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits of one file that make a finding go away, all of them together."""

    edits: tuple[Edit, ...]
    safe: bool = False
    """Whether the author can have meant nothing else, so that it may be applied unasked."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: code, place, what is wrong, and what to do about it."""

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str
    place: str = ""
    """The place in the profile's own words ("economic_treaties TPP"); waivers name it."""
    waived: str = ""
    """The reason of the waiver that accepts this finding, or nothing."""
    fix: Fix | None = None
    """What to write instead, where that is plain."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by place, then by code."""
        span = self.span
        return (span.file, span.line, span.column, self.code, self.message)

    def waive(self, reason: str) -> Diagnostic:
        """Return the same finding, accepted for `reason`."""
        return replace(self, waived=reason)


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """A result (or None where there is none) with everything found on the way to it.

    Raises ValueError where there is neither: who refuses a file has to say why.
    """

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    def __post_init__(self) -> None:
        if self.value is None and not self.diagnostics:
            raise ValueError("nothing came out, and no finding says why")


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by place and drop exact repeats: one cause is one finding."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: d.sort_key))


def blocking(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> int:
    """Count the findings that fail a run: errors, and with `strict` warnings; waived ones never."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return sum(d.severity in fatal and not d.waived for d in diagnostics)
