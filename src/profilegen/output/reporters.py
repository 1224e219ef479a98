"""Findings as text for people and as JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from profilegen.core.decoding import MAX_BYTES
from profilegen.core.diagnostic import Diagnostic, Fix, Severity
from profilegen.core.model.sections import SECTIONS
from profilegen.core.shared_english import counted
from profilegen.core.yaml_edits import applied
from profilegen.view.authoring.coverage import CoverageRow, authors

Paint = Callable[[str, str], str]
"""Colours a text by the name of a role: error, warning, note, code, dim."""

WIDTH = 100
"""Columns of a source line that are shown around the place."""


def plain(text: str, _role: str) -> str:
    """No colour."""
    return text


def text(diagnostics: Sequence[Diagnostic], *, notes: bool = False, paint: Paint = plain) -> str:
    """Every finding with its source line and what to do, then a summary line."""
    shown = [d for d in diagnostics if not d.waived and (notes or d.severity != Severity.NOTE)]
    lines_of = cache(source_lines)
    blocks = [block(d, paint, lines_of) for d in shown]
    waived = [d for d in diagnostics if d.waived]
    if waived:
        lines = [
            f"  {_at(d)}  {d.code} {_clean(d.place)}\n"
            f"      {paint('reason: ' + _clean(d.waived), 'dim')}"
            for d in waived
        ]
        blocks.append("Waived, with a reason:\n" + "\n".join(lines))
    blocks.append(summary(diagnostics, notes=notes))
    return "\n\n".join(blocks) + "\n"


def summary(diagnostics: Sequence[Diagnostic], *, notes: bool = False) -> str:
    """One line: how much there is to fix."""
    tally = Counter(d.severity for d in diagnostics if not d.waived)
    waived = sum(bool(d.waived) for d in diagnostics)
    errors, warnings = tally[Severity.ERROR], tally[Severity.WARNING]
    parts = [counted(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    problems = counted(errors + warnings, "problem")
    head = f"{problems} to fix: {', '.join(parts)}." if parts else "Nothing to fix."
    tail = f" {waived} waived." if waived else ""
    fixes = [d.fix.safe for d in diagnostics if d.fix and not d.waived]
    if fixes:
        unasked = f"{fixes.count(True)} of them" if True in fixes else ""
        asked = f"{fixes.count(False)} with --unsafe" if False in fixes else ""
        tail += f" `profilegen fix` fixes {' and '.join(filter(None, (unasked, asked)))}."
    silent = tally[Severity.NOTE]
    if silent and not notes:
        tail += f" {counted(silent, 'note')} on what is not stated (--notes shows)."
    return head + tail


def source_lines(file: str) -> list[str]:
    """The lines of a file as findings count them; none where it cannot be read."""
    try:
        if not Path(file).is_file():
            return []
        with Path(file).open("rb") as stream:
            raw = stream.read(MAX_BYTES)
    except (OSError, ValueError):
        return []
    text = raw.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def block(
    d: Diagnostic, paint: Paint = plain, lines_of: Callable[[str], list[str]] = source_lines
) -> str:
    """One finding: where it stands, what is wrong, the line with the place, what to do."""
    lines = [head] if (head := _context(d)) else []
    lines.append(
        f"{_at(d)}  {paint(str(d.severity), str(d.severity))} {paint(d.code, 'code')}  "
        f"{_clean(d.message)}"
    )
    lines += _excerpt(d, lines_of(d.span.file), paint)
    lines.append(_clean(d.hint))
    lines += _mended(d, lines_of(d.span.file))
    return "\n".join(lines)


def _mended(d: Diagnostic, lines: list[str]) -> list[str]:
    """The lines of a file as a finding's fix would write them."""
    if d.fix is None or not lines or max(e.span.end_line for e in d.fix.edits) > len(lines):
        return []
    edit = d.fix.edits[0]
    first, last = edit.span.line, edit.span.end_line
    if last > first and not edit.text:  # whole lines are taken out
        last -= 1
    new = applied("\n".join(lines).encode("utf-8", "replace"), [d.fix]).decode().split("\n")
    shown = new[first - 1 : last + len(new) - len(lines)] or ["(without this line)"]
    gutter = " " * (len(f"  {d.span.line} | ") - 2)
    return [f"{gutter}+ {_clean(line[:WIDTH])}" for line in shown[:3]]


