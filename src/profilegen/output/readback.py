"""Reading a PDF back: every note once, whole, on the page of its call; every heading; every face.

Places come from the anchors `ref-N`, `fn-N`, `fnend-N` of the laid-out pages; words come from the
finished file, page by page, without spaces and hyphens, in the form NFKC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2

from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.core.typography import curly
from profilegen.output import lost_text
from profilegen.output.expected_in_print import PrintManifest
from profilegen.output.fonts import is_named
from profilegen.output.footnote_placement import whole
from profilegen.output.lost_text import squeezed

PIXEL = 0.75
"""Points of a CSS pixel."""


@dataclass(frozen=True, slots=True)
class NoteFault:
    """A note that does not stand where it should; `page` is the page of its call."""

    code: str
    label: str
    page: int
    message: str


def misplaced(document: Any, expected: PrintManifest) -> list[NoteFault]:
    """Notes lost, late or cut, by the places of their anchors; the first page's come first."""
    places: dict[str, tuple[int, Any, Any]] = {}
    for number, page in enumerate(document.pages, 1):
        for name, place in page.anchors.items():
            places.setdefault(name, (number, place, page))
    faults = []
    for label in expected.notes:
        call, start = (places.get(f"{kind}-{label}") for kind in ("ref", "fn"))
        at = call[0] if call else 1
        if call is None:
            faults.append(NoteFault("PG401", label, at, f"The call of note {label} is lost."))
        elif start is None:
            faults.append(NoteFault("PG401", label, at, f"Note {label} is lost (page {at})."))
        elif start[0] != at and not expected.apart:
            message = f"Note {label} stands on page {start[0]}, its call on page {at}."
            faults.append(NoteFault("PG402", label, at, message))
        elif not whole(start[2], label):
            faults.append(NoteFault("PG403", label, at, f"Note {label} is cut (page {at})."))
    return sorted(faults, key=lambda fault: fault.page)


def read(document: Any, data: bytes, expected: PrintManifest, file: str) -> Iterator[Diagnostic]:
    """Compare the finished file with what it should hold.

    Diagnostics: PG401 to PG405, PG410, PG411.
    """
    from profilegen.output.weasyprint_laid_text import laid

    faults = misplaced(document, expected)
    for fault in faults:
        yield finding(fault.code, Span(file), fault.message, place=f"note {fault.label}")
    faulty = {fault.label for fault in faults}
    pieces = tuple(laid(document))
    yield from lost_text.lost(pieces, expected, file)
    pages_of = {piece.note: piece.page for piece in reversed(pieces)}
    for label, printed in lost_text.altered(pieces, expected).items():
        if label not in faulty:
            faulty.add(label)
            yield _altered(label, pages_of.get(label, 1), printed, file)
    with opened(data) as pages:
        for number, page in enumerate(document.pages, 1):
            here = [label for label in expected.notes if f"fn-{label}" in page.anchors]
            if not any(lost_text.shaped(expected.notes[label]) for label in here):
                # What is said of a whole word has no place of its own.
                for label in here:
                    if label in faulty:
                        continue
                    printed = _printed(pages[number - 1], page, label, expected)
                    if squeezed(printed) != squeezed(label + expected.notes[label]):
                        yield _altered(label, number, printed, file)
        read = [page.get_text_range() for page in pages]
        in_file = "".join(map(squeezed, read))
    yield from lost_text.garbled(pieces, read, file)
    yield from lost_text.unmapped(data, file)
    for label in _repeated(in_file, expected):
        if label not in faulty:
            message = f"Note {label} stands in print more than once."
            yield finding("PG402", Span(file), message, place=f"note {label}")
    for anchor, lines in expected.headings.items():
        placed = any(anchor in page.anchors for page in document.pages)
        if not placed or not all(squeezed(curly(line)) in in_file for line in lines):
            message = f"The heading of {anchor.replace('-', ' ')} is not in print."
            yield finding("PG404", Span(file), message, place=anchor)
    for name in foreign_fonts(data):
        message = f"The text falls back to the font {name}."
        hint = "Take the face out of your own templates: print uses the faces that it names."
        yield finding("PG405", Span(file), message, hint, place=name)


SHORTEST = 40
"""Signs of a note above which its words hardly stand somewhere else by chance."""


def _repeated(in_file: str, expected: PrintManifest) -> Iterator[str]:
    """The notes whose words stand in print more often than in all notes and texts of the view."""
    notes = {label: squeezed(note) for label, note in expected.notes.items()}
    known = "\n".join((*notes.values(), *map(squeezed, expected.said)))
    for label, bare in notes.items():
        if (
            len(bare) > SHORTEST
            and (times := in_file.count(bare)) > 1
            and known.count(bare) < times
        ):
            yield label


def _printed(text: Any, page: Any, label: str, expected: PrintManifest) -> str:
    """The words between a note's anchors."""
    left, top, right, _ = page.anchors[f"fn-{label}"]
    bottom = page.anchors[f"fnend-{label}"][3]
    beside = 8 if expected.apart else 30  # what hangs over the edge, and not the next column
    return bounded_text(text, page.height, (left, top, right + beside, bottom))


def _altered(label: str, page: int, printed: str, file: str) -> Diagnostic:
    """PG403 for a note whose words are not those that were meant."""
    message = f'Note {label} (page {page}) prints as "{printed.strip()[:60]}".'
    return finding("PG403", Span(file), message, place=f"note {label}")


def bounded_text(text: Any, height: float, box: tuple[float, float, float, float]) -> str:
    """The words within a box of a page; the box in pixels from the page's top left."""
    left, top, right, bottom = box
    return str(
        text.get_text_bounded(
            left=(left - 2) * PIXEL,
            right=right * PIXEL,
            top=(height - top - 1) * PIXEL,
            bottom=(height - bottom + 1) * PIXEL,
        )
    )


@contextmanager
def opened(data: bytes) -> Iterator[list[Any]]:
    """The texts of a file's pages; opening it for each note took longer than reading it."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        yield [page.get_textpage() for page in pdf]
    finally:
        pdf.close()


def fonts(data: bytes) -> set[str]:
    """Names of the fonts that a PDF embeds, without their subset tags."""
    names = set()
    with pikepdf.open(_stream(data)) as pdf:
        for page in pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                name = str(font.get("/BaseFont", "")).lstrip("/")
                names.add(re.sub(r"^[A-Z]{6}\+", "", name))
    return names


def foreign_fonts(data: bytes) -> list[str]:
    """Fonts that no style sheet asked for: a fallback changed the face in silence."""
    return sorted(name for name in fonts(data) if not is_named(name))


def _stream(data: bytes) -> Any:
    import io

    return io.BytesIO(data)
