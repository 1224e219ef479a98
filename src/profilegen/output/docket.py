"""The page of disputes."""

from __future__ import annotations

from pathlib import Path

from profilegen.output.html import page
from profilegen.output.site_page import SitePage
from profilegen.view.pages.disputes_page import DocketView
from profilegen.view.site.links import Site


def site_page(view: DocketView, site: Site, template_dir: Path | None) -> SitePage:
    """The page; it has no PDF."""
    return SitePage("disputes", page("screen/disputes.html", "disputes", view, site, template_dir))
