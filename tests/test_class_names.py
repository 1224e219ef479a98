"""What is defined for all to use has one name, and a name one meaning."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "profilegen"

_CLASS_NAME = re.compile(r"_?[A-Z]\w*[a-z]")
"""A class, or another name of a type (`Run = tuple[...]`); constants are in capitals."""


def _defined(module: ast.Module) -> Iterator[str]:
    yield from (node.name for node in ast.walk(module) if isinstance(node, ast.ClassDef))
    for node in module.body:
        targets = node.targets if isinstance(node, ast.Assign) else ()
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def test_a_class_name_stands_once_in_the_code() -> None:
    places = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        for name in _defined(ast.parse(path.read_text("utf-8"))):
            if _CLASS_NAME.match(name):
                places[name].append(str(path.relative_to(SOURCE)))
    assert len(places) > 200, "the walk finds too little"
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}
