"""What a section says when a union acts for the economy: since when, and what the union does."""

from __future__ import annotations

from profilegen.core.dates import Date
from profilegen.core.locale import counted, economy_name
from profilegen.core.model.sections import SectionKind
from profilegen.core.registry import Registry
from profilegen.core.resolve import tally
from profilegen.core.typography import curly, sentence


def through(kind: SectionKind, union: str, economy: str, registry: Registry) -> str:
    """Sentences, computed: the union acts, and how much of it the registries hold."""
    name = curly(economy_name(union, registry, article=True))
    acting_for = curly(economy_name(economy, registry, article=True))
    record = registry.economies.records.get(union)
    since = record.members.get(economy) if record else None
    member = f", of which it has been a member since {since}" if isinstance(since, Date) else ""
    sentences = [
        f"{sentence(name)} acts here for {acting_for}{member}.",
        _SAID[kind.key](union, registry) if kind.key in _SAID else "",
        f"What it does stands in its own profile ({union} {kind.number}).",
    ]
    return " ".join(filter(None, sentences))


def _treaties(union: str, registry: Registry) -> str:
    bound = [
        record
        for record in registry.agreements.records.values()
        if union in record.parties and record.status == "in force" and union not in record.left
    ]
    return _of(counted(len(bound), "treaty", "treaties") + " in force", registry.agreements.as_of)


def _initiatives(union: str, registry: Registry) -> str:
    bound = [r for r in registry.initiatives.records.values() if union in r.participants]
    return _of(counted(len(bound), "initiative"), registry.initiatives.as_of)


def _disputes(union: str, registry: Registry) -> str:
    as_of = registry.disputes.as_of
    counts = tally(registry, union, as_of)
    return (
        f"The union has been complainant in {counts.complainant} WTO cases and respondent in "
        f"{counts.respondent}, those against member States included"
        + (f", as of {as_of}." if as_of else ".")
    )


def _of(what: str, as_of: Date | None) -> str:
    return f"The registry has the union in {what}" + (f" as of {as_of}." if as_of else ".")


_SAID = {
    "economic_treaties": _treaties,
    "plurilaterals": _initiatives,
    "proceedings": _disputes,
}
