"""What a terminal shows: findings in colour, and no output that fails for its signs."""

from __future__ import annotations

import io
import os
import sys

import click

from profilegen.core.diagnostic import Diagnostic

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan", "code": "bright_white"}


def paint(text: str, role: str) -> str:
    """Colour a word of a finding by what it is."""
    if role == "dim":
        return click.style(text, dim=True)
    return click.style(text, fg=_COLOURS.get(role), bold=role != "code")


def report(diagnostics: tuple[Diagnostic, ...]) -> None:
    """Tell findings where they disturb no output."""
    from profilegen.output import reporters

    click.echo(reporters.text(diagnostics, paint=paint), err=True, nl=False)


def say_all(*streams: object) -> None:
    """Let nothing that is said fail for its signs: a console may know few of them.

    What goes to a file or another program is UTF-8 on every system, unless the user says otherwise.
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            piped = not stream.isatty() and "PYTHONIOENCODING" not in os.environ
            stream.reconfigure(encoding="utf-8" if piped else None, errors="replace")


def let_go_of_output() -> bool:
    """Drop what an output cannot take, or leaving would fail again; whether there was such."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return True
    return False
