"""The last page's lines: how to cite, what is open, topics, short forms, history."""

from __future__ import annotations

import re
from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.model.base import NotStated, says_nothing
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.profile import PlacedEntry, Profile
from profilegen.core.model.sections import SECTIONS, Proceedings
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Text
from profilegen.core.typography import sentence
from profilegen.core.walk import texts
from profilegen.edition.resolved import ResolvedProfile
from profilegen.view.text.nodes import Ref, Run, TextNode, words
from profilegen.view.text.running_text import line
from profilegen.view.wording.en import profile as wording


@dataclass(frozen=True, slots=True)
class BackLine:
    """A labelled line of the last page."""

    key: str
    """What it is, and its fragment."""
    parts: tuple[Run, ...]
    """Sentences, each on its own; or items of one run, if `run_on`."""
    run_on: bool = False

    @property
    def label(self) -> Words:
        """What the line is called."""
        return wording.END[self.key]

    @property
    def long(self) -> bool:
        """Whether it may break over pages: more than about nine lines."""
        return sum(len(words(part)) for part in self.parts) > 900


def cite_as(of: ResolvedProfile) -> Words:
    """How to cite the page, in plain words."""
    return words(wording.cite(of))


def back_lines(of: ResolvedProfile) -> tuple[BackLine, ...]:
    """Every labelled line that has something to say."""
    profile, placed = of.profile, of.placed
    lines = (
        BackLine("cite-as", (wording.cite(of),)),
        BackLine("open", _open(profile, placed)),
        BackLine("known-gaps", _accepted(profile, placed)),
        BackLine("topics", _topics(of), run_on=True),
        BackLine("short-forms", _short_forms(of), run_on=True),
        BackLine("history", _history(profile)),
    )
    return tuple(line_ for line_ in lines if line_.parts)


def _open(profile: Profile, placed: tuple[PlacedEntry, ...]) -> tuple[Run, ...]:
    """What no source states, in one sentence; then what the author leaves open."""
    numbers = [p.number for p in placed if says_nothing(getattr(p.entry, "number", None))]
    drafts = [
        p.number
        for p in placed
        if isinstance(p.entry, Instrument) and p.entry.status == "draft"
        and not isinstance(p.entry.as_of, Date)
    ]  # fmt: skip
    dates = [p.number for p in placed if _silent_dates(p.entry)]
    section = profile.proceedings or Proceedings()
    counts = [c.forum for c in section.counts if c.numbered and not isinstance(c.as_of, Date)]
    unchecked = [kind.number for kind, s in profile.sections() if _unsaid(s.checked)]
    unsearched = [
        kind.number
        for kind, s in profile.sections()
        if s.none_found and _unsaid(s.none_found.searched)
    ]
    computed = (
        wording.unstated(profile.economy, numbers, drafts, dates, counts),
        wording.unrecorded(unchecked, unsearched),
    )
    points = (line(point) for point in profile.open_points)
    return (*((Text(str(told)),) for told in computed if told), *points)


def _unsaid(value: object) -> bool:
    return isinstance(value, NotStated)


def _silent_dates(entry: Entry) -> bool:
    fields = set(type(entry).model_fields) - {"number", "as_of", "status"}
    return any(_unsaid(getattr(entry, field)) for field in fields)


def _accepted(profile: Profile, placed: tuple[PlacedEntry, ...]) -> tuple[Run, ...]:
    """Each waiver's reason, beside what it accepts."""
    places = {p.place: p for p in placed}
    parts = []
    for waiver in profile.waivers:
        at = places.get(waiver.at)
        where: TextNode = (
            Ref(at.anchor, f"{profile.economy} {at.number}") if at else Text(str(_place(waiver.at)))
        )
        parts.append((where, Text(f": {waiver.reason}")))
    return tuple(parts)


def _place(at: str) -> Words:
    """A waiver's place in a reader's words: `Section 4`, `WTO count`."""
    key, _, rest = at.partition(" ")
    number = next((kind.number for kind in SECTIONS if kind.key == key), None)
    if number is None:
        return Words(sentence(at))
    what, _, forum = rest.partition(" ")
    if what == "counts" and forum:
        return wording.count_of(forum)
    return wording.place(number, rest)


def _topics(of: ResolvedProfile) -> tuple[Run, ...]:
    """Each topic with the numbers of its entries, in the order of the alphabet."""
    by_topic: dict[str, list[PlacedEntry]] = {}
    for entry in of.entries:
        for topic in entry.topics:
            by_topic.setdefault(topic.name, []).append(entry.placed)
    parts: list[Run] = []
    for name in sorted(by_topic, key=str.casefold):
        run: list[TextNode] = [Text(f"{name}\u00a0")]
        for at, p in enumerate({p.anchor: p for p in by_topic[name]}.values()):
            run += [Text(", ")] if at else []
            run.append(Ref(p.anchor, p.number))
        parts.append(tuple(run))
    return tuple(parts)


def _short_forms(of: ResolvedProfile) -> tuple[Run, ...]:
    """The profile's own short forms, and those of the series that it uses."""
    profile = of.profile
    said = " ".join(
        [text.plain() for path, text in texts(profile) if "observations" not in path]
        + [str(v) for e in _titled(of) for v in e]
    )
    used = set(re.findall(r"[A-Z]{2,}[a-z]?", said))
    forms = {k: v for k, v in of.series.abbreviations.items() if k in used}
    forms |= profile.abbreviations
    return tuple((Text(f"{short}, {whole}"),) for short, whole in sorted(forms.items()))


def _titled(of: ResolvedProfile) -> list[tuple[str, ...]]:
    return [e.entry.known_as for e in of.entries] + [(count.count.forum,) for count in of.counts]


def _history(profile: Profile) -> tuple[Run, ...]:
    return tuple(
        (Text(f"{change.date}, {change.by}: {change.what}"),) for change in profile.history
    )
