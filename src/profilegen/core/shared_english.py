"""English that findings and the console have in common with pages."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """`1 act`, `2 acts`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
