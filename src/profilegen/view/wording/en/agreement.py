"""What a treaty shows: its state for the economy, parties and dates."""

from __future__ import annotations

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.reader_text_type import UNSAID, Words, table
from profilegen.core.richtext import Text
from profilegen.core.shared_english import counted
from profilegen.edition.entry_to_record import Subject
from profilegen.edition.participation import BOUND, State
from profilegen.edition.record_facts import TreatyFacts
from profilegen.view.text.nodes import Native
from profilegen.view.wording.en.general import all_of, when
from profilegen.view.wording.entry_view import EntryView, facts, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording, RecordWords


def _agreement(known: TreatyFacts, context: EntryContext) -> EntryView:
    short = f" ({known.abbreviation})" if known.abbreviation else ""
    short = "" if known.abbreviation and known.abbreviation in known.name else short
    signed = f"signed {when(known.signed, 'on a date not stated')}" if known.signed else ""
    title = known.native_title
    state = known.state
    side, detail = _state_words(known)
    return unplaced(
        (Text(known.name + short),),
        facts=facts(
            signed,
            f"between {all_of(known.parties)}" if known.parties else "",
            f"the {known.successor} took its place" if known.successor else "",
        ),
        native=Native(title, context.economy.language) if title else None,
        side=side,
        strong=state not in BOUND and state is not State.NOT_STATED,
        detail=detail,
        runs_on=state in (State.PROVISIONAL, State.LEFT, State.NOT_STATED)
        or (state is State.IN_FORCE and isinstance(known.in_force, Date)),
    )


_STATES = table(
    {
        State.IN_FORCE: "In force",
        State.PROVISIONAL: "Provisionally applied",
        State.SIGNED: "Signed",
        State.NEVER_IN_FORCE: "Signed only",
        State.NEGOTIATING: "Negotiating",
        State.LEFT: "Left",
        State.SUPERSEDED: "Superseded",
        State.TERMINATED: "Terminated",
        State.NOT_STATED: "Status",
    }
)
"""What a treaty is to the economy."""


def _state_words(known: TreatyFacts) -> tuple[Words, Words]:
    """The word for a treaty's state, and the date or reason under it."""
    state, word = known.state, _STATES[known.state]
    match state:
        case State.IN_FORCE | State.PROVISIONAL:
            since = state is State.PROVISIONAL or isinstance(known.in_force, Date)
            return word + " since" if since else word, when(known.in_force)
        case State.NEVER_IN_FORCE:
            return word, Words("never in force")
        case State.SIGNED | State.NEGOTIATING:
            return word, Words("not in force")
        case State.NOT_STATED:
            return word, Words(NOT_STATED)
        case State.LEFT:
            return word, Words(known.left)
    return word, UNSAID


def _record(known: TreatyFacts, _: Subject) -> RecordWords:
    short = known.abbreviation
    name = known.name + (f" ({short})" if short and short not in known.name else "")
    ended = known.status if known.status not in ("in force", "signed", "not stated") else ""
    parties = known.party_count
    details = (
        f"signed {when(known.signed, 'on a date not stated')}" if known.signed else "",
        counted(parties, "party", "parties") if parties else "",
        ended,
        f"the {known.successor} took its place" if known.successor else "",
    )
    return RecordWords((Text(name),), tuple(map(Words, details)))


WORDING = EntryWording(
    one=Words("Treaty"),
    many=Words("Treaties"),
    compose=_agreement,
    record=_record,
    elsewhere=Words("all parties"),
)
