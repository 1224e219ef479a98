"""Slips that make a file unreadable: each knows its sign, its words, and what to type instead.

A repair is a guess. `yaml_errors` tells of it only where the parser, with it applied, gets past the
place; so a repair here may be generous, and no message sends an author in circles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from profilegen.core import citation_as_source_repair, continuation_repairs, indentation_repairs
from profilegen.core.repair import LineChange, Lines, Repair, in_quotes, indent

LONGEST = 2_000
"""Characters of a line that is looked at: the patterns take time as its square."""
_ENTRY = re.compile(
    r"(?P<lead> *(?:- +)*)(?:(?P<key>[\w-]+): +)?(?P<value>\S.*?)(?P<tail> +#.*| *)"
)
_ITEM = re.compile(r"(?P<lead> *(?:- +)+)(?P<key>(?!))?(?P<value>\S.*?)(?P<tail> +#.*| *)")
HARD = "\u00a0\u2007\u202f"
_KEYS = (
    "url doi issued accessed type author publisher number year date title status source kind "
    "signed in_force note gist updated indicator scope economy period value as_of part_of "
    "forum complainant respondent case name family given goal topics article"
).split()
"""Keys that may stand behind a comma that is missing."""
_NO_WORDS = frozenset(("url", "doi", "issued", "accessed", "publisher", "in_force"))
"""Keys that are hardly a word of a text."""


def _entry(line: str) -> re.Match[str] | None:
    """A line's dash, key and value; behind a dash a key is in small letters."""
    match = _ENTRY.fullmatch(line) if len(line) <= LONGEST else None
    if match and match["lead"].strip() and match["key"] and not match["key"].islower():
        match = _ITEM.fullmatch(line)
    return match if match and (match["lead"].strip() or match["key"]) else None


def _quoted(at: int, match: re.Match[str], column: int, message: str, text: str = "") -> Repair:
    """The value of a line in quotes."""
    start, end = match.span("value")
    written = in_quotes(text or match["value"])
    hint = f"Put the whole text in quotes: {written}"
    return Repair(at, column, message, hint, (LineChange(at, start, end, written),))


_BLANKS: tuple[tuple[re.Pattern[str], str, str, str], ...] = (
    (
        re.compile(rf"(?P<keep> *)(?P<wrong>[{HARD}][ {HARD}]*)(?=\S)"),
        "A non-breaking space in the indentation.",
        "Put plain spaces before the line; Word and web pages bring the other kind along.",
        "",
    ),
    (
        re.compile(rf"(?P<keep> *(?:- +)*-)(?P<wrong>[{HARD}][ {HARD}]*)"),
        "The space after the dash is a non-breaking one, which is none to YAML.",
        "Type the space again; Word and web pages bring the other kind along.",
        " ",
    ),
    (
        re.compile(rf"(?P<keep> *(?:- +)*[\w-]+:)(?P<wrong>[ ]*[{HARD}][ {HARD}]*)"),
        "The space after the colon is a non-breaking one, which is none to YAML.",
        "Type the space again; Word and web pages bring the other kind along.",
        " ",
    ),
    (
        re.compile(r"(?P<keep> *(?:- +)*-)(?P<wrong>)(?=[^\s\d-])"),
        "A dash without a space after it.",
        "Write '- ' before each item of a list.",
        " ",
    ),
    (
        re.compile(r"(?P<keep> *(?:- +)*[a-z_]{3,}:)(?P<wrong>)(?=[^\s/:])"),
        "A colon without a space after it.",
        "Write `key: value`, with a space after the colon.",
        " ",
    ),
    (
        re.compile("(?P<keep> *(?:- +)*[a-z_]{2,})(?P<wrong> ?\uff1a\\s*)(?=\\S)"),
        "The wide colon of a Chinese or Japanese keyboard is none to YAML.",
        "Write `key: value`, with a plain colon and a space.",
        ": ",
    ),
    (
        re.compile(r"(?P<keep> *(?:- +)*[a-z_]{3,})(?P<wrong> ?= ?)(?=\S)"),
        "An equals sign where a colon has to stand.",
        "Write `key: value`.",
        ": ",
    ),
    (
        re.compile(
            r"(?P<keep> *)(?P<wrong>[\u2022\u25aa\u25cf\u2023\u25e6\u2013\u2014*][ \u00a0]+)"
        ),
        "A bullet or a long dash does not make a list.",
        "Write '- ' before each item of a list.",
        "- ",
    ),
)
"""What a line begins with where a space or a sign is missing or is no plain one."""


