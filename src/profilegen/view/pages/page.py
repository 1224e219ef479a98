"""What a page beside the profiles is: what links say of it, what it shows, and its templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from profilegen.edition.edition import Edition
from profilegen.view.comparison.all_columns_and_rows import ComparisonBasis, comparison_basis
from profilegen.view.profile.profile import ProfileView, profile_view
from profilegen.view.site.imprint import Frame
from profilegen.view.site.site_map import PageLink


@dataclass(frozen=True)
class SiteContent:
    """What the pages are made of; each part is made once, when a page asks for it."""

    edition: Edition

    @cached_property
    def views(self) -> Mapping[str, ProfileView]:
        """The profiles as their own pages show them, by economy."""
        return {of.code: profile_view(of) for of in self.edition.all}

    @cached_property
    def basis(self) -> ComparisonBasis:
        """What comparisons are made of."""
        return comparison_basis(self.edition)


class FramedView(Protocol):
    """What any page beside the profiles shows."""

    @property
    def frame(self) -> Frame:
        """What stands around its content."""
        ...


V = TypeVar("V", bound=FramedView)


@dataclass(frozen=True, slots=True)
class PdfForm(Generic[V]):
    """How a page is printed."""

    template: str
    headings: Callable[[V], dict[str, tuple[str, ...]]]
    """The words of each heading that has to be in print, by its anchor."""
    sheet: str = "print/print.css"
    """The rules of print for this kind of page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(PageLink, Generic[V]):
    """A page as its module declares it; `PAGES` lists them all."""

    view: Callable[[SiteContent], V]
    """Makes what the page shows."""
    template: str
    pdf: PdfForm[V] | None = None
    """Nothing where it is not printed."""
