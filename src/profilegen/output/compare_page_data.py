"""What compare.html loads: one classic script for each economy and for each section's rows.

Everything is computed here, cells as finished and escaped HTML; the browser filters and lays out.
Scripts assign data because a page opened from disk may load those and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from profilegen.core.reader_text_type import Words, strung
from profilegen.core.typography import curly
from profilegen.output.data_scripts import script, tight
from profilegen.output.inline import screen
from profilegen.output.lang_attributes import spoken
from profilegen.output.templates import environment
from profilegen.view.comparison.all_columns_and_rows import ComparisonBasis
from profilegen.view.comparison.cell import LEGEND, ComparedCell, ComparedEntry
from profilegen.view.comparison.chooser import Board
from profilegen.view.comparison.column import NO_TEXT, Column, SectionColumn
from profilegen.view.comparison.comparability import ComparedFigure, Trait
from profilegen.view.comparison.figures import Bundle, elsewhere, figure_label, gap
from profilegen.view.comparison.row_heads import OTHER, Head
from profilegen.view.site.record_links import topic_place
from profilegen.view.site.site_map import Site
from profilegen.view.text.footnotes import Policy, number_notes
from profilegen.view.wording.en.compared_cells import SIGNS

ALONE = Policy(ibid=False, full=True, merged=True)
"""Each note is read alone, beside its cell."""


def scripts(
    basis: ComparisonBasis, board: Board, site: Site, template_dir: Path | None = None
) -> dict[str, str]:
    """File name and text of each script; board.js names the edition, a digest of the others.

    `site` says which pages there are for rows to lead to.
    """
    pen = _Pen(template_dir, dict(board.topics), site, _shared(basis))
    out = {
        f"{place.code}.js": script("column", pen.column(basis.columns[place.code]))
        for place in board.places
    }
    out |= {
        f"rows-{number}.js": script("heads", pen.heads(number, heads))
        for number, heads in basis.heads.items()
    }
    out["indicators.js"] = script("indicators", pen.indicators(basis))
    for place in board.places:
        column = basis.columns[place.code]
        out |= {
            f"{place.code}-{section.number}.js": script("measured", pen.figures(column, section))
            for section in column.sections
            if section.figures
        }
    told = _board(board, site) | {"no_text": pen.cell(NO_TEXT)}
    whole = "".join(f"{name}\n{text}" for name, text in sorted(out.items()))
    digest = hashlib.sha256((whole + json.dumps(told)).encode()).hexdigest()
    return out | {"board.js": script("board", told | {"edition": digest[:8]})}


def _board(board: Board, site: Site) -> dict[str, object]:
    """Economies, sections and topics to choose among, and the legend."""
    told = asdict(board)
    for place in told["places"]:
        place |= {field: curly(place[field]) for field in ("name", "article")}
        native = place["native"]
        place["native"] = native and [native["text"], native["language"]]
    return {
        "series": curly(f"{board.frame.series}: {board.frame.subtitle}"),
        "registry": board.frame.registry_as_of,
        "licence": curly(board.frame.licence),
        "address": board.frame.address,
        "places": told["places"],
        "parts": [part | {"label": curly(part["label"])} for part in told["parts"]],
        "topics": [[key, curly(name), _topic(key, name, site)] for key, name in board.topics],
        "said": {sign: SIGNS[sign] for sign in LEGEND},
    }


def _topic(key: str, name: Words, site: Site) -> str:
    """The address of a topic's entries in all economies, where there is one."""
    there = topic_place(str(name))
    return f"{there.page}.html#{there.fragment}" if key != OTHER and site.has(there.page) else ""


_Part = tuple[str, str, str]
"""Indicator, whose, and of which part."""


