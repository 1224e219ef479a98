"""What is said of facts that come from a registry: where they were seen, what is unsure."""

from __future__ import annotations

from collections.abc import Iterable

from profilegen.core.model.registry import Doubt
from profilegen.core.reader_text_type import Words, table
from profilegen.core.typography import joined
from profilegen.edition.resolved import CountBasis
from profilegen.view.wording.wording_by_kind import wording

_FIELDS = table(
    {
        "name": "the title",
        "requested": "the date of the request",
        "signed": "the date of signature",
        "in_force": "the entry into force",
        "in_force_for": "the entry into force",
        "joined": "the date of joining",
        "left": "the date of withdrawal",
        "number": "the number",
    }
)
"""Fields of a record in a reader's words; other remarks stand as they are written."""


def seen_in(kind: str, as_of: object, places: list[str]) -> Words:
    """The note of a list: `Registry of treaties as of 27 April 2026: WTO; METI`."""
    dated = f" as of {as_of}" if as_of else ""
    return Words(f"Registry of {_many(kind)}{dated}: {'; '.join(places)}")


def leading(kind: str, *, every: bool) -> Words:
    """The sentence above a list without one, of which the registry has all entries or some."""
    if every:
        return Words(f"Parties and dates are those of the registry of {_many(kind)}.")
    return Words(
        f"Where the registry of {_many(kind)} has them, parties and dates are the registry's."
    )


def _many(kind: str) -> Words:
    return Words(wording(kind).many.lower())


def counted_from(basis: CountBasis) -> Words:
    """The words of a note on a count that the registry of disputes gives."""
    union = " Cases against member States are included." if basis.of_members else ""
    absent = joined([f"DS{number}" for number in basis.missing])
    lacks = f" No source showed {absent}, which are not counted." if absent else ""
    return Words(f"Counted in the registry of disputes: {basis.seen}.{union}{lacks}")


def unverified(doubts: Iterable[Doubt]) -> Words:
    """What is not verified, in a reader's words: `the date of signature and the number`."""
    return Words(joined([_FIELDS.get(d.field, f"{d.field} {d.of}".strip()) for d in doubts]))


def not_verified(doubts: Iterable[Doubt]) -> Words:
    """The same as a sentence, or nothing."""
    told = unverified(doubts)
    return Words(f"Not verified: {told}." if told else "")
