"""PG4xx: what is printed and written."""

from __future__ import annotations

from profilegen.core.finding_codes.code import ERROR, WARNING, Code

CODES: tuple[Code, ...] = (
    Code(
        "PG401", ERROR, "note lost in print", "Shorten or move the note; then report this as a bug."
    ),
    Code(
        "PG402",
        ERROR,
        "note not on the page of its call",
        "Shorten the note or split the paragraph.",
    ),
    Code("PG403", ERROR, "note cut in print", "Shorten the note."),
    Code("PG404", ERROR, "heading lost in print", "Report this as a bug, with the profile."),
    Code(
        "PG405",
        ERROR,
        "no font for a character",
        "Install the font package that the message names.",
    ),
    Code(
        "PG406",
        ERROR,
        "print libraries missing",
        "Install them with the line that the message gives.",
    ),
    Code(
        "PG407",
        ERROR,
        "output cannot be written",
        "Check the folder, its rights and the free space.",
    ),
    Code(
        "PG408",
        ERROR,
        "page reaches outside the project",
        "Remove the reference; pages read only their templates.",
    ),
    Code("PG410", ERROR, "words lost in print", "Report this as a bug, with the profile."),
    Code("PG411", ERROR, "words cannot be copied", "Report this as a bug, with the profile."),
    Code(
        "PG412",
        ERROR,
        "more series than a chart tells apart",
        "Leave some out, or make two charts.",
    ),
    Code(
        "PG413",
        ERROR,
        "picture not drawn",
        "Correct the template that holds it; if it is the program's, report this as a bug.",
    ),
    Code(
        "PG414",
        ERROR,
        "process ended while it printed a document",
        "Build again, with --jobs 1 where memory is short; if it ends again, report it as a bug.",
    ),
    Code(
        "PG415",
        ERROR,
        "program fails on a document",
        "Report this as a bug, with the profile; all other documents are made without it.",
    ),
    Code(
        "PG416",
        ERROR,
        "profile left out of a shared PDF",
        "Change what the message names; the other economies are printed without it.",
    ),
    Code(
        "PG417",
        ERROR,
        "folder that a build may not write",
        "Name another folder with --out; a build replaces only what a build made.",
    ),
    Code(
        "PG418",
        ERROR,
        "mistake in a template",
        "Correct the template, or remove it: then the program's own is used.",
    ),
    Code("PG420", ERROR, "words too wide for their place in print", "Shorten the words."),
    Code(
        "PG425",
        WARNING,
        "profile of more than twelve pages",
        "Shorten its longest text or leave out the entries that matter least.",
    ),
    Code(
        "PG426",
        WARNING,
        "finished profile of less than three pages",
        "Write what a reader needs to know of each section.",
    ),
)
