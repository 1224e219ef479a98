"""The pages beside the profiles: their names, and how each is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from profilegen.core.model.profile import Profile
from profilegen.core.registry import Registry
from profilegen.output import docket, figures, matrices
from profilegen.output.leaf import Leaf
from profilegen.view.docket import docket_view
from profilegen.view.figures import figures_view
from profilegen.view.material import material
from profilegen.view.matrix import INITIATIVES, TREATIES, matrix_view
from profilegen.view.profile import ProfileView
from profilegen.view.site import Site

LEAVES: tuple[str, ...] = ("treaties", "initiatives", "disputes", "figures")
"""The pages that `leaves` makes, so that links know of them beforehand."""


def leaves(
    profiles: Sequence[Profile],
    views: Sequence[ProfileView],
    registry: Registry,
    site: Site,
    own: Path | None,
) -> Iterator[Leaf]:
    """Every page beside the profiles, one after another."""
    stuff = material(profiles, registry)
    for kind in (TREATIES, INITIATIVES):
        yield matrices.leaf(matrix_view(kind, profiles, stuff, registry), site, own)
    yield docket.leaf(docket_view(stuff, registry), site, own)
    yield figures.leaf(figures_view(profiles, registry), site, own)
