"""One pass over YAML events: plain data, and where each piece of it stands.

YAML 1.2 core rules: `NO` is a text, a date is a text. Refused on the way, each with its own
code: duplicate keys, anchors and aliases, tags, depth over 32, files over 2 MiB, other
encodings than UTF-8, tabs, several documents, empty files. Events are read from libyaml, never
nodes: composing nodes recurses, and 50,000 brackets end the process (PyYAML's C loader).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from profilegen.core.codes import finding
from profilegen.core.diagnostic import Checked, Diagnostic, Span, ordered

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 32

Key = str | int
KeyPath = tuple[Key, ...]


class PlainInt(int):
    """An unquoted whole number that still knows its spelling, so that 010 can be a text."""

    raw: str


class PlainFloat(float):
    """An unquoted decimal that still knows its spelling, so that 1.10 can be a text."""

    raw: str


@dataclass(slots=True)
class SourceTree:
    """A file's data, and for each path in it the span of its key and of its value."""

    file: str
    text: str
    data: Any = None
    keys: dict[KeyPath, Span] = field(default_factory=dict)
    values: dict[KeyPath, Span] = field(default_factory=dict)

    def descend(self, loc: KeyPath) -> KeyPath:
        """Shorten a validator's location to the deepest part that the file really has.

        Parts that are no keys here (a union's tag, a short form spelled out) are skipped.
        """
        here: Any = self.data
        path: KeyPath = ()
        for part in loc:
            known = range(len(here)) if isinstance(here, list) else here
            if isinstance(known, dict | range) and part in known:
                here, path = here[part], (*path, part)
        return path

    def span(self, loc: KeyPath) -> Span:
        """Span of the value at `loc`, or of the nearest thing around it."""
        return self.values.get(self.descend(loc), Span(self.file))

    def key_span(self, loc: KeyPath) -> Span:
        """Span of the key at `loc`; of the value where there is no key (a list item)."""
        path = self.descend(loc)
        return self.keys.get(path) or self.values.get(path, Span(self.file))

    def without(self, paths: Collection[KeyPath]) -> SourceTree:
        """The same tree without the values at `paths`; what is left keeps its places."""
        rest = SourceTree(self.file, self.text)

        def copy(old: KeyPath, new: KeyPath, value: Any) -> Any:
            rest.values[new] = self.values[old]
            if old in self.keys:
                rest.keys[new] = self.keys[old]
            if isinstance(value, dict):
                return {
                    key: copy((*old, key), (*new, key), item)
                    for key, item in value.items()
                    if (*old, key) not in paths
                }
            if isinstance(value, list):
                kept = [i for i in range(len(value)) if (*old, i) not in paths]
                return [copy((*old, i), (*new, n), value[i]) for n, i in enumerate(kept)]
            return value

        rest.data = copy((), (), self.data)
        return rest

    def find(self, loc: KeyPath, snippet: str) -> Span:
        """Span of the first `snippet` in the raw text at `loc`, or of the value itself."""
        span = self.span(loc)
        lines = self.text.split("\n")[span.line - 1 : span.end_line]
        for offset, line in enumerate(lines):
            start = span.column - 1 if offset == 0 else 0
            at = line.find(snippet, start)
            if at >= 0:
                row = span.line + offset
                return Span(self.file, row, at + 1, row, at + 1 + len(snippet))
        return span


