"""Sections: there, filled or said to be empty, each list placed once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.check.context import RuleContext
from profilegen.core.diagnostic import Diagnostic, Severity
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.model.profile import lists
from profilegen.core.model.sections import SECTIONS, Section
from profilegen.core.registry import nearest
from profilegen.core.richtext import Placement, RichText
from profilegen.core.yaml_edits import moved_left


def missing_section(context: RuleContext) -> Iterator[Diagnostic]:
    """PG102: a draft may lack sections, a published profile may not."""
    for kind in SECTIONS:
        if getattr(context.profile, kind.key) is None:
            draft = context.profile.status == "draft"
            message = f"Section {kind.number} ({kind.label}) is missing: `{kind.key}`."
            severity = Severity.WARNING if draft else Severity.ERROR
            yield context.find("PG102", ("economy",), message, place=kind.key, severity=severity)


def empty_section(context: RuleContext) -> Iterator[Diagnostic]:
    """PG112: silence is data; a section without content says which kind of silence it is."""
    for kind, section in context.profile.sections():
        if not (_filled(section) or section.text or section.absence or section.through):
            message = f"Section {kind.number} ({kind.label}) holds nothing."
            yield context.find_key("PG112", (kind.key,), message)


def filled_and_absent(context: RuleContext) -> Iterator[Diagnostic]:
    """PG113: a section is either empty for a reason or holds entries."""
    for kind, section in context.profile.sections():
        states = [s for s in ("none_found", "not_applicable", "not_researched")
                  if getattr(section, s) is not None]  # fmt: skip
        if len(states) > 1 or (states and _filled(section)):
            other = f"says `{states[1]}`" if len(states) > 1 else "has entries"
            message = f"Section {kind.number} says `{states[0]}` and {other}."
            yield context.find_key("PG113", (kind.key, states[0]), message)


def placements(context: RuleContext) -> Iterator[Diagnostic]:
    """PG118, PG119: a line [[name]] places a list that is there, once."""
    for section_kind, section in context.profile.sections():
        if section.text is None:
            continue
        known = {kind.list_name for kind, _, _ in lists(section)} | _data(section)
        seen: set[str] = set()
        for block in section.text.blocks:
            if not isinstance(block, Placement):
                continue
            path = (section_kind.key, "text")
            if block.name not in known:
                near = nearest(block.name, known)
                hint = f"Did you mean [[{near}]]?" if near else ""
                if known and not near:
                    hint = f"It has {', '.join(f'[[{name}]]' for name in sorted(known))}."
                message = f'The section has no list or table "{block.name}".'
                fix = context.instead(path, block.name, near)
                yield context.find("PG118", path, message, hint, snippet=block.name, fix=fix)
            elif block.name in seen:
                message = f"[[{block.name}]] stands twice."
                yield context.find("PG119", path, message, snippet=block.name)
            seen.add(block.name)


_KEY_LINE = re.compile(r"^ *(?:- )?([a-z_]+):(?: |$)", re.MULTILINE)
_SECTION_KEYS = frozenset(key for kind in SECTIONS for key in kind.model.model_fields)


def swallowed_key(text: RichText) -> str:
    """The first key of a section that stands at the head of a line of a text, or nothing."""
    keys = (match[1] for match in _KEY_LINE.finditer(text.raw))
    return next((key for key in keys if key in _SECTION_KEYS), "")


def swallowed(context: RuleContext) -> Iterator[Diagnostic]:
    """PG120: keys that are indented as far as a text above them are part of that text."""
    for path, text in context.texts:
        if key := swallowed_key(text):
            message = f"The line `{key}:` is part of the text above it."
            fix = moved_left(context.tree, path, key)
            yield context.find("PG120", path, message, snippet=f"{key}:", fix=fix)


def _data(section: Section) -> set[str]:
    names = {f"table {key}" for key in (*section.tables, *section.provision_tables)}
    names |= {f"figure {key}" for key in section.figures}
    programmes = section.listing(Programme)
    for key in ("rounds", "recipients"):
        if programmes and any(getattr(programme, key) for programme in programmes.list):
            names.add(f"table {key}")
    return names | {name for name in ("counts", "claims") if getattr(section, name, ())}


def _filled(section: Section) -> bool:
    data = ("counts", "claims", "tables", "provision_tables", "figures")
    listed = any(lists(section)) or bool(section.observations.list)
    return listed or any(getattr(section, name, None) for name in data)
