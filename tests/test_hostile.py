"""Hostile files are refused with a code, soon and in little memory, and never with a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HEAD = "economy: JPN\nstatus: draft\nupdated: 18 July 2025\n"
MIB = 2**20

_SERVER = """
import json, os, resource, signal, sys, time
from pathlib import Path
from profilegen.check.all_profiles import load, load_registry
load_registry(None)
for line in sys.stdin:
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        print(json.dumps(os.waitstatus_to_exitcode(status)), flush=True)
        continue
    signal.alarm(120)
    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    start = time.process_time()
    found = load([Path(line.rstrip())], None).diagnostics
    seconds = time.process_time() - start
    status = Path("/proc/self/status").read_text()  # ru_maxrss would count the parent's
    memory = int(status.split("VmHWM:")[1].split()[0])
    codes = sorted({d.code for d in found if not d.waived})
    longest = max((len(d.message) for d in found), default=0)
    print(json.dumps([codes, len(found), longest, seconds, memory]), flush=True)
    os._exit(0)
"""
"""Reads files that it is told of, each in a process of its own, with the program loaded once."""


def nested(opening: str, closing: str, depth: int = 50_000) -> str:
    return f"{HEAD}title: {opening * depth}{closing * depth}\n"


def bomb() -> str:
    """Nine levels of nine aliases each: 9**9 texts."""
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines) + "\n"


def steps(depth: int) -> str:
    return "".join(" " * level + "a:\n" for level in range(depth))


def text(words: str) -> str:
    """A profile whose section holds a text, each line of it indented."""
    body = "\n".join("    " + line for line in words.split("\n"))
    return f"{HEAD}industrial_strategy:\n  text: |\n{body}\n"


def entries(line: str, number: int) -> str:
    return f"{HEAD}regulatory_provisions:\n  list:\n" + line * number


LONG = f"    - {{title: A, source: {'a' * 100_000}-}}\n"
FORMS: dict[str, tuple[str, str | bytes]] = {
    "50,000 brackets": ("PG009", nested("[", "]")),
    "50,000 braces": ("PG009", nested("{a: ", "}")),
    "50,000 brackets never closed": ("PG009", nested("[", "")),
    "1,400 indented levels": ("PG009", steps(1_400)),
    "50,000 dashes": ("PG009", "- " * 50_000),
    "50,000 question marks": ("PG013", "? " * 50_000),
    "nine levels of aliases": ("PG007", bomb()),
    "an alias of itself": ("PG007", "a: &a [*a]\n"),
    "a merge key": ("PG104", f"{HEAD}<<: {{status: draft}}\n"),
    "a merge key with an alias": ("PG007", f"{HEAD}x: &x {{}}\n<<: *x\n"),
    "a tag of Python": ("PG008", f"{HEAD}title: !!python/object/apply:os.system [ls]\n"),
    "NUL": ("PG014", f"{HEAD}title: a\0b\n"),
    "an escaped NUL": ("PG014", f'{HEAD}title: "a\\0b"\n'),
    "an escape sequence": ("PG014", f"{HEAD}title: \x1b[31mred\n"),
    "latin-1": ("PG003", f"{HEAD}title: é\n".encode("latin-1")),
    "UTF-16": ("PG003", HEAD.encode("utf-16")),
    "an overlong sequence": ("PG003", HEAD.encode() + b"title: \xc0\xaf\n"),
    "a lone surrogate": ("PG003", HEAD.encode() + b"title: \xed\xa0\x80\n"),
    "a sequence cut off": ("PG003", HEAD.encode() + b"title: \xe3\x81"),
    "U+2028": ("PG014", f"{HEAD}title: a\u2028b\n"),
    "U+0085": ("PG014", f"{HEAD}title: a\x85b\n"),
    "a BOM in the middle": ("PG014", f"{HEAD}title: \ufeffa\n"),
    "two BOMs": ("PG014", f"\ufeff\ufeff{HEAD}"),
    "one line of 2 MiB": ("PG101", "a" * (2 * MIB - 10)),
    "a text of 2 MiB": ("PG114", text("a" * (2 * MIB - 200))),
    "a quote of 2 MiB never closed": ("PG005", 'a: "' + "a " * (MIB - 10)),
    "100 MiB": ("PG002", b"a: b\n" * (20 * MIB)),
    "a million items": ("PG002", "- a\n" * (MIB // 2)),
    "40,000 unknown keys": ("PG104", HEAD + "".join(f"k{n}: 1\n" for n in range(40_000))),
    "10,000 items with unknown keys": ("PG104", entries("    - {a: b}\n", 10_000)),
    "500 unknown topics": ("PG219", entries("    - {title: A, topics: [b]}\n", 500)),
    "500 equal acts": ("PG220", entries("    - {title: A, amends: B}\n", 500)),
    "50,000 keys twice": ("PG006", HEAD + "title: a\n" * 50_000),
    "a number of 5,000 digits": ("PG105", f"{HEAD}number: {'9' * 5_000}\n"),
    "infinity": ("PG105", f"{HEAD}number: .inf\n"),
    "no number": ("PG105", f"{HEAD}number: .nan\n"),
    "a quote never closed": ("PG005", f"{HEAD}title: 'a\n"),
    "an empty key": ("PG013", f"{HEAD}'': a\n"),
    "a key that is null": ("PG104", f"{HEAD}~: a\n"),
    "a key that is a number": ("PG104", f"{HEAD}1: a\n"),
    "null everywhere": ("PG105", "economy:\nstatus:\nupdated:\nsources:\nwaivers:\nhistory: [~]\n"),
    "10,000 quotations": ("PG114", text("> " * 10_000 + "a")),
    "10,000 lists": ("PG114", text("- " * 10_000 + "a")),
    "5,000 emphases": ("PG114", text("*a " * 5_000 + "b* " * 5_000)),
    "40,000 stars": ("PG114", text("*" * 40_000)),
    "40,000 square brackets": ("PG114", text("[" * 40_000)),
    "20,000 images": ("PG114", text("![" * 20_000)),
    "20,000 quotation marks": ("PG114", text("\"a'" * 10_000)),
    "a citation of 20,000 @": ("PG115", text("[" + "@" * 20_000)),
    "a citation of 40,000 letters": ("PG115", text("[@" + "a" * 40_000)),
    "a citation of 20,000 words": ("PG115", text("[@a " + "b " * 20_000 + "]")),
    "a prefix of 20,000 words": ("PG115", text("[" + "b " * 20_000 + "@]")),
    "a placement of 40,000 blanks": ("PG118", text(f"[[{' ' * 20_000}a{' ' * 20_000}]")),
    "HTML of 20,000 tags": ("PG114", text("<a" * 20_000 + ">")),
    "a source of 100,000 letters": ("PG115", entries(LONG, 1)),
    "20,000 abbreviations in brackets": ("PG215", text("a " * 20_000 + "AB")),
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[subprocess.Popen[str]]:
    unmeasured = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    with subprocess.Popen(
        [sys.executable, "-c", _SERVER],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=unmeasured,
    ) as running:  # fmt: skip
        yield running
        assert running.stdin
        running.stdin.close()


def outcome(server: subprocess.Popen[str], path: Path) -> tuple[list[str], int, int, float, int]:
    """Codes, findings, longest message, processor seconds and KiB of a run over one file."""
    assert server.stdin and server.stdout
    server.stdin.write(f"{path}\n")
    server.stdin.flush()
    told = json.loads(server.stdout.readline())
    assert isinstance(told, list), f"the process ended with {told}"
    assert json.loads(server.stdout.readline()) == 0
    codes, number, longest, seconds, memory = told
    return codes, number, longest, seconds, memory


@pytest.mark.parametrize("form", FORMS)
def test_a_hostile_file_is_refused_soon_and_in_little_memory(
    form: str, tmp_path: Path, server: subprocess.Popen[str]
) -> None:
    code, content = FORMS[form]
    path = tmp_path / "JPN.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    codes, number, longest, seconds, memory = outcome(server, path)
    print(f"{form}: {codes}, {number} findings, {seconds:.2f} s, {memory / 1024:.0f} MiB")
    assert code in codes
    assert number < 700
    assert longest < 1_000
    assert seconds < 15  # of the processor: about one, measured
    assert memory < 300 * 1024


PLACES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: None,
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("kind", PLACES)
def test_what_is_no_file_is_refused(
    kind: str, tmp_path: Path, server: subprocess.Popen[str]
) -> None:
    path = tmp_path / "JPN.yaml"
    PLACES[kind](path)
    codes, *_ = outcome(server, path)
    assert codes == ["PG001"]
