"""Views as PDF: laid out, read back, tagged."""

from __future__ import annotations

import ctypes.util
import hashlib
import logging
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from profilegen.core.diagnostic import Checked, Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.core.program_files import TEMPLATES
from profilegen.output import fonts, lang_attributes, pdf_tag_repair, readback
from profilegen.output.expected_in_print import PrintManifest
from profilegen.output.fonts import faces
from profilegen.output.footnote_placement import Feet
from profilegen.output.templates import environment
from profilegen.output.writing_systems import CJK, SCRIPTS
from profilegen.view.profile.profile import ProfileView

_OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
_PANGO = {
    "linux": "On Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0.",
    "darwin": "With Homebrew: brew install pango.",
    "win32": "With MSYS2, in its window: pacman -S mingw-w64-ucrt-x86_64-pango.",
}
"""How to get the libraries of print, by system."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF and how it came about."""

    data: bytes
    pages: int
    repairs: int
    """How often a page was made again for its notes."""


@dataclass
class Press:
    """What many documents share: fonts and the parsed style sheet."""

    template_dir: Path | None = None
    sheet: str = "print/print.css"
    """The rules of the kind of document that is printed."""
    _fonts: Any = field(init=False, default=None)
    _style: Any = field(init=False, default=None)
    _fetch: Any = field(init=False, default=None)

    def __post_init__(self) -> None:
        from weasyprint import CSS

        from profilegen.output.weasyprint_internals import Faces

        self._fonts = Faces()
        self._fetch = _fetcher(self.template_dir)
        self._style = CSS(
            string=style_sheet(self.template_dir, self.sheet),
            font_config=self._fonts,
            url_fetcher=self._fetch,
        )

    def parse(self, html: str) -> Any:
        """A page's elements."""
        from weasyprint import HTML

        return HTML(string=html, url_fetcher=self._fetch, base_url=TEMPLATES.as_uri() + "/")

    def layout(self, page: Any, feet: Feet | None = None) -> Any:
        """Lay a parsed page out; `feet` sees to it that notes stand whole at the foot."""
        from profilegen.output.weasyprint_internals import render

        return render(page, self._fonts, [self._style], _OPTIONS, feet)


def style_sheet(template_dir: Path | None = None, sheet: str = "print/print.css") -> str:
    """The style sheet of print: tokens, what holds for all languages, rules."""
    env = environment(template_dir)
    names = ("tokens.css", "print/languages.css", sheet)
    unspaced = [tag for script in SCRIPTS if not script.spaced for tag in script.languages]
    han = [script for script in SCRIPTS if script.package == CJK]
    tokens, *rules = (env.get_template(name).render(unspaced=unspaced, han=han) for name in names)
    return "\n".join((tokens, *(_spelled_out(tokens, part) for part in rules)))


def _spelled_out(tokens: str, rules: str) -> str:
    """Rules with each `var(--name)` as its token has it.

    WeasyPrint parses a rule once, but what holds a variable again for every element.
    """
    values = dict(re.findall(r"--([\w-]+):\s*([^;]+);", tokens))
    return re.sub(r"var\(--([\w-]+)\)", lambda found: values.get(found[1], found[0]), rules)


def page_source(view: ProfileView, template_dir: Path | None = None) -> str:
    """The HTML from which a profile is printed."""
    page = environment(template_dir).get_template("print/profile.html").render(view=view)
    return lang_attributes.spoken(page, view.native.language) if view.native else page


def profile_pdf(view: ProfileView, press: Press, file: str) -> Checked[Printed]:
    """Print a profile. Diagnostics: PG401 to PG405, PG408; a value only where there are none."""
    expected = PrintManifest.of(view)
    return print_pages(page_source(view, press.template_dir), expected, press, file)


def print_pages(html: str, expected: PrintManifest, press: Press, file: str) -> Checked[Printed]:
    """Lay out, repair, write, tag and read back one document."""
    from weasyprint.urls import FatalURLFetchingError

    try:
        return _print(lang_attributes.spoken(html), expected, press, file)
    except FatalURLFetchingError as refused:
        message = f"The page asks for {refused}, which is outside its templates and fonts."
        return Checked(None, (finding("PG408", Span(file), message, place="page"),))


