"""The page of figures: indicators in the order of the sections, then charts and programmes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from profilegen.core.model.sections import SECTIONS, SectionKind
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.blocks.chart import ChartView
from profilegen.view.blocks.table import TableView
from profilegen.view.pages.indicator import IndicatorView, Items, indicator_view
from profilegen.view.pages.page import Page, PdfForm, SiteContent
from profilegen.view.profile.section import data_views
from profilegen.view.profile.section_view import BlockView
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.text.footnotes import number_notes
from profilegen.view.text.nodes import Note
from profilegen.view.text.sources_of_profiles import merged
from profilegen.view.wording.en.figures_page import LABELS
from profilegen.view.wording.en.pages import ABOUT, LINKS


@dataclass(frozen=True, slots=True)
class SectionIndicators:
    """The indicators of one section of the template."""

    anchor: str
    number: int
    label: str
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True)
class EconomyData:
    """The charts and programme tables of one economy."""

    code: str
    name: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The page: indicators that several economies have come first."""

    frame: Frame
    count: int
    compared: tuple[SectionIndicators, ...]
    """Indicators of two economies or more."""
    data: tuple[EconomyData, ...]
    alone: tuple[SectionIndicators, ...]
    """Indicators of one economy."""
    notes: tuple[Note, ...] = ()

    @property
    def indicators(self) -> tuple[IndicatorView, ...]:
        """All indicators."""
        return tuple(i for group in (*self.compared, *self.alone) for i in group.indicators)


def figures_view(content: SiteContent) -> FiguresView:
    """Compose the page from all profiles, in the order of their numbers."""
    edition = content.edition
    ordered = edition.by_number
    together = merged([of.profile for of in ordered])
    by_indicator: dict[str, Items] = {}
    for of in ordered:
        for item in of.observations:
            if item.record:
                by_indicator.setdefault(item.indicator, []).append((of.profile, item))
    views = {
        key: indicator_view(key, record, by_indicator[key], together.cited)
        for key, record in edition.indicators.items()
        if key in by_indicator
    }
    sections = {key: by_indicator[key][0][1].placed.kind for key in views}
    data = tuple(
        together.cited(EconomyData(of.code, of.economy.name, blocks), of.code)
        for of in ordered
        if (blocks := tuple(_blocks(of)))
    )
    count = sum(len(items) for items in by_indicator.values())
    compared = {key: view for key, view in views.items() if view.economies > 1}
    alone = {key: view for key, view in views.items() if view.economies == 1}
    view = FiguresView(
        frame(edition.series, edition.as_of),
        count,
        tuple(_groups("compared", compared, sections)),
        _labelled(data),
        tuple(_groups("alone", alone, sections)),
    )
    numbered, notes = number_notes(view, together.sources)
    return replace(numbered, notes=notes)


def _groups(
    part: str, views: Mapping[str, IndicatorView], sections: Mapping[str, SectionKind]
) -> Iterator[SectionIndicators]:
    """Indicators by the section in which the first economy has them."""
    for kind in SECTIONS:
        if of := tuple(view for key, view in views.items() if sections[key] is kind):
            yield SectionIndicators(f"{part}-{kind.number}", kind.number, kind.label, of)


def _blocks(of: ResolvedProfile) -> Iterator[BlockView]:
    for kind, section in of.profile.sections():
        yield from data_views(kind, section, of).values()


def _labelled(data: tuple[EconomyData, ...]) -> tuple[EconomyData, ...]:
    counts = {"table": 0, "figure": 0}

    def named(block: BlockView) -> BlockView:
        assert isinstance(block, TableView | ChartView)
        counts[block.kind] += 1
        return replace(block, label=LABELS[block.kind].format(n=counts[block.kind]))

    return tuple(replace(d, blocks=tuple(map(named, d.blocks))) for d in data)


def _headings(view: FiguresView) -> dict[str, tuple[str, ...]]:
    return {indicator.anchor: (indicator.name,) for indicator in view.indicators}


PAGE = Page(
    "figures",
    LINKS["figures"],
    summary=ABOUT["figures"],
    view=figures_view,
    template="screen/figures.html",
    pdf=PdfForm("print/figures.html", _headings),
)
