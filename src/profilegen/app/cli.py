"""The command line. Exit 0: clean; 1: findings that fail the run; 2: wrong usage."""

from __future__ import annotations

import datetime
import io
import os
import shlex
import signal
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from profilegen import __version__
from profilegen.core.dates import Date, DateError, parse_date
from profilegen.core.diagnostic import Diagnostic, Span, blocking, ordered
from profilegen.core.finding_codes import finding
from profilegen.core.locale import counted

if TYPE_CHECKING:
    from profilegen.core.registry import Registry

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan", "code": "bright_white"}


def _paint(text: str, role: str) -> str:
    if role == "dim":
        return click.style(text, dim=True)
    return click.style(text, fg=_COLOURS.get(role), bold=role != "code")


class _DateType(click.ParamType[Date]):
    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Date:
        if isinstance(value, Date):
            return value
        try:
            return parse_date(str(value))
        except DateError as error:
            self.fail(f"{error} {error.hint}".strip(), param, ctx)


class _Refused(click.ClickException):
    """What cannot be done though the call is right: no usage is shown before it."""

    exit_code = 2


PROFILES = click.option(
    "--profiles", type=click.Path(path_type=Path, file_okay=False), default=Path("profiles"),
    show_default=True, help="Folder with one YAML file per economy.",
)  # fmt: skip
AS_OF = click.option(
    "--as-of", type=_DateType(),
    help="Date from which ages are counted; by default the newest `updated`.",
)  # fmt: skip
STRICT = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


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


class _FormatsOption(click.Option):
    """Its help names the formats, which are loaded only when somebody asks."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from profilegen.app.run import FORMATS

        self.help = f"Formats, separated by commas; all by default: {', '.join(FORMATS)}."
        return super().get_help_record(ctx)


@cli.command()
@click.argument("economies", nargs=-1, metavar="[ECONOMY ...]")
@PROFILES
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("build"),
    show_default=True, help="Folder for the finished web site.",
)  # fmt: skip
@click.option("--only", cls=_FormatsOption)
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, show_default=True,
    help="Number of PDFs made at the same time.",
)  # fmt: skip
@click.option("--published-only", is_flag=True, help="Leave out drafts and reviewed profiles.")
@AS_OF
@STRICT
def build(
    economies: tuple[str, ...], profiles: Path, out: Path, only: str | None, jobs: int,
    published_only: bool, as_of: Date | None, strict: bool,
) -> None:  # fmt: skip
    """Build pages, PDFs and data of all economies, or of those named by their codes."""
    from profilegen.app.build import Plan, known_economies
    from profilegen.app.build import build as run
    from profilegen.app.run import FORMATS
    from profilegen.core.registry import nearest

    asked = FORMATS if only is None else map(str.strip, only.split(","))
    formats = tuple(dict.fromkeys(filter(None, asked)))
    for name in formats:
        if name not in FORMATS:
            raise click.BadParameter(
                f"{name} is not one of {', '.join(FORMATS)}.", param_hint="--only"
            )
    _files_there(profiles)
    known = known_economies(profiles)
    for code in economies:
        if code not in known:
            near = nearest(code, known)
            hint = f" Did you mean {near}?" if near else ""
            raise click.UsageError(f"{profiles} has no {code}.yaml.{hint}")
    start = time.perf_counter()
    plan = Plan(profiles, out, formats, economies, jobs, as_of, published_only)
    result = run(plan, lambda line: click.echo(line, err=True))
    _report(result.diagnostics)
    if result.written:
        made = f"{len(result.written)} files in {out}, {time.perf_counter() - start:.1f} s"
        index = out / "index.html"
        click.echo(f"Built {made}." + (f" Open {index}." if index.is_file() else ""), err=True)
    else:
        click.echo(f"Nothing was built; {out} is as it was.", err=True)
    sys.exit(1 if blocking(result.diagnostics, strict=strict) else 0)


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATH ...]", type=click.Path(path_type=Path))
@PROFILES
@click.option("--format", "style", type=click.Choice(["text", "json", "sarif", "github"]),
    default="text", show_default=True,
)  # fmt: skip
@click.option("--notes", is_flag=True, help="Also show notes, such as facts not stated.")
@AS_OF
@STRICT
def validate(
    paths: tuple[Path, ...], profiles: Path, style: str, notes: bool, as_of: Date | None,
    strict: bool,
) -> None:  # fmt: skip
    """Check profiles: files, folders or codes; everything in the profiles folder by default."""
    from profilegen.check.collection import load
    from profilegen.check.near_misses import passed_over
    from profilegen.output import annotations, reporters

    files = _files_named(paths, profiles)
    folders = [path for path in paths if path.is_dir()] if paths else [profiles]
    beside = [d for folder in folders for d in passed_over(folder)]
    found = ordered([*load(files, _base(files, profiles), as_of).diagnostics, *beside])
    programs = {"json": reporters.as_json, "sarif": annotations.as_sarif,
                "github": annotations.as_github}  # fmt: skip
    if style in programs:
        click.echo(programs[style](found), nl=False)
    else:
        click.echo(reporters.text(found, notes=notes, paint=_paint), nl=False)
    sys.exit(1 if blocking(found, strict=strict) else 0)


@cli.command()
@click.argument("paths", nargs=-1, metavar="[ECONOMY ...]", type=click.Path(path_type=Path))
@PROFILES
@click.option("--unsafe", is_flag=True, help="Also apply fixes that are only likely.")
@click.option("--diff", "keep", is_flag=True, help="Only show what would change.")
def fix(paths: tuple[Path, ...], profiles: Path, unsafe: bool, keep: bool) -> None:
    """Fix what can be fixed: misspelt keys, missing quotes, forms of dates and citations.

    Shows what changes, changes it, and says what is left for you. Fixes that may not be what you
    meant are left out, unless you ask for them. Every other byte of a file stays as it is.
    """
    from profilegen.app.fix import fix_all
    from profilegen.check.collection import load
    from profilegen.output import reporters

    files = _files_named(paths, profiles)
    base = _base(files, profiles)
    show = partial(click.echo, nl=False)
    number = fix_all(files, base, show, registry_too=not paths, unsafe=unsafe, keep=keep)
    changed = counted(number, "file")
    click.echo(f"{changed} would change." if keep else f"{changed} changed.", err=True)
    left = load(files, base).diagnostics
    if keep:
        click.echo(reporters.summary(left), err=True)
    else:
        _report(left)
    sys.exit(1 if blocking(left) else 0)


class _SectionsOption(click.Option):
    """Its help names the sections, which are loaded only when somebody asks."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from profilegen.app.compare import NUMBERED

        self.help = f"Sections, such as 4,5 or 1-3; all by default. {NUMBERED}."
        return super().get_help_record(ctx)


