"""Running text as HTML. The two media differ in one thing: where a note stands.

On screen a call links to the note's place in the list of notes; in print the note itself stands
in the text, at its call, and the style sheet floats it to the foot of the page. The anchors
`ref-N`, `fn-N` and `fnend-N` let the PDF be read back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from profilegen.core.pandoc_citations import Cite
from profilegen.core.richtext import Emph, Link, Strong, Text
from profilegen.core.typography import CHAIN, CHANCES, NO_BREAK
from profilegen.output.curly_marks import typeset
from profilegen.view.text.nodes import Address, Call, Draft, Native, Ref, TextNode
from profilegen.view.wording.en.general import SAY

_RAISED = frozenset("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079")
LONGEST_HELD = 20
"""Characters of a word that is kept on one line with its call."""


def screen(spans: Iterable[TextNode]) -> Markup:
    """Running text for a page on screen."""
    return _render(spans, _SCREEN)


@pass_context
def on_screen(context: Context, spans: Iterable[TextNode]) -> Markup:
    """The same in a template; one that says `bare` leaves its calls to the browser."""
    return _render(spans, _BARE if context.get("bare") else _SCREEN)


@pass_context
def on_paper(context: Context, spans: Iterable[TextNode]) -> Markup:
    """Running text for print: notes in place, or elsewhere where the template says `apart`."""
    return _render(spans, _APART if context.get("apart") else _PAPER)


@dataclass(frozen=True, slots=True)
class _Medium:
    """What differs between the media."""

    call: Callable[[Call], Markup]
    comma: Markup
    """What parts a call from the one before it, so that notes 7 and 8 do not read as 78."""
    chance: Markup
    """What allows an address to break: in print each <wbr> would be a link of its own."""


def _render(spans: Iterable[TextNode], medium: _Medium) -> Markup:
    out: list[Markup] = []
    row = list(spans)
    for at, span in enumerate(row):
        called = at + 1 < len(row) and isinstance(row[at + 1], Call)
        if isinstance(span, Text) and called:
            out.append(_held(typeset(span), _one(row[at + 1], medium), medium))
        elif isinstance(span, Call) and at and isinstance(row[at - 1], Call):
            out += [medium.comma, _one(span, medium)]
        elif not (isinstance(span, Call) and at and isinstance(row[at - 1], Text)):
            out.append(_one(span, medium))
    return Markup("").join(out)


def _held(text: str, call: Markup, medium: _Medium) -> Markup:
    """A text with the call behind it, held to its last word: no line begins with a call."""
    head, space, word = text.rpartition(" ")
    gap = NO_BREAK if text[-1:] in _RAISED else ""
    if len(word) > LONGEST_HELD:  # no word but a line without spaces, which has to break
        kept = 2 if unicodedata.east_asian_width(word[-1]) == "W" else 0
        head, space, word = text[: len(text) - kept], "", text[len(text) - kept :]
    return Markup('{}{}<span class="held">{}{}{}</span>').format(
        _text(head, medium), space, word, gap, call
    )


def _text(text: str, medium: _Medium) -> Markup:
    """Words; an address among them breaks at its marks and has no hyphens but its own."""
    out, done = Markup(""), 0
    for match in CHAIN.finditer(text):
        parts = medium.chance.join(CHANCES.split(match[0]))
        before = _loose(text[done : match.start()], medium)
        out += Markup('{}<span class="chain">{}</span>').format(before, parts)
        done = match.end()
    return out + _loose(text[done:], medium)


_DOTTED = re.compile(r"(?<=\s)(?=[.,:;!?]\w)")


def _loose(text: str, medium: _Medium) -> Markup:
    """Words that part at each blank: before `.png` a line would not end (UAX 14, LB13)."""
    return medium.chance.join(_DOTTED.split(text))


def _one(span: TextNode, medium: _Medium) -> Markup:
    match span:
        case Text():
            return _text(typeset(span), medium)
        case Emph(children):
            return Markup("<em>{}</em>").format(_render(children, medium))
        case Strong(children):
            return Markup("<strong>{}</strong>").format(_render(children, medium))
        case Link(url, children):
            return Markup('<a href="{}">{}</a>').format(url, _render(children, medium))
        case Address(url):
            return Markup('<a class="address" href="{}">{}</a>').format(
                url, medium.chance.join(CHANCES.split(url))
            )
        case Native(text, language):
            return Markup('<span class="native" lang="{}">{}</span>').format(language, text)
        case Ref(anchor, label):
            return Markup('<a class="ref" href="#{}">{}</a>').format(anchor, label)
        case Call():
            return medium.call(span)
        case Draft() | Cite():
            raise TypeError("a note was not numbered")


def _screen_call(call: Call) -> Markup:
    label = call.note.label
    return Markup(
        '<sup class="call"><a href="#fn-{0}"{1} role="doc-noteref" aria-label="{2}">{0}</a></sup>'
    ).format(label, _anchor(call), SAY["note"].format(label=label))


def _anchor(call: Call) -> Markup:
    """The id of a call, to which its note leads back: the first call's, where there are several."""
    return Markup("") if call.again else Markup(' id="ref-{}"').format(call.note.label)


def _apart_call(call: Call) -> Markup:
    """A call in print whose note stands after the table."""
    return Markup('<a class="call" href="#fn-{0}"{1}>{0}</a>').format(
        call.note.label, _anchor(call)
    )


def _bare_call(call: Call) -> Markup:
    return Markup('<sup data-n="{}"></sup>').format(call.note.label)


def _paper_call(call: Call) -> Markup:
    note = call.note
    return Markup(
        '<a class="call" href="#fn-{0}" id="ref-{0}">{0}</a>'
        '<span class="note" id="fn-{0}"><span class="n">{0}</span>{1}'
        '<span class="end" id="fnend-{0}"></span></span>'
    ).format(note.label, _render(note.words, _PAPER))


_COMMA = Markup('<sup class="call">,</sup>')
_PAPER_COMMA = Markup('<span class="call">,</span>')
_SCREEN = _Medium(_screen_call, _COMMA, Markup("<wbr>"))
_BARE = _Medium(_bare_call, _COMMA, Markup("<wbr>"))
_PAPER = _Medium(_paper_call, _PAPER_COMMA, Markup("\u200b"))
_APART = _Medium(_apart_call, _PAPER_COMMA, Markup("\u200b"))
