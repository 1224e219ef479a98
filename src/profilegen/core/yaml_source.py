"""One pass over YAML events: plain data, and where each piece of it stands.

YAML 1.2 core rules: `NO` is a text, a date is a text. Refused on the way, each with its own
code: duplicate keys, anchors and aliases, tags, depth over 32, files over 2 MiB or of more than
50,000 pieces, other encodings than UTF-8, tabs, several documents, empty files. Events are read
from libyaml, never nodes: composing nodes recurses, and 50,000 brackets end the process (PyYAML's
C loader).
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, NoReturn

import yaml

from profilegen.core.decoding import CONTROL, INVISIBLE, MAX_BYTES, FileRefusedError, decoded
from profilegen.core.diagnostic import Checked, Diagnostic, Edit, Fix, Span, ordered
from profilegen.core.finding_codes import finding
from profilegen.core.indentation_repairs import KEYS, beside_sources
from profilegen.core.repair import indent
from profilegen.core.swallowed_item_repairs import folded_list, joined_item
from profilegen.core.tree import Key, KeyPath, PlainFloat, PlainInt, SourceTree
from profilegen.core.yaml_errors import LOADER, YamlFault
from profilegen.core.yaml_slips import GLUED, HARD, ITEM, NO_TEXT, blanks, unquoted, whole_line

__all__ = ["Key", "KeyPath", "PlainFloat", "PlainInt", "SourceTree", "parse", "read", "read_bytes"]

MAX_DEPTH = 32
MAX_NODES = 50_000
"""Values of one file: what 2 MiB of brackets and dashes could make would take a gigabyte."""


def read(path: Path, name: str | None = None) -> Checked[SourceTree]:
    """Read a YAML file. Diagnostics: PG001 to PG014."""
    file = name or str(path)
    raw = read_bytes(path, file)
    return parse(raw.value, file) if raw.value is not None else Checked(None, raw.diagnostics)


def read_bytes(path: Path, file: str) -> Checked[bytes]:
    """Read a file of the size that `parse` takes, and little more. Diagnostics: PG001."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for, forever
            message = f"{file} is a folder or a device, not a file."
            return Checked(None, (finding("PG001", Span(file), message),))
        with path.open("rb") as stream:
            return Checked(stream.read(MAX_BYTES + 1))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        return Checked(None, (finding("PG001", Span(file), f"{file} cannot be read: {reason}."),))


def parse(raw: bytes, file: str) -> Checked[SourceTree]:
    """Turn the bytes of a YAML file into a SourceTree. Diagnostics: PG002 to PG014."""
    found: list[Diagnostic] = []
    try:
        text = decoded(raw, file)
    except FileRefusedError as refused:
        return Checked(None, (refused.diagnostic,))
    tree = SourceTree(file, text)
    try:
        _Reader(tree, found).document()
    except FileRefusedError as refused:
        faults = list(islice(_faults(tree), MAX_FAULTS)) or [refused.diagnostic]
        return Checked(None, ordered([*found, *faults]))
    if any(d.severity == "error" for d in found):
        return Checked(None, ordered(found))
    return Checked(tree, ordered(found))


MAX_FAULTS = 3
"""Faults of syntax told in one run; more would mostly follow from the first."""
_TOP = re.compile(r"[a-z_]+:(?: |$)")


