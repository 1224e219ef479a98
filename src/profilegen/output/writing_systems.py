"""The scripts that profiles may be written in: their characters, languages, direction and face.

One face a script, named by its file, so that nothing else on a machine has a say. The order is the
order of search: a character that several faces have is set in the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

CORE, CJK = "fonts-noto-core", "fonts-noto-cjk"


@dataclass(frozen=True, slots=True)
class Script:
    """A script, the languages that are written in it, and the face that it is printed in."""

    name: str
    languages: tuple[str, ...]
    """Language tags in lower case; what is written in the script and not marked is in the first."""
    ranges: tuple[tuple[int, int], ...]
    """The characters of the script, first and last."""
    family: str
    """The face's name, as style sheets and PDFs have it."""
    files: tuple[str, ...]
    """File names without their ending: regular first, then what else there is of the face."""
    package: str = CORE
    """The Debian package that brings the files."""
    rtl: bool = False
    """Whether it runs from right to left."""
    spaced: bool = True
    """Whether words are parted by spaces; where not, a line may end at any syllable."""


def _noto(
    name: str, languages: str, *ranges: tuple[int, int], serif: bool = True, face: str = "",
    bold: bool = True, rtl: bool = False, spaced: bool = True,
) -> Script:  # fmt: skip
    """A script whose face is of fonts-noto-core: Noto Serif where there is one."""
    family = face or f"Noto {'Serif' if serif else 'Sans'} {name}"
    stem = family.replace(" ", "")
    files = tuple(f"{stem}-{style}" for style in ("Regular", "Bold")[: 1 + bold])
    tags = tuple(languages.split())
    return Script(name, tags, ranges, family, files, rtl=rtl, spaced=spaced)


def _cjk(name: str, languages: str, region: str, *ranges: tuple[int, int]) -> Script:
    files = ("NotoSerifCJK-Regular", "NotoSerifCJK-Bold")
    family = f"Noto Serif CJK {region}"
    return Script(name, tuple(languages.split()), ranges, family, files, CJK, spaced=False)


_HAN = ((0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3190, 0x319F), (0x31C0, 0x31EF), (0x3200, 0x4DBF),
        (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6),
        (0x20000, 0x2FA1F))  # fmt: skip

