"""What an initiative shows: the role of the economy, and with whom."""

from __future__ import annotations

import re

from profilegen.core.dates import NOT_STATED, Date
from profilegen.core.model.registry import InitiativeRecord
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Text
from profilegen.core.typography import sentence
from profilegen.edition.entry_to_record import Subject
from profilegen.edition.record_facts import InitiativeFacts
from profilegen.view.wording.en.general import all_of, state_since
from profilegen.view.wording.entry_view import EntryView, facts, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording, RecordWords


def _initiative(known: InitiativeFacts, _: EntryContext) -> EntryView:
    name, short, role = known.name, known.abbreviation, known.role
    since = "" if re.search("[0-9]", known.status) else str(known.since or "")
    return unplaced(
        (Text(name + (f" ({short})" if short and short not in name else "")),),
        facts=facts(
            known.kind,
            f"with {all_of(known.alike)}" if known.alike else "",
            *state_since(known.status, since),
        ),
        side=sentence(role) if role and role != NOT_STATED else "Role not stated",
        strong=role in ("convenor", "co-convenor", "chair"),
        detail=f"since {known.joined}" if isinstance(known.joined, Date) else "",
    )


def _record(known: InitiativeFacts, about: Subject) -> RecordWords:
    record = about.record
    assert record is None or isinstance(record, InitiativeRecord)
    short = (record and record.abbreviation) or known.abbreviation
    title = known.name + (f" ({short})" if short and short not in known.name else "")
    roster = f"roster of {record.roster}" if record and isinstance(record.roster, Date) else ""
    details = (
        (record.kind if record else known.kind) or "",
        *state_since(known.status, str(known.since) if isinstance(known.since, Date) else ""),
        roster,
    )
    return RecordWords((Text(title),), tuple(map(Words, details)))


WORDING = EntryWording(
    one=Words("Initiative"),
    many=Words("Initiatives"),
    compose=_initiative,
    record=_record,
    elsewhere=Words("all participants"),
    example="""\
list:
  - name: An initiative that the registry lacks
    kind: joint statement
    role: participant              # convenor, co-convenor, chair, participant, observer ...
    since: 2020
    source: ministry-2024
""",
)
