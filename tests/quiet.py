"""What coverage does not listen to.

Coverage is called for every line that runs, the library's too, and a layout has tens of millions
of them: it takes twice its time. So it is paused while a document is laid out and written, and in
tests that run again, hundreds of times, what others run. What our own code does meanwhile is not
counted, save in the first layout of a process and in tests that ask for `traced_layouts`: coverage
can come out too low by this, never too high.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from multiprocessing import parent_process
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


def heard_first(calls: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """The same call, of which the first few in a process are heard and the others are not."""

    def of(call: Callable[P, T]) -> Callable[P, T]:
        unheard, left = quiet(call), [calls]

        @wraps(call)
        def either(*args: P.args, **more: P.kwargs) -> T:
            left[0] -= 1
            return (call if left[0] >= 0 else unheard)(*args, **more)

        return either

    return of


_kinds: set[Any] = set()


def kinds() -> frozenset[Any]:
    """The classes of documents whose writing is quiet."""
    return frozenset(_kinds)


def layout(press: pdf.Press, page: Any, feet: Any = None) -> Any:
    """Lay a page out unheard, unless it is the first here; all documents are written unheard."""
    call = quiet(LAYOUT) if _kinds or parent_process() else LAYOUT
    document = call(press, page, feet)
    kind = type(document)
    if kind not in _kinds:
        _kinds.add(kind)
        kind.write_pdf = quiet(kind.write_pdf)
    return document
