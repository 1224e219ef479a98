"""The command line. Exit 0: clean; 1: findings that fail the run; 2: wrong usage."""

from __future__ import annotations

import os
import signal
import sys

import click

from profilegen import __version__
from profilegen.app.commands import COMMANDS
from profilegen.app.console import let_go_of_output, report, say_all
from profilegen.core.diagnostic import Span
from profilegen.core.finding_codes import finding


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog="Begin with `profilegen build`, then open build/index.html. "
    "`profilegen COMMAND --help` tells the rest.",
)
@click.version_option(__version__, prog_name="profilegen")
def cli() -> None:
    """Write, check and print country profiles: one YAML file per economy.

    \b
    profilegen build            profiles/*.yaml -> build/: a page, a PDF and data each
    profilegen build JPN        only Japan
    profilegen compare JPN KOR -o x.pdf    side by side, on paper or as one page
    profilegen validate         what is wrong, where, and what to do
    profilegen fix              fix what can be fixed, and show it
    profilegen new ZAF          begin a profile of South Africa
    """  # noqa: D301, the backspace tells click to keep the lines


for command in COMMANDS:
    cli.add_command(command)


def _clean_when_ended() -> list[int]:
    """Let a run that is asked to end remove what it has begun; the exit code, once it was asked.

    The code is kept because libraries may lose the exception: Pydantic makes a fault of its own of
    one that meets it while it builds a model.
    """
    asked: list[int] = []

    def end(number: int, _frame: object) -> None:
        asked.append(128 + number)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(asked[0])

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # not with nohup
            signal.signal(number, end)
    return asked


def main() -> None:
    """Run a command; whatever happens, the user reads a sentence and not a traceback."""
    say_all(sys.stdout, sys.stderr)
    asked = _clean_when_ended()
    try:
        cli()
    except SystemExit as ended:
        sys.exit(asked[0] if asked else ended.code)
    except BrokenPipeError:
        let_go_of_output()
        sys.exit(asked[0] if asked else 1)
    except OSError as error:
        if asked:
            sys.exit(asked[0])
        unsaid = let_go_of_output()
        place = str(error.filename or ("output" if unsaid else "a file"))
        message = f"{place}: {error.strerror or error}"
        report((finding("PG407", Span(place), message),))
        sys.exit(1)
    except Exception as error:
        if asked:
            sys.exit(asked[0])
        if diagnostic := getattr(error, "diagnostic", None):  # of a template, which is the user's
            report((diagnostic,))
            sys.exit(1)
        if os.environ.get("PROFILEGEN_DEBUG"):
            raise
        click.echo(
            f"profilegen came upon a fault of its own ({type(error).__name__}: {error}).\n"
            "Please report it with the file; PROFILEGEN_DEBUG=1 shows where it happened.",
            err=True,
        )
        sys.exit(70)
