"""What a page says of facts that come from a registry: where they were seen, what is unsure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from profilegen.core.dates import Date
from profilegen.core.model.entries import Agreement, Dispute, Entry, Initiative
from profilegen.core.model.profile import PlacedEntry
from profilegen.core.model.registry import Doubt, Record
from profilegen.core.registry import Book, Registry
from profilegen.core.richtext import Text
from profilegen.core.typography import curly, joined, sentence
from profilegen.core.wto_cases import GAP, wto_number
from profilegen.view.text.nodes import Draft, TextNode

_KINDS: dict[type[Entry], str] = {
    Agreement: "treaties",
    Initiative: "initiatives",
    Dispute: "disputes",
}
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


def evidence(
    placed: tuple[PlacedEntry, ...], registry: Registry, *, bare: bool
) -> tuple[TextNode, ...]:
    """The note of a list whose facts a registry gives, after a sentence where it has none."""
    known = [(p, book, record) for p in placed if (book_and_record := _found(p.entry, registry))
             for book, record in (book_and_record,)]  # fmt: skip
    if not known:
        return ()
    kind = _KINDS[type(known[0][0].entry)]
    book = known[0][1]
    sources = sorted({r.source or "" for _, _, r in known}, key=lambda s: (s != book.source, s))
    parts = (part for source in sources for part in source.split("; ") if part)
    places = list(dict.fromkeys(curly(_ADDRESS.sub("", part)) for part in parts))
    as_of = f" as of {book.as_of}" if book.as_of else ""
    note = Draft((Text(f"Registry of {kind}{as_of}: {'; '.join(places)}"),))
    some = f"Where the registry of {kind} has them, parties and dates are the registry's."
    every = f"Parties and dates are those of the registry of {kind}."
    lead = (Text(curly(every if len(known) == len(placed) else some)),) if bare else ()
    return (*lead, note)


_ADDRESS = re.compile(r" <https?://[^>]*>")
"""What is left out of a list of places: there are many, and the registry has them."""


def counted_from(registry: Registry, economy: str) -> str:
    """The words of a note on a count that the registry of disputes gives."""
    record = registry.economies.records.get(economy)
    union = " Cases against member States are included." if record and record.members else ""
    until = registry.disputes.as_of
    numbers = {
        wto_number(key)
        for key, record in registry.disputes.records.items()
        if not (
            until and isinstance(record.requested, Date) and until.surely_before(record.requested)
        )
    }
    known = sorted(number for number in numbers if number)
    absent = [
        f"DS{number}"
        for last, following in pairwise((0, *known))
        if following - last <= GAP  # behind a wider gap stands a number that is wrong
        for number in range(last + 1, following)
    ]
    lacks = f" No source showed {joined(absent)}, which are not counted." if absent else ""
    return f"Counted in the registry of disputes: {curly(registry.disputes.source)}.{union}{lacks}"


def remark(entry: Entry, registry: Registry, economy: str) -> str:
    """What the registry says of a record beside its facts: its note, and what is unsure.

    A doubt about one party (`in_force_for KOR`) is told in that party's profile only.
    """
    book_and_record = _found(entry, registry)
    if not book_and_record:
        return ""
    record = book_and_record[1]
    doubts = [doubt for doubt in record.doubts if not doubt.of_one or doubt.of == economy]
    parts = [
        curly(record.note.plain()) if record.note else "",
        f"Not verified: {unverified(doubts)}." if doubts else "",
    ]
    return sentence(" ".join(filter(None, parts)))


def unverified(doubts: Iterable[Doubt]) -> str:
    """What is not verified, in a reader's words: `the date of signature and the number`."""
    return joined([_FIELDS.get(d.field, f"{d.field} {d.of}".strip()) for d in doubts])


def _found(entry: Entry, registry: Registry) -> tuple[Book[Record], Record] | None:
    book = registry.book(entry)
    record = book.get(entry.name_text) if book else None
    return (book, record) if book and record else None
