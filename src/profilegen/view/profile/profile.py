"""The view of one profile: everything that its page and its PDF show, in print order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from profilegen.core.locale import status_dated
from profilegen.core.model.profile import Profile, entries
from profilegen.core.model.sections import SECTIONS
from profilegen.core.registry import Registry
from profilegen.view.profile import end_matter, first_page
from profilegen.view.profile.end_matter import BackLine
from profilegen.view.profile.first_page import Fact, GlanceLine
from profilegen.view.profile.section import labelled, section_view
from profilegen.view.profile.section_view import SectionView
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.text.footnotes import number_notes
from profilegen.view.text.nodes import Native, Note


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
    facts: tuple[Fact, ...]
    glance: tuple[GlanceLine, ...]
    sections: tuple[SectionView, ...]
    back: tuple[BackLine, ...]
    cite_as: str
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
    def standing(self) -> str:
        """Status and date, as the foot of every page shows them; a draft's in capitals."""
        word = "DRAFT" if self.status == "draft" else self.status.capitalize()
        return status_dated(word, self.updated)


def profile_view(profile: Profile, registry: Registry) -> ProfileView:
    """Compose the view of a profile and number its notes."""
    placed = tuple(entries(profile))
    record = registry.economies.records[profile.economy]
    native = Native(record.native_name, record.language or "und") if record.native_name else None
    around = frame(registry)
    view = ProfileView(
        code=profile.economy,
        name=profile.title or record.name,
        native=native,
        frame=around,
        number=profile.number,
        status=profile.status,
        byline=", ".join(profile.authors) or profile.based_on or around.series,
        authors=profile.authors,
        keywords=", ".join(sorted({t for p in placed for t in p.entry.topics})),
        updated=str(profile.updated),
        updated_iso=profile.updated.iso,
        facts=first_page.facts(profile, registry),
        glance=first_page.glance(profile, placed, registry),
        sections=labelled(
            tuple(section_view(kind, profile, placed, registry) for kind in SECTIONS)
        ),
        back=end_matter.back_lines(profile, placed, registry),
        cite_as=end_matter.cite_as(profile, registry),
    )
    numbered, notes = number_notes(view, profile.sources)
    return replace(numbered, notes=notes)
