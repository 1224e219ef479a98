"""Whether the records of the registries fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from profilegen.check.record_plausibility import sense
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.finding_codes import finding
from profilegen.core.model.registry import AgreementRecord, GroupRecord
from profilegen.core.registry import Book, Registry, fold, nearest
from profilegen.core.registry import where as where_written
from profilegen.core.wto_cases import GAP, astray
from profilegen.core.yaml_source import KeyPath, SourceTree


def coherence(
    registry: Registry, trees: Mapping[str, Sequence[SourceTree]]
) -> Iterator[Diagnostic]:
    """PG301: what a record names exists. PG302: a name belongs to one record. PG131, PG312.

    What cannot be of one record is told by `record_plausibility`: PG123, PG133 to PG136, PG229.
    """
    if case := astray(registry.disputes.records):
        message = f"More than {GAP} numbers lie between {case} and the case before it."
        yield finding("PG131", registry.disputes.places[case], message, place=f"disputes {case}")
    for kind, files in trees.items():
        book: Book[Any] = getattr(registry, kind)
        owner: dict[str, str] = {}
        for key, record in book.records.items():
            tree = next(tree for tree in reversed(files) if (kind, key) in tree.keys)
            for name in dict.fromkeys((key, *record.spellings)):
                other = owner.setdefault(fold(name), key)
                if other != key:
                    message = f'"{name}" names both {other} and {key}.'
                    span = tree.find((kind, key), name)
                    yield finding("PG302", span, message, place=f"{kind} {key}")
            for path, wanted in _named(record):
                kind_named, by_name = _target(path)
                target: Book[Any] = getattr(registry, kind_named)
                if wanted in target.records or (by_name and target.key(wanted)):
                    continue
                near = nearest(wanted, target.records)
                hint = f"Did you mean {near}?" if near else ""
                message = f'The registry has no record of "{wanted}".'
                span = tree.find((kind, key, *path), wanted)
                yield finding("PG301", span, message, hint, place=f"{kind} {key}")
            yield from sense(book, tree, kind, key, record)
            if isinstance(record, AgreementRecord):
                yield from _whole_groups(registry.groups, tree, key, record)


def _whole_groups(
    groups: Book[GroupRecord], tree: SourceTree, key: str, record: AgreementRecord
) -> Iterator[Diagnostic]:
    """PG312: a treaty of a group has all that were its members on the day of signature."""
    on = record.signed if isinstance(record.signed, Date) else None
    for index, name in enumerate(record.groups):
        group = groups.get(name)
        members = [code for code in group.members if group.has_member(code, on)] if group else []
        for code in members:
            if code not in record.parties:
                where = where_written(groups.places.get(groups.key(name) or ""))
                message = f"{code} is a member of {name} ({where}), and no party to {key}."
                path = ("agreements", key, "groups", index)
                yield finding("PG312", tree.span(path), message, place=f"agreements {key}")


def _target(path: KeyPath) -> tuple[str, bool]:
    """In which registry a field's ids stand, and whether any of their names will do."""
    if path[0] in ("succeeded_by", "agreements"):
        return "agreements", True
    if path[0] == "part_of":
        return "initiatives", True
    return (str(path[0]), True) if path[0] in ("groups", "topics") else ("economies", False)


def _named(record: Any) -> Iterator[tuple[KeyPath, str]]:
    """Each id that a record names, with its path; a mapping's ids are its keys."""
    fields = ("parties", "signed_only", "participants", "complainant", "respondent",
              "third_parties", "topics", "groups")  # fmt: skip
    own = type(record).model_fields.keys()
    for field in filter(own.__contains__, fields):
        yield from (((field, at), name) for at, name in enumerate(getattr(record, field)))
    mappings = ("in_force_for", "joined", "left", "roles", "members", "agreements")
    for field in filter(own.__contains__, mappings):
        yield from (((field,), name) for name in getattr(record, field))
    for field in filter(own.__contains__, ("succeeded_by", "part_of", "economy")):
        if name := getattr(record, field):
            yield (field,), name
