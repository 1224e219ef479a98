"""A wheel, where only what it asks for is installed, builds Japan without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from tests import japan

from profilegen.core.program_files import REGISTRY, TEMPLATES
from profilegen.output import fonts


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheels")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=japan.ROOT, capture_output=True, check=True,
    )  # fmt: skip
    (made,) = folder.glob("profilegen-*.whl")
    return made


def contents(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def asked_for(requirements: list[str]) -> dict[str, Distribution]:
    """What packages ask for, and what those ask for, as it is installed here."""
    found: dict[str, Distribution] = {}
    left, seen = [Requirement(text) for text in requirements], set()
    while left:
        one = left.pop()
        if str(one) in seen or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        seen.add(str(one))
        dist = found.setdefault(one.name, distribution(one.name))
        for text in dist.requires or ():
            inner = Requirement(text)
            if inner.marker is None or any(
                inner.marker.evaluate({"extra": extra}) for extra in ("", *one.extras)
            ):
                inner.marker = None
                left.append(inner)
    return found


def install(wheel: Path, place: Path) -> Path:
    """Make an environment with the wheel and what it asks for; its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    (site,) = place.glob("lib/python*/site-packages")
    zipfile.ZipFile(wheel).extractall(site)
    (metadata,) = site.glob("profilegen-*.dist-info")
    for dist in asked_for(Distribution.at(metadata).requires or []).values():
        assert dist.files
        for name in {file.parts[0] for file in dist.files} - {"..", "__pycache__"}:
            if not (site / name).exists():
                (site / name).symlink_to(Path(str(dist.locate_file(name))))
    return place / "bin" / "python"


OFFLINE = """
import sys

def forbid(event, about):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise RuntimeError(f"the network was asked for: {event} {about}")

sys.addaudithook(forbid)
import profilegen
print(profilegen.__file__, flush=True)
from profilegen.app.cli import main
main()
"""


def test_the_wheel_builds_japan_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    python = install(wheel, tmp_path / "env")
    work = tmp_path / "work"
    (work / "profiles").mkdir(parents=True)
    shutil.copy(japan.BASIS, work / "profiles")
    hidden = ("COV", "PYTHON")  # its copy of the code is not measured
    environment = {key: v for key, v in os.environ.items() if not key.startswith(hidden)}
    result = subprocess.run(
        [python, "-c", OFFLINE, "build", "JPN"],
        cwd=work, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(str(tmp_path / "env"))
    assert (work / "build/pdf/JPN.pdf").read_bytes() == japan.printed().data
    assert "Regional Comprehensive" in (work / "build/JPN.html").read_text(encoding="utf-8")
    for family, licence in fonts.licences().items():
        beside = work / f"build/assets/fonts/{family.replace(' ', '')}-LICENSE.txt"
        assert beside.read_bytes() == licence.read_bytes()


def test_the_wheel_holds_the_data_and_the_licences(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    data = tmp_path / "profilegen" / "data"
    assert contents(data / "templates") == contents(TEMPLATES)
    assert contents(data / "registry") == contents(REGISTRY)
    (about,) = tmp_path.glob("profilegen-*.dist-info/licenses")
    assert "MIT License" in (about / "LICENSE").read_text(encoding="utf-8")
    for family, licence in fonts.licences().items():
        held = about / "licences" / f"{family.replace(' ', '-')}.txt"
        assert held.read_text(encoding="utf-8") == licence.read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in held.read_text(encoding="utf-8")
