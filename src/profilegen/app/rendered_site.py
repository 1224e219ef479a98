"""What a build makes of some profiles, in memory: nothing here is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from profilegen.check.profile import CheckedProfile
from profilegen.edition.edition import Edition
from profilegen.edition.resolving import Resolver
from profilegen.output import compare_html, compare_page_data, html
from profilegen.output.exports import EXPORTS
from profilegen.output.observations_csv import observations_csv
from profilegen.output.search import search_data
from profilegen.output.site_page import Paper, page_html, page_paper
from profilegen.view.pages import PAGES, compare
from profilegen.view.pages.page import Page, SiteContent
from profilegen.view.pages.search_index import hits
from profilegen.view.site.site_map import Site
from profilegen.view.wording.en.pages import left_out


def pdf_path(name: str) -> str:
    """Where the PDF of a page stands in the build."""
    return f"pdf/{name}.pdf"


def printed(files: Collection[str]) -> frozenset[str]:
    """The names of the pages whose PDFs are among the files."""
    return frozenset(Path(path).stem for path in files if path.startswith("pdf/"))


def printed_pages() -> tuple[str, ...]:
    """The names of the pages beside the profiles that have a PDF."""
    return tuple(page.name for page in PAGES if page.pdf)


class Pages:
    """The views of profiles, and the pages of a site that holds these."""

    def __init__(
        self, items: Sequence[CheckedProfile], resolver: Resolver, template_dir: Path | None
    ) -> None:
        self.items = items
        self.template_dir = template_dir
        self.content = SiteContent(Edition(tuple(item.resolved for item in items), resolver))
        self.edition = self.content.edition
        self.views = self.content.views
        self._shown: dict[str, Any] = {}

    def site(self, files: Collection[str]) -> Site:
        """What the site holds, beside its pages those of the files that pages lead to."""
        names = frozenset((*(page.name for page in PAGES), *self.views))
        exported = frozenset(export.path(code) for export in EXPORTS for code in self.views)
        return Site(names, names & printed(files), exported.intersection(files), PAGES)

    def exports(self, chosen: Collection[str], only: Collection[str]) -> dict[str, bytes]:
        """The files of the chosen economies in other formats, and what these share, by path."""
        texts: dict[str, str] = {}
        for export in EXPORTS:
            if export.name in only:
                texts |= {export.path(of.code): export.make(of)
                          for of in self.edition.all if of.code in chosen}  # fmt: skip
                texts |= {path: make() for path, make in export.shared.items()}
        return {path: text.encode() for path, text in texts.items()}

    def papers(self) -> dict[str, Paper]:
        """What the PDFs beside those of the profiles are printed from, by the page's name."""
        return {
            page.name: paper for page in PAGES
            if (paper := page_paper(page, self._view(page), self.template_dir))
        }  # fmt: skip

    def paper_without(self, name: str, codes: Collection[str]) -> Paper | None:
        """What a shared PDF is printed from without some of the economies, if any would be left."""
        rest = self.edition.without(codes)
        if len(rest.all) in (0, len(self.edition.all)):
            return None
        page = next(page for page in PAGES if page.name == name)
        missing = left_out(rest.economy(code).name for code in self.views if code in codes)
        paper = page_paper(page, page.view(SiteContent(rest)), self.template_dir, missing)
        assert paper is not None
        return paper

    def files(self, chosen: Collection[str], site: Site, folder: str) -> dict[str, bytes]:
        """The site's files by their path: pages of the chosen economies, and all that is shared."""
        return {name: text.encode() for name, text in self._texts(chosen, site, folder)}

    def _view(self, page: Page[Any]) -> Any:
        """What a page beside the profiles shows, made once."""
        if page.name not in self._shown:
            self._shown[page.name] = page.view(self.content)
        return self._shown[page.name]

    def _texts(self, chosen: Collection[str], site: Site, folder: str) -> Iterator[tuple[str, str]]:
        template_dir = self.template_dir
        for view in self.views.values():
            if view.code in chosen:
                yield (
                    f"{view.code}.html",
                    html.profile_page(view, site=site, template_dir=template_dir),
                )
        for page in PAGES:
            yield f"{page.name}.html", page_html(page, self._view(page), site, template_dir)
        yield "assets/screen.css", html.style_sheet(template_dir)
        for name in html.SCRIPTS:
            yield f"assets/{name}.js", html.script(name, template_dir)
        yield "assets/search-data.js", search_data(hits(self.edition))
        for name, text in compare_html.assets(template_dir).items():
            yield f"assets/{name}", text
        chooser, basis = self._view(compare.PAGE), self.content.basis
        for name, text in compare_page_data.scripts(basis, chooser, site, template_dir).items():
            yield f"data/compare/{name}", text
        # The mark by which spreadsheets know UTF-8.
        yield "data/observations.csv", "\ufeff" + observations_csv(self.items, folder)
