"""What libyaml cannot read, in a researcher's words and at the place to mend."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

import yaml

from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.core.repair import Repair, indent
from profilegen.core.yaml_slips import REPAIRS

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LONGEST = 100_000
"""Characters up to which repairs are tried: each is a run of the parser."""


def stops_at(lines: list[str]) -> int | None:
    """The line, counted from 0, in which the parser stops; None where it comes to the end."""
    try:
        for _ in yaml.parse("\n".join(lines), Loader=LOADER):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line if mark else 0
    return None


@dataclass(frozen=True, slots=True)
class YamlFault:
    """A file in which the parser stopped."""

    file: str
    lines: list[str]
    quote: Any = None
    """The event of the last text in quotes: closed too late, it swallows what follows."""

    def explain(self, error: yaml.YAMLError) -> Diagnostic:
        """Say what is wrong where a researcher would mend it: PG005, PG007, PG008."""
        problem = str(getattr(error, "problem", None) or "it cannot be read")
        mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        code, message, hint = _explain(problem, self.lines[line : line + 1], column)
        if repair := self._repair(error):
            place = self._point(repair.line, repair.column)
            fix = repair.fix(self.file)
            return finding(code, place, repair.message, repair.hint, fix=fix)
        if begun and ("quoted scalar" in str(error) or "expected ':'" in problem):
            line, column = begun.line, begun.column  # where it begins, not where the file ends
        elif "mapping values" in problem:
            line, column, message, hint = self._text_start(line, column, message, hint)
        elif "expected key" in problem and begun:
            quote, first = self.quote, self._deeper_above(line)
            dashes = [self.lines[at].lstrip().startswith("- ") for at in (first, line)]
            if dashes == [False, True] and first < line:
                line, column = first, indent(self.lines[first])
                message = "The first item of a list has no dash."
                hint = "Begin it with '- ', as the items below it."
            elif self._skips_a_level(first, line):
                line, column = first, indent(self.lines[first])
                message = "The lines from here on are indented by one level too many."
                hint = "Move them left; or, if the line above them is lost, add it."
            elif quote and quote.end_mark.line == line and quote.start_mark.line < line:
                line, column = quote.start_mark.line, quote.start_mark.column
                message = (
                    f"The quote that opens here is closed only in line {quote.end_mark.line + 1}."
                )
                hint = "Close it where the text ends."
        return finding(code, self._point(line, column), message, hint)

    def _repair(self, error: yaml.YAMLError) -> Repair | None:
        """The first repair near the place with which the parser gets past it."""
        stop, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        if stop is None or sum(map(len, self.lines)) > LONGEST:
            return None
        quote = self.quote.start_mark.line if self.quote else None
        head = self._head(stop.line)
        near = [stop.line, stop.line - 1, head, begun.line if begun else None, quote]
        near = [at for at in dict.fromkeys(near) if at is not None and 0 <= at < len(self.lines)]
        later: Repair | None = None
        for guesses, at in product(REPAIRS, near):
            for repair in guesses(self.lines, at):
                after = stops_at(repair.applied(self.lines))
                if after is None:
                    return repair
                if after > max(stop.line, repair.line):  # another fault is further down
                    later = later or repair
        return later

    def _head(self, line: int) -> int | None:
        """The line above that is indented less: the key to which a line belongs."""
        depth = indent(self.lines[line]) if line < len(self.lines) else 0
        return next((at for at in range(line - 1, -1, -1) if indent(self.lines[at]) < depth), None)

    def _point(self, line: int, column: int) -> Span:
        """One character; libyaml points behind the last line where something is never closed."""
        line = min(line, len(self.lines) - 1)
        while line and not self.lines[line].strip():
            line -= 1
            column = len(self.lines[line])
        column = min(column, max(len(self.lines[line]) - 1, 0))
        return Span(self.file, line + 1, column + 1, line + 1, column + 2)

    def _text_start(
        self, line: int, column: int, message: str, hint: str
    ) -> tuple[int, int, str, str]:
        """A ": " deep in a text of several lines: what is wrong is how the text begins."""
        if ": " in self.lines[line][:column]:
            return line, column, message, hint
        first, depth = line, indent(self.lines[line])
        while first > 1 and indent(self.lines[first - 1]) >= depth:
            first -= 1
        if line - first > 1 and ":" in self.lines[first - 1]:
            message = 'A text of several lines with a ": " in it has to be marked as one.'
            hint = "Put `|` (or `>-`) after the key's colon, and the text below it."
            return first, depth, message, hint
        if line and indent(self.lines[line - 1]) == depth and ": " not in self.lines[line - 1]:
            hint = "Write `key: value`, with a space after the colon."
            return line - 1, depth, "A line without a colon.", hint
        return line, column, message, hint

    def _deeper_above(self, line: int) -> int:
        """First line of the block above that is indented further than this line."""
        depth, first = indent(self.lines[line]), line
        while first and indent(self.lines[first - 1]) > depth:
            first -= 1
        return first

    def _skips_a_level(self, first: int, line: int) -> bool:
        """Whether a block goes in by two steps, and the line below it comes out by one."""
        if not 0 < first < line:
            return False
        above, deep, here = (indent(self.lines[at]) for at in (first - 1, first, line))
        return deep - here == here - above > 1


_QUOTE = "Put the whole text in quotes."
_PROBLEMS: tuple[tuple[str, str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "PG005",
        'A ": " in the middle of a text, or a line that is indented too far.',
        "Put a text in quotes: 'METI: a title'; line keys up; begin an item with '- name: ...'.",
    ),
    ("alphabetic or numeric", "PG007", "A text may not begin with * or &.", _QUOTE),
    ("cannot start any token", "PG005", 'A text may not begin with "{}".', _QUOTE),
    (
        "block sequence entries",
        "PG005",
        "A list may not begin on the line of its key.",
        "Begin it on the next line; or, if it is a text that begins with a dash, put it in quotes.",
    ),
    (
        "did not find expected ',' or",
        "PG005",
        "A bracket that was opened above is not closed here.",
        "Close it, put a comma between its items, or put a text with brackets in quotes.",
    ),
    (
        "comment or line break",
        "PG005",
        "Behind | or > nothing may stand on the same line.",
        "Begin the text on the next line, indented.",
    ),
    (
        "escape",
        "PG005",
        "In double quotes a backslash has a meaning of its own.",
        "Put the text in single quotes.",
    ),
    ("could not find expected ':'", "PG005", "A line without a colon.", "Write `key: value`."),
    (
        "<document start>",
        "PG005",
        "This line is indented less than the first one.",
        "Line all keys of one level up.",
    ),
    (
        "node content",
        "PG005",
        'A text may not begin with "{}".',
        _QUOTE,
    ),
    ("end of stream", "PG005", "A quote is opened here and never closed.", "Close it."),
    ("document indicator", "PG005", "A quote is opened here and never closed.", "Close it."),
    (
        "did not find expected",
        "PG005",
        "The indentation, a quote or a bracket does not fit the lines around.",
        "Line the keys of one level up; close each quote and bracket; double a ' within '...'.",
    ),
    ("directive", "PG005", 'A text may not begin with "%".', _QUOTE),
    ("tag", "PG008", "A text may not begin with !.", _QUOTE),
)


def _explain(problem: str, line: list[str], column: int) -> tuple[str, str, str]:
    """Say in a researcher's words what libyaml means: code, message, hint."""
    character = line[0][column : column + 1] if line else ""
    for words, code, message, hint in _PROBLEMS:
        if words in problem:
            return code, message.format(character), hint
    return "PG005", f"YAML cannot be read here: {problem}.", ""