def _blank(lines: Lines, at: int) -> Iterator[Repair]:
    for pattern, message, hint, text in _BLANKS:
        if match := pattern.match(lines[at]):
            start, end = match.span("wrong")
            written = text or " " * (end - start)
            column = max(start, end - 1) if end > start else start
            changes = [LineChange(at, start, end, written)]
            if pattern is _HARD_INDENT:  # a page that is pasted has many
                others = ((n, pattern.match(line)) for n, line in enumerate(lines) if n != at)
                found = [(n, *match.span("wrong")) for n, match in others if match]
                changes += [
                    LineChange(n, begin, stop, " " * (stop - begin)) for n, begin, stop in found
                ]
            yield Repair(at, column, message, hint, tuple(changes))


NO_TEXT = re.compile(
    r" *(?:- +)*(?:economy|status|updated|checked|kind|type|year|since|signed|in_force|left|issued|"
    r"accessed|requested|approved|operation|date|as_of|language|format|role|stage): "
)
"""How a line begins that holds a date, a code or a known word, in which no # can stand."""

_HARD_INDENT = _BLANKS[0][0]

GLUED = re.compile(rf"(?:-|[a-z_]+:)[{HARD}]")
"""How a text begins that is none: its key or dash has a space behind it that is none to YAML."""

ITEM = re.compile("[ ]*[-\u2022\u25aa\u25cf\u2023\u25e6\u2013\u2014]\\S?")
"""How an item of a list begins, with or without its space."""


def blanks(lines: Lines, at: int) -> Repair | None:
    """The repair of a line in which a space is not a plain one."""
    return next(_blank(lines, at), None)


def unquoted(lines: Lines, at: int) -> Repair | None:
    """The repair of a line whose text begins with a sign that means something to YAML."""
    return next(_start(lines, at), None)


def whole_line(lines: Lines, at: int) -> Repair | None:
    """The text of a line in quotes with the comment that it was cut off by."""
    match = _entry(lines[at])
    if not match or match["value"][0] in "[{|>\"'" or not match["tail"].strip():
        return None
    text = match["value"] + match["tail"].rstrip()
    change = LineChange(at, match.start("value"), len(lines[at].rstrip()), in_quotes(text))
    return Repair(at, match.end("value"), "", "", (change,), safe=False)


def _quotes(lines: Lines, at: int) -> Iterator[Repair]:
    match = _entry(lines[at])
    if not match or match["value"][0] not in "\"'":
        return
    value, start = match["value"] + match["tail"].rstrip(), match.start("value")
    quote = value[0]
    closing = re.compile(r'(?<!\\)"' if quote == '"' else r"(?<!')'(?!')").search(value, 1)
    if closing is None:
        message = "A quote is opened here and never closed."
        if quote == "'" and value[1:2].isdigit():  # '90s
            yield _quoted(at, match, start, "A text may not begin with an apostrophe.")
        elif len(value) > 3 and value[-1] in "\"'" and _begins_entry(lines, at + 1):
            end = start + len(value)
            hint = f"Close it with the sign that opens it: ... {value[-30:-1]}{quote}"
            change = LineChange(at, end - 1, end, quote)
            message = "The quote that opens here is closed with another sign."
            yield Repair(at, start, message, hint, (change,), safe=value[-2] != "s")
        elif _begins_entry(lines, at + 1):
            end = start + len(value)
            hint = f"Close it where the text ends: {value[-30:]}{quote}"
            yield Repair(at, start, message, hint, (LineChange(at, end, end, quote),))
        return
    rest = value[closing.end() :]
    if rest.strip()[:1] in ("", "#", ",", "]", "}", ":"):
        return
    if rest[0].isalnum() and value[-1] == quote and len(value) > 2:
        message = "Quotes within quotes: the text ends for YAML where the second one stands."
        yield _quoted(at, match, start, message, value[1:-1])
    else:
        message = "A text that begins with a quote ends for YAML where the quote is closed."
        yield _quoted(at, match, start, message)


def _begins_entry(lines: Lines, at: int) -> bool:
    """Whether the next line that is not empty is an entry or a key of its own, or there is none."""
    line = next((line for line in lines[at:] if line.strip()), "")
    return not line or bool(re.match(r" *(?:- |#|[\w-]+:(?: |$)|[\]}])", line))


def _escape(lines: Lines, at: int) -> Iterator[Repair]:
    match = _entry(lines[at])
    if match and match["value"][0] == '"' == match["value"][-1] and "\\" in match["value"]:
        message = "In double quotes a backslash has a meaning of its own."
        written = in_quotes(match["value"][1:-1])
        hint = f"Put the text in single quotes: {written}"
        column = match.start("value")
        yield Repair(at, column, message, hint, (LineChange(at, *match.span("value"), written),))


