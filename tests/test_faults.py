"""Faults of syntax: up to three are told in a run, each where it was made, none that is false."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from tests import japan
from tests.quiet import quiet

from profilegen.app.fix import fixed
from profilegen.check.model_lookup import owner_of
from profilegen.core.continuation_repairs import FIRST_KEY
from profilegen.core.indentation_repairs import KEYS
from profilegen.core.model import profile, sources
from profilegen.core.model.base import Model
from profilegen.core.model.kinds import KINDS
from profilegen.core.model.sections import Proceedings
from profilegen.core.yaml_source import MAX_FAULTS, parse

LINES = japan.BASIS.read_text(encoding="utf-8").split("\n")
SLIPS = (
    (r"( +(?:- )?[a-z_]+:) (?=\S)", r"\1"),  # no space after a colon
    ("( +(?:- )?[a-z_]+:) (?=\\S)", "\\1\u00a0"),  # a non-breaking one
    (r"( +(?:- )?[a-z_]+: )(?=[A-Z][^\"':]*$)", r'\1"'),  # a quote never closed
    (r"( *-) (?=[A-Za-z])", r"\1"),  # no space after a dash
    ("( *)- (?=[A-Za-z])", "\\1\u2022 "),  # a bullet
)


def outside_texts() -> list[int]:
    """The lines that are not part of a text of several lines."""
    plain, text = [], 1_000
    for at, line in enumerate(LINES):
        depth = len(line) - len(line.lstrip())
        if line.strip() and depth <= text:
            plain.append(at)
            text = depth if re.search(r": [|>]-?$", line) else 1_000
    return plain


def slipped(line: str, slip: tuple[str, str]) -> str:
    return re.sub(f"^{slip[0]}", slip[1], line)


def faulty_lines(lines: list[str]) -> list[int]:
    found = parse("\n".join(lines).encode(), "JPN.yaml").diagnostics
    return [d.span.line for d in found if d.severity == "error"]


def test_faults_in_several_sections_are_told_at_once_and_no_other() -> None:
    heads = [at for at, line in enumerate(LINES) if re.match(r"[a-z_]+:$", line)]
    sections = list(zip(heads, [*heads[1:], len(LINES)], strict=True))
    plain, look = outside_texts(), quiet(faulty_lines)
    for seed in range(60):
        chance = random.Random(seed)
        lines, wrong = LINES.copy(), []
        for start, end in chance.sample(sections, 4):
            slip = chance.choice(SLIPS)
            may = [at for at in plain if start < at < end and slipped(LINES[at], slip) != LINES[at]]
            if may:
                at = chance.choice(may)
                lines[at] = slipped(LINES[at], slip)
                wrong.append(at + 1)
        assert look(lines) == sorted(wrong)[:MAX_FAULTS], seed


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("a: 'x'y'\nb: c\n", 'a: "x\'y"\nb: c\n'),
        ('a: "x" is "y"\n', 'a: \'"x" is "y"\'\n'),
        ("a: '90s policy\nb: c\n", 'a: "\'90s policy"\nb: c\n'),
        ('a: "C:\\q"\n', "a: 'C:\\q'\n"),
        ("a: |  x\nb: c\n", "a: |\n  x\nb: c\n"),
        ("a: - b\n", "a:\n  - b\n"),
        ("a: [b, c,\nd: e\n", "a: [b, c]\nd: e\n"),
        ("a: [b]]\n", "a: [b]\n"),
        ("a: [b] c\n", "a: '[b] c'\n"),
        ("a: {type: b title: c}\n", "a: {type: b title: c}\n"),  # not unasked
        ("a: {title: b: c, url: d}\n", "a: {title: 'b: c', url: d}\n"),
        ("source: a: p 3\n", "source: a, p 3\n"),
        ("l:\n  - a: b\n  year: c\n  - a: d\n", "l:\n  - a: b\n    year: c\n  - a: d\n"),
        ("l:\n  - a: b\n  a: c\n", "l:\n  - a: b\n  - a: c\n"),
        ("text:\n  One is\n  Two: that\n", "text: |\n  One is\n  Two: that\n"),
        ("text: One is\n  Two: that\n", "text: |\n  One is\n  Two: that\n"),
        ("a: b\nstatus draft\n", "a: b\nstatus draft\n"),  # it may go on
        ("a: b\ngoals\n  c: d\n", "a: b\ngoals:\n  c: d\n"),
        ("t:\n  gist: one\n  two\n", "t:\n  gist: one\n    two\n"),
        ("a: {\n  title: b: c}\n", "a: {\n  title: 'b: c'}\n"),
        ("a: b\nc: *d\n", "a: b\nc: '*d'\n"),
        ("a: !d\n", "a: '!d'\n"),
        ("a: b\u2028c\nd: \x07e\n", "a: b c\nd: e\n"),
        ("a:\n\t\tb: c\n\td: e\n", "a:\n\t\tb: c\n\td: e\n"),  # nobody knows what was meant
        ("a:\n\tb: c\td\n", "a:\n  b: c d\n"),
        ("a: b\n---\n", "a: b\n---\n"),  # not unasked
    ],
)
def test_a_slip_is_repaired_as_it_was_meant(wrong: str, right: str) -> None:
    new = fixed(wrong.encode(), lambda raw: parse(raw, "x").diagnostics)
    assert new.decode() == right


def test_a_very_long_line_is_looked_at_by_no_pattern() -> None:
    found = parse(f"a: '{'x ' * 2_000}' y\n".encode(), "x").diagnostics
    assert [(d.code, d.fix) for d in found] == [("PG005", None)]


def _models(cls: type[Model]) -> Iterator[type[Model]]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _models(sub)


def test_the_keys_that_a_line_may_lack_its_colon_behind_are_those_of_the_models() -> None:
    fields = {name for model in _models(Model) for name in model.model_fields}
    assert fields >= KEYS


def test_a_plain_line_stands_for_the_first_key_of_the_models() -> None:
    sections_of = {kind.list_name: kind.sections[0] for kind in KINDS} | {"counts": Proceedings.key}
    for name, key in FIRST_KEY.items():
        if name in ("author", "editor"):
            assert sources.Name.shorthand == key
            continue
        section = sections_of.get(name, name)
        path = (section, "list", 0) if section == name else (section, name, "list", 0)
        path = (section, name, 0) if name == "counts" else path
        owner = owner_of(profile.Profile, path)
        assert owner is not None
        assert owner.shorthand == key, name
