"""Keys and words that profiles do not have: what is told, and what was meant."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from profilegen.check.expected_but_unsupported_forms import (
    comment_apart,
    count_form,
    stray_sources,
    under_sources,
)
from profilegen.check.meant import meant_key, meant_word
from profilegen.check.model_lookup import inner_model, owner_of
from profilegen.core.diagnostic import Edit, Fix, Span
from profilegen.core.model.base import Model
from profilegen.core.model.dispute_counts import Count
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds import KINDS, kinds_in
from profilegen.core.model.kinds.kind_declaration import OWN
from profilegen.core.model.profile import Profile
from profilegen.core.model.sections import SECTIONS, Section
from profilegen.core.yaml_edits import (
    indented,
    key_instead,
    quoted_line,
    value_instead,
    with_commas,
)
from profilegen.core.yaml_source import KeyPath, PlainFloat, PlainInt, SourceTree

Told = tuple[str, str, Fix | None]
"""A finding's message, hint and fix."""


def unknown_key(tree: SourceTree, model: type[Model], loc: KeyPath, _detail: ErrorDetails) -> Told:
    """PG104: what a key that cannot stand at its place was meant to be."""
    key, path = str(loc[-1]), tree.descend(loc[:-1])
    owner = owner_of(model, loc[:-1])
    known = sorted(owner.model_fields) if owner else []
    message = f"`{key}` is not a key that can stand{inside(path) or ' here'}."
    if listed_there := _from_the_other_side(tree, path, key, known):
        return message, listed_there, None
    near, sure = meant_key(key, [word for word in known if word not in tree.at(path)])
    if near:
        hint = f"Did you mean `{near}`? Known here: {', '.join(known)}."
        return message, hint, key_instead(tree, loc, near, safe=sure)
    if owner and of_item(owner, key):
        hint = f"It belongs to an entry: write `list:`, and `- {key}: ...` indented below it."
        return message, hint, _as_first_entry(tree, loc, owner)
    if owner is Profile and (advice := under_sources(tree, key)):
        strays = ", ".join(f"`{stray}`" for stray in stray_sources(tree))
        return f"{strays} cannot stand here, as far left as `sources`.", *advice
    if owner is Profile and (told := _of_a_section(tree, key)):
        return message, *told
    if owner and issubclass(owner, Entry) and key in _OF_SOURCES:
        hint = (
            f"A `{key}` belongs to a document: write it under `sources`, and name that in `source`."
        )
        return message, hint, None
    if cut := _behind_a_comma(tree, path, key):
        return f'A comma between {{ and }} ends a text: "{key}" is read as a key.', *cut
    hint, fix = f"Known here: {', '.join(known)}.", None
    if path and isinstance(path[-1], int) and owner and len(tree.at(path)) == 1:
        if owner is Count:
            return message, count_form(key, tree.at(path)[key]), None
        if owner.shorthand in _RECORDS:  # a name of the registry has no colon
            hint = f"Write `- {owner.shorthand}: {key}`, and what else it has on lines below it."
            return message, f"{hint} Known: {', '.join(known)}.", None
        fix = quoted_line(tree, path)
        hint = f"If the line is one text with a colon in it, put it in quotes. {hint}"
    strangers = [
        other for other in tree.at(path)
        if other not in known and other != key and not meant_key(other, known)[0]
    ][:9]  # fmt: skip
    if strangers:
        listed = ", ".join(f"`{word}`" for word in (key, *strangers[:4]))
        more = " and more" if len(strangers) > 4 else ""
        message = f"{listed}{more} are not keys that can stand{inside(path) or ' here'}."
    return message, hint, fix


_RECORDS = frozenset(kind.model.heading for kind in KINDS if kind.records)


_TURNED = {
    "amended_by": "amends",
    "repealed_by": "supersedes",
    "replaced_by": "supersedes",
    "superseded_by": "supersedes",
    "implemented_by": "implements",
}


def _from_the_other_side(tree: SourceTree, path: KeyPath, key: str, known: list[str]) -> str:
    """What to write where an act says by which other one something was done to it."""
    relation = _TURNED.get(key.replace("-", "_"), "")
    if relation not in known:
        return ""
    other, title = tree.at((*path, key)), tree.at(path).get("title", "this entry")
    name = f'"{other}"' if isinstance(other, str) else "the other act"
    return f"Remove the line; list {name} as an entry of its own, with `{relation}: {title}`."