def _start(lines: Lines, at: int) -> Iterator[Repair]:
    match = _entry(lines[at])
    if not match:
        return
    value, start = match["value"], match.start("value")
    if value[0] in "|>" and value[1:2] == " ":
        deeper = "\n" + " " * (indent(lines[at]) + 2 * (1 + match["lead"].count("-")))
        message = "Behind | or > nothing may stand on the same line."
        hint = "Begin the text on the next line, indented."
        blanks = len(value) - len(value[1:].lstrip())
        yield Repair(
            at, start + 1, message, hint, (LineChange(at, start + 1, start + blanks, deeper),)
        )
    if value.startswith("- ") and match["key"]:
        deeper = "\n" + " " * (len(match["lead"]) + 2)
        message = "A list may not begin on the line of its key."
        hint = "Begin it on the next line; or, if it is a text that begins with a dash, quote it."
        blank = start - len(match["key"]) - len(match["lead"]) - 1
        yield Repair(at, start, message, hint, (LineChange(at, start - blank, start, deeper),))
    brackets = value[0] in "[{" and re.search(r"[\]}] *[^\s,\]}#]|@", value)
    if value[0] in "@`%*&!,]}" or brackets:
        yield _quoted(at, match, start, f'A text may not begin with "{value[0]}".')


def _comma(lines: Lines, at: int) -> Iterator[Repair]:
    line = lines[at]
    if not re.search("[{}]", line) or len(line) > LONGEST:
        return
    for match in re.finditer(r"(?<=[^\s,{\[:]) +(?=([a-z_]+): )", line):
        if match[1] in _KEYS:
            message = f"A comma is missing before `{match[1]}`."
            change = LineChange(at, match.start(), match.start(), ",")
            hint = "Put a comma between keys in { }."
            yield Repair(at, match.end(), message, hint, (change,), safe=False)
    text = re.compile(r"(?<=[a-z_]: )([^,{}\[\]'\"]+?: [^,{}\[\]'\"]+?)(?=, [a-z_]+: |\})")
    for match in text.finditer(line):
        written = in_quotes(match[1])
        message, hint = _COLON, f"Put the whole text in quotes: {written}"
        column = match.start() + match[1].index(": ")
        yield Repair(at, column, message, hint, (LineChange(at, *match.span(1), written),))


_COLON = 'A ": " in the middle of a text begins a new key to YAML.'


def _colon(lines: Lines, at: int) -> Iterator[Repair]:
    match = _entry(lines[at])
    if not match or match["value"][0] in "\"'[{|>":
        return
    inner = re.search(r"(\S+?):(?: |$)", match["value"])
    value = match["value"]
    if not inner or value.count("}") > value.count("{") or value[: inner.start()].endswith(", "):
        return
    column = match.start("value") + inner.end(1)
    if match["key"] == "source":
        message, hint = (
            "A page follows its source, after a comma.",
            "Write a comma for the colon.",
        )
        yield Repair(at, column, message, hint, (LineChange(at, column, column + 1, ","),))
    if inner[1] in _NO_WORDS and match["key"] and inner.start() > 1:
        start = match.start("value") + inner.start()
        before = len(lines[at][:start].rstrip())
        deeper = "\n" + " " * len(match["lead"])
        message = f"`{inner[1]}` stands on the line of another key."
        hint = (
            f"Give `{inner[1]}` a line of its own; or, if it is part of the text, quote the text."
        )
        changes = (LineChange(at, before, start, deeper),)
        yield Repair(at, start, message, hint, changes, safe=False)
    yield _quoted(at, match, column, _COLON)


def _bracket(lines: Lines, at: int) -> Iterator[Repair]:
    match = _entry(lines[at])
    if not match or match["value"][0] not in "[{" or match["tail"].strip():
        return
    value, start = match["value"], match.start("value")
    opened = [value.count(sign) for sign in "[]{}"]
    lost = "]" * (opened[0] - opened[1]) + "}" * (opened[2] - opened[3])
    if lost and _begins_entry(lines, at + 1):
        hint = f"Close it: {value.rstrip(' ,')[-40:]}{lost}"
        end = start + len(value.rstrip(" ,"))
        message = "A bracket is opened here and never closed."
        yield Repair(at, start, message, hint, (LineChange(at, end, start + len(value), lost),))
    elif opened[1] > opened[0] or opened[3] > opened[2]:
        end = start + len(value)
        message = "A bracket is closed here that was never opened."
        yield Repair(at, end - 1, message, "Remove it.", (LineChange(at, end - 1, end, ""),))


REPAIRS: tuple[Callable[[Lines, int], Iterator[Repair]], ...] = (
    _blank,
    _quotes,
    _escape,
    citation_as_source_repair.citation_as_source,
    _comma,
    _start,
    _colon,
    _bracket,
    indentation_repairs.sources_dash,
    continuation_repairs.brackets_and_dashes,
    continuation_repairs.keys_of_an_item,
    indentation_repairs.first_line,
    continuation_repairs.paragraph,
    indentation_repairs.dash,
    indentation_repairs.first_dash,
    indentation_repairs.bold_key,
    indentation_repairs.between,
    indentation_repairs.indentation,
    indentation_repairs.no_colon,
    indentation_repairs.continued,
    indentation_repairs.text_block,
)
"""In the order in which they are tried: what can mean one thing only comes first."""