def _faults(tree: SourceTree) -> Iterator[Diagnostic]:
    """The first fault of each part of a file that has one; parts begin with their top-level key.

    Each part is read alone, at its place, so that no fault follows from one above it.
    """
    heads = [at for at, line in enumerate(tree.lines) if _TOP.match(line)]
    for start, end in pairwise([*heads, len(tree.lines)]):
        lines = [""] * start + tree.lines[start:end]
        try:
            _Reader(SourceTree(tree.file, "\n".join(lines)), []).document()
        except FileRefusedError as refused:
            yield refused.diagnostic


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
        self.lines = tree.lines
        self.quote: Any = None
        """The last text in quotes: one that is closed too late swallows what follows."""
        self.events = self._events()

    def document(self) -> None:
        """Read the file's only document."""
        next(self.events)  # stream start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            raise FileRefusedError(finding("PG011", Span(self.tree.file), "The file is empty."))
        self.tree.data = self._node(next(self.events), ())
        next(self.events)  # document end
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            line = event.start_mark.line
            rule = Span(self.tree.file, line + 1, 1, line + 2, 1)
            fix = Fix((Edit(rule, ""),)) if self.lines[line].rstrip() == "---" else None
            self._refuse("PG010", event, "A second document begins here.", fix=fix)
        if self.tree.data is None:
            raise FileRefusedError(finding("PG011", Span(self.tree.file), "The file is empty."))

    def _events(self) -> Iterator[Any]:
        try:
            for event in yaml.parse(self.tree.text, Loader=LOADER):
                yield event
                if isinstance(event, yaml.ScalarEvent):
                    self.quote = event if event.style in ("'", '"') else None
        except yaml.YAMLError as error:
            raise FileRefusedError(
                YamlFault(self.tree.file, self.lines, self.quote).explain(error)
            ) from None

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        end_line, end_column = end.line, end.column
        end_line, end_column = max((end_line, end_column), (start.line, start.column))
        if end_line > start.line and end_column == 0:  # a block ends at the next line's start
            end_line -= 1
            end_column = len(self.lines[end_line]) if end_line < len(self.lines) else 0
        return Span(self.tree.file, start.line + 1, start.column + 1, end_line + 1, end_column + 1)

    def _refuse(
        self, code: str, event: Any, message: str, hint: str = "", fix: Fix | None = None
    ) -> NoReturn:
        raise FileRefusedError(finding(code, self._span(event), message, hint, fix=fix))

    def _refuse_start(self, code: str, event: Any, message: str) -> NoReturn:
        """Refuse a text that begins with a sign of YAML's own."""
        repair = unquoted(self.lines, event.start_mark.line)
        fix = repair.fix(self.tree.file) if repair else None
        self._refuse(code, event, message, repair.hint if repair else "", fix)

    def _refuse_glued(self, event: Any) -> None:
        """Refuse a text that is none: a key or an item of a list with a wrong space behind it."""
        first, last = event.start_mark.line, event.end_mark.line
        if GLUED.match(event.value):
            self._refuse_line(first)
        if first < last and ITEM.match(self.lines[first]):
            for at in range(first, last + 1):
                same = indent(self.lines[at]) == indent(self.lines[first])
                if same and ITEM.match(self.lines[at]):
                    self._refuse_line(at)

    def _refuse_line(self, line: int) -> None:
        """Refuse a line in which a space is missing or not a plain one."""
        if repair := blanks(self.lines, line):
            row, column = repair.line + 1, repair.column + 1
            span = Span(self.tree.file, row, column, row, column + 1)
            fix = repair.fix(self.tree.file)
            raise FileRefusedError(finding("PG005", span, repair.message, repair.hint, fix=fix))

    def _node(self, event: Any, path: KeyPath) -> Any:
        if isinstance(event, yaml.AliasEvent):
            message = f'A text may not begin with * (here "*{event.anchor}").'
            self._refuse_start("PG007", event, message)
        self._plain_start(event)
        if len(path) >= MAX_DEPTH:
            self._refuse("PG009", event, f"Nested more than {MAX_DEPTH} levels deep.")
        if len(self.tree.values) >= MAX_NODES:
            self._refuse("PG002", event, f"The file has more than {MAX_NODES:,} entries.")
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
        self._visible(event)
        if not event.implicit[0]:  # quoted or a block
            self._tell_joined(event)
            return event.value
        self._refuse_glued(event)
        self._tell_joined(event)
        self._warn_cut(event)
        return _resolve(event.value)

    def _tell_joined(self, event: Any) -> None:
        """PG122: items of a list that YAML makes a part of the text above them."""
        first, last = event.start_mark.line, min(event.end_mark.line, len(self.lines) - 1)
        look = joined_item if event.implicit[0] else folded_list if event.style == ">" else None
        if first < last and look and (repair := look(self.lines, first, last)):
            row, column = repair.line + 1, repair.column + 1
            span = Span(self.tree.file, row, column, row, column + 1)
            fix = repair.fix(self.tree.file) if repair.changes else None
            self.found.append(finding("PG122", span, repair.message, repair.hint, fix=fix))

    def _warn_cut(self, event: Any) -> None:
        """PG012: `Act # 98` loses its end; a comment is meant where two blanks set it off."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        match = re.match(r" #| +#(?=[^\s#]| *[0-9])", rest)
        if match and not NO_TEXT.match(self.lines[end.line]):
            span = Span(
                self.tree.file,
                end.line + 1,
                end.column + match.end(),
                end.line + 1,
                len(self.lines[end.line]) + 1,
            )
            message = f'Everything from "{rest.strip()}" on is a comment and is not printed.'
            repair = whole_line(self.lines, end.line)
            fix = repair.fix(self.tree.file) if repair else None
            self.found.append(finding("PG012", span, message, fix=fix))

    def _mapping(self, path: KeyPath) -> tuple[dict[str, Any], Any]:
        mapping: dict[str, Any] = {}
        twice = False
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event)
            here = (*path, key)
            span = self._span(event)
            if key in mapping:
                if not twice:  # where a line is lost, all the keys below it come twice
                    self.found.append(self._given_twice(here, key == next(iter(mapping)), span))
                twice = True
                self._skip(next(self.events))
                continue
            self.tree.keys[here] = span
            mapping[key] = self._node(next(self.events), here)
        return mapping, event

    def _given_twice(self, path: KeyPath, first: bool, span: Span) -> Diagnostic:
        """PG006; where an entry's first key comes again, what lacks is more likely its dash."""
        message = f'"{path[-1]}" was given before, in line {self.tree.keys[path].line}.'
        lead = self.lines[span.line - 1][: span.column - 1]
        if len(path) == 2 and path[0] == "sources" and path[1] in ("type", "title"):
            repair = beside_sources(self.lines, span.line - 1)
            return finding("PG006", span, message, repair.hint, fix=repair.fix(span.file))
        if not (first and len(path) > 1 and isinstance(path[-2], int) and lead[-2:] == "  "):
            return finding("PG006", span, message)
        hint = f"If an entry begins here, write its dash: `- {path[-1]}: ...`. Else keep one."
        dash = Edit(Span(span.file, span.line, span.column - 2, span.line, span.column), "- ")
        return finding("PG006", span, message, hint, fix=Fix((dash,)))

    def _key(self, event: Any) -> str:
        if isinstance(event, yaml.AliasEvent):
            self._refuse("PG007", event, f'A key may not begin with * (here "*{event.anchor}").')
        self._plain_start(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse("PG013", event, "Brackets where a key has to stand.")
        if not event.value:
            self._refuse("PG013", event, "A colon without a key before it.")
        self._refuse_glued(event)
        if event.value[0] in HARD and event.value.lstrip(f" {HARD}") in KEYS:  # pasted before it
            self._refuse_line(self._span(event).line - 1)
        self._visible(event)
        return str(event.value)

    def _plain_start(self, event: Any) -> None:
        if event.anchor is not None:
            message = f'A text may not begin with & (here "&{event.anchor}").'
            self._refuse_start("PG007", event, message)
        if event.tag is not None:
            message = f'"{event.tag}" gives the value a type of its own.'
            self._refuse_start("PG008", event, message)

    def _visible(self, event: Any) -> None:
        """An escape in double quotes must not bring in what the file itself may not hold."""
        hidden = CONTROL.search(event.value)
        if hidden:
            self._refuse("PG014", event, INVISIBLE.format(ord(hidden[0])))

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
