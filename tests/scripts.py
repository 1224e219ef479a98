"""A profile that speaks every language of fixtures/scripts.yaml, printed once for all tests."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests import japan
from tests.dense import REGISTRY
from tests.known import resolved

from profilegen.core.model.profile import Profile
from profilegen.output import pdf
from profilegen.view.profile.profile import ProfileView, profile_view

FIXTURE = Path(__file__).resolve().parent / "fixtures" / "scripts.yaml"
NOT_YET = {"not_researched": "Not yet."}


@cache
def languages() -> dict[str, dict[str, str]]:
    made: dict[str, dict[str, str]] = yaml.safe_load(FIXTURE.read_text("utf-8"))
    return made


def profile(*tags: str) -> Profile:
    """For each language a paragraph with a note, a point, a law and a word among English ones."""
    said = {tag: languages()[tag] for tag in tags}
    paragraphs = [
        f"{own['sentence']} [@s-{tag.lower()}]\n\nThe ministry ({own['name']}) agreed."
        for tag, own in said.items()
    ]
    data: dict[str, Any] = {
        "economy": "JPN",
        "status": "draft",
        "updated": "18 July 2025",
        "industrial_strategy": {
            "text": "\n\n".join(paragraphs),
            "goals": {"lead_in": "Goals:", "source": f"s-{tags[0].lower()}",
                      "list": [own["sentence"] for own in said.values()]},
        },
        "digital_strategy": NOT_YET,
        "constitutional_provisions": NOT_YET,
        "regulatory_provisions": {"list": [
            {"title": "An act", "native_title": own["law"], "language": tag,
             "year": f"{2020 + at % 5}", "number": f"Act No. {at} of 2020",
             "source": f"s-{tag.lower()}"}
            for at, (tag, own) in enumerate(said.items())
        ]},
        "economic_treaties": NOT_YET,
        "plurilaterals": NOT_YET,
        "proceedings": NOT_YET,
        "sources": {
            f"s-{tag.lower()}": {
                "type": "report", "title": f"Report {at}", "native_title": own["law"],
                "author": own["name"], "language": tag, "issued": "2021",
            }
            for at, (tag, own) in enumerate(said.items())
        },
    }  # fmt: skip
    return Profile.model_validate(data)


@cache
def view(*tags: str) -> ProfileView:
    return profile_view(resolved(profile(*(tags or tuple(languages()))), REGISTRY))


@cache
def printed(*tags: str) -> pdf.Printed:
    checked = pdf.profile_pdf(view(*tags), japan.press(), "profiles/JPN.yaml")
    assert checked.value is not None, [d.message for d in checked.diagnostics]
    return checked.value


_MARKS = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufffe\ufeff]+")


def bare(text: str) -> str:
    """Text without blanks and marks of direction, in the form NFKC."""
    return unicodedata.normalize("NFKC", _MARKS.sub("", text))
