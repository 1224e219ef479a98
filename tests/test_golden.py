"""What the frozen Japan says in page, PDF and comparison is what tests/golden has, to the sign.

A change of words shows here as a change of sentences. `pytest tests/test_golden.py --update-golden`
writes them anew; read what changed before it is committed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests import golden_text

GOLDEN = Path(__file__).parent / "golden"
TEXTS: dict[str, Callable[[], str]] = {
    "page": golden_text.page_text,
    "pdf": golden_text.pdf_text,
    "comparison": golden_text.comparison_text,
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_is_the_golden_one(name: str, request: pytest.FixtureRequest) -> None:
    path, text = GOLDEN / f"japan-{name}.txt", TEXTS[name]()
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8")
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()
