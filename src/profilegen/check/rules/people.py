"""People: a name is one name, and what is called reviewed has a reviewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.diagnostic import Diagnostic
from profilegen.core.yaml_edits import as_item, items_instead
from profilegen.core.yaml_source import KeyPath

_PARTICLE = r"(?:(?:van|der|den|de|la|da|dos|du|von|zu|al|bin|ten|ter|le)[ -])"
_FAMILY = rf"{_PARTICLE}{{0,3}}[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)?"
_GIVEN = r"[A-Z](?:\.|[a-z\u00e0-\u017f]+(?:-\w+)?)(?: ?[A-Z](?:\.|[a-z\u00e0-\u017f]+))?"
_TURNED = re.compile(rf"(?P<family>{_FAMILY}), (?P<given>{_GIVEN})")
_WORD = re.compile(r"[A-Z][a-z\u00e0-\u017f'\u2019-]+")
_FIRMS = re.compile(
    r".*\b(?:of|for|Ministry|Department|Bank|University|Institute|Office|Agency|Council|Inc|Ltd|"
    r"Llc|Plc|Corp|Co|Limited|Gmbh|Company)\b.*"
)


_BETWEEN = re.compile(r"\s*[,;]\s+(?:and\s+|&\s+)?|\s*;\s*|\s(?:and|&|/)\s")
_PARTICLES = frozenset("van der den de la da dos du von zu al bin ten ter le el ibn".split())
_OF_BODIES = frozenset(
    (
        "administration affairs africa african agriculture asia asian association authority board "
        "bureau business capital center centre chamber chambers college commerce commercial "
        "commission committee communications competition congress consulting court customs data "
        "defence delegation development digital directorate division economic economics economy "
        "editorial education electronics embassy energy environment europe european exchequer "
        "external federal federation finance financial forum foundation foreign global government "
        "group health house industrial industries industry information innovation international "
        "investment justice labor labour law legal library mission monetary national network news "
        "organisation organization parliament partners partnership planning policy press "
        "programme projects public publishing regional relations research resources revenue "
        "school science secretariat securities security senate services society standards state "
        "statistics studies supply system systems task team technologies technology "
        "telecommunications times trade trading transport treasury treaties tribunal union unit "
        "united western works world"
    ).split()
)
"""Words that stand in the names of bodies, and hardly in those of people."""


def several_in_one(context: RuleContext) -> Iterator[Diagnostic]:
    """PG252: `authors: Ada Obi and Ben Eze` is one person by that name."""
    typed = context.tree.data.get("sources") or {}
    for field in ("authors", "reviewers"):
        for path, name in _plain_names(context, (field,)):
            if people := several(name, context):
                hint = f"Write {field}: [{', '.join(people)}]"
                yield _told_several(context, path, name, hint, people)
    for key in filter(context.profile.sources.__contains__, typed):  # others are the registry's
        for field in ("author", "editor"):
            for path, name in _plain_names(context, ("sources", key, field)):
                if people := several(name, context):
                    forms = [_form(*_parted(person)) for person in people]
                    hint = f"Write {field}: [{', '.join(forms)}]"
                    hint += f'; if it is one body, {{name: "{name}"}}'
                    yield _told_several(context, path, name, hint, forms)


def _plain_names(context: RuleContext, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The names of a field that stand as plain texts, each with its place."""
    here = context.tree.descend(path)
    value = context.tree.at(here) if len(here) == len(path) else None
    names = value if isinstance(value, list) else [value]
    for at, name in enumerate(names):
        if isinstance(name, str):
            yield (*path, at) if names is value else path, " ".join(name.split())


def _told_several(
    context: RuleContext, path: KeyPath, name: str, hint: str, forms: list[str]
) -> Diagnostic:
    pair = name.split(", ") if ", " in name else []
    if len(pair) == len(forms) == 2:
        hint += f"; if it is one person, {pair[1]} {pair[0]}"
    safe = path[0] != "sources" and not pair
    fix = items_instead(context.tree, path, forms, safe=safe)
    message = f'"{name}" is read as the name of one person.'
    return context.find("PG252", path, message, hint, fix=fix)


def several(name: str, context: RuleContext) -> list[str]:
    """The people whose names stand in one text, each with a given and a family name."""
    parts = _BETWEEN.split(name)
    words = {word.casefold() for word in re.findall(r"\w+", name)}
    if len(parts) < 2 or _FIRMS.match(name) or words & _OF_BODIES or _body(name, context):
        return []
    return parts if all(_whole_name(part) and not _body(part, context) for part in parts) else []


