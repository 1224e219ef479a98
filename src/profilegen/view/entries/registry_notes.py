"""What a page says of facts that come from a registry: where they were seen, what is unsure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from profilegen.core.model.kinds import kind_of
from profilegen.core.model.registry import Doubt
from profilegen.core.richtext import Text
from profilegen.core.typography import curly, joined, sentence
from profilegen.edition.resolved import CountBasis, ResolvedEntry
from profilegen.edition.subjects import Subject
from profilegen.view.text.nodes import Draft, TextNode
from profilegen.view.wording.kind_wording import wording

_FIELDS = {
    "name": "the title",
    "requested": "the date of the request",
    "signed": "the date of signature",
    "in_force": "the entry into force",
    "in_force_for": "the entry into force",
    "joined": "the date of joining",
    "left": "the date of withdrawal",
    "number": "the number",
}
"""Fields of a record in a reader's words; other remarks stand as they are written."""


def evidence(entries: tuple[ResolvedEntry, ...], *, bare: bool) -> tuple[TextNode, ...]:
    """The note of a list whose facts a registry gives, after a sentence where it has none."""
    known = [e.subject for e in entries if e.subject and e.subject.record]
    if not known:
        return ()
    first = known[0]
    kind = wording(kind_of(first.named).one).many.lower()
    seen = {about.record.source or "" for about in known if about.record}
    sources = sorted(seen, key=lambda s: (s != first.seen, s))
    parts = (part for source in sources for part in source.split("; ") if part)
    places = list(dict.fromkeys(curly(_ADDRESS.sub("", part)) for part in parts))
    as_of = f" as of {first.as_of}" if first.as_of else ""
    note = Draft((Text(f"Registry of {kind}{as_of}: {'; '.join(places)}"),))
    some = f"Where the registry of {kind} has them, parties and dates are the registry's."
    every = f"Parties and dates are those of the registry of {kind}."
    lead = (Text(curly(every if len(known) == len(entries) else some)),) if bare else ()
    return (*lead, note)


_ADDRESS = re.compile(r" <https?://[^>]*>")
"""What is left out of a list of places: there are many, and the registry has them."""


def counted_from(basis: CountBasis) -> str:
    """The words of a note on a count that the registry of disputes gives."""
    union = " Cases against member States are included." if basis.of_members else ""
    absent = joined([f"DS{number}" for number in basis.missing])
    lacks = f" No source showed {absent}, which are not counted." if absent else ""
    return f"Counted in the registry of disputes: {curly(basis.seen)}.{union}{lacks}"


def remark(about: Subject | None, economy: str) -> str:
    """What the registry says of a record beside its facts: its note, and what is unsure.

    A doubt about one party (`in_force_for KOR`) is told in that party's profile only.
    """
    if about is None or about.record is None:
        return ""
    record = about.record
    doubts = [doubt for doubt in record.doubts if not doubt.of_one or doubt.of == economy]
    parts = [
        curly(record.note.plain()) if record.note else "",
        f"Not verified: {unverified(doubts)}." if doubts else "",
    ]
    return sentence(" ".join(filter(None, parts)))


def unverified(doubts: Iterable[Doubt]) -> str:
    """What is not verified, in a reader's words: `the date of signature and the number`."""
    return joined([_FIELDS.get(d.field, f"{d.field} {d.of}".strip()) for d in doubts])
