"""One run of a build: pages, then PDFs, then what has to be made anew, then the new edition."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from profilegen.app import build_record
from profilegen.app.fault_isolation import TemplateFault, program_fault, spared
from profilegen.app.printing import Outcome, Task, print_all
from profilegen.app.rendered_site import Pages, pdf_path, printed_pages
from profilegen.app.shared_pdf_retry import reprinted
from profilegen.app.whole_output_folder import OutputFolder
from profilegen.check.profile import CheckedProfile, accepted
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.program_files import own_templates
from profilegen.edition.resolving import Resolver
from profilegen.output import fonts
from profilegen.output.exports import EXPORTS
from profilegen.output.site_page import Paper

FORMATS = ("html", "pdf", *(export.name for export in EXPORTS))
"""What `--only` takes: pages, PDFs, and the formats of which each profile is one file."""


@dataclass
class BuildRun:
    """What a run works with. Findings are added to `found`, news are told."""

    profiles: Path
    folder: OutputFolder
    resolver: Resolver
    tell: Callable[[str], None]
    only: Collection[str]
    jobs: int
    whole: bool
    """Whether all economies are made, and with them the PDFs that they share."""
    found: list[Diagnostic]

    def make(
        self,
        good: Sequence[CheckedProfile],
        chosen: Sequence[CheckedProfile],
        left: Sequence[CheckedProfile],
    ) -> list[Path]:
        """Make the chosen profiles, and what they share with all good ones that have a page.

        What builds made earlier of those that are `left` out is taken away.
        """
        template_dir = own_templates(self.profiles)
        made = {item.profile.economy for item in chosen}
        # A file of one profile needs no page beside it, nor do PDFs that economies do not share.
        alone = "html" not in self.only and not (self.whole and "pdf" in self.only)
        gone = self._gone(left)
        stays = self.folder.before.files.keys() - gone
        listed = [
            item for item in (chosen if alone else good)
            if item.profile.economy in made or f"{item.profile.economy}.html" in stays
        ]  # fmt: skip

        def composed(
            items: Sequence[CheckedProfile],
        ) -> tuple[Pages, dict[str, Paper], dict[str, bytes]]:
            pages = Pages(items, self.resolver, template_dir)
            exports = pages.exports(made, self.only)
            if alone:
                return pages, {}, exports
            site = pages.site(stays | self._to_print(made) | exports.keys())
            shared = pages.files(made, site, self._called) if "html" in self.only else {}
            return pages, pages.papers(), exports | shared

        done, blamed = spared(composed, listed, template_dir)
        for item, error in blamed:
            name = item.profile.economy
            self.found.append(program_fault(error, item.tree.file, f"Making the pages of {name}"))
            self.tell(f"{name}: left out of all pages, see the findings; earlier output is left")
        if done is None or not made & done[0].views.keys():
            return []
        pages, papers, files = done
        made &= pages.views.keys()
        written = []
        if "pdf" in self.only:
            failed = set()
            for outcome in self._outcomes(pages, papers, made):
                name = pdf_path(outcome.task.name)
                if outcome.data is None:
                    failed.add(name)
                else:
                    written.append(self._put(name, outcome.data, pages.items))
            if failed and "html" in self.only:  # no page stands beside the PDF of an earlier one
                gone |= failed
                site = pages.site(stays - gone | self.folder.made.keys() | files.keys())
                files |= pages.files(made, site, self._called)
        written += [self._put(name, data, pages.items) for name, data in files.items()]
        codes = [code for code in pages.views if code in made]
        for export in EXPORTS:
            if export.name in self.only:
                self.tell(f"{export.label}: {', '.join(map(export.path, codes))}")
        if "html" in self.only:
            written += self._faces()
            gone |= self._shared_by_pages()
            self.tell(f"Pages: {', '.join(f'{code}.html' for code in codes)} and index.html")
        if written:
            self.folder.publish(gone)
        return written

    def _gone(self, left: Sequence[CheckedProfile]) -> set[str]:
        """Files of an earlier build whose profile is gone, or is left out now."""
        out = {Path(item.tree.file).name for item in left}
        return {
            name for name, made in self.folder.before.files.items()
            if made.profile
            and (made.profile in out or not (self.profiles / made.profile).exists())
        }  # fmt: skip

    @property
    def _called(self) -> str:
        """The name of the folder of profiles, as the data give it."""
        return Path(os.path.abspath(self.profiles)).name  # noqa: PTH100, a link keeps its name

    def _shared_by_pages(self) -> set[str]:
        """Files of an earlier build that a build of pages makes anew or does without."""
        others = {path for export in EXPORTS for path in export.shared}
        return {
            name for name, made in self.folder.before.files.items()
            if not made.profile and name not in others and not name.startswith("pdf/")
        }  # fmt: skip

    def _to_print(self, made: Collection[str]) -> set[str]:
        if "pdf" not in self.only:
            return set()
        return set(map(pdf_path, (*made, *(printed_pages() if self.whole else ()))))

    def _put(self, name: str, data: bytes, items: Sequence[CheckedProfile]) -> Path:
        """A file of the new edition, with the profile of which it is made."""
        stem = Path(name).stem
        one = next((i for i in items if i.profile.economy == stem and name.count("/") < 2), None)
        return self.folder.put(name, data, Path(one.tree.file).name if one else "")

    def _faces(self) -> Iterator[Path]:
        """The faces of the pages, which take time to make and change with their packages only.

        Their licences stand beside them.
        """
        same = self.folder.before.versions == build_record.versions()
        for face in fonts.faces():
            name = f"assets/fonts/{face.path.stem}.woff"
            if not (same and self.folder.keep(name)):
                yield self.folder.put(name, fonts.woff(face))
        for family, path in fonts.licences().items():
            name = f"assets/fonts/{family.replace(' ', '')}-LICENSE.txt"
            yield self.folder.put(name, path.read_bytes())

    def _outcomes(
        self, pages: Pages, papers: dict[str, Paper], made: Collection[str]
    ) -> Iterator[Outcome]:
        """Every PDF, those that economies share without the ones that cannot be printed."""
        template_dir, temporary = pages.template_dir, self.folder.temporary
        files = {item.profile.economy: item.tree.file for item in pages.items}
        views = [view for code, view in pages.views.items() if code in made]
        tasks = [Task(v.code, v.name, v, files[v.code], len(v.notes)) for v in views]
        if self.whole:  # pages on all economies are printed when all are
            tasks += [
                Task(name, f"{name}.pdf", paper, name, len(paper.expected.notes))
                for name, paper in papers.items()
            ]
        failed = []
        for outcome in print_all(tasks, template_dir, self.jobs, temporary):
            if fault := next((d for d in outcome.diagnostics if d.code == "PG418"), None):
                raise TemplateFault(fault)  # all others have it too, and it is soon corrected
            if outcome.data is None and outcome.task.name in papers:
                failed.append(outcome)
                continue
            yield self._noted(outcome, pages.items)
        unprintable = [code for code in made if pdf_path(code) not in self.folder.made]

        def again(tasks: Sequence[Task]) -> Iterator[Outcome]:
            return print_all(tasks, template_dir, self.jobs, temporary)

        for outcome in reprinted(failed, unprintable, pages, again):
            yield self._noted(outcome, pages.items)

    def _noted(self, outcome: Outcome, items: Sequence[CheckedProfile]) -> Outcome:
        own = next((i.profile for i in items if i.profile.economy == outcome.task.name), None)
        self.found += accepted(own, outcome.diagnostics) if own else outcome.diagnostics
        self.tell(outcome.told)
        return outcome
