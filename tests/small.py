"""Two small economies: Japan as the first seed has it, and a Korea of a few lines."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests import japan
from tests.quiet import quiet

from profilegen.app.build import Plan, build

KOREA = """\
economy: KOR
status: draft
updated: 21 November 2026
industrial_strategy: {text: "Chips come first. [@msit]"}
digital_strategy: {not_researched: Nobody has looked yet.}
constitutional_provisions:
  list:
    - {article: Article 119, gist: the state may regulate the economy, source: msit}
regulatory_provisions: {not_researched: Nobody has looked yet.}
economic_treaties: {list: [RCEP]}
plurilaterals: {not_applicable: A test.}
proceedings: {none_found: {statement: No case., searched: June 2026}}
sources:
  msit: {type: webpage, title: A page of the ministry, issued: 2024}
"""


def save(folder: Path) -> Path:
    """A folder of both profiles, and nothing else beside them."""
    folder.mkdir(parents=True)
    shutil.copy(japan.BASIS, folder)
    (folder / "KOR.yaml").write_text(KOREA, encoding="utf-8")
    return folder


def make_site(place: Path) -> None:
    """Build both with all PDFs into `build`; what was said meanwhile stands in `told.txt`."""
    told: list[str] = []
    result = quiet(build)(Plan(save(place / "profiles"), place / "build", jobs=2), told.append)
    assert [d for d in result.diagnostics if d.severity == "error"] == []
    (place / "told.txt").write_text("\n".join(told), encoding="utf-8")
