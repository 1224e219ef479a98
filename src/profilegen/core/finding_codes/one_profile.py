"""PG2xx: what one profile says."""

from __future__ import annotations

from profilegen.core.finding_codes.code import ERROR, NOTE, WARNING, Code

CODES: tuple[Code, ...] = (
    Code(
        "PG201",
        ERROR,
        "cited source is not defined",
        "Define it under `sources`, or correct the key.",
    ),
    Code("PG202", WARNING, "source is never cited", "Cite it, or remove it."),
    Code(
        "PG203",
        ERROR,
        "reference to a note typed by hand",
        "Cite the source again; 'ibid' and '(n 3)' are computed.",
        waivable=True,
    ),
    Code(
        "PG204",
        ERROR,
        "accessed before it was issued",
        "Correct one of the two dates.",
        waivable=True,
    ),
    Code(
        "PG205",
        ERROR,
        "updated before a source was accessed",
        "Correct `updated` or `accessed`.",
        waivable=True,
    ),
    Code(
        "PG206",
        WARNING,
        "draft without a date",
        "Add `as_of`: the date on which it was still a draft.",
    ),
    Code("PG207", WARNING, "count without a date", "Add `as_of`: the date of the count."),
    Code(
        "PG208",
        ERROR,
        "more disputes listed than counted",
        "Correct the count or the list.",
        waivable=True,
    ),
    Code(
        "PG209",
        WARNING,
        "named act is not in the list",
        "Add the act, or correct its title or number.",
    ),
    Code(
        "PG210",
        ERROR,
        "economy is no party to the dispute",
        "Remove the dispute or correct its number.",
        waivable=True,
    ),
    Code(
        "PG211",
        ERROR,
        "unknown agreement",
        "Correct the name, or write it out: name, signed, in_force, source.",
    ),
    Code(
        "PG212",
        ERROR,
        "unknown initiative",
        "Correct the name, or write it out: name, kind, since, source.",
    ),
    Code(
        "PG213",
        WARNING,
        "agreement superseded or never in force, without a note",
        "Say so in `note`.",
    ),
    Code(
        "PG214",
        ERROR,
        "unknown dispute",
        "Correct the number, or write it out: "
        "case, forum, title, complainant, respondent, requested.",
    ),
    Code(
        "PG215",
        WARNING,
        "abbreviation never expanded",
        "Expand it at first use, or under `abbreviations`.",
    ),
    Code("PG216", WARNING, "older than the set age", "Check the facts again and move `updated`."),
    Code(
        "PG217", WARNING, "entry without a source", "Add `source`; or waive this with the reason."
    ),
    Code(
        "PG218",
        WARNING,
        "waiver that waives nothing",
        "Remove it, or correct its `finding` or `at`.",
    ),
    Code("PG219", ERROR, "unknown topic", "Use a known topic, or leave it out."),
    Code("PG220", ERROR, "one thing listed twice", "Keep one of the two entries.", waivable=True),
    Code(
        "PG221",
        ERROR,
        "`source: in text` without a cited sentence",
        "Name the entry in a cited paragraph.",
    ),
    Code(
        "PG222",
        NOTE,
        "not stated",
        "Nothing to do if the source is silent; it prints as not stated.",
    ),
    Code(
        "PG223",
        ERROR,
        "note too long for the foot of a page",
        "Move part of the note into the text.",
    ),
    Code(
        "PG225",
        ERROR,
        "economy is no party to the agreement",
        "Remove the agreement, or correct its name.",
    ),
    Code(
        "PG226",
        ERROR,
        "citation without @",
        "Write an @ before the source's key: [@key, p 3].",
    ),
    Code(
        "PG227",
        WARNING,
        "sentence without a source",
        "Put a citation after it, or join it to the sentence that has one.",
    ),
    Code(
        "PG228",
        WARNING,
        "checked or searched after the profile was brought up to date",
        "Move `updated`.",
    ),
    Code("PG229", ERROR, "dates in an impossible order", "Correct one of the two.", waivable=True),
    Code(
        "PG230",
        ERROR,
        "union of which the economy is no member",
        "Correct the code, or remove `through`.",
    ),
    Code(
        "PG231",
        ERROR,
        "indicator not known",
        "Take a known name, or add a record in `registry/indicators.yaml` beside the profiles.",
    ),
    Code("PG232", ERROR, "figure off its scale", "Correct the figure, or the indicator's scale."),
    Code(
        "PG233",
        ERROR,
        "figure in the wrong unit",
        "Money names its currency (JPY 3.9 trillion); other figures have the indicator's unit.",
    ),
    Code(
        "PG234",
        WARNING,
        "period ends after the figure's date",
        "Correct the period or `as_of`; a forecast has `estimate: true`, a target `aim: true`.",
    ),
    Code(
        "PG235",
        WARNING,
        "parts do not come to their total",
        "Correct the figures; where the source disagrees with itself, say so in a note or waive.",
    ),
    Code(
        "PG236",
        ERROR,
        "table row of another width",
        "Add or remove cells; a cell may span `columns` and `rows`.",
    ),
    Code(
        "PG237",
        WARNING,
        "two figures for one thing",
        "Give both their dates (`as_of`), or a note that says why they differ.",
    ),
    Code(
        "PG238",
        ERROR,
        "unknown name in a table of provisions",
        "Correct the name: the registry of provisions fills the table.",
    ),
    Code("PG239", ERROR, "unknown means", "Use known means, or leave them out."),
    Code(
        "PG250",
        WARNING,
        "few entries in a finished profile",
        "Add what a reader would look for, or say in a waiver that there is no more.",
    ),
    Code(
        "PG251",
        WARNING,
        "more entries than are read",
        "Keep the forty that matter most to the field; a sentence of the text may name others.",
    ),
    Code(
        "PG252",
        WARNING,
        "names of people in the wrong form",
        "Write each person as one item, as they are called.",
    ),
    Code(
        "PG253",
        WARNING,
        "reviewed by nobody",
        "Name who did it, `reviewers: [...]`; until somebody has, `status: draft`.",
    ),
    Code("PG254", WARNING, "not in the form of the series", "Write it as the message says."),
)