@cli.command()
@click.argument("economies", nargs=-1, metavar="ECONOMY ECONOMY [...]")
@click.option("--sections", cls=_SectionsOption, default="")
@click.option("--topic", "topics", multiple=True, help="Only entries on a topic; may be repeated.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True,
    help="File to write: x.pdf, or x.html, one file to send.",
)  # fmt: skip
@PROFILES
def compare(
    economies: tuple[str, ...], sections: str, topics: tuple[str, ...], output: Path, profiles: Path
) -> None:
    """Put economies side by side, compared with the first.

    \b
    profilegen compare JPN KOR USA --sections 4,5 -o chips.pdf
    profilegen compare JPN KOR --topic semiconductors -o chips.html
    """  # noqa: D301
    from profilegen.app.compare import Request, UsageError
    from profilegen.app.compare import compare as run
    from profilegen.check.collection import faulty, load, sound

    loaded = load(_files_there(profiles), profiles)
    assert loaded.value is not None
    broken, collection = faulty(loaded.diagnostics), replace(loaded.value, profiles=sound(loaded))
    request = Request(economies, sections, topics)
    try:
        found = run(collection, profiles, request, output, lambda line: click.echo(line, err=True))
    except UsageError as error:
        unread = (
            f" Files with errors: {', '.join(sorted(broken))} (see validate)." if broken else ""
        )
        raise click.UsageError(f"{error}{unread}") from None
    if found:
        _report(found)
    sys.exit(1 if blocking(found) else 0)


@cli.command()
@click.argument("economy")
@PROFILES
def new(economy: str, profiles: Path) -> None:
    """Begin a profile: ECONOMY is a three-letter code, such as ZAF.

    The file explains each section and holds, as comments, what the registries know of the
    economy. An existing file is never overwritten.
    """
    from profilegen.app.new import new_profile

    registry = _registry(profiles)
    economies = registry.economies
    code = economy.upper() if economy.upper() in economies.records else economies.key(economy)
    if code is None:
        near = economies.key(economies.near(economy))
        hint = f" Did you mean {near} ({economies.records[near].name})?" if near else ""
        raise click.UsageError(f'"{economy}" is no known economy.{hint}')
    now = datetime.datetime.now().astimezone()
    try:
        path = new_profile(code, profiles, registry, f"{now.day} {now:%B %Y}")
    except FileExistsError as error:
        raise _Refused(f"{error} is there already; it is left as it is.") from None
    call = f"profilegen validate {code}{_of_folder(profiles)}"
    click.echo(f"{path} is ready: fill it in, and run `{call}`.")


