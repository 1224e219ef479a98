"""On a bare Debian set-up, build and tests pass, and other fonts change nothing."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from tests import japan


@pytest.mark.soak
@pytest.mark.parametrize("suite", ["bookworm", "trixie"])
def test_a_bare_debian_sets_up_builds_and_tests(suite: str) -> None:
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        pytest.skip("a bare Debian needs root and debootstrap")
    script = japan.ROOT / "scripts" / "bare-debian.sh"
    result = subprocess.run([script, suite], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, check=False)  # fmt: skip
    assert result.returncode == 0, result.stdout[-3000:]
