"""The view of one profile: everything that its page and its PDF show, in print order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from profilegen.core.model.sections import SECTIONS
from profilegen.core.reader_text_type import Words
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.profile import first_page, last_page
from profilegen.view.profile.first_page import Fact, GlanceLine
from profilegen.view.profile.last_page import BackLine
from profilegen.view.profile.section import labelled, section_view
from profilegen.view.profile.section_view import SectionView
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.text.footnotes import number_notes
from profilegen.view.text.native_economy_names import native_name
from profilegen.view.text.nodes import Native, Note
from profilegen.view.wording.en.general import standing
from profilegen.view.wording.en.profile import review


@dataclass(frozen=True, slots=True)
class ProfileView:
    """One economy's profile as it is read."""

    code: str
    name: str
    native: Native | None
    frame: Frame
    number: int | None
    status: str
    byline: str
    """Who wrote it, or what it is based on; for the document's metadata."""
    authors: tuple[str, ...]
    keywords: str
    updated: str
    updated_iso: str
    review: Words
    """Who reviewed it, or that nobody did."""
    facts: tuple[Fact, ...]
    glance: tuple[GlanceLine, ...]
    sections: tuple[SectionView, ...]
    back: tuple[BackLine, ...]
    cite_as: Words
    notes: tuple[Note, ...] = ()

    @property
    def title(self) -> str:
        """The document's title: name and series."""
        return f"{self.name}: {self.frame.series}"

    @property
    def written(self) -> int:
        """Number of sections with content of their own."""
        return sum(section.state == "written" for section in self.sections)

    @property
    def standing(self) -> Words:
        """Status and date, as the foot of every page shows them; a draft's in capitals."""
        return standing(self.status, self.updated)


def profile_view(of: ResolvedProfile) -> ProfileView:
    """Compose the view of a profile and number its notes."""
    profile = of.profile
    around = frame(of.series, of.registry_as_of)
    view = ProfileView(
        code=profile.economy,
        name=of.name,
        native=native_name(of.economy),
        frame=around,
        number=profile.number,
        status=profile.status,
        byline=", ".join(profile.authors) or profile.based_on or around.series,
        authors=profile.authors,
        keywords=", ".join(sorted({t for e in of.entries for t in e.entry.topics})),
        updated=str(profile.updated),
        updated_iso=profile.updated.iso,
        review=review(profile.status, list(profile.reviewers)),
        facts=first_page.facts(profile, of.registry_as_of),
        glance=first_page.glance(of),
        sections=labelled(tuple(section_view(kind, of) for kind in SECTIONS)),
        back=last_page.back_lines(of),
        cite_as=last_page.cite_as(of),
    )
    numbered, notes = number_notes(view, profile.sources)
    return replace(numbered, notes=notes)
