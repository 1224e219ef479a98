"""Shared PDFs that cannot be printed with all economies are printed without those to blame."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from profilegen.app.printing import Outcome, Task
from profilegen.app.rendered_site import Pages
from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.output.site_page import page_paper
from profilegen.view.pages import PAGES
from profilegen.view.pages.page import SiteContent
from profilegen.view.wording.en.pages import left_out

Print = Callable[[Sequence[Task]], Iterator[Outcome]]


def reprinted(
    failed: Sequence[Outcome], unprintable: Collection[str], pages: Pages, printed: Print
) -> Iterator[Outcome]:
    """The outcome of each shared PDF that failed, printed again.

    First without the economies whose own PDF cannot be printed; where that does not help, without
    those with which alone it cannot be printed either (PG416). Where nobody is to blame, or
    everybody, it stays unprinted.
    """
    done = {outcome.task.name: outcome for outcome in failed}
    out = {name: set(unprintable) for name in done}
    if unprintable:
        tasks = [task for name in done if (task := _task(name, out[name], pages))]
        done |= {o.task.name: o for o in printed(tasks) if o.data is not None}
    trials = [
        (code, task)
        for name, outcome in done.items()
        if outcome.data is None
        for code in pages.views
        if code not in out[name] and (task := _task(name, pages.views.keys() - {code}, pages))
    ]
    told: dict[str, list[Diagnostic]] = {}
    for (code, _), outcome in zip(trials, printed([task for _, task in trials]), strict=True):
        if outcome.data is None:
            name = outcome.task.name
            out[name].add(code)
            told.setdefault(name, []).append(_left_out(name, code, outcome, pages))
    tasks = [task for name in told if (task := _task(name, out[name], pages))]
    for outcome in printed(tasks):
        if outcome.data is not None:
            done[outcome.task.name] = replace(outcome, diagnostics=tuple(told[outcome.task.name]))
    return iter(done.values())


def _task(name: str, without: Collection[str], pages: Pages) -> Task | None:
    """A shared page's print without some of the economies; none where nobody would be left."""
    rest = pages.edition.without(without)
    if not rest.profiles or len(rest.profiles) == len(pages.edition.profiles):
        return None
    page = next(page for page in PAGES if page.name == name)
    view = page.view(SiteContent(rest))
    out = [code for code in pages.views if code in without]
    sentence = left_out(rest.economy(code).name for code in out)
    paper = page_paper(page, view, pages.template_dir, sentence)
    assert paper is not None
    return Task(name, f"{name}.pdf", paper, name, len(paper.expected.notes), tuple(out))


def _left_out(name: str, code: str, outcome: Outcome, pages: Pages) -> Diagnostic:
    """PG416: a profile prints by itself, and cannot be printed in a PDF of all."""
    file = next(i.tree.file for i in pages.items if i.profile.economy == code)
    reason = outcome.diagnostics[0]
    message = f"{name}.pdf is printed without {pages.views[code].name}: {reason.message}"
    return finding("PG416", Span(file), message, reason.hint, place=f"{name} {code}")
