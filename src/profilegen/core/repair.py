"""What would mend a place that YAML cannot read: a guess, until it was tried."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.diagnostic import Edit, Fix, Span

Lines = list[str]


@dataclass(frozen=True, slots=True)
class LineChange:
    """Other text in one line, counted from 0."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """What is wrong at a place, and the changes that would mend it."""

    line: int
    column: int
    message: str
    hint: str
    changes: tuple[LineChange, ...]
    safe: bool = True
    """Whether nothing else can have been meant."""

    def fix(self, file: str) -> Fix:
        """The changes as edits of a file."""
        return Fix(
            tuple(
                Edit(Span(file, c.line + 1, c.start + 1, c.line + 1, c.end + 1), c.text)
                for c in self.changes
            ),
            self.safe,
        )

    def applied(self, lines: Lines) -> Lines:
        """The lines with the changes made; a line may become two."""
        lines = lines.copy()
        for c in sorted(self.changes, key=lambda c: (c.line, c.start), reverse=True):
            lines[c.line] = lines[c.line][: c.start] + c.text + lines[c.line][c.end :]
        return lines


def in_quotes(text: str) -> str:
    """A text as YAML reads it back, whatever it holds."""
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def indent(line: str) -> int:
    """Columns before the first character; a blank line counts as part of what is around it."""
    return len(line) - len(line.lstrip(" ")) if line.strip() else 1_000
