"""What every page of the site shows around its content: the series and its terms."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.registry import Registry


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


def frame(registry: Registry) -> Frame:
    """The frame of all pages."""
    series = registry.series
    return Frame(
        series.title,
        series.subtitle,
        series.publisher or "",
        series.address or "",
        series.licence or "",
        series.disclaimer or "",
        str(registry.as_of or ""),
    )
