"""The numbers that comparisons go by, wherever they are laid out."""

WIDE = 4
"""Columns that stand side by side at most."""

LEAST = 2
"""Columns that a comparison has at least, and those in which a row counts as shared."""

AGE = 6
"""Months from which a column's age is marked."""

FIRST = 5
"""The section that is shown where none is chosen."""
