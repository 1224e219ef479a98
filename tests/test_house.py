"""The bounds of the house: how long a module is, and how many parameters a function takes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "profilegen"

MOST_LINES, MEDIAN_LINES, MOST_PARAMETERS = 350, 120, 5

LONG_MODULES: frozenset[str] = frozenset()

MANY_PARAMETERS = {
    "core/finding_codes/__init__.py finding": "the parts of a finding, most of them named",
    "check/context.py RuleContext.find": "the parts of a finding, most of them named",
    "check/context.py RuleContext.find_key": "the parts of a finding, most of them named",
    "core/pandoc_citations.py RichTextError.__init__": "the parts of a finding, most of them named",
    "output/html.py page": "what one template asks for besides is passed on by its name",
    "output/writing_systems.py _noto": "a line of the table of scripts",
    "output/weasyprint_line_height.py metrics": "the signature of what it replaces in the library",
}
"""Functions with more, and why; CONTRIBUTING.md lists them too."""


def _modules() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), path.read_text("utf-8")


def _functions(node: ast.AST, within: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """All functions and methods by their full names, but for click's commands."""
    for child in ast.iter_child_nodes(node):
        name = within
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            name = f"{within}.{child.name}".lstrip(".")
        if isinstance(child, ast.FunctionDef) and not _is_command(child):
            yield name, child
        yield from _functions(child, name)


def _is_command(function: ast.FunctionDef) -> bool:
    return any("command" in ast.unparse(mark) for mark in function.decorator_list)


def _parameters(function: ast.FunctionDef) -> list[str]:
    """What a caller gives: the object itself is no parameter."""
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    return [one.arg for one in every if one and one.arg not in ("self", "cls")]


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    lengths = {path: text.count("\n") for path, text in _modules()}
    assert len(lengths) > 150, "the walk finds too little"
    assert {path for path, lines in lengths.items() if lines > MOST_LINES} == LONG_MODULES
    assert median(lengths.values()) < MEDIAN_LINES


def test_no_function_takes_more_parameters_than_are_kept_in_mind() -> None:
    functions = {
        f"{path} {name}": function
        for path, text in _modules()
        for name, function in _functions(ast.parse(text))
    }
    assert len(functions) > 1000, "the walk finds too little"
    many = {name for name, one in functions.items() if len(_parameters(one)) > MOST_PARAMETERS}
    assert many == set(MANY_PARAMETERS)


def test_contributors_are_told_of_each_exception() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    names = {name.split()[1].removesuffix(".__init__") for name in MANY_PARAMETERS}
    assert {name for name in names if f"`{name}`" not in told} == set()
