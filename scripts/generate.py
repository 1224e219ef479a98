"""Writes the files that are made from others, and commits to their being up to date.

docs/findings.md    from the table of findings and the examples in tests/cases
docs/evidence.md    from the profiles: what each rests on, and what it leaves open
docs/means.md       from the registry of means
schema/             from the models and the registries
fonts.conf          from the table of scripts

With --check nothing is written; the exit code is 1 where a file is not up to date.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import get_args

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests import casebook  # noqa: E402

from profilegen.app.new import SCHEMA  # noqa: E402
from profilegen.check.all_profiles import Collection, load, profile_files  # noqa: E402
from profilegen.check.profile import PRINTED  # noqa: E402
from profilegen.check.rules import LOCAL, WHOLE  # noqa: E402
from profilegen.core.diagnostic import Diagnostic, Severity, Span  # noqa: E402
from profilegen.core.finding_codes import CODES, finding  # noqa: E402
from profilegen.core.finding_codes.code import Code  # noqa: E402
from profilegen.core.model.measure import Motive, Stage  # noqa: E402
from profilegen.core.model.registry_files import MeansFile  # noqa: E402
from profilegen.output import fonts, reporters  # noqa: E402
from profilegen.output.schema import profile_schema  # noqa: E402
from profilegen.view.authoring.coverage import coverage  # noqa: E402

PROFILES = ROOT / "profiles"

_HEAD = """\
<!-- Written by scripts/generate.py from src/profilegen/core/finding_codes/ and tests/cases. -->
# Findings

What `profilegen validate` and `profilegen build` can find, and what to do about it. An error keeps
a profile from being built; a warning asks for a decision; a note (not a footnote) is a remark that
needs no action, and only `--notes` shows it.

If you accept a finding, say so in the profile, with your reason. The finding is then listed as
waived, and the profile prints the reason under *Known gaps*. Below, each finding that a profile may
waive says so; among them are some errors. `waivers:` stands at the left margin, like `sources:`:

```yaml
waivers:
  - finding: PG217
    at: regulatory_provisions Industry Act
    reason: The gazette gives no source.
```

`at` is the key of the section and what the first line of the finding has after the colon: for
`NOR, section 4 (Regulation): Industry Act` it is `regulatory_provisions Industry Act`, for
`NOR, section 2 (Digital strategy)` it is `digital_strategy`. A finding without such a line is named
by the keys above its place: `sources gazette`, `authors`.
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
    loaded = load(profile_files(PROFILES), PROFILES)
    assert loaded.value is not None
    pages = {
        "docs/findings.md": findings_page(),
        "docs/evidence.md": evidence_page(loaded.value, loaded.diagnostics),
        "docs/means.md": means_page(),
        str(SCHEMA): profile_schema(loaded.value.registry.names),
        str(fonts.CONFIGURATION.relative_to(ROOT)): fonts.configuration(),
    }
    late = 0
    for name, text in pages.items():
        path = ROOT / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in sys.argv[1:]:
            print(f"{name} is not up to date; make generate writes it.")
            late = 1
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return late


_EVIDENCE = """\
<!-- Written by scripts/generate.py from the profiles. -->
# What the profiles rest on

| | entries | sourced | prose | official | checked |
|---|---|---|---|---|---|
"""

_EVIDENCE_NOTES = """
*Entries*: those of all sections, goals not counted; *sourced*: those with a source. *Prose*:
sentences of sections 1 and 2 with one. *Official*: instruments of section 4 that cite a law itself,
or a document of a ministry, agency, court, legislature or official journal (those of
`profiles/registry/institutions.yaml`); the rest cites press, law firms or scholars. No entry rests
on a document-sharing site. Facts were seen in public copies of pages and documents, which may
differ from the page of today; for that reason most notes give no date of access. *Checked*: the day
on which the facts were last checked; `not stated` means that they were taken from a collection of
facts and not read again in their sources.

## What is unsure
"""