def _print(html: str, expected: PrintManifest, press: Press, file: str) -> Checked[Printed]:
    from profilegen.output import overflow

    feet = Feet(() if expected.apart else expected.notes)
    with _listening(file) as heard:
        document = press.layout(press.parse(html), feet)
        raw = document.write_pdf(pdf_identifier=_digest(html), **_OPTIONS)
    found = list(heard)
    data = pdf_tag_repair.retag(raw)
    found += readback.read(document, data, expected, file)
    found += overflow.beyond(document, file)
    if found:
        return Checked(None, tuple(found))
    return Checked(Printed(data, len(document.pages), feet.repairs))


def _digest(html: str) -> bytes:
    """The document's identifier: the same pages have the same one."""
    return hashlib.blake2b(html.encode(), digest_size=16).digest()


def _fetcher(template_dir: Path | None) -> Any:
    """A fetcher that opens files below the templates and the font packages, and nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    allowed = (
        {face.path.parent for face in faces()}
        | {TEMPLATES}
        | ({template_dir} if template_dir else set())
    )
    roots = tuple(path.resolve() for path in allowed)

    class Inside(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            path = Path(url2pathname(urlsplit(url).path)).resolve()
            inside = any(path.is_relative_to(root) for root in roots)
            if urlsplit(url).scheme != "file" or not inside:
                raise FatalURLFetchingError(url)
            return super().fetch(url, headers)

    return Inside(allowed_protocols=("file",), allow_redirects=False)


@contextmanager
def _listening(file: str) -> Iterator[list[Diagnostic]]:
    """Collect what WeasyPrint only logs: PG405 a sign without a glyph, PG413 no picture."""
    heard: list[Diagnostic] = []
    seen: set[str] = set()

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if ".notdef" in str(record.msg) and isinstance(record.args, tuple):
                character = str(record.args[0])
                if character not in seen:
                    seen.add(character)
                    heard.append(no_glyph(character, file))
            elif record.levelno >= logging.ERROR and "SVG" in str(record.msg):
                message = "A picture could not be drawn."
                heard.append(finding("PG413", Span(file), message, place="picture"))

    logger = logging.getLogger("weasyprint")
    ear, level, spread = Ear(), logger.level, logger.propagate
    logger.addHandler(ear)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
        logger.setLevel(level)
        logger.propagate = spread


def no_glyph(character: str, file: str) -> Diagnostic:
    """PG405 for one character."""
    message = f"No installed font has {character!r} (U+{ord(character):04X})."
    hint = fonts.how_to_get(character)
    return finding("PG405", Span(file), message, hint, place=f"U+{ord(character):04X}")


WEASYPRINT = "70.0"
"""The version whose private parts the modules weasyprint_* know."""


@contextmanager
def _by_file_name() -> Iterator[None]:
    """Let libraries be loaded by the names of their files, where these are known.

    WeasyPrint tries other names first, and for each of them Python runs a compiler, some 80
    processes in all: a third of what its import takes.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def libraries_missing() -> Diagnostic | None:
    """PG406 where WeasyPrint's libraries are not installed, or it is of another version."""
    try:
        with (
            fonts.alone(),
            _by_file_name(),
            warnings.catch_warnings(action="ignore"),
        ):  # of no fonts: ours come later
            import weasyprint
    except (OSError, ImportError) as error:
        hint = f"{_PANGO.get(sys.platform, _PANGO['linux'])} Pages need no Pango: --only html."
        message = f"Printing needs Pango: {str(error).splitlines()[0][:120]}"
        return finding("PG406", Span("build"), message, hint, place="pdf")
    if weasyprint.__version__ != WEASYPRINT:
        hint = f"Type: {sys.executable} -m pip install weasyprint=={WEASYPRINT}"
        message = f"Printing needs WeasyPrint {WEASYPRINT}; {weasyprint.__version__} is installed."
        return finding("PG406", Span("build"), message, hint, place="pdf")
    return None
