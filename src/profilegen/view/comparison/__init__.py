"""Economies side by side: cells, columns, rows, sums; no single profile, no page of the site."""
