"""What a page says of facts that come from a registry: where they were seen, what is unsure."""

from __future__ import annotations

from profilegen.core.model.entries import Agreement, Dispute, Entry, Initiative
from profilegen.core.model.profile import Placed
from profilegen.core.model.registry import Record
from profilegen.core.registry import Book, Registry
from profilegen.core.richtext import Text
from profilegen.core.typography import curly, joined, sentence
from profilegen.view.nodes import Draft, Span

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
}
"""Fields of a record in a reader's words; other remarks stand as they are written."""


def evidence(placed: tuple[Placed, ...], registry: Registry, *, bare: bool) -> tuple[Span, ...]:
    """The note of a list whose facts a registry gives, after a sentence where it has none."""
    known = [(p, book, record) for p in placed if (found := _found(p.entry, registry))
             for book, record in (found,)]  # fmt: skip
    if not known:
        return ()
    kind = _KINDS[type(known[0][0].entry)]
    book = known[0][1]
    sources: dict[str, list[str]] = {}
    for p, _, record in known:
        sources.setdefault(record.source or "", []).append(p.number)
    told = [curly(book.source)] if book.source in sources else []
    told += [
        f"{joined(numbers)}: {curly(source)}"
        for source, numbers in sources.items()
        if source and source != book.source
    ]
    as_of = f" as of {book.as_of}" if book.as_of else ""
    note = Draft((Text(f"Registry of {kind}{as_of}: {'; '.join(told)}"),))
    lead = (Text(f"Parties and dates are those of the registry of {kind}."),) if bare else ()
    return (*lead, note)


def counted_from(registry: Registry) -> str:
    """The words of a note on a count that the registry of disputes gives."""
    known = {int(key[2:]) for key in registry.disputes.records if key[2:].isdigit()}
    absent = [f"DS{n}" for n in range(1, max(known, default=0)) if n not in known]
    lacks = f" The registry lacks {joined(absent)}, which no source showed." if absent else ""
    return f"Counted in the registry of disputes: {curly(registry.disputes.source)}.{lacks}"


def remark(entry: Entry, registry: Registry) -> str:
    """What the registry says of a record beside its facts: its note, and what is unsure."""
    found = _found(entry, registry)
    if not found:
        return ""
    record = found[1]
    unsure = [_FIELDS.get(field, field) for field in record.unverified]
    parts = [
        curly(record.note.plain()) if record.note else "",
        f"Not verified: {joined(unsure)}." if unsure else "",
    ]
    return sentence(" ".join(filter(None, parts)))


def _found(entry: Entry, registry: Registry) -> tuple[Book[Record], Record] | None:
    book = registry.book(entry)
    record = book.get(entry.name_text) if book else None
    return (book, record) if book and record else None
