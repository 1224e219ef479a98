"""The site's pages beside the profiles, a module each: what it shows, and its declaration.

`PAGES` is the list: what is built and printed, the menu, the first page and the build's record
follow. What profiles need lives in the rooms before this one.
"""

from __future__ import annotations

from typing import Any

from profilegen.view.pages import (
    compare,
    disputes_page,
    figures_page,
    home,
    initiatives,
    section_page,
    timeline,
    topics_page,
    treaties,
)
from profilegen.view.pages.page import Page

PAGES: tuple[Page[Any], ...] = (
    home.PAGE,
    *section_page.SECTION_PAGES,
    compare.PAGE,
    treaties.PAGE,
    initiatives.PAGE,
    disputes_page.PAGE,
    topics_page.PAGE,
    timeline.PAGE,
    figures_page.PAGE,
)
"""In the order of the menu."""
