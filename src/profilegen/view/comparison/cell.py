"""A cell of a comparison: what one economy has in one row, in which state, and from where."""

from __future__ import annotations

from dataclasses import dataclass, field

from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.edition.participation import Participation
from profilegen.view.comparison.comparability import Shown
from profilegen.view.profile.section_view import BlockView
from profilegen.view.text.nodes import Draft, Run, TextNode
from profilegen.view.wording.entry_view import EntryView

LISTED, KNOWN, SIGNED, NO, UNKNOWN = "listed", "known", "signed", "no", "unknown"
"""The five states of an agreement, an initiative or a dispute; `no` is a party no longer, too."""
NONE, NONE_FOUND, NOT_APPLICABLE = "none", "none_found", "not_applicable"
"""States of a topic beside `listed` and `unknown`: a blank is no finding, a search is one."""

WRITTEN = "written"
"""The state of a section that holds something."""

ENTERED = "in"
"""The token of a cell that lists entries on a topic."""

INSIDE = frozenset({LISTED, KNOWN, SIGNED})
"""States in which an economy has a part in the row."""

DRAFT, POINTER = "draft", "pointer"
"""Signs beside those of the states: an entry that is a draft, and one that stands elsewhere."""

LEGEND = (
    LISTED,
    KNOWN,
    SIGNED,
    DRAFT,
    POINTER,
    NO,
    NONE,
    NONE_FOUND,
    NOT_APPLICABLE,
    UNKNOWN,
)
"""The signs in the order of the legend."""


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """An entry under its topic: the entry as its profile shows it, and its topics by key."""

    entry: EntryView
    kind: Words = UNSAID
    """What the entry is where a cell mixes kinds: `Goal`."""
    topics: tuple[str, ...] = ()
    under: Words = UNSAID
    """Where this is a pointer only: the name of the topic under which the entry stands."""

    @property
    def draft(self) -> bool:
        """Whether the entry is a draft."""
        return self.entry.draft

    @property
    def standing(self) -> Words:
        """Word of status or role with its detail, as one phrase."""
        return phrase(self.entry)


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What one economy has in one row; fields stand in print order, so that notes do too."""

    state: str
    words: Run = ()
    """The fact that is compared: `In force since 1 January 2022`."""
    notes: tuple[Draft, ...] = ()
    facts: tuple[Run, ...] = ()
    """What the profile adds, and why a state is unknown."""
    items: tuple[ComparedEntry, ...] = ()
    figures: tuple[Shown, ...] = ()
    """Figures, where the row is an indicator."""
    blocks: tuple[BlockView, ...] = ()
    """Running text of a section, where the row is its text."""
    number: str = ""
    """The entry from which the cell is: `JPN 5.3`."""
    anchor: str = ""
    token: str = field(default="", repr=False)
    """What makes cells alike: the state as in or out, with a part that is more than plain."""
    topics: tuple[str, ...] = ()
    native: tuple[TextNode, ...] = field(default=())
    """The title in the economy's language."""

    registered: bool = False
    """Whether the registry alone tells this, and no profile."""
    elsewhere: bool = False
    """Whether this says only that another section has it."""
    participation: Participation | None = field(default=None, repr=False)
    """What the words tell, of an economy that has a part in an agreement, initiative or dispute."""

    @property
    def inside(self) -> bool:
        """Whether the economy has a part in the row."""
        return self.state in INSIDE


def phrase(view: EntryView) -> Words:
    """`In force since 1 January 2022`, `Signed only, never in force`, `Respondent`."""
    return view.side + view.tail
