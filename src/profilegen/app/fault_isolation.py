"""One document's fault stays its own: what is made of many is made without those that break it."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.output.template_faults import template_fault

Item = TypeVar("Item")
Made = TypeVar("Made")


class TemplateFault(Exception):  # noqa: N818, it is named after what it is about
    """A user's own template is at fault, and no document."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@contextmanager
def template_faults(template_dir: Path | None) -> Iterator[None]:
    """Raise TemplateFault in place of an error that came about in a user's own template."""
    try:
        yield
    except Exception as error:
        if fault := template_fault(error, template_dir):
            raise TemplateFault(fault) from None
        raise


def spared(
    make: Callable[[Sequence[Item]], Made], items: Sequence[Item], template_dir: Path | None
) -> tuple[Made | None, list[tuple[Item, Exception]]]:
    """What is made of all items, or else of those of which it can be made alone; and the others.

    Raises TemplateFault; and what was raised, where no item is to blame.
    """
    try:
        with template_faults(template_dir):
            return make(items), []
    except (OSError, TemplateFault):
        raise
    except Exception:
        blamed = [(item, raised) for item in items if (raised := _raised(make, item))]
        rest = [item for item in items if not any(item is other for other, _ in blamed)]
        if not blamed:
            raise
        return (make(rest) if rest else None), blamed


def _raised(make: Callable[[Sequence[Item]], object], item: Item) -> Exception | None:
    try:
        make([item])
    except Exception as error:
        return error
    return None


def program_fault(error: Exception, file: str, doing: str) -> Diagnostic:
    """PG415: the program fails on a document, in whatever way."""
    if os.environ.get("PROFILEGEN_DEBUG"):
        traceback.print_exception(error)
    said = " ".join(str(error).split())
    message = f"{doing} failed: {type(error).__name__}{f' ({said})' if said else ''}."
    return finding("PG415", Span(file), message, place=doing)
