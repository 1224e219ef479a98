"""What the site has beside the profiles: its pages by name, so that no link leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from profilegen.core.reader_text_type import UNSAID, Words


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page beside the profiles, as links name it."""

    name: str
    """Its file without `.html`."""
    title: Words
    """What a link to it says."""
    group: Words = UNSAID
    """Pages of a group share one link in the menu, which leads to the first of them."""
    summary: Words = UNSAID
    """What the first page says of it in its list of pages across all economies."""

    @property
    def label(self) -> Words:
        """What the menu says."""
        return self.group or self.title


@dataclass(frozen=True, slots=True)
class Site:
    """The pages that a build makes; a template asks before it links."""

    pages: frozenset[str] = frozenset(("index",))
    """File names without `.html`: index, JPN, section-4, treaties."""
    printed: frozenset[str] = frozenset()
    """Those that have a PDF."""
    exported: frozenset[str] = frozenset()
    """Paths of the files in which profiles can be had otherwise: data/JPN.json."""
    listed: tuple[PageLink, ...] = ()
    """The pages beside the profiles, in the order of the menu."""

    @property
    def menu(self) -> tuple[PageLink, ...]:
        """The pages that the head of each page leads to: those that are there, of a group one."""
        first: dict[Words, PageLink] = {}
        for page in self.listed:
            if self.has(page.name):
                first.setdefault(page.label, page)
        return tuple(first.values())

    def current(self, name: str, here: str) -> str:
        """Value of aria-current in the menu: page, true (another page of its group) or nothing."""
        if name == here:
            return "page"
        groups = {page.name: page.group for page in self.listed}
        return "true" if groups.get(name) and groups[name] == groups.get(here) else ""

    def compare(self, economies: Iterable[str] = (), section: int = 0, topic: str = "") -> str:
        """Address of a comparison, the first economy its base; nothing where that page is not.

        The topic is a key of the vocabulary or the name of one.
        """
        if not self.has("compare"):
            return ""
        chosen = [f"c={','.join(economies)}"] if economies else []
        chosen += [f"s={section}"] if section else []
        chosen += [f"t={quote(topic)}"] if topic else []
        return "compare.html" + (f"#{'&'.join(chosen)}" if chosen else "")

    def has(self, name: str) -> bool:
        """Whether a page is made."""
        return name in self.pages
