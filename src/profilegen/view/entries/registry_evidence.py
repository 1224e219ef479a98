"""What a page says of facts that come from a registry: where they were seen, what is unsure."""

from __future__ import annotations

import re

from profilegen.core.model.kinds import kind_of
from profilegen.core.reader_text_type import UNSAID, Words, strung
from profilegen.core.richtext import Text
from profilegen.core.typography import sentence
from profilegen.edition.entry_to_record import Subject
from profilegen.edition.resolved import ResolvedEntry
from profilegen.view.text.nodes import Draft, TextNode
from profilegen.view.wording.en import registry as wording


def evidence(entries: tuple[ResolvedEntry, ...], *, bare: bool) -> tuple[TextNode, ...]:
    """The note of a list whose facts a registry gives, after a sentence where it has none."""
    known = [e.subject for e in entries if e.subject and e.subject.record]
    if not known:
        return ()
    first = known[0]
    kind = kind_of(first.named).one
    seen = {about.record.source or "" for about in known if about.record}
    sources = sorted(seen, key=lambda s: (s != first.seen, s))
    parts = (part for source in sources for part in source.split("; ") if part)
    places = list(dict.fromkeys(_ADDRESS.sub("", part) for part in parts))
    note = Draft((Text(str(wording.seen_in(kind, first.as_of, places))),))
    lead = wording.leading(kind, every=len(known) == len(entries))
    return (Text(str(lead)), note) if bare else (note,)


_ADDRESS = re.compile(r" <https?://[^>]*>")
"""What is left out of a list of places: there are many, and the registry has them."""


def remark(about: Subject | None, economy: str) -> Words:
    """What the registry says of a record beside its facts: its note, and what is unsure.

    A doubt about one party (`in_force_for KOR`) is told in that party's profile only.
    """
    if about is None or about.record is None:
        return UNSAID
    record = about.record
    doubts = [doubt for doubt in record.doubts if not doubt.of_one or doubt.of == economy]
    parts: list[object] = [
        record.note.plain() if record.note else "",
        wording.not_verified(doubts),
    ]
    return sentence(strung(" ", parts))
