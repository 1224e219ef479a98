"""Views as pages for the screen. A page needs no script, no server and no network."""

from __future__ import annotations

from pathlib import Path

from profilegen.output.templates import environment
from profilegen.view.index import IndexView
from profilegen.view.profile import ProfileView
from profilegen.view.site import Site

SHEETS = ("tokens.css", "screen/screen.css", "screen/matrix.css")
"""What the style sheet of all pages on screen is made of, in order."""


def profile_page(view: ProfileView, *, site: Site, own: Path | None = None) -> str:
    """The page of one economy; `site` says what else there is to lead to."""
    pdf = view.code in site.printed
    return page("screen/profile.html", view.code, view, site, own, pdf=pdf)


def index_page(view: IndexView, *, site: Site, own: Path | None = None) -> str:
    """The site's first page."""
    return page("screen/index.html", "index", view, site, own, pdf=site.printed)


def page(
    template: str, here: str, view: object, site: Site, own: Path | None, **options: object
) -> str:
    """A page of the site; `here` is its name, which its own menu does not link."""
    return environment(own).get_template(template).render(
        view=view, site=site, here=here, **options
    )  # fmt: skip


def style_sheet(own: Path | None = None) -> str:
    """The style sheet of all pages on screen: the shared tokens, then the rules."""
    env = environment(own)
    return "\n".join(env.get_template(name).render() for name in SHEETS)
