"""Words as a test may compare them: what is printed is a test's matter, and decides nothing."""

from __future__ import annotations

from typing import Any

from profilegen.view.text import nodes


def as_text(said: object) -> Any:
    """Words, or what holds some, to be compared with what is written here."""
    return said


def words(node: object) -> str:
    """The words of anything in a view."""
    return str(nodes.words(node))
