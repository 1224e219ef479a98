"""Topics and means come from one vocabulary each, or like would not stand beside like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from profilegen.check.context import RuleContext
from profilegen.check.meant import alike
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.model.measure import Measure
from profilegen.core.registry import NameIndex
from profilegen.core.tree import KeyPath

Named = tuple[KeyPath, str, str]
"""A word, after its path and before the place as waivers name it."""


def unknown_topic(context: RuleContext) -> Iterator[Diagnostic]:
    """PG219: an entry's topic, or one that was searched, is none of the vocabulary."""
    return _unknown(context, "PG219", context.names.topics, _topics(context), "topic")


def unknown_means(context: RuleContext) -> Iterator[Diagnostic]:
    """PG239: a measure's means are none of the vocabulary."""
    return _unknown(context, "PG239", context.names.means, _means(context), "means")


def _topics(context: RuleContext) -> Iterator[Named]:
    for placed in context.entries:
        for index, topic in enumerate(placed.entry.topics):
            yield (*placed.path, "topics", index), topic, placed.place
    for index, search in enumerate(context.profile.searched):
        yield ("searched", index, "topic"), search.topic, f"searched {search.topic}"


def _means(context: RuleContext) -> Iterator[Named]:
    for placed in context.entries:
        if isinstance(placed.entry, Measure):
            for index, name in enumerate(placed.entry.means):
                yield (*placed.path, "means", index), name, placed.place


def _unknown(
    context: RuleContext, code: str, known: NameIndex, named: Iterable[Named], what: str
) -> Iterator[Diagnostic]:
    for path, name, place in named:
        if known.key(name) is None:
            near = known.near(name)
            hint = f'Did you mean "{near}"?' if near else _choice(known, what)
            message = f'"{name}" is not a known {what}.'
            fix = context.instead(path, name, near, safe=alike(name, near))
            hint, fix = context.listed(path, name, known.key) or (hint, fix)
            yield context.find(code, path, message, hint, place=place, fix=fix)


def _choice(known: NameIndex, what: str) -> str:
    """The words to choose from, as many as a hint holds."""
    names = sorted(spoken[0] for spoken in known.spoken.values())
    held = [name for at, name in enumerate(names) if len(", ".join(names[: at + 1])) < MOST_LISTED]
    more = f" and {len(names) - len(held)} more" if len(names) > len(held) else ""
    return f"Use a known {what}, or leave it out. Known: {', '.join(held)}{more}."


MOST_LISTED = 300
"""Characters of a list of names in a hint."""
