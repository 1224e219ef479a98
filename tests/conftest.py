"""What all tests share."""

from __future__ import annotations

import gc
import os
import posix
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import settings
from playwright.sync_api import Browser
from tests import quiet, shared

from profilegen.output import pdf

# The same examples in each run, however busy the machine: chance belongs into `make soak`.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("chance", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


# Tests keep profiles, registries and layouts: to look through millions of them each time that some
# hundred were made takes a tenth of the run.
gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def _run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    shared.open_run(tmp_path_factory)
    with mock.patch.object(pdf.Press, "layout", quiet.layout):
        yield


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Coverage is not started and saved in each process: that takes longer than the test."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
    monkeypatch.setattr(os, "_exit", posix._exit)
    monkeypatch.setattr("coverage.Coverage._instances", [])  # none that a fork would start again


@pytest.fixture
def traced_layouts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Coverage counts what our own code does while a document is laid out and written."""
    monkeypatch.setattr(pdf.Press, "layout", quiet.LAYOUT)
    for kind in quiet.kinds():
        monkeypatch.setattr(kind, "write_pdf", kind.write_pdf.__wrapped__)


@pytest.fixture(scope="session")
def whole_site() -> Path:
    """The pages of all real profiles, without PDFs, made once a run; nobody writes into it."""
    from tests import japan

    return shared.folder("whole", lambda out: _pages(japan.PROFILES, out))


@pytest.fixture(scope="session")
def three_site() -> Path:
    """The pages of three real profiles, for what takes long on a page of many economies."""
    from tests import japan

    def make(place: Path) -> None:
        for code in ("JPN", "KOR", "USA"):
            (place / "profiles").mkdir(exist_ok=True)
            shutil.copy(japan.PROFILES / f"{code}.yaml", place / "profiles")
        _pages(place / "profiles", place / "build")

    return shared.folder("three", make) / "build"


@quiet.quiet
def _pages(profiles: Path, out: Path) -> None:
    from profilegen.app.build import Plan, build

    result = build(Plan(profiles, out, ("html",)), lambda line: None)
    assert not [d for d in result.diagnostics if d.severity == "error"]


@pytest.fixture(scope="session")
def small_site() -> Path:
    """Two small economies with all their PDFs, made once a run; nobody writes into it."""
    from tests import small

    return shared.folder("small", small.make_site)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium with a fresh profile."""
    from tests.site_tools import browser

    with browser() as running:
        yield running


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With CI=true a skipped test is a failure: a missing tool must not look like success."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI=true forbids it: {reason}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how often pages of each dense document were made again until its notes stood right."""
    repairs = {
        report.nodeid.rpartition("[")[2].rstrip("]"): value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == "repairs"
    }
    if repairs:
        told = ", ".join(f"{seed}: {value}" for seed, value in sorted(repairs.items()))
        terminalreporter.write_line(f"repairs of the dense documents: {told}")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the texts of tests/golden be written anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")