class _Pen:
    """Writes cells as HTML, equal ones once."""

    def __init__(
        self,
        template_dir: Path | None,
        topics: Mapping[str, Words],
        site: Site,
        shared: Collection[_Part],
    ) -> None:
        template = environment(template_dir).get_template("compare/_cell.html")
        self._macros: Any = template.make_module({"apart": False, "site": "", "bare": True})
        self._topics = topics
        self._site = site
        self._shared = shared

    def column(self, column: Column) -> dict[str, object]:
        """An economy: cells that stand often are kept in a pool."""
        pool: dict[str, int] = {}
        sections = {s.number: self._section(s, column, pool) for s in column.sections}
        cells = [json.loads(cell) for cell in pool]
        return {"code": column.code, "sections": sections, "pool": cells}

    def figures(self, column: Column, section: SectionColumn) -> dict[str, object]:
        """The figures of one section of an economy, which a choice loads when it shows them."""
        told, notes = number_notes(tuple(section.figures.values()), column.sources, ALONE)
        traits: dict[str, int] = {}
        own = {
            key: [self._bundle(key, bundle, traits) for bundle in bundles]
            for key, bundles in zip(section.figures, told, strict=True)
        }
        return {
            "code": column.code,
            "section": section.number,
            "own": own,
            "traits": [json.loads(one) for one in traits],
            "notes": [spoken(str(screen(note.words))) for note in notes],
        }

    def _bundle(self, key: str, bundle: Bundle, pool: dict[str, int]) -> list[object]:
        """Whose, how many parts, the parts that may stand in full, and all in one line.

        A part that one economy has alone stands in full only where there is no other; the total
        always does.
        """
        strands: list[object] = []
        for strand in bundle.strands:
            label = figure_label(bundle.whose, strand.part)
            if (key, bundle.whose, strand.part) in self._shared:
                figures = [
                    [self._amount(label, figure), _pooled(figure.traits, pool)]
                    for figure in strand.figures
                ]
            elif bundle.brief and strand.part:
                continue
            else:
                figures = [[self._amount(label, strand.figures[0])]]
            strands.append([curly(strand.part), figures])
        brief = self._amount(figure_label(bundle.whose), bundle.brief) if bundle.brief else ""
        return [curly(bundle.whose), len(bundle.strands), strands, brief]

    def _amount(self, label: str, figure: ComparedFigure) -> str:
        return tight(self._macros.amount(label, figure))

    def heads(self, number: int, heads: Mapping[str, Any]) -> dict[str, object]:
        """The rows of a section, in their order, with the cell of whoever has none."""
        places: dict[str, int] = {}
        rests: dict[str, int] = {}
        rows = []
        for head in heads.values():
            rest = json.dumps(self.cell(head.rest), ensure_ascii=False)
            rows.append(
                [
                    head.key,
                    self._title(head),
                    curly(strung("; ", head.details)),
                    rests.setdefault(rest, len(rests)),
                    list(head.topics),
                    [places.setdefault(place, len(places)) for place in head.sources],
                ]
            )
        told, seen = list(map(json.loads, rests)), list(map(curly, places))
        return {"section": number, "rows": rows, "rests": told, "places": seen}

    def indicators(self, basis: ComparisonBasis) -> dict[str, object]:
        """The rows of figures in their order, and the cells of sections that have none."""
        rows = [
            [head.key, self._title(head), curly(strung("; ", head.details)), list(head.topics)]
            for head in basis.indicators.values()
        ]
        sections = [section for c in basis.columns.values() for section in c.sections]
        gaps = {state: self.cell(gap(state)) for state in sorted({s.state for s in sections})}
        numbers = sorted({s.number for s in sections if s.figures})
        others = {number: self.cell(elsewhere(number)) for number in numbers}
        return {"rows": rows, "gaps": gaps, "elsewhere": others}

    def _title(self, head: Head) -> str:
        """What a row is about, as a link where the site tells of it."""
        there = head.place if head.place and self._site.has(head.place.page) else None
        return tight(self._macros.title(replace(head, place=there)))

    def _section(
        self, section: SectionColumn, column: Column, pool: dict[str, int]
    ) -> dict[str, object]:
        keys = list(section.cells)
        drafts = (section.text, section.items, tuple(section.cells[key] for key in keys))
        (text, items, cells), notes = number_notes(drafts, column.sources, ALONE)
        told = {
            key: pool.setdefault(json.dumps(self.cell(cell), ensure_ascii=False), len(pool))
            for key, cell in zip(keys, cells, strict=True)
        }
        out: dict[str, object] = {
            "state": section.state,
            "stood": section.stood,
            "text": self.cell(text) if text.blocks else None,
            "rest": self.cell(section.rest),
            "items": [self._item(item) for item in items],
            "cells": told,
            "notes": [spoken(str(screen(note.words))) for note in notes],
        }
        return out | ({"measured": list(section.figures)} if section.figures else {})

    def cell(self, cell: ComparedCell) -> list[object]:
        """State, token, HTML, topics, and whether the profile lists it."""
        html = tight(self._macros.cell(cell))
        return [cell.state, cell.token, html, list(cell.topics), int(bool(cell.number))]

    def _item(self, item: ComparedEntry) -> list[object]:
        """Topics, HTML, the HTML of what points to it from its other topics, whether a draft."""
        topics = item.topics or (OTHER,)
        bare = replace(item.entry, notes=())
        under = replace(item, under=self._topics[topics[0]], entry=bare)
        points = tight(self._macros.item(under)) if len(topics) > 1 else ""
        return [list(topics), tight(self._macros.item(item)), points, int(item.draft)]


def _pooled(traits: Sequence[Trait], pool: dict[str, int]) -> int:
    """The place of traits among those of a section, for many figures have the same."""
    told = [[t.name, t.value, curly(t.told)] if t.told else [t.name, t.value] for t in traits]
    return pool.setdefault(json.dumps(told, ensure_ascii=False), len(pool))


def _shared(basis: ComparisonBasis) -> Collection[_Part]:
    """Parts of which two economies have figures, in whatever section."""
    found = Counter(
        part
        for column in basis.columns.values()
        for part in {
            (key, bundle.whose, strand.part)
            for section in column.sections
            for key, bundles in section.figures.items()
            for bundle in bundles
            for strand in bundle.strands
        }
    )
    return {part for part, count in found.items() if count > 1}
