"""The faces of print and screen, each named by its file: a machine's other fonts do nothing.

The Latin faces come with the program's own packages. The faces of other scripts are looked for by
file name in the folders of $PROFILEGEN_FONTS, then where systems keep fonts.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from profilegen.output import writing_systems

FOLDERS = "PROFILEGEN_FONTS"
"""The variable that names folders of fonts, to be searched first."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: CSS family, weight and style."""

    family: str
    weight: int
    style: str
    path: Path


@cache
def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"the package {package} is not installed")
    return Path(spec.origin).parent / "files"


def faces() -> tuple[Face, ...]:
    """The seven faces that the pages use."""
    serif, sans = _folder("font_source_serif_pro"), _folder("font_source_sans_pro")
    return (
        Face("Source Serif Pro", 300, "normal", serif / "SourceSerifPro-Light.otf"),
        Face("Source Serif Pro", 400, "normal", serif / "SourceSerifPro-Regular.otf"),
        Face("Source Serif Pro", 400, "italic", serif / "SourceSerifPro-It.otf"),
        Face("Source Serif Pro", 600, "normal", serif / "SourceSerifPro-Semibold.otf"),
        Face("Source Sans Pro", 400, "normal", sans / "SourceSansPro-Regular.otf"),
        Face("Source Sans Pro", 400, "italic", sans / "SourceSansPro-It.otf"),
        Face("Source Sans Pro", 600, "normal", sans / "SourceSansPro-Semibold.otf"),
    )


def licences() -> dict[str, Path]:
    """The licence of each family of faces, which goes wherever a face goes (OFL 1.1, 2)."""
    return {face.family: face.path.parent / "LICENSE.txt" for face in faces()}


def files() -> tuple[Path, ...]:
    """All files that print may use and that are there, in the order of search."""
    there = installed()
    named = (there[name] for _, name in writing_systems.files() if name in there)
    return (*(face.path for face in faces()), *named)


def families() -> tuple[str, ...]:
    """The names of all faces that print may use, in the order of search."""
    names = (
        *(face.family for face in faces()),
        *(script.family for script in writing_systems.NAMED),
    )
    return tuple(dict.fromkeys(names))


def installed() -> dict[str, Path]:
    """The files of the named faces that are on this machine, by name without ending."""
    return _installed(os.environ.get(FOLDERS, ""), str(Path.home()))


@cache
def _installed(given: str, home: str) -> dict[str, Path]:
    wanted = {name for _, name in writing_systems.files()}
    found: dict[str, Path] = {}
    for folder in _folders(given, home):
        for root, below, names in os.walk(folder):
            below.sort()
            for name in sorted(names):
                path = Path(root, name)
                if path.stem in wanted and path.suffix.lower() in (".ttf", ".otf", ".ttc"):
                    found.setdefault(path.stem, path)
        if len(found) == len(wanted):
            break
    return found


def _folders(given: str, home: str) -> Iterator[str]:
    """Folders that may hold fonts: the user's choice, the system's, the user's own."""
    yield from filter(None, given.split(os.pathsep))
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    yield from ("/usr/share/fonts", "/usr/local/share/fonts")
    yield from (f"{folder}/fonts" for folder in shared.split(":") if folder)
    yield from ("/Library/Fonts", "/opt/homebrew/share/fonts", "C:/Windows/Fonts")
    yield from (f"{home}/.local/share/fonts", f"{home}/.fonts", f"{home}/Library/Fonts")


@dataclass(frozen=True, slots=True)
class Used:
    """One font file as a build record names it."""

    file: str
    version: str
    """As the file states it."""
    sha256: str


def record() -> tuple[Used, ...]:
    """The font files that print may use here: the same files give the same bytes."""
    return tuple(_used(path) for path in files())


@cache
def _used(path: Path) -> Used:
    from fontTools.ttLib import TTFont

    with TTFont(path, fontNumber=0, lazy=True) as font:
        version = font["name"].getDebugName(5) or ""
    return Used(path.name, version, hashlib.sha256(path.read_bytes()).hexdigest())


def configuration() -> str:
    """What fontconfig is told: no folder, no cache; a language's own face, then all in order."""
    parts = [_rule(script.family, language)
             for script in writing_systems.SCRIPTS for language in script.languages]  # fmt: skip
    parts += [_rule(family) for family in families()]
    return _CONFIGURATION.format("\n".join(parts))


_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<!-- Written by scripts/generate.py from src/profilegen/output/writing_systems.py. -->
<fontconfig>
{}
</fontconfig>
"""
_RULE = """\
<match target="pattern">{}
  <edit name="family" mode="append_last" binding="strong"><string>{}</string></edit>
</match>"""


def _rule(family: str, language: str = "") -> str:
    asked = f'<test name="lang" compare="eq"><string>{language}</string></test>'
    return _RULE.format(f"\n  {asked}" if language else "", escape(family))


CONFIGURATION = Path(__file__).with_name("fonts.conf")


@contextmanager
def alone() -> Iterator[None]:
    """Within it fontconfig knows no font of the machine and no language of the user."""
    own = {"FONTCONFIG_FILE": str(CONFIGURATION), "FC_LANG": "en"}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def is_named(font: str) -> bool:
    """Whether a font of a PDF, by its name there, is one of the named faces."""
    bare = font.replace(" ", "").replace("-", "")
    return bare.startswith(tuple(family.replace(" ", "") for family in families()))


def how_to_get(character: str) -> str:
    """What to do about a character that no face here has."""
    script = writing_systems.face_for(character)
    if script is None or set(script.files) <= set(installed()):
        return "No face that profilegen prints with has it: write it in another way."
    return (
        f"On Debian: apt-get install {script.package}. Elsewhere put {script.files[0]} "
        f"(.ttf, .otf or .ttc) into a folder of fonts, or into one that {FOLDERS} names."
    )


@cache
def woff(face: Face) -> bytes:
    """A face as WOFF: a quarter larger than WOFF2, and made 15 times as fast."""
    from fontTools.ttLib import TTFont

    font = TTFont(face.path, recalcTimestamp=False)
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
