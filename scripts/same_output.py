"""Tell which files of two builds differ: a check for changes that should change nothing.

    .venv/bin/python scripts/same_output.py OLD NEW

Files are compared by bytes; PDFs whose bytes differ by the text of each page and by their
outline, for two layouts of one text need not be equal byte for byte. Each difference is told by
its file and the first line that differs. Exits 1 if there is any.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pikepdf
import pypdfium2

AROUND = 60
"""Characters shown before and after the first one that differs."""


def differences(old: Path, new: Path) -> Iterator[str]:
    """One line for each file that is missing, new or different."""
    before, after = _files(old), _files(new)
    for name in sorted(before | after):
        if name not in after:
            yield f"{name}: only in {old}"
        elif name not in before:
            yield f"{name}: only in {new}"
        elif (old / name).read_bytes() != (new / name).read_bytes():
            difference = _difference(old / name, new / name)
            if difference:
                yield f"{name}:{difference}"


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def _difference(old: Path, new: Path) -> str:
    """Where two files first differ: line, what stood there, what stands there now."""
    if old.suffix == ".pdf":
        before, after = _pdf_lines(old), _pdf_lines(new)
    else:
        try:
            before, after = _numbered(old), _numbered(new)
        except UnicodeDecodeError:
            return " bytes differ"
    for was, now in zip_longest(before, after, fillvalue=("end", "")):
        if was != now:
            return f"{now[0]}\n  - {_clipped(was[1], now[1])}\n  + {_clipped(now[1], was[1])}"
    return ""


def _numbered(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text("utf-8").split("\n")
    return [(str(number), line) for number, line in enumerate(lines, 1)]


def _pdf_lines(path: Path) -> list[tuple[str, str]]:
    """The lines of a PDF's pages and of its outline, each with its place."""
    with pypdfium2.PdfDocument(path) as document:
        lines = [
            (f"page {at}, line {number}", line)
            for at, page in enumerate(document, 1)
            for number, line in enumerate(page.get_textpage().get_text_range().splitlines(), 1)
        ]
        lines.append(("pages", str(len(document))))
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        lines += [("outline", line) for item in outline.root for line in _titles(item, 0)]
    return lines


def _titles(item: pikepdf.OutlineItem, depth: int) -> Iterator[str]:
    yield "  " * depth + item.title
    for child in item.children:
        yield from _titles(child, depth + 1)


def _clipped(line: str, other: str) -> str:
    """A line, or the part of a long one around the first character that differs from another's."""
    at = next((at for at, pair in enumerate(zip_longest(line, other)) if pair[0] != pair[1]), 0)
    return line[max(0, at - AROUND) : at + AROUND]


def main() -> int:
    """Print the differences between two folders."""
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    old, new = map(Path, sys.argv[1:])
    if not _files(old) or not _files(new):
        print("A folder is empty or missing.", file=sys.stderr)
        return 2
    lines = list(differences(old, new))
    print("\n".join(lines) or f"{len(_files(new))} files, no difference")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
