"""The pages beside the profiles: their names, and how each is made of some of the profiles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from profilegen.core.model.sections import SECTIONS
from profilegen.edition.edition import Edition
from profilegen.output import docket, figures, html, matrices, section_page
from profilegen.output.search import search_data
from profilegen.output.site_page import SitePage
from profilegen.view.comparison.columns import ComparisonBasis, comparison_basis
from profilegen.view.pages.disputes_page import docket_view
from profilegen.view.pages.figures_page import figures_view
from profilegen.view.pages.membership_matrix import INITIATIVES, TREATIES, matrix_view
from profilegen.view.pages.search_index import hits
from profilegen.view.pages.section_page import section_pages
from profilegen.view.pages.timeline import timeline_view
from profilegen.view.pages.topics_page import topics_view
from profilegen.view.site.links import Site

_SECTIONS = tuple(f"section-{kind.number}" for kind in SECTIONS)
_OTHERS: dict[str, Callable[[SharedPages], Any]] = {
    "treaties": lambda of: matrix_view(TREATIES, of.edition, of.basis),
    "initiatives": lambda of: matrix_view(INITIATIVES, of.edition, of.basis),
    "disputes": lambda of: docket_view(of.edition, of.basis),
    "topics": lambda of: topics_view(of.edition),
    "timeline": lambda of: timeline_view(of.edition),
    "figures": lambda of: figures_view(of.edition),
}
"""What each page shows that is no section's."""

SITE_PAGES: tuple[str, ...] = (*_SECTIONS, *_OTHERS)
"""The pages that `SharedPages` makes, so that links know of them beforehand."""


@dataclass
class SharedPages:
    """The pages beside the profiles, made of these profiles; what a page shows is made once."""

    edition: Edition
    template_dir: Path | None
    _views: dict[str, Any] = field(init=False, default_factory=dict)

    @cached_property
    def basis(self) -> ComparisonBasis:
        """What comparisons are made of."""
        return comparison_basis(self.edition)

    def site_page(self, name: str, site: Site, without: str = "") -> SitePage:
        """A page by its name; `without` is what its print says of economies that are left out."""
        if name not in self._views:
            if name in _SECTIONS:
                made = section_pages(self.edition)
                self._views |= {view.name: view for view in made}
            else:
                self._views[name] = _OTHERS[name](self)
        view = self._views[name]
        if name in _SECTIONS:
            return section_page.site_page(view, site, self.template_dir, without)
        if name in ("treaties", "initiatives"):
            return matrices.site_page(view, site, self.template_dir, without)
        if name == "figures":
            return figures.site_page(view, site, self.template_dir, without)
        if name == "disputes":
            return docket.site_page(view, site, self.template_dir)
        return html.site_page(name, view, site, self.template_dir)

    def scripts(self) -> Iterator[tuple[str, str]]:
        """Name and text of each script of the pages; they are classic ones, as file:// demands."""
        for name in html.SCRIPTS:
            yield f"{name}.js", html.script(name, self.template_dir)
        yield "search-data.js", search_data(hits(self.edition))
