"""What a dispute shows: the side of the economy, who brought it, how far it went."""

from __future__ import annotations

from profilegen.core.dates import Date
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Emph, Text
from profilegen.core.typography import sentence
from profilegen.edition.entry_to_record import Subject
from profilegen.edition.record_facts import ProceedingFacts
from profilegen.view.wording.en.general import all_of, when
from profilegen.view.wording.entry_view import EntryView, facts, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording, RecordWords

MANY = 4
"""Third parties that are named; more, where the registry knows them, are counted."""


def _dispute(known: ProceedingFacts, _: EntryContext) -> EntryView:
    side = known.side
    by, against = all_of(known.complainant), all_of(known.respondent)
    complaint = f"complaint by {by}" if by and side != "complainant" else ""
    responding = known.acting.intersection(party.code for party in known.respondent)
    if against and (side == "complainant" or not responding):
        complaint = f"{complaint or 'complaint'} against {against}"
    count = len(known.third_parties)
    many = count > MANY and not known.thirds_written
    thirds = str(count) if many else all_of(known.third_parties)
    date = str(known.requested) if isinstance(known.requested, Date) else ""
    silent = "date not stated" if known.requested and not date else ""
    forum = "" if known.forum == "WTO" or known.forum in known.case else f"{known.forum}, "
    return unplaced(
        (Text(f"{forum}{known.case}, "), Emph((Text(known.title),))),
        facts=facts(
            ", ".join(filter(None, (complaint, date, silent))),
            (f"{thirds} third parties" if many else f"third parties {thirds}") if thirds else "",
            known.stage,
        ),
        side=sentence(side) if side else "Role not stated",
        detail=f"through {all_of(known.through)}" if known.through else "",
    )


def _record(known: ProceedingFacts, _: Subject) -> RecordWords:
    forum = "" if known.forum == "WTO" or known.forum in known.case else f"{known.forum}, "
    title = (Text(f"{forum}{known.case}, "), Emph((Text(known.title),)))
    sides = f"{all_of(known.complainant)} against {all_of(known.respondent)}"
    dated = when(known.requested) if known.requested else ""
    return RecordWords(title, (Words(sides if known.complainant else ""), Words(dated)))


WORDING = EntryWording(
    one=Words("Dispute"),
    many=Words("Disputes"),
    compose=_dispute,
    record=_record,
    elsewhere=Words("among all disputes"),
    example="""\
disputes:
  list:
    - case: ICSID Case No. ARB/20/1
      forum: ICSID
      title: A Company v A State
      complainant: A Company
      respondent: XXX
      requested: 2020
      source: award
""",
)
