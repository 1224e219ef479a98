"""Views as pages for the screen. A page needs no script, no server and no network."""

from __future__ import annotations

from pathlib import Path

from profilegen.core.model.sections import SECTIONS
from profilegen.output.exports import EXPORTS
from profilegen.output.lang_attributes import HAN, spoken
from profilegen.output.templates import environment
from profilegen.view.profile.profile import ProfileView
from profilegen.view.site.site_map import Site

SHEETS = ("tokens.css", "screen/screen.css", "screen/matrix.css", "screen/pages.css")
"""What the style sheet of all pages on screen is made of, in order."""


SCRIPTS = ("notes", "search", "tray", "choose", "grid")
"""The scripts of the pages beside compare.html; each page names those that it uses."""


def profile_page(view: ProfileView, *, site: Site, template_dir: Path | None = None) -> str:
    """The page of one economy; `site` says what else there is to lead to."""
    pdf = view.code in site.printed
    exports = [(e.path(view.code), e.media_type, e.label) for e in EXPORTS
               if e.path(view.code) in site.exported]  # fmt: skip
    return page(
        "screen/profile.html", view.code, view, site, template_dir, pdf=pdf, exports=exports
    )


def page(
    template: str,
    here: str,
    view: object,
    site: Site,
    template_dir: Path | None,
    **options: object,
) -> str:
    """A page of the site; `here` is its name, which its own menu does not link."""
    html = environment(template_dir).get_template(template).render(
        view=view, site=site, here=here, **options
    )  # fmt: skip
    native = getattr(view, "native", None)
    return spoken(html, native.language if native else HAN)


def style_sheet(template_dir: Path | None = None) -> str:
    """The style sheet of all pages on screen: the shared tokens, then the rules."""
    env = environment(template_dir)
    anchors = (*(f"section-{section.number}" for section in SECTIONS), "notes", "about")
    return "\n".join(env.get_template(name).render(anchors=anchors) for name in SHEETS)


def script(name: str, template_dir: Path | None = None) -> str:
    """A script of the pages as it stands; nothing is filled in."""
    env = environment(template_dir)
    assert env.loader is not None
    return env.loader.get_source(env, f"screen/js/{name}.js")[0]
