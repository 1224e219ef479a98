"""Options that commands share, and those whose values or help are worked out."""

from __future__ import annotations

from pathlib import Path

import click

from profilegen.core.dates import Date, DateError, parse_date


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


PROFILES = click.option(
    "--profiles", type=click.Path(path_type=Path, file_okay=False), default=Path("profiles"),
    show_default=True, help="Folder with one YAML file per economy.",
)  # fmt: skip
AS_OF = click.option(
    "--as-of", type=_DateType(),
    help="Date from which ages are counted; by default the newest `updated`.",
)  # fmt: skip
STRICT = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


class SectionsOption(click.Option):
    """Its help names the sections, which are loaded only when somebody asks."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help."""
        from profilegen.app.compare import NUMBERED

        self.help = f"Sections, such as 4,5 or 1-3; all by default. {NUMBERED}."
        return super().get_help_record(ctx)


class FormatsOption(click.Option):
    """Its help names the formats, which are loaded only when somebody asks."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help."""
        from profilegen.app.build_run import FORMATS

        self.help = f"Formats, separated by commas; all by default: {', '.join(FORMATS)}."
        return super().get_help_record(ctx)
