"""What a build makes of some profiles, in memory: nothing here is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from profilegen.app.site import SITE_PAGES, SharedPages
from profilegen.check.profile import CheckedProfile
from profilegen.core.registry import Registry
from profilegen.edition.edition import Edition
from profilegen.output import compare_data, comparing, html
from profilegen.output.data import observations_csv
from profilegen.output.exports import EXPORTS
from profilegen.output.site_page import SitePage
from profilegen.view.comparison.chooser import board
from profilegen.view.pages.home import index_view
from profilegen.view.profile.profile import profile_view
from profilegen.view.site.links import Site


def pdf_path(name: str) -> str:
    """Where the PDF of a page stands in the build."""
    return f"pdf/{name}.pdf"


def printed(files: Collection[str]) -> frozenset[str]:
    """The names of the pages whose PDFs are among the files."""
    return frozenset(Path(path).stem for path in files if path.startswith("pdf/"))


class Pages:
    """The views of profiles, and the pages of a site that holds these."""

    def __init__(
        self, items: Sequence[CheckedProfile], registry: Registry, template_dir: Path | None
    ) -> None:
        self.items = items
        self.template_dir = template_dir
        self.edition = Edition(tuple(item.profile for item in items), registry)
        self.views = {of.code: profile_view(of) for of in self.edition.all}
        self.shared = SharedPages(self.edition, template_dir)

    def site(self, files: Collection[str]) -> Site:
        """What the site holds, beside its pages those of the files that pages lead to."""
        names = frozenset(("index", "compare", *SITE_PAGES, *self.views))
        exported = frozenset(export.path(code) for export in EXPORTS for code in self.views)
        return Site(names, names & printed(files), exported.intersection(files))

    def exports(self, chosen: Collection[str], only: Collection[str]) -> dict[str, bytes]:
        """The files of the chosen economies in other formats, and what these share, by path."""
        texts: dict[str, str] = {}
        for export in EXPORTS:
            if export.name in only:
                texts |= {export.path(of.code): export.make(of)
                          for of in self.edition.all if of.code in chosen}  # fmt: skip
                texts |= {path: make() for path, make in export.shared.items()}
        return {path: text.encode() for path, text in texts.items()}

    def site_pages(self, site: Site) -> dict[str, SitePage]:
        """Every page beside the profiles, by name."""
        return {name: self.shared.site_page(name, site) for name in SITE_PAGES}

    def files(
        self, chosen: Collection[str], site_pages: dict[str, SitePage], site: Site, folder: str
    ) -> dict[str, bytes]:
        """The site's files by their path: pages of the chosen economies, and all that is shared."""
        return {name: text.encode() for name, text in self._texts(chosen, site_pages, site, folder)}

    def _texts(
        self, chosen: Collection[str], site_pages: dict[str, SitePage], site: Site, folder: str
    ) -> Iterator[tuple[str, str]]:
        template_dir, shared = self.template_dir, self.shared
        views = list(self.views.values())
        for view in views:
            if view.code in chosen:
                yield (
                    f"{view.code}.html",
                    html.profile_page(view, site=site, template_dir=template_dir),
                )
        index = index_view(views, self.edition, shared.basis)
        yield "index.html", html.index_page(index, site=site, template_dir=template_dir)
        for site_page in site_pages.values():
            yield f"{site_page.name}.html", site_page.html
        yield "assets/screen.css", html.style_sheet(template_dir)
        for name, text in shared.scripts():
            yield f"assets/{name}", text
        chooser = board(shared.basis, site.pages)
        yield "compare.html", comparing.live_page(chooser, site=site, template_dir=template_dir)
        for name, text in comparing.assets(template_dir).items():
            yield f"assets/{name}", text
        for name, text in compare_data.scripts(shared.basis, chooser, site, template_dir).items():
            yield f"data/compare/{name}", text
        # The mark by which spreadsheets know UTF-8.
        yield (
            "data/observations.csv",
            "\ufeff" + observations_csv(self.items, self.edition, folder),
        )