def _whole_name(name: str) -> bool:
    """Whether a text is a given and a family name."""
    words = name.split()
    capitals = [word for word in words if word[0].isupper() and not re.search(r"[\d()]", word)]
    particles = [word for word in words if word in _PARTICLES]
    return (
        2 <= len(capitals) < 6
        and len(capitals) + len(particles) == len(words)
        and words[0] in capitals
        and any(len(word.strip(".")) > 1 for word in capitals)
    )


def _parted(name: str) -> tuple[str, str]:
    """Given and family name; a particle belongs to the family's."""
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1] in _PARTICLES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


def _form(given: str, family: str) -> str:
    return f"{{given: {as_item(given)}, family: {as_item(family)}}}"


def turned_names(context: RuleContext) -> Iterator[Diagnostic]:
    """PG252: `[Nkosi, Thandi]` is read as two people, and `Nkosi, Thandi` prints so."""
    profile = context.profile
    for field in ("authors", "reviewers"):
        names = getattr(profile, field)
        people = _people(names, context)
        if people:
            meant = [f"{given} {family}" for family, given in people]
            hint = f"Write {field}: [{', '.join(meant)}]"
            yield _told(context, (field,), _question(names, meant), hint, meant)
    typed = context.tree.data.get("sources") or {}
    for key in filter(profile.sources.__contains__, typed):  # others are the registry's
        source = profile.sources[key]
        for field in ("author", "editor"):
            if isinstance(typed[key].get(field), dict):
                continue  # `{name: "Paul, Weiss"}` says that it is one body's
            names = tuple(name.name or "" for name in getattr(source, field) if not name.short)
            people = _people(names, context)
            if people and len(names) == len(getattr(source, field)):
                meant = [f"{given} {family}" for family, given in people]
                forms = [_form(given, family) for family, given in people]
                listed = forms[0] if len(forms) == 1 else f"[{', '.join(forms)}]"
                body = f'; if it is one body, {field}: {{name: "{names[0]}"}}'
                hint = f"Write {field}: {listed}{body if len(names) == 1 else ''}"
                asked = _question(names, meant)
                yield _told(context, ("sources", key, field), asked, hint, forms)


def _question(names: tuple[str, ...], meant: list[str]) -> str:
    read = "These are read as several people" if len(names) > 1 else f'"{names[0]}" is one name'
    return f"{read}; is it {' and '.join(meant)}?"


def _told(
    context: RuleContext, path: KeyPath, message: str, hint: str, forms: list[str]
) -> Diagnostic:
    fix = items_instead(context.tree, path, forms, safe=False)
    return context.find("PG252", path, message, hint, fix=fix)


def _people(names: tuple[str, ...], context: RuleContext) -> list[tuple[str, str]]:
    """Family and given names of people that a list of names means otherwise than it says."""
    if any(several(name, context) for name in names):
        return []  # told as several in one
    if len(names) > 1 and len(names) % 2 == 0 and all(map(_WORD.fullmatch, names)):
        pairs = list(zip(names[::2], names[1::2], strict=True))
        return pairs if not any(_body(name, context) for name in names) else []
    found: list[tuple[str, str]] = []
    for name in names:
        parts = re.split(r" (?:and|&) |; ", name)
        turned = [match for part in parts if (match := _TURNED.fullmatch(part))]
        if len(turned) < len(parts) or _FIRMS.match(name) or _body(name, context):
            return []
        if any(
            _body(match["family"], context) or _body(match["given"], context) for match in turned
        ):
            return []
        found += [(match["family"], match["given"]) for match in turned]
    return found


def _body(name: str, context: RuleContext) -> bool:
    """Whether a name is an institution's or an economy's, or a short form."""
    code = len(name) < 4 and not name.isupper()  # Ben is not Benin
    place = not code and "." not in name and context.names.economies.key(name)  # J. P. is not Japan
    return (
        bool(place or context.names.institutions.key(name))
        or re.fullmatch("[A-Z]{2,}", name) is not None
    )


def without_reviewer(context: RuleContext) -> Iterator[Diagnostic]:
    """PG253: who has reviewed a profile stands in it."""
    profile = context.profile
    if profile.status != "draft" and not profile.reviewers:
        message = f"The profile is {profile.status}, and nobody has reviewed it."
        yield context.find("PG253", ("status",), message)
