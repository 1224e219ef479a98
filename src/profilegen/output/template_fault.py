"""A fault in a user's own template, as a finding at its line."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import NoReturn

from jinja2 import BaseLoader, Environment, FileSystemLoader, TemplateNotFound

from profilegen.core.codes import finding
from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.project import shown


class TemplateFaultError(Exception):
    """What was raised in a template of the user's own; the finding says where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class OwnTemplates(FileSystemLoader):
    """Templates of the user's folder. A file that cannot be read is told as such."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, object]:  # type: ignore[override]
        """Read a template. Raises TemplateFaultError."""
        try:
            return super().get_source(environment, template)
        except TemplateNotFound:  # an OSError too: the program's own is looked for
            raise
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8"
            message = f"{template} cannot be read: {reason}."
            fault = _told(Path(self.searchpath[0]) / template, 1, message)
            raise TemplateFaultError(fault) from None


class CheckedEnvironment(Environment):
    """An environment that tells a fault in the user's templates by its place."""

    def __init__(self, own: Path | None, loader: BaseLoader, **options: object) -> None:
        super().__init__(loader=loader, **options)  # type: ignore[arg-type]
        self.own = own

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raise what Jinja raises, or TemplateFaultError where the fault is the user's."""
        try:
            super().handle_exception(source)
        except TemplateFaultError:
            raise
        except Exception as error:
            place = self.own and _place(error.__traceback__, self.own)
            if not place:
                raise
            said = f"{type(error).__name__}: {error}".rstrip(".")
            raise TemplateFaultError(_told(*place, f"The template fails: {said}.")) from None


def _place(traceback: TracebackType | None, own: Path) -> tuple[Path, int] | None:
    """The innermost line of a template of the user's own."""
    found = None
    while traceback is not None:
        path = Path(traceback.tb_frame.f_code.co_filename)
        if path.is_relative_to(own):
            found = (path, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found


def _told(path: Path, line: int, message: str) -> Diagnostic:
    return finding("PG016", Span(shown(path), line, 1, line, 1), message)