def evidence_page(collection: Collection, diagnostics: tuple[Diagnostic, ...]) -> str:
    """What each profile rests on, and what its sources leave open."""
    registry = collection.registry
    profiles = {item.profile.economy: item.profile for item in collection.profiles}
    table, unsure = [], []
    for row in coverage(collection, diagnostics):
        profile = profiles[row.code]
        name = registry.economies.records[row.code].name
        days = {str(section.checked or "not stated") for _, section in profile.sections()}
        table.append(
            f"| {name} | {row.entries} | {row.sourced} | {row.sentences} | {row.official.part} of "
            f"{row.official.whole}, {row.official} | {', '.join(sorted(days))} |"
        )
        open_points = [f"- {point.plain()}" for point in profile.open_points]
        waived = [f"- Accepted ({w.finding}, {w.at}): {w.reason}" for w in profile.waivers]
        unsure += [f"\n### {name}\n", *(open_points + waived or ["- Nothing named."])]
    return _EVIDENCE + "\n".join(table) + "\n" + _EVIDENCE_NOTES + "\n".join(unsure) + "\n"


_MEANS = """\
<!-- Written by scripts/generate.py from profiles/registry/means.yaml. -->
# Means of intervention

The words for `means:` of an instrument, programme, strategy or provision. Choose by what the
measure does, not by what it is called; name several in any order:
`means: [financial grant, state loan]`. If a law lets the state pay, lend or forgo tax, name that
means; if it only obliges the state to promote, choose *governance*. Every strategy is a plan, so
name only the means that it announces. These keys stand beside `means`, all optional:

| key | what it says |
|---|---|
| `layer` | how near it is to a firm: `plan`, `policy or regulation`, `firm-specific` |
| `motive` | why, as the state says: {motives} |
| `stage`, `amount` | how far money has come ({stages}), and how much stands at that stage |
| `ceiling`, `eligibility`, `strings` | how much at most, for whom, on which conditions |
| `since`, `until`, `authority` | from when to when, and who decides |

profilegen never compares money at different stages, or measures of different layers. The codes
beside the words:

{schemes}
- *own* marks a word of this series; codes beside it are the nearest

"""


def means_page() -> str:
    """The words for means, with what each means and its codes in other schemes."""
    text = (PROFILES / "registry" / "means.yaml").read_text(encoding="utf-8")
    file = MeansFile.model_validate(yaml.safe_load(text))
    schemes = "\n".join(
        f"- {key.upper()}: {scheme.name}, {scheme.edition}"
        + (
            " (its list could not be opened, so these codes are unchecked)"
            if scheme.unverified
            else ""
        )
        for key, scheme in file.schemes.items()
    )
    parts = [
        _MEANS.format(
            motives=", ".join(get_args(Motive)), stages=", ".join(get_args(Stage)), schemes=schemes
        )
    ]
    for group in dict.fromkeys(record.group for record in file.means.values()):
        parts.append(f"## {group.capitalize()}\n\n| means | what it is | codes |\n|---|---|---|\n")
        for record in file.means.values():
            if record.group == group:
                codes = [
                    *([f"MAST {record.mast}"] if record.mast else []),
                    *(f"GTA {code}" for code in record.gta),
                    *([f"STIP {record.stip}"] if record.stip else []),
                    *([record.scheme] if record.scheme else []),
                ]
                also = f" (or: {', '.join(record.aliases)})" if record.aliases else ""
                parts.append(
                    f"| **{record.name}**{also} | {record.definition} | {', '.join(codes)} |\n"
                )
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"


def findings_page() -> str:
    """The whole documentation of findings."""
    examples = {code: [case for case in casebook.cases() if case.code == code] for code in CODES}
    parts = [_HEAD]
    for prefix, title in _GROUPS.items():
        codes = [code for code in CODES.values() if code.code.startswith(prefix)]
        parts.append(f"\n## {title}\n")
        parts += [_entry(code, examples[code.code]) for code in codes]
    return "".join(parts)


_OF_RULES = {
    code for rule in (*LOCAL, *WHOLE) for code in re.findall(r"PG\d{3}", rule.__doc__ or "")
}


def _waivable(code: Code) -> bool:
    """Whether a waiver ends a finding: errors that say so, warnings and notes about one profile."""
    about_one = code.code in _OF_RULES or code.code.startswith(PRINTED)
    return code.waivable or (code.severity is not Severity.ERROR and about_one)


def _entry(code: Code, examples: list[casebook.Case]) -> str:
    waivable = " A profile may waive it." if _waivable(code) else ""
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
