"""The checks of one profile, in the order in which they run. Removing a line removes a check."""

from __future__ import annotations

from profilegen.check.case import Rule
from profilegen.check.rules import (
    charts,
    dates,
    numbers,
    peers,
    references,
    registered,
    sections,
    sources,
    sourcing,
    words,
)

LOCAL: tuple[Rule, ...] = (
    references.unknown_economy,
    sections.placements,
    sections.swallowed,
    sources.typed_ibid,
    sources.citation_without_at,
    sources.accessed_before_issued,
    sources.updated_before_accessed,
    sources.long_note,
    dates.undated_draft,
    dates.undated_count,
    dates.stale,
    dates.checked_later,
    dates.impossible_order,
    dates.not_stated,
    references.unknown_topic,
    references.unknown_record,
    references.superseded,
    references.no_party,
    references.no_party_to_agreement,
    references.more_listed_than_counted,
    references.listed_twice,
    registered.other_side,
    registered.not_binding,
    registered.other_role,
    registered.other_count,
    registered.other_fact,
    registered.of_the_union,
    registered.union_of_others,
    numbers.unknown_indicator,
    numbers.off_the_scale,
    numbers.not_yet,
    numbers.more_than_the_whole,
    numbers.two_values,
    charts.too_many_series,
    peers.one_document,
    peers.one_instrument,
    peers.one_number,
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
    sourcing.bare_sentence,
    words.unexpanded,
)
"""Rules that look for something missing, and so need the whole file."""