@cli.command()
@PROFILES
def schema(profiles: Path) -> None:
    """Write the JSON Schema that lets an editor complete and check profiles."""
    from profilegen.app.new import schema as write_schema

    click.echo(f"Wrote {write_schema(profiles, _registry(profiles))}.")


@cli.command()
@PROFILES
@AS_OF
def status(profiles: Path, as_of: Date | None) -> None:
    """Show how far each profile is: sections, entries, sources, age, findings, authors."""
    from profilegen.check.collection import load, profile_files
    from profilegen.output import reporters
    from profilegen.view.authoring.coverage import coverage

    _files_there(profiles)
    loaded = load(profile_files(profiles), profiles, as_of)
    assert loaded.value is not None
    if rows := coverage(loaded.value, loaded.diagnostics):
        click.echo(reporters.board(rows), nl=False)
    read = {item.tree.file for item in loaded.value.profiles}
    for file in sorted({d.span.file for d in loaded.diagnostics} - read):
        click.echo(f"{file} has findings of its own: profilegen validate tells.", err=True)


def _of_folder(profiles: Path) -> str:
    """What a command needs besides, to work on another folder than `profiles`."""
    return "" if profiles == Path("profiles") else f" --profiles {shlex.quote(str(profiles))}"


def _registry(profiles: Path) -> Registry:
    """The registries, which have to be right before anything is made of them."""
    from profilegen.check.collection import load_registry

    loaded = load_registry(profiles if profiles.is_dir() else None)
    if blocking(loaded.diagnostics):
        _report(loaded.diagnostics)
        sys.exit(1)
    assert loaded.value is not None
    return loaded.value


def _files_there(profiles: Path) -> tuple[Path, ...]:
    """The profiles of a folder; nothing to do is a mistake in the call."""
    from profilegen.check.collection import profile_files
    from profilegen.check.near_misses import readable, why_nothing

    if not profiles.is_dir():
        raise click.UsageError(
            f"{why_nothing(profiles)} Run this beside it, or give --profiles DIR."
        )
    if not readable(profiles):
        raise click.UsageError(why_nothing(profiles))
    return profile_files(profiles)


def _files_named(paths: tuple[Path, ...], profiles: Path) -> list[Path]:
    """The profiles named as files, folders or codes; all of the profiles folder by default."""
    from profilegen.check.near_misses import missing

    files: list[Path] = []
    for path in paths or (profiles,):
        coded = profiles / f"{path}.yaml"
        if path.is_dir() or not paths:
            files += _files_there(path)
        elif path.exists() or coded.exists():
            files.append(path if path.exists() else coded)
        else:
            raise click.UsageError(missing(path, profiles))
    return files


def _base(files: list[Path], profiles: Path) -> Path:
    """The folder whose registries count."""
    return profiles if profiles.is_dir() else next((p.parent for p in files), profiles)


def _report(diagnostics: tuple[Diagnostic, ...]) -> None:
    from profilegen.output import reporters

    click.echo(reporters.text(diagnostics, paint=_paint), err=True, nl=False)


def _clean_when_ended() -> None:
    """Let a run that is asked to end remove what it has begun, as after Ctrl-C."""

    def end(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # not with nohup
            signal.signal(number, end)


def _say_all(*streams: object) -> None:
    """Let nothing that is said fail for its signs: a console may know few of them.

    What goes to a file or another program is UTF-8 on every system, unless the user says otherwise.
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            piped = not stream.isatty() and "PYTHONIOENCODING" not in os.environ
            stream.reconfigure(encoding="utf-8" if piped else None, errors="replace")


def _let_go_of_output() -> bool:
    """Drop what an output cannot take, or leaving would fail again; whether there was such."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return True
    return False


def main() -> None:
    """Run a command; whatever happens, the user reads a sentence and not a traceback."""
    _say_all(sys.stdout, sys.stderr)
    _clean_when_ended()
    try:
        cli()
    except BrokenPipeError:
        _let_go_of_output()
        sys.exit(1)
    except OSError as error:
        unsaid = _let_go_of_output()
        place = str(error.filename or ("output" if unsaid else "a file"))
        message = f"{place}: {error.strerror or error}"
        _report((finding("PG407", Span(place), message),))
        sys.exit(1)
    except Exception as error:
        if diagnostic := getattr(error, "diagnostic", None):  # of a template, which is the user's
            _report((diagnostic,))
            sys.exit(1)
        if os.environ.get("PROFILEGEN_DEBUG"):
            raise
        click.echo(
            f"profilegen came upon a fault of its own ({type(error).__name__}: {error}).\n"
            "Please report it with the file; PROFILEGEN_DEBUG=1 shows where it happened.",
            err=True,
        )
        sys.exit(70)
