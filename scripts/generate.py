"""Writes docs/findings.md from the table of findings and the examples in tests/cases.

With --check nothing is written; the exit code is 1 where the file is not up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests import casebook  # noqa: E402

from profilegen.core.codes import CODES, Code, finding  # noqa: E402
from profilegen.core.diagnostic import Diagnostic, Span  # noqa: E402
from profilegen.output import reporters  # noqa: E402

FINDINGS = ROOT / "docs" / "findings.md"

_HEAD = """\
<!-- Written by scripts/generate.py from src/profilegen/core/codes.py and tests/cases. -->
# Findings

What `profilegen validate` and `profilegen build` can find, and what to do about it. An error keeps
a profile from being built; a warning asks for a decision; a note only tells (`--notes` shows them).

What a profile accepts for a reason it says in the open, and the finding is listed as waived:

```yaml
waivers:
  - finding: PG217
    at: regulatory_provisions
    reason: The basis profile gives no source.
```

`at` is the place as the finding names it behind its section's key. Warnings and notes about one
profile (PG1xx, PG2xx) can be waived, and those errors that say so.
"""

_GROUPS = {
    "PG0": "The file",
    "PG1": "The form of a profile or registry",
    "PG2": "One profile",
    "PG3": "Several profiles and the registries",
    "PG4": "Output",
}

_AROUND = 4
"""Lines of an example that are shown above the place."""


def main() -> int:
    """Write the file, or check it; the number is the exit code."""
    text = findings_page()
    if "--check" not in sys.argv[1:]:
        FINDINGS.parent.mkdir(exist_ok=True)
        FINDINGS.write_text(text, encoding="utf-8")
        return 0
    if FINDINGS.is_file() and FINDINGS.read_text(encoding="utf-8") == text:
        return 0
    print(f"{FINDINGS.relative_to(ROOT)} is not up to date; make generate writes it.")
    return 1


def findings_page() -> str:
    """The whole documentation of findings."""
    examples = {code: [case for case in casebook.cases() if case.code == code] for code in CODES}
    parts = [_HEAD]
    for prefix, title in _GROUPS.items():
        codes = [code for code in CODES.values() if code.code.startswith(prefix)]
        parts.append(f"\n## {title}\n")
        parts += [_entry(code, examples[code.code]) for code in codes]
    return "".join(parts)


def _entry(code: Code, examples: list[casebook.Case]) -> str:
    waivable = " A profile may waive it." if code.waivable else ""
    said = f"{str(code.severity).capitalize()}. {code.help}{waivable}"
    return f"\n### {code.code}: {code.summary}\n\n{said}\n" + "".join(map(_example, examples))


def _example(case: casebook.Case) -> str:
    """What the program prints for a case; the place is marked below its line."""
    if words := case.told.get("says"):  # printing takes a second; a test holds these words
        d = finding(case.code, Span(f"profiles/{case.only_file}"), words)
        fault = case.told.get("print") or case.told.get("build")
        text = reporters.block(d, lines_of=lambda _file: [])
        return f"\nPlanted in `tests/cases/{case.name}.yaml`: {fault}.\n\n```text\n{text}\n```\n"
    with casebook.saved(case) as folder:
        shown = [
            _excerpt(d) + reporters.block(d)
            for d in casebook.run(case, folder)
            if casebook.told(case, d) and d.code == case.code
        ]
    return "\n```text\n" + "\n\n".join(shown) + "\n```\n"


def _excerpt(d: Diagnostic) -> str:
    """The lines above the place, back to the key of its section."""
    lines = reporters.source_lines(d.span.file)
    first = max(0, d.span.line - 1 - _AROUND)
    above = lines[first : d.span.line - 1]
    while above and (not above[0].strip() or above[0].startswith("#")):
        above, first = above[1:], first + 1
    for at in range(len(above) - 1, -1, -1):
        if not above[at].strip():
            above, first = above[at + 1 :], first + at + 1
            break
    width = len(str(d.span.line))
    numbered = [f"  {first + n:>{width}} | {line}" for n, line in enumerate(above, 1)]
    return "\n".join(numbered) + "\n\n" if numbered else ""


if __name__ == "__main__":
    sys.exit(main())