class _Refused(Exception):
    """Carries the one finding that ends the reading of a file."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def read(path: Path, name: str | None = None) -> Checked[SourceTree]:
    """Read a YAML file. Diagnostics: PG001 to PG014."""
    file = name or str(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        return Checked(None, (finding("PG001", Span(file), f"{file} cannot be read: {reason}."),))
    return parse(raw, file)


def parse(raw: bytes, file: str) -> Checked[SourceTree]:
    """Turn the bytes of a YAML file into a SourceTree. Diagnostics: PG002 to PG014."""
    found: list[Diagnostic] = []
    try:
        text = _decode(raw, file)
        tree = SourceTree(file, text)
        _Reader(tree, found).document()
    except _Refused as refused:
        return Checked(None, ordered([*found, refused.diagnostic]))
    if any(d.severity == "error" for d in found):
        return Checked(None, ordered(found))
    return Checked(tree, ordered(found))


# C0 and C1 controls except line feed and carriage return; tabs have their own code.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def _decode(raw: bytes, file: str) -> str:
    if len(raw) > MAX_BYTES:
        raise _Refused(finding("PG002", Span(file), "The file is larger than 2 MiB."))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        span = Span(file, line, column, line, column + 1)
        message = f"The byte 0x{raw[error.start]:02x} here is not UTF-8."
        raise _Refused(finding("PG003", span, message)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, code, message in (
        (_CONTROL, "PG014", "Control character U+{:04X}."),
        (re.compile("\t"), "PG004", "A tab character."),
    ):
        match = pattern.search(text)
        if match:
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            span = Span(file, line, column, line, column + 1)
            raise _Refused(finding(code, span, message.format(ord(match.group()))))
    return text


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULL = {"", "~", "null", "Null", "NULL"}
_BOOL = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")


def _resolve(raw: str) -> Any:
    """Resolve a plain scalar by the core schema of YAML 1.2 (without octal and hex)."""
    if raw in _NULL:
        return None
    if raw in _BOOL:
        return _BOOL[raw]
    number: PlainInt | PlainFloat
    if _INT.fullmatch(raw):
        number = PlainInt(raw)
    elif _FLOAT.fullmatch(raw) and len(raw) < 40:
        number = PlainFloat(raw)
    else:
        return raw
    number.raw = raw
    return number


class _Reader:
    """Walks the events of one document into a tree."""

    def __init__(self, tree: SourceTree, found: list[Diagnostic]) -> None:
        self.tree = tree
        self.found = found
        self.lines = tree.text.split("\n")
        self.events = self._events()

    def document(self) -> None:
        """Read the file's only document."""
        next(self.events)  # stream start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            raise _Refused(finding("PG011", Span(self.tree.file), "The file is empty."))
        self.tree.data = self._node(next(self.events), ())
        next(self.events)  # document end
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._refuse("PG010", event, "A second document begins here.")
        if self.tree.data is None:
            raise _Refused(finding("PG011", Span(self.tree.file), "The file is empty."))

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.tree.text, Loader=_LOADER)
        except yaml.YAMLError as error:
            raise _Refused(self._syntax(error)) from None

    def _syntax(self, error: yaml.YAMLError) -> Diagnostic:
        mark = getattr(error, "problem_mark", None)
        problem = str(getattr(error, "problem", None) or "it cannot be read")
        line, column = (mark.line, mark.column) if mark else (0, 0)
        line = min(line, len(self.lines) - 1)
        span = Span(self.tree.file, line + 1, column + 1, line + 1, column + 2)
        here = self.lines[line]
        if mark and not here.strip() and line:  # libyaml points behind the fault
            earlier = next((i for i in range(line, -1, -1) if self.lines[i].strip()), line)
            width = len(self.lines[earlier])
            span = Span(self.tree.file, earlier + 1, max(width, 1), earlier + 1, width + 1)
        code, message, hint = _explain(problem, here[column : column + 1])
        return finding(code, span, message, hint)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        end_line, end_column = end.line, end.column
        end_line, end_column = max((end_line, end_column), (start.line, start.column))
        if end_line > start.line and end_column == 0:  # a block ends at the next line's start
            end_line -= 1
            end_column = len(self.lines[end_line]) if end_line < len(self.lines) else 0
        return Span(self.tree.file, start.line + 1, start.column + 1, end_line + 1, end_column + 1)

    def _refuse(self, code: str, event: Any, message: str, hint: str = "") -> NoReturn:
        raise _Refused(finding(code, self._span(event), message, hint))

    def _node(self, event: Any, path: KeyPath) -> Any:
        if isinstance(event, yaml.AliasEvent):
            hint = "Quote a text that begins with *, or write the repeated text out."
            self._refuse("PG007", event, f"*{event.anchor} is an alias.", hint)
        if event.anchor is not None:
            self._refuse("PG007", event, f"&{event.anchor} is an anchor.")
        if event.tag is not None and event.tag != "!":
            self._refuse("PG008", event, f"{event.tag} is a YAML tag.")
        if len(path) >= MAX_DEPTH:
            self._refuse("PG009", event, f"Nested more than {MAX_DEPTH} levels deep.")
        start = self._span(event)
        self.tree.values[path] = start
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        mapping = isinstance(event, yaml.MappingStartEvent)
        value: Any
        value, end = self._mapping(path) if mapping else self._sequence(path)
        last = self._span(end)
        if not event.flow_style:  # a block collection ends where its last part does
            last = max(
                (self.tree.values[(*path, key)] for key in self._keys_of(value)),
                key=lambda span: (span.end_line, span.end_column),
                default=start,
            )
        self.tree.values[path] = Span(
            start.file, start.line, start.column, last.end_line, last.end_column
        )
        return value

    @staticmethod
    def _keys_of(value: Any) -> Iterator[Key]:
        yield from value if isinstance(value, dict) else range(len(value))

    def _scalar(self, event: Any) -> Any:
        if not event.implicit[0]:  # quoted or a block
            return event.value
        self._warn_cut(event)
        return _resolve(event.value)

    def _warn_cut(self, event: Any) -> None:
        """PG012: `Act #98` loses its end; `# a comment` after a space is meant as one."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        match = re.match(r" +#(?=[^\s#])", rest)
        if match:
            span = Span(
                self.tree.file,
                end.line + 1,
                end.column + match.end(),
                end.line + 1,
                len(self.lines[end.line]) + 1,
            )
            message = f'Everything from "{rest.strip()}" on is a comment and is not printed.'
            self.found.append(finding("PG012", span, message))

    def _mapping(self, path: KeyPath) -> tuple[dict[str, Any], Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event)
            here = (*path, key)
            span = self._span(event)
            if key in mapping:
                first = self.tree.keys[here].line
                self.found.append(
                    finding("PG006", span, f'"{key}" was given before, in line {first}.')
                )
                self._skip(next(self.events))
                continue
            self.tree.keys[here] = span
            mapping[key] = self._node(next(self.events), here)
        return mapping, event

    def _key(self, event: Any) -> str:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._refuse("PG007", event, "An anchor or alias as a key.")
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse("PG013", event, "A list or mapping cannot be a key.")
        if event.tag is not None and event.tag != "!":
            self._refuse("PG008", event, f"{event.tag} is a YAML tag.")
        return str(event.value)

    def _skip(self, event: Any) -> None:
        depth = 0
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth == 0:
                return
            event = next(self.events)

    def _sequence(self, path: KeyPath) -> tuple[list[Any], Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items, event


def _explain(problem: str, character: str) -> tuple[str, str, str]:
    """Say in a researcher's words what libyaml means: code, message, hint."""
    if "mapping values are not allowed" in problem:
        return (
            "PG005",
            'A ": " in the middle of a text.',
            "Put the whole text in quotes: 'METI: a title'.",
        )
    if "alphabetic or numeric character" in problem:
        return "PG007", "A text may not begin with * or &.", "Put the whole text in quotes."
    if "cannot start any token" in problem or "could not find expected directive" in problem:
        return (
            "PG005",
            f'A text may not begin with "{character}".',
            "Put the whole text in quotes.",
        )
    if "did not find expected key" in problem or "block end" in problem:
        return (
            "PG005",
            "The indentation or the quotes do not fit the lines around.",
            "Line the keys of one mapping up, with spaces; close every quote and bracket.",
        )
    if "could not find expected ':'" in problem:
        return (
            "PG005",
            "A key without a colon.",
            "Write `key: value`, with a space after the colon.",
        )
    if "end of stream" in problem or "while scanning a quoted" in problem:
        return "PG005", "A quote or bracket is never closed.", "Close it, or quote the whole text."
    if "tag" in problem:
        return "PG008", "A text may not begin with !.", "Put the whole text in quotes."
    if "control characters" in problem:
        return "PG014", "A control character.", "Delete it."
    return "PG005", f"YAML cannot be read here: {problem}.", ""
