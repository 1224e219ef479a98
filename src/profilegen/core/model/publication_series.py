"""The file profiles/series.yaml: the series in which profiles appear."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from profilegen.core.model.base import Model, PlainText


class Series(Model):
    """profiles/series.yaml: the series in which the profiles appear."""

    title: PlainText
    subtitle: PlainText = "Country profiles"
    publisher: PlainText | None = None
    licence: PlainText | None = None
    disclaimer: PlainText | None = None
    address: PlainText | None = None
    stale_after: Annotated[int, Field(ge=1, le=600)] = 24
    """Months after which a profile that was not updated is called old."""
    abbreviations: dict[PlainText, PlainText] = Field(default_factory=dict)
    """Short forms that every profile may use; those it uses are spelled out at its end."""
