"""What every page of the site shows around its content: the series and its terms."""

from __future__ import annotations

from dataclasses import dataclass

from profilegen.core.registry import Registry


@dataclass(frozen=True, slots=True)
class Frame:
    """The series, its terms, and the date of its registries."""

    series: str
    subtitle: str
    licence: str
    disclaimer: str
    registry_as_of: str


def frame(registry: Registry) -> Frame:
    """The frame of all pages."""
    series = registry.series
    return Frame(
        series.title,
        series.subtitle,
        series.licence or "",
        series.disclaimer or "",
        str(registry.as_of or ""),
    )
