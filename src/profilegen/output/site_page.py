"""A page of the site that is no profile: its HTML, and what its PDF is printed from."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.output.print_manifest import PrintManifest


@dataclass(frozen=True, slots=True)
class Paper:
    """What a PDF is printed from, and what it has to hold."""

    source: str
    expected: PrintManifest
    sheet: str = "print/print.css"
    """The rules of print for this kind of page."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page, by the name of its file without `.html`."""

    name: str
    html: str
    paper: Paper | None = None
