"""A wheel, away from the checkout, builds Japan: templates and registries are inside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests import japan

from profilegen.core.project import REGISTRY, TEMPLATES


def contents(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_builds_japan_away_from_the_checkout(tmp_path: Path) -> None:
    wheels, site, work = (tmp_path / name for name in ("wheels", "site", "work"))
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", wheels],
        cwd=japan.ROOT, capture_output=True, check=True,
    )  # fmt: skip
    (wheel,) = wheels.glob("profilegen-*.whl")
    zipfile.ZipFile(wheel).extractall(site)
    inside = site / "profilegen" / "data"
    assert contents(inside / "templates") == contents(TEMPLATES)
    assert contents(inside / "registry") == contents(REGISTRY)
    profiles = work / "profiles"
    profiles.mkdir(parents=True)
    shutil.copy(japan.BASIS, profiles)
    measured = {key: v for key, v in os.environ.items() if not key.startswith("COV")}
    environment = {**measured, "PYTHONPATH": str(site)}  # its copy of the code is not measured
    where = subprocess.run(
        [sys.executable, "-c", "import profilegen; print(profilegen.__file__)"],
        cwd=work, env=environment, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert where.startswith(str(site))
    program = "from profilegen.app.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", program, "build", "JPN"],
        cwd=work, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert (work / "build/pdf/JPN.pdf").read_bytes() == japan.printed().data
    assert "Regional Comprehensive" in (work / "build/JPN.html").read_text(encoding="utf-8")