def _at(d: Diagnostic) -> str:
    return f"{_clean(d.span.file)}:{d.span.line}:{d.span.column}"


def _context(d: Diagnostic) -> str:
    """`JPN, section 5 (Treaties): TPP` from a finding's place."""
    key, _, rest = d.place.partition(" ")
    kind = next((kind for kind in SECTIONS if kind.key == key), None)
    if kind is None:
        return ""
    tail = f": {_clean(rest)}" if rest else ""
    return f"{_clean(Path(d.span.file).stem)}, section {kind.number} ({kind.label}){tail}"


def _excerpt(d: Diagnostic, lines: list[str], paint: Paint) -> list[str]:
    """The source line with carets under the place."""
    if not 1 <= d.span.line <= len(lines):
        return []
    line = lines[d.span.line - 1]
    start = d.span.column - 1
    end = d.span.end_column - 1 if d.span.end_line == d.span.line else len(line)
    cut = max(0, start - WIDTH // 2)
    shown = _clean(line[cut : cut + WIDTH])
    lead = _columns(_clean(line[cut:start]))
    carets = max(1, _columns(_clean(line[start : max(start + 1, min(end, cut + WIDTH))])))
    gutter = f"  {d.span.line} | "
    under = " " * (len(gutter) - 2) + "| " + " " * lead
    return [
        paint(gutter, "dim") + shown,
        paint(under, "dim") + paint("^" * carets, str(d.severity)),
    ]


def _clean(text: str) -> str:
    """Text without anything that a terminal would obey."""
    return "".join(c if c.isprintable() else "\u00b7" for c in text)


def _columns(text: str) -> int:
    """Columns of a text in a terminal, where ideographs take two."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """One object a finding, in order; `waived` holds the reason or is empty, `fix` is or null."""
    items = [
        {
            "code": d.code,
            "severity": str(d.severity),
            "file": d.span.file,
            "line": d.span.line,
            "column": d.span.column,
            "end_line": d.span.end_line,
            "end_column": d.span.end_column,
            "message": d.message,
            "hint": d.hint,
            "place": d.place,
            "waived": d.waived,
            "fix": _fix(d.fix),
        }
        for d in diagnostics
    ]
    text = json.dumps(items, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace").decode()  # a file's name may be no text at all


def _fix(fix: Fix | None) -> dict[str, object] | None:
    if fix is None:
        return None
    edits = [
        {
            "line": edit.span.line,
            "column": edit.span.column,
            "end_line": edit.span.end_line,
            "end_column": edit.span.end_column,
            "text": edit.text,
        }
        for edit in fix.edits
    ]
    return {"safe": fix.safe, "edits": edits}


_SIGNS = {
    "written": "",
    "none_found": "none",
    "not_applicable": "n/a",
    "not_researched": "open",
    "missing": "-",
}


def board(rows: Sequence[CoverageRow]) -> str:
    """The coverage board as a table for a terminal, with findings by author below it."""
    head = ["", "status", *(f"s{s.number}" for s in rows[0].sections), "entries", "sourced",
            "prose", "official", "age", "findings", "waived", "open"]  # fmt: skip
    table = [head]
    for row in rows:
        cells = [_SIGNS[s.state] or str(s.entries or "text") for s in row.sections]
        table.append([
            row.code, row.status, *cells, str(row.entries), str(row.sourced),
            str(row.sentences), str(row.official), f"{row.months} mo",
            str(row.errors + row.warnings), str(row.waived), str(row.open_points),
        ])  # fmt: skip
    widths = [max(len(line[at]) for line in table) for at in range(len(head))]
    lines = ["  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip()
             for line in table]  # fmt: skip
    who = [
        f"{author.name}: {', '.join(author.economies)}; "
        f"{counted(author.findings, 'problem')} to fix"
        for author in authors(rows)
    ]
    return "\n".join([*lines, "", _LEGEND, "", "By author", *who]) + "\n"


_LEGEND = """\
s1 to s7: entries of each section; none: none found, open: not researched, -: missing.
sourced: entries with a source; prose: sentences of the texts with one; official: entries of
section 4 that cite a law or a public institution; open: points that the sources leave open."""
