"""How long one printed profile takes, beside two peers, each as a whole process in one run.

profilegen lays Japan out, reads it back, tags and writes it. The peers do less: Chromium prints
the page for the screen (no notes at the foot, no read-back); bare WeasyPrint lays out the same
HTML once. Runs are interleaved, so that a busy machine is busy for all.

    .venv/bin/python benchmarks/print.py [RUNS]
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from profilegen.check.all_profiles import load, profile_files
from profilegen.output import pdf
from profilegen.view.profile.profile import profile_view

ROOT = Path(__file__).resolve().parent.parent
BARE = """import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], stylesheets=[sys.argv[3]])"""


def prepare(folder: Path) -> None:
    """Write the HTML and the style sheet that bare WeasyPrint takes."""
    collection = load(profile_files(ROOT / "profiles"), ROOT / "profiles").value
    assert collection is not None
    japan = next(i for i in collection.profiles if i.profile.economy == "JPN")
    view = profile_view(japan.resolved)
    (folder / "print.html").write_text(pdf.page_source(view), encoding="utf-8")
    (folder / "print.css").write_text(pdf.style_sheet(), encoding="utf-8")


def commands(folder: Path) -> dict[str, list[str]]:
    """Each contender's command."""
    tool = [str(Path(sys.executable).parent / "profilegen"), "build", "JPN"]
    place = ["--profiles", str(ROOT / "profiles"), "--out", str(folder)]
    subprocess.run([*tool, "--only", "html", *place], check=True, capture_output=True)
    found = {
        "profilegen build --only pdf": [*tool, "--only", "pdf", *place],
        "bare WeasyPrint": [
            sys.executable, "-c", BARE, str(folder / "print.html"), str(folder / "bare.pdf"),
            str(folder / "print.css"),
        ],
    }  # fmt: skip
    if chromium := shutil.which("chromium"):
        found["Chromium, page for the screen"] = [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-sync",
            f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'chromium.pdf'}",
            (folder / "JPN.html").as_uri(),
        ]  # fmt: skip
    return found


def main() -> None:
    """Print least, median and most seconds of each contender."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        contenders = commands(folder)
        seconds: dict[str, list[float]] = {key: [] for key in contenders}
        for _ in range(runs):
            for key, command in contenders.items():
                start = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True)
                seconds[key].append(time.perf_counter() - start)
    print(f"{'seconds of':32}{'least':>8}{'median':>8}{'most':>8}   ({runs} runs)")
    for key, times in seconds.items():
        print(f"{key:32}{min(times):8.2f}{statistics.median(times):8.2f}{max(times):8.2f}")


if __name__ == "__main__":
    main()
