"""The checks of one profile, in the order in which they run. Removing a line removes a check."""

from __future__ import annotations

from profilegen.check.case import Rule
from profilegen.check.rules import dates, references, sections, sources, sourcing, words

LOCAL: tuple[Rule, ...] = (
    references.unknown_economy,
    sections.placements,
    sections.unprinted,
    sections.swallowed,
    sources.typed_ibid,
    sources.citation_without_at,
    sources.accessed_before_issued,
    sources.updated_before_accessed,
    sources.long_note,
    dates.undated_draft,
    dates.undated_count,
    dates.stale,
    dates.not_stated,
    references.unknown_topic,
    references.unknown_record,
    references.superseded,
    references.no_party,
    references.no_party_to_agreement,
    references.more_listed_than_counted,
    references.listed_twice,
)
"""Rules whose findings hold even while other parts of the file cannot be read."""

WHOLE: tuple[Rule, ...] = (
    sections.missing_section,
    sections.empty_section,
    sections.filled_and_absent,
    sources.undefined_source,
    sources.unused_source,
    references.act_not_listed,
    sourcing.unsourced,
    sourcing.not_in_text,
    words.unexpanded,
)
"""Rules that look for something missing, and so need the whole file."""
