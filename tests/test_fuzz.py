"""Whatever is done to a file, it is told at its place or all is made; nothing hangs or breaks."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from tests import japan
from tests.mutations import Mutation, mutations, tree_of
from tests.quiet import quiet

from profilegen.app.rendered_site import Pages
from profilegen.check.all_profiles import Collection, load, sound
from profilegen.core.diagnostic import Checked, Diagnostic, Severity, Span
from profilegen.core.yaml_source import KeyPath, parse
from profilegen.output import html
from profilegen.output.reporters import text as report
from profilegen.view.authoring.coverage import coverage

EVERYTHING = Path(__file__).parent / "fixtures" / "everything.yaml"
REGISTRY = japan.PROFILES / "registry"
SECONDS = 30
"""What one mutation may take; the slowest known takes a tenth."""
RELATED = ("PG2", "PG3", "PG110", "PG117", "PG118", "PG119", "PG120", "PG130", "PG131", "PG132")
"""Findings about two places that do not agree stand at one of them."""
CATCH_ALL = "in another form"


@contextmanager
def bounded() -> Iterator[None]:
    """Let what takes too long fail."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError("".join(traceback.format_stack(frame)[-6:]))

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def make(loaded: Checked[Collection], *, whole: bool) -> None:
    """All pages of the profiles, or each profile's own."""
    assert loaded.value
    pages = Pages(sound(loaded), loaded.value.resolver, None)
    site = pages.site(())
    if whole and pages.items:
        pages.files(pages.views, site, "profiles")
        pages.papers()
    else:
        for view in pages.views.values():
            html.profile_page(view, site=site, template_dir=None)


def near(found: Span, mutation: Mutation) -> bool:
    """Whether a finding stands at, in or around a mutated node: at its key, or its parent's."""
    read = parse(mutation.text.encode(), "x")
    if read.value is None:
        return True  # the text is no YAML any more: where that shows is another question
    tree = read.value
    here: KeyPath = tree.descend(mutation.path)
    for path in (here, here[:-1]):
        span, key = tree.span(path), tree.key_span(path)
        first, last = min(span.line, key.line), span.end_line
        if first - 1 <= found.line <= last + 1:
            return True
    return False


def judge(
    mutation: Mutation, file: Path, collection: Collection, new: list[Diagnostic], before: int
) -> str:
    """What is wrong with what was told, or nothing."""
    errors = {d.span.file for d in new if d.severity is Severity.ERROR and not d.waived}
    if len(collection.profiles) < before and not errors:
        return "a profile is missing without a finding"
    if any(not d.message or not d.hint or CATCH_ALL in d.message for d in new):
        return f"a catch-all: {[d.message for d in new if CATCH_ALL in d.message]}"
    own = [d for d in new if Path(d.span.file).name == file.name]
    formal = [d for d in own if not d.code.startswith(RELATED)]
    if formal and not any(near(d.span, mutation) for d in own):
        told = [f"{d.code} {d.span.line}: {d.message}" for d in own]
        return f"told elsewhere: {told[:3]}"
    return ""


@quiet
def run(source: Path, folder: Path, numbers: range, *, whole_each: int) -> list[str]:
    """Mutate a profile or a registry file so often; what went wrong."""
    text = source.read_text(encoding="utf-8")
    data = tree_of(text).data
    registered = "economy" not in data
    profile = EVERYTHING if registered else source
    code = tree_of(profile.read_text(encoding="utf-8")).data["economy"]
    own = folder / f"{code}.yaml"
    own.write_text(profile.read_text(encoding="utf-8"), encoding="utf-8")
    file = folder / "registry" / source.name if registered else own
    file.parent.mkdir(exist_ok=True)
    first = load([own], folder)
    assert first.value
    known = {(d.code, d.message) for d in first.diagnostics}
    wrong = []
    for number, mutation in mutations(text, numbers):
        file.write_text(mutation.text, encoding="utf-8")
        try:
            with bounded():
                loaded = load([own], folder)
                assert loaded.value
                new = [d for d in loaded.diagnostics if (d.code, d.message) not in known]
                told = judge(mutation, file, loaded.value, new, len(first.value.profiles))
                report(loaded.diagnostics)
                coverage(loaded.value, loaded.diagnostics)
                make(loaded, whole=number % whole_each == 0)
        except Exception:
            told = traceback.format_exc(limit=-3)
        if told:
            wrong.append(f"{source.name} {number}: {mutation}: {told}")
    file.unlink()
    return wrong


def test_a_hundred_mutations_are_told_at_their_places(tmp_path: Path) -> None:
    wrong = run(EVERYTHING, tmp_path, range(60), whole_each=15)
    for name in ("topics", "groups", "provisions", "indicators"):
        wrong += run(REGISTRY / f"{name}.yaml", tmp_path, range(10), whole_each=20)
    assert wrong == [], "\n".join(wrong)


SOURCES = (
    EVERYTHING,
    *sorted(japan.PROFILES.glob("[A-Z]*.yaml")),
    *sorted(REGISTRY.glob("*.yaml")),
)
EACH = -(-2_000 // len(SOURCES))


@pytest.mark.soak
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_two_thousand_mutations_are_told_at_their_places(source: Path, tmp_path: Path) -> None:
    start = 1_000 * (1 + SOURCES.index(source))
    wrong = run(source, tmp_path, range(start, start + EACH), whole_each=5)
    assert wrong == [], "\n".join(wrong)
