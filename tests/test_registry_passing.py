"""Who is given the registry: few functions, for what follows from it is worked out in one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Set
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1] / "src"
REGISTRY = "profilegen.core.registry.Registry"
EDITION = "profilegen.edition.edition.Edition"

FEWER_THAN, MOST_OF_EDITION = 30, 15

Node = ast.FunctionDef | ast.ClassDef


@cache
def code() -> tuple[tuple[str, Mapping[str, str], tuple[Node, ...]], ...]:
    """Each module with its names for the classes that it has or imports, and all it defines."""
    read = []
    for path in sorted((ROOT / "profilegen").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        names = {n.name: f"{module}.{n.name}" for n in nodes if isinstance(n, ast.ClassDef)}
        for node in nodes:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("profilegen."):
                names |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
        read.append((module, names, tuple(n for n in nodes if isinstance(n, Node))))
    return tuple(read)


def parameters(function: ast.FunctionDef) -> list[ast.arg]:
    parts = function.args
    return [*parts.posonlyargs, *parts.args, *parts.kwonlyargs]


def types(annotation: ast.expr | None, names: Mapping[str, str]) -> set[str]:
    """The classes that an annotation names; what a function is called with is not held by it."""
    if annotation is None:
        return set()
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "Callable":
        return set()
    if isinstance(annotation, ast.Name):
        return {names.get(annotation.id, "")}
    children = (c for c in ast.iter_child_nodes(annotation) if isinstance(c, ast.expr))
    return {name for child in children for name in types(child, names)}


def field_types(made: ast.ClassDef, names: Mapping[str, str]) -> set[str]:
    """The types of an object's fields: declared, or set to a parameter or to a new object."""
    found: set[str] = set()
    for node in made.body:
        if isinstance(node, ast.AnnAssign):
            found |= types(node.annotation, names)
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            taken = {one.arg: one.annotation for one in parameters(node)}
            for line in ast.walk(node):
                if isinstance(line, ast.AnnAssign):
                    found |= types(line.annotation, names)
                value = line.value if isinstance(line, ast.Assign | ast.AnnAssign) else None
                if isinstance(value, ast.Name) and value.id in taken:
                    found |= types(taken[value.id], names)
                elif isinstance(value, ast.Call):
                    found |= types(value.func, names)
    return found


@cache
def holders(of: str = REGISTRY) -> frozenset[str]:
    """The registry or another class, and every class whose objects hold it, through others too."""
    fields = {
        f"{module}.{node.name}": field_types(node, names)
        for module, names, nodes in code()
        for node in nodes
        if isinstance(node, ast.ClassDef)
    }
    holds = {of}
    while more := {name for name, of_fields in fields.items() if of_fields & holds} - holds:
        holds |= more
    return frozenset(holds)


def takers(wanted: Set[str]) -> Iterator[str]:
    """The functions with a parameter of one of these types, and the classes made of one."""
    for module, names, nodes in code():
        for node in nodes:
            if isinstance(node, ast.FunctionDef):
                annotations = [one.annotation for one in parameters(node)]
            else:
                annotations = [n.annotation for n in node.body if isinstance(n, ast.AnnAssign)]
            if any(types(one, names) & wanted for one in annotations):
                yield f"{module}.{node.name}"


def test_few_functions_are_given_the_registry_or_what_holds_it() -> None:
    holds = holders()
    for name in ("check.all_profiles.Collection", "edition.resolving.Resolver"):
        assert f"profilegen.{name}" in holds, "the walk finds too little"
    for name in ("app.rendered_site.Pages", "view.pages.page.SiteContent"):
        assert f"profilegen.{name}" in holds, "the walk finds too little"
    found = list(takers(holds))
    assert 15 < len(found) < FEWER_THAN, found


def test_few_functions_outside_its_room_take_the_whole_edition() -> None:
    found = [
        name for name in takers(holders(EDITION)) if not name.startswith("profilegen.edition.")
    ]
    assert 5 < len(found) <= MOST_OF_EDITION, found


def test_neither_a_rule_nor_a_view_of_one_economy_sees_the_registry() -> None:
    for name in ("check.context.RuleContext", "edition.resolved.ResolvedProfile"):
        assert f"profilegen.{name}" not in holders()
    assert not any("check.rules" in name for name in takers(holders()))


def test_what_makes_a_page_is_a_function_whose_types_are_written() -> None:
    """A lambda has none: by it the registry would be passed on unseen."""
    for path in (ROOT / "profilegen" / "view" / "pages").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "view":
                assert not isinstance(node.value, ast.Lambda), path.stem
