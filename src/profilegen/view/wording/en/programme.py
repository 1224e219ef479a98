"""What a support programme shows: who pays, how much, at which rate, since when."""

from __future__ import annotations

from profilegen.core.model.kinds.programme import Programme
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Text
from profilegen.view.text.running_text import line
from profilegen.view.wording.en.general import when
from profilegen.view.wording.entry_view import EntryView, facts, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording


def _programme(entry: Programme, _: EntryContext) -> EntryView:
    projects = f"{entry.projects:,} projects" if entry.projects is not None else ""
    granted = f"{entry.total} granted" if entry.total else ""
    return unplaced(
        (Text(entry.title),),
        short_name=entry.short_name or "",
        facts=facts(
            entry.issuing_body or "",
            f"budget {entry.budget}" if entry.budget else "",
            entry.rate or "",
            ", ".join(filter(None, (granted, projects and f"for {projects}"))),
        ),
        gist=line(entry.gist),
        side="Support since" if entry.since else "Support programme",
        detail=when(entry.since) if entry.since else "",
        runs_on=True,
    )


WORDING = EntryWording(
    one=Words("Programme"),
    many=Words("Programmes"),
    compose=_programme,
)
