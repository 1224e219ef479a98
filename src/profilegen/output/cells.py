"""Cells of a CSV file that a spreadsheet opens: text stays text, and numbers stay numbers."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
_BEGINS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
"""What a formula begins with, as wide signs of East Asian keyboards too."""
_FORMULA = re.compile(rf"(?:^|(?<=;))(?=\s*[{_BEGINS}])")
"""Where a formula would begin: in lands of a decimal comma a semicolon parts cells as well."""


def csv_cell(value: object) -> str:
    """A value as a cell of one line; an apostrophe before what a spreadsheet would run."""
    text = " ".join(str(value).split())
    return text if _NUMBER.fullmatch(text) else _FORMULA.sub("'", text)
