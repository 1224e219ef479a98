"""The pages beside the profiles: their names, and how each is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from profilegen.core.model.profile import Profile
from profilegen.core.model.sections import SECTIONS
from profilegen.core.registry import Registry
from profilegen.output import docket, figures, html, matrices, section_page
from profilegen.output.leaf import Leaf
from profilegen.output.search import search_data
from profilegen.view.docket import docket_view
from profilegen.view.figures import figures_view
from profilegen.view.material import Material
from profilegen.view.matrix import INITIATIVES, TREATIES, matrix_view
from profilegen.view.search import hits
from profilegen.view.section_page import section_pages
from profilegen.view.site import Site
from profilegen.view.timeline import timeline_view
from profilegen.view.topics import topics_view

LEAVES: tuple[str, ...] = (
    *(f"section-{kind.number}" for kind in SECTIONS),
    "treaties",
    "initiatives",
    "disputes",
    "topics",
    "timeline",
    "figures",
)
"""The pages that `leaves` makes, so that links know of them beforehand."""


def leaves(
    profiles: Sequence[Profile],
    stuff: Material,
    registry: Registry,
    site: Site,
    own: Path | None,
) -> Iterator[Leaf]:
    """Every page beside the profiles, one after another."""
    for view in section_pages(profiles, registry):
        yield section_page.leaf(view, site, own)
    for kind in (TREATIES, INITIATIVES):
        yield matrices.leaf(matrix_view(kind, profiles, stuff, registry), site, own)
    yield docket.leaf(docket_view(stuff, registry), site, own)
    yield html.leaf("topics", topics_view(profiles, registry), site, own)
    yield html.leaf("timeline", timeline_view(profiles, registry), site, own)
    yield figures.leaf(figures_view(profiles, registry), site, own)


def scripts(
    profiles: Sequence[Profile], registry: Registry, own: Path | None
) -> Iterator[tuple[str, str]]:
    """Name and text of each script of the pages; they are classic ones, as file:// demands."""
    for name in html.SCRIPTS:
        yield f"{name}.js", html.script(name, own)
    yield "search-data.js", search_data(hits(profiles, registry))
