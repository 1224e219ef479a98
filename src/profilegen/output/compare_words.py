"""What compare.html's scripts say and go by: words, limits, groups, and mark-up in pieces.

One script, which depends on no profile. The scripts themselves hold no word and no mark-up: they
choose what to show, count what Python has labelled, and fill these patterns.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.sections import SECTIONS, SectionKind, section_of
from profilegen.edition.comparison_limits import AGE, FIRST, LEAST, WIDE
from profilegen.output.data_scripts import script, unbroken
from profilegen.output.inline import screen
from profilegen.output.templates import environment
from profilegen.view.comparison.cell import ENTERED, INSIDE, LISTED, UNKNOWN
from profilegen.view.comparison.comparability import GAP, PERIOD, UNSTATED
from profilegen.view.comparison.model import TOPIC, beside, column_letter, row_kind, text_label
from profilegen.view.comparison.sharing import OPPOSITE, share_groups
from profilegen.view.text.nodes import Call, Native, Note
from profilegen.view.wording.en import compare_page
from profilegen.view.wording.en import comparison as wording
from profilegen.view.wording.en.pages import NOTE


def words_script(template_dir: Path | None = None) -> str:
    """The script of words and rules."""
    return script("words", {
        "say": wording.SAY | compare_page.SAY | {"close_note": NOTE["close"]},
        "counted": wording.COUNTED,
        "traits": wording.TRAITS,
        "room": compare_page.ROOM,
        "rules": RULES,
        "sections": {kind.number: _section(kind, template_dir) for kind in SECTIONS},
        "marks": marks(template_dir),
    })  # fmt: skip


RULES = {
    "wide": WIDE,
    "least": LEAST,
    "age": AGE,
    "first": FIRST,
    "letters": [column_letter(at) for at in range(WIDE)],
    "inside": sorted(INSIDE),
    "listed": LISTED,
    "entered": ENTERED,
    "unknown": UNKNOWN,
    "opposite": OPPOSITE,
    "period": PERIOD,
    "unstated": UNSTATED,
    "gap": [GAP, str(True)],
}
"""By what the scripts choose and count, in the names that cells and figures bear."""


def _section(kind: SectionKind, template_dir: Path | None) -> dict[str, object]:
    """What is said of one section's rows, and how those are grouped, by the number of columns."""
    rows = row_kind(kind)
    told: dict[str, object] = {
        "crumb": compare_page.crumb(kind.number, kind.label, beside(kind)),
        "what": wording.row_title(rows),
        "text": text_label(kind),
        "nothing": wording.nothing(rows),
        "by": str(_module("compare/_table.html", template_dir).by(rows, rows == TOPIC, False)),
        "records": kind.recorded is not None,
        "groups": {
            wide: [asdict(group) for group in share_groups(wide, rows)]
            for wide in range(LEAST, WIDE + 1)
        },
    }
    return told | ({"between": wording.between_them(rows)} if kind is section_of(Dispute) else {})


def marks(template_dir: Path | None = None) -> dict[str, str]:
    """The pieces' mark-up by name, the parts that are filled in as `{name}`."""
    signs = _module("screen/_signs.html", template_dir)
    note = Note("{label}", ())
    out = {
        "sign": _module("compare/_cell.html", template_dir).sign("{state}"),
        "native": signs.native(Native("{text}", "{language}")),
        "call": screen((Call(note),)),
        "call_again": screen((Call(note, again=True),)),
    }
    for name in ("compare/_pieces.html", "compare/_controls.html"):
        for macro in vars(_module(name, template_dir)).values():
            if hasattr(macro, "arguments"):
                slots = {slot: f"{{{slot}}}" for slot in macro.arguments}
                out[macro.name] = macro(**slots)
    return {name: unbroken(html) for name, html in sorted(out.items())}


def _module(name: str, template_dir: Path | None) -> Any:
    """A template's macros, for the screen and for links within the site."""
    env = environment(template_dir)
    return env.get_template(name).make_module({"apart": False, "site": ""})