def _behind_a_comma(tree: SourceTree, path: KeyPath, key: str) -> tuple[str, Fix] | None:
    """The text of which a comma between braces has made a key: `{title: Kenya, Vision: 2030}`."""
    start = tree.span(path)
    flow = tree.lines[start.line - 1][start.column - 1 : start.column] == "{"
    if not flow or not (key[:1].isupper() or " " in key):
        return None
    found = with_commas(tree, (*path, key))
    return (f"Put the text that has the comma in quotes: {found[0]}", found[1]) if found else None


def of_item(owner: type[Model] | None, key: str) -> bool:
    """Whether a key is none of a list's own, and one of its entries'."""
    field = owner.model_fields.get("list") if owner else None
    item = inner_model(field) if field else None
    return item is not None and key in item.model_fields


def _as_first_entry(tree: SourceTree, loc: KeyPath, owner: type[Model]) -> Fix | None:
    """Make an entry of the keys from one on to the end, where they all can be an entry's."""
    path = tree.descend(loc[:-1])
    keys = list(tree.at(path))
    rest = keys[keys.index(loc[-1]) :]
    place = tree.key_span(loc)
    lead = tree.lines[place.line - 1][: place.column - 1]
    others = (key for key in rest if key != "source")
    if "list" in keys or lead.strip() or not all(of_item(owner, key) for key in others):
        return None
    start = Span(place.file, place.line, place.column, place.line, place.column)
    later = indented(tree, place.line + 1, tree.span(path).end_line)
    deeper = tuple(Edit(edit.span, edit.text * 2) for edit in later)
    return Fix((Edit(start, f"list:\n{lead}  - "), *deeper), safe=True)


_OF_SOURCES = frozenset("url link accessed author publisher page doi".split())


def _of_a_section(tree: SourceTree, key: str) -> tuple[str, Fix | None] | None:
    """A list of one section that stands beside the sections."""
    homes = [kind for kind in SECTIONS if key in _own_lists(kind.model)]
    if len(homes) != 1:
        listed = " or ".join(f"`{kind.key}`" for kind in homes)
        return (
            (f"It stands in a section: move it into {listed}, indented.", None) if homes else None
        )
    (home,) = homes
    if home.key in tree.data:
        return f"Move it into `{home.key}`, section {home.number}, indented by two spaces.", None
    place, value = tree.keys[(key,)], tree.values[(key,)]
    head = Edit(Span(place.file, place.line, 1, place.line, 1), f"{home.key}:\n  ")
    hint = (
        f"It stands in section {home.number}: write `{home.key}:`, and `{key}:` indented below it."
    )
    return hint, Fix((head, *indented(tree, place.line + 1, value.end_line)), safe=True)


def _own_lists(section: type[Section]) -> set[str]:
    names = {kind.list_name for kind in kinds_in(section.key)} - {OWN}
    return names | ({"counts"} & section.model_fields.keys())


def unknown_word(tree: SourceTree, _model: type[Model], loc: KeyPath, detail: ErrorDetails) -> Told:
    """PG106: what a word that a field does not know was meant to be."""
    words = [w.strip("'") for w in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    value = detail["input"]
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        value = value[0]  # one word in brackets
    for before, (told, fix) in comment_apart(tree, loc, value):
        if meant_word(before, words)[1]:
            message = f"{written(value)} is not one of the words for {name_of(tree.descend(loc))}."
            return message, told, fix
    near, sure = meant_word(written(value).strip('"'), words)
    hint = f'Did you mean "{near}"? ' if near else ""
    message = (
        f"{written(detail['input'])} is not one of the words for {name_of(tree.descend(loc))}."
    )
    fix = value_instead(tree, loc, near, safe=sure) if near else None
    return message, hint + f"Known: {', '.join(words)}.", fix


def written(value: Any) -> str:
    """A value as the file has it, in a few words."""
    if isinstance(value, dict | list):
        return "A list" if isinstance(value, list) else "A group of keys"
    if isinstance(value, PlainInt | PlainFloat):
        return f'"{value.raw}"'
    return f'"{str(value).lower() if isinstance(value, bool) else value}"'


def name_of(path: KeyPath) -> str:
    """A place by its key, and the item of a list by its number."""
    keys = [part for part in path if isinstance(part, str)]
    item = f", item {path[-1] + 1}," if path and isinstance(path[-1], int) else ""
    return f"`{keys[-1]}`{item}" if keys else "The file"


def inside(path: KeyPath) -> str:
    """In what a key stands, as a part of a sentence."""
    keys = [part for part in path if isinstance(part, str)]
    item = f", item {path[-1] + 1}" if path and isinstance(path[-1], int) else ""
    return f" in `{keys[-1]}`{item}" if keys else ""
