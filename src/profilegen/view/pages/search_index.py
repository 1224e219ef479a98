"""What the search on the first page finds: economies, topics, entries, what stands in tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from profilegen.core.model.kinds import kind_of
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.registry import DisputeRecord, IndicatorRecord
from profilegen.core.model.sections import SECTIONS
from profilegen.core.reader_text_type import UNSAID, Words
from profilegen.core.slug import slug
from profilegen.core.typography import sentence
from profilegen.edition.bilateral_disputes import Versus
from profilegen.edition.edition import Edition
from profilegen.edition.entry_to_record import Subject
from profilegen.edition.resolved import ResolvedEntry, ResolvedProfile
from profilegen.view.entries.entry import entry_view
from profilegen.view.site.record_links import indicator_place
from profilegen.view.text.nodes import words
from profilegen.view.wording.en import home as say
from profilegen.view.wording.wording_by_kind import wording


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that can be found, and where it stands."""

    title: str
    native: str
    """The title in its own language."""
    also: str
    """Other words by which it is found; they are not shown."""
    kind: Words
    where: Words
    """Whose it is and its number: `Japan 4.3`."""
    href: str


def hits(edition: Edition) -> Iterator[Hit]:
    """Everything that can be found, the broadest first."""
    ordered = edition.by_name
    for of in ordered:
        who = of.economy
        also = " ".join((of.code, who.name, *who.aliases))
        yield Hit(of.name, who.native_name, also, say.HITS["economy"], UNSAID, f"{of.code}.html")
    for kind in SECTIONS:
        title = kind.title
        yield Hit(kind.label, "", title, say.HITS["section"], UNSAID, f"section-{kind.number}.html")
    aliases = {record.name: record.aliases for record in edition.vocabulary.values()}
    for name in sorted({topic.name for of in ordered for topic in of.named()}, key=str.casefold):
        also = " ".join(aliases.get(name, ()))
        yield Hit(sentence(name), "", also, say.HITS["topic"], UNSAID, f"topics.html#{slug(name)}")
    yield from _indicators(ordered, edition.indicators)
    names = {of.code: of.economy.name for of in ordered}
    for of in ordered:
        for item in of.entries:
            inside = edition.searched(item)
            parties = [name for code, name in names.items() if code in inside]
            yield _entry(item, of, parties)
    listed = {
        item.subject.key
        for of in ordered
        for item in of.entries
        if isinstance(item.entry, Dispute) and item.subject
    }
    others = [about for about in edition.subjects(Dispute) if about.key not in listed]
    yield from _cases(names, edition.versus(list(names)), others)


def _indicators(
    profiles: Sequence[ResolvedProfile], indicators: Mapping[str, IndicatorRecord]
) -> Iterator[Hit]:
    """The indicators that have figures."""
    economies: dict[str, dict[str, None]] = {}
    for of in profiles:
        for item in of.observations:
            if item.record:
                economies.setdefault(item.indicator, {})[item.economy.name] = None
    for key, record in indicators.items():
        if whose := economies.get(key):
            names = " ".join(whose)
            one = len(whose) == 1
            where = names if one else say.economies(len(whose))
            also = " ".join((*record.aliases, *(() if one else (names,))))
            there = indicator_place(key)
            href = f"{there.page}.html#{there.fragment}"
            yield Hit(sentence(record.name), "", also, say.HITS["indicator"], Words(where), href)


def _cases(
    names: Mapping[str, str], between: Iterable[Sequence[Versus]], unlisted: Iterable[Subject]
) -> Iterator[Hit]:
    """The registry's cases between profiled economies that no profile lists."""
    pairs = [pair for row in between for pair in row]
    first = {key: pair for pair in reversed(pairs) for key in pair.through}
    first |= {key: pair for pair in reversed(pairs) for key in pair.own}
    for about in unlisted:
        key, record = about.key, about.record
        if key not in first or not isinstance(record, DisputeRecord):
            continue
        by, against = first[key].complainant, first[key].respondent
        others = {*record.complainant, *record.respondent} - {by, against}
        also = " ".join(name for code, name in names.items() if code in others)
        title = f"{key}, {record.name}"
        where = say.against(names[by], names[against])
        kind = wording(kind_of(about.named).one).one
        yield Hit(title, "", also, Words(kind), where, f"disputes.html#by-{by}-{against}")


def _entry(item: ResolvedEntry, of: ResolvedProfile, parties: Sequence[str]) -> Hit:
    entry, kind = item.entry, kind_of(item.entry)
    fields = [str(getattr(entry, f) or "") for f in kind.search if f not in kind.economies]
    also = [of.code, *fields, *(topic.name for topic in item.topics), *parties]
    view = entry_view(item, of)
    short = f" ({view.short_name})" if view.short_name else ""
    title = str(words(view.title)) + short
    if kind.lettered:  # its name is the sentence itself
        title = sentence(title)
    else:
        also[:0] = entry.known_as
    return Hit(
        title,
        entry.native_title or (view.native.text if view.native else ""),
        " ".join(dict.fromkeys(word for word in also if word and not _in_title(word, title))),
        Words(wording(kind.one).one),
        Words(f"{of.name} {item.placed.number}"),
        f"{of.code}.html#{item.placed.anchor}",
    )


def _in_title(word: str, title: str) -> bool:
    """Whether the title is found by a word; printed, it has other apostrophes than are typed."""
    return word in title and "'" not in word
