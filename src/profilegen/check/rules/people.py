"""People: a name is one name, and what is called reviewed has a reviewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.diagnostic import Diagnostic
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


def turned_names(context: RuleContext) -> Iterator[Diagnostic]:
    """PG252: `[Nkosi, Thandi]` is read as two people, and `Nkosi, Thandi` prints so."""
    profile = context.profile
    for field in ("authors", "reviewers"):
        names = getattr(profile, field)
        people = _people(names, context)
        if people:
            meant = [f"{given} {family}" for family, given in people]
            hint = f"Write {field}: [{', '.join(meant)}]"
            yield _told(context, (field,), names, meant, hint)
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
                forms = [f"{{given: {given}, family: {family}}}" for family, given in people]
                listed = forms[0] if len(forms) == 1 else f"[{', '.join(forms)}]"
                body = f'; if it is one body, {field}: {{name: "{names[0]}"}}'
                hint = f"Write {field}: {listed}{body if len(names) == 1 else ''}"
                yield _told(context, ("sources", key, field), names, meant, hint)


def _told(
    context: RuleContext, path: KeyPath, names: tuple[str, ...], meant: list[str], hint: str
) -> Diagnostic:
    read = "These are read as several people" if len(names) > 1 else f'"{names[0]}" is one name'
    message = f"{read}; is it {' and '.join(meant)}?"
    return context.find("PG252", path, message, hint)


def _people(names: tuple[str, ...], context: RuleContext) -> list[tuple[str, str]]:
    """Family and given names of people that a list of names means otherwise than it says."""
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
    registry = context.registry
    place = "." not in name and registry.economies.key(name)  # J. P. is not Japan
    return (
        bool(place or registry.institutions.key(name))
        or re.fullmatch("[A-Z]{2,}", name) is not None
    )


def without_reviewer(context: RuleContext) -> Iterator[Diagnostic]:
    """PG253: who has reviewed a profile stands in it."""
    profile = context.profile
    if profile.status != "draft" and not profile.reviewers:
        message = f"The profile is {profile.status}, and nobody has reviewed it."
        yield context.find("PG253", ("status",), message)
