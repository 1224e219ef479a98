"""Views as pages for the screen. A page needs no script, no server and no network."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from profilegen.output.templates import environment
from profilegen.view.index import IndexView
from profilegen.view.profile import ProfileView


def profile_page(view: ProfileView, *, pdf: bool, own: Path | None = None) -> str:
    """The page of one economy; `pdf` says whether its PDF stands beside it."""
    return environment(own).get_template("screen/profile.html").render(view=view, pdf=pdf)


def index_page(view: IndexView, *, pdf: Collection[str], own: Path | None = None) -> str:
    """The site's first page; `pdf` holds the codes whose PDFs are there."""
    return environment(own).get_template("screen/index.html").render(view=view, pdf=pdf)


def style_sheet(own: Path | None = None) -> str:
    """The style sheet of all pages on screen: the shared tokens, then the rules."""
    env = environment(own)
    return "\n".join(
        env.get_template(name).render() for name in ("tokens.css", "screen/screen.css")
    )
