"""What a rule sees: one profile, where each piece of it stands, and what it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from profilegen.check.cross_profile_index import Peers
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic, Fix, Severity
from profilegen.core.finding_codes import finding
from profilegen.core.model.profile import PlacedEntry, Profile
from profilegen.core.registry import KnownNames
from profilegen.core.richtext import RichText
from profilegen.core.walk import values
from profilegen.core.yaml_edits import items_instead, words_instead
from profilegen.core.yaml_source import KeyPath, SourceTree
from profilegen.edition.resolved import ResolvedProfile


@dataclass(frozen=True)
class RuleContext:
    """One profile under examination."""

    resolved: ResolvedProfile
    """The profile with what the registries know of everything that it names."""
    tree: SourceTree
    names: KnownNames
    """What could be named instead."""
    meant: Mapping[KeyPath, tuple[str, ...]] = field(default_factory=dict)
    """Records that may be meant by entries that no registry knows, by the entry's path."""
    as_of: Date | None = None
    """The day against which age is measured; None measures no age."""
    peers: Peers = field(default_factory=Peers)
    """The profiles of the same run that stand before this one."""

    @property
    def profile(self) -> Profile:
        """The profile as it is written."""
        return self.resolved.profile

    @cached_property
    def entries(self) -> tuple[PlacedEntry, ...]:
        """Every entry with its place, in print order."""
        return self.resolved.placed

    @cached_property
    def acting(self) -> frozenset[str]:
        """Codes of the economy and of the unions that act for it today."""
        return frozenset((self.profile.economy, *(who.code for who in self.resolved.unions)))

    @cached_property
    def values(self) -> tuple[tuple[KeyPath, Any], ...]:
        """Every value that is given, with its path."""
        return tuple(values(self.profile))

    @cached_property
    def texts(self) -> tuple[tuple[KeyPath, RichText], ...]:
        """Every text of paragraphs, with its path."""
        return tuple((path, value) for path, value in self.values if isinstance(value, RichText))

    def find(
        self,
        code: str,
        path: KeyPath,
        message: str,
        hint: str = "",
        *,
        place: str = "",
        snippet: str = "",
        severity: Severity | None = None,
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Make a finding at the value of `path`, or at `snippet` within it."""
        span = self.tree.find(path, snippet) if snippet else self.tree.span(path)
        return finding(
            code, span, message, hint, place=place or spoken(path), severity=severity, fix=fix
        )

    def find_key(
        self,
        code: str,
        path: KeyPath,
        message: str,
        hint: str = "",
        *,
        place: str = "",
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Make a finding at the key of `path`."""
        span = self.tree.key_span(path)
        return finding(code, span, message, hint, place=place or spoken(path), fix=fix)

    def listed(
        self, path: KeyPath, names: str, known: Callable[[str], object]
    ) -> tuple[str, Fix | None] | None:
        """Hint and fix for names that stand in one text, where each of them is known."""
        here = self.tree.descend(path)
        parts = [part.strip() for part in re.split(r"[,;/]|\band\b", names) if part.strip()]
        if len(parts) < 2 or not all(map(known, parts)) or self.tree.at(here) != names:
            return None
        listed = ", ".join(parts)
        if here == path and not isinstance(here[-1], int):
            return f"Write an entry for each: {listed}", None  # it may have keys of its own
        if isinstance(here[-1], int):
            hint = f"Write an item for each: {listed}"
        else:
            hint = f"Write a list of them: [{listed}]"
        return hint, items_instead(self.tree, here, parts, safe=True)

    def instead(self, path: KeyPath, old: str, new: str, *, safe: bool = False) -> Fix | None:
        """Other words in the place of some; None where there are none."""
        return words_instead(self.tree, path, old, new, safe=safe) if new else None


Rule = Callable[[RuleContext], Iterator[Diagnostic]]


def spoken(path: KeyPath) -> str:
    """A path in words, as waivers name it: `proceedings counts 1`."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in path)
