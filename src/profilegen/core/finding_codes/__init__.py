"""The table of findings: every code with its severity, a summary and what to do about it.

A module for each hundred of codes; docs/findings.md is generated from them and from tests/cases.
`finding` makes a diagnostic of a code, and nothing else gives severities or help.
"""

from __future__ import annotations

from profilegen.core.diagnostic import Diagnostic, Fix, Severity, Span
from profilegen.core.finding_codes import (
    form,
    one_profile,
    output,
    profiles_and_registries,
    yaml_text,
)
from profilegen.core.finding_codes.code import Code

CODES: dict[str, Code] = {
    code.code: code
    for hundred in (yaml_text, form, one_profile, profiles_and_registries, output)
    for code in hundred.CODES
}


def finding(
    code: str,
    span: Span,
    message: str,
    hint: str = "",
    *,
    place: str = "",
    severity: Severity | None = None,
    fix: Fix | None = None,
) -> Diagnostic:
    """Make a diagnostic of `code`; severity and hint come from the table unless given."""
    entry = CODES[code]
    said, todo = clipped(message), clipped(hint or entry.help)
    return Diagnostic(code, severity or entry.severity, span, said, todo, place, fix=fix)


LONGEST = 400
"""Characters of a message: it may quote a file, and a file may hold a line of two million."""


def clipped(words: str) -> str:
    """Shorten a message in its middle, where the quotation stands."""
    if len(words) <= LONGEST:
        return words
    return f"{words[: LONGEST // 2]} … {words[-LONGEST // 4 :]}"
