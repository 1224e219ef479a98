"""What every page of the site shows around its content: the series and its terms."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.dates import Date
from profilegen.core.model.publication_series import Series


@dataclass(frozen=True, slots=True)
class Frame:
    """The series, who publishes it, its terms, and the date of its registries."""

    series: str
    subtitle: str
    publisher: str
    address: str
    """Where the series is published, or nothing."""
    licence: str
    disclaimer: str
    registry_as_of: str


def frame(series: Series, registry_as_of: Date | None) -> Frame:
    """The frame of all pages; a series and the newest date of its registries."""
    return Frame(
        series.title,
        series.subtitle,
        series.publisher or "",
        series.address or "",
        series.licence or "",
        series.disclaimer or "",
        str(registry_as_of or ""),
    )
