"""What a legal instrument shows: its standing, and its relations to others by their numbers."""

from __future__ import annotations

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.model.base import says_nothing
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.instrument import POLICY_KINDS, Instrument
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.reader_text_type import Words, table
from profilegen.core.registry import fold
from profilegen.core.richtext import Text
from profilegen.core.typography import sentence
from profilegen.view.text.nodes import Ref, Run, TextNode
from profilegen.view.text.running_text import line
from profilegen.view.wording.entry_view import EntryView, facts, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording


def _instrument(entry: Instrument, context: EntryContext) -> EntryView:
    number = entry.number or ""
    if says_nothing(number):
        number = "number not stated"
    year = f"{entry.year}" if entry.year else ""
    dated = ", ".join(filter(None, (year if year not in number else "", number)))
    updated = f"updated {entry.updated}" if entry.updated else ""
    body = entry.issuing_body or ""
    relations = [
        _relation(word, names, context.others)
        for word, names in (
            ("amends", entry.amends),
            ("implements", entry.implements),
            ("supersedes", entry.supersedes),
        )
    ]
    side, strong, detail = _standing(entry)
    return unplaced(
        (Text(entry.title),),
        short_name=entry.short_name or "",
        facts=facts(
            ", ".join(filter(None, (body, dated, updated))),
            *relations,
            *_amended_by(entry, context.others),
        ),
        gist=line(entry.gist),
        side=side,
        strong=strong,
        detail=detail,
        runs_on=entry.status == "draft",
        draft=entry.status == "draft",
    )


def _standing(entry: Instrument) -> tuple[str, bool, str]:
    """Word, whether it departs from the rule, and the line below it."""
    status = entry.status
    on = f"as of {entry.as_of}" if isinstance(entry.as_of, Date) else ""
    kind = sentence(entry.kind or "")
    if status in ("draft", "repealed", "expired"):
        return sentence(status), True, on or "date not stated"
    if status == "enacted":
        return "Enacted", False, on or "not in force yet"
    if status in ("in force", "amended"):
        return sentence(status), False, on
    if entry.kind in POLICY_KINDS:
        return kind, False, "not a legal act"
    return kind, False, "status not stated" if status == NOT_STATED else on


def _relation(word: str, names: tuple[str, ...], others: tuple[PlacedEntry, ...]) -> Run:
    """`amends JPN 4.5`: what is listed is linked by number, the rest stands by name."""
    run: list[TextNode] = []
    for at, name in enumerate(names):
        run.append(Text(f"{word} " if not at else " and " if at == len(names) - 1 else ", "))
        target = next((o for o in others if _is(o.entry, name)), None)
        run.append(Text(name) if target is None else _reference(target))
    return tuple(run)


def _amended_by(entry: Instrument, others: tuple[PlacedEntry, ...]) -> list[Run]:
    """The other end of each relation, computed: `amended by JPN 4.2`."""
    runs: list[Run] = []
    for field, words in _PASSIVE.items():
        amending = [
            other
            for other in others
            if isinstance(other.entry, Instrument)
            and any(_is(entry, name) for name in getattr(other.entry, field))
        ]
        run: list[TextNode] = []
        for at, other in enumerate(amending):
            joint = f"{words} " if not at else " and " if at == len(amending) - 1 else ", "
            run += [Text(joint), _reference(other)]
        runs.append(tuple(run))
    return runs


_PASSIVE = table(
    {
        "amends": "amended by",
        "implements": "implemented by",
        "supersedes": "superseded by",
    }
)
"""Relations of one act to others, and what is said of the others."""


def _is(entry: Entry, name: str) -> bool:
    return fold(name) in {fold(known) for known in entry.known_as}


def _reference(placed: PlacedEntry) -> Ref:
    """A link to an entry by its number, without the economy's code."""
    return Ref(placed.anchor, placed.number)


WORDING = EntryWording(
    one=Words("Instrument"),
    many=Words("Instruments"),
    compose=_instrument,
    example="""\
list:
  - title: Industry Support Act
    short_name: Support Act
    kind: act                      # act, amending act, decree, order, guidelines, programme ...
    number: Act No. 12 of 2020     # or: not stated
    status: in force               # draft, enacted, in force, amended, repealed, expired, not stated
    gist: grants for plants that make chips
    source: support-act, s 4
    topics: [subsidies, semiconductors]
""",  # noqa: E501
)
