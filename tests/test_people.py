"""Sixty mistakes that people make: the first finding stands at its place, and tells how it ends.

Each file of tests/cases/people is the same small profile with one mistake. Its first lines say
where the first finding stands, how it goes away, and which lines are then other ones:

    # first: PG104 54:1, safe     (safe: `profilegen fix` mends it; unsafe: with --unsafe; by hand)
    # write 54: proceedings:      line 54 as it is then; several for one line stand in its place
    # remove 54                   line 54 goes
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from tests import japan
from tests.quiet import heard_first, quiet

from profilegen.app.fix import at_profile, fixed
from profilegen.check.all_profiles import load_registry
from profilegen.core.diagnostic import Diagnostic, Severity, ordered
from profilegen.core.registry import Registry
from profilegen.core.yaml_edits import applied
from profilegen.edition.resolving import Resolver

FILES = sorted((Path(__file__).parent / "cases" / "people").glob("*.yaml"))
_FIRST = re.compile(r"# first: (PG\d{3}) (\d+):(\d+), (safe|unsafe|by hand)\n")
_CHANGE = re.compile(r"# (write|remove) (\d+)(?:: ?(.*))?$", re.MULTILINE)


@cache
def registry() -> Registry:
    loaded = load_registry(japan.PROFILES).value
    assert loaded is not None
    return loaded


@heard_first(60)
def findings(raw: bytes) -> list[Diagnostic]:
    found = at_profile("NGA.yaml", Resolver(registry()))(raw)
    return [d for d in ordered(found) if not d.waived and d.severity is not Severity.NOTE]


def by_hand(text: str) -> str:
    """The file as its first lines say that it is right."""
    new: dict[int, list[str]] = defaultdict(list)
    for what, line, words in _CHANGE.findall(text):
        new[int(line)] += [words] if what == "write" else []
    lines = enumerate(text.split("\n"), 1)
    return "\n".join(part for at, line in lines for part in new.get(at, [line]))


def told(found: list[Diagnostic]) -> set[tuple[str, str]]:
    return {(d.code, d.message) for d in found}


def test_the_first_finding_stands_at_the_mistake_and_doing_what_it_says_ends_it() -> None:
    look, look_at = quiet(findings), at_profile("NGA.yaml", Resolver(registry()))
    for path in FILES:
        raw = path.read_bytes()
        said = _FIRST.match(raw.decode())
        assert said, path.name
        code, line, column, how = said.groups()
        found = look(raw)
        first = found[0]
        place = (first.code, first.span.line, first.span.column)
        assert place == (code, int(line), int(column)), path.name
        assert first.hint, path.name
        right = by_hand(raw.decode()).encode()
        assert right != raw
        assert look(right) == [], path.name
        if how == "by hand":
            assert fixed(raw, look_at) in (raw, right), path.name
            continue
        assert first.fix, path.name
        assert first.fix.safe == (how == "safe"), path.name
        left = look(applied(raw, [first.fix]))
        assert told(left) < told(found), path.name  # it is gone, and no other came
        assert fixed(raw, look_at, unsafe=how == "unsafe") == right, path.name


def test_there_are_sixty_mistakes_and_each_is_another() -> None:
    bodies = {re.sub(r"(?m)^# (first|write|remove).*\n", "", p.read_text()) for p in FILES}
    assert len(bodies) == len(FILES) >= 60


@quiet
def test_what_is_right_is_left_as_it_is() -> None:
    for path in japan.PROFILES.glob("*.yaml"):
        raw = path.read_bytes()
        if path.stem != "series":
            assert fixed(raw, at_profile(str(path), Resolver(registry())), unsafe=True) == raw
