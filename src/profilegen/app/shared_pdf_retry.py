"""Shared PDFs that cannot be printed with all economies are printed without those to blame."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from profilegen.app.printing import Outcome, Task
from profilegen.app.rendered_site import Pages
from profilegen.check.profile import CheckedProfile
from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding

Print = Callable[[Sequence[Task]], Iterator[Outcome]]


def reprinted(
    failed: Sequence[Outcome], unprintable: Collection[str], pages: Pages, printed: Print
) -> Iterator[Outcome]:
    """The outcome of each shared PDF that failed, printed again.

    First without the economies whose own PDF cannot be printed; where that does not help, without
    those with which alone it cannot be printed either (PG416). Where nobody is to blame, or
    everybody, it stays unprinted.
    """

    def again(name: str, without: Collection[str]) -> Task | None:
        paper = pages.paper_without(name, without)
        missing = tuple(code for code in pages.views if code in without)
        notes = len(paper.expected.notes) if paper else 0
        return Task(name, f"{name}.pdf", paper, name, notes, missing) if paper else None

    done = {outcome.task.name: outcome for outcome in failed}
    out = {name: set(unprintable) for name in done}
    if unprintable:
        tasks = [task for name in done if (task := again(name, out[name]))]
        done |= {o.task.name: o for o in printed(tasks) if o.data is not None}
    trials = [
        (code, task)
        for name, outcome in done.items()
        if outcome.data is None
        for code in pages.views
        if code not in out[name] and (task := again(name, pages.views.keys() - {code}))
    ]
    told: dict[str, list[Diagnostic]] = {}
    items = {item.profile.economy: item for item in pages.items}
    for (code, _), outcome in zip(trials, printed([task for _, task in trials]), strict=True):
        if outcome.data is None:
            name = outcome.task.name
            out[name].add(code)
            told.setdefault(name, []).append(
                _left_out(name, items[code], pages.views[code].name, outcome)
            )
    tasks = [task for name in told if (task := again(name, out[name]))]
    for outcome in printed(tasks):
        if outcome.data is not None:
            done[outcome.task.name] = replace(outcome, diagnostics=tuple(told[outcome.task.name]))
    return iter(done.values())


def _left_out(name: str, item: CheckedProfile, economy: str, outcome: Outcome) -> Diagnostic:
    """PG416: a profile prints by itself, and cannot be printed in a PDF of all."""
    reason = outcome.diagnostics[0]
    message = f"{name}.pdf is printed without {economy}: {reason.message}"
    return finding(
        "PG416", Span(item.tree.file), message, reason.hint, place=f"{name} {item.profile.economy}"
    )
