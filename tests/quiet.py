"""Layouts that coverage does not listen to.

Coverage is called for every line that runs, the library's too, and a layout has tens of millions
of them: it takes twice its time. So it is paused while a document is laid out and written. What
our own code does meanwhile is not counted, save in tests that ask for `traced_layouts`; coverage
can come out too low by this, never too high.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from profilegen.output import pdf

P = ParamSpec("P")
T = TypeVar("T")

LAYOUT = pdf.Press.layout
"""The program's own."""


def quiet(call: Callable[P, T]) -> Callable[P, T]:
    """The same call without a trace function, where there is one."""

    @wraps(call)
    def unheard(*args: P.args, **more: P.kwargs) -> T:
        listening = sys.gettrace()
        sys.settrace(None)
        try:
            return call(*args, **more)
        finally:
            sys.settrace(listening)

    return unheard


def layout(press: pdf.Press, page: Any, feet: dict[int, int]) -> Any:
    """Lay a page out unheard; the document is written unheard too."""
    document = quiet(LAYOUT)(press, page, feet)
    document.write_pdf = quiet(document.write_pdf)
    return document
