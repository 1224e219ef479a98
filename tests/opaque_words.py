"""Runs profilegen with opaque tokens in place of all English of `view/wording/en`.

    python -m tests.opaque_words build --only html ...

Each string of those modules is replaced as it is imported: letters by a token of its own, while
what is filled in (`{n}`), spaces, digits and punctuation stay. Strings that decide something (keys,
what is compared or matched) are no words and stay; where a word decides, the pages differ.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

ROOM = "profilegen.view.wording.en"
_FILLED_IN = re.compile(r"(\{[^{}]*\})")
_WORDS = re.compile(r"[^\W\d_](?:.*[^\W\d_])?", re.DOTALL)


class _Opaque(ast.NodeTransformer):
    """Puts tokens in the place of words."""

    def __init__(self, module: str) -> None:
        self.module, self.count = module.rpartition(".")[2], 0

    def token(self, text: str) -> str:
        def one(match: re.Match[str]) -> str:
            self.count += 1
            return f"q{self.module.replace('_', '')}x{self.count}q"

        parts = _FILLED_IN.split(text)
        return "".join(part if at % 2 else _WORDS.sub(one, part) for at, part in enumerate(parts))

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, str) and _WORDS.search(node.value):
            return ast.copy_location(ast.Constant(self.token(node.value)), node)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        return node if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        node.values = [self.visit(value) for value in node.values]
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        return node

    def visit_MatchValue(self, node: ast.MatchValue) -> ast.AST:
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        deciding = ("getattr", "search", "match", "sub", "removeprefix", "removesuffix", "get")
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        return node if name in deciding else self.generic_visit(node)


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType | None:
        tree = ast.parse(self.get_data(self.path), self.path)
        return compile(ast.fix_missing_locations(_Opaque(fullname).visit(tree)), self.path, "exec")


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith(f"{ROOM}."):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin:
            spec.loader = _Loader(fullname, spec.origin)
        return spec


if __name__ == "__main__":
    sys.meta_path.insert(0, _Finder())
    from profilegen.app.cli import cli

    cli(prog_name="profilegen")
