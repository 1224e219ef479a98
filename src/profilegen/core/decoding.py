"""Bytes of a file as text: what no reader could see, or YAML would not take, is refused."""

from __future__ import annotations

import re

from profilegen.core.diagnostic import Diagnostic, Edit, Fix, Span
from profilegen.core.finding_codes import finding
from profilegen.core.tabs import without_tabs

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
    if foreign := _foreign(raw):
        raise FileRefusedError(finding("PG003", Span(file), *foreign))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        span = Span(file, line, column, line, column + 1)
        message = f"The byte 0x{raw[error.start]:02x} here is not UTF-8."
        hint = "Save the file again as UTF-8 (in Word or an editor: Encoding)."
        raise FileRefusedError(finding("PG003", span, message, hint)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if match := CONTROL.search(text):
        edits = (
            Edit(_span(text, hidden, file), " " if hidden[0] in _BLANKS else "")
            for hidden in CONTROL.finditer(text)
        )
        message = INVISIBLE.format(ord(match[0]))
        without = Fix(tuple(edits), safe=True)
        raise FileRefusedError(finding("PG014", _span(text, match, file), message, fix=without))
    if table := _table(text):
        row, column = table
        place = Span(file, row, column, row, column + 1)
        raise FileRefusedError(
            finding("PG004", place, "A table with tabs between its cells.", _ROWS)
        )
    if match := _TAB.search(text):
        place, fix = _span(text, match, file), without_tabs(text, file)
        message, hint = _told(text, match, fix)
        raise FileRefusedError(finding("PG004", place, message, hint, fix=fix))
    return text


_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "a document of a word processor (RTF)"),
    (b"PK\x03\x04", "a document of Word, Excel or LibreOffice, or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Word or Excel"),
    (b"%PDF-", "a PDF"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML document"),
)
"""How files begin that are no plain text, whatever their name ends in."""
_PLAIN = "Save it as plain text in UTF-8: in Word as .txt, in TextEdit by Format, Make Plain Text."
_WIDE = "Save it again as UTF-8; in Notepad, Save As has a field Encoding."


def _foreign(raw: bytes) -> tuple[str, str] | None:
    """Message and hint for a file that is no plain text, or one with two bytes a letter."""
    head = raw[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for sign, what in _SIGNS:
        if head.startswith(sign.lower()):
            return f"The file is {what}, not plain text.", _PLAIN
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    zeros = raw[:64].count(0)
    if marked or len(raw[:64]) < 4 * zeros > 15:
        return 'The file is UTF-16 (Windows calls it "Unicode"), not UTF-8.', _WIDE
    return None


_ROWS = (
    "Write it row by row in the section, beside `text:` (`tables: {NAME: {caption: ..., head: "
    "[Year, Sum], rows: [[2023, 40], [2024, 60]], source: KEY}}`); `[[table NAME]]` alone on a "
    "line of the text places it. If it is no table, type spaces for the tabs."
)
_CELL = re.compile(r"(?<![\s,:{\[])(?P<tab>\t+)(?![\s,:#\]}])")
"""Tabs between two words of a line."""
_OPENING = re.compile(
    r"\s*(?:- +)*(?:[\w-]+:\s+"
    r"|(?:[-*\u2022\u25aa\u25cf\u2023\u25e6\uf0b7\u2013]|o|\(?\w{1,3}[.)])\t)?"
)
"""What a tab may stand behind at the head of a line: a key, or the bullet or number of an item."""


def _table(text: str) -> tuple[int, int] | None:
    """Line and column of the first tab of a table: two lines in a row with as many cells."""
    above = first = 0
    for number, line in enumerate(text.split("\n") if "\t" in text else (), 1):
        opening = _OPENING.match(line)
        cells = list(_CELL.finditer(line, opening.end() if opening else 0))
        if cells and len(cells) == above:
            return number - 1, first
        above, first = len(cells), cells[0].start("tab") + 1 if cells else 0
    return None


_TAB = re.compile("\t")


def _told(text: str, first: re.Match[str], fix: Fix | None) -> tuple[str, str]:
    """How many tabs there are, and how many spaces the first stands for."""
    others = text.count("\t") - 1
    message = f"A tab, the first of {others + 1}." if others else "A tab."
    if fix is None or fix.edits[0].span != _span(text, first, fix.edits[0].span.file):
        return message, "Replace it by as many spaces as the lines of its level have."
    wide = len(fix.edits[0].text)
    spaces = f"{wide} spaces" if wide > 1 else "a space"
    same = len({edit.text for edit in fix.edits}) == 1
    rest = (", and so the others." if same else "; the others likewise.") if others else "."
    return message, f"Replace it by {spaces}{rest}"


def _span(text: str, match: re.Match[str], file: str) -> Span:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    return Span(file, line, column, line, column + 1)
