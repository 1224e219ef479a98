"""Findings for the programs that show them beside the lines of a file: SARIF 2.1.0, and GitHub."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from profilegen import __version__
from profilegen.core.diagnostic import Diagnostic, Fix, Severity, Span
from profilegen.core.finding_codes import CODES

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """One run of SARIF: a result for each finding, waived ones as suppressed in the source."""
    used = sorted({d.code for d in diagnostics})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": CODES[code].summary},
            "help": {"text": CODES[code].help},
            "defaultConfiguration": {"level": str(CODES[code].severity)},
        }
        for code in used
    ]
    run = {
        "tool": {"driver": {"name": "profilegen", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, used.index(d.code)) for d in diagnostics],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    text = json.dumps(log, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace").decode()


def _result(d: Diagnostic, rule: int) -> dict[str, Any]:
    place = {"artifactLocation": _file(d.span), "region": _region(d.span)}
    result: dict[str, Any] = {
        "ruleId": d.code,
        "ruleIndex": rule,
        "level": str(d.severity),
        "message": {"text": f"{d.message} {d.hint}".strip()},
        "locations": [{"physicalLocation": place}],
    }
    if d.fix:
        result["fixes"] = [_fix(d.fix, d.hint)]
    if d.waived:
        result["suppressions"] = [{"kind": "inSource", "justification": d.waived}]
    return result


def _fix(fix: Fix, hint: str) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": hint},
        "artifactChanges": [
            {"artifactLocation": _file(fix.edits[0].span), "replacements": replacements}
        ],
        "properties": {"safe": fix.safe},
    }


def _file(span: Span) -> dict[str, str]:
    path = PurePath(span.file)
    name = quote(path.as_posix().encode("utf-8", "replace"))
    return {"uri": f"file://{name}" if path.is_absolute() else name}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """A workflow command of GitHub Actions for each finding that is not waived."""
    return "".join(f"{_command(d)}\n" for d in diagnostics if not d.waived)


def _command(d: Diagnostic) -> str:
    span = d.span
    places = {"file": span.file, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # GitHub takes columns of one line only
        places |= {"col": span.column, "endColumn": span.end_column}
    places["title"] = d.code
    named = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    told = "\n".join(filter(None, (d.message, d.hint, _fixed(d.fix))))
    return f"::{_COMMANDS[d.severity]} {named}::{_data(told)}"


def _fixed(fix: Fix | None) -> str:
    if fix is None:
        return ""
    return f"`profilegen fix{'' if fix.safe else ' --unsafe'}` writes: " + " ... ".join(
        edit.text.strip() or "(nothing)" for edit in fix.edits[:3]
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
