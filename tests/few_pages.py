"""Small profiles, and a build of them that prints few pages: for tests of how a build goes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.quiet import heard_first, quiet

from profilegen.app import build as app
from profilegen.app import rendered_site
from profilegen.app.build import Plan
from profilegen.check import all_profiles
from profilegen.check.all_profiles import load_registry
from profilegen.core.diagnostic import Checked
from profilegen.core.registry import Registry
from profilegen.view.pages import PAGES

_SMALL = """\
economy: {code}
status: draft
updated: 18 July 2025
industrial_strategy: {{text: "{text} [@report]"}}
digital_strategy: {{not_researched: Nobody has looked yet.}}
constitutional_provisions: {{not_researched: Nobody has looked yet.}}
regulatory_provisions: {{not_researched: Nobody has looked yet.}}
economic_treaties: {{not_researched: Nobody has looked yet.}}
plurilaterals: {{not_researched: Nobody has looked yet.}}
proceedings: {{not_researched: Nobody has looked yet.}}
sources:
  report: {{type: report, title: A report}}
"""

FEW_PAGES = tuple(page for page in PAGES if page.name in ("index", "section-1", "compare"))

UNPRINTABLE = "The sign \U00013460 has no face here."


def save(profiles: Path, **texts: str) -> Path:
    """Write a profile for each economy, with one sentence; the folder of profiles."""
    profiles.mkdir(parents=True, exist_ok=True)
    for code, text in texts.items():
        path = profiles / f"{code}.yaml"
        path.write_text(_SMALL.format(code=code, text=text), encoding="utf-8")
    return profiles


@cache
def _registry() -> Checked[Registry]:
    return load_registry(None)


@pytest.fixture
def few_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the pages beside the profiles a build makes few, and the registry is read once."""
    monkeypatch.setattr(all_profiles, "load_registry", lambda profiles: _registry())
    monkeypatch.setattr(rendered_site, "PAGES", FEW_PAGES)


@heard_first(12)
def build(profiles: Path, **options: object) -> tuple[app.Result, list[str]]:
    """Build into the folder `build` beside the profiles; the result, and what was told."""
    told: list[str] = []
    plan = Plan(profiles, profiles.parent / "build", **options)  # type: ignore[arg-type]
    return quiet(app.build)(plan, told.append), told


def errors(result: app.Result) -> list[tuple[str, str]]:
    """Code and file of each error."""
    return [
        (d.code, Path(d.span.file).name)
        for d in result.diagnostics
        if d.severity == "error" and not d.waived
    ]


def built(profiles: Path) -> dict[str, bytes]:
    """Every file of the build, by its path there."""
    out = profiles.parent / "build"
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