SCRIPTS: tuple[Script, ...] = (
    _noto("Arabic", "ar fa ur ps sd ug ckb", (0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF),
          (0xFB50, 0xFDFF), (0xFE70, 0xFEFE), face="Noto Naskh Arabic", rtl=True),
    _noto("Hebrew", "he yi", (0x0590, 0x05FF), (0xFB1D, 0xFB4F), rtl=True),
    _noto("Thaana", "dv", (0x0780, 0x07BF), serif=False, rtl=True),
    _noto("Syriac", "syr", (0x0700, 0x074F), serif=False, bold=False, rtl=True),
    _noto("N'Ko", "nqo", (0x07C0, 0x07FF), face="Noto Sans NKo", bold=False, rtl=True),
    _noto("Adlam", "ff-adlm", (0x1E900, 0x1E95F), serif=False, rtl=True),
    _noto("Armenian", "hy", (0x0530, 0x058F), (0xFB13, 0xFB17)),
    _noto("Georgian", "ka", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _noto("Ethiopic", "am ti", (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)),
    _noto("Devanagari", "hi ne mr sa", (0x0900, 0x097F), (0xA8E0, 0xA8FF)),
    _noto("Bengali", "bn as", (0x0980, 0x09FF)),
    _noto("Gurmukhi", "pa", (0x0A00, 0x0A7F)),
    _noto("Gujarati", "gu", (0x0A80, 0x0AFF)),
    _noto("Oriya", "or", (0x0B00, 0x0B7F), serif=False),
    _noto("Tamil", "ta", (0x0B80, 0x0BFF)),
    _noto("Telugu", "te", (0x0C00, 0x0C7F)),
    _noto("Kannada", "kn", (0x0C80, 0x0CFF)),
    _noto("Malayalam", "ml", (0x0D00, 0x0D7F)),
    _noto("Sinhala", "si", (0x0D80, 0x0DFF)),
    _noto("Thai", "th", (0x0E00, 0x0E7F), spaced=False),
    _noto("Lao", "lo", (0x0E80, 0x0EFF), spaced=False),
    _noto("Tibetan", "dz bo", (0x0F00, 0x0FFF), spaced=False),
    _noto("Myanmar", "my", (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F), spaced=False),
    _noto("Khmer", "km", (0x1780, 0x17FF), (0x19E0, 0x19FF), spaced=False),
    _cjk("Japanese", "ja", "JP", (0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF61, 0xFF9F)),
    _cjk("Korean", "ko", "KR", (0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F),
         (0xAC00, 0xD7FF)),
    _cjk("Bopomofo", "zh-hant zh-tw zh-hk zh-mo yue", "TC", (0x3100, 0x312F), (0x31A0, 0x31BF)),
    _cjk("Chinese", "zh-hans zh zh-cn zh-sg", "SC", *_HAN),
    _noto("Mongolian", "mn-mong", (0x1800, 0x18AF), serif=False, bold=False),
    _noto("Cherokee", "chr", (0x13A0, 0x13FF), (0xAB70, 0xABBF), serif=False),
    _noto("Canadian Aboriginal", "iu cr", (0x1400, 0x167F), (0x18B0, 0x18FF), serif=False),
    _noto("Tifinagh", "zgh ber", (0x2D30, 0x2D7F), serif=False, bold=False),
    _noto("Ol Chiki", "sat", (0x1C50, 0x1C7F), serif=False),
    _noto("Meetei Mayek", "mni", (0xABC0, 0xABFF), (0xAAE0, 0xAAFF), serif=False),
    _noto("Yi", "ii", (0xA000, 0xA4CF), serif=False, bold=False),
)  # fmt: skip
"""Of those with Han signs Chinese stands last: kana and Hangul say more of a text than they do."""

OTHERS: tuple[Script, ...] = (
    Script("Latin, Greek and Cyrillic", (), ((0x0021, 0x058F), (0x1C80, 0x1C8F), (0x1D00, 0x20FF),
           (0x2C60, 0x2C7F), (0x2DE0, 0x2E7F), (0xA640, 0xA69F), (0xA720, 0xA7FF)), "Noto Serif",
           tuple(f"NotoSerif-{style}" for style in ("Regular", "Italic", "Bold", "BoldItalic"))),
    _noto("mathematical", "", (0x2100, 0x214F), (0x2190, 0x23FF), (0x27C0, 0x2BFF),
          (0x1D400, 0x1D7FF), face="Noto Sans Math", bold=False),
    _noto("symbol", "", (0x2150, 0x218F), (0x2300, 0x27BF), face="Noto Sans Symbols"),
    _noto("symbol", "", (0x2500, 0x27BF), (0x1F000, 0x1F0FF), face="Noto Sans Symbols2",
          bold=False),
)  # fmt: skip
"""What the packaged Latin faces lack, and signs: searched before the faces of the scripts."""

NAMED = (*OTHERS, *SCRIPTS)
"""All faces beside the packaged ones, in the order of search."""


@cache
def script_of(character: str) -> Script | None:
    """The script of a character that is not Latin, Greek, Cyrillic, a digit or a common sign."""
    return next((script for script in SCRIPTS if _within(character, script)), None)


@cache
def face_for(character: str) -> Script | None:
    """Whose face a character is looked for in, where the packaged ones lack it."""
    return next((script for script in (*SCRIPTS, *OTHERS) if _within(character, script)), None)


def script_for(language: str) -> Script | None:
    """The script of a language, by its tag or the beginning of its tag."""
    tag = language.lower()
    while tag:
        for script in SCRIPTS:
            if tag in script.languages:
                return script
        tag = tag.rpartition("-")[0]
    return None


def is_rtl(language: str) -> bool:
    """Whether a language is written from right to left."""
    script = script_for(language)
    return script is not None and script.rtl


def files() -> Iterator[tuple[Script, str]]:
    """Each file that print may use beside the packaged ones, by name and once."""
    seen = set()
    for script in NAMED:
        for name in script.files:
            if name not in seen:
                seen.add(name)
                yield script, name


def _within(character: str, script: Script) -> bool:
    code = ord(character)
    return any(low <= code <= high for low, high in script.ranges)
