"""Cells of a CSV file that a spreadsheet opens: text stays text, and numbers stay numbers."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
_BEGINS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
"""What a formula begins with, as wide signs of East Asian keyboards too."""
_FORMULA = re.compile(rf"(?:^|(?<=;))(?=[{_BEGINS}])")
"""Where a formula would begin: at the head of a cell, and right behind a semicolon, at which a
spreadsheet of a land with decimal commas parts cells, quotation marks or not. Behind a semicolon
and a blank none begins: a cell that begins with a blank is text to every spreadsheet, and so is
the rest of a sentence (`exports rose; -5 per cent in 2024`).
"""


def csv_cell(value: object) -> str:
    """A value as a cell of one line; an apostrophe before what a spreadsheet would run."""
    text = " ".join(str(value).split())
    return text if _NUMBER.fullmatch(text) else _FORMULA.sub("'", text)
