"""The build: plans what is made of which profile. One broken profile never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from profilegen.app.build_run import FORMATS, BuildRun
from profilegen.app.fault_isolation import TemplateFault
from profilegen.app.whole_output_folder import FolderRefusedError, called, opened
from profilegen.check.all_profiles import faulty, load, profile_files, sound
from profilegen.check.unread_files import passed_over
from profilegen.core.dates import Date
from profilegen.core.diagnostic import Diagnostic, Span, ordered
from profilegen.core.finding_codes import finding
from profilegen.core.program_files import REGISTRY, SERIES, TEMPLATES, folders

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run makes: from which folder, to which, which formats, of which economies."""

    profiles: Path
    out: Path
    only: tuple[str, ...] = FORMATS
    economies: tuple[str, ...] = ()
    jobs: int = 1
    as_of: Date | None = None
    published_only: bool = False
    """Whether only profiles of status `published` are made."""


@dataclass
class Result:
    """What a run found and wrote."""

    diagnostics: tuple[Diagnostic, ...] = ()
    written: list[Path] = field(default_factory=list)
    """The files of the new edition that the run made; none where the old one is left."""
    profiles: int = 0


def build(plan: Plan, tell: Tell) -> Result:
    """Make everything that the plan asks for. Diagnostics: all findings of all files."""
    collection = load(profile_files(plan.profiles), plan.profiles, plan.as_of)
    assert collection.value is not None
    found = [*collection.diagnostics, *passed_over(plan.profiles)]
    broken, good = faulty(found), list(sound(collection))
    if plan.economies:  # who builds one economy is told of that one
        others = {item.tree.file for item in collection.value.profiles
                  if item.profile.economy not in plan.economies}  # fmt: skip
        found = [d for d in found if d.span.file not in others]
    left = [i for i in good if plan.published_only and i.profile.status != "published"]
    for item in left:
        tell(f"{item.profile.economy}: left out, its status is {item.profile.status}")
    good = [item for item in good if item not in left]
    chosen = [i for i in good if not plan.economies or i.profile.economy in plan.economies]
    for file in sorted(broken):
        tell(f"{Path(file).stem}: not built, its file has errors; earlier output is left as it is")
    result = Result(profiles=len(chosen))
    try:
        if chosen:
            with opened(plan.out, sources(plan.profiles), tell) as folder:
                run = BuildRun(
                    plan.profiles, folder, collection.value.resolver, tell, only=plan.only,
                    jobs=plan.jobs, whole=not plan.economies, found=found,
                )  # fmt: skip
                result.written = run.make(good, chosen, left)
    except FolderRefusedError as refused:
        found.append(finding("PG417", Span(str(plan.out)), str(refused), refused.hint))
    except TemplateFault as fault:
        found.append(fault.diagnostic)
    except OSError as error:
        place = str(called(plan.out, Path(error.filename or plan.out)))
        message = f"{place} cannot be written: {error.strerror or error}."
        found.append(finding("PG407", Span(place), message))
    result.diagnostics = ordered(found)
    return result


def sources(profiles: Path) -> tuple[Path, ...]:
    """Folders and files that a build reads, and so never writes."""
    beside = (
        *folders(profiles, "registry", REGISTRY),
        *folders(profiles, "templates", TEMPLATES),
    )
    program = Path(__file__).resolve().parent.parent
    return (profiles, *beside, SERIES, program)


def known_economies(profiles: Path) -> Collection[str]:
    """The economies that have a file in a folder."""
    return [path.stem for path in profile_files(profiles)]
