"""The faces of print and screen: packaged fonts by file, native scripts by their system's name."""

from __future__ import annotations

import importlib.util
import io
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: CSS family, weight and style."""

    family: str
    weight: int
    style: str
    path: Path


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


ALLOWED = ("SourceSerif", "SourceSans", "NotoSerif", "NotoSans", "NotoNaskh")
"""Beginnings of the names (without spaces and hyphens) of fonts that a PDF may embed."""

PACKAGES = (
    (0x0370, 0x03FF, "fonts-noto-core"),
    (0x0400, 0x052F, "fonts-noto-core"),
    (0x0590, 0x05FF, "fonts-noto-core"),
    (0x0600, 0x06FF, "fonts-noto-core"),
    (0x0900, 0x0DFF, "fonts-noto-core"),
    (0x0E00, 0x0EFF, "fonts-noto-core"),
    (0x1100, 0x11FF, "fonts-noto-cjk"),
    (0x2E80, 0x9FFF, "fonts-noto-cjk"),
    (0xAC00, 0xD7FF, "fonts-noto-cjk"),
    (0xF900, 0xFAFF, "fonts-noto-cjk"),
    (0xFF00, 0xFFEF, "fonts-noto-cjk"),
    (0x1F000, 0x1FAFF, "fonts-noto-color-emoji"),
    (0x20000, 0x3FFFF, "fonts-noto-cjk-extra"),
)
"""Ranges of characters with the Debian package whose fonts hold them."""


def package_for(character: str) -> str:
    """The Debian package that has a face for a character."""
    code = ord(character)
    return next((name for low, high, name in PACKAGES if low <= code <= high), "fonts-noto-extra")


def woff(face: Face) -> bytes:
    """A face as WOFF: a quarter larger than WOFF2, and made 15 times as fast."""
    from fontTools.ttLib import TTFont

    font = TTFont(face.path, recalcTimestamp=False)
    font.flavor = "woff"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
