"""The page of one section: every economy's, one after another, in the profile's own form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from profilegen.core.model.sections import SECTIONS, SectionKind
from profilegen.core.reader_text_type import Words
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.pages.page import Page, PdfForm, SiteContent
from profilegen.view.profile.section import labelled, section_view
from profilegen.view.profile.section_view import EntriesView, ListView, SectionView, told_state
from profilegen.view.site.imprint import Frame, frame
from profilegen.view.text.footnotes import number_notes
from profilegen.view.text.native_economy_names import native_name
from profilegen.view.text.nodes import Native, Note
from profilegen.view.text.sources_of_profiles import Merged, merged
from profilegen.view.wording.en import section_page as wording
from profilegen.view.wording.en.pages import LINKS
from profilegen.view.wording.en.section import SILENCE


@dataclass(frozen=True, slots=True)
class EconomySection:
    """One economy's section, under the economy's name."""

    code: str
    name: str
    native: Native | None
    status: str
    updated: str
    """Date of the profile."""
    section: SectionView

    @property
    def checked(self) -> Words:
        """When the section was checked: here no page's head says that it is not known."""
        return Words(self.section.checked or wording.SAY["unchecked"])

    @property
    def dated(self) -> Words:
        """The same without who did it, for a list."""
        return Words(self.section.dated or wording.SAY["unchecked"])

    @property
    def entries(self) -> int:
        """How many goals and entries the section lists."""
        return sum(
            len(block.entries)
            if isinstance(block, EntriesView)
            else sum(bool(item.anchor) for item in block.items)
            for block in self.section.blocks
            if isinstance(block, EntriesView | ListView)
        )

    @property
    def held(self) -> Words:
        """What the section holds, in words: its entries, or why there are none."""
        if self.section.state != "written":
            return SILENCE[self.section.state].lower()
        return wording.held(self.entries)


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One of the seven sections across all economies."""

    frame: Frame
    number: int
    label: str
    title: str
    """The template's title where it says more than the label."""
    sections: tuple[tuple[int, str], ...]
    """Numbers and labels of all sections."""
    lead: Words
    standing: Words
    """Number, status and date of the profiles, as the foot of every printed page shows them."""
    cite_as: Words
    keywords: str
    parts: tuple[EconomySection, ...]
    notes: tuple[Note, ...] = ()


def section_page(kind: SectionKind, content: SiteContent) -> SectionPage:
    """Compose the page of a section; the economies stand in the order of their names."""
    edition = content.edition
    ordered = edition.by_name
    profiles = [of.profile for of in ordered]
    together = merged(profiles)
    parts = [_part(kind, of, together) for of in ordered]
    sections = labelled(tuple(part.section for part in parts))
    topics = {topic for of in ordered for item in of.of(kind) for topic in item.entry.topics}
    around = frame(edition.series, edition.as_of)
    newest = max((profile.updated for profile in profiles), key=lambda date: date.last)
    page = SectionPage(
        frame=around,
        number=kind.number,
        label=kind.label,
        title="" if kind.title == kind.label else kind.title,
        sections=tuple((other.number, other.label) for other in SECTIONS),
        lead=_lead(kind, parts),
        standing=wording.standing(Counter(profile.status for profile in profiles), newest),
        cite_as=wording.cite_as((kind.number, kind.label), len(parts), around, newest),
        keywords=", ".join(sorted(topics)),
        parts=tuple(
            replace(part, section=section) for part, section in zip(parts, sections, strict=True)
        ),
    )
    numbered, notes = number_notes(page, together.sources)
    return replace(numbered, notes=notes)


def _part(kind: SectionKind, of: ResolvedProfile, together: Merged) -> EconomySection:
    return EconomySection(
        code=of.code,
        name=of.name,
        native=native_name(of.economy),
        status=of.profile.status,
        updated=str(of.profile.updated),
        section=together.cited(section_view(kind, of), of.code),
    )


def _lead(kind: SectionKind, parts: Sequence[EconomySection]) -> Words:
    """How many economies there are, what they list, and in how many there is nothing, and why."""
    states = Counter(told_state(part.section.state) for part in parts)
    silent = [(n, SILENCE[state].lower()) for state, n in states.items() if state != "written"]
    return wording.lead(kind.number, len(parts), sum(part.entries for part in parts), silent)


def _declared(kind: SectionKind) -> Page[SectionPage]:
    return Page(
        f"section-{kind.number}",
        Words(kind.label),
        LINKS["sections"],
        view=partial(section_page, kind),
        template="screen/section.html",
        pdf=PdfForm("print/section.html", _headings),
    )


def _headings(view: SectionPage) -> dict[str, tuple[str, ...]]:
    return {part.code: (f"{part.code}{part.name}",) for part in view.parts}


SECTION_PAGES = tuple(map(_declared, SECTIONS))
"""The pages of the seven sections, in their order."""
