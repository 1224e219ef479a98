"""PG1xx: the form of a profile or registry."""

from __future__ import annotations

from profilegen.core.finding_codes.code import ERROR, WARNING, Code

CODES: tuple[Code, ...] = (
    Code("PG101", ERROR, "not a mapping of keys", "Begin with lines of the form `key: value`."),
    Code(
        "PG102",
        WARNING,
        "section missing",
        "Add the section; if it is not researched yet, say `not_researched`.",
    ),
    Code("PG103", ERROR, "required key missing", "Add the key."),
    Code("PG104", ERROR, "unknown key", "Correct the key or remove it."),
    Code(
        "PG105", ERROR, "wrong type of value", "Write the value in the form that the message names."
    ),
    Code(
        "PG106", ERROR, "not one of the known words", "Use one of the words that the message lists."
    ),
    Code("PG107", ERROR, "impossible date", "Correct the date."),
    Code("PG108", ERROR, "ambiguous date", "Write the month as a word: 3 April 2025."),
    Code(
        "PG109",
        ERROR,
        "not a date",
        "Write 18 July 2025, July 2025, 2025, 2025-07-18 or `not stated`.",
    ),
    Code(
        "PG110",
        ERROR,
        "unknown economy",
        "Use the economy's three-letter code (ISO 3166): JPN, ZAF.",
    ),
    Code("PG111", ERROR, "value out of range", "Correct the value."),
    Code(
        "PG112",
        ERROR,
        "section without content",
        "Write text or entries, or say none_found or not_researched.",
    ),
    Code(
        "PG113",
        ERROR,
        "section both empty and filled",
        "Take out the line that says why it is empty, or the entries.",
    ),
    Code(
        "PG114",
        ERROR,
        "mark-up that profiles do not have",
        "Use paragraphs, lists, *emphasis*, **strong**, links.",
    ),
    Code(
        "PG115",
        ERROR,
        "citation that cannot be read",
        "Write [@key] or [@key, p 3]; several with semicolons.",
    ),
    Code(
        "PG116",
        ERROR,
        "address that cannot be opened safely",
        "Give a full http:// or https:// address.",
    ),
    Code(
        "PG117", WARNING, "file name and economy differ", "Name the file after the economy's code."
    ),
    Code(
        "PG118",
        ERROR,
        "line [[...]] places nothing",
        "Let it stand alone on its line, with the name of a list that the section has.",
    ),
    Code("PG119", ERROR, "list placed twice", "Keep one of the lines [[...]]."),
    Code(
        "PG120",
        ERROR,
        "key swallowed by a text",
        "Move the line left until it stands under the keys of its section.",
    ),
    Code(
        "PG121",
        ERROR,
        "not a figure",
        "Write 0.71, 1,406, about 260, 16 to 20, JPY 3.9 trillion or up to USD 25 billion.",
    ),
    Code(
        "PG122",
        ERROR,
        "list in the middle of a paragraph",
        "Put an empty line before the list, whose items begin with '- ' or 1. 2. 3.; "
        "if it is none, break the lines elsewhere.",
    ),
    Code(
        "PG123",
        ERROR,
        "note's mark from a word processor",
        "Cite the source in its place: [@key].",
        waivable=True,
    ),
    Code("PG124", ERROR, "another format", "Write `format: 1`, or leave the line out."),
    Code(
        "PG130",
        ERROR,
        "chart of more figures than a page shows",
        "Name `scopes` or fewer `indicators`, or make two charts of it; a table takes more.",
    ),
    Code("PG131", ERROR, "number of a WTO case that cannot be", "Correct the number."),
    Code(
        "PG132",
        WARNING,
        "name of no known economy",
        "Write its name or code: the usual English name, or its three letters (JPN).",
    ),
    Code("PG133", ERROR, "not the code of a language", "Write its code: ja, pt-BR, zh-Hans."),
    Code(
        "PG134",
        ERROR,
        "date that is still to come",
        "Correct the date, or move the profile's `updated` (a registry's `as_of`).",
        waivable=True,
    ),
    Code("PG135", ERROR, "circle", "Correct one of the names, or remove one of the lines."),
    Code("PG136", ERROR, "dispute against oneself", "Correct `complainant` or `respondent`."),
)
