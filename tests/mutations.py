"""One mistake in a real file, made by chance: what was done, where, and the file with it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from profilegen.core.yaml_source import KeyPath, PlainFloat, PlainInt, SourceTree, parse


@dataclass(frozen=True)
class Mutation:
    """What was done at which path, and the text of the file afterwards."""

    what: str
    path: KeyPath
    text: str

    def __str__(self) -> str:
        return f"{self.what} at {'.'.join(map(str, self.path)) or 'the top'}"


class _Dumper(yaml.CSafeDumper):
    """Writes numbers with their own digits, and never the same node as an alias."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _number(dumper: Any, value: Any) -> Any:
    kind = "int" if isinstance(value, int) else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", value.raw)


_Dumper.add_representer(PlainInt, _number)
_Dumper.add_representer(PlainFloat, _number)


def dumped(data: Any) -> str:
    """Data as YAML, a key a line."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)


def tree_of(text: str) -> SourceTree:
    """A text that can be read."""
    read = parse(text.encode(), "JPN.yaml").value
    assert read is not None
    return read


GIANT = "9" * 500
WRONG: tuple[Any, ...] = (
    True, 7, -5.2, GIANT, "word", "\u2212", "[@nosuch]", "not stated", "=1+1", "\u0663", {"x": 1},
    ["x"], "31 June 2025", "[[nowhere]]", "2999", "#", "<b>x</b>", "*", "a\n\n\nb", "\u05d0\u05d1",
)  # fmt: skip


def _swap(value: Any, chance: random.Random, other: Any) -> Any:
    return other


def _empty(value: Any, chance: random.Random, other: Any) -> Any:
    return type(value)() if isinstance(value, dict | list) else ""


def _double(value: Any, chance: random.Random, other: Any) -> Any:
    if isinstance(value, list):
        return [*value, *value]
    if isinstance(value, dict):
        return {**value, **{f"{key}2": item for key, item in value.items()}}
    return f"{value} {value}"


def _null(value: Any, chance: random.Random, other: Any) -> Any:
    return None


def _nest(value: Any, chance: random.Random, other: Any) -> Any:
    return [value] if chance.random() < 0.5 else {"text": value}


def _truncate(value: Any, chance: random.Random, other: Any) -> Any:
    if isinstance(value, dict):
        kept = list(value.items())
        del kept[chance.randrange(len(kept)) if kept else 0 :]
        return dict(kept)
    text = value if isinstance(value, list) else str(getattr(value, "raw", value))
    return text[: chance.randrange(len(text))] if text else text


def _wrong(value: Any, chance: random.Random, other: Any) -> Any:
    return chance.choice(WRONG)


KINDS: dict[str, Callable[[Any, random.Random, Any], Any]] = {
    "swapped": _swap,
    "emptied": _empty,
    "doubled": _double,
    "made null": _null,
    "nested": _nest,
    "truncated": _truncate,
    "of a wrong type": _wrong,
}


def mutate(tree: SourceTree, number: int) -> Mutation:
    """The mutation of a file that a number stands for."""
    chance = random.Random(number)
    paths = [path for path in tree.values if path]
    path, other = chance.choice(paths), chance.choice(paths)
    kind = chance.choice(tuple(KINDS))
    new = KINDS[kind](tree.at(path), chance, tree.at(other))
    what = f"{kind} ({'.'.join(map(str, other))})" if kind == "swapped" else kind
    return Mutation(what, path, dumped(_with(tree.data, path, new)))


def _with(data: Any, path: KeyPath, new: Any) -> Any:
    """A copy of data with another value at a path."""
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        return [_with(item, rest, new) if at == first else item for at, item in enumerate(data)]
    return {key: _with(item, rest, new) if key == first else item for key, item in data.items()}


def cut(text: str, number: int) -> Mutation:
    """A file whose end is lost."""
    at = random.Random(number).randrange(len(text))
    return Mutation(f"cut behind {at} signs", (), text[:at])


def mutations(text: str, numbers: range) -> Iterator[tuple[int, Mutation]]:
    """So many mutations of a file; each tenth is one that is cut off."""
    tree = tree_of(text)
    plain = dumped(tree.data)
    for number in numbers:
        yield number, cut(plain, number) if number % 10 == 9 else mutate(tree, number)
