"""The commands: each reads what was typed, has the work done, and tells findings."""

from __future__ import annotations

import datetime
import os
import shlex
import sys
import time
from dataclasses import replace
from pathlib import Path

import click

from profilegen.app.command_options import AS_OF, PROFILES, STRICT, FormatsOption, SectionsOption
from profilegen.app.console import paint, report
from profilegen.app.named_files import files_named, files_there, registry_folder, sound_registry
from profilegen.core.dates import Date
from profilegen.core.diagnostic import blocking, ordered
from profilegen.core.shared_english import counted


@click.command()
@click.argument("economies", nargs=-1, metavar="[ECONOMY ...]")
@PROFILES
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("build"),
    show_default=True, help="Folder for the finished web site.",
)  # fmt: skip
@click.option("--only", cls=FormatsOption)
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
    from profilegen.app.build_run import FORMATS
    from profilegen.core.registry import nearest

    asked = FORMATS if only is None else map(str.strip, only.split(","))
    formats = tuple(dict.fromkeys(filter(None, asked)))
    for name in formats:
        if name not in FORMATS:
            raise click.BadParameter(
                f"{name} is not one of {', '.join(FORMATS)}.", param_hint="--only"
            )
    files_there(profiles)
    known = known_economies(profiles)
    for code in economies:
        if code not in known:
            near = nearest(code, known)
            hint = f" Did you mean {near}?" if near else ""
            raise click.UsageError(f"{profiles} has no {code}.yaml.{hint}")
    start = time.perf_counter()
    plan = Plan(profiles, out, formats, economies, jobs, as_of, published_only)
    result = run(plan, lambda line: click.echo(line, err=True))
    report(result.diagnostics)
    if result.written:
        made = f"{len(result.written)} files in {out}, {time.perf_counter() - start:.1f} s"
        index = out / "index.html"
        click.echo(f"Built {made}." + (f" Open {index}." if index.is_file() else ""), err=True)
    else:
        click.echo(f"Nothing was built; {out} is as it was.", err=True)
    sys.exit(1 if blocking(result.diagnostics, strict=strict) else 0)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH ...]", type=click.Path(path_type=Path))
@PROFILES
@click.option("--format", "style", type=click.Choice(["text", "json", "sarif", "github"]),
    default="text", show_default=True, help="For people: text; for other programs: the rest.",
)  # fmt: skip
@click.option(
    "--notes", is_flag=True, help="Also show remarks that need no action, such as facts not stated."
)
@AS_OF
@STRICT
def validate(
    paths: tuple[Path, ...], profiles: Path, style: str, notes: bool, as_of: Date | None,
    strict: bool,
) -> None:  # fmt: skip
    """Check profiles: files, folders or codes; everything in the profiles folder by default."""
    from profilegen.check.all_profiles import load
    from profilegen.check.unread_files import passed_over
    from profilegen.output import reporters, sarif_and_github

    files = files_named(paths, profiles)
    folders = [path for path in paths if path.is_dir()] if paths else [profiles]
    beside = [d for folder in folders for d in passed_over(folder)]
    found = ordered([*load(files, registry_folder(files, profiles), as_of).diagnostics, *beside])
    programs = {"json": reporters.as_json, "sarif": sarif_and_github.as_sarif,
                "github": sarif_and_github.as_github}  # fmt: skip
    if style in programs:
        click.echo(programs[style](found), nl=False)
    else:
        click.echo(reporters.text(found, notes=notes, paint=paint), nl=False)
    sys.exit(1 if blocking(found, strict=strict) else 0)


@click.command()
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
    from profilegen.check.all_profiles import load
    from profilegen.output import reporters

    files = files_named(paths, profiles)
    base = registry_folder(files, profiles)
    number = 0
    for difference in fix_all(files, base, registry_too=not paths, unsafe=unsafe, keep=keep):
        click.echo(difference, nl=False)
        number += 1
    changed = counted(number, "file")
    click.echo(f"{changed} would change." if keep else f"{changed} changed.", err=True)
    left = load(files, base).diagnostics
    if keep:
        click.echo(reporters.summary(left), err=True)
    else:
        report(left)
    sys.exit(1 if blocking(left) else 0)


@click.command()
@click.argument("economies", nargs=-1, metavar="ECONOMY ECONOMY [...]")
@click.option("--sections", cls=SectionsOption, default="")
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
    from profilegen.check.all_profiles import faulty, load, sound

    loaded = load(files_there(profiles), profiles)
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
        report(found)
    sys.exit(1 if blocking(found) else 0)


@click.command()
@click.argument("economy")
@PROFILES
def new(economy: str, profiles: Path) -> None:
    """Begin a profile: ECONOMY is a three-letter code, such as ZAF.

    The file explains each section and holds, as comments, what the registries know of the
    economy. An existing file is never overwritten.
    """
    from profilegen.app.new import new_profile

    registry = sound_registry(profiles)
    economies = registry.economies.names
    code = economy.upper() if economy.upper() in economies else economies.key(economy)
    if code is None:
        near = economies.key(economies.near(economy))
        hint = f" Did you mean {near} ({economies.spoken[near][0]})?" if near else ""
        raise click.UsageError(f'"{economy}" is no known economy.{hint}')
    now = datetime.datetime.now().astimezone()
    try:
        path = new_profile(code, profiles, registry, f"{now.day} {now:%B %Y}")
    except FileExistsError as error:
        raise _Refused(f"{error} is there already; it is left as it is.") from None
    call = f"profilegen validate {code}{_of_folder(profiles)}"
    click.echo(f"{path} is ready: fill it in, and run `{call}`.")


class _Refused(click.ClickException):
    """What cannot be done though the call is right: no usage is shown before it."""

    exit_code = 2


def _of_folder(profiles: Path) -> str:
    """What a command needs besides, to work on another folder than `profiles`."""
    return "" if profiles == Path("profiles") else f" --profiles {shlex.quote(str(profiles))}"


@click.command()
@PROFILES
def schema(profiles: Path) -> None:
    """Write the JSON Schema that lets an editor complete and check profiles."""
    from profilegen.app.new import schema as write_schema

    click.echo(f"Wrote {write_schema(profiles, sound_registry(profiles).names)}.")


@click.command()
@PROFILES
@AS_OF
def status(profiles: Path, as_of: Date | None) -> None:
    """Show how far each profile is: sections, entries, sources, age, findings, authors."""
    from profilegen.check.all_profiles import load, profile_files
    from profilegen.output import reporters
    from profilegen.view.authoring.coverage import coverage

    files_there(profiles)
    loaded = load(profile_files(profiles), profiles, as_of)
    assert loaded.value is not None
    if rows := coverage(loaded.value, loaded.diagnostics):
        click.echo(reporters.board(rows), nl=False)
    read = {item.tree.file for item in loaded.value.profiles}
    for file in sorted({d.span.file for d in loaded.diagnostics} - read):
        click.echo(f"{file} has findings of its own: profilegen validate tells.", err=True)


COMMANDS = (build, validate, fix, compare, new, schema, status)
