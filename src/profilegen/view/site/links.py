"""What the site has beside the profiles: its pages by name, so that no link leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

PAGES: dict[str, str] = {
    "index": "Economies",
    "section-1": "Sections",
    "compare": "Compare",
    "treaties": "Treaties",
    "initiatives": "Initiatives",
    "disputes": "Disputes",
    "topics": "Topics",
    "timeline": "Timeline",
    "figures": "Figures",
}
"""Pages that the head of each page leads to, by file name, in order."""


@dataclass(frozen=True, slots=True)
class Site:
    """The pages that a build makes; a template asks before it links."""

    pages: frozenset[str] = frozenset(("index",))
    """File names without `.html`: index, JPN, section-4, treaties."""
    printed: frozenset[str] = frozenset()
    """Those that have a PDF."""
    exported: frozenset[str] = frozenset()
    """Paths of the files in which profiles can be had otherwise: data/JPN.json."""

    @property
    def menu(self) -> tuple[tuple[str, str], ...]:
        """Name and label of each page of the head that is there."""
        return tuple((name, label) for name, label in PAGES.items() if name in self.pages)

    def current(self, name: str, here: str) -> str:
        """Value of aria-current for a page of the head: page, true (a page below it) or nothing."""
        if name == here:
            return "page"
        return "true" if name == "section-1" and here.startswith("section-") else ""

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
