"""The folder that a build writes: always a whole edition, the one before or the one after.

Whatever a run makes is gathered in a folder of its own beside the output, and at the end the two
change names in one step. So a build that is killed, or that fails, leaves the edition before it.
Where that step is not to be had (a mount point, the working directory, Windows), the gathered
files are moved one by one, and a run that finds such a move unfinished finishes it first.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath

from profilegen.app import build_record
from profilegen.app.atomic_write import UNFINISHED, temporary_in, write
from profilegen.app.build_record import BuildRecord, MadeFile
from profilegen.app.folder_swap import exchange
from profilegen.app.lock import locked

STAGE = ".{}.profilegen"
"""Name of the folder beside the output in which a run gathers what it makes."""
_INSIDE = ".profilegen-stage"
_NEW = "new"
_READY = ".profilegen-ready"
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore", ".gitkeep"))
"""What an empty folder may hold, for all that it is empty."""


class FolderRefusedError(Exception):
    """A folder into which nothing is written; the message says why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class OutputFolder:
    """A folder of output while a run has it for itself."""

    def __init__(
        self, path: Path, called: Path, before: BuildRecord, stage: Path, held: ExitStack
    ) -> None:
        self.path = path
        self.called = called
        """The folder as the user wrote it."""
        self.before = before
        """What builds before this one made, as far as it is there."""
        self.made: dict[str, MadeFile] = {}
        self._held = held
        self._stage = stage
        self._new = stage / _NEW
        self._new.mkdir(parents=True)
        self.temporary = stage / "tmp"
        """Where the libraries may leave what they like: it goes with the run."""
        self.temporary.mkdir()

    def put(self, name: str, data: bytes, profile: str = "") -> Path:
        """Make a file of the new edition; nothing is seen of it before `publish`."""
        made = self.made[name] = MadeFile(build_record.digest(data), profile)
        before = self.before.files.get(name)
        if before is None or before.digest != made.digest:  # else it stays, with its date
            path = self._new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return self.called / name

    def keep(self, name: str) -> bool:
        """Whether a file of an earlier build is there, which then stays as it is."""
        if name in self.before.files:
            self.made[name] = self.before.files[name]
        return name in self.made

    def publish(self, gone: Iterable[str]) -> None:
        """Let the new edition take the place of the old, without the files that are `gone`."""
        left = self.before.files.keys() & set(gone) - self.made.keys()
        kept = {name: made for name, made in self.before.files.items() if name not in left}
        now = BuildRecord(kept | self.made, build_record.versions())
        (self._new / build_record.NAME).write_bytes(now.text())
        names = files_of(self.path)
        _unchanged(self.path, self.called, self.before)
        places = {str(p) for n in self.made for p in (PurePosixPath(n), *PurePosixPath(n).parents)}
        if foreign := sorted(places & names - self.before.files.keys()):
            raise FolderRefusedError(
                f"{self.called / foreign[0]} was made by no build, and would be overwritten.",
                "Move it elsewhere, and build again.",
            )
        if self._stage.parent == self.path.parent:
            try:
                self._exchange(names - left)
            except OSError as error:
                if error.errno not in (errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EBUSY):
                    raise
            else:
                return
        self._new.rename(self.path / _READY)  # from here on the new edition is certain
        finish(self.path)

    def _exchange(self, names: Iterable[str]) -> None:
        """Complete the new edition by what stays as it is, and let the folders change names."""
        for name in names:
            if not (self._new / name).exists():
                same_file(self.path / name, self._new / name)
        for folder, inner, files in os.walk(self.path):
            if not inner and not files:  # an empty folder of somebody's
                (self._new / Path(folder).relative_to(self.path)).mkdir(parents=True, exist_ok=True)
        shutil.copystat(self.path, self._new)
        # Who waits for the folder waits for this one as well, until the old one is removed.
        self._held.enter_context(locked(self._new))
        exchange(self._new, self.path)


@contextmanager
def opened(
    out: Path, sources: Iterable[Path], tell: Callable[[str], None]
) -> Iterator[OutputFolder]:
    """Have a folder for this run alone. Raises RefusedError, or OSError where it cannot be had.

    Another run's build of the same folder is waited for.
    """
    path = Path(os.path.realpath(out))
    _not_among(path, out, sources)
    there = path.is_dir()
    waits = f"Another build is writing to {out}; this one goes on when that has ended."
    with ExitStack() as held:
        held.enter_context(locked(path, lambda: tell(waits)))
        stage = beside(path)
        try:
            shutil.rmtree(stage, ignore_errors=True)  # of a run that was killed
            finish(path)
            _sweep(path)
            before = _known(path, out)
            _unchanged(path, out, before)
            if not _exchangeable(path):
                stage = path / _INSIDE
            here = OutputFolder(path, out, before, stage, held)
            with temporary_in(here.temporary):
                yield here
        finally:
            shutil.rmtree(stage, ignore_errors=True)
            if not there:
                with suppress(OSError):
                    path.rmdir()  # only where it is empty: nothing came of the run


