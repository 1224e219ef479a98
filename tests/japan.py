"""Japan as the first seed has it: its profile, view, page and PDF, each made once for all tests.

The profile of the repository has grown; test_profiles holds it against this one.
"""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path

from tests import shared
from tests.known import resolved

from profilegen.check.all_profiles import Collection, load
from profilegen.output import html, pdf
from profilegen.view.pages import PAGES
from profilegen.view.profile.profile import ProfileView, profile_view
from profilegen.view.site.site_map import Site

ROOT = Path(__file__).resolve().parent.parent
PROFILES = ROOT / "profiles"
BASIS = ROOT / "tests" / "fixtures" / "basis" / "JPN.yaml"


@cache
def collection() -> Collection:
    value = load([BASIS], PROFILES).value
    assert value is not None
    return value


@cache
def view() -> ProfileView:
    own = collection()
    item = next(i for i in own.profiles if i.profile.economy == "JPN")
    return profile_view(resolved(item.profile, own.registry))


@cache
def press() -> pdf.Press:
    return pdf.Press()


atexit.register(press.cache_clear)  # its fonts must go before the interpreter does


@cache
def printed() -> pdf.Printed:
    return shared.value("japan", _printed)


def _printed() -> pdf.Printed:
    checked = pdf.profile_pdf(view(), press(), "profiles/JPN.yaml")
    assert checked.value is not None, checked.diagnostics
    return checked.value


@cache
def page() -> str:
    site = Site(frozenset(("index", "JPN")), frozenset(("JPN",)), listed=PAGES)
    return html.profile_page(view(), site=site)
