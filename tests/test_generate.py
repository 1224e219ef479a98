"""The documentation of findings is up to date, and is asked for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.usefixtures("unmeasured")
def test_the_documentation_of_findings_is_up_to_date() -> None:
    script = [sys.executable, "scripts/generate.py", "--check"]
    result = subprocess.run(script, cwd=ROOT, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
