"""Where words are printed, straight marks become curly: in texts, templates, pictures and data.

Addresses, ids, classes and keys are no words. In a template they are told apart by their place:
what stands between tags, or in an attribute that is read out or shown, is words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from profilegen.core.richtext import Text
from profilegen.core.typography import curly
from profilegen.view.text.footnotes import mapped
from profilegen.view.text.nodes import words


def typeset(span: Text) -> str:
    """The characters of a text as they are printed."""
    return span.text if span.finished else curly(span.text)


def printed(node: object) -> str:
    """The words of anything in a view as they are printed, without notes."""
    text = str(words(node))
    if curly(text) is text:  # most have no mark that could change
        return text
    return str(words(mapped(node, lambda span: Text(typeset(span), finished=True), Text)))


def printed_in_page(node: object) -> Markup:
    """The same in a template."""
    return escape(printed(node))


def typeset_value(value: object) -> object:
    """A string with curly marks; mark-up, which is printed already, and numbers as they are."""
    return curly(value) if type(value) is str else value


READ = frozenset(
    "alt aria-label content label placeholder title data-all data-name data-names data-series"
    " data-some data-standing data-title data-what".split()
)
"""Attributes that hold words; those of print stand in running heads."""

_TAG = re.compile(r"<[a-zA-Z/!](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_OPEN = re.compile(r"<[a-zA-Z/!]")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"[^\"]*|'[^']*|[^\s\"'>]*)$")


class CurlyWords(Extension):
    """Gives each expression that prints words the filter `typeset`."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, with the filter where words stand."""
        markup = (stream.name or "").endswith(".html")
        before, wanted = "", False
        for token in stream:
            line = token.lineno
            if token.type == "data":
                before = _TAG.sub("", before + token.value)
            if token.type == "variable_begin":
                wanted = markup and _are_words(before)
                before += "-"  # whatever it prints
            if token.type == "variable_end" and wanted:
                yield Token(line, "rparen", ")")
                yield Token(line, "pipe", "|")
                yield Token(line, "name", "typeset")
            yield token
            if token.type == "variable_begin" and wanted:
                yield Token(line, "lparen", "(")


def _are_words(before: str) -> bool:
    """Whether words stand behind a piece of mark-up, of which whole tags are left out."""
    *_, tag = _OPEN.split(before)
    if tag == before:
        return True
    attribute = _ATTRIBUTE.search(tag)
    return bool(attribute) and attribute[1] in READ  # type: ignore[index]