def beside(path: Path) -> Path:
    """Where a run gathers what it makes for a folder."""
    return path.parent / STAGE.format(path.name)


def called(out: Path, place: Path) -> Path:
    """A place in the output, or in what is gathered for it, as the user would name it."""
    path = Path(os.path.realpath(out))
    for root in (beside(path) / _NEW, path / _INSIDE / _NEW, path):
        if place.is_relative_to(root):
            return out / place.relative_to(root)
    return place


def files_of(path: Path) -> frozenset[str]:
    """Every file and link below a folder, by its path there; not the program's own."""
    found = set()
    for folder, inner, files in os.walk(path, onerror=_unread):
        here = Path(folder)
        links = [name for name in inner if (here / name).is_symlink()]
        inner[:] = [n for n in inner if n not in links and not n.startswith(UNFINISHED)]
        own = [name for name in (*files, *links) if not name.startswith(UNFINISHED)]
        found |= {(here / name).relative_to(path).as_posix() for name in own}
    return frozenset(found - {build_record.NAME})


def _unread(error: OSError) -> None:
    """What cannot be read cannot be kept."""
    raise error


def _sweep(path: Path) -> None:
    """Remove what a killed run left unfinished."""
    for leftover in list(path.rglob(f"{UNFINISHED}*")):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink(missing_ok=True)


def same_file(old: Path, new: Path) -> None:
    """Let a file stand at a second place: by a link, or where there are none by a copy."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)


def finish(path: Path) -> None:
    """Move a new edition into its place that lies ready in the folder; done twice, it is the same.

    Its record comes last: until then the old one tells what has to go.
    """
    ready = path / _READY
    now = build_record.read(ready)
    if now is None:
        return
    for name in (build_record.read(path) or BuildRecord()).files:
        if name not in now.files:
            (path / name).unlink(missing_ok=True)
    for name in sorted(files_of(ready)):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (ready / name).replace(path / name)
    (ready / build_record.NAME).replace(path / build_record.NAME)
    shutil.rmtree(ready)


def _known(path: Path, out: Path) -> BuildRecord:
    """What builds made in a folder. Raises RefusedError where it holds other things only."""
    found = build_record.read(path)
    there = files_of(path)
    names = frozenset(n for n in there if n.rpartition("/")[2] not in _LITTER)
    if found is None and names:
        found = build_record.of_an_earlier_version(path, names)
        if found is None:
            raise FolderRefusedError(
                f"The folder {out} holds files that no build made ({min(names)}).",
                "Name another folder with --out, or empty this one.",
            )
        write(path / build_record.NAME, found.text())  # so that `finish` knows what has to go
    if found is None:
        return BuildRecord()
    return BuildRecord({n: m for n, m in found.files.items() if n in there}, found.versions)


def _unchanged(path: Path, out: Path, before: BuildRecord) -> None:
    """Refuse to replace what somebody else has changed since."""
    for name, made in sorted(before.files.items()):
        file = path / name
        if file.is_file() and build_record.digest(file.read_bytes()) != made.digest:
            raise FolderRefusedError(
                f"{out / name} was changed after a build made it.",
                "Move it elsewhere or delete it, and build again.",
            )


def _not_among(path: Path, out: Path, sources: Iterable[Path]) -> None:
    """Refuse a folder that is one of the sources, lies in one, or holds one."""
    hint = "Name a folder of its own with --out, such as --out build."
    if path == Path.home():
        raise FolderRefusedError(f"{out} is your home folder.", hint)
    for source in (Path(os.path.realpath(source)) for source in sources):
        if path.is_relative_to(source):
            raise FolderRefusedError(f"{out} is among the sources ({source}).", hint)
        if source.is_relative_to(path):
            raise FolderRefusedError(f"{out} holds sources ({source}).", hint)


def _exchangeable(path: Path) -> bool:
    """Whether the folder and one beside it can change names.

    Not where it is a mount point or holds one, and not below the working directory: whoever
    stands in the folder would find themselves in the old edition.
    """
    stage = beside(path)
    one, other = stage / "1", stage / "2"
    try:
        if Path(os.path.realpath(Path.cwd())).is_relative_to(path):
            return False
        device = path.stat().st_dev
        one.mkdir(parents=True)
        other.mkdir()
        exchange(one, other)
        folders = (Path(folder) for folder, _, _ in os.walk(path))
        return all(f.stat().st_dev == device for f in (one, *folders))
    except OSError:
        return False
    finally:
        shutil.rmtree(stage, ignore_errors=True)
