"""PG0xx: a file as YAML."""

from __future__ import annotations

from profilegen.core.finding_codes.code import ERROR, WARNING, Code

CODES: tuple[Code, ...] = (
    Code("PG001", ERROR, "file cannot be read", "Check that the file is there and may be opened."),
    Code("PG002", ERROR, "file too large", "Shorten the file; a profile is a short document."),
    Code(
        "PG003",
        ERROR,
        "file is not plain text in UTF-8",
        "Save it again as plain text, in UTF-8 (in Word or an editor: Encoding).",
    ),
    Code(
        "PG004",
        ERROR,
        "tab character",
        "Replace the tab by spaces; a pasted table is written row by row under `tables`.",
    ),
    Code(
        "PG005",
        ERROR,
        "not YAML",
        "Correct the line; a text with ': ' in it, or one that begins with @ or *, needs quotes.",
    ),
    Code(
        "PG006", ERROR, "key given twice", "Keep one of the two; the second would hide the first."
    ),
    Code(
        "PG007",
        ERROR,
        "anchor or alias",
        "Write the text out again; a text that begins with * or & needs quotes.",
    ),
    Code("PG008", ERROR, "YAML tag", "Remove it; a text that begins with ! needs quotes."),
    Code("PG009", ERROR, "nested more than 32 deep", "Check the brackets and the indentation."),
    Code(
        "PG010",
        ERROR,
        "several documents in one file",
        "Remove the line '---' and keep one profile in each file.",
    ),
    Code("PG011", ERROR, "empty file", "Fill the file in, or remove it."),
    Code(
        "PG012",
        WARNING,
        "text cut off at '#'",
        "Put the text in quotes; where a comment is meant, put two spaces before its #.",
    ),
    Code(
        "PG013",
        ERROR,
        "key is not plain text",
        "Write a plain word and a colon; a text with brackets needs quotes.",
    ),
    Code(
        "PG014", ERROR, "invisible character", "Delete it; it came along when the text was copied."
    ),
    Code(
        "PG015",
        WARNING,
        "file that is not read",
        "Give it a name that ends in .yaml, or move it away.",
    ),
)
