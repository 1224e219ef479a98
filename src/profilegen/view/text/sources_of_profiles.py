"""The sources of several profiles as one list, for a page that cites them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from profilegen.core.model.profile import Profile
from profilegen.core.model.sources import Source
from profilegen.core.pandoc_citations import Citation
from profilegen.view.text.footnotes import mapped
from profilegen.view.text.nodes import Draft

V = TypeVar("V")


@dataclass(frozen=True)
class Merged:
    """Sources by key; a key that means two documents stands under its economy's code."""

    sources: dict[str, Source]
    renamed: dict[tuple[str, str], str]

    def cited(self, view: V, economy: str) -> V:
        """The same view with its citations in the keys of all."""

        def rename(draft: Draft) -> Draft:
            return Draft(
                tuple(
                    replace(part, key=self.renamed.get((economy, part.key), part.key))
                    if isinstance(part, Citation)
                    else part
                    for part in draft.parts
                )
            )

        return mapped(view, rename)


def merged(profiles: Iterable[Profile]) -> Merged:
    """Put the sources of profiles together."""
    sources: dict[str, Source] = {}
    renamed: dict[tuple[str, str], str] = {}
    for profile in profiles:
        for key, source in profile.sources.items():
            if sources.setdefault(key, source) != source:
                own_key = f"{profile.economy}:{key}"
                sources[own_key] = source
                renamed[profile.economy, key] = own_key
    return Merged(sources, renamed)
