"""Bytes of a file as text: what no reader could see, or YAML would not take, is refused."""

from __future__ import annotations

import re

from profilegen.core.diagnostic import Diagnostic, Edit, Fix, Span
from profilegen.core.finding_codes import finding
from profilegen.core.yaml_errors import stops_at

MAX_BYTES = 2 * 1024 * 1024

# C0 and C1 controls except line feed and carriage return; tabs have their own code. U+2028,
# U+2029 and U+0085 end a line for libyaml and for nobody else; U+FEFF is not seen.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
INVISIBLE = "An invisible character, U+{:04X}."
_BLANKS = "\x85\u2028\u2029"
"""Those that stand where a space or a line's end was meant."""


class FileRefusedError(Exception):
    """Carries the one finding that ends the reading of a file."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def decoded(raw: bytes, file: str) -> str:
    """The text of a file, with plain line ends. Raises RefusedError: PG002, PG003, PG004, PG014."""
    if len(raw) > MAX_BYTES:
        raise FileRefusedError(finding("PG002", Span(file), "The file is larger than 2 MiB."))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        span = Span(file, line, column, line, column + 1)
        message = f"The byte 0x{raw[error.start]:02x} here is not UTF-8."
        raise FileRefusedError(finding("PG003", span, message)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if match := CONTROL.search(text):
        edits = (
            Edit(_span(text, hidden, file), " " if hidden[0] in _BLANKS else "")
            for hidden in CONTROL.finditer(text)
        )
        message = INVISIBLE.format(ord(match[0]))
        without = Fix(tuple(edits), safe=True)
        raise FileRefusedError(finding("PG014", _span(text, match, file), message, fix=without))
    if match := _TAB.search(text):
        place, fix = _span(text, match, file), _without_tabs(text, file)
        raise FileRefusedError(finding("PG004", place, "A tab.", fix=fix))
    return text


_TAB = re.compile("\t")
_WIDTHS = (2, 4, 8)
"""Spaces for which a tab of an indentation may stand, in the order in which they are tried."""


def _without_tabs(text: str, file: str) -> Fix | None:
    """Every tab as spaces: one within a line, as many as make the file readable before it."""
    for width in _WIDTHS:
        lines = text.split("\n")
        edits = []
        for number, line in enumerate(lines):
            lead = len(line) - len(line.lstrip(" \t"))
            for tab in _TAB.finditer(line):
                span = Span(file, number + 1, tab.start() + 1, number + 1, tab.end() + 1)
                edits.append(Edit(span, " " * width if tab.start() < lead else " "))
            spaced = line[:lead].replace("\t", " " * width)
            lines[number] = spaced + line[lead:].replace("\t", " ")
        if stops_at(lines) is None:
            return Fix(tuple(edits), safe=True)
    return None


def _span(text: str, match: re.Match[str], file: str) -> Span:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    return Span(file, line, column, line, column + 1)
