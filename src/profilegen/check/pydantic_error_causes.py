"""Which of Pydantic's errors are mistakes of their own, and which only follow from another."""

from __future__ import annotations

from collections import defaultdict

from pydantic_core import ErrorDetails

from profilegen.check.expected_but_unsupported_forms import fields_beside, stray_sources
from profilegen.check.meant import meant_key
from profilegen.check.model_lookup import dashless, owner_of
from profilegen.check.unknown_keys import of_item
from profilegen.core.model.base import Model
from profilegen.core.yaml_source import KeyPath, SourceTree

MAX_FINDINGS = 100
"""Findings told; what has more has one cause, mended first."""


def causes(tree: SourceTree, model: type[Model], details: list[ErrorDetails]) -> list[ErrorDetails]:
    """One error a mistake: leave out what only follows from another error."""
    locs = [tuple(detail["loc"]) for detail in details]
    lost, strange = defaultdict(list), defaultdict(list)
    within = {loc[:end] for loc in locs for end in range(len(loc))}
    kept = []
    for detail, loc in zip(details, locs, strict=True):
        if detail["type"] == "missing":
            lost[loc[:-1]].append(detail)
        elif detail["type"] == "extra_forbidden":
            strange[loc[:-1]].append(detail)
        elif not (
            (detail["type"] == "too_short" and loc in within)  # its items have the errors
            or _follows(tree, loc)
        ):
            kept.append(detail)
    for parent in {**lost, **strange}:
        kept += _keys_at_fault(tree, model, parent, lost[parent], strange[parent])
    return kept


def _follows(tree: SourceTree, loc: KeyPath) -> bool:
    """Whether an error about `sources` only follows from how far left its lines stand."""
    if loc == ("sources",):
        return tree.at(loc) is None and bool(stray_sources(tree))
    if len(loc) < 2 or loc[0] != "sources" or not isinstance(tree.data.get("sources"), dict):
        return False
    keys = [("sources", key) for key in tree.data["sources"]]
    return any(loc[1] in fields_beside(tree, key) for key in keys)


def _keys_at_fault(
    tree: SourceTree,
    model: type[Model],
    parent: KeyPath,
    lost: list[ErrorDetails],
    strange: list[ErrorDetails],
) -> list[ErrorDetails]:
    """Of one mapping's missing and unknown keys those that are mistakes of their own.

    A misspelt key is missing, too. Where no key is right, the mapping stands in a wrong place
    (or a text with a colon lacks its quotes), and the first key tells. An empty mapping lacks
    all keys at once.
    """
    owner, strange = owner_of(model, parent), strange[:MAX_FINDINGS]
    known = sorted(owner.model_fields) if owner else []
    misspelt = [detail for detail in strange if meant_key(str(detail["loc"][-1]), known)[0]]
    meant = {meant_key(str(detail["loc"][-1]), known)[0] for detail in misspelt}
    unknown = [detail for detail in strange if detail not in misspelt]
    value = tree.at(tree.descend(parent))
    without_dash = owner is not None and isinstance(value, dict) and dashless(owner, value)
    if not without_dash and any(of_item(owner, str(detail["loc"][-1])) for detail in unknown):
        meant.add("list")  # an entry that stands where its list should
    lost = [detail for detail in lost if detail["loc"][-1] not in meant]
    if lost and owner and isinstance(value, dict):
        if lost[0]["loc"][-1] == "list" and without_dash:
            return lost
        if not value:
            return lost[:1]
        if all(key not in known for key in value):
            return strange[:1]
    return [*lost, *misspelt, *unknown[:1]]
