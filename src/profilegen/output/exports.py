"""The formats in which a profile can be had beside its page and its PDF: a line each.

A format is a module that makes the text of one profile's file, and a line here: `--only`, the
folder of the build and the links on pages follow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from profilegen.edition.resolved import ResolvedProfile
from profilegen.output.profile_json import profile_json, profile_json_schema


@dataclass(frozen=True, slots=True)
class Export:
    """One format: a file for each profile, and what all of these need beside them."""

    name: str
    """As `--only` takes it."""
    label: str
    """What the link to a file is called."""
    media_type: str
    folder: str
    make: Callable[[ResolvedProfile], str]
    shared: Mapping[str, Callable[[], str]]
    """The files that stand once for all profiles, by path."""

    def path(self, code: str) -> str:
        """Where the file of an economy stands in the build."""
        return f"{self.folder}/{code}.{self.name}"


EXPORTS: tuple[Export, ...] = (
    Export(
        "json", "Data (JSON)", "application/json", "data", profile_json,
        {"data/profile.schema.json": profile_json_schema},
    ),
)  # fmt: skip
