"""The table of findings: every code with its severity, a summary and what to do about it.

docs/findings.md is generated from this table and from tests/cases.
"""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.diagnostic import Diagnostic, Fix, Severity, Span

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    code: str
    severity: Severity
    summary: str
    help: str
    waivable: bool = False
    """An error that a profile may accept with a reason; warnings and notes it may always."""


_TABLE: tuple[Code, ...] = (
    # PG0xx: the file as YAML
    Code("PG001", _E, "file cannot be read", "Check that the file is there and may be opened."),
    Code("PG002", _E, "file too large", "Shorten the file; a profile is a short document."),
    Code(
        "PG003",
        _E,
        "file is not plain text in UTF-8",
        "Save it again as plain text, in UTF-8 (in Word or an editor: Encoding).",
    ),
    Code(
        "PG004",
        _E,
        "tab character",
        "Replace the tab by spaces; a pasted table is written row by row under `tables`.",
    ),
    Code(
        "PG005",
        _E,
        "not YAML",
        "Mend the line; a text with ': ' in it, or one that begins with @ or *, needs quotes.",
    ),
    Code("PG006", _E, "key given twice", "Keep one of the two; the second would hide the first."),
    Code(
        "PG007",
        _E,
        "anchor or alias",
        "Write the text out again; a text that begins with * or & needs quotes.",
    ),
    Code("PG008", _E, "YAML tag", "Remove it; a text that begins with ! needs quotes."),
    Code("PG009", _E, "nested more than 32 deep", "Check the brackets and the indentation."),
    Code(
        "PG010",
        _E,
        "several documents in one file",
        "Remove the line '---' and keep one profile a file.",
    ),
    Code("PG011", _E, "empty file", "Fill the file in, or remove it."),
    Code(
        "PG012",
        _W,
        "text cut off at '#'",
        "Put the text in quotes; where a comment is meant, put two spaces before its #.",
    ),
    Code(
        "PG013",
        _E,
        "key is not plain text",
        "Write a plain word and a colon; a text with brackets needs quotes.",
    ),
    Code("PG014", _E, "invisible character", "Delete it; it came along when the text was copied."),
    Code(
        "PG015", _W, "file that is not read", "Give it a name that ends in .yaml, or move it away."
    ),
    # PG1xx: the form of a profile or registry
    Code("PG101", _E, "not a mapping of keys", "Begin with lines of the form `key: value`."),
    Code(
        "PG102",
        _W,
        "section missing",
        "Add the section; if it is not researched yet, say `not_researched`.",
    ),
    Code("PG103", _E, "required key missing", "Add the key."),
    Code("PG104", _E, "unknown key", "Correct the key or remove it."),
    Code("PG105", _E, "wrong type of value", "Write the value in the form that the message names."),
    Code("PG106", _E, "not one of the known words", "Use one of the words that the message lists."),
    Code("PG107", _E, "impossible date", "Correct the date."),
    Code("PG108", _E, "ambiguous date", "Write the month as a word: 3 April 2025."),
    Code(
        "PG109",
        _E,
        "not a date",
        "Write 18 July 2025, July 2025, 2025, 2025-07-18 or `not stated`.",
    ),
    Code(
        "PG110",
        _E,
        "unknown economy",
        "Use the economy's three-letter code (ISO 3166): JPN, ZAF.",
    ),
    Code("PG111", _E, "value out of range", "Correct the value."),
    Code(
        "PG112",
        _E,
        "section without content",
        "Write text or entries, or say none_found or not_researched.",
    ),
    Code(
        "PG113",
        _E,
        "section both empty and filled",
        "Take out the line that says why it is empty, or the entries.",
    ),
    Code(
        "PG114",
        _E,
        "mark-up that profiles do not have",
        "Use paragraphs, lists, *emphasis*, **strong**, links.",
    ),
    Code(
        "PG115",
        _E,
        "citation that cannot be read",
        "Write [@key] or [@key, p 3]; several with semicolons.",
    ),
    Code(
        "PG116",
        _E,
        "address that cannot be opened safely",
        "Give a full http:// or https:// address.",
    ),
    Code("PG117", _W, "file name and economy differ", "Name the file after the economy's code."),
    Code(
        "PG118",
        _E,
        "line [[...]] places nothing",
        "Let it stand alone on its line, with the name of a list that the section has.",
    ),
    Code("PG119", _E, "list placed twice", "Keep one of the lines [[...]]."),
    Code(
        "PG120",
        _E,
        "key swallowed by a text",
        "Move the line left until it stands under the keys of its section.",
    ),
    Code(
        "PG121",
        _E,
        "not a figure",
        "Write 0.71, 1,406, about 260, 16 to 20, JPY 3.9 trillion or up to USD 25 billion.",
    ),
    Code(
        "PG122",
        _E,
        "list in the middle of a paragraph",
        "Put an empty line before the list, whose items begin with '- ' or 1. 2. 3.; "
        "if it is none, break the lines elsewhere.",
    ),
    Code(
        "PG123",
        _E,
        "note's mark from a word processor",
        "Cite the source in its place: [@key].",
        waivable=True,
    ),
    Code("PG124", _E, "another format", "Write `format: 1`, or leave the line out."),
    Code(
        "PG130",
        _E,
        "chart of more figures than a page shows",
        "Name `scopes` or fewer `indicators`, or make two charts of it; a table takes more.",
    ),
    Code("PG131", _E, "number of a WTO case that cannot be", "Correct the number."),
    Code(
        "PG132",
        _W,
        "name of no known economy",
        "Write its name or code: the usual English name, or its three letters (JPN).",
    ),
    Code("PG133", _E, "not the code of a language", "Write its code: ja, pt-BR, zh-Hans."),
    Code(
        "PG134",
        _E,
        "date that is still to come",
        "Correct the date, or move the profile's `updated` (a registry's `as_of`).",
        waivable=True,
    ),
    Code("PG135", _E, "circle", "Correct one of the names, or remove one of the lines."),
    Code("PG136", _E, "dispute against oneself", "Correct `complainant` or `respondent`."),
    # PG2xx: one profile
    Code(
        "PG201", _E, "cited source is not defined", "Define it under `sources`, or correct the key."
    ),
    Code("PG202", _W, "source is never cited", "Cite it, or remove it."),
    Code(
        "PG203",
        _E,
        "reference to a note typed by hand",
        "Cite the source again; 'ibid' and '(n 3)' are computed.",
        waivable=True,
    ),
    Code(
        "PG204", _E, "accessed before it was issued", "Correct one of the two dates.", waivable=True
    ),
    Code(
        "PG205",
        _E,
        "updated before a source was accessed",
        "Correct `updated` or `accessed`.",
        waivable=True,
    ),
    Code("PG206", _W, "draft without a date", "Say as of when it is a draft: `as_of`."),
    Code("PG207", _W, "count without a date", "Say as of when the count stands: `as_of`."),
    Code(
        "PG208",
        _E,
        "more disputes listed than counted",
        "Correct the count or the list.",
        waivable=True,
    ),
    Code(
        "PG209", _W, "named act is not in the list", "Add the act, or correct its title or number."
    ),
    Code(
        "PG210",
        _E,
        "economy is no party to the dispute",
        "Remove the dispute or correct its number.",
        waivable=True,
    ),
    Code(
        "PG211",
        _E,
        "unknown agreement",
        "Correct the name, or write it out: name, signed, in_force, source.",
    ),
    Code(
        "PG212",
        _E,
        "unknown initiative",
        "Correct the name, or write it out: name, kind, since, source.",
    ),
    Code(
        "PG213", _W, "agreement superseded or never in force, without a note", "Say so in `note`."
    ),
    Code(
        "PG214", _E, "unknown dispute", "Correct the number, or write it out: title, parties, date."
    ),
    Code(
        "PG215",
        _W,
        "abbreviation never expanded",
        "Expand it at first use, or under `abbreviations`.",
    ),
    Code("PG216", _W, "older than the set age", "Check the facts again and move `updated`."),
    Code("PG217", _W, "entry without a source", "Add `source`; or waive this with the reason."),
    Code("PG218", _W, "waiver that waives nothing", "Remove it, or correct its `finding` or `at`."),
    Code("PG219", _E, "unknown topic", "Use a known topic, or leave it out."),
    Code("PG220", _E, "one thing listed twice", "Keep one of the two entries.", waivable=True),
    Code(
        "PG221",
        _E,
        "`source: in text` without a cited sentence",
        "Name the entry in a cited paragraph.",
    ),
    Code(
        "PG222", _N, "not stated", "Nothing to do if the source is silent; it prints as not stated."
    ),
    Code(
        "PG223", _E, "note too long for the foot of a page", "Move part of the note into the text."
    ),
    Code(
        "PG225",
        _E,
        "economy is no party to the agreement",
        "Remove the agreement, or correct its name.",
    ),
    Code(
        "PG226",
        _E,
        "citation without @",
        "Write an @ before the source's key: [@key, p 3].",
    ),
    Code(
        "PG227",
        _W,
        "sentence without a source",
        "Put a citation after it, or join it to the sentence that has one.",
    ),
    Code("PG228", _W, "checked after the profile was brought up to date", "Move `updated`."),
    Code("PG229", _E, "dates in an impossible order", "Correct one of the two.", waivable=True),
    Code(
        "PG230",
        _E,
        "union of which the economy is no member",
        "Correct the code, or remove `through`.",
    ),
    Code(
        "PG231",
        _E,
        "indicator not known",
        "Take a known name, or add a record in `registry/indicators.yaml` beside the profiles.",
    ),
    Code("PG232", _E, "figure off its scale", "Correct the figure, or the indicator's scale."),
    Code(
        "PG233",
        _E,
        "figure in the wrong unit",
        "Money names its currency (JPY 3.9 trillion); other figures have the indicator's unit.",
    ),
    Code(
        "PG234",
        _W,
        "period ends after the figure's date",
        "Correct the period or `as_of`; a forecast has `estimate: true`, a target `aim: true`.",
    ),
    Code(
        "PG235",
        _W,
        "parts do not come to their total",
        "Correct the figures; where the source disagrees with itself, say so in a note or waive.",
    ),
    Code(
        "PG236",
        _E,
        "table row of another width",
        "Add or remove cells; a cell may span `columns` and `rows`.",
    ),
    Code(
        "PG237",
        _W,
        "two figures for one thing",
        "Give both their dates (`as_of`), or a note that says why they differ.",
    ),
    Code(
        "PG250",
        _W,
        "few entries in a finished profile",
        "Add what a reader would look for, or say in a waiver that there is no more.",
    ),
    Code(
        "PG251",
        _W,
        "more entries than are read",
        "Keep the forty that matter most to the field; a sentence of the text may name others.",
    ),
    Code("PG252", _W, "name that is read otherwise", "Write each name as it is spoken."),
    Code(
        "PG253",
        _W,
        "reviewed by nobody",
        "Name who did it, `reviewers: [...]`; until somebody has, `status: draft`.",
    ),
    Code("PG254", _W, "not in the form of the series", "Write it as the message says."),
    # PG3xx: across profiles and registries
    Code(
        "PG301", _E, "registry names something that it lacks", "Correct the id, or add the record."
    ),
    Code("PG302", _E, "one name for two records", "Make the alias belong to one record."),
    Code("PG303", _E, "two profiles of one economy", "Keep one file."),
    Code(
        "PG304",
        _E,
        "other side in a dispute than the registry has",
        "Remove `role`, or correct the party that is wrong.",
        waivable=True,
    ),
    Code(
        "PG305",
        _W,
        "agreement that does not bind the economy, without a note",
        "Say in `note` what it is to the economy.",
    ),
    Code(
        "PG306",
        _W,
        "other part in an initiative than the registry has",
        "Remove the entry, or correct `role`; if a source says otherwise, waive this.",
    ),
    Code(
        "PG307",
        _W,
        "count that disagrees with the registry",
        "Correct the count or its date; or write `- WTO` alone, and the registry counts.",
    ),
    Code(
        "PG308",
        _W,
        "fact that disagrees with the registry",
        "Take it out, so that the registry's stands; or correct the registry.",
    ),
    Code(
        "PG309",
        _W,
        "one document as two sources",
        "Cite one of the two; what several profiles cite may stand in registry/sources.yaml.",
    ),
    Code(
        "PG310",
        _W,
        "one instrument described twice",
        "Keep one of the two; the other may cite it in its text.",
    ),
    Code(
        "PG311",
        _W,
        "entry that belongs to the union's profile",
        "Write `through` in the section and leave the entry to the union.",
    ),
    Code(
        "PG312",
        _W,
        "member of a group is missing among the parties",
        "Add the member, or take the group out.",
    ),
    Code("PG313", _E, "one number for two profiles", "Give each profile its own number."),
    # PG4xx: output
    Code("PG401", _E, "note lost in print", "Shorten or move the note; then report this as a bug."),
    Code(
        "PG402", _E, "note not on the page of its call", "Shorten the note or split the paragraph."
    ),
    Code("PG403", _E, "note cut in print", "Shorten the note."),
    Code("PG404", _E, "heading lost in print", "Report this as a bug, with the profile."),
    Code(
        "PG405", _E, "no font for a character", "Install the font package that the message names."
    ),
    Code(
        "PG406", _E, "print libraries missing", "Install them with the line that the message gives."
    ),
    Code(
        "PG407", _E, "output cannot be written", "Check the folder, its rights and the free space."
    ),
    Code(
        "PG408",
        _E,
        "page reaches outside the project",
        "Remove the reference; pages read only their templates.",
    ),
    Code("PG410", _E, "words lost in print", "Report this as a bug, with the profile."),
    Code("PG411", _E, "words cannot be copied", "Report this as a bug, with the profile."),
    Code(
        "PG412", _E, "more series than a chart tells apart", "Leave some out, or make two charts."
    ),
    Code(
        "PG413",
        _E,
        "picture not drawn",
        "Mend the template that holds it; if it is the program's, report this as a bug.",
    ),
    Code(
        "PG414",
        _E,
        "process ended while it printed a document",
        "Build again, with --jobs 1 where memory is short; if it ends again, report it as a bug.",
    ),
    Code(
        "PG415",
        _E,
        "program fails on a document",
        "Report this as a bug, with the profile; all other documents are made without it.",
    ),
    Code(
        "PG416",
        _E,
        "profile left out of a shared PDF",
        "Change what the message names; the other economies are printed without it.",
    ),
    Code(
        "PG417",
        _E,
        "folder that a build may not write",
        "Name another folder with --out; a build replaces only what a build made.",
    ),
    Code(
        "PG418",
        _E,
        "mistake in a template",
        "Correct the template, or remove it: then the program's own is used.",
    ),
    Code("PG420", _E, "words too wide for their place in print", "Shorten the words."),
    Code(
        "PG425",
        _W,
        "profile of more than eight pages",
        "Shorten its longest text or leave out the entries that matter least.",
    ),
    Code(
        "PG426",
        _W,
        "finished profile of less than three pages",
        "Write what a reader needs to know of each section.",
    ),
)

CODES: dict[str, Code] = {code.code: code for code in _TABLE}


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
