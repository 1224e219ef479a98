"""Notes of a comparison: numbered down each column (A1, A2), under the section that calls them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from profilegen.view.comparison.cell import ComparedCell
from profilegen.view.comparison.column import Column
from profilegen.view.comparison.model import ComparedRow, ComparedSection, column_letter
from profilegen.view.text.footnotes import Policy, mapped, number_notes
from profilegen.view.text.nodes import Call, Note


def numbered(
    sections: tuple[ComparedSection, ...], columns: Sequence[Column]
) -> tuple[ComparedSection, ...]:
    """Number the notes down each column, through all sections."""
    for at, column in enumerate(columns):
        unnumbered = tuple(
            (section.text[at : at + 1], _cells(section.rows, at), _cells(section.figures, at))
            for section in sections
        )
        policy = Policy(prefix=column_letter(at), ibid=False, merged=True)
        numbered_sections, notes = number_notes(unnumbered, column.sources, policy)
        start = 0
        out = []
        for section, (text, cells, figures) in zip(sections, numbered_sections, strict=True):
            called = _last((text, cells, figures), notes, start)
            out.append(
                replace(
                    section,
                    text=_put(section.text, at, text[0]) if text else (),
                    rows=_told(section.rows, at, cells),
                    figures=_told(section.figures, at, figures),
                    notes=(*section.notes, notes[start:called]),
                )
            )
            start = called
        sections = tuple(out)
    return sections


def _cells(rows: tuple[ComparedRow, ...], at: int) -> tuple[ComparedCell, ...]:
    return tuple(row.cells[at] for row in rows)


def _told(
    rows: tuple[ComparedRow, ...], at: int, cells: tuple[ComparedCell, ...]
) -> tuple[ComparedRow, ...]:
    """The rows with the cells of one column in place of its own."""
    return tuple(
        replace(row, cells=_put(row.cells, at, cell)) for row, cell in zip(rows, cells, strict=True)
    )


def _put(cells: tuple[ComparedCell, ...], at: int, cell: ComparedCell) -> tuple[ComparedCell, ...]:
    return (*cells[:at], cell, *cells[at + 1 :])


def _last(view: object, notes: tuple[Note, ...], start: int) -> int:
    """How many notes of a column have been called by the end of a section."""
    calls: list[Call] = []

    def heard(call: Call) -> Call:
        calls.append(call)
        return call

    mapped(view, heard, Call)
    return start + sum(not call.again for call in calls)
