"""What a section says when a union acts for the economy: since when, and what the union does."""

from __future__ import annotations

from profilegen.core.dates import Date
from profilegen.core.locale import counted
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.initiative import Initiative
from profilegen.core.model.sections import SectionKind, section_of
from profilegen.core.typography import curly, sentence
from profilegen.edition.economies import Economy
from profilegen.edition.resolved import ActingUnion
from profilegen.view.wording.en.general import the


def through(kind: SectionKind, acting: ActingUnion, economy: Economy) -> str:
    """Sentences, computed: the union acts, and how much of it the registries hold."""
    since = acting.since
    member = f", of which it has been a member since {since}" if isinstance(since, Date) else ""
    sentences = [
        f"{sentence(curly(the(acting.union)))} acts here for {curly(the(economy))}{member}.",
        _SAID[kind](acting) if kind in _SAID else "",
        f"What it does stands in its own profile ({acting.union.code} {kind.number}).",
    ]
    return " ".join(filter(None, sentences))


def _treaties(acting: ActingUnion) -> str:
    return _of(counted(acting.bound, "treaty", "treaties") + " in force", acting.as_of)


def _initiatives(acting: ActingUnion) -> str:
    return _of(counted(acting.bound, "initiative"), acting.as_of)


def _disputes(acting: ActingUnion) -> str:
    assert acting.tally
    return (
        f"The union has been complainant in {acting.tally.complainant} WTO cases and respondent in "
        f"{acting.tally.respondent}, those against member States included"
        + (f", as of {acting.as_of}." if acting.as_of else ".")
    )


def _of(what: str, as_of: Date | None) -> str:
    return f"The registry has the union in {what}" + (f" as of {as_of}." if as_of else ".")


_SAID = {
    section_of(Agreement): _treaties,
    section_of(Initiative): _initiatives,
    section_of(Dispute): _disputes,
}
